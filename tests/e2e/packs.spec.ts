/** A notice pack from a file, as built: refused or shown before use, then followed by every page, until removed. */

import type { Page } from '@playwright/test';
import type { NoticePack } from '@/lib/notice/model';
import { builtinPack, corrected, NUMBER } from '../published-packs';
import { axeOn } from './harness/accessible';
import type { ExtensionBrowser } from './harness/extension-browser';
import { expect, test } from './harness/fixtures';
import { readFacts, readFactsWith, readTable, tellFact } from './harness/ledger';
import { readRings } from './harness/overlay';
import { sentences } from './harness/own-pages';
import { prepare, visit } from './harness/scene';
import type { OverlayElement } from './harness/shadow-reader';

const t = sentences('zh');

/** The built-in notice, published anew with another number for the CA's vendor. */
const CORRECTED: NoticePack = {
  ...corrected('9.0.0'),
  batches: [
    {
      id: 'first',
      name: { zh: '第一批' },
      units: ['市直单位'],
      from: '2099-09-07',
      until: '2099-09-18',
      cite: '二',
    },
    {
      id: 'second',
      name: { zh: '第二批' },
      units: ['各区'],
      from: '2099-10-09',
      until: '2099-10-23',
      cite: '二',
    },
  ],
  obligations: [
    ...builtinPack.obligations,
    {
      id: 'collect',
      text: { zh: '按批次领取新CA。' },
      due: {
        kind: 'relative',
        anchor: { kind: 'batch-until' },
        side: 'after',
        lead: { count: 0, unit: 'days' },
        inclusive: true,
      },
      soft: false,
      where: [],
      materials: [],
      cite: '三',
    },
  ],
};

const fileOf = (pack: unknown, name = '常州通知.json') => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(typeof pack === 'string' ? pack : JSON.stringify(pack)),
});

const part = (page: Page) => page.locator('[data-part="packs"]');
const give = (page: Page, file: { name: string; mimeType: string; buffer: Buffer }) =>
  part(page).locator('input[type="file"]').setInputFiles(file);

const isPressed = ({ attributes }: OverlayElement) =>
  /^answer-/.test(attributes['data-action'] ?? '') && attributes['aria-pressed'] === 'true';

async function openPacks(browser: ExtensionBrowser): Promise<Page> {
  const page = await browser.openOwnPage('options.html');
  await part(page).locator('[data-pack]').first().waitFor();
  return page;
}

test('a file that is no pack is refused with what, where and what to do; nothing changes', async ({
  browserWithExtension,
}) => {
  const page = await openPacks(browserWithExtension);
  const error = part(page).locator('[data-pack-error]');
  await give(page, fileOf('{"format": "rebind.notice/1",', '坏.json'));
  await expect(error).toContainText('坏.json');
  await expect(error).toContainText(t('packs.refused.now'));
  await give(page, fileOf({ ...CORRECTED, phases: '九月' }));
  await expect(error).toContainText('phases');
  await give(page, { ...fileOf(''), buffer: Buffer.from([0xcd, 0xa8, 0xd6, 0xaa, 0xb3, 0xa3]) });
  await expect(error).toHaveAttribute('data-pack-error', 'encoding');
  await give(page, fileOf({ ...CORRECTED, version: '0.0.1' }));
  await expect(error).toHaveAttribute('data-pack-error', 'older');
  await give(page, fileOf(builtinPack));
  await expect(error).toHaveAttribute('data-pack-error', 'same');
  await give(page, { ...fileOf(''), buffer: Buffer.alloc(6_000_001, 0x20) });
  await expect(error).toHaveAttribute('data-pack-error', 'too-large');
  expect(await readTable(page, 'real', 'packs')).toEqual([]);
});

