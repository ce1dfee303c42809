/**
 * From a draft to a notice pack: `rebind.notice/1` as a plain value, to be read by `loadPack` like anybody
 * else's. What the author left empty stays empty, so that the reader's complaints name it. Pure.
 */
import type { GuideDefinition } from '@/lib/guide/model';
import { abilitiesOf } from '@/lib/notice/abilities';
import { AUDIENCES } from '@/lib/notice/explanation';
import { PACK_FORMAT } from '@/lib/notice/model';
import { type Draft, entriesOf } from './draft';
import { type GuideTemplate, makeGuides } from './guide-templates';
import type { SectionName } from './sections';
import {
  type AudienceWords,
  attachmentsOf,
  forWhom,
  given,
  listed,
  number,
  permissionsOf,
  rolesOf,
  sentence,
  simple,
  some,
  writeAudiences,
  writeDuty,
  writeFees,
  writeKey,
  writeMaterial,
  writeSystems,
  zh,
} from './write-entries';

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
