/** Guides that can no longer go on: the reason, and the way forward. */
import type { Text } from '@/lib/locale/text';
import type { CalendarDate } from '@/lib/notice/calendar';
import type { Explanation } from '@/lib/notice/explanation';
import type { NoticePack } from '@/lib/notice/model';
import { guideDayOf, type Holding, isOpenOn, ownJourneyState } from './journey';
import { guideJourneyId } from './journey-id';
import type { Fact, GuideDefinition, Journey, PlannedNote, SubjectCase } from './model';
import { note } from './note-scene';
import { offersFor } from './offers';
import { isUnbinding } from './preflight';
import { isTheSwap } from './step-place';
import { endPages, stepsFor } from './steps';
import { joinSentences, write, writeDate } from './wording';

interface Parts {
  readonly pack: NoticePack;
  readonly explanation: Explanation;
  /** The guide followed. */
  readonly guide: GuideDefinition;
  readonly subject: SubjectCase;
  readonly journey: Journey | null;
  readonly journeys?: readonly Journey[] | undefined;
  readonly facts: readonly Fact[];
  readonly holding: Holding;
  /** The notice asks nothing of this audience: the guide's days are none of theirs. */
  readonly isNotNeeded: boolean;
  /** Whom to ask. */
  readonly who: Text;
}

/** A guide whose time is over or not yet come. */
function phaseNote(parts: Parts): PlannedNote | null {
  const { pack, explanation, guide } = parts;
  const { phase, today } = explanation;
  if (isOpenOn(pack, guide, guideDayOf(explanation))) return null;
  const own = pack.phases.filter(({ id }) => guide.phases.includes(id));
  const last = own.flatMap(({ until }) => until ?? []).at(-1);
  const first = own.flatMap(({ from }) => from ?? [])[0];
  const stopped = (
    key: 'stopped.over' | 'stopped.early' | 'stopped.earlyGetting',
    day: CalendarDate,
    ...way: readonly Text[]
  ) => {
    const reason = write(key, { guide: guide.title, date: writeDate(day, today) });
    const now = phase ? [write('stopped.now', { phase: phase.name })] : [];
    return note('caution', joinSentences(reason, ...now, ...way), own[0]?.cite);
  };
  if (last !== undefined && last < today) {
    return stopped('stopped.over', last, wayOn(parts), ...askForNew(parts));
  }
  if (first !== undefined && first > today) {
    return stopped(isForWaiting(parts) ? 'stopped.earlyGetting' : 'stopped.early', first);
  }
  if (!phase) return note('caution', write('stopped.noPhase', { guide: guide.title }));
  return note('caution', write('stopped.phase', { guide: guide.title, phase: phase.name }), phase.cite);
}

/** Followed while the swap of the same days waits for the new CA: those days are the swap's, getting it has no need of them. */
function isForWaiting({ pack, guide }: Parts): boolean {
  if (isTheSwap(guide)) return false;
  return pack.guides.some(
    (other) =>
      isTheSwap(other) &&
      other.steps.some(isUnbinding) &&
      other.phases.some((id) => guide.phases.includes(id)),
  );
}

/** What to do instead: there may be nothing to pick, but always somebody to ask. */
function wayOn({ pack, explanation, guide, subject, facts, who }: Parts): Text {
  const offers = offersFor(pack, subject, facts, guideDayOf(explanation), guide.id);
  const others = offers.filter(({ state }) => state !== 'current');
  return write(others.length > 0 ? 'stopped.pick' : 'stopped.ask', { who });
}

/** With the old key alone: where the new one is to be had now, the notice's days being over. */
function askForNew({ holding }: Parts): readonly Text[] {
  return holding.holdsNew === 'no' ? [write('stopped.askForNew')] : [];
}

/** Whether a guide's time is over, and does not come again. Before it there is nothing cut off, whatever was tried in it. */
function isOver({ pack, explanation }: Parts, { phases }: GuideDefinition): boolean {
  const own = pack.phases.filter(({ id }) => phases.includes(id));
  return own.every(({ until }) => until !== undefined && until < explanation.today);
}

/**
 * Guides that unbind or bind, begun and cut off by their phase's end: named, with what carries them on. Once bound,
 * nothing of them is left to go on with.
 */
function cutOffNotes(parts: Parts): readonly PlannedNote[] {
  const { pack, explanation, guide, subject, facts, holding, journeys = [] } = parts;
  if (holding.bound) return [];
  return pack.guides.flatMap((other) => {
    const isLeft =
      other.id !== guide.id && !isOpenOn(pack, other, guideDayOf(explanation)) && isOver(parts, other);
    if (!isLeft || other.repeats || !other.steps.some((step) => endPages(step).includes('bind-done')))
      return [];
    const state = ownJourneyState(pack, other, subject, facts);
    const steps = stepsFor(other, subject);
    const isBegun = steps.some(({ id }) => ['seen', 'said'].includes(state.steps.get(id)?.state ?? ''));
    const at = steps.find(({ id }) => state.steps.get(id)?.state === 'open');
    if (!isBegun || !at) return [];
    const holes = { other: other.title, step: at.title, guide: guide.title };
    // Cut off by a new version that moved the days, not by the calendar: else yesterday's date reads as a mistake.
    const begun = journeys.find(({ id }) => id === guideJourneyId(pack, subject.id, other));
    const isMoved = begun !== undefined && begun.packVersion !== pack.version;
    return [
      ...(isMoved
        ? [note('caution', write('stopped.version', { from: begun.packVersion, to: pack.version }))]
        : []),
      note('caution', write(guide.continues?.includes(other.id) ? 'stopped.carried' : 'stopped.left', holes)),
    ];
  });
}

/** Journeys of a pack that is no longer the one in force, and steps that moved with a new version of it. */
function packNotes({ pack, journey, journeys, subject, facts, guide }: Parts): readonly PlannedNote[] {
  const isBegun = ({ id }: Journey) => facts.some((fact) => fact.journey === id);
  const others = [...(journey ? [journey] : []), ...(journeys ?? [])].filter(
    (each) => each.subject === subject.id && each.pack !== pack.id,
  );
  const left = others.filter((each) => each === journey || isBegun(each));
  if (left.length > 0) {
    const own = (journeys ?? []).filter(
      (each) => each.subject === subject.id && each.pack === pack.id && isBegun(each),
    );
    // A notice taken away, or blocked, leaves the one of before, and what was done by it.
    const isBack = own.some(({ startedAt }) => left.every((each) => startedAt < each.startedAt));
    return [
      isBack
        ? note('caution', write('stopped.packBack', { document: pack.documentNumber, guide: guide.title }))
        : note('caution', write('stopped.pack', { guide: guide.title })),
    ];
  }
  const isMoved = journey?.subject === subject.id && journey.packVersion !== pack.version;
  return isMoved && isBegun(journey)
    ? [note('info', write('stopped.version', { from: journey.packVersion, to: pack.version }))]
    : [];
}

/** Every reason why something begun does not go on as it began; empty where all goes on. */
export function writeStopped(parts: Parts): readonly PlannedNote[] {
  const own = parts.isNotNeeded ? null : phaseNote(parts);
  return [...(own ? [own] : []), ...cutOffNotes(parts), ...packNotes(parts)];
}
