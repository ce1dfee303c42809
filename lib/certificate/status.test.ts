import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '@/lib/notice/days';
import {
  certificateStatus,
  SOON_THRESHOLDS,
  statusByDates,
  successorOf,
  type TrackedCertificate,
} from './status';

const TODAY = '2026-11-22';

function certificate(over: Partial<TrackedCertificate> = {}): TrackedCertificate {
  return {
    id: 'a',
    subject: 'unit',
    kind: 'ca',
    generation: 'new',
    label: '新CA',
    holder: null,
    validFrom: '2025-12-30',
    validUntil: '2026-12-29',
    ...over,
  };
}

describe('statusByDates', () => {
  it.each([
    ['2026-11-21', { kind: 'expired', daysAgo: 1 }],
    ['2026-11-22', { kind: 'last-day', daysLeft: 0 }],
    ['2026-11-23', { kind: 'soon', daysLeft: 1, threshold: 1 }],
    ['2026-11-24', { kind: 'soon', daysLeft: 2, threshold: 3 }],
    ['2026-11-25', { kind: 'soon', daysLeft: 3, threshold: 3 }],
    ['2026-11-29', { kind: 'soon', daysLeft: 7, threshold: 7 }],
    ['2026-11-30', { kind: 'soon', daysLeft: 8, threshold: 15 }],
    ['2026-12-07', { kind: 'soon', daysLeft: 15, threshold: 15 }],
    ['2026-12-22', { kind: 'soon', daysLeft: 30, threshold: 30 }],
    ['2026-12-29', { kind: 'soon', daysLeft: 37, threshold: 60 }],
    ['2027-01-21', { kind: 'soon', daysLeft: 60, threshold: 60 }],
    ['2027-02-20', { kind: 'soon', daysLeft: 90, threshold: 90 }],
    ['2027-02-21', { kind: 'valid', daysLeft: 91 }],
  ])('valid until %s', (validUntil, expected) => {
    expect(statusByDates({ validFrom: null, validUntil }, TODAY)).toEqual(expected);
  });

  it('has not begun before its first day, and has on it', () => {
    const dates = { validFrom: '2026-11-23', validUntil: '2026-11-30' };
    expect(statusByDates(dates, TODAY)).toEqual({ kind: 'not-yet-valid', startsIn: 1, daysLeft: 8 });
    expect(statusByDates(dates, '2026-11-23').kind).toBe('soon');
  });

  it('lasts one day when both ends are the same', () => {
    const dates = { validFrom: TODAY, validUntil: TODAY };
    expect(statusByDates(dates, addDays(TODAY, -1)).kind).toBe('not-yet-valid');
    expect(statusByDates(dates, TODAY).kind).toBe('last-day');
    expect(statusByDates(dates, addDays(TODAY, 1))).toEqual({ kind: 'expired', daysAgo: 1 });
  });

  it('passes through its states in one direction as days go by', () => {
    const rank = { 'not-yet-valid': 0, valid: 1, soon: 2, 'last-day': 3, expired: 4 } as const;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: -200, max: 4200 }), (span, offset) => {
        const validFrom = '2023-08-01';
        const validUntil = addDays(validFrom, span);
        const day = addDays(validFrom, offset);
        const now = statusByDates({ validFrom, validUntil }, day);
        const next = statusByDates({ validFrom, validUntil }, addDays(day, 1));
        expect(rank[next.kind]).toBeGreaterThanOrEqual(rank[now.kind]);
        expect(now.kind === 'expired').toBe(day > validUntil);
        expect(now.kind === 'not-yet-valid').toBe(day < validFrom);
      }),
    );
  });

  it('names the narrowest threshold that holds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90 }), (left) => {
        const status = statusByDates({ validFrom: null, validUntil: addDays(TODAY, left) }, TODAY);
        const holding = SOON_THRESHOLDS.filter((days) => left <= days);
        expect(status).toEqual({ kind: 'soon', daysLeft: left, threshold: Math.min(...holding) });
      }),
    );
  });
});

describe('succession', () => {
  const expiring = certificate();
  const renewed = certificate({ id: 'b', validFrom: '2026-11-20', validUntil: '2027-11-19' });

  it('is superseded by its renewal once that is in force', () => {
    expect(certificateStatus(expiring, [expiring, renewed], TODAY)).toEqual({ kind: 'superseded', by: 'b' });
    expect(certificateStatus(renewed, [expiring, renewed], TODAY).kind).toBe('valid');
  });

  it('waits for the renewal to begin', () => {
    expect(certificateStatus(expiring, [expiring, renewed], '2026-11-19').kind).toBe('soon');
  });

  it('is not superseded by one that has run out as well', () => {
    expect(successorOf(expiring, [expiring, renewed], '2028-01-01')).toBeNull();
  });

  it.each([
    ['a new CA for an old one: another system may need the old', { generation: 'old' }],
    ['a seal for a CA', { kind: 'seal' }],
    ['another unit', { subject: 'other' }],
    ['another holder', { holder: '王某' }],
    ['another key on file', { label: '新CA 第二把' }],
  ] as const)('does not take %s', (_, over) => {
    const other = certificate({ ...over });
    expect(successorOf(other, [other, renewed], TODAY)).toBeNull();
  });

  it('reads labels past width, case and spaces', () => {
    const typed = certificate({ label: '新ｃａ　主锁' });
    const again = { ...renewed, label: '新CA 主锁' };
    expect(successorOf(typed, [typed, again], TODAY)?.id).toBe('b');
  });

  it('names the one that lasts longest, and never itself', () => {
    const longest = { ...renewed, id: 'c', validUntil: '2028-11-19' };
    expect(successorOf(expiring, [longest, renewed, expiring], TODAY)?.id).toBe('c');
    expect(successorOf(longest, [longest], TODAY)).toBeNull();
  });
});
