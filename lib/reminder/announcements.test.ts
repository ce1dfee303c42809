import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SOON_THRESHOLDS, type TrackedCertificate } from '@/lib/certificate/status';
import { addDays } from '@/lib/notice/days';
import {
  ALL_THRESHOLDS,
  type Announced,
  announcementsDue,
  isReminded,
  type ReminderChoice,
  rememberAnnounced,
  rememberSnoozed,
} from './announcements';

const certificate = (validUntil: string, id = 'c'): TrackedCertificate => ({
  id,
  subject: 's',
  kind: 'ca',
  generation: 'new',
  label: '',
  holder: null,
  validFrom: null,
  validUntil,
});

function walk(days: readonly string[], validUntil: string): number[] {
  const certificates = [certificate(validUntil)];
  let announced: Announced = {};
  return days.flatMap((today) => {
    const due = announcementsDue(certificates, announced, today);
    announced = rememberAnnounced(announced, due, certificates);
    return due.map(({ threshold }) => threshold);
  });
}

describe('announcementsDue', () => {
  it('tells each threshold once, day by day', () => {
    const days = Array.from({ length: 120 }, (_, index) => addDays('2026-01-01', index));
    expect(walk([...days, ...days], addDays('2026-01-01', 100))).toEqual([90, 60, 30, 15, 7, 3, 1]);
  });

  it('says what was missed once, as it stands now', () => {
    expect(walk(['2026-01-01', '2026-03-20', '2026-03-20'], '2026-04-01')).toEqual([90, 15]);
  });

  it('lets a clock that stood ahead for a day swallow nothing that was never told', () => {
    expect(
      walk(['2026-05-31', '2026-03-03', '2026-04-02', '2026-05-17', '2026-05-31'], '2026-06-01'),
    ).toEqual([1, 90, 60, 15]);
  });

  it('heeds what was told before each threshold was remembered by itself', () => {
    const rows = [certificate('2026-06-01')];
    expect(announcementsDue(rows, { 'c@2026-06-01': 30 }, '2026-05-02')).toEqual([]);
    expect(announcementsDue(rows, { 'c@2026-06-01': 30 }, '2026-05-17')).toMatchObject([{ threshold: 15 }]);
  });

  it('tells an expiry that was missed, once, and none that was known', () => {
    const kept = { ...certificate('2026-06-01'), enteredOn: '2026-01-01' };
    const due = announcementsDue([kept], { 'c@2026-06-01#7': 7 }, '2026-06-20');
    expect(due).toMatchObject([{ threshold: 0, daysLeft: -19 }]);
    const after = rememberAnnounced({}, due, [kept]);
    expect(announcementsDue([kept], after, '2026-06-21')).toEqual([]);
    expect(announcementsDue([kept], { 'c@2026-06-01#1': 1 }, '2026-06-20')).toEqual([]);
    const late = { ...kept, enteredOn: '2026-06-02' };
    expect(announcementsDue([late], {}, '2026-06-20')).toEqual([]);
    expect(announcementsDue([kept], {}, '2026-12-01')).toEqual([]);
    const covering = { ...certificate('2027-06-01', 'd'), label: '别的' };
    expect(announcementsDue([kept, covering], {}, '2026-06-20')).toEqual([]);
    expect(announcementsDue([kept], {}, '2026-06-20', { thresholds: [], snoozed: {} })).toEqual([]);
  });

  it('says nothing of an expired one, and again after a renewal', () => {
    expect(announcementsDue([certificate('2026-01-01')], {}, '2026-01-02')).toEqual([]);
    const renewed = certificate('2027-01-01');
    expect(announcementsDue([renewed], { 'c@2026-01-01': 1 }, '2026-12-31')).toHaveLength(1);
  });

  it('forgets what belongs to no certificate', () => {
    expect(rememberAnnounced({ 'gone@2020-01-01': 1 }, [], [certificate('2026-01-01')])).toEqual({});
  });

  it('never tells one threshold twice, whatever the order of the days', () => {
    const offsets = fc.array(fc.integer({ min: -10, max: 120 }), { maxLength: 60 });
    fc.assert(
      fc.property(offsets, (list) => {
        const told = walk(
          list.map((offset) => addDays('2026-06-01', -offset)),
          '2026-06-01',
        );
        expect(new Set(told).size).toBe(told.length);
        const inOrder = walk(
          [...list].sort((a, b) => b - a).map((offset) => addDays('2026-06-01', -offset)),
          '2026-06-01',
        );
        expect(inOrder).toEqual([...inOrder].sort((a, b) => b - a));
      }),
    );
  });
});

