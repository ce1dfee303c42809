/** The roster on the desk: search, table, changes, imports, report. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ConfirmDialog } from '@/components/ui/dialog';
import { useSpeech } from '@/components/ui/language';
import { StoreFailureNotice } from '@/components/ui/store-failure';
import { useLargeType } from '@/components/ui/use-large-type';
import { useLastGood } from '@/components/ui/use-last-good';
import { makingBatch } from '@/lib/desk/roster/batch';
import { changeUnit } from '@/lib/desk/roster/change-unit';
import { choosing } from '@/lib/desk/roster/choosing';
import { SearchIndex } from '@/lib/desk/roster/find-units';
import { type RosterEdit, type RosterView, type UnitRow, WHOLE_ROSTER } from '@/lib/desk/roster/model';
import { codeKey, keyOf } from '@/lib/desk/roster/plain';
import type { ImportMode } from '@/lib/desk/roster/plan-import';
import { ShownRows } from '@/lib/desk/roster/shown-rows';
import { partOf, type Sliced } from '@/lib/desk/roster/slices';
import { BatchDialog } from './batch-dialog';
import { BusyLine } from './busy-line';
import { EmptyRoster, Keys } from './empty-roster';
import { FilterBar } from './filter-bar';
import { ImportWizard } from './import-wizard';
import { PreviewNote } from './preview-note';
import { ReportView } from './report-view';
import type { HeardRoster, RosterServices } from './services';
import { UnitDialog } from './unit-dialog';
import { UnitTable } from './unit-table';
import { useArrangedRows } from './use-arranged';
import { useEdits } from './use-edits';
import { momentOf, useRoster } from './use-roster';
import { useSelection } from './use-selection';
import { useShortcuts } from './use-shortcuts';
import './roster.css';

export interface RosterPanelProps {
  readonly services: RosterServices;
  /** A unit to open, by id or by name: the desk comes here from a caller's unit. */
  readonly open?: string | null;
}

export function RosterPanel({ services, open = null }: RosterPanelProps) {
  const { t } = useSpeech();
  const [index] = useState(() => new SearchIndex());
  const [view, setView] = useState<RosterView>(WHOLE_ROSTER);
  const { heard, retry } = useRoster(services, index, view);
  const { shown, failure } = useLastGood(heard);
  if (heard === null) {
    return (
      <p className="roster-loading" role="status" data-part="roster-loading">
        {t('roster.loading')}
      </p>
    );
  }
  return (
    <>
      {failure !== null && <StoreFailureNotice kind={failure} onRetry={retry} />}
      {shown && <LoadedRoster {...{ roster: shown.roster, services, open, index, view }} onView={setView} />}
    </>
  );
}

type Shown = 'list' | 'report';
type Asked =
  | { readonly kind: 'import'; readonly mode: ImportMode }
  | { readonly kind: 'unit'; readonly id: string }
  | { readonly kind: 'batch' }
  | { readonly kind: 'remove' };

