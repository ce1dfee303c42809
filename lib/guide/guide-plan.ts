import { keyPart } from '@/lib/locale/key-part';
import type { Text } from '@/lib/locale/text';
import { explain } from '@/lib/notice/explain';
import type { NoticeCase } from '@/lib/notice/explanation';
import type { NoticePack } from '@/lib/notice/model';
import type { TabPage, TargetName } from '@/lib/page/model';
import { pickOf } from './chosen';
import { nameToAsk, planContacts } from './contacts';
import { writeEvidences } from './evidence-words';
import { writeFollowedNotes } from './followed-notes';
import {
  chooseGuide,
  dependsOnHolding,
  findGuide,
  guideDayOf,
  holdingOf,
  isOpenOn,
  journeyState,
} from './journey';
import { isLeftUnbound } from './left-unbound';
import type { Fact, GuideDefinition, GuidePlan, Journey, Step, SubjectCase } from './model';
import { isUnbindInSight, type NoteScene } from './note-scene';
import { askObligations, writeNoticeNotes } from './notice-notes';
import { passEnded } from './obligation-end';
import { writePageNotes } from './page-notes';
import { planPhase } from './planned-phase';
import {
  isAnswered,
  isUnbinding,
  planQuestions,
  resolveAnswers,
  unbindQuestions,
  wordsSince,
} from './preflight';
import { shownStep } from './shown-step';
import { writeStepNotes } from './step-notes';
import { isNewMissing, isTheSwap, placeOf } from './step-place';
import { endPages, isEndedByWord, stepsFor, targetOn } from './steps';
import { writeStopped } from './stopped';
import { type KnownTrouble, planTrouble, troubleInForce } from './trouble';
import { isUnbindOpen, unbindAction } from './unbinding';
import { joinSentences, withoutLabel, write } from './wording';

interface Parts {
  readonly pack: NoticePack;
  readonly page: TabPage;
  readonly subject: SubjectCase;
  readonly asked: NoticeCase;
  readonly journey: Journey | null;
  readonly facts: readonly Fact[];
  /** The subject's other journeys: those that can no longer go on are named. */
  readonly journeys?: readonly Journey[] | undefined;
}

/** Everything the parts of a plan are read from. */
interface Scene extends NoteScene {
  readonly pack: NoticePack;
  /** The step the plan speaks of: the one shown, or the last when all are behind. */
  readonly step: Step;
  /** Allowed today, every question answered yes, nothing unbound or bound yet. */
  readonly mayUnbind: boolean;
  /** The person picked this guide, the facts did not. */
  readonly isPicked: boolean;
  /** Seen on the page, or said and not over yet. */
  readonly trouble: KnownTrouble | null;
}

/** The plan for one subject's journey on the page in front of it. */
export function planGuide(parts: Parts): GuidePlan {
  const scene = setScene(parts);
  const { explanation, guide, page, steps, shown, state, step, isVoid, holding } = scene;
  const target = pointAt(scene);
  const { say, sayWithoutTarget, isOwn } = wordsFor(scene, target);
  const { trouble, isNotNeeded } = scene;
  const isGuarded = isGuardedNow(scene);
  const isFinished = shown === null;
  // Then the step's own words are for nobody.
  const isIdle = isFinished || isNotNeeded;
  const isOpen = state.steps.get(step.id)?.state === 'open';
  const stepNotes = writeStepNotes(scene);
  const held = isHeld(scene, target);
  return {
    kind: 'guide',
    pack: {
      id: explanation.pack.id,
      version: explanation.pack.version,
      documentNumber: explanation.pack.documentNumber,
      issuer: parts.pack.issuer,
    },
    guide: guide.id,
    guideTitle: isNotNeeded ? write('plain.title') : guide.title,
    phase: explanation.phase && planPhase(explanation.phase, explanation.today),
    page: page.state,
    recognised: {
      as: write(`evidence.state.${keyPart(page.state)}`),
      because: writeEvidences(page.evidence),
    },
    step: step.id,
    stepNumber: steps.indexOf(step) + 1,
    stepCount: steps.length,
    title: isFinished ? write('finishedTitle') : isNotNeeded ? write('notNeededTitle') : step.title,
    say,
    sayWithoutTarget,
    why: isIdle ? null : (step.why ?? null),
    dont: isIdle ? [] : (step.dont ?? []),
    cite: isIdle ? [] : step.cite,
    target,
    irreversible: !isIdle && step.irreversible === true,
    questions:
      isGuarded || isUnboundUnprepared(scene) || scene.isHandedInUnprepared
        ? planQuestions(scene.questions, scene.answers, explanation.today)
        : [],
    held,
    isClosed: held && !canAnswersOpen(scene),
    saysNext: held && isOwn && canAnswersOpen(scene),
    canSayDone: !isVoid && !isNotNeeded && isOpen && isEndedByWord(step),
    canSkip: !isVoid && !isNotNeeded && isOpen && step.optional === true,
    place: isIdle || isVoid ? undefined : placeOf(scene, step, isWaitingForRenewal(scene)),
    isNotNeeded,
    isPicked: scene.isPicked,
    asksHoldsNew: asksHoldsNew(scene),
    holdsNew: holding.word,
    obligations: isVoid ? [] : askObligations(scene),
    notes: [
      ...writePageNotes(scene),
      ...stepNotes,
      ...writeFollowedNotes(parts.pack, explanation),
      ...writeNoticeNotes(scene),
    ],
    stepNotes,
    progress: steps.map(({ id, title }) => ({
      step: id,
      title,
      progress: state.steps.get(id) ?? { state: 'open' },
    })),
    trouble: trouble && planTrouble(trouble),
    // Whoever waits for a renewal is told to ask for it: that number stands in front, not the step's.
    contacts: planContacts(explanation.contacts, [
      trouble?.trouble.contact,
      isWaitingForRenewal(scene) ? undefined : step.call,
    ]),
    finished: isFinished,
  };
}

