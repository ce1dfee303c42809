/** What the form calls its parts, fields and choices. */
import { AUDIENCE_NAMES, BUSINESS_NAMES, LEVEL_NAMES, PAYER_NAMES } from '@/components/popup/names';
import { formatDay } from '@/components/ui/dates';
import type { Advice } from '@/lib/author/advice-model';
import { type Draft, entriesOf, sectionOf } from '@/lib/author/draft';
import type { SectionName } from '@/lib/author/sections';
import { keyPart } from '@/lib/locale/key-part';
import type { Language } from '@/lib/locale/text';
import type { MessageKey, Translate } from '@/lib/locale/translate';
import { isCalendarDate, weekdayOf } from '@/lib/notice/days';
import { sayLead } from '@/lib/notice/say-value';
import type { Lead } from '@/lib/notice/sourcing';

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
  'contacts_hours',
  'charges_keys',
  'amendments_total',
  'amendments_hours',
  'attachments_number',
  'troubles_phrases',
  'troubles_text',
  'silences_ask',
  'wheres_duty',
  'events_name',
  'notes_duty',
  'makeUps_duties',
  'makeUps_text',
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
  const own = field === 'ends' ? 'ends_' : prefix;
  return t(`author.option.${own}${keyPart(option)}` as MessageKey);
}

/** What an entry is called in lists: its own name or words, else what it is about. Never its id. */
export function entryName(draft: Draft, section: SectionName, id: string, t: Translate): string {
  const entry = entriesOf(draft, section).find((each) => each.id === id);
  if (!entry) return '';
  const own = [entry.name, entry.text, entry.title].find(
    (each) => typeof each === 'string' && each.trim() !== '',
  );
  if (typeof own === 'string') return own.trim().slice(0, LONGEST_NAME);
  const about = [entry.audience, entry.business, entry.payer, entry.audiences].flat();
  const options = about.filter((each): each is string => typeof each === 'string' && each !== '');
  const names = options.slice(0, 3).map((each) => optionName('', each, t));
  const of = [entry.system, entry.key, entry.duty, entry.duties].flat().find(isReference);
  const other = of === undefined ? '' : entryName(draft, sectionOf(of), of, t);
  const parts = [...names, other, typeof entry.number === 'string' ? entry.number : ''].filter(
    (each) => each !== '',
  );
  return parts.length > 0 ? parts.join(' · ') : t('author.unnamed');
}

const LONGEST_NAME = 40;
/** An entry of the draft named by its id; `duty` of an audience is a choice, 须更换. */
const isReference = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-zA-Z]+-\d+$/.test(value);

const UNITS: readonly unknown[] = ['days', 'working-days', 'months'] satisfies readonly Lead['unit'][];
const isUnit = (value: unknown): value is Lead['unit'] => UNITS.includes(value);

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
  const { count, unit } = advice.params;
  const length = isUnit(unit) ? sayLead({ count: Number(count), unit }, { t, language }) : '';
  return t(`author.advice.${advice.code}`, { ...params, weekday, length });
}
