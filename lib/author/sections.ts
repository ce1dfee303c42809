/**
 * What the form asks for, part by part: the one description that the form draws, drafts are typed by and
 * packs are written from. Names of parts and fields are stable: drafts on disk use them. Pure.
 */
import { AMENDED_LISTS, type AmendedList } from '@/lib/notice/amendment';
import {
  ACTIONS,
  AUDIENCES,
  BUSINESS_TYPES,
  LEVELS,
  OBLIGATION_ENDS,
  PAYERS,
} from '@/lib/notice/explanation';
import { TROUBLE_STATES } from '@/lib/page/model';

export const YES_NO_UNSAID = ['yes', 'no', 'not-stated'] as const;
export const VERDICTS = ['not-stated', 'allows', 'forbids'] as const;
const OLD_STATES = ['valid', 'expired', 'none'] as const;
export const ROLES = ['ca-vendor', 'ca-counter', 'seal-vendor', 'system-vendor', 'bureau', 'other'] as const;

export type FieldKind =
  | { readonly kind: 'words' | 'sentence' | 'date' | 'count' | 'money' | 'flag' }
  /** One of a closed list; the first is the one a new entry begins with. */
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  /** Some of a closed list; none means all. */
  | { readonly kind: 'some'; readonly options: readonly string[] }
  /** One or several entries of another part. */
  | {
      readonly kind: 'one' | 'several';
      readonly of: string;
      /** Only of this notice: what is said there of a fact of the notice that is changed would not come out. */
      readonly ownOnly?: true;
    }
  /** A fact of the notice that is changed, as `list/id`. */
  | { readonly kind: 'fact'; readonly lists: readonly FactList[] };

/** Lists of a notice's facts that the form points into: what can be amended, and what a system accepts. */
export type FactList = AmendedList | 'accepts';

/** A field; `need` marks what a pack cannot do without. */
export type Field = FieldKind & {
  readonly need?: true;
  /** Seldom needed: folded away while empty. */
  readonly more?: true;
  /** Asked only where another field of the entry holds this. */
  readonly only?: Only;
};
/** What another field must hold: this, or one of these; of a fact, the list it is in. */
type Only = { readonly field: string; readonly is: string | boolean | readonly string[] };

const more = <const F extends FieldKind>(field: F) => ({ ...field, more: true }) as const;
const onlyIf = <const F extends FieldKind>(field: F, other: string, is: Only['is']) =>
  ({ ...field, only: { field: other, is } }) as const;
const inLists = <const F extends FieldKind>(field: F, ...lists: readonly AmendedList[]) =>
  onlyIf(field, 'fact', lists);

const words = { kind: 'words' } as const;
const sentence = { kind: 'sentence' } as const;
const date = { kind: 'date' } as const;
const count = { kind: 'count' } as const;
const money = { kind: 'money' } as const;
const flag = { kind: 'flag' } as const;
const name = { kind: 'words', need: true } as const;
const statement = { kind: 'sentence', need: true } as const;
const audiences = { kind: 'some', options: AUDIENCES } as const;
const levels = { kind: 'some', options: LEVELS } as const;
const verdict = { kind: 'choice', options: VERDICTS } as const;
const inclusive = { kind: 'choice', options: ['not-stated', 'yes', 'no'] } as const;

/** What a relative day counts from; `none`: it is no relative day. */
export const ANCHORS = [
  'none',
  'publication',
  'signing',
  'certificate-expiry',
  'phase-from',
  'phase-until',
  'batch-from',
  'batch-until',
  'receipt-new-ca',
  'receipt-notice',
  'event',
] as const;
const anchor = { kind: 'choice', options: ANCHORS } as const;
const RELATIVE = ANCHORS.filter((each) => each !== 'none');
const OF_PHASES = ['phase-from', 'phase-until'] as const;
const side = { kind: 'choice', options: ['before', 'after'] } as const;
const UNITS = ['working-days', 'days', 'months'] as const;
const unit = { kind: 'choice', options: UNITS } as const;
/** Where calendar days are what is meant as a rule. */
const unitFromDays = { kind: 'choice', options: ['days', 'working-days', 'months'] } as const;
const onePhase = { kind: 'one', of: 'phases' } as const;
const oneKey = { kind: 'one', of: 'keys' } as const;
const oneEvent = { kind: 'one', of: 'events' } as const;

