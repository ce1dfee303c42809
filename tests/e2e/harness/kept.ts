/** What the extension keeps, read beside it: for tests of what must not be kept. */
import type { Page } from '@playwright/test';

/** Every row of every table of every database, as `[database, table, row]`. @param page of the extension's own */
export function readAllRows(page: Page): Promise<readonly (readonly [string, string, unknown])[]> {
  return page.evaluate(async () => {
    const found: [string, string, unknown][] = [];
    const answerOf = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await answerOf(indexedDB.open(name));
      for (const table of database.objectStoreNames) {
        const rows = await answerOf(database.transaction(table).objectStore(table).getAll());
        for (const row of rows) found.push([name, table, row]);
      }
      database.close();
    }
    return found;
  });
}

/** The same and both areas of storage, as one text. */
export async function readEverything(page: Page): Promise<string> {
  const areas = await page.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: Record<'local' | 'session', { get(keys: null): Promise<object> }> };
    };
    return [await chrome.storage.local.get(null), await chrome.storage.session.get(null)];
  });
  return JSON.stringify([...areas, ...(await readAllRows(page))]);
}
