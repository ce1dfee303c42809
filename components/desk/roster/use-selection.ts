import { useEffect, useRef, useState } from 'react';
import { choosing, idsOf } from '@/lib/desk/roster/choosing';
import type { UnitRow } from '@/lib/desk/roster/model';
import { inSlices, type Sliced, Stopped } from '@/lib/desk/roster/slices';
import type { RosterServices } from './services';

export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly set: (ids: ReadonlySet<string>) => void;
  /** Chooses these and no others: many of them a moment later, so that the key is heard at once. */
  readonly choose: (units: readonly UnitRow[]) => void;
}

/** So many are chosen while the key is down. */
const AT_ONCE = 1_000;
const NONE: ReadonlySet<string> = new Set();

/** Which units are chosen. One that another desk has taken out of the roster is chosen no more. */
export function useSelection(units: readonly UnitRow[], resting: RosterServices['resting']): Selection {
  const [ids, setIds] = useState(NONE);
  const making = useRef<AbortController | null>(null);
  const make = <T>(work: Sliced<T>, done: (made: T) => void) => {
    making.current?.abort();
    const own = new AbortController();
    making.current = own;
    inSlices(work, { ...resting, signal: own.signal }).then(
      (made) => own.signal.aborted || done(made),
      (error) => {
        if (!(error instanceof Stopped)) throw error;
      },
    );
    return () => own.abort();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: `make` is new each time and the same.
  useEffect(() => {
    if (ids.size === 0) return;
    return make(choosing(units, ids), (kept) => {
      if (kept.length < ids.size) setIds(new Set(kept.map(({ id }) => id)));
    });
  }, [units, ids]);
  return {
    ids,
    set: (next) => {
      making.current?.abort();
      setIds(next);
    },
    choose: (chosen) => {
      if (chosen.length > AT_ONCE) make(idsOf(chosen), setIds);
      else {
        making.current?.abort();
        setIds(new Set(chosen.map(({ id }) => id)));
      }
    },
  };
}