function LoadedRoster(props: {
  readonly roster: HeardRoster;
  readonly services: RosterServices;
  readonly open: string | null;
  readonly index: SearchIndex;
  readonly view: RosterView;
  readonly onView: (view: RosterView) => void;
}) {
  const { roster, services, index, view } = props;
  const { t } = useSpeech();
  useLargeType(roster.largeType);
  const [shown, setShown] = useState<Shown>('list');
  const [asked, setAsked] = useState<Asked | null>(() => askedFor(props.open, roster.units));
  // A name that no unit has whole is looked for: a caller seldom says it in full.
  const isSearched = useRef(asked !== null || props.open === null);
  useEffect(() => {
    if (isSearched.current || !props.open) return;
    isSearched.current = true;
    props.onView({ ...WHOLE_ROSTER, search: props.open });
  });
  const selection = useSelection(roster.units, services.resting);
  const selected = selection.ids;
  const [active, setActive] = useState(-1);
  const search = useRef<HTMLInputElement>(null);
  const edits = useEdits(services, roster);
  const moment = useCallback(() => momentOf(services, 'hand'), [services]);
  const importMoment = useCallback(
    () => momentOf(services, asked?.kind === 'import' && asked.mode === 'updates' ? 'update' : 'import'),
    [services, asked],
  );
  const arranged = useArrangedRows(roster.units, view, index, services.resting);
  const { found } = arranged;
  const { rows } = found;
  const isGrouped = arranged.view.grouped;
  const lines = useMemo(() => new ShownRows(found, isGrouped), [found, isGrouped]);
  const supervisingUnits = useMemo(
    () =>
      [...new Set(roster.units.map((unit) => unit.supervisingUnit ?? ''))].sort((a, b) =>
        a.localeCompare(b, 'zh-CN'),
      ),
    [roster.units],
  );
  useShortcuts({ search, undo: edits.undo, redo: edits.redo, idle: asked !== null || shown !== 'list' });

  const isEmpty = roster.units.length === 0;
  const close = () => setAsked(null);
  const head = (label = '') => ({ id: services.newId(), label });
  const done = async (edit: Parameters<typeof edits.run>[0]) => {
    if (await edits.run(edit)) close();
  };
  const opened = asked?.kind === 'unit' ? roster.units.find(({ id }) => id === asked.id) : undefined;
  const { working } = edits;
  const busy = working && <BusyLine working={working} />;
  const failed = busy ?? (edits.failure && <StoreFailureNotice kind={edits.failure} />);
  return (
    <div className="roster" data-part="roster">
      <div className="roster-actions" data-part="roster-actions">
        <button
          type="button"
          className={isEmpty ? 'button button--primary' : 'button'}
          onClick={() => setAsked({ kind: 'import', mode: 'roster' })}
        >
          {t('roster.action.import')}
        </button>
        {!isEmpty && (
          <>
            <button
              type="button"
              className="button"
              onClick={() => setAsked({ kind: 'import', mode: 'updates' })}
            >
              {t('roster.action.update')}
            </button>
            <button
              type="button"
              className="button"
              onClick={() => setShown(shown === 'list' ? 'report' : 'list')}
            >
              {t(shown === 'list' ? 'roster.action.report' : 'roster.action.list')}
            </button>
            <button
              type="button"
              className="button"
              disabled={working !== null}
              onClick={() => void edits.saveRoster()}
            >
              {t('roster.action.export')}
            </button>
          </>
        )}
        <button
          type="button"
          className="button"
          disabled={!edits.undoable || working !== null}
          onClick={edits.undo}
        >
          {t('roster.action.undo')}
        </button>
        {edits.redoable && (
          <button type="button" className="button" disabled={working !== null} onClick={edits.redo}>
            {t('roster.action.redo')}
          </button>
        )}
        <Keys />
      </div>
      <PreviewNote roster={roster} services={services} />
      <p role="status" className="roster-said" data-part="roster-said">
        {edits.said}
      </p>
      {asked === null && failed}
      {isEmpty && !edits.isBehind && <EmptyRoster />}
      {isEmpty && edits.isBehind && <p className="roster-loading">{t('roster.loading')}</p>}
      {!isEmpty && shown === 'report' && (
        <ReportView {...{ roster, services, index }} say={edits.say} save={edits.save} />
      )}
      {!isEmpty && shown === 'list' && (
        <>
          <FilterBar
            view={view}
            views={roster.views}
            supervisingUnits={supervisingUnits}
            searchRef={search}
            newId={services.newId}
            onView={(next) => {
              props.onView(next);
              setActive(-1);
            }}
            onSaveViews={(views) => void services.saveViews(views).catch(edits.fail)}
            onLeaveSearch={() => document.querySelector<HTMLElement>('[data-part="roster-grid"]')?.focus()}
          />
          <div className="roster-count">
            {arranged.isBehind ? (
              <span role="status" data-part="roster-arranging">
                {t('roster.busy.arranging')}
              </span>
            ) : (
              <span>
                {rows.length === roster.units.length
                  ? t('roster.total', { count: rows.length })
                  : t('roster.shown', { shown: rows.length, count: roster.units.length })}
              </span>
            )}
            {selected.size > 0 && (
              <span className="roster-actions" data-part="roster-selection">
                <strong>{t('roster.selected', { count: selected.size })}</strong>
                <button type="button" className="button" onClick={() => setAsked({ kind: 'batch' })}>
                  {t('roster.action.batch')}
                </button>
                <button
                  type="button"
                  className="button button--quiet button--remove"
                  onClick={() => setAsked({ kind: 'remove' })}
                >
                  {t('roster.action.remove')}
                </button>
                <button
                  type="button"
                  className="button button--quiet"
                  onClick={() => selection.set(new Set())}
                >
                  {t('roster.action.clear')}
                </button>
              </span>
            )}
          </div>
          {rows.length === 0 ? (
            <div className="note roster-none" data-part="roster-none">
              <strong>{t('roster.empty.nothing')}</strong>
              <p>{t('roster.empty.loosen')}</p>
            </div>
          ) : (
            <UnitTable
              shown={lines}
              units={rows}
              selected={selected}
              active={active}
              onActive={setActive}
              onSelect={selection.set}
              onChoose={selection.choose}
              onOpen={({ id }) => setAsked({ kind: 'unit', id })}
            />
          )}
        </>
      )}
      {asked?.kind === 'import' && (
        <ImportWizard
          mode={asked.mode}
          units={roster.units}
          lastEdit={roster.lastEdit}
          moment={importMoment}
          services={services}
          apply={edits.apply}
          onProblems={(preview) => void edits.saveProblems(preview)}
          onDone={(edit) => {
            edits.tellDone(edit);
            close();
          }}
          onClose={close}
          failure={failed}
        />
      )}
      {opened && (
        <UnitDialog
          key={opened.id}
          unit={opened}
          moment={moment}
          timeZone={services.pack.timeZone}
          failure={failed}
          onClose={close}
          onSave={(facts) => {
            const now = moment();
            const after = changeUnit(opened, facts, now);
            if (!after) return close();
            const changed = [{ before: opened, after }];
            void done({ ...head(), kind: 'hand', at: now.at, added: [], changed, removed: [] });
          }}
        />
      )}
      {asked?.kind === 'batch' && (
        <BatchDialog
          count={selected.size}
          failure={failed}
          onClose={close}
          busy={working !== null}
          onChange={(change) =>
            void done(batchOf(roster.units, selected, change, head(), momentOf(services, 'batch')))
          }
        />
      )}
      {asked?.kind === 'remove' && (
        <ConfirmDialog
          title={t('roster.batch.removeTitle', { count: selected.size })}
          description={t('roster.batch.removeWhat')}
          confirm={t('roster.action.remove')}
          busy={working !== null}
          failure={failed}
          onCancel={close}
          onConfirm={() => {
            const { at } = momentOf(services, 'batch');
            void done(removalOf(roster.units, selected, { ...head(), at }));
          }}
        />
      )}
    </div>
  );
}

function* batchOf(
  units: readonly UnitRow[],
  ids: ReadonlySet<string>,
  ...change: Parameters<typeof makingBatch> extends [unknown, ...infer Rest] ? Rest : never
): Sliced<RosterEdit> {
  const chosen = yield* partOf(choosing(units, ids), 0, 0.3);
  return yield* partOf(makingBatch(chosen, ...change), 0.3, 1);
}

function* removalOf(
  units: readonly UnitRow[],
  ids: ReadonlySet<string>,
  edit: Pick<RosterEdit, 'id' | 'label' | 'at'>,
): Sliced<RosterEdit> {
  const removed = yield* choosing(units, ids);
  return { ...edit, kind: 'batch', added: [], changed: [], removed };
}

function askedFor(open: string | null, units: readonly UnitRow[]): Asked | null {
  if (open === null) return null;
  const [name, code] = [keyOf(open), codeKey(open)];
  const unit =
    units.find(({ id }) => id === open) ??
    units.find((each) => keyOf(each.name) === name || (each.code !== null && codeKey(each.code) === code));
  return unit ? { kind: 'unit', id: unit.id } : null;
}
