/**
 * The notice to follow on a day, out of all packs at hand (docs/decisions/017-relations.md). Pure; the same
 * list and day give the same object, so that callers may compare by identity.
 */
import { gatherAmending } from './amending';
import type { CalendarDate } from './calendar';
import { type Composed, changesToCome, compose, withChangesOf, withNotice } from './compose';
import type { Audience } from './explanation';
import type { Following, NoticePack, NoticeRef } from './model';
import type { PackProblem } from './problem';
import { amendedBy, compareIssue, refTo, type Standing, standingsOn } from './standing';
import { beforeForce, validFacts, withoutRules } from './valid-facts';

/** Whose notice is asked for. */
export interface NoticeQuestion {
  /** Calendar day in Shanghai. */
  readonly today: CalendarDate;
  /** System id; the first pack's main system where absent. */
  readonly system?: string | undefined;
  /** Written out from the province down, as packs write it: 江苏省常州市. Absent: that of the first pack. */
  readonly region?: string | undefined;
  /** Of notices that reach equally far, one that names this audience goes before one that does not. */
  readonly audience?: Audience | undefined;
}

/** A pack that has no part in what is followed, and why. */
export interface LeftOut {
  readonly notice: NoticeRef;
  /**
   * `adrift`: what it adds to is not followed: not at hand, replaced, elsewhere. `unfit`: it does not go together with what it
   * adds to. `elsewhere`: another region's. `other-system`: it speaks of another system.
   */
  readonly why: 'not-yet' | 'lapsed' | 'replaced' | 'adrift' | 'unfit' | 'elsewhere' | 'other-system';
  readonly by?: NoticeRef | undefined;
  readonly problems?: readonly PackProblem[] | undefined;
}

export interface NoticeInForce {
  /** The notice to follow, later notices worked in; `following` says what stands behind it. */
  readonly pack: NoticePack;
  /** Notices it is made of, the one followed first, and those beside it. */
  readonly notices: readonly NoticeRef[];
  readonly leftOut: readonly LeftOut[];
}

// --- what stands beside ---------------------------------------------------------------------------------

const bare = new WeakMap<NoticePack, NoticePack>();

/**
 * Of a notice beside the one followed, only its facts are asked. Steps are the bulk of a pack: with many in
 * force they would be looked through in vain.
 */
function withoutSteps(pack: NoticePack): NoticePack {
  const known = bare.get(pack);
  if (known) return known;
  const { siteProfiles, amendments, ...facts } = pack;
  const kept = amendments?.filter(({ list }) => list !== 'troubles');
  const made = { ...facts, guides: [], troubles: [], ...(kept && { amendments: kept }) };
  bare.set(pack, made);
  return made;
}

const composed = new WeakMap<NoticePack, WeakMap<NoticePack, Composed>>();

/** Two packs go together in one way, whatever the day. */
function composeOnce(base: NoticePack, later: NoticePack): Composed {
  const known = composed.get(base) ?? new WeakMap<NoticePack, Composed>();
  composed.set(base, known);
  const found = known.get(later) ?? compose(base, later);
  known.set(later, found);
  return found;
}

const marked = new WeakMap<NoticePack, NoticePack>();

/** Its clauses written with its notice. */
function markOnce(pack: NoticePack): NoticePack {
  const found = marked.get(pack) ?? withNotice(pack, pack.documentNumber);
  marked.set(pack, found);
  return found;
}

/** A notice without steps of its own is followed by those of one beside it, and by its phases if it has none. */
function lendGuides(pack: NoticePack, beside: readonly NoticePack[]): NoticePack {
  const lender = beside.find(({ guides }) => guides.length > 0);
  if (pack.guides.length > 0 || !lender) return pack;
  return {
    ...pack,
    guides: lender.guides,
    ...(pack.phases.length === 0 && { phases: lender.phases }),
    ...(pack.troubles.length === 0 && { troubles: lender.troubles }),
  };
}

// --- which one -----------------------------------------------------------------------------------------

