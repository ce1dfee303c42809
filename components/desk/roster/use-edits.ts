import { useState } from 'react';
import { useSpeech } from '@/components/ui/language';
import { failureKindOf } from '@/components/ui/store-failure';
import type { EditRow, RosterEdit } from '@/lib/desk/roster/model';
import { dateIn } from '@/lib/notice/days';
import type { StoreFailureKind } from '@/lib/store/model';
import type { Preview } from './import-preview';
import type { HeardRoster, RosterServices } from './services';
import { type ApplyEdit, useUndoable } from './use-roster';

export interface Edits {
  /** The last thing that was done or refused, as a sentence. */
  readonly said: string;
  readonly failure: StoreFailureKind | null;
  readonly undoable: EditRow | null;
  readonly redoable: EditRow | null;
  readonly apply: ApplyEdit;
  /** Applies and tells; whether it was done. */
  readonly run: (edit: RosterEdit) => Promise<boolean>;
  readonly tellDone: (edit: RosterEdit) => void;
  readonly undo: () => void;
  readonly redo: () => void;
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
      return outcome.ok ? 'done' : outcome.why;
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
  const run = async (edit: RosterEdit) => {
    if (edit.added.length + edit.changed.length + edit.removed.length === 0) {
      say(t('roster.done.nothing'));
      return true;
    }
    const outcome = await apply(edit, null);
    if (outcome === 'done') tellDone(edit);
    if (outcome === 'stale') say(t('roster.done.stale'));
    return outcome === 'done';
  };
  const takeBack = async (edit: EditRow | null, isRedo: boolean) => {
    if (!edit) return;
    try {
      const { undone, kept } = await services.undo(edit.number);
      const told = t(isRedo ? 'roster.done.redone' : 'roster.done.undone', { count: undone });
      say(kept > 0 ? `${told}${t('roster.done.kept', { count: kept })}` : told);
    } catch (error) {
      fail(error);
    }
  };
  const save = async (name: string, make: () => Promise<Blob>) => {
    try {
      services.saveBlob(name, await make());
      say(t('roster.done.saved'));
    } catch {
      say(t('roster.done.failed'));
    }
  };
  const today = () => dateIn(services.now(), services.pack.timeZone);
  return {
    said,
    failure,
    undoable,
    redoable,
    apply,
    run,
    tellDone,
    undo: () => void takeBack(undoable, false),
    redo: () => void takeBack(redoable, true),
    saveRoster: () =>
      save(`${t('roster.report.sheetAll')}-${today()}.xlsx`, async () => {
        const { writeRoster } = await import('@/lib/desk/roster/workbook');
        return writeRoster(roster.units, t);
      }),
    saveProblems: ({ problems, plan }) =>
      save(`${t('roster.report.sheetProblems')}-${today()}.xlsx`, async () => {
        const { writeProblems } = await import('@/lib/desk/roster/workbook');
        return writeProblems(problems, plan.merged, t);
      }),
    say,
    fail,
  };
}
