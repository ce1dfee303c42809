/** A list comes in by three steps: choose it, say what its columns are, see what would change. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { FormDialog } from '@/components/ui/dialog';
import { useSpeech } from '@/components/ui/language';
import { ofOneCertificate } from '@/lib/desk/roster/about-one';
import type { Moment } from '@/lib/desk/roster/change-unit';
import { findHeading } from '@/lib/desk/roster/mapping';
import type { RosterEdit, UnitRow } from '@/lib/desk/roster/model';
import {
  countDone,
  type ImportChoice,
  type ImportMode,
  makingEdit,
  planningImport,
} from '@/lib/desk/roster/plan-import';
import type { ListRequest } from '@/lib/desk/roster/read-list';
import { looksCarried, readingUnits } from '@/lib/desk/roster/read-units';
import { inSlices, partOf, type Sliced } from '@/lib/desk/roster/slices';
import { type ReadError, ReadFailure } from '@/lib/desk/roster/table';
import { ImportMapping, type MappingState, mappingProblem } from './import-mapping';
import { ImportPreview, type Preview } from './import-preview';
import { ImportSource, type Source } from './import-source';
import type { RosterServices } from './services';
import type { ApplyEdit } from './use-roster';
import { useWork } from './use-work';

export interface ImportWizardProps {
  readonly mode: ImportMode;
  readonly units: readonly UnitRow[];
  readonly lastEdit: number;
  readonly services: Pick<RosterServices, 'readList' | 'resting' | 'newId'>;
  readonly moment: () => Moment;
  readonly apply: ApplyEdit;
  readonly onProblems: (preview: Preview) => void;
  readonly onDone: (edit: RosterEdit) => void;
  readonly onClose: () => void;
  readonly failure?: ReactNode;
}

type Notice = 'stale' | 'unreadable' | 'stopped';

export function ImportWizard(props: ImportWizardProps) {
  const { mode, units, lastEdit, moment, services } = props;
  const { t } = useSpeech();
  const { working, run, stop } = useWork<'reading' | 'checking' | 'writing'>();
  const [source, setSource] = useState<Source | null>(null);
  const [readError, setReadError] = useState<ReadError | null>(null);
  const [state, setState] = useState<MappingState | null>(null);
  const [isChecking, setChecking] = useState(false);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [round, setRound] = useState(0);
  const [choice, setChoice] = useState<ImportChoice>({ backwards: false, renames: false });
  const [notice, setNotice] = useState<Notice | null>(null);
  const isWriting = useRef(false);
  const isLeaving = useRef(false);

  const read = async (request: ListRequest) => {
    setReadError(null);
    setNotice(null);
    try {
      const list = await run('reading', (signal) => services.readList(request, signal));
      if (list === null) return;
      const opened: Source = { ...list, request };
      setSource(opened);
      setState(chooseSheet(opened));
    } catch (error) {
      if (source === null) setReadError(error instanceof ReadFailure ? error.kind : 'damaged');
      else setNotice('unreadable');
    }
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks for another look; `run` is new each time and the same.
  useEffect(() => {
    if (isWriting.current) return;
    setPreview(null);
    const table = isChecking && state ? source?.sheets[state.sheet] : undefined;
    if (!table || !state) return;
    const work = judging(table, state, { mode, units, lastEdit, moment: moment() });
    void run('checking', (signal, onProgress) =>
      inSlices(work, { ...services.resting, signal, onProgress }),
    ).then((judged) => judged && setPreview(judged));
  }, [isChecking, source, state, units, mode, lastEdit, moment, round]);

  const go = async () => {
    if (!preview || working) return;
    isWriting.current = true;
    setNotice(null);
    const head = { id: services.newId(), label: source?.request.label.slice(0, 300) ?? '' };
    let count = 0;
    const newId = () => `${head.id}-${++count}`;
    const done = await run('writing', async (signal, onProgress) => {
      const making = makingEdit(preview.plan, choice, head, moment(), newId);
      const edit = await inSlices(making, { ...services.resting, signal });
      return { edit, outcome: await props.apply(edit, preview.lastEdit, { signal, onProgress }) };
    });
    isWriting.current = false;
    // Whether it was stopped in time is the store's word: what it did is told, whoever pressed what.
    if (done?.outcome === 'done') return props.onDone(done.edit);
    if (isLeaving.current) return props.onClose();
    if (done === null || done.outcome === 'cancelled') setNotice('stopped');
    else if (done.outcome === 'stale') {
      setNotice('stale');
      setRound(round + 1);
    }
  };
  const close = () => {
    stop();
    if (isWriting.current) isLeaving.current = true;
    else props.onClose();
  };
  const back = () => {
    setNotice(null);
    if (isChecking) setChecking(false);
    else setSource(null);
  };
  const willDo = preview ? countDone(preview.plan, choice) : 0;
  return (
    <FormDialog title={t(`roster.import.title.${mode}`)} onClose={close} failure={props.failure}>
      <div className="import-wizard" data-part="import-wizard">
        {source === null && (
          <ImportSource busy={working !== null} error={readError} onRead={(request) => void read(request)} />
        )}
        {source && state && !isChecking && (
          <ImportMapping
            source={source}
            state={state}
            onState={setState}
            onSheet={(at) => setState(stateOfSheet(source, at))}
            onReread={(encoding, separator) => void read({ ...source.request, encoding, separator })}
          />
        )}
        {preview && (
          <ImportPreview
            preview={preview}
            choice={choice}
            onChoice={setChoice}
            onDownload={() => props.onProblems(preview)}
          />
        )}
        {preview && willDo === 0 && <p>{t('roster.import.nothing')}</p>}
        {notice && (
          <p className="note note--amber" role="alert" data-import-notice={notice}>
            {t(`roster.import.notice.${notice}`)}
          </p>
        )}
        <div className="import-work" role="status" data-part="import-work">
          {working && <span>{t(`roster.import.${working.kind}`)}</span>}
        </div>
        {working && (
          <progress
            className="import-progress"
            max={100}
            aria-label={t(`roster.import.${working.kind}`)}
            {...(working.percent !== null && { value: working.percent })}
          />
        )}
        <div className="dialog-actions">
          {working ? (
            <button
              type="button"
              className="button"
              onClick={() => {
                stop();
                if (working.kind === 'checking') setChecking(false);
              }}
            >
              {t('roster.import.stop')}
            </button>
          ) : (
            source && (
              <button type="button" className="button" onClick={back}>
                {t(isChecking ? 'roster.import.back' : 'roster.import.again')}
              </button>
            )
          )}
          {state && source && !isChecking && (
            <button
              type="button"
              className="button button--primary"
              disabled={working !== null || mappingProblem(state.mapping) !== null}
              onClick={() => {
                setNotice(null);
                setChecking(true);
              }}
            >
              {t('roster.import.next')}
            </button>
          )}
          {preview && (
            <button
              type="button"
              className="button button--primary"
              disabled={working !== null || willDo === 0}
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

/** The sheet with units, in sight, that names most columns; the first where none names any. */
function chooseSheet(source: Source): MappingState {
  const judged = source.sheets.map((sheet, at) => {
    const state = stateOfSheet(source, at);
    const known = state.mapping.filter((column) => column !== null).length;
    const hasUnits = sheet.rows.length > state.dataFrom;
    return { state, rank: (hasUnits ? 2_000 : 0) + (sheet.hidden ? 0 : 1_000) + known };
  });
  const [first] = judged.sort((one, other) => other.rank - one.rank);
  return first?.state ?? stateOfSheet(source, 0);
}

function stateOfSheet(source: Source, at: number): MappingState {
  const table = source.sheets[at] ?? { name: '', rows: [], lines: [], unreadable: [] };
  const heading = ofOneCertificate(findHeading(table), table, source.request.label);
  return { sheet: at, ...heading, carry: looksCarried(table, heading) };
}

/** What the list would do to the roster as it is. */
function* judging(
  table: Source['sheets'][number],
  { dataFrom, mapping, carry }: MappingState,
  {
    mode,
    units,
    lastEdit,
    moment,
  }: Pick<ImportWizardProps, 'mode' | 'units' | 'lastEdit'> & { readonly moment: Moment },
): Sliced<Preview> {
  const options = { dataFrom, mapping, carrySupervisingUnit: carry, today: moment.today };
  const read = yield* partOf(readingUnits(table, options), 0, 0.6);
  const plan = yield* partOf(planningImport(units, read.units, mode, moment), 0.6, 1);
  const problems = [...read.problems, ...plan.problems].sort((one, other) => one.line - other.line);
  return { plan, problems, blank: read.blank, lastEdit };
}
