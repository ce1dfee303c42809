/** What a careful colleague points out: each code has its sentence in the locale files (`author.advice.<code>`). */
import type { MessageParams } from '@/lib/locale/translate';
import type { SectionName } from './sections';

export type AdviceCode =
  | 'weekend'
  | 'holiday'
  | 'dueOnPublication'
  | 'dueBeforePublication'
  | 'noHours'
  | 'uncertainDay'
  | 'clauseWithoutEntry'
  | 'entryWithoutClause'
  | 'unknownClause'
  | 'dayNotUsed'
  | 'dayNotInClause'
  | 'amountNotInClause'
  | 'numberNotInClause'
  | 'noAreaCode'
  | 'gap'
  | 'exemptInPhase'
  | 'exemptInUse'
  | 'noUnbinding'
  | 'unbindsAlone'
  | 'noContact'
  | 'noAudience'
  | 'supervisingUnnamed'
  | 'noBinding'
  | 'shortWindow'
  | 'keepUnsaid'
  | 'noPlace'
  | 'receiptDay'
  | 'leadNotTaken'
  | 'leadNotInClause'
  | 'longLead'
  | 'eventWords'
  | 'eventIsReceipt'
  | 'eventUnused'
  | 'renewalEndStays'
  | 'dayStaysBeside'
  | 'useStaysBeside'
  | 'wordsStay'
  | 'baseAbsent'
  | 'baseNewer'
  | 'noAmendment'
  | 'batchNoDay'
  | 'noSystemCode'
  | 'batchNobody'
  | 'hoursInAbout'
  | 'hoursNotTaken'
  | 'timeNotInClause'
  | 'placeByPost'
  | 'noPostcode'
  | 'postcodeNotInClause'
  | 'chargeWhose'
  | 'firstAlone'
  | 'oncePrice'
  | 'priceNotUsed'
  | 'makeUpOfNoDay'
  | 'makeUpInBatch'
  | 'noDuty'
  | 'audienceUnderAll'
  | 'priceBeside';

export interface Advice {
  readonly code: AdviceCode;
  readonly params: MessageParams;
  /** The entry it is about; absent: a clause or the whole notice. */
  readonly entry?: { readonly section: SectionName; readonly id: string } | undefined;
  /** The clause it is about. */
  readonly cite?: string | undefined;
}
