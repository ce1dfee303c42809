/** Words of the glossary as the popup shows them (design.md §2). */
import type { MessageKey, Translate } from '@/lib/locale/translate';
import type { Audience, BusinessType, Level, Payer } from '@/lib/notice/explanation';
import type { CertificateGeneration, CertificateKind, SubjectRow } from '@/lib/store/model';

export const AUDIENCE_NAMES = {
  'budget-unit': 'ui.audience.budgetUnit',
  'supervising-budget-unit': 'ui.audience.supervisingBudgetUnit',
  'central-purchasing-body': 'ui.audience.centralPurchasingBody',
  'framework-supplier': 'ui.audience.frameworkSupplier',
  supplier: 'ui.audience.supplier',
  'procurement-agency': 'ui.audience.procurementAgency',
  'review-expert': 'ui.audience.reviewExpert',
  'finance-department': 'ui.audience.financeDepartment',
} as const satisfies Record<Audience, MessageKey>;

export const LEVEL_NAMES = {
  city: 'ui.level.city',
  district: 'ui.level.district',
} as const satisfies Record<Level, MessageKey>;

export const KIND_NAMES = {
  ca: 'ui.kind.ca',
  seal: 'ui.kind.seal',
} as const satisfies Record<CertificateKind, MessageKey>;

export const GENERATION_NAMES = {
  new: 'ui.generation.new',
  old: 'ui.generation.old',
} as const satisfies Record<CertificateGeneration, MessageKey>;

export const BUSINESS_NAMES = {
  issue: 'popup.fees.issue',
  replace: 'popup.fees.replace',
  renew: 'popup.fees.renew',
  reissue: 'popup.fees.reissue',
} as const satisfies Record<BusinessType, MessageKey>;

export const PAYER_NAMES = {
  finance: 'popup.fees.payer.finance',
  self: 'popup.fees.payer.self',
  free: 'popup.fees.payer.free',
  'not-stated': 'popup.fees.payer.notStated',
} as const satisfies Record<Payer, MessageKey>;

/** What a subject is called: as the person calls it, else by its audience. */
export function nameOf(subject: Pick<SubjectRow, 'name' | 'audience'>, t: Translate): string {
  return subject.name === '' ? t(AUDIENCE_NAMES[subject.audience]) : subject.name;
}
