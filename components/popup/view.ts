/** What the popup says for one subject on one day: pure, so that each sentence has a tested reason. */
import { type BindingState, bindingsOf, seenBindings } from '@/lib/certificate/bindings';
import { type JudgedCertificate, leadingCertificate, orderByNeed } from '@/lib/certificate/need';
import { caseFor } from '@/lib/certificate/notice-case';
import { withRenewal } from '@/lib/certificate/status';
import { circumstancesOf } from '@/lib/guide/circumstance-words';
import { guideJourneyId } from '@/lib/guide/journey-id';
import { withWhatComesBefore } from '@/lib/guide/obligation-end';
import { type ObligationWord, wordsOf } from '@/lib/guide/obligation-words';
import type { Text } from '@/lib/locale/text';
import type { CalendarDate } from '@/lib/notice/calendar';
import { countedDay } from '@/lib/notice/counted-day';
import { daysLeft } from '@/lib/notice/days';
import { type DueKind, dueKindOf } from '@/lib/notice/due-kind';
import { explain } from '@/lib/notice/explain';
import type {
  DeadlineAnswer,
  Explanation,
  FeeAnswer,
  MakeUpAnswer,
  ObligationAnswer,
  ObligationEnd,
  RenewalAnswer,
  WarningAnswer,
} from '@/lib/notice/explanation';
import type { NoticePack } from '@/lib/notice/model';
import { renewalFor } from '@/lib/notice/renewals';
import { lastWorkingDay, workingDaysLeft } from '@/lib/notice/working-days';
import type { CertificateRow, SubjectRow } from '@/lib/store/model';
import { endsOf, type GuideProgress, progressOf } from './progress';
import type { PopupRecords } from './services';

export interface Judged extends JudgedCertificate<CertificateRow> {
  /** Whether it may be renewed, as far as the notice says. */
  readonly renewal: RenewalAnswer;
}

/** Blue goes on, amber is soon, red is overdue alone (design.md §8). */
export type CountdownTone = 'calm' | 'soon' | 'overdue';

export interface Countdown {
  readonly what:
    | { readonly kind: 'certificate'; readonly certificate: CertificateRow }
    | {
        readonly kind: 'notice';
        readonly text: Text;
        readonly due: DueKind;
        /** Whose day it is, where it is another's. */
        readonly whose: Text | null;
        /** Its own day was missed: when it can be made up for. */
        readonly makeUp: MakeUpAnswer | null;
        readonly cite: string;
      };
  readonly date: CalendarDate;
  /** 0 on the last day, negative once it has passed. */
  readonly daysLeft: number;
  /** Today included; null where the holidays are not published. */
  readonly workingDaysLeft: number | null;
  /** The last working day before a date that is none itself; null where it is one, or nobody can say. */
  readonly lastWorkingDay: CalendarDate | null;
  /** What is left of the whole span, 0 to 1, for the picture. */
  readonly share: number;
  readonly tone: CountdownTone;
}

export interface ObligationView {
  readonly obligation: ObligationAnswer;
  readonly word: ObligationWord | null;
  /**
   * `ask`: the date has passed, and nobody was asked yet whether it was done: nothing is red before that. `ended`: what
   * ends it has come, as the records have it, and nobody says otherwise.
   */
  readonly state: 'upcoming' | 'due' | 'ask' | 'overdue' | 'past' | 'said' | 'ended';
}

/** The one thing to do now. */
export type NextAction =
  | { readonly kind: 'obligation'; readonly view: ObligationView }
  | {
      readonly kind: 'expired' | 'ending' | 'renewable';
      readonly certificate: CertificateRow;
      readonly renewal: RenewalAnswer;
      readonly fee: FeeAnswer;
    }
  | { readonly kind: 'rebind' }
  /** The old CA is unbound or the new one bound: the rest of the guide comes before anything of the notice. */
  | { readonly kind: 'continue'; readonly number: number; readonly total: number; readonly step: Text }
  | { readonly kind: 'rebound' }
  | { readonly kind: 'add-certificate' }
  | { readonly kind: 'not-named' }
  | { readonly kind: 'calm' };