/** The rest of a first and of a last day, where they are not plain dates: counted from another, or later. */
const restOfFrom = {
  fromSide: onlyIf(side, 'fromAnchor', RELATIVE),
  fromCount: onlyIf(count, 'fromAnchor', RELATIVE),
  fromUnit: onlyIf(unit, 'fromAnchor', RELATIVE),
  fromPhase: onlyIf(onePhase, 'fromAnchor', OF_PHASES),
  fromKey: onlyIf(oneKey, 'fromAnchor', 'certificate-expiry'),
  fromEvent: onlyIf(oneEvent, 'fromAnchor', 'event'),
  fromLaterNote: onlyIf(sentence, 'fromLater', true),
} as const;
const restOfDue = {
  dueSide: onlyIf(side, 'dueAnchor', RELATIVE),
  dueCount: onlyIf(count, 'dueAnchor', RELATIVE),
  dueUnit: onlyIf(unit, 'dueAnchor', RELATIVE),
  duePhase: onlyIf(onePhase, 'dueAnchor', OF_PHASES),
  dueKey: onlyIf(oneKey, 'dueAnchor', 'certificate-expiry'),
  dueEvent: onlyIf(oneEvent, 'dueAnchor', 'event'),
  dueLaterNote: onlyIf(sentence, 'dueLater', true),
} as const;

/** When a certificate can be renewed: how long before its last day it begins, and how it ends. */
const RENEWAL_ENDS = ['expiry', 'before', 'after'] as const;
const restOfRenewal = {
  closes: onlyIf(count, 'ends', 'before'),
  closesUnit: onlyIf(unitFromDays, 'ends', 'before'),
  grace: onlyIf(count, 'ends', 'after'),
  graceUnit: onlyIf(unitFromDays, 'ends', 'after'),
} as const;

/** Whom a fact is for, beyond the audiences. */
const cases = {
  levels: more(levels),
  oldCa: more({ kind: 'some', options: OLD_STATES }),
  activities: more({ kind: 'several', of: 'activities' }),
  batches: more({ kind: 'several', of: 'batches' }),
  projectFrom: more(date),
  projectUntil: more(date),
} as const;

/** Where a fact comes from besides its clause, and how long it holds. */
const sourcing = {
  basis: more({ kind: 'choice', options: ['stated', 'inferred', 'not-stated'] }),
  inferredBy: onlyIf(sentence, 'basis', 'inferred'),
  asOf: more(date),
  validFrom: more(date),
  validUntil: more(date),
} as const;

/** Unbinding, or something else, by a stamped application. */
const application = {
  byApplication: flag,
  waitDays: onlyIf(count, 'byApplication', true),
  waitUnit: onlyIf(unitFromDays, 'byApplication', true),
  applicationMaterials: onlyIf({ kind: 'several', of: 'materials' }, 'byApplication', true),
  applicationPlace: onlyIf({ kind: 'one', of: 'places' }, 'byApplication', true),
  applicationContact: onlyIf({ kind: 'one', of: 'contacts' }, 'byApplication', true),
} as const;

/** The notice itself. */
export const HEADER = {
  title: name,
  issuer: name,
  documentNumber: words,
  region: name,
  signedOn: { ...date, need: true },
  publishedOn: { ...date, need: true },
  source: words,
  packId: name,
  version: name,
  urgency: words,
  validFrom: date,
  validUntil: date,
} as const satisfies Record<string, Field>;

