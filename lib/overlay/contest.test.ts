import { describe, expect, it } from 'vitest';
import { createContest } from './contest';

const limits = { burst: { hostile: 2, harmless: 3 }, within: 1_000, total: 5 };

describe('a contest with the page', () => {
  it('allows a burst of each kind, and no more', () => {
    const contest = createContest(() => 0, limits);
    expect([1, 2, 3, 4].map(() => contest.spend('harmless'))).toEqual([true, true, true, false]);
    const other = createContest(() => 0, limits);
    expect([1, 2, 3].map(() => other.spend('hostile'))).toEqual([true, true, false]);
  });

  it('ends, as shipped, a fight without pause and one that lasts all day, and no page’s own dialogs', () => {
    const lasts = (kind: 'harmless' | 'hostile', pause: number) => {
      let now = 0;
      const contest = createContest(() => now);
      for (let times = 0; times < 10_000; times += 1, now += pause) if (!contest.spend(kind)) return times;
      return Number.POSITIVE_INFINITY;
    };
    expect(lasts('hostile', 16)).toBeLessThan(20);
    expect(lasts('harmless', 16)).toBeLessThan(100);
    expect(lasts('hostile', 10_000)).toBeLessThan(50);
    expect(lasts('harmless', 1_000)).toBe(Number.POSITIVE_INFINITY);
  });

  it('forgets harmless corrections, never hostile ones', () => {
    let now = 0;
    const contest = createContest(() => now, limits);
    const spend = (kind: 'harmless' | 'hostile') => {
      now += 2_000;
      return contest.spend(kind);
    };
    for (let round = 0; round < 20; round += 1) expect(spend('harmless')).toBe(true);
    expect([1, 2, 3, 4, 5, 6].map(() => spend('hostile'))).toEqual([true, true, true, true, true, false]);
  });
});
