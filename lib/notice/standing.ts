/** Which of the packs at hand are law on a day: pure, over what the packs say of themselves and each other. */
import type { CalendarDate } from './calendar';
import { addDays, isWithin } from './days';
import type { Force, NoticePack, NoticeRef } from './model';

/** A pack and its force on a day. */
export interface Standing {
  readonly pack: NoticePack;
  readonly force: Force;
  /** The day its force begins (`not-yet`) or the first day without it (`lapsed`). */
  readonly turns: CalendarDate | null;
  /** Where another notice has taken its place. */
  readonly replacedBy: NoticeRef | null;
}

export function refTo({ id, version, title, documentNumber, publishedOn }: NoticePack): NoticeRef {
  return { id, version, title, documentNumber, publishedOn };
}

/** The first day a pack's notice holds: as it says, else the day of its publication. */
export function startOf(pack: NoticePack): CalendarDate {
  return pack.validity.from ?? pack.publishedOn;
}

/** Notices this one adds to or corrects: it is no notice of its own, but a change of theirs. */
export function amendedBy(pack: NoticePack): readonly string[] {
  return [...pack.supplements, ...(pack.corrects ?? [])];
}

/** Compares versions of one pack: negative where `a` is the older. */
export function compareVersions(a: string, b: string): number {
  const parts = (version: string) => version.split('.').map(Number);
  const [left, right] = [parts(a), parts(b)];
  return left.map((part, at) => part - (right[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

/** Negative where `a` was issued before `b`, by the days alone. */
export function compareDays(a: NoticePack, b: NoticePack): number {
  return a.publishedOn.localeCompare(b.publishedOn) || a.signedOn.localeCompare(b.signedOn);
}

/** Negative where `a` was issued before `b`. The id decides last, so that the order never hangs on chance. */
export function compareIssue(a: NoticePack, b: NoticePack): number {
  return compareDays(a, b) || a.id.localeCompare(b.id);
}

/** Of each pack the newest version, in the order in which the packs were first named. */
export function newestVersions(packs: readonly NoticePack[]): readonly NoticePack[] {
  const newest = new Map<string, NoticePack>();
  for (const pack of packs) {
    const known = newest.get(pack.id);
    if (!known || compareVersions(known.version, pack.version) < 0) newest.set(pack.id, pack);
  }
  return [...newest.values()];
}

/** Of one day's, what replaces the other is the later, whatever their ids; those decide where each claims it. */
function canReplace(later: NoticePack, pack: NoticePack): boolean {
  const order = pack.replaces.includes(later.id) ? compareIssue(later, pack) : compareDays(later, pack) || 1;
  return order > 0;
}

/**
 * Who has taken a pack's place by a day: a notice issued later that says so and has come into force, even
 * where that one has lapsed since. Repealed law does not come back by itself.
 */
function replacerOf(pack: NoticePack, packs: readonly NoticePack[], today: CalendarDate): NoticePack | null {
  const replacers = packs
    .filter((each) => each.replaces.includes(pack.id) && canReplace(each, pack) && startOf(each) <= today)
    .sort(compareIssue);
  return replacers[0] ?? null;
}

function standingOf(pack: NoticePack, packs: readonly NoticePack[], today: CalendarDate): Standing {
  const replacer = replacerOf(pack, packs, today);
  if (replacer) {
    return { pack, force: 'lapsed', turns: startOf(replacer), replacedBy: refTo(replacer) };
  }
  const { until } = pack.validity;
  if (isWithin(today, { from: startOf(pack), until })) {
    return { pack, force: 'in-force', turns: null, replacedBy: null };
  }
  return until !== undefined && today > until
    ? { pack, force: 'lapsed', turns: addDays(until, 1), replacedBy: null }
    : { pack, force: 'not-yet', turns: startOf(pack), replacedBy: null };
}

/** The force of every pack on a day, older versions of the same pack left out. */
export function standingsOn(packs: readonly NoticePack[], today: CalendarDate): readonly Standing[] {
  const known = newestVersions(packs);
  return known.map((pack) => standingOf(pack, known, today));
}