export interface PopupView {
  readonly subject: SubjectRow;
  readonly today: CalendarDate;
  readonly explanation: Explanation;
  readonly judged: readonly Judged[];
  /** By certificate: where it is bound, as far as anybody said or a page showed. */
  readonly bindings: ReadonlyMap<string, readonly BindingState[]>;
  readonly countdown: Countdown | null;
  readonly obligations: readonly ObligationView[];
  /** The notice's, without those about a missed day of what is done. */
  readonly warnings: readonly WarningAnswer[];
  /** The guide in force, once something of it was seen or said. */
  readonly progress: GuideProgress | null;
  readonly next: NextAction;
}

/**
 * Puts one subject's view together for a day.
 *
 * @param records all of the namespace; what belongs to other subjects is left aside
 * @param today calendar day in the pack's time zone
 * @param told what the notice says of the case, where that was worked out before
 */
export function viewOf(
  pack: NoticePack,
  subject: SubjectRow,
  records: Pick<PopupRecords, 'certificates' | 'facts'>,
  today: CalendarDate,
  told?: Explanation,
): PopupView {
  const { certificates, facts } = records;
  const asked = caseFor(pack, subject, certificates, today, circumstancesOf(pack, subject, facts));
  const explanation = told ?? explain(pack, asked);
  const words = wordsOf(pack, subject.id, facts);
  const judged = orderByNeed(
    certificates.filter((row) => row.subject === subject.id),
    today,
  ).map((one): Judged => {
    const renewal = renewalFor(pack, asked, one.certificate, one.certificate.validUntil);
    return { ...one, status: withRenewal(one.status, renewal), renewal };
  });
  const ends = endsOf(pack, subject, certificates, facts, today);
  const wordOn = ({ id }: ObligationAnswer) => words.find(({ obligation }) => obligation === id);
  const isDone = (each: ObligationAnswer) =>
    wordOn(each)?.answer === 'yes' || (each.endedBy !== undefined && ends.has(each.endedBy));
  const done = explanation.obligations.filter(isDone).map(({ id }) => id);
  const ended = withWhatComesBefore(explanation.obligations, done);
  const obligations = explanation.obligations.map((each) =>
    viewObligation(each, wordOn(each), ended.has(each.id)),
  );
  const progress = progressOf(pack, subject, certificates, facts, today);
  return {
    subject,
    today,
    explanation,
    judged,
    bindings: bindingsOfAll(pack, subject, judged, facts),
    obligations,
    warnings: warningsOf(explanation, obligations),
    progress,
    countdown: countdownOf(judged, obligations, explanation, progress, ends),
    next: nextActionOf(judged, obligations, explanation, progress),
  };
}

function bindingsOfAll(
  pack: NoticePack,
  subject: SubjectRow,
  judged: readonly Judged[],
  facts: PopupRecords['facts'],
): PopupView['bindings'] {
  const journeys = pack.systems.flatMap(({ id: system }) =>
    pack.guides.map(({ id, unbinds }) => ({
      id: guideJourneyId(pack, subject.id, { id, system }),
      system,
      everyday: unbinds === 'unbind',
    })),
  );
  const seen = seenBindings(journeys, facts, pack.timeZone);
  const systems = pack.systems.map(({ id }) => id);
  const groupOf = ({ kind, generation }: CertificateRow) => `${kind} ${generation}`;
  const counts = new Map<string, number>();
  for (const { certificate } of judged) {
    counts.set(groupOf(certificate), (counts.get(groupOf(certificate)) ?? 0) + 1);
  }
  return new Map(
    judged.map(({ certificate }) => {
      const isOnlyOne = counts.get(groupOf(certificate)) === 1;
      return [certificate.id, bindingsOf(certificate, systems, seen, isOnlyOne)];
    }),
  );
}

