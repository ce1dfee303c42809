/** Where a step is done and by when, as far as the notice says: 「在哪办」「办到哪天」. */
import type { Text } from '@/lib/locale/text';
import type { CalendarDate } from '@/lib/notice/calendar';
import type { BatchEnd, ObligationAnswer } from '@/lib/notice/explanation';
import type { NoticePack } from '@/lib/notice/model';
import { joinTexts } from '@/lib/notice/obligations';
import { askAboutBatch } from './contacts';
import { writeRelativeDay } from './due-words';
import { writeMakeUpDays } from './make-up-words';
import type { GuideDefinition, GuidePlan, Step } from './model';
import type { NoteScene } from './note-scene';
import { endedObligations } from './obligation-end';
import { isUnbinding } from './preflight';
import { endPages } from './steps';
import { troubleOnPage } from './trouble';
import { write, writeDate } from './wording';

/** Batches whose days a card has room for. */
const MOST_BATCHES = 4;

type PlaceScene = NoteScene & { readonly pack: NoticePack };

function byObligation(obligation: ObligationAnswer, today: CalendarDate): Text {
  const { due, dueOf, state } = obligation;
  // A day of years ago is nobody's deadline: what holds now has to be asked.
  if (state === 'past' && due) return write('place.past', { date: writeDate(due, today) });
  const day = writeDay(obligation, today);
  const told = dueOf ? write('place.others', { whose: dueOf, day }) : day;
  if (state !== 'overdue') return told;
  // Standing alone, a day that is over would pass for one that is left.
  const { makeUps } = obligation;
  return makeUps
    ? write('place.makeUp', { day: told, days: writeMakeUpDays(makeUps, today) })
    : write('place.over', { day: told });
}

/** By when, never more precise than the notice (design.md §3.6): 「9月4日（周一）前（是否含当日，通知未写）」. */
export function writeDay(
  { due, from, dueFrom, dueInclusive, announcedLater, soft }: ObligationAnswer,
  today: CalendarDate,
): Text {
  if (announcedLater) return write('place.announced');
  const counted = dueFrom && writeRelativeDay(dueFrom);
  if (counted) return counted;
  if (due === undefined) {
    return from === undefined
      ? write('place.unstated')
      : write('place.from', { date: writeDate(from, today) });
  }
  const date = writeDate(due, today);
  if (soft) return write('place.soft', { date });
  if (dueInclusive === 'not-stated') return write('place.before', { date });
  return write(dueInclusive === false ? 'place.excluding' : 'place.until', { date });
}

/** A guide that unbinds or binds for the notice, not an everyday one. */
export function isTheSwap(guide: GuideDefinition): boolean {
  if (guide.repeats) return false;
  return guide.steps.some(
    (step) => isUnbinding(step) || step.targets.some(({ target }) => target === 'bind'),
  );
}

/** A guide that swaps is followed with no new CA in hand, as far as anybody said, and nothing was done in it yet. */
export function isNewMissing({ guide, holding, state }: NoteScene): boolean {
  return isTheSwap(guide) && holding.holdsNew === 'no' && state.unbound === null && state.bound === null;
}

/** The binding's own day, the nearest where there are several; what only some need sets none for all. */
function bindingDuty({ explanation }: PlaceScene): ObligationAnswer | undefined {
  const own = explanation.obligations.filter(
    ({ endedBy, due, optional, state }) =>
      endedBy === 'binding' && due !== undefined && !optional && state !== 'past',
  );
  return own.sort((one, other) => (one.due ?? '').localeCompare(other.due ?? ''))[0];
}

/** Of a guide that only sends back to the notice: the nearest day of what is left to do, else the binding's, missed. */
function noticesDuty(scene: PlaceScene): ObligationAnswer | undefined {
  const ended = endedObligations(scene);
  const left = scene.explanation.obligations.filter(
    ({ id, due, optional }) => due !== undefined && !optional && !ended.has(id),
  );
  const byDay = left.sort((one, other) => (one.due ?? '').localeCompare(other.due ?? ''));
  return (
    byDay.find(({ state }) => state !== 'past') ?? byDay.findLast(({ endedBy }) => endedBy === 'binding')
  );
}

