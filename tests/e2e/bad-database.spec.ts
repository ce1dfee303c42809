/** Bad databases: a clear message, and nothing lost (design.md §3.8). */
import type { Page } from '@playwright/test';
import { expect, test } from './harness/fixtures';
import { readTable } from './harness/ledger';
import { sentences } from './harness/own-pages';
import { prepare, UNIT, visit } from './harness/scene';

const t = sentences('zh');

/** Raises the real database to a version no Rebind of today knows, as a newer one would have. */
function raiseVersion(ownPage: Page, version: number): Promise<void> {
  return ownPage.evaluate(
    (to) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('rebind', to);
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
        request.onerror = () => reject(request.error);
      }),
    version,
  );
}

test('a database of a newer version: popup and card say so, and it stays as it is', async ({
  browserWithExtension,
}) => {
  const popup = await prepare(browserWithExtension, { date: null });
  const before = await readTable(popup, 'real', 'subjects');
  expect(before).toHaveLength(1);

  await raiseVersion(popup, 990);
  await popup.reload();
  await expect(popup.locator('body')).toContainText(t('store.newerVersion.what'));
  await expect(popup.locator('body')).toContainText(t('store.newerVersion.todo'));

  // The guide still says what the notice says, and that it cannot record.
  const person = await visit(browserWithExtension, 'element', { state: 'ca-list' });
  await person.sees({ page: 'ca-list', says: t('card.notRecording') });

  expect(await readTable(popup, 'real', 'subjects')).toEqual(before);
  const version = await popup.evaluate(
    async () => (await indexedDB.databases()).find(({ name }) => name === 'rebind')?.version,
  );
  expect(version).toBe(990);
});

test('a row that makes no sense is left out of every answer and kept in the database', async ({
  browserWithExtension,
}) => {
  const popup = await prepare(browserWithExtension, { date: null });
  await popup.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('rebind');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const transaction = request.result.transaction('subjects', 'readwrite');
          transaction.objectStore('subjects').put({ id: 'broken', audience: 42 });
          transaction.oncomplete = () => {
            request.result.close();
            resolve();
          };
        };
      }),
  );
  await popup.reload();
  await expect(popup.locator('[data-part="subjects"]')).toContainText(UNIT.name);
  const person = await visit(browserWithExtension, 'element', { state: 'home' });
  await person.sees({ page: 'home', phase: 'new-only' });
  expect(await readTable(popup, 'real', 'subjects')).toContainEqual({ id: 'broken', audience: 42 });
});

test('a database that does not open is taken along in a file, and that file restores it', async ({
  browserWithExtension,
}) => {
  const popup = await prepare(browserWithExtension, { date: null });
  const kept = await readTable(popup, 'real', 'subjects');
  const version = await popup.evaluate(
    async () => (await indexedDB.databases()).find(({ name }) => name === 'rebind')?.version,
  );
  // Stores are missing, as after a disk's damage: what is left of it can be read all the same.
  const damage = ({ version, rows }: { version: number | undefined; rows: readonly unknown[] }) =>
    new Promise<void>((resolve, reject) => {
      indexedDB.deleteDatabase('rebind');
      const request = indexedDB.open('rebind', version);
      request.onupgradeneeded = () => {
        const table = request.result.createObjectStore('subjects', { keyPath: 'id' });
        for (const row of rows) table.put(row);
      };
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
      request.onerror = () => reject(request.error);
    });
  await popup.evaluate(damage, { version, rows: kept });
  const settings = await browserWithExtension.openOwnPage('options.html');
  await expect(settings.locator('[data-failure="corrupted"]')).toBeVisible();
  const download = settings.waitForEvent('download');
  await settings.locator('[data-part="rescue"] button').click();
  const file = await (await download).path();
  expect(await readTable(settings, 'real', 'subjects')).toEqual(kept);

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
  await expect.poll(() => readTable(settings, 'real', 'subjects')).toEqual(kept);
});
