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
const hasRung = () =>
  waitUntil(
    'the alarm to ring',
    () => page.run<number>(`return browser.alarms.get('day').then((alarm) => alarm?.scheduledTime ?? 0)`),
    (at) => at > Date.now() + 600_000,
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

const badge = () => page.run<string>('return browser.action.getBadgeText({})');
const notifications = () => page.run<string[]>('return browser.notifications.getAll().then(Object.keys)');

test('Firefox: an expiry is told once by the alarm, again not after the background ended; the badge counts', async () => {
  const validUntil = addDays(dateIn(new Date(), 'Asia/Shanghai'), 12);
  await openCertificateForm(validUntil);
  await page.fill(t('popup.certificates.label'), 'New CA');
  await page.press(t('ui.save'));
  await page.has('[data-certificate]');
  await waitUntil('the badge', badge, (text) => text === '12');

  await ring();
  await waitUntil('the reminder', announced, (told) => told.length > 0);
  expect(await announced()).toEqual([15]);
  await waitUntil('the notification', notifications, (all) => all.length === 1);
  expect((await notifications())[0]).toContain(validUntil);

  // Firefox's notifications have no buttons: what is told is put off in the popup.
  await page.press(t('popup.snooze.tomorrow'));
  const tomorrow = formatDay(addDays(dateIn(new Date(), 'Asia/Shanghai'), 1), 'en');
  await page.says(t('popup.snooze.until', { date: tomorrow }));

  // Nothing of it lives in the background's memory. What is dismissed stays away.
  await page.run(
    `return browser.notifications.getAll().then((all) => Promise.all(Object.keys(all).map((id) => browser.notifications.clear(id)))).then(() => true)`,
  );
  expect(await firefox.terminateBackground()).toBe('stopped');
  await ring();
  await hasRung();
  expect(await announced()).toEqual([15]);
  expect(await notifications()).toEqual([]);
  expect(await badge()).toBe('12');
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
  const ordinary = (await marionette.send('WebDriver:GetWindowHandle')) as { value: string };
  await marionette.openWindow(true);
  const inPrivate = (await marionette.send('WebDriver:GetWindowHandle')) as { value: string };
  await marionette.navigate(address);

  // The same page in the ordinary window, later: it has its card, so the other had its time.
  await marionette.send('WebDriver:SwitchToWindow', { handle: ordinary.value });
  await marionette.navigate(address);
  await waitUntil(
    'the card in the ordinary window',
    () => firefox.readParts(),
    (parts) => parts.some(({ part }) => part === 'card'),
  );
  await marionette.send('WebDriver:SwitchToWindow', { handle: inPrivate.value });
  // The imitation goes on to an address of its own.
  expect(await marionette.evaluate<string>('return document.title + location.host')).toContain(OFFICIAL_HOST);
  expect(await firefox.readParts()).toEqual([]);
  await marionette.send('WebDriver:SwitchToWindow', { handle: ordinary.value });
  await page.open('popup.html');
  const { tabs } = await page.run<{ tabs: unknown[] }>(
    `return browser.runtime.sendMessage({ type: 'pages.tabs' })`,
  );
  expect(tabs.length).toBeLessThanOrEqual(1);
});
