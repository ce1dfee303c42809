import { useEffect, useMemo, useRef, useState } from 'react';
import type { Moment } from '@/lib/desk/roster/change-unit';
import type { SearchIndex } from '@/lib/desk/roster/find-units';
import type { EditRow, RosterEdit, RosterView } from '@/lib/desk/roster/model';
import { inSlices } from '@/lib/desk/roster/slices';
import { dateIn } from '@/lib/notice/days';
import type { ApplyOptions } from '@/lib/store/model';
import type { RosterHeard, RosterServices } from './services';

export interface Roster {
  readonly heard: RosterHeard | null;
  readonly retry: () => void;
}

/**
 * The roster as it is now, until the component goes. It is told when the index is ready to show it in this view: sorting a
 * hundred thousand names and finding their pinyin would hold the page.
 */
export function useRoster(services: RosterServices, index: SearchIndex, view: RosterView): Roster {
  const [heard, setHeard] = useState<RosterHeard | null>(null);
  const [attempt, setAttempt] = useState(0);
  const latestView = useRef(view);
  latestView.current = view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` is what asks for another reading.
  useEffect(() => {
    const visit = new AbortController();
    let earlier = new AbortController();
    const hear = async (told: RosterHeard) => {
      earlier.abort();
      earlier = new AbortController();
      const { signal } = earlier;
      try {
        if (told.ok) {
          const work = index.preparing(told.roster.units, latestView.current);
          await inSlices(work, { ...services.resting, signal });
        }
        if (!signal.aborted) setHeard(told);
      } catch (error) {
        // Something newer is on its way.
        if (!signal.aborted) throw error;
      }
    };
    services.watch((told) => void hear(told), visit.signal);
    return () => {
      visit.abort();
      earlier.abort();
    };
  }, [services, attempt]);
  return { heard, retry: () => setAttempt((count) => count + 1) };
}

/** The edit that undoing takes back, and the undoing that can be taken back itself; null where there is none. */
export function useUndoable(edits: readonly EditRow[]): {
  readonly undoable: EditRow | null;
  readonly redoable: EditRow | null;
} {
  return useMemo(() => {
    const isPlain = ({ kind }: EditRow) => kind !== 'undo' && kind !== 'restore';
    const undoable = edits.find((edit) => isPlain(edit) && edit.undoneBy === null) ?? null;
    const standing = edits.find((edit) => edit.undoneBy === null && !isRedo(edit, edits));
    const redoable = standing?.kind === 'undo' ? standing : null;
    return { undoable, redoable };
  }, [edits]);
}

/** An undoing of an undoing: what it brought back stands under its own number. */
function isRedo(edit: EditRow, edits: readonly EditRow[]): boolean {
  return edit.kind === 'undo' && edits.some(({ number, kind }) => number === edit.undoes && kind === 'undo');
}

/** The instant and day of a change made now. Days in a roster are the desk's own, not a previewed one's. */
export function momentOf(services: RosterServices, by: Moment['by']): Moment {
  const now = services.now();
  return { at: now.toISOString(), today: dateIn(now, services.pack.timeZone), by };
}

/** Applies an edit; all but `done` is what the caller shows. */
export type ApplyEdit = (
  edit: RosterEdit,
  basedOn: number | null,
  options?: ApplyOptions,
) => Promise<'done' | 'stale' | 'cancelled' | 'failed'>;
