/** A private window: the extension is not there, whatever the person allows (docs/decisions/025-private-windows.md). */
import type { CDPSession } from '@playwright/test';
import { OFFICIAL_ADDRESS } from '@/lib/platform/official-site';
import { expect, test } from './harness/fixtures';
import { readFacts } from './harness/ledger';
import { waitForCard } from './harness/overlay';
import { sentences } from './harness/own-pages';
import { prepare, siteAddress } from './harness/scene';
import { waitUntil } from './harness/wait-until';

const t = sentences('zh');

/** Runs an expression in a target that Playwright does not show, as it does private windows. */
async function evaluateIn(cdp: CDPSession, targetId: string, expression: string): Promise<unknown> {
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: false });
  const answer = new Promise<unknown>((resolve) => {
    cdp.on('Target.receivedMessageFromTarget', ({ sessionId: from, message }) => {
      const { id, result } = JSON.parse(message);
      // A page that is being opened has no context yet, and answers with an error.
      if (from === sessionId && id === 1) resolve(result?.result.value ?? '');
    });
  });
  const message = JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression } });
  await cdp.send('Target.sendMessageToTarget', { sessionId, message });
  return answer;
}

test('a private window is neither guided nor recorded, even where the person allowed it; the settings say so', async ({
  browserWithExtension: browser,
}) => {
  const popup = await prepare(browser);
  const allowed = await browser.context.newPage();
  await allowed.goto('chrome://extensions');
  await allowed.evaluate(async (extensionId) => {
    const { developerPrivate } = (
      globalThis as unknown as {
        chrome: { developerPrivate: { updateExtensionConfiguration(update: object): Promise<void> } };
      }
    ).chrome;
    await developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true });
  }, browser.extensionId);
  await allowed.close();

  const address = new URL(siteAddress('element', { state: 'ca-list' }), OFFICIAL_ADDRESS).href;
  const own = browser.context.browser();
  if (!own) throw new Error('no browser');
  const cdp = await own.newBrowserCDPSession();
  const before = new Set((await cdp.send('Target.getTargets')).targetInfos.map(({ targetId }) => targetId));
  const settings = await browser.openOwnPage('options.html');
  const isPrivate = await settings.evaluate(async (url) => {
    const { windows } = (
      globalThis as unknown as {
        chrome: { windows: { create(of: object): Promise<{ incognito: boolean } | null> } };
      }
    ).chrome;
    return (await windows.create({ url, incognito: true }))?.incognito ?? null;
  }, address);
  // Chromium tells us nothing of a window that we may not see.
  expect(isPrivate).not.toBe(false);
  const [inPrivate] = await waitUntil(
    'the private window',
    async () =>
      (await cdp.send('Target.getTargets')).targetInfos.filter(
        ({ targetId, type, url }) =>
          !before.has(targetId) && type === 'page' && url.startsWith(OFFICIAL_ADDRESS),
      ),
    (found) => found.length === 1,
  );
  const look = `JSON.stringify([document.readyState, document.querySelectorAll('html > div').length])`;
  const lookIn = () => evaluateIn(cdp, inPrivate?.targetId ?? '', look);
  await expect.poll(lookIn).toContain('complete');

  // The same page in an ordinary window, later: it has its card, so the other had its time.
  const site = await browser.openSite(siteAddress('element', { state: 'ca-list' }));
  await waitForCard(site, { page: 'ca-list' });
  expect(await lookIn()).toBe('["complete",0]');
  const tabs = await popup.evaluate(() =>
    (
      globalThis as unknown as {
        chrome: { runtime: { sendMessage(message: object): Promise<{ tabs: unknown[] }> } };
      }
    ).chrome.runtime.sendMessage({ type: 'pages.tabs' }),
  );
  expect(tabs.tabs).toHaveLength(1);
  const facts = await readFacts(popup, 'preview');
  expect(new Set(facts.map(({ tab }) => tab)).size).toBeLessThanOrEqual(1);
  await expect(settings.locator('[data-part="about"]')).toContainText(t('settings.about.privateWindows'));
});
