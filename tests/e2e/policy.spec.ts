/**
 * An administrator's policy, as the browser reads it: a feed that is applied, a pin, a block. The policy's folder is the
 * machine's; the file names one extension id, that of a copy of the build with a key of its own, so no other
 * test's browser takes it for its own.
 */
import { createHash, generateKeyPairSync } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { NoticePack } from '@/lib/notice/model';
import { ensureChromium } from '@/scripts/setup/chromium.mjs';
import { inRoot } from '@/scripts/setup/paths.mjs';
import { FeedServer } from '../feed-server';
import { builtinPack, corrected, NUMBER } from '../published-packs';
import { Publisher } from '../signed-feed';
import type { ExtensionBrowser } from './harness/extension-browser';
import { expect, test } from './harness/fixtures';
import { readFacts, tellFact } from './harness/ledger';
import { readCard, readRings } from './harness/overlay';
import { prepare, visit } from './harness/scene';

const HOST = 'packs.rebind.example';
const POLICIES = '/etc/chromium/policies/managed';

/** The build with a key of its own in its manifest, and the id that follows from it. */
function ownCopy(folder: string): string {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const der = publicKey.export({ type: 'spki', format: 'der' });
  cpSync(inRoot('.output', 'chrome-mv3'), folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest: Record<string, unknown> = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...manifest, key: der.toString('base64') }));
  const digest = createHash('sha256').update(der).digest('hex').slice(0, 32);
  return [...digest].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

let folder = '';
let id = '';
let policyFile = '';
let served: FeedServer | undefined;
let publisher: Publisher;

test.beforeEach(async () => {
  const { path } = await ensureChromium();
  test.skip(!path.includes('chromium'), 'Another browser reads its policy elsewhere.');
  folder = mkdtempSync(join(tmpdir(), 'rebind-policy-'));
  id = ownCopy(folder);
  policyFile = join(POLICIES, `rebind-test-${id}.json`);
  try {
    mkdirSync(POLICIES, { recursive: true });
    writeFileSync(policyFile, '{}');
  } catch {
    test.skip(true, `Policies are read from ${POLICIES}, which only root may write.`);
  }
  served = await FeedServer.start();
  publisher = new Publisher();
});
test.afterEach(async () => {
  for (const path of [policyFile, folder]) if (path !== '') rmSync(path, { recursive: true, force: true });
  await served?.stop();
});

const serverOf = () => {
  if (!served) throw new Error('no server was started');
  return served;
};
const setPolicy = (policy: Record<string, unknown>) =>
  writeFileSync(policyFile, JSON.stringify({ '3rdparty': { extensions: { [id]: policy } } }));
const noticeFeed = () => ({ address: `http://${HOST}/index.jws`, keys: [publisher.key] });
const feed = (page: Page) => page.locator('[data-part="feed"]');
const standing = (page: Page, pack: string) => page.locator(`[data-pack="${pack}"] [data-standing]`).last();

async function numberOnCard(browser: ExtensionBrowser): Promise<string> {
  const person = await visit(browser, 'element', { state: 'ca-list' });
  const { text } = await person.sees({ guide: 'rebind', page: 'ca-list' });
  await person.page.close();
  return text;
}

test("a policy's feed is applied without a question, told, and cannot be removed by the person", async ({
  launch,
}) => {
  await publisher.publish(serverOf(), [corrected('9.0.0')]);
  setPolicy({ noticeFeed: noticeFeed() });
  const browser = await launch({ hosts: { [HOST]: serverOf().port }, extensionFolder: folder });
  expect(browser.extensionId).toBe(id);
  await prepare(browser);
  const page = await browser.openOwnPage('options.html#feed');
  await expect(feed(page).locator('[data-owner="administrator"]')).toBeVisible();
  const change = feed(page).locator(`[data-changed="${builtinPack.id}"]`);
  await expect(change).toContainText('9.0.0');
  await expect(change.locator('.pack-lines')).toContainText(NUMBER);
  await expect(standing(page, builtinPack.id)).toHaveAttribute('data-standing', 'followed');
  await expect(
    page.locator('[data-part="packs"]').getByRole('button', { name: '移除', exact: true }),
  ).toHaveCount(0);
  expect(await numberOnCard(browser)).toContain(NUMBER);
});

test('a pin and a block of the policy hold and are shown as the administrator’s', async ({ launch }) => {
  const other: NoticePack = { ...corrected('1.0.0'), id: 'linjiang-1', documentNumber: '临财示例1号' };
  await publisher.publish(serverOf(), [corrected('9.0.0'), corrected('9.1.0'), other]);
  setPolicy({
    noticeFeed: noticeFeed(),
    pinnedPacks: [{ id: builtinPack.id, version: '9.0.0' }],
    blockedPacks: [{ id: 'linjiang-1' }, { id: '错误' }],
  });
  const browser = await launch({ hosts: { [HOST]: serverOf().port }, extensionFolder: folder });
  const page = await browser.openOwnPage('options.html#feed');
  const rules = feed(page).locator('[data-part="feed-rules"]');
  await expect(rules).toContainText('9.0.0');
  await expect(rules).toContainText('linjiang-1');
  await expect(rules.locator('[data-part="feed-faults"]')).toContainText('blockedPacks[1].id');
  await expect(page.locator(`[data-pack="${builtinPack.id}"]`).last()).toContainText('9.0.0');
  const asked = new Set(serverOf().asked.map(({ path }) => path));
  expect(asked).toEqual(new Set(['index.jws', `${builtinPack.id}-9.0.0.jws`]));

  // A newer version from a file is refused while another is pinned.
  await page.locator('[data-part="packs"] input[type="file"]').setInputFiles({
    name: '新.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(corrected('9.2.0'))),
  });
  await expect(page.locator('[data-pack-error]')).toHaveAttribute('data-pack-error', 'pinned');

  // The policy is taken back: its rules end, its packs stay.
  setPolicy({});
  await expect(rules).toHaveCount(0, { timeout: 60_000 });
  await expect(feed(page).locator('[data-part="feed-form"]')).toBeVisible();
});

