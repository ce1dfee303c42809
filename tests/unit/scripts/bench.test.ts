import { describe, expect, it } from 'vitest';
import { median } from '@/scripts/bench/figure';
import { GROUPS } from '@/scripts/bench/groups';
import { chooseFigures } from '@/scripts/bench/run';
import { tableRow } from '@/scripts/bench/table';

const nothing = () => Promise.resolve();
const SOME = {
  sentinel: { figures: ['sentinel-bytes'], measure: nothing },
  recognition: { figures: ['recognition-500', 'recognition-5000', 'recognition-50000'], measure: nothing },
};
const chosen = (...names: string[]) => [...chooseFigures(names, SOME)];

describe('the bench', () => {
  it('measures all unless names say which, by their beginnings', () => {
    expect(chosen()).toHaveLength(4);
    expect(chosen('sent')).toEqual(['sentinel-bytes']);
    expect(chosen('recognition-5')).toEqual(['recognition-500', 'recognition-5000', 'recognition-50000']);
    expect(chosen('recognition-500')).toEqual(['recognition-500']);
    expect(chosen('recognition-50000', 'sentinel')).toEqual(['recognition-50000', 'sentinel-bytes']);
    expect(chosen('recognition')).toHaveLength(3);
  });

  it('refuses a name that names nothing, and says which there are', () => {
    expect(() => chosen('sentinel', 'overly')).toThrow(/"overly".*sentinel-bytes/);
  });

  it('names every figure once', () => {
    const names = Object.values(GROUPS).flatMap(({ figures }) => figures);
    expect(names).toEqual([...new Set(names)]);
  });

  it('says in the table what is over its budget', () => {
    const figure = {
      name: 'sentinel-bytes',
      value: 8_001,
      unit: 'bytes',
      budget: 8_000,
      peers: { other: 3 },
    };
    expect(tableRow(figure)).toMatch(/8,001 bytes.*8,000 bytes.*OVER BUDGET.*other 3/);
    expect(tableRow({ ...figure, value: 8_000 })).not.toContain('OVER');
  });

  it('takes the middle', () => {
    expect([median([3, 1, 2]), median([4, 1, 3, 2])]).toEqual([2, 2.5]);
  });
});
