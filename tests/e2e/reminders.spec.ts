/** Reminders as built: told once, over restarts; an alarm that a wrong clock left far ahead is set right. */
import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import ICAL from 'ical.js';
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

/** Whole days and their alarms, as another reader counts them. */
function readEvents(text: string) {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => {
    const { startDate, endDate } = new ICAL.Event(component);
    const alarms = component.getAllSubcomponents('valarm').map((alarm) => {
      const trigger = alarm.getFirstProperty('trigger');
      const time = (trigger?.getParameter('related') === 'END' ? endDate : startDate).clone();
      time.isDate = false;
      time.addDuration(trigger?.getFirstValue() as ICAL.Duration);
      return time.toString();
    });
    return { day: startDate.isDate ? startDate.toString() : null, alarms };
  });
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
  const alarm = await waitUntil(
    'the alarm of a start',
    () => alarmAt(page),
    (at): at is number => at !== undefined,
  );
  expect(alarm).toBeLessThanOrEqual(Date.now() + 3_601_000);
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

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    popup.button('popup.coming.calendar').click(),
  ]);
  const [event] = readEvents(readFileSync(await file.path(), 'utf8'));
  expect(event).toEqual({
    day: validUntil,
    // Of what is still ahead of the chosen days, and on the last day itself; all at nine.
    alarms: [7, 3, 1, 0].map((days) => `${addDays(validUntil, -days)}T09:00:00`),
  });

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
