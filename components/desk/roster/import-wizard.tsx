/** A list comes in by three steps: choose it, say what its columns are, see what would change. */
import { type ReactNode, useMemo, useState } from 'react';
import { FormDialog } from '@/components/ui/dialog';
import { useSpeech } from '@/components/ui/language';
import type { Moment } from '@/lib/desk/roster/change-unit';
import { findHeading } from '@/lib/desk/roster/mapping';
import type { RosterEdit, UnitRow } from '@/lib/desk/roster/model';
import { editOfPlan, type ImportMode, planImport } from '@/lib/desk/roster/plan-import';
import type { Encoding } from '@/lib/desk/roster/read-text';
import { looksCarried, readUnits } from '@/lib/desk/roster/read-units';
import { ReadFailure } from '@/lib/desk/roster/table';
import { ImportMapping, type MappingState, mappingProblem } from './import-mapping';
import { ImportPreview, type Preview } from './import-preview';
import { ImportSource, type Source } from './import-source';
import type { ApplyEdit } from './use-roster';

export interface ImportWizardProps {
  readonly mode: ImportMode;
  readonly units: readonly UnitRow[];
  readonly lastEdit: number;
  readonly moment: () => Moment;
  readonly newId: () => string;
  readonly apply: ApplyEdit;
  readonly onProblems: (preview: Preview) => void;
  readonly onDone: (edit: RosterEdit) => void;
  readonly onClose: () => void;
  readonly failure?: ReactNode;
}

export function ImportWizard(props: ImportWizardProps) {
  const { mode, units, lastEdit, moment } = props;
  const { t } = useSpeech();
  const [source, setSource] = useState<Source | null>(null);
  const [state, setState] = useState<MappingState | null>(null);
  const [isChecking, setChecking] = useState(false);
  const [backwards, setBackwards] = useState(false);
  const [notice, setNotice] = useState<'stale' | 'unreadable' | null>(null);
  const [busy, setBusy] = useState(false);

  const open = (read: Source) => {
    setSource(read);
    setNotice(null);
    setState(chooseSheet(read));
  };
  const reread = async (encoding: Encoding | null, separator: string | null) => {
    try {
      const again = await source?.text?.reread(encoding, separator);
      if (again) open(again);
    } catch (error) {
      if (!(error instanceof ReadFailure)) throw error;
      setNotice('unreadable');
    }
  };
  const preview = useMemo(
    () => (isChecking && source && state ? judge({ mode, units, lastEdit, moment }, source, state) : null),
    [isChecking, source, state, units, mode, lastEdit, moment],
  );
  const go = async () => {
    if (!preview || busy) return;
    setBusy(true);
    const head = { id: props.newId(), label: source?.label.slice(0, 300) ?? '' };
    let count = 0;
    const edit = editOfPlan(preview.plan, { backwards }, head, moment(), () => `${head.id}-${++count}`);
    const outcome = await props.apply(edit, preview.lastEdit);
    setBusy(false);
    if (outcome === 'done') props.onDone(edit);
    else if (outcome === 'stale') setNotice('stale');
  };
  const willDo = preview ? preview.plan.added.length + preview.plan.changed.length : 0;
  return (
    <FormDialog title={t(`roster.import.title.${mode}`)} onClose={props.onClose} failure={props.failure}>
      <div className="import-wizard" data-part="import-wizard">
        {source === null && <ImportSource onRead={open} />}
        {source && state && !isChecking && (
          <ImportMapping
            source={source}
            state={state}
            onState={setState}
            onSheet={(at) => setState(stateOfSheet(source, at))}
            onReread={(encoding, separator) => void reread(encoding, separator)}
          />
        )}
        {preview && (
          <ImportPreview
            preview={preview}
            backwards={backwards}
            onBackwards={setBackwards}
            onDownload={() => props.onProblems(preview)}
          />
        )}
        {preview && willDo === 0 && <p>{t('roster.import.nothing')}</p>}
        {notice && (
          <p className="note note--amber" role="alert">
            {t(notice === 'stale' ? 'roster.import.restart' : 'roster.readError.unknown_encoding')}
          </p>
        )}
        <p role="status">{busy && t('roster.import.writing')}</p>
        <div className="dialog-actions">
          {source && (
            <button
              type="button"
              className="button"
              onClick={() => {
                setNotice(null);
                if (isChecking) setChecking(false);
                else setSource(null);
              }}
            >
              {t(isChecking ? 'roster.import.back' : 'roster.import.again')}
            </button>
          )}
          {state && source && !isChecking && (
            <button
              type="button"
              className="button button--primary"
              disabled={mappingProblem(state.mapping) !== null}
              onClick={() => setChecking(true)}
            >
              {t('roster.import.next')}
            </button>
          )}
          {preview && (
            <button
              type="button"
              className="button button--primary"
              disabled={busy || willDo === 0}
              onClick={() => void go()}
            >
              {t(mode === 'roster' ? 'roster.import.go' : 'roster.import.goUpdates')}
            </button>
          )}
        </div>
      </div>
    </FormDialog>
  );
}

/** The sheet that names most columns; the first where none names any. */
function chooseSheet(source: Source): MappingState {
  const states = source.sheets.map((_, at) => stateOfSheet(source, at));
  const known = ({ mapping }: MappingState) => mapping.filter((column) => column !== null).length;
  const [first = stateOfSheet(source, 0)] = [...states].sort((one, other) => known(other) - known(one));
  return first;
}

function stateOfSheet(source: Source, at: number): MappingState {
  const table = source.sheets[at] ?? { rows: [], lines: [], unreadable: [] };
  const heading = findHeading(table);
  return { sheet: at, ...heading, carry: looksCarried(table, heading) };
}

function judge(
  { mode, units, lastEdit, moment }: Pick<ImportWizardProps, 'mode' | 'units' | 'lastEdit' | 'moment'>,
  source: Source,
  state: MappingState,
): Preview | null {
  const table = source.sheets[state.sheet];
  if (!table) return null;
  const { dataFrom, mapping, carry } = state;
  const read = readUnits(table, { dataFrom, mapping, carrySupervisingUnit: carry });
  const plan = planImport(units, read.units, mode, moment());
  const problems = [...read.problems, ...plan.problems].sort((one, other) => one.line - other.line);
  return { plan, problems, blank: read.blank, lastEdit };
}
