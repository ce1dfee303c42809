/** What a person must know of how the columns are read: which certificate they are about, and what counts as done. */
import { useSpeech } from '@/components/ui/language';
import { columnName } from '@/lib/desk/roster/column-names';
import { certificatesIn } from '@/lib/desk/roster/said-states';
import { type Step, stepOf, stepPartsOf } from '@/lib/desk/roster/step-columns';
import type { Column, Mapping } from '@/lib/desk/roster/words';

interface Columns {
  readonly mapping: Mapping;
  readonly names: readonly string[];
}

/** The one certificate's column that a plain 「状态」 was taken for; null: none was, or the other's is there too. */
function aloneState({ mapping, names }: Columns): 'caState' | 'sealState' | null {
  const [only, ...others] = (['caState', 'sealState'] as const).filter((column) => mapping.includes(column));
  if (only === undefined || others.length > 0) return null;
  const name = names[mapping.indexOf(only)] ?? '';
  return name !== '' && certificatesIn(name).size === 0 ? only : null;
}

/** The first column of a step that is about both though its heading names neither; null: none is. */
function stepOfBoth({ mapping, names }: Columns): { readonly name: string; readonly step: Step } | null {
  if (mapping.includes('product')) return null;
  for (const [at, column] of mapping.entries()) {
    const parts = stepPartsOf(column);
    if (parts?.owner === 'both' && certificatesIn(names[at] ?? '').size === 0)
      return { name: names[at] ?? '', step: parts.step };
  }
  return null;
}

/** The first column of a step that was taken for one certificate's though its heading names neither; null: none was. */
function stepOfOne({ mapping, names }: Columns): { name: string; step: Step; column: Column } | null {
  for (const [at, column] of mapping.entries()) {
    const parts = stepPartsOf(column);
    const name = names[at] ?? '';
    if (
      column !== null &&
      parts &&
      parts.owner !== 'both' &&
      stepPartsOf(stepOf(name)?.column ?? null)?.owner === 'both'
    )
      return { name, step: parts.step, column };
  }
  return null;
}

export function MappingNotes(props: Columns) {
  const { t } = useSpeech();
  const { mapping } = props;
  const alone = aloneState(props);
  const ofBoth = stepOfBoth(props);
  const ofOne = stepOfOne(props);
  return (
    <>
      {mapping.some((column) => stepPartsOf(column) !== null) && (
        <p className="fine" data-part="import-steps">
          {t('roster.import.steps')}
        </p>
      )}
      {mapping.includes('state') && !mapping.includes('product') && (
        <p className="note note--amber" data-part="import-both-states">
          {t('roster.import.bothStates', {
            ca: t('roster.column.caState'),
            seal: t('roster.column.sealState'),
          })}
        </p>
      )}
      {alone && (
        <p className="note note--amber" data-part="import-one-state">
          {t('roster.import.oneState', {
            column: t(`roster.column.${alone}`),
            state: t('roster.column.state'),
          })}
        </p>
      )}
      {ofBoth && (
        <p className="note note--amber" data-part="import-both-steps">
          {t('roster.import.bothSteps', {
            name: ofBoth.name,
            ca: columnName(`ca-${ofBoth.step}`, t),
            seal: columnName(`seal-${ofBoth.step}`, t),
          })}
        </p>
      )}
      {ofOne && (
        <p className="note note--amber" data-part="import-one-step">
          {t('roster.import.oneStep', {
            name: ofOne.name,
            column: columnName(ofOne.column, t),
            both: columnName(`both-${ofOne.step}`, t),
          })}
        </p>
      )}
    </>
  );
}