/** Whether a notice's region holds the other place: 江苏省 holds 江苏省常州市. */
function reaches(region: string, place: string): boolean {
  return place.startsWith(region);
}

function speaksOf(pack: NoticePack, system: string): boolean {
  return pack.systems.some(({ id }) => id === system);
}

function names(pack: NoticePack, audience: Audience | undefined): boolean {
  return audience !== undefined && pack.audiences.some(({ id, named }) => id === audience && named);
}

/** Nearer to the place, then naming the audience, then issued later: the first to be followed in front. */
function byRank(audience: Audience | undefined) {
  return (a: NoticePack, b: NoticePack) =>
    b.region.zh.length - a.region.zh.length ||
    Number(names(b, audience)) - Number(names(a, audience)) ||
    compareIssue(b, a);
}

interface Worked {
  readonly pack: NoticePack;
  readonly following: Pick<Following, 'amendedBy' | 'amendments'>;
}

/** A notice with all that amends it, in the order of issue. */
function workIn(
  base: NoticePack,
  later: readonly NoticePack[],
  today: CalendarDate,
  leave: (pack: NoticePack, problems: readonly PackProblem[]) => void,
): Worked {
  let worked: Worked = { pack: base, following: { amendedBy: [], amendments: [] } };
  for (const each of later) {
    const result = composeOnce(worked.pack, withChangesOf(each, today));
    if (!result.ok) {
      leave(each, result.problems);
      continue;
    }
    const { amendedBy: by, amendments } = worked.following;
    worked = {
      pack: result.pack,
      following: {
        amendedBy: [...by, refTo(each)],
        amendments: [...amendments, ...result.amendments, ...changesToCome(each, today)],
      },
    };
  }
  return worked;
}

/** Which spoke last of what may be done: the notice, or the last of those worked into it that says anything of that. */
function lastWordOf(
  pack: NoticePack,
  { amendedBy: by }: Pick<Following, 'amendedBy'>,
  packs: readonly NoticePack[],
) {
  const speaks = ({ permissions, amendments = [] }: NoticePack) =>
    permissions.length > 0 || amendments.some(({ list }) => list === 'permissions');
  const amending = by.flatMap(({ id }) => packs.find((each) => each.id === id) ?? []);
  return amending.findLast(speaks) ?? pack;
}

/**
 * Where no notice is in force: the next that was published already, else the last that held, else the first
 * to come. A page is never left without telephone numbers.
 */
function fallback(standings: readonly Standing[], today: CalendarDate): Standing | undefined {
  const coming = standings
    .filter(({ force }) => force === 'not-yet')
    .sort((a, b) => (a.turns ?? '').localeCompare(b.turns ?? ''));
  const over = standings
    .filter(({ force }) => force === 'lapsed')
    .sort((a, b) => (b.turns ?? '').localeCompare(a.turns ?? '') || compareIssue(b.pack, a.pack));
  return coming.find(({ pack }) => pack.publishedOn <= today) ?? over[0] ?? coming[0];
}

/** What is left of a notice by its force. */
const OF_FORCE: Readonly<Record<Standing['force'], (pack: NoticePack) => NoticePack>> = {
  'in-force': (pack) => pack,
  'not-yet': beforeForce,
  lapsed: withoutRules,
};

