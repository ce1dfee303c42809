/** What a column of a list is to be: the plain ones first, those of single steps in a group of their own. */
import { useSpeech } from '@/components/ui/language';
import { columnName } from '@/lib/desk/roster/column-names';
import { STEP_COLUMNS } from '@/lib/desk/roster/step-columns';
import { type Column, PLAIN_COLUMNS } from '@/lib/desk/roster/words';

export function ColumnChoice(props: {
  readonly label: string;
  /** null: left out. */
  readonly column: Column | null;
  readonly onChoose: (column: Column | null) => void;
}) {
  const { t } = useSpeech();
  const option = (column: Column) => (
    <option key={column} value={column}>
      {columnName(column, t)}
    </option>
  );
  return (
    <label className="roster-select">
      <span className="fine">{props.label}</span>
      <select
        className="field-input"
        value={props.column ?? ''}
        onChange={(event) => props.onChoose((event.currentTarget.value || null) as Column | null)}
      >
        <option value="">{t('roster.column.skip')}</option>
        {PLAIN_COLUMNS.map(option)}
        <optgroup label={t('roster.stepColumn.group')}>{STEP_COLUMNS.map(option)}</optgroup>
      </select>
    </label>
  );
}
