/**
 * The disk is full under the extension's own pages: what happened, why, what to do now; nothing half-written, and all is
 * well once there is room. A real full disk, since Chromium asks no quota of an extension that has `unlimitedStorage`.
 */
import type { Locator } from '@playwright/test';
import { OpenSsl } from '@/lib/certificate/reading/testing/openssl';
import { writeBackup } from '@/lib/store/backup/file';
import { certificate, fact, journey, subject } from '@/tests/unit/store/sample-rows';
import { expect, test } from './harness/fixtures';
import { readAllRows } from './harness/kept';
import { readTable } from './harness/ledger';
import { sentences } from './harness/own-pages';
import { RosterPage } from './harness/roster';
import { prepare } from './harness/scene';
import { SmallDisk } from './harness/small-disk';
import { waitUntil } from './harness/wait-until';

const t = sentences('zh');

let disk: SmallDisk | null = null;
let openssl: OpenSsl;

test.beforeEach(() => {
  openssl = new OpenSsl();
  disk = SmallDisk.mount(24);
});
test.afterEach(() => {
  disk?.discard();
  openssl.remove();
});

/** What happened, why, what to do; a page that was only told that its database does not open names the disk first. */
async function expectSaid(notice: Locator): Promise<void> {
  await expect(notice).toHaveAttribute('data-failure', /^(?:quota|corrupted)$/);
  const kind = (await notice.getAttribute('data-failure')) === 'quota' ? 'quota' : 'corrupted';
  for (const part of ['what', 'why', 'todo'] as const) {
    await expect(notice).toContainText(t(`store.${kind}.${part}`));
  }
  await expect(notice).toContainText('清理好以前不要关闭浏览器');
}

test('a full disk is said by each page that writes, undoes the whole write, and passes', async ({
  launch,
}) => {
  test.setTimeout(180_000);
  test.skip(disk === null, 'No disk can be mounted here: this needs root on Linux.');
  if (disk === null) return;
  const browser = await launch({ databaseFolder: disk.folder });
  await prepare(browser, { date: null });
  const files = ['张三', '李四'].map((name) =>
    openssl.path(`${openssl.make({ subject: `/O=常州市第一中学/CN=${name}`, key: 'sm2' })}.cer`),
  );
  const backedUp = {
    subjects: [subject('s-2')],
    certificates: [certificate('c-2', 's-2')],
    journeys: [journey('j-2', 's-2')],
    facts: Array.from({ length: 300 }, (_, at) => ({ ...fact(`f-${at}`, 'j-2'), order: at + 1 })),
    units: [],
    drafts: [],
    packs: [],
    settings: [],
  };
  const backup = await writeBackup(backedUp, '2026-11-25T00:00:00.000Z', null);

  const page = await browser.openOwnPage('options.html#certificates');
  const adding = page.locator('[data-part="certificates"]');
  await adding.locator('input[type="file"]').setInputFiles(files);
  await expect(adding.locator('[data-candidate]')).toHaveCount(2);
  const restoring = page.locator('[data-part="backup"]');
  await restoring
    .locator('input[type="file"]')
    .setInputFiles({ name: 'b.json', mimeType: 'application/json', buffer: Buffer.from(backup) });
  const offer = restoring.locator('[data-part="restore-offer"]');
  await expect(offer.locator('[data-table="facts"] td').first()).toHaveText('300');
  const roster = await RosterPage.open(browser);
  await roster.startImport('import');
  const list = `单位名称,联系人\n${Array.from({ length: 400 }, (_, at) => `常州市第${at}单位,王某`).join('\n')}`;
  await roster.choose({ name: '名册.csv', bytes: list });
  await roster.check();

  disk.fill();
  const save = adding.getByRole('button', { name: t('popup.files.save', { count: 2 }) });
  await save.click();
  await expectSaid(adding.locator('[role="alert"]'));
  // The first may have found room in what the database's file had taken already: then it is said to be kept, and is.
  const kept = await adding.locator('[data-kept]').count();
  expect(kept).toBeLessThan(2);
  await offer.getByRole('button', { name: t('settings.restore.go') }).click();
  await expectSaid(restoring.locator('[role="alert"]'));
  await roster.button('roster.import.go').click();
  await expectSaid(roster.dialog().locator('[data-failure]'));

  disk.free();
  const rows = await readAllRows(page);
  expect(rows.filter(([, table]) => table === 'certificates')).toHaveLength(kept);
  expect(rows.filter(([, table]) => ['facts', 'journeys', 'units', 'rosterEdits'].includes(table))).toEqual(
    [],
  );
  expect(rows.filter(([, table]) => table === 'subjects')).toHaveLength(1);
  await adding.getByRole('button', { name: t('popup.files.save', { count: 2 - kept }) }).click();
  const outcome = await waitUntil(
    'the certificates kept, or the database gone',
    async () =>
      (await adding.locator('[data-kept]').count()) === 2 ? 'kept' : (await readAllRows(page)).length,
    (now) => now === 'kept' || now === 0,
  );
  if (outcome === 0) {
    // Where the disk's end cut a record of Chromium's own in two, it takes that for damage and deletes the database in
    // silence at the next opening. Nothing of ours can hold it; that it is gone is said, and not called a fresh start.
    const popup = await browser.openOwnPage('popup.html');
    await expect(popup.getByText(t('popup.health.lost'))).toBeVisible();
    test.info().annotations.push({ type: 'engine', description: 'Chromium threw the database away' });
    return;
  }
  await roster.button('roster.import.go').click();
  await expect(roster.dialog()).toBeHidden();
  expect(await readTable(page, 'real', 'units')).toHaveLength(400);
  await offer.getByRole('button', { name: t('settings.restore.go') }).click();
  await expect(page.getByText(t('settings.restore.done'))).toBeVisible();
  expect(await readTable(page, 'real', 'certificates')).toHaveLength(3);
  expect(await readTable(page, 'real', 'facts')).toHaveLength(300);
});
