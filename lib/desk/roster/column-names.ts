/** What columns of a list are called where a person chooses them, and is told of a cell. */
import { keyPart } from '@/lib/locale/key-part';
import type { Translate } from '@/lib/locale/translate';
import { stepPartsOf } from './step-columns';
import type { Column, PlainColumn } from './words';

/** A step's column by the state's own name: 「CA已领」, 「已领（CA和签章）」, 「签章已报（纸质）」. */
export function columnName(column: Column, t: Translate): string {
  const parts = stepPartsOf(column);
  if (parts === null) return t(`roster.column.${column as PlainColumn}`);
  const { owner, step, form } = parts;
  const plain = step === 'refiled' ? t('roster.stepColumn.refiled') : t(`roster.state.${keyPart(step)}`);
  const name =
    form === null ? plain : t('roster.stepColumn.inForm', { step: plain, form: t(`roster.${form}`) });
  return t(`roster.stepColumn.${owner}`, { step: name });
}
