/**
 * What the form asks for, part by part: the one description that the form draws, drafts are typed by and
 * packs are written from. Names of parts and fields are stable: drafts on disk use them. Pure.
 */
import { AUDIENCES, BUSINESS_TYPES, LEVELS } from '@/lib/notice/explanation';

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
  | { readonly kind: 'one' | 'several'; readonly of: string };

/** A field; `need` marks what a pack cannot do without. */
export type Field = FieldKind & {
  readonly need?: true;
  /** Seldom needed: folded away while empty. */
  readonly more?: true;
  /** Asked only where another field of the entry holds this. */
  readonly only?: { readonly field: string; readonly is: string | boolean };
};

const more = <const F extends FieldKind>(field: F) => ({ ...field, more: true }) as const;
const onlyIf = <const F extends FieldKind>(field: F, other: string, is: string | boolean) =>
  ({ ...field, only: { field: other, is } }) as const;

const words = { kind: 'words' } as const;
const sentence = { kind: 'sentence' } as const;
const date = { kind: 'date' } as const;
const count = { kind: 'count' } as const;
const money = { kind: 'money', need: true } as const;
const flag = { kind: 'flag' } as const;
const name = { kind: 'words', need: true } as const;
const statement = { kind: 'sentence', need: true } as const;
const audiences = { kind: 'some', options: AUDIENCES } as const;
const levels = { kind: 'some', options: LEVELS } as const;
const verdict = { kind: 'choice', options: VERDICTS } as const;
const inclusive = { kind: 'choice', options: ['not-stated', 'yes', 'no'] } as const;

/** The notice itself. */
export const HEADER = {
  title: name,
  issuer: name,
  documentNumber: name,
  region: name,
  signedOn: { ...date, need: true },
  publishedOn: { ...date, need: true },
  source: words,
  packId: name,
  version: name,
  validUntil: date,
} as const satisfies Record<string, Field>;

/** Parts in the order a notice is usually read. */
export const SECTIONS = {
  keys: {
    kind: { kind: 'choice', options: ['ca', 'seal'] },
    generation: { kind: 'choice', options: ['new', 'old'] },
    name,
    issuer: words,
    provider: words,
    phrases: words,
    keep: onlyIf({ kind: 'choice', options: ['not-stated', 'yes', 'no'] }, 'generation', 'old'),
    keepWhy: onlyIf(sentence, 'keep', 'yes'),
    colour: more(words),
    label: more(words),
    holder: more({ kind: 'choice', options: ['not-stated', 'unit', 'legal-person', 'person'] }),
    role: more({ kind: 'choice', options: ['not-stated', 'main', 'sub'] }),
  },
  systems: { name, aliases: words, hosts: words },
  uses: {
    system: { kind: 'one', of: 'systems', need: true },
    keys: { kind: 'several', of: 'keys', need: true },
    from: date,
    until: date,
    untilLater: more(flag),
    audiences: more(audiences),
    note: more(sentence),
  },
  audiences: {
    audience: { kind: 'choice', options: AUDIENCES },
    duty: { kind: 'choice', options: ['must', 'may', 'nothing'] },
    note: more(sentence),
  },
  batches: { name, units: words, from: date, until: date },
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
    byApplication: onlyIf(flag, 'unbindOld', 'allows'),
    waitDays: onlyIf(count, 'byApplication', true),
    waitWorkingDays: onlyIf(flag, 'byApplication', true),
    within: more({ kind: 'one', of: 'phases' }),
    audiences: more(audiences),
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
    dueLater: more(flag),
    optional: more(flag),
    levels: more(levels),
    after: more({ kind: 'several', of: 'duties' }),
    batches: more({ kind: 'several', of: 'batches' }),
    oldCa: more({ kind: 'some', options: OLD_STATES }),
    projectFrom: more(date),
    projectUntil: more(date),
  },
  materials: {
    name,
    attachment: count,
    paper: flag,
    paperStamped: onlyIf(flag, 'paper', true),
    paperCopy: onlyIf(flag, 'paper', true),
    scan: flag,
    scanColour: onlyIf(flag, 'scan', true),
    scanStamped: onlyIf(flag, 'scan', true),
  },
  places: { name, address: name, hours: words },
  contacts: {
    role: { kind: 'choice', options: ROLES },
    name,
    person: words,
    number: name,
    areaCode: words,
    about: name,
    audiences: more(audiences),
    levels: more(levels),
  },
  tariffs: { name, ca: money, seal: money },
  charges: {
    business: { kind: 'choice', options: BUSINESS_TYPES },
    audiences,
    oldCa: { kind: 'some', options: OLD_STATES },
    tariff: { kind: 'one', of: 'tariffs' },
    payer: { kind: 'choice', options: ['not-stated', 'finance', 'self', 'free'] },
    note: more(sentence),
  },
  counts: {
    keys: { kind: 'several', of: 'keys', need: true },
    count,
    soft: flag,
    audiences,
    text: statement,
  },
  renewals: {
    keys: { kind: 'several', of: 'keys', need: true },
    opens: { ...count, need: true },
    closes: count,
    note: more(sentence),
  },
  warnings: {
    kind: { kind: 'choice', options: ['rule', 'keep', 'do-not-press', 'advice'] },
    text: statement,
    audiences,
    from: more(date),
    until: more(date),
    labels: onlyIf(words, 'kind', 'do-not-press'),
  },
  statements: { text: statement, audiences },
  silences: { text: statement, audiences, ask: { kind: 'one', of: 'contacts' } },
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