function viewObligation(
  obligation: ObligationAnswer,
  word: ObligationWord | undefined,
  isEnded: boolean,
): ObligationView {
  const common = { obligation, word: word ?? null };
  if (word?.answer === 'yes') return { ...common, state: 'said' };
  if (isEnded && word === undefined && obligation.state !== 'past') return { ...common, state: 'ended' };
  const unasked = obligation.state === 'overdue' && word === undefined;
  return { ...common, state: unasked ? 'ask' : obligation.state };
}

/** Nothing of it is left to do, as far as anybody said or a page showed. */
export function isBehind({ state }: ObligationView): boolean {
  return state === 'said' || state === 'ended';
}

/** The pack's own words for a missed day are for whoever may have missed it; the card leaves the same ones out. */
function warningsOf(
  { warnings }: Explanation,
  obligations: readonly ObligationView[],
): readonly WarningAnswer[] {
  const moot = obligations
    .filter((view) => view.obligation.state === 'overdue' && isBehind(view))
    .map(({ obligation }) => warnings.find(({ cite }) => cite === obligation.cite));
  return warnings.filter((warning) => !moot.includes(warning));
}

/** The nearest date of certificates and notice. An expired certificate that nothing covers goes before all. */
function countdownOf(
  judged: readonly Judged[],
  obligations: readonly ObligationView[],
  explanation: Explanation,
  progress: GuideProgress | null,
  ends: ReadonlySet<ObligationEnd>,
): Countdown | null {
  const lead = leadingCertificate(judged);
  const { today, phase } = explanation;
  // Whoever is through has nothing to do by the notice's dates.
  const isThrough = progress?.underway === true && progress.finished;
  const deadline = isThrough ? null : openDeadline(obligations, explanation, ends);
  if (
    lead !== null &&
    (lead.uncovered || deadline === null || lead.certificate.validUntil <= deadline.date)
  ) {
    return countdownToCertificate(lead, today);
  }
  if (deadline === null) return null;
  const left = daysLeft(today, deadline.date);
  const owed = obligations.find(({ obligation }) => isDayOf(deadline, obligation, today))?.obligation;
  const makeUp = deadline.makeUp ?? null;
  return {
    what: {
      kind: 'notice',
      text: deadline.what,
      // A span to make up in names its last day, however the day that was missed was named.
      due: owed && !makeUp ? dueKindOf(owed) : deadline.soft ? 'soft' : 'by',
      whose: owed?.dueOf ?? null,
      makeUp,
      cite: deadline.cite,
    },
    date: deadline.date,
    daysLeft: left,
    workingDaysLeft: workingDaysLeft(today, deadline.date),
    lastWorkingDay: earlierWorkingDay(deadline.date, today),
    share: shareLeft(phase?.from ?? null, deadline.date, today),
    tone: left <= SOON_FOR_DEADLINE ? 'soon' : 'calm',
  };
}

type OpenDeadline = Pick<DeadlineAnswer, 'date' | 'what' | 'soft' | 'makeUp' | 'cite'>;

/** The notice's next date, unless it is the due day of something that is done; then the one after it. */
function openDeadline(
  obligations: readonly ObligationView[],
  { deadline, today }: Explanation,
  ends: ReadonlySet<ObligationEnd>,
): OpenDeadline | null {
  if (deadline === null) return null;
  const owed = obligations.filter(({ obligation }) => isDayOf(deadline, obligation, today));
  // A phase's last day closes the swap: whoever is through that has nothing to lose by it.
  const isDone = owed.length > 0 ? owed.some(isBehind) : ends.has('binding');
  if (!isDone) return deadline;
  return obligations.reduce<OpenDeadline | null>((nearest, view) => {
    const { obligation } = view;
    const day = isBehind(view) ? null : countedDay(obligation, today);
    if (day === null || (nearest !== null && day.date >= nearest.date)) return nearest;
    const { makeUp, ...rest } = day;
    return { ...rest, what: obligation.text, ...(makeUp && { makeUp }) };
  }, null);
}

