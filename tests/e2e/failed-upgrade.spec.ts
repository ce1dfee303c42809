/** An older database that the built extension cannot bring up to date: kept, said, taken along in a file, and back. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { copyBuild, readOlderDatabase, replaceDatabase } from './harness/failing-upgrade';
import { expect, test } from './harness/fixtures';
import { readTable } from './harness/ledger';
import { sentences } from './harness/own-pages';
import { prepare } from './harness/scene';

const t = sentences('zh');
const older = readOlderDatabase();
const RECORDS = ['subjects', 'certificates', 'journeys', 'facts'] as const;
let folder = '';

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rebind-upgrade-'));
  copyBuild('chrome-mv3', folder, true);
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Version and rows as they lie on disk. */
async function readOnDisk(page: Page) {
  const databases = await page.evaluate(() => indexedDB.databases());
  const rows: Record<string, unknown[]> = {};
  for (const table of Object.keys(older.rows)) {
    rows[table] = await readTable(page, 'real', table as 'subjects');
  }
  return { version: databases.find(({ name }) => name === 'rebind')?.version, rows };
}

async function expectAllBack(page: Page): Promise<void> {
  for (const table of RECORDS) {
    const back = await readTable<object>(page, 'real', table);
    const wanted = older.rows[table] ?? [];
    expect(back, table).toHaveLength(wanted.length);
    // What a later version adds to a row, and facts' numbers, apart.
    for (const row of wanted as readonly { id: string; order?: number }[]) {
      const { order: _, ...same } = row;
      expect(back, table).toContainEqual(expect.objectContaining(same));
    }
  }
}

test('an upgrade that fails keeps the data and is said in the popup; a file and a mended build bring all back', async ({
  launch,
}) => {
  test.setTimeout(150_000);
  const browser = await launch({ extensionFolder: folder });
  let popup = await prepare(browser, { date: null });
  await popup.evaluate(replaceDatabase, older);
  const before = await readOnDisk(popup);
  expect(before).toEqual({ version: older.engineVersion, rows: older.rows });

  await popup.reload();
  await expect(popup.locator('[data-failure="upgrade-failed"]')).toBeVisible();
  for (const part of ['what', 'why', 'todo'] as const) {
    await expect(popup.locator('main')).toContainText(t(`store.upgradeFailed.${part}`));
  }
  // Trying again changes nothing either.
  await popup.getByRole('button', { name: t('ui.retry') }).click();
  await expect(popup.locator('[data-failure="upgrade-failed"]')).toBeVisible();
  const download = popup.waitForEvent('download');
  await popup.getByRole('button', { name: t('settings.rescue.save') }).click();
  const file = await (await download).path();
  expect(await readOnDisk(popup)).toEqual(before);

  // The file, in another browser.
  const other = await launch();
  const settings = await other.openOwnPage('options.html');
  await settings.locator('[data-part="backup"] input[type="file"]').setInputFiles(file);
  const offer = settings.locator('[data-part="restore-offer"]');
  await offer.getByRole('button', { name: t('settings.restore.go') }).click();
  await expect(settings.getByText(t('settings.restore.done'))).toBeVisible();
  await expectAllBack(settings);

  // A build without the fault, over the data that was kept.
  copyBuild('chrome-mv3', folder, false);
  await browser.restart();
  popup = await browser.openOwnPage('popup.html');
  await expect(popup.locator('[data-part="subjects"]')).toBeVisible();
  await expectAllBack(popup);
});
