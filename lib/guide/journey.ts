import type { CalendarDate } from '@/lib/notice/calendar';
import type { NoticePack } from '@/lib/notice/model';
import { phaseOn } from '@/lib/notice/phases';
import { audienceOf } from './case';
import { factsOfThisTime, pickOf } from './chosen';
import { type Answer, type Elsewhere, foldJourney, type JourneyState } from './fold';
import { guideJourneyId } from './journey-id';
import { factsInForce } from './ledger';
import type { Fact, GuideDefinition, Journey, Situation, SubjectCase } from './model';
import { obligationJourneyId } from './obligation-words';
import { journeysPrefix, outcomeIn } from './outcomes';
import { stepsFor } from './steps';

/** A new journey, pinned to the pack's version. `startedAt` is ISO 8601, UTC. */
export function beginJourney(from: {
  readonly pack: Pick<NoticePack, 'id' | 'version'>;
  readonly subject: string;
  readonly guide: Pick<GuideDefinition, 'id' | 'system'>;
  readonly startedAt: string;
}): Journey {
  const { pack, subject, guide, startedAt } = from;
  return {
    id: guideJourneyId(pack, subject, guide),
    subject,
    system: guide.system,
    guide: guide.id,
    pack: pack.id,
    packVersion: pack.version,
    startedAt,
  };
}

/** A guide of the pack by id. Throws RangeError where the pack has none such. */
export function findGuide(pack: NoticePack, id: string): GuideDefinition {
  const guide = pack.guides.find((each) => each.id === id);
  if (!guide) throw new RangeError(`guide: ${pack.id} has no guide ${id}`);
  return guide;
}

/** Journeys whose facts count for a guide: its own and those it carries on. */
function journeysOf(pack: NoticePack, guide: GuideDefinition, subject: string): ReadonlySet<string> {
  const carried = guide.continues ?? [];
  const guides = [guide, ...pack.guides.filter(({ id }) => carried.includes(id))];
  return new Set(guides.map((each) => guideJourneyId(pack, subject, each)));
}

/**
 * The state of a subject's journey through a guide. Facts of anybody else are left aside; of the subject's other guides on
 * the same system only what was unbound and bound there counts, and only after a binding of this guide.
 */
export function journeyState(
  pack: NoticePack,
  guide: GuideDefinition,
  subject: SubjectCase,
  facts: readonly Fact[],
): JourneyState {
  const words = obligationJourneyId(pack, subject.id);
  const own = new Set([...journeysOf(pack, guide, subject.id), words]);
  const prefix = journeysPrefix(subject.id, guide.system);
  const beside = facts.flatMap(({ journey }) => (journey.startsWith(prefix) ? [journey] : []));
  const elsewhere = new Map<string, Elsewhere>();
  const counting = factsInForce(facts, new Set([...own, ...beside])).filter((fact) => {
    if (own.has(fact.journey)) return true;
    const what = elsewhereIn(pack, prefix, fact);
    if (what) elsewhere.set(fact.id, what);
    return what !== null;
  });
  const ofThisTime = factsOfThisTime(pack, guide, subject, counting);
  return foldJourney(stepsFor(guide, subject), ofThisTime, words, elsewhere);
}

const WAYS: readonly Elsewhere[] = ['unbind-confirm', 'bind-form'];

/** What a fact of another guide on the same system tells about the binding there. */
function elsewhereIn(pack: NoticePack, prefix: string, fact: Fact): Elsewhere | null {
  const outcome = outcomeIn(pack, prefix, fact);
  const { body } = fact;
  return outcome ?? WAYS.find((way) => body.kind === 'page' && body.state === way) ?? null;
}

/** The state of this guide's own journey alone, whatever it carries on. */
export function ownJourneyState(
  pack: NoticePack,
  guide: GuideDefinition,
  subject: SubjectCase,
  facts: readonly Fact[],
): JourneyState {
  const { continues: _, ...alone } = guide;
  return journeyState(pack, alone, subject, facts);
}

/** Whether the subject holds a new CA, and the word that says so, where it is one. */
export interface Holding {
  readonly holdsNew: 'yes' | 'no' | 'unknown';
  readonly word: Answer | null;
  /** Bound in any of the subject's guides, as seen or said; an unbinding seen since takes back the word alone. */
  readonly bound: boolean;
}

/**
 * Whether a new CA is in hand: by the person's last word in any guide of this subject; else by a binding
 * seen or said; else by what was entered. Only the word can be taken back.
 */
