/**
 * What changes from one version of a pack to another, fact by fact, or from one notice's answer for a case to
 * another's. Pure; `say-difference.ts` words it.
 */
import type { Text } from '@/lib/locale/text';
import type { Explanation } from './explanation';
import type { NoticePack } from './model';

/** A part of a fact that changes. `null` where there was or is nothing. */
export interface PartChange {
  /** Names of the parts on the way, outermost first: a part's key, or what an entry of a list is called. */
  readonly path: readonly (string | Text)[];
  readonly before: unknown;
  readonly after: unknown;
}

export interface Difference {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  /** `identity` for the notice itself. */
  readonly list: string;
  readonly id: string;
  /** What a person calls the fact. */
  readonly name: Text;
  /** Clause of the fact as it is now; as it was, where it is gone. */
  readonly cite: string | null;
  /** Of `changed` only. */
  readonly changes: readonly PartChange[];
}

type Entry = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isText(value: unknown): value is Text {
  return (
    isRecord(value) &&
    typeof value.zh === 'string' &&
    Object.keys(value).every((key) => key === 'zh' || key === 'en')
  );
}

/** A day as a notice names it: one thing, compared and told as a whole. */
export function isMoment(value: Entry): boolean {
  return value.kind === 'date' || value.kind === 'relative' || value.kind === 'announced-later';
}

/** The same whatever the order of keys; absent and undefined parts are the same. */
function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((each, index) => isSame(each, b[index]));
  }
  if (!isRecord(a) || !isRecord(b)) return a === b;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => isSame(a[key], b[key]));
}

const NAME_KEYS = ['id', 'role', 'system', 'target', 'action'] as const;

/** What an entry of a list is known by; null where only its place names it. */
function keyOf(entry: unknown): string | null {
  if (!isRecord(entry)) return null;
  const key = NAME_KEYS.map((name) => entry[name]).find((value) => typeof value === 'string');
  return typeof key === 'string' ? key : null;
}

/** What a person calls an entry. */
function nameOf(entry: Entry): Text {
  for (const key of ['name', 'title', 'systemName', 'text', 'what', 'ask'] as const) {
    if (isText(entry[key])) return entry[key];
  }
  return { zh: keyOf(entry) ?? '' };
}

function citeOf(entry: Entry): string | null {
  return typeof entry.cite === 'string' ? entry.cite : null;
}

/** Whether a list's entries are known by their keys, each once: contacts may share a role. */
function isKeyed(list: readonly unknown[]): boolean {
  const keys = list.map(keyOf);
  return list.length > 0 && keys.every((key) => key !== null) && new Set(keys).size === keys.length;
}

function compareParts(before: unknown, after: unknown, path: PartChange['path']): readonly PartChange[] {
  if (isSame(before, after)) return [];
  const change = [{ path, before: before ?? null, after: after ?? null }];
  if (isText(before) || isText(after)) return change;
  if (isRecord(before) && isRecord(after) && !isMoment(before) && !isMoment(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
      compareParts(before[key], after[key], [...path, key]),
    );
  }
  if (Array.isArray(before) && Array.isArray(after) && isKeyed([...before]) && isKeyed([...after])) {
    const keys = [...new Set([...before, ...after].map(keyOf))];
    const changes = keys.flatMap((key) => {
      const [was, is] = [before, after].map((list) => list.find((each) => keyOf(each) === key));
      return compareParts(was, is, [...path, nameOf(is ?? was)]);
    });
    // The same entries in another order: in guides and contacts the order is a fact itself.
    return changes.length > 0 ? changes : change;
  }
  return change;
}

function compareEntry(list: string, before: Entry, after: Entry): readonly Difference[] {
  const { cite: wasCited, ...was } = before;
  const { cite: isCited, ...is } = after;
  const changes = compareParts(was, is, []);
  // A clause that moved is told where nothing else of the fact did.
  const all = changes.length > 0 ? changes : compareParts({ cite: wasCited }, { cite: isCited }, []);
  if (all.length === 0) return [];
  const named = { id: keyOf(after) ?? '', name: nameOf(before), cite: citeOf(after) };
  return [{ kind: 'changed', list, ...named, changes: all }];
}

