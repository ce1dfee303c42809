/**
 * A guide on one sheet of paper, for browsers that run no extension and callers without one. Every step comes out of
 * the same planner as the card's, so its number and its words are those the card and the desk have. Pure.
 */
import type { Text } from '@/lib/locale/text';
import type { CalendarDate } from '@/lib/notice/calendar';
import type { Circumstances } from '@/lib/notice/circumstances';
import type { Audience, Level } from '@/lib/notice/explanation';
import type { NoticePack } from '@/lib/notice/model';
import { noticeCaseOf } from './case';
import { planGuide } from './guide-plan';
import { findGuide, isOpenOn } from './journey';
import { guideJourneyId } from './journey-id';
import { assertionOf } from './ledger';
import type {
  Fact,
  FactBody,
  GuideDefinition,
  GuidePlan,
  Journey,
  PlannedContact,
  PlannedNote,
  PlannedPhase,
  SubjectCase,
} from './model';
import { NO_PAGE } from './plan';
import { unbindQuestions } from './preflight';
import { stepsFor } from './steps';

export interface PrintedStep {
  readonly step: string;
  /** As on the card. */
  readonly number: number;
  readonly title: Text;
  readonly say: Text;
  readonly dont: readonly Text[];
  readonly irreversible: boolean;
  /** To be ticked before the step, each by itself. */
  readonly questions: readonly { readonly ask: Text; readonly ifNo: Text }[];
  readonly place: { readonly where: Text; readonly by: Text } | null;
  readonly cite: readonly string[];
}

export interface PrintedGuide {
  readonly guide: string;
  readonly title: Text;
  readonly documentNumber: string;
  /** Whom to look up where the notice gives no number. */
  readonly issuer: Text;
  readonly version: string;
  readonly phase: PlannedPhase | null;
  /** The phase of the day does not have this guide: the reason stands in `notes`, and no step is printed. */
  readonly isStopped: boolean;
  readonly steps: readonly PrintedStep[];
  /** Warnings and remarks of the notice for this case. */
  readonly notes: readonly PlannedNote[];
  readonly contacts: readonly PlannedContact[];
}

export interface PrintAsked {
  readonly audience: Audience;
  readonly level: Level;
  readonly guide: string;
  readonly today: CalendarDate;
  /** What the notice tells people apart by; absent: not known. */
  readonly circumstances?: Circumstances | undefined;
}

/** Nobody in particular: the sheet is for all of an audience. */
const ANYBODY = 'sheet';
const subjectOf = ({
  audience,
  level,
  circumstances,
}: Pick<PrintAsked, 'audience' | 'level' | 'circumstances'>): SubjectCase => ({
  id: ANYBODY,
  audience,
  level,
  oldCa: 'unknown',
  newCa: 'unknown',
  ...(circumstances && { circumstances }),
});

/** Guides that have steps for an audience; those whose time the day is come first, in the pack's order. */
export function printableGuides(
  pack: NoticePack,
  asked: Omit<PrintAsked, 'guide'>,
  phase: string | null,
): readonly GuideDefinition[] {
  const meant = pack.guides.filter(
    (guide) =>
      (guide.when?.audiences?.includes(asked.audience) ?? true) &&
      stepsFor(guide, subjectOf(asked)).length > 0,
  );
  const isOpen = (guide: GuideDefinition) => isOpenOn(pack, guide, { today: asked.today, phase });
  return [...meant.filter(isOpen), ...meant.filter((guide) => !isOpen(guide))];
}

/** null where the notice does not have the audience, or the guide no step for it. */
export function printGuide(pack: NoticePack, asked: PrintAsked): PrintedGuide | null {
  const subject = subjectOf(asked);
  const guide = findGuide(pack, asked.guide);
  const steps = stepsFor(guide, subject);
  const noticeCase = noticeCaseOf(subject, asked.today);
  if (!noticeCase || steps.length === 0) return null;
  const journey = pinnedTo(pack, guide);
  const questions = unbindQuestions(pack, guide, subject.audience);
  const planAt = (done: number): GuidePlan =>
    planGuide({
      pack,
      page: NO_PAGE,
      subject,
      asked: noticeCase,
      journey,
      facts: factsUntil(
        journey,
        steps.slice(0, done).map(({ id }) => id),
        questions.map(({ id }) => id),
        asked.today,
      ),
    });
  // Asked once on paper, before the first step that they hold back.
  const asking = steps.find(({ preflight }) => preflight);
  const first = planAt(0);
  const isStopped = !isOpenOn(pack, guide, { today: asked.today, phase: first.phase?.id ?? null });
  return {
    guide: guide.id,
    title: guide.title,
    documentNumber: pack.documentNumber,
    version: pack.version,
    phase: first.phase,
    isStopped,
    steps: isStopped
      ? []
      : steps.map((step, at) => printStep(planAt(at), step.id, at + 1, step === asking ? questions : [])),
    notes: first.notes,
    contacts: first.contacts,
    issuer: pack.issuer,
  };
}

function pinnedTo(pack: NoticePack, guide: GuideDefinition): Journey {
  return {
    id: guideJourneyId(pack, ANYBODY, guide),
    subject: ANYBODY,
    system: guide.system,
    guide: guide.id,
    pack: pack.id,
    packVersion: pack.version,
    startedAt: '1970-01-01T00:00:00.000Z',
  };
}

/** As if every question had been answered yes and the steps before were said to be done: what the next one says then. */
function factsUntil(
  { id: journey }: Journey,
  steps: readonly string[],
  questions: readonly string[],
  today: CalendarDate,
): readonly Fact[] {
  const bodies: FactBody[] = [
    ...questions.map((question): FactBody => ({ kind: 'answer', question, answer: 'yes' })),
    ...steps.map((step): FactBody => ({ kind: 'step', step })),
  ];
  return bodies.map((body, at) => ({
    id: `${ANYBODY}-${at}`,
    journey,
    assertion: assertionOf(body),
    body,
    at: `${today}T04:00:00.000Z`,
    order: at + 1,
    tab: null,
    frame: null,
    document: null,
  }));
}

function printStep(
  plan: GuidePlan,
  step: string,
  number: number,
  questions: readonly { readonly ask: Text; readonly ifNo: Text }[],
): PrintedStep {
  // The planner shows this very step then; were it another, the paper would not agree with the card.
  if (plan.step !== step || plan.stepNumber !== number) {
    throw new RangeError(`guide: step ${number} of ${plan.guide} is ${plan.step} to the card, not ${step}`);
  }
  return {
    step,
    number,
    title: plan.title,
    say: plan.sayWithoutTarget,
    dont: plan.dont,
    irreversible: plan.irreversible,
    questions: questions.map(({ ask, ifNo }) => ({ ask, ifNo })),
    place: plan.place ?? null,
    cite: plan.cite,
  };
}
