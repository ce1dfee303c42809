/** An older database that cannot be upgraded, under the built extension: kept, said, taken along in a file, and back. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { RawDatabase } from '@/tests/unit/store/raw-database';
import { expect, test } from './harness/fixtures';
import { readTable } from './harness/ledger';
import { sentences } from './harness/own-pages';
import { prepare } from './harness/scene';

const t = sentences('zh');

/** A frozen example of version 2, and in it a store that a later version is to make: its upgrade cannot end well. */
const older: RawDatabase = JSON.parse(
  readFileSync(new URL('../../lib/store/fixtures/v2.json', import.meta.url), 'utf8'),
);
const IN_THE_WAY = 'units';

/** Puts the older database in the place of today's, in one go: nobody opens it in between. */
function replaceDatabase(page: Page, database: RawDatabase, inTheWay: string): Promise<void> {
  return page.evaluate(
    ({ database: { engineVersion, stores, rows }, inTheWay }) =>
      new Promise<void>((resolve, reject) => {
        indexedDB.deleteDatabase('rebind');
        const request = indexedDB.open('rebind', engineVersion);
        request.onupgradeneeded = () => {
          for (const [name, { keyPath, autoIncrement, indexes }] of Object.entries(stores)) {
            const store = request.result.createObjectStore(name, { keyPath, autoIncrement });
            for (const index of indexes)
              store.createIndex(index.name, index.keyPath, { unique: index.unique });
            for (const row of rows[name] ?? []) store.put(row);
          }
          request.result.createObjectStore(inTheWay, { keyPath: 'code' });
        };
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
        request.onerror = () => reject(request.error);
      }),
    { database, inTheWay },
  );
}

/** Version and rows as they lie on disk. */
async function readOnDisk(page: Page) {
  const databases = await page.evaluate(() => indexedDB.databases());
  const rows: Record<string, unknown[]> = {};
  for (const table of Object.keys(older.rows)) {
    rows[table] = await readTable(page, 'real', table as 'subjects');
  }
  return { version: databases.find(({ name }) => name === 'rebind')?.version, rows };
}

test('an upgrade that fails keeps the data, is said in the popup, and its file brings everything back', async ({
  browserWithExtension,
}) => {
  const popup = await prepare(browserWithExtension, { date: null });
  await replaceDatabase(popup, older, IN_THE_WAY);
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

  const settings = await browserWithExtension.openOwnPage('options.html');
  await expect(settings.locator('[data-failure="upgrade-failed"]')).toBeVisible();
  await settings.getByRole('button', { name: t('settings.erase.button') }).click();
  await settings
    .getByRole('alertdialog')
    .getByRole('button', { name: t('settings.erase.button') })
    .click();
  await expect(settings.getByText(t('settings.erase.done'))).toBeVisible();
  await settings.reload();
  await settings.locator('[data-part="backup"] input[type="file"]').setInputFiles(file);
  await settings
    .locator('[data-part="restore-offer"]')
    .getByRole('button', { name: t('settings.restore.go') })
    .click();
  await expect(settings.getByText(t('settings.restore.done'))).toBeVisible();
  for (const table of ['subjects', 'certificates', 'journeys', 'facts'] as const) {
    const back = await readTable<object>(settings, 'real', table);
    const wanted = older.rows[table] ?? [];
    expect(back, table).toHaveLength(wanted.length);
    // What a later version adds to a row, and facts' numbers, apart.
    for (const row of wanted as readonly { id: string; order?: number }[]) {
      const { order: _, ...same } = row;
      expect(back, table).toContainEqual(expect.objectContaining(same));
    }
  }
  await popup.reload();
  await expect(popup.locator('[data-certificate]').first()).toBeVisible();
});
