/** Values of a pack as words: days, moments, yes and no, names instead of ids. */
import { formatDay } from '@/lib/locale/dates';
import { keyPart } from '@/lib/locale/key-part';
import { type Language, type Text, textIn } from '@/lib/locale/text';
import type { MessageKey, Translate } from '@/lib/locale/translate';
import { noticeWords } from '@/locales/zh_CN.json';
import { isCalendarDate } from './days';
import { isMoment, isRecord } from './differences';
import type { NoticePack } from './model';
import type { Anchor, Lead, Moment } from './sourcing';

/** Whose words, in which language. The pack gives names for the ids in it. */
export interface Voice {
  readonly t: Translate;
  readonly language: Language;
  readonly pack?: NoticePack | undefined;
}

type Named = keyof typeof noticeWords.values;

/** A code of ours (an audience, a payer, a verdict) as a word; null where it is none. */
export function sayCode(code: string, { t }: Voice): string | null {
  const key = keyPart(code);
  return Object.hasOwn(noticeWords.values, key) ? t(`noticeWords.values.${key as Named}`) : null;
}

/** What a part of a fact is called; the key itself where it has no name. */
export function sayPart(part: string | Text, { t, language }: Voice): string {
  if (typeof part !== 'string') return textIn(part, language);
  return Object.hasOwn(noticeWords.parts, part) ? t(`noticeWords.parts.${part}` as MessageKey) : part;
}

export function sayList(list: string, { t }: Voice): string {
  return Object.hasOwn(noticeWords.lists, list) ? t(`noticeWords.lists.${list}` as MessageKey) : list;
}

export function sayDay(date: string, { language }: Voice): string {
  return formatDay(date, language, { year: true, weekday: true });
}

export function sayLead({ count, unit }: Lead, { t }: Voice): string {
  return t(`noticeWords.when.${keyPart(unit)}`, { count });
}

function nameIn(list: 'certificates' | 'phases' | 'events', id: string, { pack, language }: Voice): string {
  const named = pack?.[list]?.find((each) => each.id === id);
  return named ? textIn(named.name, language) : id;
}

function sayAnchor(anchor: Anchor, voice: Voice): string {
  const { t } = voice;
  switch (anchor.kind) {
    case 'certificate-expiry':
      return t('noticeWords.when.certificateExpiry', {
        name: nameIn('certificates', anchor.certificate, voice),
      });
    case 'phase-from':
      return t('noticeWords.when.phaseFrom', { name: nameIn('phases', anchor.phase, voice) });
    case 'phase-until':
      return t('noticeWords.when.phaseUntil', { name: nameIn('phases', anchor.phase, voice) });
    case 'batch-from':
      return t('noticeWords.when.batchFrom');
    case 'batch-until':
      return t('noticeWords.when.batchUntil');
    case 'publication':
      return t('noticeWords.when.publication');
    case 'signing':
      return t('noticeWords.when.signing');
    case 'event':
      return nameIn('events', anchor.event, voice);
    case 'receipt':
      return t(`noticeWords.when.receipt.${keyPart(anchor.of)}`);
  }
}

/** 「自收到新CA之日起10日内」「不晚于本批次开始前5个工作日」「本批次开始之日起」. */
function sayRelative(
  { anchor, lead, side: way }: Extract<Moment, { kind: 'relative' }>,
  side: 'due' | 'from',
  voice: Voice,
): string {
  const { t } = voice;
  const words = { anchor: sayAnchor(anchor, voice), lead: sayLead(lead, voice) };
  // No time between: the day itself.
  if (lead.count === 0)
    return t(side === 'due' ? 'noticeWords.when.onDue' : 'noticeWords.when.onFrom', words);
  if (side === 'from')
    return t(way === 'before' ? 'noticeWords.when.before' : 'noticeWords.when.after', words);
  return t(way === 'before' ? 'noticeWords.when.notLater' : 'noticeWords.when.within', words);
}

/** A moment as a last day (`due`) or as a first one, never more precise than the notice. */
export function sayMoment(moment: Moment, side: 'due' | 'from', voice: Voice): string {
  const { t } = voice;
  if (moment.kind === 'announced-later') return t('noticeWords.when.announced');
  if (moment.kind === 'relative') return sayRelative(moment, side, voice);
  const date = sayDay(moment.date, voice);
  if (side === 'due') {
    if (moment.inclusive === 'not-stated') return t('noticeWords.when.dueBefore', { date });
    return t(moment.inclusive ? 'noticeWords.when.dueBy' : 'noticeWords.when.dueExcluding', { date });
  }
  if (moment.inclusive === 'not-stated') return t('noticeWords.when.fromUnclear', { date });
  return t(moment.inclusive ? 'noticeWords.when.fromOn' : 'noticeWords.when.fromAfter', { date });
}

/** A span of days; both ends count. */
export function saySpan(
  span: { readonly from?: string | null | undefined; readonly until?: string | null | undefined },
  voice: Voice,
): string {
  const { t } = voice;
  const from = span.from ? sayDay(span.from, voice) : '';
  const until = span.until ? sayDay(span.until, voice) : '';
  if (from && until) return t('noticeWords.when.span', { from, until });
  if (from) return t('noticeWords.when.openEnd', { from });
  return until ? t('noticeWords.when.openStart', { until }) : t('noticeWords.when.always');
}

/** A closed span; one day of it is that day. */
export function sayDays(
  { from, until }: { readonly from: string; readonly until: string },
  voice: Voice,
): string {
  return from === until ? sayDay(from, voice) : saySpan({ from, until }, voice);
}

const LONGEST = 120;

/** Any value of a pack in words, at most 120 characters of it. */
export function sayValue(value: unknown, part: string | Text | undefined, voice: Voice): string {
  const words = writeValue(value, part, voice);
  const characters = [...words];
  return characters.length > LONGEST
    ? voice.t('noticeWords.difference.cut', { text: characters.slice(0, LONGEST).join('') })
    : words;
}

function writeValue(value: unknown, part: string | Text | undefined, voice: Voice): string {
  const { t, language } = voice;
  if (value === null || value === undefined) return t('noticeWords.values.none');
  if (typeof value === 'boolean') return t(value ? 'noticeWords.values.yes' : 'noticeWords.values.no');
  if (typeof value === 'string') {
    if (isCalendarDate(value)) return sayDay(value, voice);
    return sayCode(value, voice) ?? t('noticeWords.difference.quoted', { text: value });
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return t('noticeWords.values.none');
    return value.map((each) => writeValue(each, part, voice)).join(t('noticeWords.difference.between'));
  }
  if (!isRecord(value)) return String(value);
  if (typeof value.zh === 'string') {
    return t('noticeWords.difference.quoted', { text: textIn(value as unknown as Text, language) });
  }
  if (isMoment(value)) return sayMoment(value as unknown as Moment, part === 'due' ? 'due' : 'from', voice);
  if (typeof value.count === 'number' && typeof value.unit === 'string') {
    return sayLead(value as unknown as Lead, voice);
  }
  const name = value.name ?? value.title ?? value.text;
  if (isRecord(name) && typeof name.zh === 'string') return writeValue(name, part, voice);
  return Object.entries(value)
    .map(([key, item]) => `${sayPart(key, voice)} ${writeValue(item, key, voice)}`)
    .join(t('noticeWords.difference.between'));
}
