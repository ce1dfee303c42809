/** Search, filters, sorting and saved views. */
import { type RefObject, useEffect, useRef, useState } from 'react';
import { ConfirmDialog } from '@/components/ui/dialog';
import { useSpeech } from '@/components/ui/language';
import { GuardedInput } from '@/components/ui/text-area';
import {
  type RosterView,
  type SavedView,
  SORT_FIELDS,
  TRACK_STATES,
  TRACKS,
  type TrackState,
  WHOLE_ROSTER,
} from '@/lib/desk/roster/model';
import { keyPart } from '@/lib/locale/key-part';
import { AUDIENCES, type Audience, LEVELS, type Level } from '@/lib/notice/explanation';
import { stateName } from './labels';

export interface FilterBarProps {
  readonly view: RosterView;
  readonly views: readonly SavedView[];
  readonly supervisingUnits: readonly string[];
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly newId: () => string;
  readonly onView: (view: RosterView) => void;
  readonly onSaveViews: (views: readonly SavedView[]) => void;
  /** The arrow keys lead from the search into the table. */
  readonly onLeaveSearch: () => void;
}

export function FilterBar(props: FilterBarProps) {
  const { view, onView } = props;
  const { t } = useSpeech();
  const set = (change: Partial<RosterView>) => onView({ ...view, ...change });
  const { search: _, sort: __, descending: ___, grouped: ____, ...filters } = view;
  const { search: _s, sort: _o, descending: _d, grouped: _g, ...none } = WHOLE_ROSTER;
  const isFiltered = JSON.stringify(filters) !== JSON.stringify(none);
  const [isOpen, setOpen] = useState(isFiltered);
  // A view that filters shows what by: else units would seem to be gone.
  useEffect(() => {
    if (isFiltered) setOpen(true);
  }, [isFiltered]);
  return (
    <div className="roster-filters" data-part="roster-filters">
      <GuardedInput
        inputRef={props.searchRef}
        className="roster-search"
        type="search"
        holds="digits"
        value={view.search}
        label={t('roster.search')}
        labelHidden
        placeholder={t('roster.searchHint')}
        maxLength={200}
        onEdit={(search) => set({ search })}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
          event.preventDefault();
          props.onLeaveSearch();
        }}
      />
      <button
        type="button"
        className="button"
        aria-expanded={isOpen}
        aria-controls="roster-more"
        onClick={() => setOpen(!isOpen)}
      >
        {t('roster.filter.title')}
      </button>
      <Views {...props} />
      {isOpen && (
        <div className="roster-more roster-more-fields" id="roster-more">
          {TRACKS.map((track) => (
            <States
              key={track}
              label={t(`roster.filter.${track}`)}
              chosen={view[track]}
              onChoose={(states) => set({ [track]: states })}
            />
          ))}
          <Select
            label={t('roster.filter.audience')}
            value={view.audience ?? ''}
            options={AUDIENCES.map((code) => [code, t(`roster.audience.${keyPart(code)}`)] as const)}
            onChoose={(code) => set({ audience: code === '' ? null : (code as Audience) })}
          />
          <Select
            label={t('roster.filter.level')}
            value={view.level ?? ''}
            options={LEVELS.map((code) => [code, t(`roster.level.${code}`)] as const)}
            onChoose={(code) => set({ level: code === '' ? null : (code as Level) })}
          />
          <Select
            label={t('roster.filter.supervisingUnit')}
            value={view.supervisingUnit === null ? '' : `=${view.supervisingUnit}`}
            options={props.supervisingUnits.map((name) => [`=${name}`, name || t('roster.none')] as const)}
            onChoose={(name) => set({ supervisingUnit: name === '' ? null : name.slice(1) })}
          />
          <Select
            label={t('roster.sort.label')}
            value={view.sort}
            required
            options={SORT_FIELDS.map((field) => [field, t(`roster.sort.${field}`)] as const)}
            onChoose={(field) => set({ sort: (field || 'name') as RosterView['sort'] })}
          />
          <label className="track-form">
            <input
              type="checkbox"
              checked={view.descending}
              onChange={(event) => set({ descending: event.currentTarget.checked })}
            />
            {t('roster.sort.descending')}
          </label>
          <label className="track-form">
            <input
              type="checkbox"
              checked={view.grouped}
              onChange={(event) => set({ grouped: event.currentTarget.checked })}
            />
            {t('roster.filter.grouped')}
          </label>
          {isFiltered && (
            <button
              type="button"
              className="button button--quiet"
              onClick={() => onView({ ...view, ...none })}
            >
              {t('roster.filter.clear')}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

/** Any of several states: a person looks for all that are not bound yet, whatever they wait for. */
function States(props: {
  readonly label: string;
  readonly chosen: readonly TrackState[];
  readonly onChoose: (states: readonly TrackState[]) => void;
}) {
  const { t } = useSpeech();
  const { chosen } = props;
  return (
    <fieldset className="roster-states">
      <legend className="fine">{props.label}</legend>
      {TRACK_STATES.map((state) => (
        <label key={state} className="track-form">
          <input
            type="checkbox"
            checked={chosen.includes(state)}
            onChange={(event) =>
              props.onChoose(
                // In the order of the way, so that the same choice is the same saved view.
                TRACK_STATES.filter((each) =>
                  each === state ? event.currentTarget.checked : chosen.includes(each),
                ),
              )
            }
          />
          {stateName(state, t)}
        </label>
      ))}
    </fieldset>
  );
}

function Views({ view, views, newId, onView, onSaveViews }: FilterBarProps) {
  const { t } = useSpeech();
  const [name, setName] = useState<string | null>(null);
  const chosen = views.find((saved) => JSON.stringify(saved.view) === JSON.stringify(view));
  const isWhole = JSON.stringify(view) === JSON.stringify(WHOLE_ROSTER);
  const select = useRef<HTMLSelectElement>(null);
  /** What was pressed goes away; the keyboard goes on where the view can be chosen. */
  const backToSelect = () => select.current?.focus();
  /** A name is one view's: what is saved under it again takes its place, once the person has said so. */
  const save = (wanted: string) => {
    const known = views.find((each) => each.name === wanted);
    const saved = { id: known?.id ?? newId(), name: wanted, view };
    onSaveViews(known ? views.map((each) => (each === known ? saved : each)) : [...views, saved]);
  };
  const stopNaming = () => {
    setName(null);
    backToSelect();
  };
  const [replacing, setReplacing] = useState<string | null>(null);
  const saveAndStop = (wanted: string) => {
    save(wanted);
    stopNaming();
  };
  return (
    <div className="roster-views">
      <select
        ref={select}
        className="field-input"
        aria-label={t('roster.views.label')}
        value={chosen?.id ?? (isWhole ? 'all' : '')}
        onChange={(event) => {
          const saved = views.find(({ id }) => id === event.currentTarget.value);
          onView(saved?.view ?? WHOLE_ROSTER);
        }}
      >
        {!chosen && !isWhole && <option value="">{t('roster.views.label')}</option>}
        <option value="all">{t('roster.views.all')}</option>
        {views.map((saved) => (
          <option key={saved.id} value={saved.id}>
            {saved.name}
          </option>
        ))}
      </select>
      {chosen && (
        <button
          type="button"
          className="button button--quiet button--remove"
          onClick={() => {
            onSaveViews(views.filter(({ id }) => id !== chosen.id));
            backToSelect();
          }}
        >
          {t('roster.views.remove', { name: chosen.name })}
        </button>
      )}
      {!chosen && !isWhole && name === null && (
        <button type="button" className="button button--quiet" onClick={() => setName('')}>
          {t('roster.views.save')}
        </button>
      )}
      {name !== null && (
        <form
          className="roster-view-name"
          onSubmit={(event) => {
            event.preventDefault();
            const wanted = name.trim();
            if (wanted === '') return;
            // What another name stands for is not taken from it unasked: nothing brings it back.
            if (views.some((each) => each.name === wanted)) setReplacing(wanted);
            else saveAndStop(wanted);
          }}
        >
          <GuardedInput
            label={t('roster.views.name')}
            labelHidden
            placeholder={t('roster.views.name')}
            maxLength={40}
            // The person has just asked to name it.
            autoFocus
            value={name}
            onEdit={setName}
            onKeyDown={(event) => event.key === 'Escape' && stopNaming()}
          />
          <button type="submit" className="button">
            {t('roster.action.save')}
          </button>
        </form>
      )}
      {replacing !== null && (
        <ConfirmDialog
          title={t('roster.views.replaceTitle', { name: replacing })}
          description={t('roster.views.replaceWhat')}
          confirm={t('roster.views.replace')}
          onCancel={() => setReplacing(null)}
          onConfirm={() => {
            setReplacing(null);
            saveAndStop(replacing);
          }}
        />
      )}
    </div>
  );
}

function Select(props: {
  readonly label: string;
  readonly value: string;
  readonly required?: boolean;
  readonly options: readonly (readonly [string, string])[];
  readonly onChoose: (value: string) => void;
}) {
  const { t } = useSpeech();
  return (
    <label className="roster-select">
      <span className="fine">{props.label}</span>
      <select
        className="field-input"
        value={props.value}
        onChange={(event) => props.onChoose(event.currentTarget.value)}
      >
        {!props.required && <option value="">{t('roster.filter.any')}</option>}
        {props.options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