describe('whatever the clock does and the person chooses', () => {
  const until = '2026-06-01';
  const rows = [{ ...certificate(until), enteredOn: '2026-01-01' }];
  const key = 'c@2026-06-01';
  const subset = fc.subarray([...SOON_THRESHOLDS]);
  const act = fc.record({
    left: fc.integer({ min: -100, max: 120 }),
    thresholds: fc.option(subset, { nil: null }),
    putOff: fc.option(fc.constantFrom(1, 7), { nil: null }),
  });

  it('asked again at once tells nothing; each day once but for what was put off; a day put off to is kept', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), fc.boolean(), (acts, inOrder) => {
        const list = inOrder ? [...acts].sort((a, b) => b.left - a.left) : acts;
        let announced: Announced = {};
        let choice: ReminderChoice = ALL_THRESHOLDS;
        const told: number[] = [];
        for (const { left, thresholds, putOff } of list) {
          const today = addDays(until, -left);
          if (thresholds) choice = { ...choice, thresholds };
          const wait = choice.snoozed[key];
          const due = announcementsDue(rows, announced, today, choice);
          const mayTell = isReminded(left, choice);
          if (wait !== undefined && wait <= today && mayTell) expect(due).toHaveLength(1);
          if (wait !== undefined && wait > today) expect(due).toEqual([]);
          if (wait === undefined) told.push(...due.map(({ threshold }) => threshold));
          announced = rememberAnnounced(announced, due, rows);
          choice = { ...choice, snoozed: rememberSnoozed(choice.snoozed, due, rows, today) };
          expect(announcementsDue(rows, announced, today, choice)).toEqual([]);
          // As the popup offers it: in front of the last day, by less than what is left.
          if (putOff !== null && mayTell && putOff < left) {
            choice = { ...choice, snoozed: { ...choice.snoozed, [key]: addDays(today, putOff) } };
          }
        }
        expect(new Set(told).size).toBe(told.length);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what the person chose', () => {
  const rows = [certificate('2026-06-01')];
  const key = 'c@2026-06-01';

  it('is told at the chosen days alone', () => {
    const choice = { thresholds: [30, 7], snoozed: {} };
    const days = Array.from({ length: 100 }, (_, at) => addDays('2026-06-01', at - 99));
    let announced: Announced = {};
    const told = days.flatMap((today) => {
      const due = announcementsDue(rows, announced, today, choice);
      announced = rememberAnnounced(announced, due, rows);
      return due.map(({ daysLeft }) => daysLeft);
    });
    expect(told).toEqual([30, 7]);
    expect(announcementsDue(rows, {}, '2026-05-31', { thresholds: [], snoozed: {} })).toEqual([]);
  });

  it('put off, waits for its day and is told then, once', () => {
    const choice = { thresholds: [30, 7], snoozed: { [key]: '2026-05-10' } };
    const announced = { [key]: 30 };
    expect(announcementsDue(rows, announced, '2026-05-09', choice)).toEqual([]);
    const due = announcementsDue(rows, announced, '2026-05-10', choice);
    expect(due).toMatchObject([{ key, threshold: 30, daysLeft: 22 }]);
    const snoozed = rememberSnoozed(choice.snoozed, due, rows, '2026-05-10');
    expect(snoozed).toEqual({});
    expect(announcementsDue(rows, announced, '2026-05-11', { ...choice, snoozed })).toEqual([]);
  });

  it('forgets what was put off of certificates that are gone', () => {
    expect(
      rememberSnoozed({ 'gone@2020-01-01': '2020-01-01', [key]: '2026-05-10' }, [], rows, '2026-05-01'),
    ).toEqual({ [key]: '2026-05-10' });
  });

  it('put off to a day on which the browser was closed, is told after the expiry, once', () => {
    const kept = [{ ...certificate('2026-06-01'), enteredOn: '2026-01-01' }];
    const choice = { thresholds: [30], snoozed: { [key]: '2026-05-25' } };
    const due = announcementsDue(kept, { [`${key}#30`]: 30 }, '2026-06-03', choice);
    expect(due).toMatchObject([{ threshold: 0, daysLeft: -2 }]);
    const snoozed = rememberSnoozed(choice.snoozed, due, kept, '2026-06-03');
    const announced = rememberAnnounced({ [`${key}#30`]: 30 }, due, kept);
    expect(announcementsDue(kept, announced, '2026-06-04', { ...choice, snoozed })).toEqual([]);
  });

  it('put off again while it was being told, stays put off', () => {
    const due = announcementsDue(rows, {}, '2026-05-10', { thresholds: [30], snoozed: {} });
    expect(rememberSnoozed({ [key]: '2026-05-11' }, due, rows, '2026-05-10')).toEqual({
      [key]: '2026-05-11',
    });
  });

  it('has a reminder to put off only in front of the last day, by a chosen threshold', () => {
    const choice = { thresholds: [30, 7] };
    expect([-1, 0, 7, 30, 31].map((left) => isReminded(left, choice))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
    expect(isReminded(5, { thresholds: [] })).toBe(false);
  });
});
