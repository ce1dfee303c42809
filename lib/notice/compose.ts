/** A notice with the changes that later notices make to it: one pack, each fact with the notice it is from. */
import type { Amendment } from './amendment';
import type { CalendarDate } from './calendar';
import { isValidOn } from './condition';
import { crossCheck } from './cross-checks';
import type { Contact, NoticePack } from './model';
import type { PackProblem } from './problem';
import { describeFound, writePath } from './problem';
import type { Moment } from './sourcing';

/** Cited as they stand: no notice's clause. */
const NO_CLAUSE = '通知外';

function qualified(cite: string, documentNumber: string): string {
  return cite === NO_CLAUSE ? cite : `${documentNumber} ${cite}`;
}

/** The same value with every clause in it written with its notice. */
export function withNotice<T>(value: T, documentNumber: string): T {
  const walk = (each: unknown): unknown => {
    if (Array.isArray(each)) return each.map(walk);
    if (typeof each !== 'object' || each === null) return each;
    return Object.fromEntries(
      Object.entries(each).map(([key, item]) => {
        if (key !== 'cite') return [key, walk(item)];
        if (typeof item === 'string') return [key, qualified(item, documentNumber)];
        return [key, Array.isArray(item) ? item.map((one) => qualified(String(one), documentNumber)) : item];
      }),
    );
  };
  return walk(value) as T;
}

interface Named {
  readonly id: string;
}

/** The later entry takes the place of the earlier one of its id; new ones come after, or first. */
function merged<T extends Named>(
  earlier: readonly T[],
  later: readonly T[],
  place: 'last' | 'first' = 'last',
) {
  const byId = new Map(later.map((each) => [each.id, each] as const));
  const known = new Set(earlier.map(({ id }) => id));
  const replaced = earlier.map((each) => byId.get(each.id) ?? each);
  const added = later.filter(({ id }) => !known.has(id));
  return place === 'last' ? [...replaced, ...added] : [...added, ...replaced];
}

/** Whose a number is for: a district's is not the city's. */
const peopleOf = ({ when }: Contact) => JSON.stringify(when ?? {});

/**
 * A later number takes the place of the earlier one of its role for the same people. Where the earlier notice has several of
 * them, and one by the later one's name, that one alone; a number for other people stands beside.
 */
function mergedContacts(earlier: readonly Contact[], later: readonly Contact[]): readonly Contact[] {
  const isReplaced = (each: Contact) =>
    later.some((next) => {
      if (next.role !== each.role || peopleOf(next) !== peopleOf(each)) return false;
      const rivals = earlier.filter(({ role }) => role === each.role && peopleOf(each) === peopleOf(next));
      const isNamed = rivals.some(({ name }) => name.zh === next.name.zh);
      return !isNamed || each.name.zh === next.name.zh;
    });
  return [...earlier.filter((each) => !isReplaced(each)), ...later];
}

/** A system named again keeps what was said of it: only what it accepts is added to. */
function mergedSystems(earlier: NoticePack['systems'], later: NoticePack['systems']): NoticePack['systems'] {
  const union = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])];
  const known = earlier.map((system) => {
    const again = later.find(({ id }) => id === system.id);
    if (!again) return system;
    return {
      ...system,
      aliases: union(system.aliases, again.aliases),
      hosts: union(system.hosts, again.hosts),
      accepts: merged(system.accepts, again.accepts),
    };
  });
  return [...known, ...later.filter(({ id }) => !earlier.some((system) => system.id === id))];
}

/** What the later notice is written with, the two together are written with, save the changes: those are worked in. */
function mergedRequires(earlier: readonly string[], later: readonly string[]): readonly string[] {
  const more = later.filter((each) => each !== 'amendments' && each !== 'corrections');
  return [...new Set([...earlier, ...more])];
}

