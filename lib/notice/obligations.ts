import type { Text } from '@/lib/locale/text';
import { isMaybeAnothers } from './batch-ends';
import type { CalendarDate } from './calendar';
import { fits, isValidOn } from './condition';
import type {
  MakeUpAnswer,
  NoticeCase,
  ObligationAnswer,
  ObligationProgress,
  RelativeDay,
} from './explanation';
import type { Moment, NoticePack, Obligation } from './model';
import { type ResolvedMoment, resolveMoment } from './moments';

/** Several texts as one, for a rule that depends on what the case does not say. */
export function joinTexts(texts: readonly Text[]): Text | undefined {
  const [first, ...others] = texts;
  if (!first || others.length === 0) return first;
  const sentences = texts.every((each) => each.zh.endsWith('。'));
  return {
    zh: texts.map((each) => each.zh).join(sentences ? '' : '；'),
    en: texts.map((each) => each.en ?? each.zh).join(sentences ? ' ' : '; '),
  };
}

/**
 * The last day an obligation makes a difference: as the pack says, else as long as a phase of the notice
 * that has an end still runs on or after the due day, or a day to make up for it is left, else the due day itself.
 */
function mattersUntil(
  pack: NoticePack,
  obligation: Obligation,
  due: CalendarDate | undefined,
): CalendarDate | undefined {
  if (obligation.mattersUntil !== undefined) return obligation.mattersUntil;
  // The person's own day: no phase of the notice ends it, only their word, or the notice's end.
  if (due === undefined || isPersonsOwn(obligation)) return undefined;
  return [...pack.phases, ...(obligation.makeUps ?? [])].reduce(
    (last, { until }) => (until !== undefined && until > last ? until : last),
    due,
  );
}

const isPersonsOwn = ({ due }: Obligation) =>
  due?.kind === 'relative' && (due.anchor.kind === 'receipt' || due.anchor.kind === 'event');

/** Of whoever's batch is not known: the latest due day any batch has; past it the day is over for every one of them. */
function latestOfBatches(pack: NoticePack, { due }: Obligation, asked: NoticeCase): CalendarDate | undefined {
  if (due?.kind !== 'relative' || !['batch-from', 'batch-until'].includes(due.anchor.kind)) return undefined;
  if (asked.batch !== undefined) return undefined;
  const days = pack.batches.map(({ id }) => resolveMoment(due, pack, { ...asked, batch: id }).date);
  return days.includes(undefined) ? undefined : days.sort().at(-1);
}

/**
 * The state of an obligation on a day:
 * - `past` once it no longer matters (see `mattersUntil`), the notice has lapsed, or an optional one's day
 *   is over. So nothing of 2023 is overdue in 2026.
 * - `upcoming` before its first day; before the notice's own validity where it names none. A first day of
 *   which the notice does not say whether it counts (9月11日后) is still upcoming: silence is no permission.
 * - `overdue` after a hard due day. A day of which the notice does not say whether it counts (9月4日前) is
 *   still due: an uncertain day is not held against anybody. A soft day (原则上) never makes it overdue.
 * - `due` otherwise.
 */
function progressOf(
  pack: NoticePack,
  obligation: Obligation,
  from: ResolvedMoment | undefined,
  due: ResolvedMoment | undefined,
  asked: NoticeCase,
): ObligationProgress {
  const { today } = asked;
  const lastDay = mattersUntil(pack, obligation, due?.date ?? latestOfBatches(pack, obligation, asked));
  if (lastDay !== undefined && today > lastDay) return 'past';
  if (pack.validity.until !== undefined && today > pack.validity.until) return 'past';

  if (from?.announcedLater) return 'upcoming';
  const firstDay = from?.date ?? (from ? undefined : pack.validity.from);
  if (firstDay !== undefined) {
    if (today < firstDay) return 'upcoming';
    if (today === firstDay && from !== undefined && from.inclusive !== true) return 'upcoming';
  }
  // Maybe another batch's: it is not held against anybody.
  if (due?.date !== undefined && !isMaybeAnothers(pack, obligation, asked)) {
    const over = today > due.date || (today === due.date && due.inclusive === false);
    if (over && obligation.optional) return makeUpsOf(obligation, asked).length > 0 ? 'due' : 'past';
    // A day before the notice's own first one binds nobody.
    if (over && pack.following?.force === 'not-yet') return 'past';
    if (over && !obligation.soft) return 'overdue';
  }
  return 'due';
}