export function holdingOf(pack: NoticePack, subject: SubjectCase, facts: readonly Fact[]): Holding {
  const all = new Set(pack.guides.map((guide) => guideJourneyId(pack, subject.id, guide)));
  const inForce = factsInForce(facts, all);
  const word = foldJourney([], inForce).holdsNew;
  const isBound = pack.guides.some((guide) => {
    const { bound, everSeenBound } = journeyState(pack, guide, subject, facts);
    return bound !== null || everSeenBound;
  });
  if (isBound) return { holdsNew: 'yes', word, bound: true };
  if (word) return { holdsNew: word.answer, word, bound: false };
  const entered = ({ unknown: 'unknown', none: 'no', valid: 'yes', expired: 'yes' } as const)[subject.newCa];
  return { holdsNew: entered, word: null, bound: false };
}

/** What decides whether a guide's time has come: the date, and the id of the notice's phase on it, if it has one. */
export interface GuideDay {
  readonly today: CalendarDate;
  readonly phase: string | null;
}

export function guideDayOf(day: {
  readonly today: CalendarDate;
  readonly phase: { readonly id: string } | null;
}): GuideDay {
  const { today, phase } = day;
  return { today, phase: phase?.id ?? null };
}

/**
 * Whether a guide may be followed on a day: in its phases; and between two phases of the notice where the one that
 * ended is its own and it points at nothing in the system, as getting ready for the swap does.
 */
export function isOpenOn(pack: NoticePack, guide: GuideDefinition, { today, phase }: GuideDay): boolean {
  if (guide.phases.length === 0) return true;
  if (phase !== null) return guide.phases.includes(phase);
  const isMoreToCome = pack.phases.some(({ from }) => from !== undefined && from > today);
  const isHarmless = guide.steps.every(({ targets }) => targets.length === 0);
  return isMoreToCome && isHarmless && guide.phases.includes(lastEnded(pack, today) ?? '');
}

/** Id of the phase that ended last before a day. */
function lastEnded({ phases }: NoticePack, today: CalendarDate): string | undefined {
  const ended = phases.flatMap(({ id, until }) =>
    until !== undefined && until < today ? [{ id, until }] : [],
  );
  return ended.sort((one, other) => one.until.localeCompare(other.until)).at(-1)?.id;
}

function isBoundAgainOpen({ renewedAt }: SubjectCase): boolean {
  return renewedAt !== null && renewedAt !== undefined;
}

function isMeantFor(guide: GuideDefinition, subject: SubjectCase, holding: Holding): boolean {
  const { audiences, oldCa, holdsNew, renewed, notedBound } = guide.when ?? {};
  return (
    (renewed === undefined || renewed === isBoundAgainOpen(subject)) &&
    (notedBound === undefined || notedBound === (subject.notedBound === true)) &&
    (audiences?.includes(subject.audience) ?? true) &&
    (oldCa?.includes(subject.oldCa) ?? true) &&
    (holdsNew?.includes(holding.holdsNew) ?? true)
  );
}

/**
 * The guide for a subject on a day: the one the person picked; else the first of the pack's that is for the
 * phase and for the case. Where none is for the phase, one of the phase that ended last, else the first for the case: its plan says why it
 * has stopped.
 *
 * @param facts all facts of the subject's journeys; others are left aside
 * @throws RangeError where no subject is chosen, or the pack has no guides
 */
export function chooseGuide(
  pack: NoticePack,
  situation: Pick<Situation, 'subject' | 'today'>,
  facts: readonly Fact[],
): string {
  const { subject, today } = situation;
  if (!subject) throw new RangeError('guide: no subject to choose a guide for');
  const picked = pickOf(pack, subject.id, facts);
  if (picked) return picked.guide.id;
  const holding = holdingOf(pack, subject, facts);
  const phase = phaseOn(pack, today, audienceOf(subject) ?? undefined, subject.level);
  const all = pack.guides.filter((guide) => !guide.onlyChosen);
  const inPhase = all.filter((guide) => isOpenOn(pack, guide, guideDayOf({ today, phase })));
  const isOpen = (guide: GuideDefinition) =>
    !guide.repeats || journeyState(pack, guide, subject, facts).bound === null;
  const meant = (guides: readonly GuideDefinition[]) =>
    guides.find((guide) => isMeantFor(guide, subject, holding) && isOpen(guide));
  // One that is not for the case says nothing right, even in its time: 「请插上续期后的CA」 to whoever has none.
  const latest = lastEnded(pack, today);
  const ofLatest = all.filter(({ phases }) => latest !== undefined && phases.includes(latest));
  const guide = meant(inPhase) ?? meant(ofLatest) ?? meant(all) ?? inPhase[0] ?? pack.guides[0];
  if (!guide) throw new RangeError(`guide: ${pack.id} has no guides`);
  return guide.id;
}

/**
 * Whether the choice of a guide on this day hangs on the new CA's being in hand, so that it has to be
 * asked.
 */
export function dependsOnHolding(pack: NoticePack, day: GuideDay): boolean {
  return pack.guides.some(
    (guide) => guide.when?.holdsNew !== undefined && !guide.onlyChosen && isOpenOn(pack, guide, day),
  );
}