/** Facts of the later notice beside and in the place of those of the earlier one. */
function addFacts(base: NoticePack, later: NoticePack): NoticePack {
  return {
    ...base,
    requires: mergedRequires(base.requires, later.requires),
    systems: mergedSystems(base.systems, later.systems),
    certificates: merged(base.certificates, later.certificates),
    keyCounts: merged(base.keyCounts, later.keyCounts),
    audiences: merged(base.audiences, later.audiences),
    activities: merged(base.activities, later.activities),
    batches: merged(base.batches, later.batches),
    phases: merged(base.phases, later.phases),
    permissions: merged(base.permissions, later.permissions),
    obligations: merged(base.obligations, later.obligations),
    fees: {
      tariffs: merged(base.fees.tariffs, later.fees.tariffs),
      // The first charge that fits counts, so the later notice's come first.
      charges: merged(base.fees.charges, later.fees.charges, 'first'),
    },
    contacts: mergedContacts(base.contacts, later.contacts),
    places: merged(base.places, later.places),
    materials: merged(base.materials, later.materials),
    attachments: merged(base.attachments, later.attachments),
    warnings: merged(base.warnings, later.warnings),
    troubles: merged(base.troubles, later.troubles),
    guides: merged(base.guides, later.guides),
    statements: merged(base.statements, later.statements),
    silences: merged(base.silences, later.silences),
    ...((base.events ?? later.events) && { events: merged(base.events ?? [], later.events ?? []) }),
    ...((base.renewals ?? later.renewals) && {
      renewals: merged(base.renewals ?? [], later.renewals ?? []),
    }),
    ...((base.siteProfiles ?? later.siteProfiles) && {
      siteProfiles: [
        ...(base.siteProfiles ?? []).filter(
          ({ system }) => !later.siteProfiles?.some((each) => each.system === system),
        ),
        ...(later.siteProfiles ?? []),
      ],
    }),
  };
}

type Entry = Readonly<Record<string, unknown>> & { readonly cite: string };

/** What every fact may say of itself, beside what it is about. */
const OF_ITSELF = new Set(['basis', 'inferredBy', 'asOf', 'validFrom', 'validUntil']);

/** Whether an amendment gives the fact days of its own and changes nothing else of it. */
function givesDaysAlone({ id, list, fact, text, cite, withdrawn, ...parts }: Amendment): boolean {
  const given = Object.entries(parts).filter(([, value]) => value !== undefined);
  return !withdrawn && given.every(([key]) => OF_ITSELF.has(key));
}

const onDays = new WeakMap<NoticePack, Map<string, NoticePack>>();

/**
 * A pack with the changes that are made by a day: one that says from or until when it holds is a change on those days, and
 * the fact as it was on the others. The same object where all are.
 */
export function withChangesOf(pack: NoticePack, today: CalendarDate): NoticePack {
  const amendments = pack.amendments?.filter((each) => givesDaysAlone(each) || isValidOn(each, today));
  if (!amendments || amendments.length === pack.amendments?.length) return pack;
  const known = onDays.get(pack) ?? new Map<string, NoticePack>();
  onDays.set(pack, known);
  const key = JSON.stringify(amendments.map(({ id }) => id));
  const found = known.get(key) ?? { ...pack, amendments };
  known.set(key, found);
  return found;
}

/** Changes that a pack announces and that are still to come, their clauses written with its notice. */
export function changesToCome(pack: NoticePack, today: CalendarDate): readonly Amendment[] {
  const coming = (pack.amendments ?? []).filter(
    (each) => !givesDaysAlone(each) && each.validFrom !== undefined && each.validFrom > today,
  );
  return withNotice(coming, pack.documentNumber);
}

