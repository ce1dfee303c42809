import { useEffect, useRef, useState } from 'react';
import { useSpeech } from '@/components/ui/language';
import { failureKindOf } from '@/components/ui/store-failure';
import type { EditRow, RosterEdit } from '@/lib/desk/roster/model';
import { type PlainSheet, problemSheets, rosterSheets } from '@/lib/desk/roster/sheets';
import { inSlices, type Sliced } from '@/lib/desk/roster/slices';
import { dateIn } from '@/lib/notice/days';
import type { StoreFailureKind } from '@/lib/store/model';
import type { Preview } from './import-preview';
import type { HeardRoster, RosterServices } from './services';
import { type ApplyEdit, useUndoable } from './use-roster';
import { useWork, type Working } from './use-work';

/** `exporting`: a workbook is written. */
export type EditWork = 'writing' | 'undoing' | 'exporting';

export interface Edits {
  /** The last thing that was done or refused, as a sentence. */
  readonly said: string;
  readonly failure: StoreFailureKind | null;
  /** What is being written, taken back or saved: of many units it takes a while, and nothing else may begin. */
  readonly working: Working<EditWork> | null;
  /** The list that is shown does not hold yet what this desk has written. */
  readonly isBehind: boolean;
  readonly undoable: EditRow | null;
  readonly redoable: EditRow | null;
  readonly apply: ApplyEdit;
  /** Makes the edit where it is to be made yet, applies and tells; whether it was done. */
  readonly run: (edit: RosterEdit | Sliced<RosterEdit>) => Promise<boolean>;
  readonly tellDone: (edit: RosterEdit) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Saves a workbook of these sheets under the name. */
  readonly save: (name: string, sheets: Sliced<readonly PlainSheet[]>) => Promise<void>;
  readonly saveRoster: () => Promise<void>;
  readonly saveProblems: (preview: Preview) => Promise<void>;
  readonly say: (text: string) => void;
  readonly fail: (error: unknown) => void;
}

/** Everything that changes the roster or leaves it, with what is told about it. */
export function useEdits(services: RosterServices, roster: HeardRoster): Edits {
  const { t } = useSpeech();
  const [said, setSaid] = useState('');
  const [failure, setFailure] = useState<StoreFailureKind | null>(null);
  const { undoable, redoable } = useUndoable(roster.edits);
  const caughtUp = useCaughtUp(roster.lastEdit);
  const latest = useRef({ undoable, redoable });
  latest.current = { undoable, redoable };
  const { working, run: work } = useWork<EditWork>();
  const say = (text: string) => {
    setFailure(null);
    setSaid(text);
  };
  const fail = (error: unknown) => {
    setSaid('');
    setFailure(failureKindOf(error));
  };

  const apply: ApplyEdit = async (edit, basedOn, options) => {
    try {
      const outcome = await services.apply(edit, basedOn, options);
      if (!outcome.ok) return outcome.why;
      caughtUp.expect(outcome.number);
      return 'done';
    } catch (error) {
      fail(error);
      return 'failed';
    }
  };
  const tellDone = (edit: RosterEdit) => {
    const count = edit.added.length + edit.changed.length;
    if (edit.removed.length > 0) say(t('roster.done.removed', { count: edit.removed.length }));
    else if (edit.kind === 'import') say(t('roster.done.import', { count }));
    else if (edit.kind === 'update') say(t('roster.done.update', { count }));
    else if (edit.kind === 'batch') say(t('roster.done.batch', { count }));
    else say(t('roster.done.hand'));
  };
  const run: Edits['run'] = async (asked) => {
    if (working) return false;
    const done = await work('writing', async (signal, onProgress) => {
      const edit = 'next' in asked ? await inSlices(asked, { ...services.resting, signal }) : asked;
      const isEmpty = edit.added.length + edit.changed.length + edit.removed.length === 0;
      return { edit, outcome: isEmpty ? 'nothing' : await apply(edit, null, { onProgress }) };
    });
    // Told when the next one may begin: who reads it may press a key at once.
    if (done?.outcome === 'done') tellDone(done.edit);
    if (done?.outcome === 'stale') say(t('roster.done.stale'));
    if (done?.outcome === 'nothing') say(t('roster.done.nothing'));
    return done?.outcome === 'done' || done?.outcome === 'nothing';
  };
  const takeBack = async (which: 'undoable' | 'redoable') => {
    if (working) return;
    try {
      const done = await work('undoing', async (_, onProgress) => {
        // What was just written is what is taken back, also while the list is still being read.
        await caughtUp.wait();
        const edit = latest.current[which];
        return edit && services.undo(edit.number, { onProgress });
      });
      if (!done) return;
      caughtUp.expect(done.number);
      const told = t(which === 'redoable' ? 'roster.done.redone' : 'roster.done.undone', {
        count: done.undone,
      });
      say(done.kept > 0 ? `${told}${t('roster.done.kept', { count: done.kept })}` : told);
    } catch (error) {
      fail(error);
    }
  };
  const save = async (name: string, sheets: Sliced<readonly PlainSheet[]>) => {
    const made = await work('exporting', async (signal) => {
      try {
        const plain = await inSlices(sheets, { ...services.resting, signal });
        return { blob: await services.writeWorkbook(plain) };
      } catch {
        return signal.aborted ? null : { blob: null };
      }
    });
    if (!made) return;
    if (made.blob) services.saveBlob(name, made.blob);
    say(t(made.blob ? 'roster.done.saved' : 'roster.done.failed'));
  };
  const today = () => dateIn(services.now(), services.pack.timeZone);
  return {
    said,
    failure,
    working,
    isBehind: caughtUp.isBehind,
    undoable,
    redoable,
    apply,
    run,
    tellDone,
    undo: () => void takeBack('undoable'),
    redo: () => void takeBack('redoable'),
    save,
    saveRoster: () => save(`${t('roster.report.sheetAll')}-${today()}.xlsx`, rosterSheets(roster.units, t)),
    saveProblems: ({ problems, plan }) =>
      save(`${t('roster.report.sheetProblems')}-${today()}.xlsx`, problemSheets(problems, plan.merged, t)),
    say,
    fail,
  };
}

/** Waits until the list that is shown holds what this desk has written: of many units it is read for seconds. */
function useCaughtUp(lastEdit: number) {
  const [state] = useState(() => ({ shown: lastEdit, expected: 0, go: new Set<() => void>() }));
  useEffect(() => {
    state.shown = lastEdit;
    // 0: all was erased meanwhile, and what was expected with it.
    if (lastEdit === 0) state.expected = 0;
    if (lastEdit < state.expected) return;
    for (const go of state.go) go();
    state.go.clear();
  }, [lastEdit, state]);
  // 0 after more than 0: all was erased, and what was expected is not coming.
  const isErased = lastEdit === 0 && state.shown > 0;
  return {
    isBehind: !isErased && lastEdit < state.expected,
    expect: (edit: number) => {
      state.expected = Math.max(state.expected, edit);
    },
    wait: () =>
      state.shown >= state.expected
        ? Promise.resolve()
        : new Promise<void>((resolve) => void state.go.add(resolve)),
  };
}
