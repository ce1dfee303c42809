/**
 * From a draft to a notice pack: `rebind.notice/1` as a plain value, to be read by `loadPack` like anybody
 * else's. What the author left empty stays empty, so that the reader's complaints name it. Pure.
 */
import type { GuideDefinition } from '@/lib/guide/model';
import { AUDIENCES } from '@/lib/notice/explanation';
import { PACK_FORMAT } from '@/lib/notice/model';
import { type Draft, entriesOf } from './draft';
import { type GuideTemplate, makeGuides } from './guide-templates';
import { abilitiesOf } from './required';
import type { Entry, SectionName } from './sections';

/** Names and other words for the eight audiences, as the product calls them. */
export interface AudienceWords {
  readonly id: (typeof AUDIENCES)[number];
  readonly name: { readonly zh: string; readonly en?: string | undefined };
  readonly aliases: readonly string[];
  readonly levels: readonly string[];
}

export interface WritingParts {
  readonly audiences: readonly AudienceWords[];
  readonly templates: readonly GuideTemplate[];
}

/** A pack as written, and which entry of the draft each of its places comes from. */
export interface WrittenPack {
  readonly value: Readonly<Record<string, unknown>>;
  /** Path of the pack's place without its fields, e.g. `permissions[3]`, to the entry it was written from. */
  readonly origins: ReadonlyMap<string, { readonly section: SectionName; readonly id: string }>;
}

const zh = (words: string) => ({ zh: words.trim() });
const given = (words: string) => (words.trim() === '' ? undefined : words.trim());
const sentence = (words: string) => (words.trim() === '' ? undefined : zh(words));
const some = <T>(values: readonly T[]) => (values.length === 0 ? undefined : values);
const flag = (on: boolean) => (on ? true : undefined);