test('what changes is shown first; used, popup, notice and card follow it, after a restart too; removed, they go back', async ({
  browserWithExtension,
}) => {
  await prepare(browserWithExtension);
  const page = await openPacks(browserWithExtension);
  await give(page, fileOf(CORRECTED));
  const preview = part(page).locator('[data-part="pack-preview"]');
  await expect(preview.locator('.pack-lines').first()).toContainText(NUMBER);
  // Looked at and left: nothing was kept.
  await preview.getByRole('button', { name: t('packs.preview.leave') }).click();
  await expect(preview).toHaveCount(0);
  expect(await readTable(page, 'real', 'packs')).toEqual([]);

  await give(page, fileOf(CORRECTED));
  await preview.getByRole('button', { name: t('packs.preview.use'), exact: true }).click();
  const added = part(page).locator('[data-part="pack"]').nth(1);
  await expect(added).toContainText('常州通知.json');
  await expect(added.locator('[data-standing]')).toHaveAttribute('data-standing', 'followed');

  const person = await visit(browserWithExtension, 'element', { state: 'ca-list' });
  expect((await person.sees({ guide: 'rebind', page: 'ca-list' })).text).toContain(NUMBER);
  const popup = await browserWithExtension.openOwnPage('popup.html');
  await expect(popup.locator('body')).toContainText(NUMBER);
  const notice = await browserWithExtension.openOwnPage('notice.html');
  await expect(notice.locator('[data-part="notice"]')).toContainText(NUMBER);

  // What this version changed is told there, against the one that ships.
  const changed = notice.locator('[data-changed="version"]');
  await changed.locator('summary').click();
  await expect(changed).toContainText(NUMBER);

  // The notice now goes by batches: the page asks for a look, the popup for good.
  await notice.getByLabel(t('noticePage.circumstances.batch')).selectOption('second');
  await expect(notice.locator('[data-batch]')).toHaveCount(1);
  await expect(notice.locator('[data-part="notice"]')).toContainText('10月23日');
  const asked = popup.locator('[data-part="circumstances"]');
  await asked.getByLabel(t('noticePage.circumstances.batch')).selectOption('first');
  await asked.getByRole('button', { name: t('popup.circumstances.keep') }).click();
  await expect(asked.locator('[data-said="batch"]')).toContainText('第一批');
  await expect(popup.locator('[data-obligation="collect"]')).toContainText('9月18日');
  const [word] = await readFactsWith(popup, 'preview', 'circumstance').then((facts) =>
    facts.filter(({ body }) => body.kind === 'circumstance'),
  );
  expect(word && tellFact(word)).toBe('said: batch first yes');
  await asked.locator('[data-said="batch"]').getByRole('button').click();
  await expect(popup.locator('[data-obligation="collect"]')).not.toContainText('9月18日');

  await browserWithExtension.killWorker(page);
  await person.page.reload();
  expect((await person.sees({ guide: 'rebind', page: 'ca-list' })).text).toContain(NUMBER);

  await added.getByRole('button', { name: t('packs.remove'), exact: true }).click();
  await added.getByRole('button', { name: t('packs.removeGo') }).click();
  await expect(part(page).locator('[data-part="pack"]')).toHaveCount(1);
  // The card on the open page goes back without a reload.
  await expect
    .poll(async () => (await person.sees({ guide: 'rebind', page: 'ca-list' })).text)
    .not.toContain(NUMBER);
  await popup.reload();
  await expect(popup.locator('body')).toContainText('18912397618');
  await expect(popup.locator('body')).not.toContainText(NUMBER);
  await person.page.reload();
  expect((await person.sees({ guide: 'rebind', page: 'ca-list' })).text).not.toContain(NUMBER);
});

