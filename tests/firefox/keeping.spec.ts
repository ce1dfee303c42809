/** What is kept, told and refused in Firefox: reminders and badge, fields, an upgrade that fails, private windows. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { formatDay } from '@/components/ui/dates';
import { addDays, dateIn } from '@/lib/notice/days';
import { OFFICIAL_ADDRESS, OFFICIAL_HOST } from '@/lib/platform/official-site';
import { servePractice } from '@/scripts/practice-server.mjs';
import { copyBuild, readOlderDatabase, replaceDatabase } from '@/tests/e2e/harness/failing-upgrade';
import { sentences } from '@/tests/e2e/harness/own-pages';
import { waitUntil } from '@/tests/e2e/harness/wait-until';
import { FirefoxBrowser } from './firefox-browser';
import { FirefoxPage } from './own-page';

const t = sentences('en');

let site: Awaited<ReturnType<typeof servePractice>>;
let firefox: FirefoxBrowser;
let page: FirefoxPage;

test.beforeEach(async () => {
  test.setTimeout(180_000);
  site = await servePractice();
  firefox = await FirefoxBrowser.launch(site.port);
  page = new FirefoxPage(firefox);
  await page.open('popup.html');
  await page.addSubject(t('popup.subject.add'), t('ui.save'));
});
test.afterEach(async () => {
  await firefox.discard();
  await site.close();
});

const announced = async () => {
  const rows = await page.rows<{ key: string; value: Record<string, number> }>('settings');
  return Object.values(rows.find(({ key }) => key === 'announced')?.value ?? {});
};
const ring = () =>
  page.run(
    `return browser.alarms.create('day', { when: Date.now() + 50, periodInMinutes: 60 }).then(() => true)`,
  );
/** Firefox closes the pages of an extension that is installed anew, and ends with its last one. */
const leaveOwnPages = () => firefox.marionette.navigate('about:blank');

/** The popup's form with all that it asks for but the label. */
async function openCertificateForm(validUntil: string): Promise<void> {
  await page.press(t('popup.certificates.add'));
  await page.choose('kind', 'ca');
  await page.choose('generation', 'new');
  await page.fill(t('popup.certificates.validUntil'), validUntil);
}

async function addCertificate(label: string, validUntil: string): Promise<void> {
  await openCertificateForm(validUntil);
  await page.fill(t('popup.certificates.label'), label);
  await page.press(t('ui.save'));
  await page.says(label);
  await page.has('[role=dialog]', 0);
}

const badge = () => page.run<string>('return browser.action.getBadgeText({})');
const notifications = () => page.run<string[]>('return browser.notifications.getAll().then(Object.keys)');

test('Firefox: an expiry is told once by the alarm, after the background ended too, and put off in the popup', async () => {
  const today = dateIn(new Date(), 'Asia/Shanghai');
  const [first, second] = [addDays(today, 12), addDays(today, 6)];
  await addCertificate('New CA', first);
  await waitUntil('the badge', badge, (text) => text === '12');
  await ring();
  await waitUntil('the notification', notifications, (all) => all.length === 1);
  expect((await notifications())[0]).toContain(first);
  expect(await announced()).toEqual([15]);

  // Nothing of it lives in the background's memory: the next alarm tells what is new, and the first not again.
  await page.run(
    `return browser.notifications.getAll().then((all) => Promise.all(Object.keys(all).map((id) => browser.notifications.clear(id)))).then(() => true)`,
  );
  await addCertificate('Other CA', second);
  expect(await firefox.terminateBackground()).toBe('stopped');
  await ring();
  await waitUntil('the next notification', notifications, (all) => all.some((id) => id.includes(second)));
  expect(await notifications()).toHaveLength(1);
  expect((await announced()).toSorted((one, other) => one - other)).toEqual([7, 15]);
  expect(await badge()).toBe('6');

  // Firefox's notifications have no buttons.
  await page.press(t('popup.snooze.tomorrow'));
  await page.says(t('popup.snooze.until', { date: formatDay(addDays(today, 1), 'en') }));
});