test('a block of the notice that ships with the product reaches the popup’s first paint', async ({
  launch,
}) => {
  const other: NoticePack = { ...corrected('1.0.0'), id: 'linjiang-1', documentNumber: '临财示例1号' };
  await publisher.publish(serverOf(), [other]);
  setPolicy({ noticeFeed: noticeFeed(), blockedPacks: [{ id: builtinPack.id }] });
  const browser = await launch({ hosts: { [HOST]: serverOf().port }, extensionFolder: folder });
  await prepare(browser);
  const page = await browser.openOwnPage('options.html#feed');
  await expect(standing(page, 'linjiang-1')).toHaveAttribute('data-standing', 'followed');
  await expect(standing(page, builtinPack.id)).toHaveAttribute('data-standing', 'blocked');
  const popup = await browser.openOwnPage('popup.html');
  await expect(popup.locator('body')).toContainText(NUMBER);
  await browser.restart();
  const again = await browser.openOwnPage('popup.html');
  await expect(again.locator('body')).toContainText(NUMBER);
  expect(await numberOnCard(browser)).toContain(NUMBER);

  // In the middle of that notice's guide it is blocked in its turn: card and popup stop it, with the way forward.
  const person = await visit(browser, 'element', { state: 'ca-list' });
  expect((await person.sees({ guide: 'rebind', page: 'ca-list' })).text).toContain('临财示例1号');
  setPolicy({ noticeFeed: noticeFeed(), blockedPacks: [{ id: 'linjiang-1' }] });
  const rules = await browser.openOwnPage('options.html#feed');
  await expect(standing(rules, 'linjiang-1')).toHaveAttribute('data-standing', 'blocked', {
    timeout: 60_000,
  });
  await expect
    .poll(async () => (await readCard(person.page))?.text ?? '', { timeout: 30_000 })
    .toContain('通知包已更换（或被移除、被管理员停用）');
  expect(await readRings(person.page)).toEqual([]);
  const stopped = await browser.openOwnPage('popup.html');
  await expect(stopped.locator('[data-part="guide"]')).toContainText(
    '通知包已更换（或被移除、被管理员停用）',
  );
  await expect(stopped.locator('[data-part="guide"]')).toContainText('现在的步骤办');
});

test('a block in the middle of an unbinding: nothing is pointed at, the ledger stands, and there is a way forward and a number', async ({
  launch,
}) => {
  test.setTimeout(180_000);
  const other: NoticePack = { ...corrected('1.0.0'), id: 'linjiang-1', documentNumber: '临财示例1号' };
  await publisher.publish(serverOf(), [other]);
  const others = [{ id: builtinPack.id }];
  setPolicy({ noticeFeed: noticeFeed(), blockedPacks: others });
  const browser = await launch({ hosts: { [HOST]: serverOf().port }, extensionFolder: folder });
  const popup = await prepare(browser);
  const rules = await browser.openOwnPage('options.html#feed');
  await expect(standing(rules, other.id)).toHaveAttribute('data-standing', 'followed');
  const person = await visit(browser, 'element', { state: 'ca-list' });
  await person.sees({ guide: 'rebind', step: 'unbind-old', says: '临财示例1号' });
  await person.answersAll('yes');
  await person.clicksRing('unbind');
  // The last question of the site itself is on the screen, and the ring lies on its button.
  await person.seesRingOn('unbind-confirm');
  const before = await readFacts(popup, 'preview');

  setPolicy({ noticeFeed: noticeFeed(), blockedPacks: [{ id: other.id }] });
  await rules.bringToFront();
  await expect(standing(rules, other.id)).toHaveAttribute('data-standing', 'blocked', { timeout: 60_000 });
  await person.page.bringToFront();
  const stopped = await person.sees({
    page: 'unbind-confirm',
    targetState: 'none',
    says: '通知包已更换（或被移除、被管理员停用）',
  });
  expect(await readRings(person.page)).toEqual([]);
  // By the notice that is left, with its own questions and its own number; no answer is carried over.
  expect(stopped.text).toContain(builtinPack.documentNumber);
  expect(stopped.text).toContain('18912397618');
  expect(stopped.text).toContain('解绑后可能无法恢复');
  expect(stopped.controls.some(({ attributes }) => attributes['data-action'] === 'answer-yes')).toBe(true);
  expect((await readFacts(popup, 'preview')).slice(0, before.length)).toEqual(before);

  // It goes through all the same: what the page shows is noted, and binding is the urgent next thing.
  await person.clicksControl('unbind-confirm');
  const next = await person.sees({ guide: 'rebind', step: 'start-bind' });
  expect(next.text).toContain('请尽快绑定新CA');
  const told = (await readFacts(popup, 'preview')).map(tellFact);
  expect(told.filter((line) => line === 'seen: page unbind-done')).toHaveLength(1);
});
