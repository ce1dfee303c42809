/** Reminders as built: told once, over restarts; an alarm that a wrong clock left far ahead is set right. */
import { expect, type Page } from '@playwright/test';
import { addDays, dateIn } from '@/lib/notice/days';
import { readBrowserSide } from './harness/browser-side';
import { test } from './harness/fixtures';
import { readTable } from './harness/ledger';
import { Popup } from './harness/own-pages';
import { UNIT } from './harness/scene';
import { waitUntil } from './harness/wait-until';

interface Alarms {
  create(name: string, of: { when: number; periodInMinutes: number }): Promise<void>;
  get(name: string): Promise<{ scheduledTime: number } | undefined>;
}

const alarmAt = (page: Page): Promise<number | undefined> =>
  page.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: { alarms: Alarms } };
    return (await chrome.alarms.get('day'))?.scheduledTime;
  });

/** The day's alarm, as it is or as a clock that stood wrong left it. */
const setAlarm = (page: Page, when: number): Promise<void> =>
  page.evaluate(async (at) => {
    const { chrome } = globalThis as unknown as { chrome: { alarms: Alarms } };
    await chrome.alarms.create('day', { when: at, periodInMinutes: 60 });
  }, when);

const announced = async (page: Page) => {
  const rows = await readTable<{ key: string; value: Record<string, number> }>(page, 'real', 'settings');
  return rows.find(({ key }) => key === 'announced')?.value ?? {};
};

test('an expiry is told once, by the alarm and over a restart; the badge counts', async ({ launch }) => {
  const browser = await launch();
  let page = await browser.openOwnPage('popup.html');
  // Every hour from the start on: a sleep over midnight and the end of quiet hours do not wait for a midnight.
  expect(await alarmAt(page)).toBeLessThanOrEqual(Date.now() + 3_601_000);
  const popup = new Popup(page);
  await popup.addSubject(UNIT);
  const validUntil = addDays(dateIn(new Date(), 'Asia/Shanghai'), 12);
  await popup.addCertificate({ kind: 'ca', generation: 'new', label: '新CA', validUntil });
  await setAlarm(page, Date.now());
  const told = await waitUntil(
    'the reminder to be written down',
    () => announced(page),
    (value) => Object.keys(value).length > 0,
  );
  expect(Object.values(told)).toEqual([15]);
  await expect
    .poll(async () => (await readBrowserSide(page)).notifications)
    .toEqual([expect.stringContaining(validUntil)]);
  expect((await readBrowserSide(page)).badge).toBe('12');

  await browser.restart();
  page = await browser.openOwnPage('popup.html');
  await setAlarm(page, Date.now());
  // The alarm has rung when it is set for the next hour.
  await waitUntil(
    'the alarm to ring',
    () => alarmAt(page),
    (at) => (at ?? 0) > Date.now(),
  );
  expect(await announced(page)).toEqual(told);
  await expect.poll(async () => (await readBrowserSide(page)).badge).toBe('12');
});

test('an alarm that lies further ahead than it can is set right when the worker wakes, and rings', async ({
  browserWithExtension,
}) => {
  const page = await browserWithExtension.openOwnPage('popup.html');
  const popup = new Popup(page);
  await popup.addSubject(UNIT);
  const validUntil = addDays(dateIn(new Date(), 'Asia/Shanghai'), 12);
  await popup.addCertificate({ kind: 'seal', generation: 'new', label: '签章', validUntil });
  await setAlarm(page, Date.now() + 400 * 86_400_000);
  await browserWithExtension.killWorker(page);
  await page.evaluate(() => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };
    };
    return chrome.runtime.sendMessage({ type: 'pages.preview', date: null });
  });
  await expect.poll(() => alarmAt(page)).toBeLessThanOrEqual(Date.now() + 3_601_000);
  await expect.poll(async () => Object.values(await announced(page))).toEqual([15]);
});
