/** Firefox's own places for an administrator's policy and for hosts: a feed, a block, a site that a pack adds. */
import { expect, test } from '@playwright/test';
import { servePractice } from '@/scripts/practice-server.mjs';
import { waitUntil } from '@/tests/e2e/harness/wait-until';
import { FeedServer } from '../feed-server';
import { builtinPack, corrected, NUMBER, ofAnotherPlace } from '../published-packs';
import { Publisher } from '../signed-feed';
import { FirefoxBrowser } from './firefox-browser';

const FEED_HOST = 'packs.rebind.example';
const SITE = 'zfcg.yunhai.example';

test('Firefox: a policy’s feed and block are obeyed; a site of a pack is watched once allowed, and no longer', async () => {
  const [site, served] = await Promise.all([servePractice(), FeedServer.start()]);
  const publisher = new Publisher();
  await publisher.publish(served, [corrected('9.0.0'), ofAnotherPlace([SITE], '0519-00000000')]);
  const firefox = await FirefoxBrowser.launch(site.port, {
    hosts: { [FEED_HOST]: served.port, [SITE]: site.port },
    policy: {
      noticeFeed: { address: `http://${FEED_HOST}/index.jws`, keys: [publisher.key] },
      blockedPacks: [{ id: 'nobody-knows' }],
    },
  });
  const { marionette } = firefox;
  const text = () => marionette.evaluate<string>('return document.body.innerText');
  const part = (selector: string) =>
    marionette.evaluate<string | null>('return document.querySelector(arguments[0])?.textContent ?? null', [
      selector,
    ]);
  try {
    await marionette.navigate(firefox.ownPage('options.html#feed'));
    await waitUntil(
      'the feed to be followed',
      () => part(`[data-changed="${builtinPack.id}"]`),
      (found) => found?.includes('9.0.0') === true,
      30_000,
    );
    expect(await part('[data-owner="administrator"]')).not.toBeNull();
    expect(await text()).toContain('nobody-knows');

    // Applied without a question, and kept ready for the popup.
    await marionette.navigate(firefox.ownPage('popup.html'));
    await waitUntil('the popup to follow it', text, (found) => found.includes(NUMBER));

    // The pack alone gives us nothing; allowed, the page is watched.
    const there = `http://${SITE}/?skin=element&state=ca-list`;
    const readCard = async () => (await firefox.readParts()).find((each) => each.part === 'card') ?? null;
    await marionette.navigate(firefox.ownPage('options.html'));
    const item = `[data-site="${SITE}"]`;
    await waitUntil(
      'the site to be listed',
      () => part(item),
      (found) => found !== null,
    );
    expect(
      await marionette.evaluate<string>('return document.querySelector(arguments[0]).dataset.allowed', [
        item,
      ]),
    ).toBe('false');
    await firefox.allowHosts([`http://${SITE}/*`, `https://${SITE}/*`]);
    await waitUntil(
      'the site to be watched',
      () => firefox.registered(),
      (found) => found.length === 2,
    );
    await marionette.navigate(there);
    expect((await waitUntil('the card', readCard, (found) => found !== null))?.step).toBe('choose-subject');

    // Taken back, it is left.
    await marionette.navigate(firefox.ownPage('options.html'));
    await firefox.takeHostsBack([`http://${SITE}/*`, `https://${SITE}/*`]);
    await waitUntil(
      'the site to be left',
      () => firefox.registered(),
      (found) => found.length === 0,
    );
    await marionette.navigate(there);
    await waitUntil('the page', text, (found) => found !== '');
    expect(await readCard()).toBeNull();
  } finally {
    await firefox.discard();
    await site.close();
    await served.stop();
  }
});
