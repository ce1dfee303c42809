import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dateIn, daysLeft, isCalendarDate, isWithin, timeIn, weekdayOf } from './days';
import { rounds } from './testing/rounds';

const ZONE = 'Asia/Shanghai';
const anyDay = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays('1990-01-01', count));

describe('timeIn', () => {
  it.each([
    ['2023-09-10T15:59:59.999Z', '23:59'],
    ['2023-09-10T16:00:00.000Z', '00:00'],
    ['2023-09-11T04:05:00.000Z', '12:05'],
  ])('tells the hour of Shanghai from 00 to 23: %s is %s', (instant, time) => {
    expect(timeIn(new Date(instant), ZONE)).toBe(time);
  });
});

describe('dateIn', () => {
  it.each([
    ['2023-09-10T15:59:59.999Z', '2023-09-10'],
    ['2023-09-10T16:00:00.000Z', '2023-09-11'],
    ['2023-10-11T15:59:59.999Z', '2023-10-11'],
    ['2023-10-11T16:00:00.000Z', '2023-10-12'],
    ['2023-12-31T16:00:00.000Z', '2024-01-01'],
    ['2024-02-28T16:00:00.000Z', '2024-02-29'],
  ])('puts the day boundary at midnight in Shanghai: %s is %s', (instant, date) => {
    expect(dateIn(new Date(instant), ZONE)).toBe(date);
  });

  it("follows the pack's zone, not Shanghai's", () => {
    expect(dateIn(new Date('2023-09-10T17:00:00Z'), 'Asia/Urumqi')).toBe('2023-09-10');
  });

  it('refuses an instant that is none and a zone that is none', () => {
    expect(() => dateIn(new Date(Number.NaN), ZONE)).toThrow(RangeError);
    expect(() => dateIn(new Date(0), 'Asia/Changzhou')).toThrow(RangeError);
  });
});

describe('isCalendarDate', () => {
  it.each(['2023-09-11', '2024-02-29', '2000-02-29', '9999-12-31'])('takes %s', (date) => {
    expect(isCalendarDate(date)).toBe(true);
  });

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2023-09-31',
    '2023-13-01',
    '2023-00-10',
    '2023-01-00',
    '2023-9-1',
    '20230911',
    '2023-09-11T00:00:00Z',
    ' 2023-09-11',
    '2023-09-11\n',
    '２０２３-09-11',
    '0099-01-01',
    '',
    null,
    20230911,
  ])('refuses %j', (date) => {
    expect(isCalendarDate(date)).toBe(false);
  });
});

describe('counting days', () => {
  it('is 0 on the day itself and negative afterwards', () => {
    expect(daysLeft('2023-10-11', '2023-10-11')).toBe(0);
    expect(daysLeft('2023-09-20', '2023-10-11')).toBe(21);
    expect(daysLeft('2023-10-12', '2023-10-11')).toBe(-1);
  });

  it('goes over month, year and leap day', () => {
    expect(addDays('2023-12-31', 1)).toBe('2024-01-01');
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
  });

  it('refuses a day that does not exist', () => {
    expect(() => addDays('2023-02-30', 1)).toThrow(RangeError);
    expect(() => daysLeft('2023-09-01', 'tomorrow')).toThrow(RangeError);
    // Date.UTC takes it for 1950.
    expect(() => addDays('0050-01-01', 0)).toThrow(RangeError);
  });

  it('adds and counts as inverses', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, count) => {
        expect(daysLeft(day, addDays(day, count))).toBe(count);
        expect(addDays(addDays(day, count), -count)).toBe(day);
      }),
      rounds(200),
    );
  });

  it("writes and reads days as the engine's own calendar does", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 9999 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (year, month, day) => {
          const two = (part: number) => String(part).padStart(2, '0');
          const text = `${year}-${two(month)}-${two(day)}`;
          const instant = new Date(`${text}T00:00:00.000Z`);
          const exists = !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 10) === text;
          expect(isCalendarDate(text)).toBe(exists);
          if (exists) expect(addDays(text, 0)).toBe(text);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('knows the weekday', () => {
    expect(weekdayOf('2023-09-10')).toBe(0);
    expect(weekdayOf('2023-10-11')).toBe(3);
  });
});

describe('isWithin', () => {
  it('counts both ends', () => {
    const span = { from: '2023-09-11', until: '2023-10-11' };
    expect(
      ['2023-09-10', '2023-09-11', '2023-10-11', '2023-10-12'].map((day) => isWithin(day, span)),
    ).toEqual([false, true, true, false]);
  });

  it('leaves absent ends open', () => {
    expect(isWithin('1990-01-01', { until: '2023-01-01' })).toBe(true);
    expect(isWithin('2099-01-01', { from: '2023-01-01' })).toBe(true);
    expect(isWithin('2099-01-01', {})).toBe(true);
  });
});
