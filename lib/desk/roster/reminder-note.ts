/** 催办单: what a supervising unit is told of its units. Facts are the notice's, with their clauses; the deadline may be the desk's. */
import { writeRelativeDay } from '@/lib/guide/due-words';
import { formatDay } from '@/lib/locale/dates';
import { keyPart } from '@/lib/locale/key-part';
import { type Language, textIn } from '@/lib/locale/text';
import type { Translate } from '@/lib/locale/translate';
import type { CalendarDate } from '@/lib/notice/calendar';
import { explain } from '@/lib/notice/explain';
import type { Explanation, ObligationAnswer } from '@/lib/notice/explanation';
import type { NoticePack } from '@/lib/notice/model';
import { workingDaysLeft } from '@/lib/notice/working-days';
import { neutralCell } from './neutral-cell';
import { audiencesOf, type Duties, dutiesOf, levelOf } from './reminder-duties';
import type { ReportLine } from './report';

export interface ReminderFacts {
  readonly today: CalendarDate;
  /** null: none is set. */
  readonly deadline: CalendarDate | null;
  /** The notice whose facts are told. */
  readonly pack: NoticePack;
}

/**
 * The lines of a 催办单, to be copied, printed or put into a sheet. Names of units are in it only `withList`: what is
 * pasted into a group chat holds public facts (field-notes §6).
 */
export function reminderLines(
  line: ReportLine,
  facts: ReminderFacts,
  withList: boolean,
  speech: { readonly t: Translate; readonly language: Language },
): readonly string[] {
  const { t, language } = speech;
  const { pack, deadline, today } = facts;
  const [audience = 'budget-unit'] = audiencesOf(line);
  const explanation = explain(pack, { today, audience, level: levelOf(line) });
  const duties = dutiesOf(pack, line, today);
  const day = (date: CalendarDate) => formatDay(date, language, { year: true });
  const name = line.supervisingUnit;
  const lines = [
    name === ''
      ? t('roster.reminder.openingNone')
      : t('roster.reminder.opening', { name: neutralCell(name) }),
    t('roster.reminder.state', {
      date: day(today),
      units: line.units,
      bound: line.bound,
      unfinished: line.unfinished.length,
    }),
    ...deadlineLines(facts, duties, t, day),
    ...dutyLines(duties, { name, deadline, today }, t, language, day),
    ...contactLines(explanation, t, language, day),
    t('roster.reminder.basis', {
      number: explanation.pack.documentNumber,
      title: textIn(explanation.pack.title, language),
    }),
  ];
  if (withList && line.unfinished.length > 0) {
    lines.push(t('roster.reminder.list'));
    for (const { name: unit, ca, seal } of line.unfinished) {
      const states = {
        ca: t(`roster.state.${keyPart(ca.state)}`),
        seal: t(`roster.state.${keyPart(seal.state)}`),
      };
      // The lines are pasted into spreadsheets too.
      lines.push(t('roster.reminder.listed', { name: neutralCell(unit), ...states }));
    }
  }
  if (deadline !== null) lines.push(t('roster.reminder.note'));
  return lines;
}

type Day = (date: CalendarDate) => string;

function deadlineLines(
  { today, deadline }: ReminderFacts,
  { groups }: Duties,
  t: Translate,
  day: Day,
): string[] {
  if (deadline === null) return [];
  const date = day(deadline);
  const left = deadline < today ? null : workingDaysLeft(today, deadline);
  let when = t('roster.reminder.deadlineOnly', { date });
  if (deadline < today) when = t('roster.reminder.deadlinePast', { date });
  else if (left !== null) when = t('roster.reminder.deadline', { date, days: left, count: left });
  // A date that the notice does not set is not put into its mouth.
  const isNotices = groups.some(({ duties }) => duties.some(({ due }) => due === deadline));
  return isNotices ? [when] : [`${when}${t('roster.reminder.own')}`];
}

function dutyLines(
  { groups, allPast }: Duties,
  { name, deadline, today }: Pick<ReminderFacts, 'deadline' | 'today'> & { readonly name: string },
  t: Translate,
  language: Language,
  day: Day,
): string[] {
  const isNobodys = name === '';
  // What the notice set is over; a deadline of the desk's own, just above, is not.
  const hasOwn = deadline !== null && deadline >= today;
  if (allPast) return [t(hasOwn ? 'roster.reminder.allPastButOwn' : 'roster.reminder.allPast')];
  const lines: string[] = [];
  for (const { whose, duties } of groups) {
    if (whose === 'all')
      lines.push(t(isNobodys ? 'roster.reminder.dutiesAll' : 'roster.reminder.dutiesBoth'));
    else if (whose === 'supervising-budget-unit') lines.push(t('roster.reminder.dutiesOwn'));
    else {
      const audience = t(`roster.audience.${keyPart(whose)}`);
      lines.push(t(isNobodys ? 'roster.reminder.dutiesOf' : 'roster.reminder.dutiesUnits', { audience }));
    }
    for (const duty of duties) lines.push(...oneDuty(duty, t, language, day));
  }
  return lines;
}

function oneDuty(duty: ObligationAnswer, t: Translate, language: Language, day: Day): string[] {
  const { text, where, cite, notes = [] } = duty;
  const parts = [
    ...whenOf(duty, t, language, day),
    ...(where === undefined ? [] : [t('roster.reminder.where', { where: textIn(where, language) })]),
    cite,
  ];
  const [open, shut, between] = language === 'zh' ? ['（', '）', '；'] : [' (', ')', '; '];
  return [
    `${textIn(text, language)}${open}${parts.join(between)}${shut}`,
    ...notes.map((note) => t('roster.reminder.dutyNote', { text: textIn(note, language) })),
  ];
}

/** As precise as the notice, and no more: 「9月4日前」 does not say whether that day counts. */
function whenOf(
  { from, due, dueFrom, dueInclusive, soft, announcedLater, state, notes = [] }: ObligationAnswer,
  t: Translate,
  language: Language,
  day: Day,
): string[] {
  if (announcedLater) return [t('roster.reminder.when.announced')];
  const start = state === 'upcoming' && from ? [t('roster.reminder.when.from', { date: day(from) })] : [];
  const counted = dueFrom && writeRelativeDay(dueFrom);
  if (due === undefined) return counted ? [...start, textIn(counted, language)] : start;
  const date = day(due);
  if (soft) return [...start, t('roster.reminder.when.soft', { date })];
  if (dueInclusive === 'not-stated') {
    // What the pack notes of the day says it better.
    return [
      ...start,
      t(notes.length > 0 ? 'roster.reminder.when.before' : 'roster.reminder.when.unsure', { date }),
    ];
  }
  const key = dueInclusive === false ? 'roster.reminder.when.excluding' : 'roster.reminder.when.until';
  return [...start, t(key, { date })];
}

function contactLines({ contacts }: Explanation, t: Translate, language: Language, day: Day): string[] {
  const [first] = contacts;
  if (!first) return [];
  return [
    t('roster.reminder.contacts', { date: day(first.publishedOn) }),
    ...contacts.map(({ name, number, about, hours, person }) =>
      t('roster.reminder.contact', {
        name: `${textIn(name, language)}${person ? ` ${person}` : ''}`,
        number,
        about: [about, ...(hours ? [hours] : [])]
          .map((each) => textIn(each, language))
          .join(t('noticeWords.reading.postBetween')),
      }),
    ),
  ];
}
