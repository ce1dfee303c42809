// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { SearchIndex } from '@/lib/desk/roster/find-units';
import { type RosterView, type UnitRow, WHOLE_ROSTER } from '@/lib/desk/roster/model';
import { useArrangedRows } from './use-arranged';

afterEach(cleanup);

const track = { state: 'not-filed' } as const;
const unit = (at: number) =>
  ({
    id: `u${at}`,
    change: 1,
    name: `单位${String(at).padStart(5, '0')}`,
    code: null,
    supervisingUnit: null,
    contact: null,
    phone: null,
    notes: null,
    audience: null,
    level: null,
    ca: track,
    seal: track,
    updatedAt: '2023-09-20T02:00:00.000Z',
  }) as unknown as UnitRow;

test('of many units the rows of the view before stay until the next are ready, with rests in between', async () => {
  const units = Array.from({ length: 2_500 }, (_, at) => unit(at));
  const byName = { ...WHOLE_ROSTER, sort: 'name' as const };
  const index = new SearchIndex();
  index.find(units, byName);
  let clock = 0;
  const rests: (() => void)[] = [];
  const resting = {
    now: () => (clock += 20),
    rest: () => new Promise<void>((resolve) => rests.push(resolve)),
  };
  const { result, rerender } = renderHook(
    ({ view }: { view: RosterView }) => useArrangedRows(units, view, index, resting),
    { initialProps: { view: byName } },
  );
  expect(result.current).toMatchObject({ isBehind: false, found: { rows: { length: 2_500 } } });
  expect(result.current.found.rows[0]?.id).toBe('u0');

  const backwards = { ...byName, descending: true };
  rerender({ view: backwards });
  expect(result.current).toMatchObject({ isBehind: true, view: byName });
  expect(result.current.found.rows[0]?.id).toBe('u0');

  let slices = 0;
  for (let rest = rests.pop(); rest; rest = rests.pop()) {
    slices += 1;
    const go = rest;
    await act(async () => go());
  }
  expect(slices).toBeGreaterThan(10);
  expect(result.current).toMatchObject({ isBehind: false, view: backwards });
  expect(result.current.found.rows[0]?.id).toBe('u2499');
});
