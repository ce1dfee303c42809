/**
 * How one notice changes another (docs/decisions/017-relations.md). Plain types.
 */
import type { Text } from '@/lib/locale/text';
import type { CalendarDate } from './calendar';
import type { Payer } from './explanation';
import type { MakeUp } from './model-duties';
import type { Lead, Moment, Sourced } from './sourcing';

/** Lists whose entries can be amended; contacts are named by their role. */
export const AMENDED_LISTS = [
  'phases',
  'permissions',
  'obligations',
  'batches',
  'warnings',
  'statements',
  'silences',
  'contacts',
  'places',
  'tariffs',
  'charges',
  'renewals',
  'keyCounts',
  'troubles',
] as const;
export type AmendedList = (typeof AMENDED_LISTS)[number];

/**
 * One fact of an earlier notice, changed: exactly the parts that are given, nothing else. The words say what
 * changes, as a person reads it.
 */
export interface Amendment extends Sourced {
  readonly id: string;
  readonly list: AmendedList;
  /** Id of the fact in the notice amended (a contact's role). */
  readonly fact: string;
  /** 「申请表报送截止日期由9月4日延至9月15日。」 */
  readonly text: Text;
  /** The fact no longer holds. */
  readonly withdrawn?: true | undefined;
  /** The fact's new words. */
  readonly words?: Text | undefined;
  /** Of an obligation. */
  readonly begins?: Moment | undefined;
  readonly due?: Moment | undefined;
  readonly soft?: boolean | undefined;
  readonly mattersUntil?: CalendarDate | undefined;
  readonly makeUps?: readonly MakeUp[] | undefined;
  /** Of a phase, permission, batch or warning. */
  readonly from?: CalendarDate | undefined;
  readonly until?: CalendarDate | undefined;
  /** Of a contact, as its `hours`. */
  readonly person?: string | undefined;
  readonly number?: string | undefined;
  readonly areaCode?: string | undefined;
  /** Of a place. */
  readonly address?: Text | undefined;
  readonly hours?: Text | undefined;
  /** Of a tariff; all that are given together. */
  readonly ca?: number | undefined;
  readonly seal?: number | undefined;
  readonly total?: number | undefined;
  /** Of a charge. */
  readonly payer?: Payer | undefined;
  /** Of a renewal window: calendar days before the last valid day. */
  readonly opensDaysBefore?: number | undefined;
  readonly closesDaysBefore?: number | undefined;
  readonly opens?: Lead | undefined;
  readonly closes?: Lead | undefined;
  readonly graceAfter?: Lead | undefined;
}
