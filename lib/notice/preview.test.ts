import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dateIn } from './days';
import { nextMidnight, previewInstant } from './preview';

const SHANGHAI = 'Asia/Shanghai';
const instant = fc.date({ min: new Date('2023-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });

describe('nextMidnight', () => {
  it('is midnight in Shanghai, whatever the machine thinks', () => {
    const found = nextMidnight(new Date('2023-10-11T15:59:00Z'), SHANGHAI);
    expect(Math.abs(found.getTime() - Date.parse('2023-10-11T16:00:00Z'))).toBeLessThanOrEqual(1000);
  });

  it('falls in the first second of the next day', () => {
    fc.assert(
      fc.property(instant, (now) => {
        const found = nextMidnight(now, SHANGHAI);
        const next = addDays(dateIn(now, SHANGHAI), 1);
        expect(dateIn(found, SHANGHAI)).toBe(next);
        expect(dateIn(new Date(found.getTime() - 1001), SHANGHAI)).not.toBe(next);
      }),
    );
  });
});

describe('previewInstant', () => {
  it('falls on the previewed day at the present time of day', () => {
    fc.assert(
      fc.property(instant, (now) => {
        const played = previewInstant(now, '2023-09-20', SHANGHAI);
        expect(dateIn(played, SHANGHAI)).toBe('2023-09-20');
        expect(Math.abs((played.getTime() - now.getTime()) % 86_400_000)).toBe(0);
      }),
    );
  });
});