test('a notice that takes the place of the one followed, mid-guide: its own questions are open, its own days hold; removed, what was answered stands', async ({
  browserWithExtension,
}) => {
  // The same guides by the same names, as most notices have them.
  const next: NoticePack = {
    ...builtinPack,
    id: 'changzhou-next',
    documentNumber: '常财购示例2号',
    signedOn: '2023-09-18',
    publishedOn: '2023-09-18',
    replaces: [builtinPack.id],
  };
  // And a later version of it, which opens the transition later.
  const moved: Readonly<Record<string, Partial<NoticePack['phases'][number]>>> = {
    application: { until: '2023-09-24' },
    transition: { from: '2023-09-25' },
  };
  const later: NoticePack = {
    ...next,
    version: '9.0.0',
    phases: next.phases.map((phase) => ({ ...phase, ...moved[phase.id] })),
    permissions: next.permissions.map((each) =>
      JSON.parse(
        JSON.stringify(each).replace('2023-09-10', '2023-09-24').replace('2023-09-11', '2023-09-25'),
      ),
    ),
  };
  const popup = await prepare(browserWithExtension);
  const person = await visit(browserWithExtension, 'element', { state: 'ca-list' });
  await person.sees({ guide: 'rebind', step: 'unbind-old', targetState: 'none' });
  await person.answersAll('yes');
  await person.sees({ step: 'unbind-old', targetState: 'found', says: '常财购〔2023〕12号' });
  const before = await readFacts(popup, 'preview');

  const page = await openPacks(browserWithExtension);
  const use = async (pack: NoticePack) => {
    await give(page, fileOf(pack));
    await part(page)
      .locator('[data-part="pack-preview"]')
      .getByRole('button', { name: t('packs.preview.use'), exact: true })
      .click();
  };
  await use(next);
  await person.page.bringToFront();
  await person.sees({ step: 'unbind-old', targetState: 'none', says: '常财购示例2号' });
  await expect.poll(() => readRings(person.page)).toEqual([]);
  expect((await person.card())?.controls.filter(isPressed)).toEqual([]);

  // Not by this notice, not yet: in words and without a ring, whatever is answered.
  await use(later);
  await person.page.bringToFront();
  const closed = await person.sees({ phase: 'application', targetState: 'none' });
  expect(closed.text).toMatch(/先别点解绑。[^。]*还不到时候/);
  await person.answersAll('yes');
  await expect.poll(() => readRings(person.page)).toEqual([]);

  const added = part(page).locator('[data-pack="changzhou-next"]');
  await added.getByRole('button', { name: t('packs.remove'), exact: true }).click();
  await added.getByRole('button', { name: t('packs.removeGo') }).click();
  await person.page.bringToFront();
  await person.sees({
    guide: 'rebind',
    step: 'unbind-old',
    targetState: 'found',
    says: '常财购〔2023〕12号',
  });
  // The ledger only grew.
  expect((await readFacts(popup, 'preview')).slice(0, before.length)).toEqual(before);
});

test('a notice of another region is followed only once the person says so; the page stays accessible', async ({
  browserWithExtension,
}) => {
  const page = await openPacks(browserWithExtension);
  await give(
    page,
    fileOf({
      ...CORRECTED,
      id: 'suzhou-1',
      version: '1.0.0',
      region: { zh: '江苏省苏州市' },
      documentNumber: '苏财示例1号',
    }),
  );
  const preview = part(page).locator('[data-part="pack-preview"]');
  const { violations } = await axeOn(page).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  await preview.getByRole('button', { name: t('packs.preview.use'), exact: true }).click();
  const added = part(page).locator('[data-pack="suzhou-1"] [data-standing]');
  await expect(added).toHaveAttribute('data-standing', 'elsewhere');
  await part(page).getByLabel(t('packs.region')).selectOption('江苏省苏州市');
  await expect(added).toHaveAttribute('data-standing', 'followed');

  // The worker has it ready: the popup follows it and reads no pack.
  await expect
    .poll(async () => JSON.stringify(await readTable(page, 'real', 'ready')))
    .toContain('苏财示例1号');
  const popup = await browserWithExtension.openOwnPage('popup.html');
  await expect(popup.locator('[data-part="timeline"]')).toContainText('苏财示例1号');
  const loaded = await popup.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  expect(loaded.filter((name) => /added-packs|stored-shelf/.test(name))).toEqual([]);
});
