/** What takes seconds of a hundred thousand units, a little at a time: the list in another order, the report. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { FoundRows, SearchIndex } from '@/lib/desk/roster/find-units';
import { type RosterView, type UnitRow, WHOLE_ROSTER } from '@/lib/desk/roster/model';
import { makeReport, makingReport, type Report } from '@/lib/desk/roster/report';
import { inSlices, partOf, type Sliced } from '@/lib/desk/roster/slices';
import type { RosterServices } from './services';

/** So many are sorted before anybody could see that they are. */
const FEW = 2_000;

export interface Arranged {
  readonly found: FoundRows;
  /** The view the rows are of: while another is being made ready, the one before. */
  readonly view: RosterView;
  readonly isBehind: boolean;
}

/** The rows of a view; those of the view before until they are ready. */
export function useArrangedRows(
  units: readonly UnitRow[],
  asked: RosterView,
  index: SearchIndex,
  resting: RosterServices['resting'],
): Arranged {
  const isReady = units.length <= FEW || index.isReady(units, asked);
  const last = useRef({ units, view: asked });
  if (isReady) last.current = { units, view: asked };
  const key = JSON.stringify({ ...asked, search: '' });
  const latest = useRef(asked);
  latest.current = asked;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says whether the rows are of another view.
  const work = useMemo(
    () => (isReady ? null : () => index.preparing(units, latest.current)),
    [units, key, isReady, index],
  );
  useInSlices(work, resting);
  const { units: shown, view } = last.current;
  const found = useMemo(() => index.find(shown, view), [shown, view, index]);
  return { found, view, isBehind: !isReady };
}

/** The report of all units; null until it is made. */
export function useReport(
  units: readonly UnitRow[],
  index: SearchIndex,
  resting: RosterServices['resting'],
): Report | null {
  const isFew = units.length <= FEW;
  const few = useMemo(
    () => (isFew ? makeReport(index.find(units, WHOLE_ROSTER).rows) : null),
    [units, index, isFew],
  );
  const work = useMemo(() => (isFew ? null : () => reporting(units, index)), [units, index, isFew]);
  const many = useInSlices(work, resting);
  return few ?? many;
}

function* reporting(units: readonly UnitRow[], index: SearchIndex): Sliced<Report> {
  if (!index.isReady(units, WHOLE_ROSTER)) yield* partOf(index.preparing(units, WHOLE_ROSTER), 0, 0.7);
  return yield* partOf(makingReport(index.find(units, WHOLE_ROSTER).rows), 0.7, 1);
}

/** What the work comes to, as soon as it is done; another work, or the end of the component, stops it. */
function useInSlices<T>(work: (() => Sliced<T>) | null, resting: RosterServices['resting']): T | null {
  const [made, setMade] = useState<{ readonly of: T } | null>(null);
  useEffect(() => {
    if (work === null) return;
    const stopping = new AbortController();
    const { signal } = stopping;
    inSlices(work(), { ...resting, signal }).then(
      (of) => signal.aborted || setMade({ of }),
      (error: unknown) => {
        if (!signal.aborted) throw error;
      },
    );
    return () => stopping.abort();
  }, [work, resting]);
  return made?.of ?? null;
}
