/**
 * What the person said of batch, activities and project (`lib/notice/circumstances.ts`), in the notice's own journey: another
 * notice's batches are others. Only ever said, and taken back like every word (design.md §3.5).
 */
import type { CalendarDate } from '@/lib/notice/calendar';
import {
  askedBy,
  type Circumstances,
  isDay,
  readEvent,
  type Said,
  settle,
  thingOf,
} from '@/lib/notice/circumstances';
import { dateIn, isCalendarDate } from '@/lib/notice/days';
import type { Audience, Level } from '@/lib/notice/explanation';
import type { NoticePack } from '@/lib/notice/model';
import { factsInForce } from './ledger';
import type { Fact } from './model';
import { obligationJourneyId } from './obligation-words';

/** A word in force; of each thing the latest counts. */
export interface CircumstanceWord extends Said {
  /** Calendar day in the notice's zone. */
  readonly on: CalendarDate;
  readonly subject: string;
  /** The fact, to take it back. */
  readonly fact: string;
}

interface Asking {
  readonly id: string;
  readonly audience: Audience;
  readonly level: Level;
}

/** The words in force of one subject; what the notice does not have (any more) is left out. */
export function circumstanceWords(
  pack: Pick<NoticePack, 'id' | 'timeZone' | 'batches' | 'activities' | 'events'>,
  subject: string,
  facts: readonly Fact[],
): readonly CircumstanceWord[] {
  const own = obligationJourneyId(pack, subject);
  // Most people are asked nothing of the kind.
  if (!facts.some(({ journey, body }) => body.kind === 'circumstance' && journey === own)) return [];
  const words = new Map<string, CircumstanceWord>();
  for (const { id, at, body } of factsInForce(facts, new Set([own]))) {
    if (body.kind !== 'circumstance' || !isKnown(pack, body)) continue;
    const { of, value, answer } = body;
    words.set(thingOf(body), {
      of,
      value,
      answer,
      subject,
      on: dateIn(new Date(at), pack.timeZone),
      fact: id,
    });
  }
  return [...words.values()];
}

function isKnown(pack: Pick<NoticePack, 'batches' | 'activities' | 'events'>, { of, value }: Said): boolean {
  if (of === 'event') return pack.events?.some(({ id }) => id === readEvent(value)?.event) === true;
  if (isDay(of)) return isCalendarDate(value);
  return (of === 'batch' ? pack.batches : pack.activities).some(({ id }) => id === value);
}

/** What is known of the subject's circumstances, for the notice followed. */
export function circumstancesOf(
  pack: NoticePack,
  { id, audience, level }: Asking,
  facts: readonly Fact[],
): Circumstances {
  const words = circumstanceWords(pack, id, facts);
  return words.length === 0 ? {} : settle(askedBy(pack, { audience, level }), words);
}
