import { beforeEach, expect, test } from 'vitest';
import { announceDue } from '@/lib/background/announce';
import { dayTurn } from '@/lib/background/turn-day';
import { createTranslate } from '@/lib/locale/translate';
import type { Store } from '@/lib/store/model';
import { openStore } from '@/lib/store/open';
import zh from '@/locales/zh_CN.json';
import { createEngine } from '../store/raw-database';
import { certificate, subject } from '../store/sample-rows';

let engine: ReturnType<typeof createEngine>;
let store: Store;
let told: string[];
let refuse: string | null;

beforeEach(async () => {
  engine = createEngine();
  store = await openStore('real', engine);
  told = [];
  refuse = null;
  await store.subjects.put(subject('s', { name: '市第一中学' }));
  await store.certificates.put(certificate('c', 's', { validUntil: '2026-12-29', holder: '张三' }));
  return () => store.close();
});

/** A worker that wakes at this instant, with nothing but the database to go by. */
async function wakeAt(instant: string): Promise<void> {
  const woken = await openStore('real', engine);
  await announceDue({
    store: async () => woken,
    now: () => new Date(instant),
    timeZone: 'Asia/Shanghai',
    translate: createTranslate(zh),
    language: 'zh',
    notify: async (id, _, message) => {
      if (id === refuse) throw new Error('refused');
      told.push(message);
    },
  });
  woken.close();
}

test('each threshold is told once, whoever asks how often, and without names', async () => {
  for (const instant of ['2026-12-22T02:00:00Z', '2026-12-22T03:00:00Z', '2026-12-22T04:00:00Z'])
    await wakeAt(instant);
  expect(told).toHaveLength(1);
  expect(told[0]).toContain('还剩7天');
  expect(told[0]).not.toMatch(/市第一中学|张三/);
});

test('what was missed over weeks is told once, as it stands, at the next start', async () => {
  await wakeAt('2026-10-10T02:00:00Z');
  await wakeAt('2026-12-27T02:00:00Z');
  expect(told).toHaveLength(2);
  expect(told[1]).toContain('还剩2天');
});

test('a clock set forward and back tells nothing twice, and loses nothing', async () => {
  for (const day of ['2026-12-27', '2026-11-01', '2026-12-27', '2026-11-01', '2026-12-20', '2026-12-28'])
    await wakeAt(`${day}T02:00:00Z`);
  expect(told.map((line) => /还剩\d+天/.exec(line)?.[0])).toEqual([
    '还剩2天',
    '还剩58天',
    '还剩9天',
    '还剩1天',
  ]);
});

test('an expiry missed while the browser was closed is told at the next start, once', async () => {
  await wakeAt('2026-12-01T02:00:00Z');
  await wakeAt('2027-01-05T02:00:00Z');
  await wakeAt('2027-01-06T02:00:00Z');
  expect(told).toHaveLength(2);
  expect(told[1]).toContain('2026年12月29日');
  expect(told[1]).toContain('已于');
});

test('in quiet hours nothing is told, and the first hour after tells it', async () => {
  await store.settings.set('quiet', { from: '20:00', until: '08:00' });
  await wakeAt('2026-12-22T13:00:00Z');
  await wakeAt('2026-12-22T23:30:00Z');
  expect(told).toEqual([]);
  await wakeAt('2026-12-23T00:00:00Z');
  expect(told).toHaveLength(1);
  expect(told[0]).toContain('还剩6天');
});

test('what was put off is told again on its day, and then no more', async () => {
  await wakeAt('2026-12-15T02:00:00Z');
  await store.settings.set('snoozed', { 'c@2026-12-29': '2026-12-18' });
  await wakeAt('2026-12-17T02:00:00Z');
  expect(told).toHaveLength(1);
  await wakeAt('2026-12-18T02:00:00Z');
  await wakeAt('2026-12-19T02:00:00Z');
  expect(told).toHaveLength(2);
  expect(await store.settings.get('snoozed')).toEqual({});
});

test('what was entered when it had expired is no news, though it was the day before in Greenwich', async () => {
  await store.certificates.put(
    certificate('c', 's', { validUntil: '2026-12-29', createdAt: '2026-12-29T16:30:00.000Z' }),
  );
  await wakeAt('2026-12-29T17:00:00Z');
  expect(told).toEqual([]);
});

test('after a long absence three are told one by one and the rest in one, each once', async () => {
  for (let at = 0; at < 40; at += 1)
    await store.certificates.put(
      certificate(`d${at}`, 's', { validUntil: '2027-01-15', label: `第${at}把` }),
    );
  await wakeAt('2026-12-28T02:00:00Z');
  await wakeAt('2026-12-28T03:00:00Z');
  expect(told).toHaveLength(4);
  expect(told[0]).toContain('还剩1天');
  expect(told[3]).toContain('另有38张');
  expect(Object.keys(await store.settings.get('announced'))).toHaveLength(41);
});

test('one that the browser refuses keeps the others not back', async () => {
  await store.certificates.put(certificate('d', 's', { validUntil: '2027-01-15', label: '另一把' }));
  refuse = 'c@2026-12-29';
  await expect(wakeAt('2026-12-28T02:00:00Z')).rejects.toThrow('refused');
  expect(told).toHaveLength(1);
  expect(told[0]).toContain('还剩18天');
});

test('where no threshold is chosen nothing is told', async () => {
  await store.settings.set('thresholds', []);
  await wakeAt('2026-12-29T02:00:00Z');
  expect(told).toEqual([]);
});

test('a start and an alarm at once tell it once, and a plan that fails keeps nothing back', async () => {
  let planned = 0;
  const turn = dayTurn(
    async () => {
      planned += 1;
      throw new Error('no page');
    },
    () => wakeAt('2026-12-22T02:00:00Z'),
  );
  await Promise.all([turn(), turn(), turn()]);
  expect(planned).toBe(3);
  expect(told).toHaveLength(1);
});
