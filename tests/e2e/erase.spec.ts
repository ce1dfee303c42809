/** One press and one question, and nothing of ours is left anywhere in the browser. */
import { addDays, dateIn } from '@/lib/notice/days';
import { NAMESPACES, TABLE_NAMES } from '@/lib/store/model';
import { putNotification, readBrowserSide } from './harness/browser-side';
import { expect, test } from './harness/fixtures';
import { readAllRows } from './harness/kept';
import { readTable } from './harness/ledger';
import { waitForCard } from './harness/overlay';
import { Popup, sentences, setPreview } from './harness/own-pages';
import { IN_TRANSITION, UNIT, visit } from './harness/scene';

const t = sentences('zh');
const TODAY = dateIn(new Date(), 'Asia/Shanghai');

test('erasing empties every database, both storages, alarms, notifications and the badge', async ({
  browserWithExtension,
}) => {
  const page = await browserWithExtension.openOwnPage('popup.html');
  const popup = new Popup(page);
  await popup.addSubject(UNIT);
  await popup.addCertificate({ kind: 'ca', generation: 'new', label: '甲', validUntil: addDays(TODAY, 12) });
  await setPreview(page, IN_TRANSITION);
  const person = await visit(browserWithExtension, 'element', { state: 'ca-list' });
  await person.sees({ guide: 'rebind', page: 'ca-list' });
  const practice = await browserWithExtension.openOwnPage(
    `practice.html?skin=element&state=ca-list&date=${IN_TRANSITION}`,
  );
  await waitForCard(practice, { page: 'ca-list' });
  await practice.close();
  await setPreview(page, null);
  // A form left half done lies in the browser's memory.
  await page.bringToFront();
  await popup.button('popup.certificates.add').first().click();
  await page
    .getByRole('dialog')
    .getByRole('textbox', { name: t('popup.certificates.holder') })
    .fill('王某');
  await putNotification(page, 'reminder');
  const before = await readBrowserSide(page);
  expect(before).toMatchObject({ alarms: ['day'], notifications: ['reminder'], badge: '12' });
  expect(JSON.stringify(before.session)).toContain('王某');
  expect(Object.keys(before.local)).not.toEqual([]);
  const subjects = await Promise.all(
    NAMESPACES.map((name) => readTable<{ id: string }>(page, name, 'subjects')),
  );
  expect(subjects.map(({ length }) => length)).toEqual([1, 1, expect.any(Number)]);
  const [subject] = subjects.flat();
  // Every table holds something, whatever tables there will be.
  const filled = await page.evaluate(async () => {
    const names: string[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const tables = [...database.objectStoreNames];
      const transaction = database.transaction(tables, 'readwrite');
      for (const table of tables) {
        const store = transaction.objectStore(table);
        const keys = store.autoIncrement ? ['id'] : [store.keyPath ?? []].flat();
        store.put(Object.fromEntries(keys.map((key) => [key, 'left'])));
        names.push(`${name} ${table}`);
      }
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error);
      });
      database.close();
    }
    return names;
  });
  expect(filled).toHaveLength(NAMESPACES.length * TABLE_NAMES.length);

  const settings = await browserWithExtension.openOwnPage('options.html');
  await settings.getByRole('button', { name: t('settings.erase.button') }).click();
  const question = settings.getByRole('alertdialog');
  await question.getByRole('button', { name: t('settings.erase.button') }).click();
  await expect(settings.getByText(t('settings.erase.done'))).toBeVisible();

  for (const namespace of NAMESPACES) {
    for (const table of TABLE_NAMES) {
      expect(await readTable(settings, namespace, table), `${namespace} ${table}`).toEqual([]);
    }
  }
  expect(await readAllRows(settings)).toEqual([]);
  await expect.poll(async () => (await readBrowserSide(settings)).badge).toBe('');
  const after = await readBrowserSide(settings);
  expect(after).toMatchObject({ local: {}, sync: {}, own: [], alarms: [], notifications: [] });
  // The page of the system is still open, and planned anew for nobody.
  expect(JSON.stringify(after.session)).not.toContain('王某');
  expect(JSON.stringify(after.session)).not.toContain(subject?.id);
  await expect(page.locator('[data-part="welcome"]')).toBeVisible();
  await person.page.bringToFront();
  await person.sees({ step: 'choose-subject' });
});