function workOut(packs: readonly NoticePack[], asked: NoticeQuestion): NoticeInForce {
  const { today, audience } = asked;
  const standings = standingsOn(packs, today);
  const bases = standings.filter(({ pack }) => amendedBy(pack).length === 0);
  const [first] = bases;
  if (!first) throw new RangeError('notice: no pack at hand that stands by itself');
  const system = asked.system ?? first.pack.mainSystem;
  const ours = bases.filter(({ pack }) => speaksOf(pack, system));
  const region = asked.region ?? (ours[0] ?? first).pack.region.zh;
  const near = ours.filter(({ pack }) => reaches(pack.region.zh, region));
  const inForce = near
    .filter(({ force }) => force === 'in-force')
    .map(({ pack }) => pack)
    .sort(byRank(audience));
  const head: Standing =
    near.find(({ pack }) => pack === inForce[0]) ?? fallback(near, today) ?? fallback(ours, today) ?? first;

  const leftOut: LeftOut[] = [];
  const amending = gatherAmending(standings);
  const leave = (pack: NoticePack, problems: readonly PackProblem[]) =>
    leftOut.push({ notice: refTo(pack), why: 'unfit', problems });
  const used = new Set<NoticePack>();
  const work = (pack: NoticePack, later = amending.get(pack.id) ?? []) => {
    for (const each of amending.get(pack.id) ?? []) used.add(each);
    const worked = workIn(pack, later, today, leave);
    return { ...worked, pack: validFacts(worked.pack, today) };
  };
  const followed = work(head.pack);
  const lender = inForce.slice(1).find(({ guides }) => guides.length > 0);
  const lends = head.pack.guides.length === 0 ? lender : undefined;
  const beside = inForce.slice(1).map((pack) => {
    const worked =
      pack === lends ? work(pack) : work(withoutSteps(pack), amending.get(pack.id)?.map(withoutSteps));
    const said = lastWordOf(pack, worked.following, packs);
    return { pack: markOnce(worked.pack), refs: worked.following.amendedBy, said };
  });

  for (const { pack, force, replacedBy } of standings) {
    if (pack === head.pack) continue;
    const notice = refTo(pack);
    if (force !== 'in-force') {
      leftOut.push({
        notice,
        why: replacedBy ? 'replaced' : force,
        ...(replacedBy && { by: replacedBy }),
      });
    } else if (amendedBy(pack).length > 0) {
      if (!used.has(pack)) leftOut.push({ notice, why: 'adrift' });
    } else if (!speaksOf(pack, system)) leftOut.push({ notice, why: 'other-system' });
    else if (!inForce.includes(pack)) leftOut.push({ notice, why: 'elsewhere' });
  }

  const { amendedBy: by } = followed.following;
  const isPlain = head.force === 'in-force' && by.length === 0 && beside.length === 0;
  const pack = OF_FORCE[head.force](followed.pack);
  const following: Following = {
    ...followed.following,
    force: head.force,
    ...(head.turns !== null && { turns: head.turns }),
    ...(head.replacedBy && { replacedBy: head.replacedBy }),
    beside: beside.map((each) => each.pack),
    lastWords: [lastWordOf(head.pack, followed.following, packs), ...beside.map(({ said }) => said)],
  };
  return {
    pack: isPlain ? pack : { ...lendGuides(pack, following.beside), following },
    notices: [refTo(head.pack), ...by, ...beside.flatMap((each) => [refTo(each.pack), ...each.refs])],
    leftOut,
  };
}

const worked = new WeakMap<readonly NoticePack[], Map<string, NoticeInForce>>();
/** Days looked at are few; a page that pages through a year must not keep them all. */
const MOST_KEPT = 40;

/**
 * The notice to follow, out of all packs at hand:
 * - of several versions of a pack the newest; of notices, those whose days hold and that none has replaced;
 * - supplements and corrections in force are worked into the notice they are about, the later last;
 * - of several left, the one nearest to the region, then the one that names the audience, then the later one
 *   is followed; the others answer where it is silent (`explain`).
 *
 * The order of `packs` matters in one thing alone: where no region is asked for, it is that of the first pack
 * that speaks of the system. Throws RangeError where no pack stands by itself.
 */
export function noticeInForce(packs: readonly NoticePack[], asked: NoticeQuestion): NoticeInForce {
  const known = worked.get(packs) ?? new Map<string, NoticeInForce>();
  worked.set(packs, known);
  const key = JSON.stringify([asked.today, asked.system, asked.region, asked.audience]);
  const found = known.get(key) ?? workOut(packs, asked);
  if (known.size >= MOST_KEPT) known.clear();
  known.set(key, found);
  return found;
}
