/** That a write is only acknowledged once it is on the disk: a killed process would not show it, a crash of the machine would. */
import { expect, test } from '@playwright/test';
import { subject } from '@/tests/unit/store/sample-rows';
import { StoreBrowser, StoreSite } from './store-page';

test('every transaction that writes asks the browser for strict durability', async () => {
  const site = await StoreSite.serve();
  const browser = new StoreBrowser(site);
  await browser.launch();
  try {
    const page = await browser.openTab();
    const asked = await page.evaluate(async (row) => {
      const { prototype } = IDBDatabase;
      const begin = prototype.transaction;
      const told: string[] = [];
      prototype.transaction = function (...of: Parameters<typeof begin>) {
        const transaction = begin.apply(this, of);
        if (transaction.mode === 'readwrite') told.push(transaction.durability);
        return transaction;
      };
      const store = await window.rebind.openStore('real');
      await store.subjects.put(row);
      await store.settings.set('largeType', true);
      await store.subjects.remove(row.id);
      return told;
    }, subject('s'));
    expect(asked.length).toBeGreaterThanOrEqual(3);
    expect([...new Set(asked)]).toEqual(['strict']);
  } finally {
    await browser.discard();
    await site.close();
  }
});
