import { expect, test } from '@playwright/test';
import { OFFICIAL_ADDRESS } from '@/lib/platform/official-site';
import { servePractice } from '@/scripts/practice-server.mjs';
import { sentences } from '@/tests/e2e/harness/own-pages';
import { waitUntil } from '@/tests/e2e/harness/wait-until';
import { FirefoxBrowser } from './firefox-browser';

/** Debian's Firefox speaks English; its language packs are packages of their own. */
const t = sentences('en');

test('Firefox: the popup opens, the card appears on the official host, a terminated background comes back', async () => {
  const site = await servePractice();
  const firefox = await FirefoxBrowser.launch(site.port);
  const { marionette } = firefox;
  try {
    await marionette.navigate(firefox.ownPage('popup.html'));
    const text = await waitUntil(
      'the popup to welcome',
      () => marionette.evaluate<string>('return document.body.innerText'),
      (found) => found.includes(t('popup.welcome.title')),
    );
    expect(text).not.toContain('popup.welcome');

    await marionette.navigate(`${OFFICIAL_ADDRESS}?skin=element&state=ca-list`);
    const isCard = ({ part }: { part: string }) => part === 'card';
    const readCard = async () => (await firefox.readParts()).find(isCard) ?? null;
    const card = await waitUntil('the card', readCard, (found) => found !== null);
    expect(card?.step).toBe('choose-subject');
    expect(card?.text).toMatch(/unofficial/i);

    // Firefox ends an idle background; the next page must be met all the same.
    await firefox.terminateBackground();
    await marionette.navigate(`${OFFICIAL_ADDRESS}?skin=element&state=home`);
    await waitUntil('the card after the background was ended', readCard, (found) => found !== null);
  } finally {
    await firefox.discard();
    await site.close();
  }
});
