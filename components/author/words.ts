/** What the form calls its parts, fields and choices. */
import { AUDIENCE_NAMES, BUSINESS_NAMES, LEVEL_NAMES, PAYER_NAMES } from '@/components/popup/names';
import { formatDay } from '@/components/ui/dates';
import type { Advice } from '@/lib/author/advice';
import type { SectionName } from '@/lib/author/sections';
import { keyPart } from '@/lib/locale/key-part';
import type { Language } from '@/lib/locale/text';
import type { MessageKey, Translate } from '@/lib/locale/translate';
import { isCalendarDate, weekdayOf } from '@/lib/notice/days';

export function sectionName(section: SectionName, t: Translate): string {
  return t(`author.section.${section}` as MessageKey);
}

/** Fields that mean something else in one part than everywhere else. */
const OWN_NAMES: ReadonlySet<string> = new Set([
  'header_source',
  'keys_issuer',
  'keys_label',
  'duties_materials',
  'contacts_role',
  'contacts_publishedOn',
  'attachments_number',
  'troubles_phrases',
  'troubles_text',
  'silences_ask',
  'wheres_duty',
  'notes_duty',
]);

export function fieldName(section: SectionName | 'header', field: string, t: Translate): string {
  const own = `${section}_${field}`;
  return t(`author.field.${OWN_NAMES.has(own) ? own : field}` as MessageKey);
}

const OPTION_NAMES: Readonly<Record<string, MessageKey>> = {
  ...AUDIENCE_NAMES,
  ...LEVEL_NAMES,
  ...BUSINESS_NAMES,
  finance: PAYER_NAMES.finance,
  self: PAYER_NAMES.self,
  free: PAYER_NAMES.free,
};

/** `field` tells apart options of one name: 未写 of a verdict, of a payer. */
export function optionName(field: string, option: string, t: Translate): string {
  const known = OPTION_NAMES[option];
  if (known && field !== 'duty' && field !== 'action') return t(known);
  const prefix = field.endsWith('Inclusive') ? 'counts_' : field.endsWith('Anchor') ? 'anchor_' : '';
  return t(`author.option.${prefix}${keyPart(option)}` as MessageKey);
}

/** A colleague's remark as a sentence. */
export function sayAdvice(advice: Advice, t: Translate, language: Language): string {
  const params = Object.fromEntries(
    Object.entries(advice.params).map(([key, value]) => [
      key,
      isCalendarDate(value) ? formatDay(value, language) : value,
    ]),
  );
  const { date } = advice.params;
  const weekday = isCalendarDate(date) ? t(`author.weekday.d${weekdayOf(date)}` as MessageKey) : '';
  return t(`author.advice.${advice.code}`, { ...params, weekday });
}
