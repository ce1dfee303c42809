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
