/** A feed of notice packs, as built: a real server on loopback, real keys, the browser's own permission and policy. */
import type { Page } from '@playwright/test';
import { fingerprintOf, thumbprintOf } from '@/lib/feed/keys';
import { FeedServer } from '../feed-server';
import { builtinPack, corrected, NUMBER } from '../published-packs';
import { Publisher } from '../signed-feed';
import { readBrowserSide } from './harness/browser-side';
import type { ExtensionBrowser } from './harness/extension-browser';
import { expect, test } from './harness/fixtures';
import { readTable } from './harness/ledger';
import { sentences } from './harness/own-pages';
import { prepare, visit } from './harness/scene';

const t = sentences('zh');
const HOST = 'packs.rebind.example';
const ADDRESS = `http://${HOST}/index.jws`;

let server: FeedServer;
let publisher: Publisher;
test.beforeEach(async () => {
  server = await FeedServer.start();
  publisher = new Publisher();
});
test.afterEach(() => server.stop());

const feed = (page: Page) => page.locator('[data-part="feed"]');

async function openFeed(browser: ExtensionBrowser): Promise<Page> {
  const page = await browser.openOwnPage('options.html#feed');
  await feed(page).waitFor();
  return page;
}

async function subscribe(page: Page): Promise<void> {
  await feed(page).getByLabel(t('feed.form.address')).fill(ADDRESS);
  await feed(page).getByLabel(t('feed.form.key')).fill(JSON.stringify(publisher.key));
  await feed(page)
    .getByRole('button', { name: t('feed.form.look') })
    .click();
  const fingerprint = fingerprintOf(await thumbprintOf(publisher.key));
  await expect(feed(page).locator('[data-part="feed-key"]')).toContainText(fingerprint);
  await feed(page)
    .getByRole('button', { name: t('feed.form.subscribe'), exact: true })
    .click();
}

test("the person's own feed: fingerprint, offer, preview, use; then nothing but its files is asked for", async ({
  launch,
}) => {
  const browser = await launch({ hosts: { [HOST]: server.port } });
  // No cross-origin leave from this server: the host's permission alone lets us read it.
  server.allowsAll = false;
  await browser.answerAhead(`http://${HOST}/*`);
  await publisher.publish(server, [corrected('9.0.0')]);
  await prepare(browser);
  const page = await openFeed(browser);
  await subscribe(page);
  const offer = feed(page).locator(`[data-offer="${builtinPack.id}"]`);
  await offer.waitFor();
  await expect.poll(async () => (await readBrowserSide(page)).alarms).toContain('feed');
  expect(await readTable(page, 'real', 'packs')).toEqual([]);
  await offer.getByRole('button', { name: t('feed.look') }).click();
  await expect(offer.locator('.pack-lines').first()).toContainText(NUMBER);
  await offer.getByRole('button', { name: t('packs.preview.use'), exact: true }).click();
  await expect(offer).toHaveCount(0);
  const person = await visit(browser, 'element', { state: 'ca-list' });
  expect((await person.sees({ guide: 'rebind', page: 'ca-list' })).text).toContain(NUMBER);

  // Asked again, the browser's cache answers with the ETag, and the server has nothing to send.
  await feed(page)
    .getByRole('button', { name: t('feed.check') })
    .click();
  await expect.poll(() => server.asked.at(-1)?.status).toBe(304);
  await expect(feed(page).locator('[data-feed-outcome="well"]')).toBeVisible();
  expect(new Set(server.asked.map(({ path }) => path))).toEqual(
    new Set(['index.jws', `${builtinPack.id}-9.0.0.jws`]),
  );
  expect(server.asked.every(({ cookie, referer }) => cookie === undefined && referer === undefined)).toBe(
    true,
  );

  // Forged from here on: nothing changes, and the page says so.
  const stranger = new Publisher();
  await stranger.publish(server, [corrected('10.0.0', '0519-00000000')]);
  await feed(page)
    .getByRole('button', { name: t('feed.check') })
    .click();
  const failure = feed(page).locator('[data-feed-failure]');
  await expect(failure).toHaveAttribute('data-feed-failure', 'strangeKey');
  await expect(failure).toContainText('没有任何改变');
  await person.page.reload();
  expect((await person.sees({ guide: 'rebind', page: 'ca-list' })).text).toContain(NUMBER);

  // Redirects are not followed, not even to ourselves.
  server.files.set('index.jws', (response) => response.writeHead(302, { location: '/moved.jws' }).end());
  await feed(page)
    .getByRole('button', { name: t('feed.check') })
    .click();
  await expect(failure).toHaveAttribute('data-feed-failure', 'redirected');
  expect(server.asked.some(({ path }) => path === 'moved.jws')).toBe(false);

  await feed(page)
    .getByRole('button', { name: t('feed.stop') })
    .click();
  await feed(page)
    .getByRole('button', { name: t('feed.stopGo') })
    .click();
  await expect(feed(page).locator('[data-part="feed-form"]')).toBeVisible();
  await expect.poll(async () => (await readBrowserSide(page)).alarms).not.toContain('feed');
  const permitted = await page.evaluate(() =>
    (
      globalThis as unknown as { chrome: { permissions: { getAll(): Promise<{ origins: string[] }> } } }
    ).chrome.permissions
      .getAll()
      .then(({ origins }) => origins),
  );
  expect(permitted).toEqual(['*://jszfcg.jsczt.cn/*']);
});