/** Parts in the order a notice is usually read. */
export const SECTIONS = {
  amendments: {
    fact: { kind: 'fact', lists: AMENDED_LISTS, need: true },
    text: statement,
    withdrawn: flag,
    from: inLists(date, 'phases', 'permissions', 'batches', 'warnings', 'obligations'),
    fromInclusive: inLists(inclusive, 'obligations'),
    until: inLists(date, 'phases', 'permissions', 'batches', 'warnings'),
    due: inLists(date, 'obligations'),
    dueInclusive: inLists(inclusive, 'obligations'),
    person: inLists(words, 'contacts'),
    number: inLists(words, 'contacts'),
    areaCode: inLists(words, 'contacts'),
    address: inLists(words, 'places'),
    hours: inLists(sentence, 'places', 'contacts'),
    ca: inLists(money, 'tariffs'),
    seal: inLists(money, 'tariffs'),
    total: inLists(money, 'tariffs'),
    payer: inLists({ kind: 'choice', options: ['same', ...PAYERS] }, 'charges'),
    opens: inLists(count, 'renewals'),
    opensUnit: inLists(unitFromDays, 'renewals'),
    ends: inLists({ kind: 'choice', options: ['same', ...RENEWAL_ENDS] }, 'renewals'),
    ...restOfRenewal,
    softly: inLists({ kind: 'choice', options: ['same', 'yes', 'no'] }, 'obligations'),
    mattersUntil: inLists(date, 'obligations'),
    words: inLists(
      sentence,
      'phases',
      'permissions',
      'obligations',
      'warnings',
      'statements',
      'silences',
      'places',
      'tariffs',
      'keyCounts',
      'troubles',
    ),
    fromAnchor: inLists(anchor, 'obligations'),
    fromLater: inLists(flag, 'obligations'),
    ...restOfFrom,
    dueAnchor: inLists(anchor, 'obligations'),
    dueLater: inLists(flag, 'obligations'),
    ...restOfDue,
    ...sourcing,
  },
  keys: {
    kind: { kind: 'choice', options: ['ca', 'seal'] },
    generation: { kind: 'choice', options: ['new', 'old'] },
    name,
    issuer: words,
    provider: words,
    phrases: words,
    keep: onlyIf({ kind: 'choice', options: ['not-stated', 'yes', 'no'] }, 'generation', 'old'),
    keepWhy: onlyIf(sentence, 'keep', ['yes', 'no']),
    colour: more(words),
    label: more(words),
    vendor: more(words),
    description: more(sentence),
    holder: more({ kind: 'choice', options: ['not-stated', 'unit', 'legal-person', 'person'] }),
    role: more({ kind: 'choice', options: ['not-stated', 'main', 'sub'] }),
    ...sourcing,
  },
  keeps: {
    key: { kind: 'one', of: 'keys', need: true },
    must: { kind: 'choice', options: ['yes', 'no'] },
    why: statement,
    audiences,
    ...cases,
    ...sourcing,
  },
  systems: { name, aliases: words, hosts: words, code: more(words), ...sourcing },
  uses: {
    system: { kind: 'one', of: 'systems', need: true },
    keys: { kind: 'several', of: 'keys', need: true },
    from: date,
    until: date,
    insteadOf: { kind: 'fact', lists: ['accepts'] },
    untilLater: more(flag),
    audiences: more(audiences),
    ...cases,
    note: more(sentence),
    ...sourcing,
  },
  audiences: {
    audience: { kind: 'choice', options: AUDIENCES },
    duty: { kind: 'choice', options: ['must', 'may', 'nothing', 'not-stated'] },
    note: more(sentence),
    ...sourcing,
  },
  activities: { name },
  events: { name },
  batches: { name, units: words, who: words, from: date, until: date, ...sourcing },
  phases: {
    name,
    from: date,
    until: date,
    text: statement,
    unbindOld: verdict,
    bind: verdict,
    useOld: verdict,
    useNew: verdict,
    apply: verdict,
    ...application,
    byApplication: onlyIf(flag, 'unbindOld', 'allows'),
    within: more(onePhase),
    lastDay: more(sentence),
    audiences: more(audiences),
    ...cases,
    ...sourcing,
  },
  rules: {
    action: { kind: 'choice', options: ACTIONS },
    verdict: { kind: 'choice', options: ['allows', 'forbids', 'not-stated'] },
    from: date,
    until: date,
    text: statement,
    workingDaysOnly: flag,
    ...application,
    audiences,
    ...cases,
    ...sourcing,
  },
  duties: {
    text: statement,
    audiences,
    from: date,
    fromInclusive: inclusive,
    due: date,
    dueInclusive: inclusive,
    soft: flag,
    where: words,
    place: { kind: 'one', of: 'places' },
    contact: { kind: 'one', of: 'contacts' },
    materials: { kind: 'several', of: 'materials' },
    ask: words,
    dueAnchor: more(anchor),
    dueLater: more(flag),
    ...restOfDue,
    fromAnchor: more(anchor),
    fromLater: more(flag),
    ...restOfFrom,
    optional: more(flag),
    after: more({ kind: 'several', of: 'duties' }),
    mattersUntil: more(date),
    dueOf: more(sentence),
    // First what holds where nothing is chosen.
    endedBy: { kind: 'choice', options: ['word', ...OBLIGATION_ENDS] },
    ...cases,
    ...sourcing,
  },
  wheres: {
    duty: { kind: 'one', of: 'duties', ownOnly: true, need: true },
    text: sentence,
    place: { kind: 'one', of: 'places' },
    contact: { kind: 'one', of: 'contacts' },
    audiences,
    ...cases,
    ...sourcing,
  },
  notes: { duty: { kind: 'one', of: 'duties', ownOnly: true, need: true }, text: statement, ...sourcing },
  makeUps: {
    duties: { kind: 'several', of: 'duties', need: true },
    from: { ...date, need: true },
    until: date,
    text: sentence,
    ...sourcing,
  },
  materials: {
    name,
    attachment: count,
    paper: flag,
    paperStamped: onlyIf(flag, 'paper', true),
    paperCopy: onlyIf(flag, 'paper', true),
    paperCopies: onlyIf(count, 'paper', true),
    scan: flag,
    scanColour: onlyIf(flag, 'scan', true),
    scanStamped: onlyIf(flag, 'scan', true),
    scanTypes: onlyIf(words, 'scan', true),
    ...sourcing,
  },
  attachments: { number: { ...count, need: true }, title: name, url: words, ...sourcing },
  places: {
    name,
    address: name,
    // Papers go there and people do not: it has no hours.
    hours: onlyIf(sentence, 'byPost', false),
    byPost: more(flag),
    recipient: onlyIf(name, 'byPost', true),
    postcode: onlyIf(words, 'byPost', true),
    postNumber: onlyIf(words, 'byPost', true),
    postNote: onlyIf(sentence, 'byPost', true),
    ...sourcing,
  },
  contacts: {
    role: { kind: 'choice', options: ROLES },
    name,
    person: words,
    number: name,
    areaCode: words,
    about: name,
    hours: more(sentence),
    audiences: more(audiences),
    ...cases,
    publishedOn: more(date),
    ...sourcing,
  },
  tariffs: {
    name,
    ca: money,
    seal: money,
    // One price for both, or for a key without a seal: where the CA's own is written, it is summed.
    total: onlyIf(money, 'ca', ''),
    per: more({ kind: 'choice', options: ['year', 'once'] }),
    ...sourcing,
  },
  charges: {
    business: { kind: 'choice', options: BUSINESS_TYPES },
    audiences,
    ...cases,
    oldCa: { kind: 'some', options: OLD_STATES },
    tariff: { kind: 'one', of: 'tariffs' },
    payer: { kind: 'choice', options: ['not-stated', 'finance', 'self', 'free'] },
    keys: more({ kind: 'several', of: 'keys' }),
    set: more({ kind: 'choice', options: ['any', 'first', 'further'] }),
    note: more(sentence),
    ...sourcing,
  },
  counts: {
    keys: { kind: 'several', of: 'keys', need: true },
    count,
    soft: flag,
    audiences,
    text: statement,
    moreBy: more({ kind: 'one', of: 'duties' }),
    ...cases,
    ...sourcing,
  },
  renewals: {
    keys: { kind: 'several', of: 'keys', need: true },
    opens: { ...count, need: true },
    opensUnit: unitFromDays,
    ends: { kind: 'choice', options: RENEWAL_ENDS },
    ...restOfRenewal,
    note: more(sentence),
    audiences: more(audiences),
    ...cases,
    ...sourcing,
  },
  warnings: {
    kind: { kind: 'choice', options: ['rule', 'keep', 'do-not-press', 'advice', 'silence'] },
    text: statement,
    audiences,
    from: more(date),
    until: more(date),
    labels: onlyIf(words, 'kind', 'do-not-press'),
    ...cases,
    ...sourcing,
  },
  troubles: {
    kind: { kind: 'choice', options: ['message', 'driver-conflict', 'other'] },
    title: words,
    phrases: words,
    text: statement,
    cause: sentence,
    cure: sentence,
    dont: sentence,
    contact: { kind: 'one', of: 'contacts' },
    environment: more(flag),
    states: more({ kind: 'some', options: TROUBLE_STATES }),
    ...sourcing,
  },
  statements: { text: statement, audiences, ...cases, ...sourcing },
  silences: { text: statement, audiences, ask: { kind: 'one', of: 'contacts' }, ...cases, ...sourcing },
  bases: { title: name, documentNumber: words },
} as const satisfies Record<string, Record<string, Field>>;