/**
 * Only where another guide hangs on the answer, and no pre-flight asks the same. A "no" may become a "yes" any
 * day; a "yes" can be taken back.
 */
function asksHoldsNew({ pack, explanation, guide, holding, isPicked }: Scene): boolean {
  if (isPicked || guide.steps.some(isUnbinding)) return false;
  if (!dependsOnHolding(pack, guideDayOf(explanation))) return false;
  if (!holding.word) return holding.holdsNew !== 'yes';
  return guide.when?.holdsNew?.includes('no') === true;
}

function setScene(parts: Parts): Scene {
  const { pack, page, subject, asked, facts } = parts;
  const explanation = explain(pack, asked);
  const guide = guideInForce(parts);
  const steps = stepsFor(guide, subject);
  const holding = holdingOf(pack, subject, facts);
  const isPicked = pickOf(pack, subject.id, facts)?.guide.id === guide.id;
  const leftUnbound = isLeftUnbound(pack, guide.system, subject.id, facts);
  const folded = journeyState(pack, guide, subject, facts);
  const known = { explanation, holding, steps, subject, isLeftUnbound: leftUnbound };
  // Whoever picks the guide has a reason to go through it again.
  const state = isPicked ? folded : passEnded({ ...known, state: folded });
  const shown = shownStep(steps, state, page.state);
  const step = shown ?? steps.at(-1);
  if (!step) throw new RangeError(`guide: ${guide.id} has no step for ${subject.audience}`);
  const questions = unbindQuestions(pack, guide, subject.audience);
  const file = subject.newCaFile ?? null;
  const { unbound } = state;
  const denial = unbindAction(guide) === 'unbind-old' ? holding.word : null;
  const answers = resolveAnswers(questions, wordsSince(denial, state.answers, facts), file);
  const who = nameToAsk(planContacts(explanation.contacts, []), pack.issuer);
  const fileThen = file && unbound && file.at <= unbound.at ? file : null;
  const isNotNeeded = explanation.duty === 'nothing' && !isPicked && unbound === null && state.bound === null;
  const isHandedIn = steps.some(
    (each) => isUnbinding(each) && each.targets.length === 0 && state.steps.get(each.id)?.state === 'said',
  );
  return {
    pack,
    explanation,
    guide,
    subject,
    page,
    steps,
    shown,
    step,
    state,
    questions,
    answers,
    answersWhenUnbound: resolveAnswers(questions, unbound?.answers ?? new Map(), fileThen),
    holding,
    who,
    isLeftUnbound: leftUnbound,
    isHandedInUnprepared: isHandedIn && !unbound && !state.bound && !isAnswered(questions, answers),
    isVoid: !isOpenOn(pack, guide, guideDayOf(explanation)) || (isBeforeForce(pack) && isTheSwap(guide)),
    isPicked,
    isNotNeeded,
    trouble: troubleInForce({ pack, page: page.state, subject: subject.id, facts }),
    stopped: writeStopped({ ...parts, guide, explanation, holding, who, isNotNeeded }),
    mayUnbind: isUnbindOpen(explanation, guide, subject, state, holding) && isAnswered(questions, answers),
  };
}

/** The notice followed has its first day still to come: its steps are not to be taken yet. */
function isBeforeForce({ following }: NoticePack): boolean {
  return following?.force === 'not-yet';
}

function guideInForce({ pack, subject, asked, journey, facts }: Parts): GuideDefinition {
  const isPinned =
    journey?.subject === subject.id &&
    journey.pack === pack.id &&
    pack.guides.some(({ id, system }) => id === journey.guide && system === journey.system);
  return findGuide(
    pack,
    isPinned ? journey.guide : chooseGuide(pack, { subject, today: asked.today }, facts),
  );
}

/** Whether unbinding is what the step does, or what the page offers. */
function isGuardedNow({ shown, page }: Scene): boolean {
  return (shown !== null && isUnbinding(shown)) || isUnbindInSight(page);
}

/**
 * Whether the questions hold the step back. On a day that does not allow unbinding they stand by for whoever
 * unbinds all the same, but open nothing: handing in a form must not wait for "is the new CA in hand?".
 */
