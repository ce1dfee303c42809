import { describe, expect, it } from 'vitest';
import { nextTurn } from './next-turn';

describe('nextTurn', () => {
  it.each([
    ['2026-11-28T02:10:00Z', 'Asia/Shanghai', '2026-11-28T03:00:00.000Z'],
    ['2026-11-28T02:00:02Z', 'Asia/Shanghai', '2026-11-28T03:00:00.000Z'],
    ['2026-11-28T15:59:59Z', 'Asia/Shanghai', '2026-11-28T16:00:00.000Z'],
    ['2026-11-28T16:00:00Z', 'Asia/Shanghai', '2026-11-28T17:00:00.000Z'],
    ['2026-11-28T18:00:00Z', 'Asia/Kolkata', '2026-11-28T18:30:00.000Z'],
  ])('after %s in %s', (now, timeZone, expected) => {
    const next = nextTurn(new Date(now), timeZone).getTime();
    // The midnight is found to the second.
    expect(Math.abs(next - Date.parse(expected))).toBeLessThanOrEqual(1000);
  });

  it('is ahead, and by an hour at most, whatever the time', () => {
    for (let at = Date.parse('2026-11-28T00:00:00Z'), n = 0; n < 2000; at += 47_311, n += 1) {
      const ahead = nextTurn(new Date(at), 'Asia/Shanghai').getTime() - at;
      expect(ahead).toBeGreaterThan(0);
      expect(ahead).toBeLessThanOrEqual(3_601_000);
    }
  });
});
