/** What each column of a list is: guessed by the headings, shown with an example, changed here. */
import { useSpeech } from '@/components/ui/language';
import { columnName } from '@/lib/desk/roster/column-names';
import { doubledColumns } from '@/lib/desk/roster/mapping';
import type { ReadSheet } from '@/lib/desk/roster/read-list';
import { ENCODINGS, type Encoding, SEPARATORS } from '@/lib/desk/roster/read-text';
import type { Column, Mapping } from '@/lib/desk/roster/words';
import { keyPart } from '@/lib/locale/key-part';
import { ColumnChoice } from './column-choice';
import type { Source } from './import-source';
import { MappingNotes } from './mapping-notes';
import { StepHeading } from './step-heading';

export interface MappingState {
  readonly sheet: number;
  /** Index of the first row of data. */
  readonly dataFrom: number;
  readonly names: readonly string[];
  readonly mapping: Mapping;
  readonly carry: boolean;
}

/** What keeps the list from being judged; null: nothing. */
export function mappingProblem(mapping: Mapping): Column | 'no-name' | null {
  const [doubled] = doubledColumns(mapping);
  if (doubled) return doubled;
  const names: readonly (Column | null)[] = ['name', 'code', 'nameAndCode'];
  return mapping.some((column) => names.includes(column)) ? null : 'no-name';
}

export function ImportMapping(props: {
  readonly source: Source;
  readonly state: MappingState;
  readonly onState: (state: MappingState) => void;
  readonly onSheet: (sheet: number) => void;
  readonly onReread: (encoding: Encoding | null, separator: string | null) => void;
}) {
  const { source, state, onState } = props;
  const { t } = useSpeech();
  const sheet = source.sheets[state.sheet];
  if (!sheet) return null;
  const problem = mappingProblem(state.mapping);
  return (
    <section className="import-mapping" data-part="import-mapping">
      <StepHeading>{t('roster.import.mapping')}</StepHeading>
      <p className="fine">
        {sheet.made
          ? t('roster.import.rollCall')
          : state.names.some((name) => name !== '')
            ? t('roster.import.mappingHint')
            : t('roster.import.noHeading')}
      </p>
      <div className="roster-more-fields">
        {source.sheets.length > 1 && (
          <Choice
            label={t('roster.import.sheet')}
            value={String(state.sheet)}
            options={source.sheets.map(({ name, hidden }, at) => [
              String(at),
              hidden ? t('roster.import.hiddenSheet', { name }) : name,
            ])}
            onChoose={(at) => props.onSheet(Number(at))}
          />
        )}
        {source.text?.encoding && (
          <Choice
            label={t('roster.import.encoding')}
            value={source.text.encoding}
            options={ENCODINGS.map((name) => [name, name.toUpperCase()])}
            onChoose={(name) => props.onReread(name as Encoding, null)}
          />
        )}
        {source.text && (
          <Choice
            label={t('roster.import.separator')}
            value={source.text.separator}
            options={[...new Set([...SEPARATORS, source.text.separator])].map((sign) => [
              sign,
              sign === '\t' ? t('roster.import.tab') : sign === ' ' ? t('roster.import.space') : sign,
            ])}
            onChoose={(sign) => props.onReread(source.text?.encoding ?? null, sign)}
          />
        )}
        <label className="roster-select">
          <span className="fine">{t('roster.import.dataFrom')}</span>
          <input
            className="field-input"
            type="number"
            min={1}
            max={sheet.lines.at(-1) ?? 1}
            value={sheet.lines[state.dataFrom] ?? ''}
            onChange={(event) => {
              const line = event.currentTarget.valueAsNumber;
              const at = sheet.lines.findIndex((one) => one >= line);
              if (at >= 0) onState({ ...state, dataFrom: at });
            }}
          />
        </label>
      </div>
      {source.sheets.length > 1 && <p className="fine">{t('roster.import.oneSheet')}</p>}
      {source.broken?.map(({ name, why }) => (
        <p key={name} className="note note--amber" data-part="import-broken-sheet">
          {t(`roster.import.brokenSheet.${keyPart(why)}`, { name })}
        </p>
      ))}
      {(sheet.hiddenRows ?? 0) > 0 && (
        <p className="note note--amber" data-part="import-hidden-rows">
          {t('roster.import.hiddenRows', { count: sheet.hiddenRows ?? 0 })}
        </p>
      )}
      <MappingNotes mapping={state.mapping} names={state.names} />
      {state.mapping.includes('supervisingUnit') && (
        <label className="track-form">
          <input
            type="checkbox"
            checked={state.carry}
            onChange={(event) => onState({ ...state, carry: event.currentTarget.checked })}
          />
          {t('roster.import.carry')}
        </label>
      )}
      <ul className="mapping-list">
        {state.mapping.map((column, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
          <li key={at}>
            <ColumnChoice
              label={
                state.names[at]
                  ? t('roster.import.columnOf', { number: at + 1, name: state.names[at] })
                  : t('roster.import.columnAlone', { number: at + 1 })
              }
              column={column}
              onChoose={(chosen) =>
                onState({
                  ...state,
                  mapping: state.mapping.map((one, place) => (place === at ? chosen : one)),
                })
              }
            />
            <Example sheet={sheet} from={state.dataFrom} at={at} />
          </li>
        ))}
      </ul>
      {problem && (
        <p className="note note--amber" role="alert">
          {problem === 'no-name'
            ? t('roster.import.needsName')
            : t('roster.import.doubled', { column: columnName(problem, t) })}
        </p>
      )}
    </section>
  );
}

function Example(props: { readonly sheet: ReadSheet; readonly from: number; readonly at: number }) {
  const { t } = useSpeech();
  const { rows } = props.sheet;
  for (let row = props.from; row < Math.min(rows.length, props.from + 200); row += 1) {
    const value = rows[row]?.[props.at]?.trim();
    if (value)
      return <span className="fine">{t('roster.import.example', { value: value.slice(0, 40) })}</span>;
  }
  return null;
}

function Choice(props: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChoose: (value: string) => void;
}) {
  return (
    <label className="roster-select">
      <span className="fine">{props.label}</span>
      <select
        className="field-input"
        value={props.value}
        onChange={(event) => props.onChoose(event.currentTarget.value)}
      >
        {props.options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