/** Words written with 、 or commas between them. */
export function listed(words: string): readonly string[] {
  return words
    .split(/[、,，;；\n]/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** Digits as a number; what is no number stays as written, for the reader to complain of. */
function number(words: string): number | string | undefined {
  const written = words.trim();
  if (written === '') return undefined;
  return /^\d+(\.\d+)?$/.test(written) ? Number(written) : written;
}

const inclusive = (value: string) => (value === 'not-stated' ? value : value === 'yes');

function moment(date: string, counts: string) {
  return given(date) && { kind: 'date', date: date.trim(), inclusive: inclusive(counts) };
}

function condition(parts: Readonly<Record<string, readonly string[] | string | undefined>>) {
  const kept = Object.entries(parts).filter(([, value]) => value !== undefined && value.length > 0);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/** Whom a fact is for; a list that names everybody names nobody in particular. */
function forWhom(entry: { readonly audiences?: readonly string[]; readonly levels?: readonly string[] }) {
  const { audiences = [], levels = [] } = entry;
  return condition({
    audiences: audiences.length === AUDIENCES.length ? [] : audiences,
    levels: levels.length === 2 ? [] : levels,
  });
}

const RULES = [
  ['apply', 'apply'],
  ['unbindOld', 'unbind-old'],
  ['bind', 'bind'],
  ['useOld', 'use-old'],
  ['useNew', 'use-new'],
] as const;

/** What a phase says of each action. Of what it does not speak, the pack does not either: that reads "not stated". */
function permissionsOf(phase: Entry<'phases'>): readonly Record<string, unknown>[] {
  return RULES.filter(([field]) => phase[field] !== 'not-stated').map(([field, action]) => ({
    id: `${phase.id}-${action}`,
    action,
    verdict: phase[field],
    from: given(phase.from),
    until: given(phase.until),
    when: forWhom(phase),
    text: zh(phase.text),
    cite: phase.cite,
    ...(action === 'unbind-old' &&
      phase.byApplication && { byApplication: { materials: [], wait: waitOf(phase) } }),
  }));
}

function waitOf(phase: Entry<'phases'>) {
  const count = number(phase.waitDays);
  return count === undefined ? undefined : { count, unit: phase.waitWorkingDays ? 'working-days' : 'days' };
}

function writeKey(key: Entry<'keys'>) {
  return {
    id: key.id,
    kind: key.kind,
    generation: key.generation,
    name: zh(key.name),
    issuer: sentence(key.issuer),
    provider: sentence(key.provider),
    issuerPhrases: listed(key.phrases),
    holder: key.holder === 'not-stated' ? undefined : key.holder,
    role: key.role === 'not-stated' ? undefined : key.role,
    look:
      key.colour.trim() === '' && key.label.trim() === ''
        ? undefined
        : { colour: sentence(key.colour), label: sentence(key.label) },
    keep:
      key.keep === 'not-stated'
        ? undefined
        : [{ must: key.keep === 'yes', why: zh(key.keepWhy), cite: key.cite }],
    cite: key.cite,
  };
}

function writeDuty(duty: Entry<'duties'>) {
  const where = duty.where.trim() === '' && duty.place === '' && duty.contact === '';
  return {
    id: duty.id,
    text: zh(duty.text),
    when: condition({
      ...forWhom(duty),
      batches: duty.batches,
      oldCa: duty.oldCa.length === 3 ? [] : duty.oldCa,
      projectFrom: given(duty.projectFrom),
      projectUntil: given(duty.projectUntil),
    }),
    from: moment(duty.from, duty.fromInclusive),
    due: duty.dueLater ? { kind: 'announced-later' } : moment(duty.due, duty.dueInclusive),
    soft: duty.soft,
    optional: flag(duty.optional),
    after: some(duty.after),
    where: where
      ? []
      : [{ text: zh(duty.where), place: given(duty.place), contact: given(duty.contact), cite: duty.cite }],
    materials: duty.materials,
    ask: sentence(duty.ask),
    cite: duty.cite,
  };
}

function writeMaterial(material: Entry<'materials'>) {
  const forms: Record<string, unknown>[] = [];
  if (material.paper) {
    forms.push({ kind: 'paper', stamped: flag(material.paperStamped), copy: flag(material.paperCopy) });
  }
  if (material.scan) {
    forms.push({ kind: 'scan', colour: flag(material.scanColour), stamped: flag(material.scanStamped) });
  }
  return {
    id: material.id,
    name: zh(material.name),
    attachment: given(material.attachment) && `attachment-${material.attachment.trim()}`,
    forms,
    cite: material.cite,
  };
}

/** The attachments that materials name, each once. */
function attachmentsOf(materials: readonly Entry<'materials'>[]) {
  const seen = new Map<string, Record<string, unknown>>();
  for (const { attachment, name, cite } of materials) {
    const written = attachment.trim();
    if (written === '' || seen.has(written)) continue;
    seen.set(written, { id: `attachment-${written}`, number: number(written), title: zh(name), cite });
  }
  return [...seen.values()];
}

function writeSystems(draft: Draft) {
  return draft.entries.systems.map((system) => ({
    id: system.id,
    name: zh(system.name),
    aliases: listed(system.aliases),
    hosts: listed(system.hosts),
    cite: system.cite,
    accepts: draft.entries.uses
      .filter((use) => use.system === system.id)
      .map((use) => ({
        id: use.id,
        certificates: use.keys,
        from: given(use.from),
        until: given(use.until),
        untilAnnouncedLater: flag(use.untilLater),
        when: forWhom(use),
        note: sentence(use.note),
        cite: use.cite,
      })),
  }));
}

/** All eight, since a person may be any of them: those the notice leaves out are shown as left out. */
function writeAudiences(draft: Draft, known: readonly AudienceWords[]) {
  const named = new Map(draft.entries.audiences.map((entry) => [entry.audience, entry]));
  const clause = draft.entries.audiences[0]?.cite ?? '';
  return known.map((words) => {
    const entry = named.get(words.id);
    return {
      id: words.id,
      name: words.name,
      aliases: words.aliases,
      levels: words.levels,
      named: entry !== undefined,
      duty: entry?.duty ?? 'not-stated',
      cite: entry?.cite ?? clause,
      ...(entry ? { note: sentence(entry.note) } : { basis: 'not-stated' }),
    };
  });
}

function writeFees(draft: Draft) {
  const { tariffs, charges } = draft.entries;
  return {
    tariffs: tariffs.map((each) => {
      const [ca, seal] = [number(each.ca), number(each.seal)];
      const isSum = typeof ca === 'number' && typeof seal === 'number';
      const total = isSum ? Math.round((ca + seal) * 100) / 100 : undefined;
      return {
        id: each.id,
        name: zh(each.name),
        ca,
        seal,
        total,
        asOf: given(draft.header.publishedOn),
        cite: each.cite,
      };
    }),
    charges: charges.map((each) => ({
      id: each.id,
      business: each.business,
      when: condition({ ...forWhom(each), oldCa: each.oldCa.length === 3 ? [] : each.oldCa }),
      tariff: given(each.tariff),
      payer: each.payer,
      note: sentence(each.note),
      ...(each.payer === 'not-stated' && { basis: 'not-stated' }),
      asOf: given(draft.header.publishedOn),
      cite: each.cite,
    })),
  };
}

/** Contacts are referred to by their role; two of one role are told apart by a number. */
function rolesOf(contacts: readonly Entry<'contacts'>[]): ReadonlyMap<string, string> {
  const used = new Map<string, number>();
  return new Map(
    contacts.map(({ id, role }) => {
      const count = (used.get(role) ?? 0) + 1;
      used.set(role, count);
      return [id, count === 1 ? role : `${role}-${count}`];
    }),
  );
}

function simple(entry: {
  readonly id: string;
  readonly cite: string;
  readonly text: string;
  readonly audiences: readonly string[];
}) {
  return { id: entry.id, text: zh(entry.text), when: forWhom(entry), cite: entry.cite };
}

/** Leaves out what was not written, so that a pack holds no empty places. */
function compact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(compact);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .map(([key, each]) => [key, compact(each)]),
  );
}

/** Writes the pack of a draft. Never throws; whether it is one, `loadPack` says. */
export function writePack(draft: Draft, parts: WritingParts): WrittenPack {
  const { header, entries } = draft;
  const roles = rolesOf(entries.contacts);
  const roleOf = (id: string | undefined) => (id === undefined ? undefined : (roles.get(id) ?? id));
  const value: Record<string, unknown> = {
    format: PACK_FORMAT,
    id: header.packId.trim(),
    version: header.version.trim(),
    title: zh(header.title),
    issuer: zh(header.issuer),
    documentNumber: header.documentNumber.trim(),
    restsOn: [],
    signedOn: header.signedOn.trim(),
    publishedOn: header.publishedOn.trim(),
    source: given(header.source),
    region: zh(header.region),
    timeZone: 'Asia/Shanghai',
    validity: { from: given(header.signedOn), until: given(header.validUntil) },
    supplements: draft.supplements,
    replaces: draft.replaces,
    mainSystem: entries.systems[0]?.id ?? '',
    systems: writeSystems(draft),
    certificates: entries.keys.map(writeKey),
    keyCounts: entries.counts.map((each) => ({
      id: each.id,
      certificates: each.keys,
      count: number(each.count),
      soft: each.soft,
      when: forWhom(each),
      text: zh(each.text),
      cite: each.cite,
    })),
    audiences: writeAudiences(draft, parts.audiences),
    activities: [],
    batches: entries.batches.map((each) => ({
      id: each.id,
      name: zh(each.name),
      units: listed(each.units),
      from: given(each.from),
      until: given(each.until),
      cite: each.cite,
    })),
    phases: entries.phases.map((each) => ({
      id: each.id,
      name: zh(each.name),
      from: given(each.from),
      until: given(each.until),
      audiences: some(each.audiences.length === AUDIENCES.length ? [] : each.audiences),
      within: given(each.within),
      text: zh(each.text),
      cite: each.cite,
    })),
    permissions: entries.phases.flatMap(permissionsOf),
    obligations: entries.duties.map((duty) =>
      writeDuty({ ...duty, contact: roleOf(given(duty.contact)) ?? '' }),
    ),
    fees: writeFees(draft),
    contacts: entries.contacts.map((each) => ({
      role: roles.get(each.id),
      name: zh(each.name),
      person: given(each.person),
      number: each.number.trim(),
      areaCode: given(each.areaCode),
      about: zh(each.about),
      publishedOn: header.publishedOn.trim(),
      when: forWhom(each),
      cite: each.cite,
    })),
    places: entries.places.map((each) => ({
      id: each.id,
      name: zh(each.name),
      address: zh(each.address),
      hours: sentence(each.hours),
      cite: each.cite,
    })),
    materials: entries.materials.map(writeMaterial),
    attachments: attachmentsOf(entries.materials),
    warnings: entries.warnings.map((each) => ({
      ...simple(each),
      kind: each.kind,
      from: given(each.from),
      until: given(each.until),
      labels: some(listed(each.labels)),
    })),
    troubles: [],
    guides: makeGuides(draft, parts.templates, new Set(roles.values())) satisfies readonly GuideDefinition[],
    statements: entries.statements.map(simple),
    silences: entries.silences.map((each) => ({
      ...simple(each),
      ask: roleOf(given(each.ask)),
      basis: 'not-stated',
    })),
    renewals: some(
      entries.renewals.map((each) => ({
        id: each.id,
        certificates: each.keys,
        opensDaysBefore: number(each.opens),
        closesDaysBefore: number(each.closes),
        note: sentence(each.note),
        cite: each.cite,
      })),
    ),
  };
  value.requires = abilitiesOf(value);
  return { value: compact(value) as Record<string, unknown>, origins: originsOf(draft) };
}

/** Where each list of the pack takes its entries from, in the same order. */
const LISTS: readonly (readonly [string, SectionName])[] = [
  ['systems', 'systems'],
  ['certificates', 'keys'],
  ['keyCounts', 'counts'],
  ['batches', 'batches'],
  ['phases', 'phases'],
  ['obligations', 'duties'],
  ['fees.tariffs', 'tariffs'],
  ['fees.charges', 'charges'],
  ['contacts', 'contacts'],
  ['places', 'places'],
  ['materials', 'materials'],
  ['warnings', 'warnings'],
  ['statements', 'statements'],
  ['silences', 'silences'],
  ['renewals', 'renewals'],
];

function originsOf(draft: Draft): WrittenPack['origins'] {
  const origins = new Map<string, { section: SectionName; id: string }>();
  for (const [list, section] of LISTS) {
    entriesOf(draft, section).forEach(({ id }, index) => {
      origins.set(`${list}[${index}]`, { section, id });
    });
  }
  draft.entries.phases
    .flatMap((phase) => permissionsOf(phase).map(() => phase.id))
    .forEach((id, index) => {
      origins.set(`permissions[${index}]`, { section: 'phases', id });
    });
  draft.entries.systems.forEach((system, index) => {
    draft.entries.uses
      .filter((use) => use.system === system.id)
      .forEach(({ id }, at) => {
        origins.set(`systems[${index}].accepts[${at}]`, { section: 'uses', id });
      });
  });
  AUDIENCES.forEach((audience, index) => {
    const entry =
      draft.entries.audiences.find((each) => each.audience === audience) ?? draft.entries.audiences[0];
    if (entry) origins.set(`audiences[${index}]`, { section: 'audiences', id: entry.id });
  });
  return origins;
}