function isHeld(scene: Scene, target: TargetName | null): boolean {
  const { shown, page, explanation, guide, subject, state, holding, mayUnbind, isVoid } = scene;
  if (!isGuardedNow(scene) || target !== null || (mayUnbind && !scene.isNotNeeded)) return false;
  if ((shown !== null && isUnbinding(shown)) || page.state === 'unbind-confirm') return true;
  if (isVoid || scene.isNotNeeded) return true;
  // What is done away from the pages waits for no answer: asking, or looking at the key, is how one comes to answer.
  const isElsewhere = shown !== null && shown.targets.length === 0;
  return !isElsewhere && isUnbindOpen(explanation, guide, subject, state, holding);
}

/** Whether the answers are all that is missing. */
function canAnswersOpen({
  explanation,
  guide,
  subject,
  state,
  holding,
  isVoid,
  isNotNeeded,
}: Scene): boolean {
  return !isVoid && !isNotNeeded && isUnbindOpen(explanation, guide, subject, state, holding);
}

/** Unbound before every question was answered: they are asked all the same, while binding is urgent. */
function isUnboundUnprepared({ state, questions, answersWhenUnbound }: Scene): boolean {
  const { unbound, bound } = state;
  return unbound !== null && bound === null && !isAnswered(questions, answersWhenUnbound);
}

const BINDING_TARGETS: ReadonlySet<TargetName> = new Set([
  'bind',
  'certificate-choice',
  'pin-field',
  'bind-confirm',
]);

/** The control to ring; null wherever pointing could do harm (design.md §3.3, §3.4). */
function pointAt(scene: Scene): TargetName | null {
  const { shown, page, isVoid, mayUnbind, explanation, subject, trouble } = scene;
  if (!shown || isVoid || trouble || scene.isNotNeeded || isPaused(scene)) return null;
  const target = targetOn(shown, page.state)?.target;
  if (target === undefined) return null;
  if (isUnbinding(shown) && !mayUnbind) return null;
  if (BINDING_TARGETS.has(target)) {
    return explanation.allows.includes('bind') && subject.newCa !== 'expired' ? target : null;
  }
  return target;
}

/** The new CA on record is over: neither the way to the binding nor the binding leads anywhere. */
function isWaitingForRenewal({ steps, step, subject, state }: Scene): boolean {
  const binding = steps.findLastIndex((each) => endPages(each).includes('bind-done'));
  const isBefore = steps.indexOf(step) <= binding && step.targets.length > 0;
  return subject.newCa === 'expired' && state.bound === null && isBefore;
}

/** Inside the guide's time, a day on which the system takes neither: 「9月19日至20日系统停机维护」. */
function isPaused({ explanation, guide, state }: Scene): boolean {
  const isOff = explanation.forbids.includes('unbind-old') && explanation.forbids.includes('bind');
  return isOff && isTheSwap(guide) && state.unbound === null && state.bound === null;
}

/** The guide's time is still to come, and nothing of it was done: there is nothing wrong to call about. */
function isAhead({ pack, guide, explanation, state }: Scene): boolean {
  const own = pack.phases.filter(({ id }) => guide.phases.includes(id));
  const isToCome =
    isBeforeForce(pack) || own.some(({ from }) => from !== undefined && from > explanation.today);
  return isToCome && state.unbound === null && state.bound === null;
}

/** `isOwn`: they are the step's, not what to do instead of it. */
function wordsFor(
  scene: Scene,
  target: TargetName | null,
): { say: Text; sayWithoutTarget: Text; isOwn: boolean } {
  const { shown, step, page, guide, subject, state, holding, explanation, isVoid, mayUnbind } = scene;
  const both = (say: Text, isOwn = false) => ({ say, sayWithoutTarget: say, isOwn });
  if (!shown) return both(write('say.finished'));
  if (scene.isNotNeeded) return both(write('say.notNeeded'));
  if (isVoid) return both(write(isAhead(scene) ? 'say.early' : 'say.stopped'));
  if (isPaused(scene)) return both(write('say.paused'));
  // Steps that tell to wait with the unbinding come too late.
  const isTooLate = state.unbound !== null && state.bound === null && holding.holdsNew === 'no';
  if (isTooLate && step.targets.length === 0) return both(write('say.unboundWithoutNew'));
  if (isUnbinding(step) && !mayUnbind) {
    return both(
      write(isUnbindOpen(explanation, guide, subject, state, holding) ? 'say.held' : 'say.notOpen'),
    );
  }
  if (isWaitingForRenewal(scene)) return both(write('say.expired'));
  // The record may be behind: whoever holds it by now goes on with the step.
  const isBefore = isNewMissing(scene) && step.targets.length > 0 && !mayUnbind;
  const told = (text: Text) => (isBefore ? joinSentences(write('say.onceInHand'), text) : text);
  const words = told(withoutLabel(step.sayWithoutTarget ?? step.say));
  if (target === null) return both(words, true);
  return { say: told(targetOn(step, page.state)?.say ?? step.say), sayWithoutTarget: words, isOwn: true };
}