/** Days to make up for it that are not over. */
function makeUpsOf({ makeUps = [] }: Obligation, { today }: NoticeCase): readonly MakeUpAnswer[] {
  return makeUps
    .filter((each) => each.until >= today && isValidOn(each, today))
    .map(({ from, until, text, cite }) => ({ from, until, text: text ?? null, cite }));
}

/** The last day to make up for it, once none is left. */
function makeUpsUntil(obligation: Obligation, asked: NoticeCase): CalendarDate | undefined {
  if (makeUpsOf(obligation, asked).length > 0) return undefined;
  return obligation.makeUps
    ?.filter((each) => isValidOn(each, asked.today))
    .map(({ until }) => until)
    .sort()
    .at(-1);
}

/** A day of some batches only is told as one that hangs on the batch, which nobody has said. */
const BY_BATCH = {
  anchor: { kind: 'batch-until' },
  side: 'after',
  lead: { count: 0, unit: 'days' },
} as const satisfies RelativeDay;

/** What a due day counts from, where it counts from anything. */
function dueFromOf({ events }: NoticePack, due: Moment | undefined): Pick<ObligationAnswer, 'dueFrom'> {
  if (due?.kind !== 'relative') return {};
  const { anchor, side, lead } = due;
  const event = anchor.kind === 'event' && events?.find(({ id }) => id === anchor.event);
  return { dueFrom: { anchor, side, lead, ...(event && { name: event.name }) } };
}

function answer(pack: NoticePack, obligation: Obligation, asked: NoticeCase): ObligationAnswer {
  const from = obligation.from && resolveMoment(obligation.from, pack, asked);
  const due = obligation.due && resolveMoment(obligation.due, pack, asked);
  const where = joinTexts(
    obligation.where.filter((each) => fits(each.when, asked) !== 'no').map((each) => each.text),
  );
  const materials = obligation.materials.flatMap((id) => {
    const material = pack.materials.find((each) => each.id === id);
    return material ? [material.name] : [];
  });
  const makeUps = makeUpsOf(obligation, asked);
  const makeUpsOver = makeUpsUntil(obligation, asked);
  const isByBatch = due?.date !== undefined && isMaybeAnothers(pack, obligation, asked);
  const ownDue = isByBatch ? undefined : due?.date;
  return {
    id: obligation.id,
    text: obligation.text,
    state: progressOf(pack, obligation, from, due, asked),
    ...(from?.date !== undefined && { from: from.date, fromInclusive: from.inclusive }),
    ...(due && ownDue !== undefined && { due: ownDue, dueInclusive: due.inclusive }),
    ...(isByBatch && { dueFrom: BY_BATCH }),
    ...(due?.date === undefined && dueFromOf(pack, obligation.due)),
    ...(ownDue !== undefined && obligation.dueOf && { dueOf: obligation.dueOf }),
    ...((from?.announcedLater || due?.announcedLater) && { announcedLater: true }),
    soft: obligation.soft,
    ...(obligation.optional && { optional: true }),
    ...(obligation.endedBy && { endedBy: obligation.endedBy }),
    ...(makeUps.length > 0 && { makeUps }),
    ...(makeUpsOver !== undefined && { makeUpsUntil: makeUpsOver }),
    ...(obligation.after && { after: obligation.after }),
    ...(where && { where }),
    materials,
    ...(obligation.ask && { ask: obligation.ask }),
    ...(obligation.notes && { notes: obligation.notes.map((each) => each.text) }),
    cite: obligation.cite,
  };
}

/** What this case must do, in the pack's order, each with its state on the case's day. */
export function obligationsFor(pack: NoticePack, asked: NoticeCase): readonly ObligationAnswer[] {
  return pack.obligations
    .filter((each) => fits(each.when, asked) !== 'no' && isValidOn(each, asked.today))
    .map((each) => answer(pack, each, asked));
}