function compareLists(
  list: string,
  before: readonly unknown[],
  after: readonly unknown[],
): readonly Difference[] {
  const was = new Map(before.map((each, at) => [numbered(before, at), each as Entry] as const));
  const is = new Map(after.map((each, at) => [numbered(after, at), each as Entry] as const));
  const whole = (kind: 'added' | 'removed', entry: Entry): Difference => ({
    kind,
    list,
    id: keyOf(entry) ?? '',
    name: nameOf(entry),
    cite: citeOf(entry),
    changes: [],
  });
  const removed = [...was].flatMap(([key, entry]) => (is.has(key) ? [] : [whole('removed', entry)]));
  const added = [...is].flatMap(([key, entry]) => (was.has(key) ? [] : [whole('added', entry)]));
  const changed = [...is].flatMap(([key, entry]) => {
    const earlier = was.get(key);
    return earlier ? compareEntry(list, earlier, entry) : [];
  });
  const common = (keys: Iterable<string>, other: ReadonlyMap<string, Entry>) =>
    [...keys].filter((key) => other.has(key)).join('\n');
  const isMoved = common(was.keys(), is) !== common(is.keys(), was);
  const moved: readonly Difference[] = isMoved
    ? [{ kind: 'moved', list, id: '', name: { zh: '' }, cite: null, changes: [] }]
    : [];
  return [...removed, ...added, ...changed, ...moved];
}

/** An entry's key, told apart from others of the same one by its turn. */
function numbered(list: readonly unknown[], at: number): string {
  const key = keyOf(list[at]) ?? '';
  const turn = list.slice(0, at).filter((each) => (keyOf(each) ?? '') === key).length;
  return `${key}/${turn}`;
}

/** Lists of a pack, in the order in which people read a notice. */
const LISTS = [
  'amendments',
  'audiences',
  'systems',
  'certificates',
  'keyCounts',
  'renewals',
  'batches',
  'activities',
  'events',
  'phases',
  'permissions',
  'obligations',
  'materials',
  'attachments',
  'places',
  'contacts',
  'warnings',
  'statements',
  'silences',
  'troubles',
  'guides',
  'siteProfiles',
] as const satisfies readonly (keyof NoticePack)[];

/**
 * Every fact that is new, gone or changed from one version of a pack to the next; empty where they say the
 * same. What either of them has from other notices (`following`) is not compared.
 */
export function differencesBetween(before: NoticePack, after: NoticePack): readonly Difference[] {
  const identityOf = (pack: NoticePack) =>
    Object.fromEntries(
      Object.entries(pack).filter(
        ([key]) => key !== 'fees' && key !== 'following' && !(LISTS as readonly string[]).includes(key),
      ),
    );
  const identity = compareParts(identityOf(before), identityOf(after), []);
  const own: readonly Difference[] =
    identity.length === 0
      ? []
      : [
          {
            kind: 'changed',
            list: 'identity',
            id: after.id,
            name: { zh: after.documentNumber },
            cite: null,
            changes: identity,
          },
        ];
  return [
    ...own,
    ...LISTS.flatMap((list) => compareLists(list, before[list] ?? [], after[list] ?? [])),
    ...compareLists('tariffs', before.fees.tariffs, after.fees.tariffs),
    ...compareLists('charges', before.fees.charges, after.fees.charges),
  ];
}

/** Without what only counts days to the date beside it. */
function partsOf(answer: object | null): readonly Entry[] {
  if (answer === null) return [];
  const entries = Object.entries(answer).filter(
    ([key]) => !/^(daysLeft|workingDaysLeft|lastWorkingDay|makeUp)$/.test(key),
  );
  return [Object.fromEntries(entries)];
}

/**
 * What changes for one case on one day: the same comparison of two answers. For the preview of a pack before
 * it is used.
 */
export function differencesForCase(before: Explanation, after: Explanation): readonly Difference[] {
  const one = (list: 'phase' | 'deadline') => compareLists(list, partsOf(before[list]), partsOf(after[list]));
  const feesOf = ({ fees }: Explanation) =>
    Object.entries(fees).map(([id, fee]) => ({ id, name: { zh: id }, ...fee }));
  return [
    ...one('phase'),
    ...compareLists('rules', before.rules ?? [], after.rules ?? []),
    ...compareLists('obligations', before.obligations, after.obligations),
    ...one('deadline'),
    ...compareLists('keys', before.keys, after.keys),
    ...compareLists('fees', feesOf(before), feesOf(after)),
    ...compareLists('contacts', before.contacts, after.contacts),
    ...compareLists('warnings', before.warnings, after.warnings),
    ...compareLists('statements', before.statements ?? [], after.statements ?? []),
    ...compareLists('silences', before.silences ?? [], after.silences ?? []),
  ];
}