export type SectionName = keyof typeof SECTIONS;
export const SECTION_NAMES = Object.keys(SECTIONS) as readonly SectionName[];

type ValueOf<F extends Field> = F['kind'] extends 'flag'
  ? boolean
  : F['kind'] extends 'some' | 'several'
    ? readonly string[]
    : string;
export type Values<S extends Record<string, Field>> = { readonly [K in keyof S]: ValueOf<S[K]> };
export type HeaderValues = Values<typeof HEADER>;

/** One entry of a part: what stands in its fields, and the clause it comes from. */
export type Entry<S extends SectionName = SectionName> = S extends SectionName
  ? Values<(typeof SECTIONS)[S]> & { readonly id: string; readonly cite: string }
  : never;

export type AnyValue = string | boolean | readonly string[];
/** An entry as the form sees it, whichever part it belongs to. */
export interface LooseEntry {
  readonly id: string;
  readonly cite: string;
  readonly [field: string]: AnyValue;
}

/** The fields of a part, whichever it is. */
export function fieldsOf(section: SectionName): Readonly<Record<string, Field>> {
  return SECTIONS[section];
}

/** What a field holds before anybody wrote in it. */
export function blankValue(field: Field): AnyValue {
  if (field.kind === 'flag') return false;
  if (field.kind === 'some' || field.kind === 'several') return [];
  return field.kind === 'choice' ? (field.options[0] ?? '') : '';
}

/** Whether a field is asked of an entry, by what stands in another of its fields. */
export function isAsked(field: Field, entry: LooseEntry): boolean {
  if (field.only === undefined) return true;
  const { field: other, is } = field.only;
  const held = entry[other];
  if (typeof is !== 'object') return held === is;
  return typeof held === 'string' && is.includes(held.split('/')[0] ?? '');
}