test('Firefox: an ID number, a PIN, a password and key material are refused in a field, with the reason', async () => {
  await openCertificateForm('2099-12-29');
  const label = t('popup.certificates.label');
  for (const [text, reason] of [
    ['320402199001011234', t('ui.problem.idNumber')],
    ['88888888', t('ui.problem.pin')],
    ['abc12345', t('ui.problem.pin')],
    ['MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7', t('ui.problem.keyMaterial')],
  ] as const) {
    await page.fill(label, text);
    await page.says(reason);
    await page.press(t('ui.save'));
    await page.has('[role=dialog] [aria-invalid="true"]');
  }
  expect(await page.rows('certificates')).toEqual([]);
  await page.fill(label, 'ePass2003');
  await page.press(t('ui.save'));
  await page.has('[data-certificate]');
  expect(await page.rows('certificates')).toMatchObject([{ label: 'ePass2003' }]);
});

test('Firefox: an upgrade that fails keeps the data, says so, and its file restores', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rebind-upgrade-'));
  copyBuild('firefox-mv3', folder, true);
  const older = readOlderDatabase();
  await leaveOwnPages();
  await firefox.marionette.installExtension(folder);
  await page.open('popup.html');
  await page.run(`return (${replaceDatabase.toString()})(arguments[0])`, [older]);
  await page.open('popup.html');
  await page.has('[data-failure="upgrade-failed"]');
  await page.says(t('store.upgradeFailed.todo'));
  await page.press(t('settings.rescue.save'));
  const [file = ''] = await waitUntil(
    'the rescued file',
    async () => readdirSync(firefox.downloads).filter((name) => name.endsWith('.json')),
    (all) => all.length === 1,
  );
  for (const table of ['subjects', 'certificates', 'facts']) {
    expect(await page.rows(table), table).toEqual(older.rows[table]);
  }

  // A build without the fault over the data that was kept; then all erased, and back from the file.
  copyBuild('firefox-mv3', folder, false);
  await leaveOwnPages();
  await firefox.marionette.installExtension(folder);
  await page.open('popup.html');
  await page.has('[data-part="subjects"]');
  await page.open('options.html');
  await page.press(t('settings.erase.button'));
  await page.has('[role=alertdialog]');
  await page.press(t('settings.erase.button'));
  await page.says(t('settings.erase.done'));
  await page.open('options.html');
  await page.type('[data-part="backup"] input[type="file"]', join(firefox.downloads, file));
  await page.has('[data-part="restore-offer"]');
  await page.press(t('settings.restore.go'));
  await page.says(t('settings.restore.done'));
  expect(await page.rows('certificates')).toHaveLength(older.rows.certificates?.length ?? 0);
  expect(await page.rows('facts')).toHaveLength(older.rows.facts?.length ?? 0);
  rmSync(folder, { recursive: true, force: true });
});

test('Firefox: a private window is neither guided nor recorded, even where the person allowed it', async () => {
  const address = `${OFFICIAL_ADDRESS}?skin=element&state=ca-list`;
  const { marionette } = firefox;
  const ordinary = await marionette.handle();
  const inPrivate = await marionette.open('private window');
  await marionette.navigate(address);

  // The same page in the ordinary window, later: it has its card, so the other had its time.
  await marionette.switchTo(ordinary);
  await marionette.navigate(address);
  await waitUntil(
    'the card in the ordinary window',
    () => firefox.readParts(),
    (parts) => parts.some(({ part }) => part === 'card'),
  );
  await marionette.switchTo(inPrivate);
  // The imitation goes on to an address of its own.
  expect(await marionette.evaluate<string>('return document.title + location.host')).toContain(OFFICIAL_HOST);
  expect(await firefox.readParts()).toEqual([]);
  await marionette.switchTo(ordinary);
  await marionette.open('tab');
  await page.open('popup.html');
  // The guided page has its record; nothing else has told anything.
  const facts = await waitUntil(
    'the record of the ordinary window',
    () => page.rows<{ tab: number | null }>('facts'),
    (found) => found.length > 0,
  );
  expect(new Set(facts.map(({ tab }) => tab)).size).toBe(1);
  const { tabs } = await page.run<{ tabs: unknown[] }>(
    `return browser.runtime.sendMessage({ type: 'pages.tabs' })`,
  );
  expect(tabs).toHaveLength(1);
});