/** It has neither steps on a page nor days of its own: `plain-guide.ts`, or one written like it. */
function isOfNoDay({ repeats, phases, steps, onlyChosen }: GuideDefinition): boolean {
  return !repeats && !onlyChosen && phases.length === 0 && steps.every(({ targets }) => targets.length === 0);
}

/** Of a guide that gets the new CA, in a step that sets no day itself: the nearest day of what the new CA's arrival ends. */
function gettingDuty(scene: PlaceScene): ObligationAnswer | undefined {
  const { guide, explanation } = scene;
  if (guide.repeats || guide.onlyChosen || isTheSwap(guide)) return undefined;
  const ended = endedObligations(scene);
  const left = explanation.obligations.filter(
    ({ id, due, endedBy, optional, state }) =>
      due !== undefined && endedBy === 'new-ca' && !optional && state === 'due' && !ended.has(id),
  );
  return left.sort((one, other) => (one.due ?? '').localeCompare(other.due ?? ''))[0];
}

/** Of a phase that ends with the last batch, which is not known to be this subject's: 「第一批到8月14日；第二批到9月6日」. */
function byBatch(ends: readonly BatchEnd[], { pack, explanation }: PlaceScene): Text {
  const { today, contacts } = explanation;
  const [own, ...others] = ends;
  if (own && others.length === 0) {
    const day = write('place.until', { date: writeDate(own.until, today) });
    return own.until < today ? write('place.over', { day }) : day;
  }
  const who = askAboutBatch(contacts, pack.issuer);
  if (ends.length > MOST_BATCHES) return write('place.manyBatches', { count: ends.length, who });
  const days = ends.map(({ name, until }) => write('place.batch', { name, date: writeDate(until, today) }));
  return write('place.byBatch', { days: joinTexts(days) ?? '', who });
}

/**
 * The day by which the notice wants the unbinding and the binding, and all that leads there: the binding's own, else its
 * phase's end.
 */
function byPhase(scene: PlaceScene, step: Step): Text {
  const { explanation, guide, steps } = scene;
  const { phase, today } = explanation;
  if (isOfNoDay(guide)) {
    const left = noticesDuty(scene);
    return left ? byObligation(left, today) : write('place.unstated');
  }
  const binding = steps.findLastIndex((each) => endPages(each).includes('bind-done'));
  if (steps.indexOf(step) > binding) {
    const getting = binding === -1 ? gettingDuty(scene) : undefined;
    return getting ? write('place.nearest', { day: byObligation(getting, today) }) : write('place.unstated');
  }
  const duty = isTheSwap(guide) ? bindingDuty(scene) : undefined;
  if (duty) return byObligation(duty, today);
  const isOwn = phase && guide.phases.length > 0 && guide.phases.includes(phase.id);
  if (!isOwn || !phase.until) return write('place.unstated');
  if (phase.ends) return byBatch(phase.ends, scene);
  return write('place.until', { date: writeDate(phase.until, today) });
}

/** Whom to call in trouble, or for a renewal; else the system for what is done on a page, the notice's for what it asks for, else whom to ask. */
export function placeOf(scene: PlaceScene, step: Step, isWaitingForRenewal: boolean): GuidePlan['place'] {
  const { pack, explanation, guide, page, who } = scene;
  const obligation = explanation.obligations.find(({ id }) => id === step.obligation);
  // A trouble puts off no day of the notice.
  const by =
    obligation && !isWaitingForRenewal ? byObligation(obligation, explanation.today) : byPhase(scene, step);
  const trouble = troubleOnPage(pack, page.state)?.trouble;
  const helper = trouble && explanation.contacts.find(({ role }) => role === trouble?.contact);
  if (helper) return { where: write('place.ask', { who: helper.name }), by };
  if (isWaitingForRenewal) return { where: write('place.ask', { who }), by };
  if (obligation) return { where: obligation.where ?? who, by };
  const system = pack.systems.find(({ id }) => id === guide.system);
  const contact = explanation.contacts.find(({ role }) => role === step.call);
  const where =
    step.targets.length > 0 && system ? system.name : write('place.ask', { who: contact?.name ?? who });
  return { where, by };
}
