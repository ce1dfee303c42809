import holidayLists from 'chinese-days/dist/chinese-days.json';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './days';
import { rounds } from './testing/rounds';
import {
  COVERED_YEARS,
  isCovered,
  isWorkingDay,
  lastWorkingDay,
  shiftWorkingDays,
  workingDaysLeft,
} from './working-days';

const coveredDay = fc.integer({ min: 0, max: 8000 }).map((count) => addDays('2004-02-01', count));

describe('the covered years', () => {
  it('are those the installed chinese-days has lists for', () => {
    const listed = Object.keys(holidayLists.holidays).map((date) => Number(date.slice(0, 4)));
    expect(Math.min(...listed)).toBe(COVERED_YEARS.from);
    expect(Math.max(...listed)).toBe(COVERED_YEARS.until);
  });

  it('each have a whole list: New Year, Spring Festival and National Day', () => {
    for (let year = COVERED_YEARS.from; year <= COVERED_YEARS.until; year++) {
      const names = Object.entries(holidayLists.holidays)
        .filter(([date]) => date.startsWith(`${year}-`))
        .map(([, name]) => name);
      for (const festival of ['元旦', '春节', '国庆节']) {
        expect(
          names.some((name) => name.includes(festival)),
          `${festival} ${year}`,
        ).toBe(true);
      }
    }
  });

  it('end where the answer becomes null', () => {
    expect(isWorkingDay('2026-12-31')).toBe(true);
    expect(isWorkingDay('2027-01-01')).toBeNull();
    expect(isWorkingDay('2003-12-31')).toBeNull();
    expect(isCovered('2027-01-04')).toBe(false);
  });
});

describe('isWorkingDay', () => {
  it.each([
    ['2023-09-28', true],
    ['2023-09-29', false],
    ['2023-09-30', false],
    ['2023-10-06', false],
    ['2023-10-07', true],
    ['2023-10-08', true],
    ['2023-10-09', true],
    ['2023-09-09', false],
    ['2023-09-10', false],
    ['2023-01-03', true],
    ['2024-02-04', true],
    ['2024-02-09', true],
    ['2024-02-10', false],
    ['2025-10-08', false],
    ['2026-02-14', true],
    ['2026-02-17', false],
  ])('%s: %s', (date, works) => {
    expect(isWorkingDay(date)).toBe(works);
  });
});

describe('workingDaysLeft', () => {
  it("counts 19 in the notice's transition of 31 days", () => {
    expect(workingDaysLeft('2023-09-11', '2023-10-11')).toBe(19);
  });

  it('counts today and the last day', () => {
    expect(workingDaysLeft('2023-10-11', '2023-10-11')).toBe(1);
    expect(workingDaysLeft('2023-10-10', '2023-10-11')).toBe(2);
    expect(workingDaysLeft('2023-09-20', '2023-10-11')).toBe(12);
  });

  it('is 0 when only days off are left, and after the date', () => {
    expect(workingDaysLeft('2023-09-09', '2023-09-10')).toBe(0);
    expect(workingDaysLeft('2023-10-12', '2023-10-11')).toBe(0);
  });

  it('says nothing where holidays are not published', () => {
    expect(workingDaysLeft('2026-12-20', '2027-01-04')).toBeNull();
    expect(workingDaysLeft('2027-03-01', '2027-03-02')).toBeNull();
    expect(workingDaysLeft('2026-11-22', '2026-12-29')).toBe(27);
  });

  it('agrees with counting day by day, from either side', () => {
    fc.assert(
      fc.property(coveredDay, fc.integer({ min: 0, max: 120 }), (from, count) => {
        const days = Array.from({ length: count + 1 }, (_, index) => addDays(from, index));
        const works = days.filter((day) => isWorkingDay(day)).length;
        expect(workingDaysLeft(from, addDays(from, count))).toBe(works);
      }),
      rounds(100),
    );
  });
});

describe('shiftWorkingDays', () => {
  it('finds three working days before 12 October 2023', () => {
    expect(shiftWorkingDays('2023-10-12', 3, 'before')).toBe('2023-10-09');
  });

  it('steps over the holiday and stops on the working weekend', () => {
    expect(shiftWorkingDays('2023-10-09', 3, 'before')).toBe('2023-09-28');
    expect(shiftWorkingDays('2023-09-28', 1, 'after')).toBe('2023-10-07');
  });

  it('is the date itself for none, and null outside the covered years', () => {
    expect(shiftWorkingDays('2023-10-01', 0, 'before')).toBe('2023-10-01');
    expect(shiftWorkingDays('2026-12-31', 1, 'after')).toBeNull();
    expect(shiftWorkingDays('2027-05-01', 0, 'after')).toBeNull();
  });

  it('leaves exactly that many working days between', () => {
    fc.assert(
      fc.property(coveredDay, fc.integer({ min: 1, max: 30 }), (date, count) => {
        const earlier = shiftWorkingDays(date, count, 'before');
        if (earlier === null) return;
        expect(isWorkingDay(earlier)).toBe(true);
        expect(workingDaysLeft(earlier, addDays(date, -1))).toBe(count);
      }),
      rounds(100),
    );
  });
});

describe('lastWorkingDay', () => {
  it('is 8 September for Sunday, 10 September 2023', () => {
    expect(lastWorkingDay('2023-09-10')).toBe('2023-09-08');
  });

  it('is the day itself when it is one', () => {
    expect(lastWorkingDay('2023-10-08')).toBe('2023-10-08');
  });

  it('is null outside the covered years', () => {
    expect(lastWorkingDay('2027-01-03')).toBeNull();
  });
});