/** The parts of a fact that an amendment gives, under the fact's own names. */
function patchOf(amendment: Amendment): Readonly<Record<string, unknown>> {
  const { id, list, fact, text, cite, withdrawn, words, begins, ...parts } = amendment;
  const patch: Record<string, unknown> = { ...parts };
  if (!givesDaysAlone(amendment)) {
    // The change's own days, not the fact's.
    delete patch.validFrom;
    delete patch.validUntil;
  }
  if (words) patch[list === 'tariffs' || list === 'places' ? 'name' : 'text'] = words;
  if (begins) patch.from = begins satisfies Moment;
  return patch;
}

/** Of a renewal window only one opening and one end can stand: the one that is given takes the other's place. */
const INSTEAD_OF: Readonly<Record<string, readonly string[]>> = {
  opens: ['opensDaysBefore'],
  opensDaysBefore: ['opens'],
  closes: ['closesDaysBefore', 'graceAfter'],
  closesDaysBefore: ['closes', 'graceAfter'],
  graceAfter: ['closes', 'closesDaysBefore'],
};

function amended(entry: Entry, amendment: Amendment, publishedOn: string): Entry {
  const cite = `${entry.cite}；${amendment.cite}`;
  const patch = patchOf(amendment);
  const outdone = Object.keys(patch).flatMap((key) => INSTEAD_OF[key] ?? []);
  const kept = Object.fromEntries(Object.entries(entry).filter(([key]) => !outdone.includes(key)));
  const next: Record<string, unknown> & { cite: string } = { ...kept, ...patch, cite };
  if (amendment.list === 'contacts') next.publishedOn = publishedOn;
  if (amendment.list === 'obligations') {
    const notes = Array.isArray(entry.notes) ? entry.notes : [];
    next.notes = [...notes, { text: amendment.text, cite: amendment.cite }];
  }
  return next;
}

function amendList<T extends { readonly cite: string }>(
  entries: readonly T[],
  amendment: Amendment,
  publishedOn: string,
): readonly T[] | null {
  const nameOf = (entry: T) => {
    const { id, role } = entry as { readonly id?: string; readonly role?: string };
    return id ?? role;
  };
  if (!entries.some((entry) => nameOf(entry) === amendment.fact)) return null;
  return entries.flatMap((entry) => {
    if (nameOf(entry) !== amendment.fact) return [entry];
    return amendment.withdrawn
      ? []
      : [amended(entry as unknown as Entry, amendment, publishedOn) as unknown as T];
  });
}

/** The pack with one fact changed; null where there is no such fact. */
function amend(pack: NoticePack, amendment: Amendment, publishedOn: string): NoticePack | null {
  const { list } = amendment;
  if (list === 'tariffs' || list === 'charges') {
    const entries: readonly { readonly cite: string }[] = pack.fees[list];
    const next = amendList(entries, amendment, publishedOn);
    return next && { ...pack, fees: { ...pack.fees, [list]: next } };
  }
  const entries: readonly { readonly cite: string }[] = pack[list] ?? [];
  const next = amendList(entries, amendment, publishedOn);
  return next && { ...pack, [list]: next };
}

export type Composed =
  | { readonly ok: true; readonly pack: NoticePack; readonly amendments: readonly Amendment[] }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

/**
 * The notice as a later one changes it. Facts of the later notice keep that notice's number in their clause.
 * Where the two do not go together (a fact that is not there, phases that overlap, an end before its start),
 * nothing is changed, and the problems say why.
 */
export function compose(base: NoticePack, later: NoticePack): Composed {
  const marked = withNotice(later, later.documentNumber);
  let pack = addFacts(base, marked);
  const amendments = marked.amendments ?? [];
  const problems: PackProblem[] = [];
  amendments.forEach((amendment, index) => {
    const next = amend(pack, amendment, later.publishedOn);
    if (next) pack = next;
    else {
      problems.push({
        path: writePath(['amendments', index, 'fact']),
        code: 'unknownFact',
        params: { list: amendment.list, notice: base.documentNumber },
        found: describeFound(amendment.fact),
      });
    }
  });
  problems.push(...crossCheck(pack));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, pack, amendments };
}