function isDayOf(deadline: OpenDeadline, obligation: ObligationAnswer, today: CalendarDate): boolean {
  return obligation.text.zh === deadline.what.zh && countedDay(obligation, today)?.date === deadline.date;
}

/** From how many days on a deadline of the notice turns amber. */
const SOON_FOR_DEADLINE = 15;

function countdownToCertificate(
  { certificate, status }: JudgedCertificate<CertificateRow>,
  today: CalendarDate,
): Countdown {
  const left = daysLeft(today, certificate.validUntil);
  return {
    what: { kind: 'certificate', certificate },
    date: certificate.validUntil,
    daysLeft: left,
    workingDaysLeft: workingDaysLeft(today, certificate.validUntil),
    lastWorkingDay: earlierWorkingDay(certificate.validUntil, today),
    share: shareLeft(certificate.validFrom, certificate.validUntil, today),
    tone: left < 0 ? 'overdue' : status.kind === 'soon' || status.kind === 'last-day' ? 'soon' : 'calm',
  };
}

function earlierWorkingDay(date: CalendarDate, today: CalendarDate): CalendarDate | null {
  const day = lastWorkingDay(date);
  return day === null || day === date || day < today ? null : day;
}

/** Certificates here run for a year; where the first day is not known, the picture takes that. */
const USUAL_SPAN_DAYS = 365;

function shareLeft(from: CalendarDate | null, until: CalendarDate, today: CalendarDate): number {
  const span = from === null ? USUAL_SPAN_DAYS : daysLeft(from, until) + 1;
  const left = daysLeft(today, until) + 1;
  return Math.min(1, Math.max(0, left / Math.max(1, span)));
}

function nextActionOf(
  judged: readonly Judged[],
  obligations: readonly ObligationView[],
  explanation: Explanation,
  progress: GuideProgress | null,
): NextAction {
  const pressing = judged[0];
  if (pressing?.uncovered) {
    const { certificate, renewal } = pressing;
    return { kind: 'expired', certificate, renewal, fee: explanation.fees.renew };
  }
  if (progress?.underway && progress.current) {
    const { number, title } = progress.current;
    return { kind: 'continue', number, total: progress.steps.length, step: title };
  }
  const isThrough = progress?.underway === true && progress.finished;
  if (isThrough && judged.length === 0) return { kind: 'rebound' };
  const owed = obligations.find((view) => view.state === 'ask' || view.state === 'overdue');
  if (owed && !isThrough) return { kind: 'obligation', view: owed };
  if (pressing && (pressing.status.kind === 'soon' || pressing.status.kind === 'last-day')) {
    const { certificate, renewal } = pressing;
    return { kind: 'ending', certificate, renewal, fee: explanation.fees.renew };
  }
  if (isThrough) return { kind: 'calm' };
  const open = obligations.filter((view) => !view.obligation.optional);
  const due = open.find((view) => view.state === 'due');
  const canRebind = explanation.allows.includes('unbind-old') && !progress?.finished;
  if (canRebind && (due || open.every((view) => view.state === 'past'))) {
    return { kind: 'rebind' };
  }
  const next = due ?? open.find((view) => view.state === 'upcoming');
  if (next) return { kind: 'obligation', view: next };
  if (judged.length === 0) return { kind: 'add-certificate' };
  const renewable = judged.find(({ status }) => status.kind === 'renewal-open');
  if (renewable) {
    const { certificate, renewal } = renewable;
    return { kind: 'renewable', certificate, renewal, fee: explanation.fees.renew };
  }
  return explanation.named ? { kind: 'calm' } : { kind: 'not-named' };
}
