/** 催办单: what a supervising unit is told of its units. Facts are the notice's, with their clauses; the deadline may be the desk's. */
import { formatDay } from '@/lib/locale/dates';
import { keyPart } from '@/lib/locale/key-part';
import { type Language, textIn } from '@/lib/locale/text';
import type { Translate } from '@/lib/locale/translate';
import type { CalendarDate } from '@/lib/notice/calendar';
import type { Explanation } from '@/lib/notice/explanation';
import { workingDaysLeft } from '@/lib/notice/working-days';
import type { ReportLine } from './report';

export interface ReminderFacts {
  readonly today: CalendarDate;
  /** null: none is set. */
  readonly deadline: CalendarDate | null;
  /** Of the notice, for the units' audience on this day. */
  readonly explanation: Explanation;
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
  const { explanation, deadline, today } = facts;
  const day = (date: CalendarDate) => formatDay(date, language, { year: true });
  const name = line.supervisingUnit;
  const lines = [
    name === '' ? t('roster.reminder.openingNone') : t('roster.reminder.opening', { name }),
    t('roster.reminder.state', {
      date: day(today),
      units: line.units,
      bound: line.bound,
      unfinished: line.unfinished.length,
    }),
    ...deadlineLines(facts, t, day),
    ...dutyLines(explanation, t, language, day),
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
      lines.push(t('roster.reminder.listed', { name: unit, ...states }));
    }
  }
  if (deadline !== null) lines.push(t('roster.reminder.note'));
  return lines;
}

type Day = (date: CalendarDate) => string;

function deadlineLines({ today, deadline, explanation }: ReminderFacts, t: Translate, day: Day): string[] {
  if (deadline === null) return [];
  const left = deadline < today ? null : workingDaysLeft(today, deadline);
  const when =
    left === null
      ? t('roster.reminder.deadlineOnly', { date: day(deadline) })
      : t('roster.reminder.deadline', { date: day(deadline), days: left, count: left });
  // A date that the notice does not set is not put into its mouth.
  const isNotices = explanation.obligations.some(({ due }) => due === deadline);
  return isNotices ? [when] : [`${when}${t('roster.reminder.own')}`];
}

function dutyLines(explanation: Explanation, t: Translate, language: Language, day: Day): string[] {
  const duties = explanation.obligations.filter(({ optional }) => !optional);
  if (duties.length === 0) return [];
  const told = duties.map(({ text, due, where, cite }) => {
    const parts = [
      ...(due === undefined ? [] : [t('roster.reminder.by', { date: day(due) })]),
      ...(where === undefined ? [] : [t('roster.reminder.where', { where: textIn(where, language) })]),
      cite,
    ];
    const [open, shut, between] = language === 'zh' ? ['（', '）', '；'] : [' (', ')', '; '];
    return `${textIn(text, language)}${open}${parts.join(between)}${shut}`;
  });
  return [t('roster.reminder.duties'), ...told];
}

function contactLines({ contacts }: Explanation, t: Translate, language: Language, day: Day): string[] {
  const [first] = contacts;
  if (!first) return [];
  return [
    t('roster.reminder.contacts', { date: day(first.publishedOn) }),
    ...contacts.map(({ name, number, about, person }) =>
      t('roster.reminder.contact', {
        name: `${textIn(name, language)}${person ? ` ${person}` : ''}`,
        number,
        about: textIn(about, language),
      }),
    ),
  ];
}
