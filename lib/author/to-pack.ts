/**
 * From a draft to a notice pack: `rebind.notice/1` as a plain value, to be read by `loadPack` like anybody
 * else's. What the author left empty stays empty, so that the reader's complaints name it. Pure.
 */
import type { GuideDefinition } from '@/lib/guide/model';
import { abilitiesOf } from '@/lib/notice/abilities';
import { AUDIENCES } from '@/lib/notice/explanation';
import { type NoticePack, PACK_FORMAT } from '@/lib/notice/model';
import { TIME_ZONE } from '@/lib/notice/schema-leaves';
import { amends, findFact } from './base';
import { type Draft, entriesOf } from './draft';
import { type GuideTemplate, makeGuides } from './guide-templates';
import { noticeNumber } from './notice-number';
import { type KnownSystem, prefixOf, withPackIds } from './pack-ids';
import type { SectionName } from './sections';
import { madeUpInBase, writeAmendment, writeMadeUp } from './write-amendment';
import {
  type AudienceWords,
  type DutyParts,
  permissionsOf,
  simple,
  writeAttachments,
  writeAudiences,
  writeDuty,
  writeFees,
  writeKey,
  writeMaterial,
  writePhase,
  writePlace,
  writeRule,
  writeTrouble,
  writeUse,
} from './write-entries';
import {
  forWhom,
  given,
  hoursOf,
  listed,
  number,
  renewalOf,
  sentence,
  some,
  sourced,
  zh,
} from './write-values';

export interface WritingParts {
  readonly audiences: readonly AudienceWords[];
  readonly templates: readonly GuideTemplate[];
  /** Systems of packs at hand: one with such a name or host gets their id, so that the notice is followed there. */
  readonly knownSystems?: readonly KnownSystem[];
}

