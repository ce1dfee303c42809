import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowancesOn } from './allowances';
import { builtinPack as pack } from './builtin';
import { addDays, dateIn, isWithin } from './days';
import { explain } from './explain';
import { ACTIONS, AUDIENCES, LEVELS } from './explanation';
import { phaseOn } from './phases';
import { rounds } from './testing/rounds';

const FIRST = '2023-08-01';
const DAYS: string[] = [];
for (let day = FIRST; day <= '2027-12-31'; day = addDays(day, 1)) DAYS.push(day);
const TRANSITION = { from: '2023-09-11', until: '2023-10-11' };

const anyCase = fc.record({
  today: fc.constantFrom(...DAYS),
  audience: fc.constantFrom(...AUDIENCES),
  level: fc.constantFrom(...LEVELS, undefined),
  oldCa: fc.constantFrom('valid', 'expired', 'none', undefined),
});

describe('on every day from August 2023 to December 2027', { timeout: 120_000 }, () => {
  it('exactly one phase is in force, for every audience', () => {
    expect(DAYS).toHaveLength(1614);
    for (const day of DAYS) {
      const inForce = pack.phases.filter((phase) => isWithin(day, phase));
      expect(inForce, day).toHaveLength(1);
      for (const audience of AUDIENCES) expect(phaseOn(pack, day, audience)).toBe(inForce[0]);
    }
  });

  it('the old CA may be unbound in the transition alone, and after it the notice is silent', () => {
    const wrong: unknown[] = [];
    for (const today of DAYS) {
      const inWindow = isWithin(today, TRANSITION);
      const expected = inWindow ? 'allows' : today > TRANSITION.until ? 'not-stated' : 'forbids';
      for (const audience of AUDIENCES) {
        for (const level of [...LEVELS, undefined]) {
          const { rules } = allowancesOn(pack, { today, audience, level });
          const verdict = rules.find((rule) => rule.action === 'unbind-old')?.verdict;
          const everyday = rules.find((rule) => rule.action === 'unbind')?.verdict;
          if (verdict !== expected || everyday !== 'not-stated')
            wrong.push([today, audience, level, verdict]);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('every action is allowed, forbidden or not stated, and only one of them', () => {
    fc.assert(
      fc.property(anyCase, (asked) => {
        const { allows, forbids, notStated } = explain(pack, asked);
        expect([...allows, ...forbids, ...notStated].sort()).toEqual([...ACTIONS].sort());
      }),
      rounds(300),
    );
  });

  it('the next date is never in the past, and its days are counted from today', () => {
    fc.assert(
      fc.property(anyCase, (asked) => {
        const { deadline } = explain(pack, asked);
        if (!deadline) {
          expect(asked.today > TRANSITION.until).toBe(true);
          return;
        }
        expect(deadline.daysLeft).toBeGreaterThanOrEqual(0);
        expect(addDays(asked.today, deadline.daysLeft)).toBe(deadline.date);
        expect(deadline.workingDaysLeft).toBeLessThanOrEqual(deadline.daysLeft + 1);
      }),
      rounds(300),
    );
  });

  it('an obligation only moves on: upcoming, due, overdue, past', () => {
    const order = ['upcoming', 'due', 'overdue', 'past'];
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 1, max: 800 }), (asked, later) => {
        const before = explain(pack, asked).obligations;
        const after = explain(pack, { ...asked, today: addDays(asked.today, later) }).obligations;
        expect(after.map((each) => each.id)).toEqual(before.map((each) => each.id));
        for (const [index, each] of after.entries()) {
          const earlier = before[index]?.state ?? 'past';
          expect(order.indexOf(each.state)).toBeGreaterThanOrEqual(order.indexOf(earlier));
        }
      }),
      rounds(300),
    );
  });

  it('nothing is overdue once the transition has passed', () => {
    fc.assert(
      fc.property(anyCase, (asked) => {
        if (asked.today <= TRANSITION.until) return;
        expect(explain(pack, asked).obligations.filter((each) => each.state !== 'past')).toEqual([]);
      }),
      rounds(300),
    );
  });

  it('the day of any instant is the one Shanghai has', () => {
    const from = Date.parse('2023-07-31T16:00:00Z');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: DAYS.length * 86_400_000 - 1 }), (offset) => {
        // Shanghai keeps no summer time, so its day is a plain division.
        const expected = addDays(FIRST, Math.floor(offset / 86_400_000));
        expect(dateIn(new Date(from + offset), pack.timeZone)).toBe(expected);
      }),
      rounds(500),
    );
  });
});

describe("the machine's zone", () => {
  const run = promisify(execFile);
  const root = fileURLToPath(new URL('../..', import.meta.url));

  async function digestIn(zone: string): Promise<{ localHour: number; digest: string }> {
    const script = 'lib/notice/testing/zone-digest.ts';
    const { stdout } = await run(process.execPath, ['--import', 'tsx', script], {
      cwd: root,
      env: { ...process.env, TZ: zone },
    });
    return JSON.parse(stdout);
  }

  it('changes no answer on any day, from 12 hours behind Greenwich to 14 ahead', {
    timeout: 120_000,
  }, async () => {
    const zones = ['Asia/Shanghai', 'UTC', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Etc/GMT+12'];
    const answers = await Promise.all(zones.map(digestIn));
    expect(answers.map((each) => each.localHour)).toEqual([8, 0, 17, 14, 12]);
    expect(new Set(answers.map((each) => each.digest)).size).toBe(1);
  });
});
