/**
 * The status rule at its borders, held against a computation of its own: instants in milliseconds, no calendar, no
 * formatter. The machine's zone plays no part in either.
 */
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { builtinPack } from '@/lib/notice/builtin';
import { addDays, dateIn } from '@/lib/notice/days';
import type { NoticePack } from '@/lib/notice/model';
import { renewalFor } from '@/lib/notice/renewals';
import { certificateStatus, type TrackedCertificate, withRenewal } from './status';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Shanghai keeps eight hours before Greenwich, summer and winter, since 1992. */
const AHEAD = 8 * HOUR;
const OPENS = 120;
const CLOSES = 95;

/** First and last millisecond of a day in Shanghai. */
const begins = (date: string) => Date.parse(`${date}T00:00:00Z`) - AHEAD;
const ends = (date: string) => begins(date) + DAY - 1;

interface Dates {
  readonly id: string;
  readonly key: string;
  readonly from: string | null;
  readonly until: string;
}

function expected(one: Dates, all: readonly Dates[], now: number): object {
  const rivals = all
    .filter(({ key, until }) => key === one.key && until > one.until)
    .filter(({ from, until }) => ends(until) >= now && (from === null || begins(from) <= now))
    .sort((a, b) => ends(b.until) - ends(a.until));
  const [heir] = rivals;
  if (heir) return { kind: 'superseded', by: heir.id };
  const left = Math.floor((ends(one.until) - now) / DAY);
  if (now > ends(one.until)) return { kind: 'expired', daysAgo: Math.ceil((now - ends(one.until)) / DAY) };
  if (one.from !== null && now < begins(one.from)) {
    return { kind: 'not-yet-valid', startsIn: Math.ceil((begins(one.from) - now) / DAY), daysLeft: left };
  }
  if (left === 0) return { kind: 'last-day', daysLeft: 0 };
  for (const threshold of [1, 3, 7, 15, 30, 60, 90]) {
    if (left <= threshold) return { kind: 'soon', daysLeft: left, threshold };
  }
  return { kind: left <= OPENS && left >= CLOSES ? 'renewal-open' : 'valid', daysLeft: left };
}

/** The built-in notice with what it does not say. */
const pack: NoticePack = {
  ...builtinPack,
  renewals: [
    {
      id: 'renewal',
      certificates: builtinPack.certificates.map(({ id }) => id),
      opensDaysBefore: OPENS,
      closesDaysBefore: CLOSES,
      cite: '五、2',
    },
  ],
};

function judged(one: Dates, all: readonly Dates[], now: number): object {
  const today = dateIn(new Date(now), 'Asia/Shanghai');
  const track = ({ id, key, from, until }: Dates): TrackedCertificate => ({
    id,
    subject: 's',
    kind: 'ca',
    generation: 'new',
    label: key,
    holder: null,
    validFrom: from,
    validUntil: until,
  });
  const status = certificateStatus(track(one), all.map(track), today);
  const asked = { today, audience: 'budget-unit', level: 'city' } as const;
  return withRenewal(status, renewalFor(pack, asked, { kind: 'ca', generation: 'new' }, one.until));
}

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

/** Either side of a day's border, and inside it. */
const moments = [0, 1, HOUR, 8 * HOUR, 16 * HOUR - 1, 16 * HOUR, DAY - 1000, DAY - 1];

describe.each(['Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'])(
  'the status on a machine in %s',
  (machine) => {
    it('is that of Shanghai to the millisecond, at each border', () => {
      process.env.TZ = machine;
      for (const until of ['2026-12-29', '2028-02-29', '2027-03-14']) {
        const one = { id: 'a', key: 'k', from: addDays(until, -364), until };
        for (const left of [
          -400, -2, -1, 0, 1, 2, 3, 4, 7, 8, 15, 16, 30, 31, 60, 61, 90, 91, 94, 95, 120, 121, 363, 364, 365,
        ]) {
          for (const moment of moments) {
            const now = begins(addDays(until, -left)) + moment;
            expect(judged(one, [one], now), `${left} days before ${until}, ${moment} ms`).toEqual(
              expected(one, [one], now),
            );
          }
        }
      }
    });

    it('is so of several that succeed each other, at any moment', () => {
      process.env.TZ = machine;
      const offset = fc.integer({ min: -500, max: 500 });
      const row = fc.record({
        key: fc.constantFrom('甲', '乙'),
        span: fc.option(fc.integer({ min: 0, max: 800 })),
        offset,
      });
      fc.assert(
        fc.property(
          fc.uniqueArray(row, {
            selector: ({ key, offset: at }) => `${key}${at}`,
            minLength: 1,
            maxLength: 5,
          }),
          fc.integer({ min: 0, max: DAY - 1 }),
          (rows, moment) => {
            const all = rows.map(({ key, span, offset: at }, index) => {
              const until = addDays('2026-11-22', at);
              return { id: String(index), key, from: span === null ? null : addDays(until, -span), until };
            });
            const now = begins('2026-11-22') + moment;
            for (const one of all) expect(judged(one, all, now)).toEqual(expected(one, all, now));
          },
        ),
        { numRuns: 300 },
      );
    });
  },
);
