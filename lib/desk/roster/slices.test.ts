import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rounds } from '@/lib/notice/testing/rounds';
import { atOnce, inSlices, partOf, type Sliced, Stopped } from './slices';
import { sorting } from './sorting';

/** A clock that goes on by itself, ten milliseconds a look. */
function pace(onRest: () => void = () => {}) {
  let time = 0;
  return {
    now: () => {
      time += 10;
      return time;
    },
    rest: async () => onRest(),
  };
}

function* counting(to: number, seen: number[] = []): Sliced<number> {
  for (let at = 0; at < to; at += 1) {
    yield at / to;
    seen.push(at);
  }
  return to;
}

describe('work in slices', () => {
  it('rests every few milliseconds, tells how far it is, and comes to the same', async () => {
    let rests = 0;
    const parts: number[] = [];
    const done = inSlices(counting(10), {
      ...pace(() => {
        rests += 1;
      }),
      onProgress: (part) => void parts.push(part),
    });
    expect(await done).toBe(atOnce(counting(10)));
    expect(rests).toBeGreaterThan(2);
    expect(parts).toHaveLength(rests);
    expect(parts).toEqual([...parts].sort((one, other) => one - other));
  });

  it('goes no further once it is stopped', async () => {
    const seen: number[] = [];
    const stop = new AbortController();
    const work = inSlices(counting(1_000, seen), { ...pace(() => stop.abort()), signal: stop.signal });
    await expect(work).rejects.toBeInstanceOf(Stopped);
    expect(seen.length).toBeLessThan(10);
  });

  it('told as a part of more, keeps within that part', () => {
    const parts = [...partOf(counting(4), 0.5, 0.7)];
    expect(parts[0]).toBe(0.5);
    expect(Math.max(...parts)).toBeLessThan(0.7);
  });
});

it('sorting in slices is the engine’s sorting, and never compares long without a rest', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ key: fc.integer({ min: 0, max: 9 }), at: fc.nat() }), {
        minLength: 25,
        maxLength: 60,
      }),
      (few) => {
        const items = Array.from({ length: 50 }, () => few).flat();
        const compare = (one: { key: number }, other: { key: number }) => one.key - other.key;
        let compared = 0;
        let longest = 0;
        const work = sorting(items, (one, other) => {
          compared += 1;
          return compare(one, other);
        });
        for (;;) {
          const before = compared;
          const step = work.next();
          longest = Math.max(longest, compared - before);
          if (step.done) {
            expect(step.value).toEqual([...items].sort(compare));
            break;
          }
        }
        expect(longest).toBeLessThan(20_000);
      },
    ),
    rounds(100),
  );
});