/** A pack as written, and which entry of the draft each of its places comes from. */
export interface WrittenPack {
  readonly value: Readonly<Record<string, unknown>>;
  /** Path of the pack's place without its fields, e.g. `permissions[3]`, to the entry it was written from. */
  readonly origins: ReadonlyMap<string, { readonly section: SectionName; readonly id: string }>;
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

/** What a place is called, of this notice or of the one that is changed. */
const namesOf =
  ({ places }: Draft['entries'], base: NoticePack | null): DutyParts['nameOf'] =>
  (id) =>
    places.find((each) => each.id === id)?.name ??
    base?.places.find((each) => each.id === id)?.name?.zh ??
    '';

/** Systems of the notice, and those of the base of which something new is said. */
function writeSystems({ entries }: Draft, base: NoticePack | null) {
  const acceptsOf = (id: string) => entries.uses.filter((use) => use.system === id).map(writeUse);
  const own = entries.systems.map((system) => ({
    id: system.id,
    name: zh(system.name),
    aliases: listed(system.aliases),
    hosts: listed(system.hosts),
    accepts: acceptsOf(system.id),
    ...sourced(system),
  }));
  const known = new Set(entries.systems.map(({ id }) => id));
  const again = (base?.systems ?? [])
    .filter(({ id }) => !known.has(id) && entries.uses.some((use) => use.system === id))
    .map(({ id, name, aliases, hosts }) => ({
      id,
      name,
      aliases,
      hosts,
      accepts: acceptsOf(id),
      cite: entries.uses.find((use) => use.system === id)?.cite ?? '',
    }));
  return [...own, ...again];
}

/**
 * Writes the pack of a draft. Never throws; whether it is one, `loadPack` says.
 * @param base the notice the draft changes, where it is at hand
 */
export function writePack(written: Draft, parts: WritingParts, base: NoticePack | null): WrittenPack {
  const isChange = amends(written);
  const { draft, roles } = withPackIds(written, base, parts.knownSystems ?? []);
  const { header, entries } = draft;
  const prefix = prefixOf(draft);
  const { publishedOn } = header;
  const value: Record<string, unknown> = {
    format: PACK_FORMAT,
    id: header.packId.trim(),
    version: header.version.trim(),
    title: zh(header.title),
    issuer: zh(header.issuer),
    documentNumber: noticeNumber(header),
    urgency: sentence(header.urgency),
    restsOn: entries.bases.map((each) => ({
      title: zh(each.title),
      documentNumber: given(each.documentNumber),
    })),
    signedOn: header.signedOn.trim(),
    publishedOn: publishedOn.trim(),
    source: given(header.source),
    region: zh(header.region),
    timeZone: TIME_ZONE,
    validity: {
      from: given(header.validFrom) ?? given(header.signedOn),
      until: given(header.validUntil),
    },
    supplements: draft.supplements,
    corrects: some(draft.corrects),
    replaces: draft.replaces,
    amendments: some([
      ...entries.amendments.map((each) => writeAmendment(each, findFact(base, each.fact)?.fact)),
      ...(isChange ? madeUpInBase(entries.makeUps, entries.duties) : []).map(([fact, makeUps], index) =>
        writeMadeUp(fact, makeUps, `${prefix}made-up-${index + 1}`),
      ),
    ]),
    mainSystem: entries.systems[0]?.id ?? base?.mainSystem ?? '',
    systems: writeSystems(draft, base),
    certificates: entries.keys.map((key) => writeKey(key, entries.keeps)),
    keyCounts: entries.counts.map((each) => ({
      id: each.id,
      certificates: each.keys,
      count: number(each.count),
      soft: each.soft,
      moreBy: given(each.moreBy),
      when: forWhom(each),
      text: zh(each.text),
      ...sourced(each),
    })),
    audiences: writeAudiences(entries.audiences, parts.audiences, isChange),
    activities: entries.activities.map(({ id, name }) => ({ id, name: zh(name) })),
    events: some(entries.events.map(({ id, name }) => ({ id, name: zh(name) }))),
    batches: entries.batches.map((each) => ({
      id: each.id,
      name: zh(each.name),
      units: listed(each.units),
      who: sentence(each.who),
      from: given(each.from),
      until: given(each.until),
      ...sourced(each),
    })),
    phases: entries.phases.map(writePhase),
    permissions: [...entries.phases.flatMap(permissionsOf), ...entries.rules.map(writeRule)],
    obligations: entries.duties.map((duty) =>
      writeDuty(duty, { ...entries, nameOf: namesOf(entries, base) }),
    ),
    fees: writeFees(entries, publishedOn),
    contacts: entries.contacts.map((each) => ({
      role: each.id,
      name: zh(each.name),
      person: given(each.person),
      number: each.number.trim(),
      areaCode: given(each.areaCode),
      about: zh(each.about),
      hours: hoursOf(each.hours),
      publishedOn: given(each.publishedOn) ?? publishedOn.trim(),
      when: forWhom(each),
      ...sourced(each),
    })),
    places: entries.places.map(writePlace),
    materials: entries.materials.map((each) => writeMaterial(each, prefix)),
    attachments: writeAttachments(entries.attachments, entries.materials, prefix),
    warnings: entries.warnings.map((each) => ({
      ...simple(each),
      kind: each.kind,
      from: given(each.from),
      until: given(each.until),
      labels: some(listed(each.labels)),
      ...(each.kind === 'silence' && { basis: 'not-stated' }),
    })),
    troubles: entries.troubles.map(writeTrouble),
    guides: makeGuides(draft, parts.templates, new Set(roles)) satisfies readonly GuideDefinition[],
    statements: entries.statements.map(simple),
    silences: entries.silences.map((each) => ({
      ...simple(each),
      ask: given(each.ask),
      basis: 'not-stated',
    })),
    renewals: some(
      entries.renewals.map((each) => ({
        id: each.id,
        certificates: each.keys,
        ...renewalOf(each),
        when: forWhom(each),
        note: sentence(each.note),
        ...sourced(each),
      })),
    ),
  };
  value.requires = abilitiesOf(value);
  return { value: compact(value) as Record<string, unknown>, origins: originsOf(written) };
}

/** Where each list of the pack takes its entries from, in the same order. */
const LISTS: readonly (readonly [string, SectionName])[] = [
  ['amendments', 'amendments'],
  ['activities', 'activities'],
  ['events', 'events'],
  ['attachments', 'attachments'],
  ['troubles', 'troubles'],
  ['restsOn', 'bases'],
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
  const rules = [
    ...draft.entries.phases.flatMap((phase) =>
      permissionsOf(phase).map(() => ({ section: 'phases' as const, id: phase.id })),
    ),
    ...draft.entries.rules.map(({ id }) => ({ section: 'rules' as const, id })),
  ];
  rules.forEach((entry, index) => {
    origins.set(`permissions[${index}]`, entry);
  });
  draft.entries.systems.forEach((system, index) => {
    draft.entries.uses
      .filter((use) => use.system === system.id)
      .forEach(({ id }, at) => {
        origins.set(`systems[${index}].accepts[${at}]`, { section: 'uses', id });
      });
  });
  draft.entries.duties.forEach((duty, index) => {
    const wheres = draft.entries.wheres.filter((each) => each.duty === duty.id);
    wheres.forEach(({ id }, at) => {
      origins.set(`obligations[${index}].where[${at}]`, { section: 'wheres', id });
    });
    const notes = draft.entries.notes.filter((each) => each.duty === duty.id);
    notes.forEach(({ id }, at) => {
      origins.set(`obligations[${index}].notes[${at}]`, { section: 'notes', id });
    });
    const makeUps = draft.entries.makeUps.filter(({ duties }) => duties.includes(duty.id));
    makeUps.forEach(({ id }, at) => {
      origins.set(`obligations[${index}].makeUps[${at}]`, { section: 'makeUps', id });
    });
  });
  const changes = draft.entries.amendments.length;
  madeUpInBase(draft.entries.makeUps, draft.entries.duties).forEach(([, makeUps], index) => {
    makeUps.forEach(({ id }, at) => {
      const place = `amendments[${changes + index}]`;
      if (at === 0) origins.set(place, { section: 'makeUps', id });
      origins.set(`${place}.makeUps[${at}]`, { section: 'makeUps', id });
    });
  });
  const told = amends(draft)
    ? AUDIENCES.filter((each) => draft.entries.audiences.some(({ audience }) => audience === each))
    : AUDIENCES;
  told.forEach((audience, index) => {
    const entry =
      draft.entries.audiences.find((each) => each.audience === audience) ?? draft.entries.audiences[0];
    if (entry) origins.set(`audiences[${index}]`, { section: 'audiences', id: entry.id });
  });
  return origins;
}
