/** Entries of the form as the pack's facts, part by part: `to-pack.ts` puts them together. Pure. */
import { AUDIENCES } from '@/lib/notice/explanation';
import type { Draft } from './draft';
import type { Entry } from './sections';

/** Names and other words for the eight audiences, as the product calls them. */
export interface AudienceWords {
  readonly id: (typeof AUDIENCES)[number];
  readonly name: { readonly zh: string; readonly en?: string | undefined };
  readonly aliases: readonly string[];
  readonly levels: readonly string[];
}

export const zh = (words: string) => ({ zh: words.trim() });
export const given = (words: string) => (words.trim() === '' ? undefined : words.trim());
export const sentence = (words: string) => (words.trim() === '' ? undefined : zh(words));
export const some = <T>(values: readonly T[]) => (values.length === 0 ? undefined : values);
const flag = (on: boolean) => (on ? true : undefined);

/** Words written with 、 or commas between them. */
export function listed(words: string): readonly string[] {
  return words
    .split(/[、,，;；\n]/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** Digits as a number; what is no number stays as written, for the reader to complain of. */
export function number(words: string): number | string | undefined {
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
export function forWhom(entry: {
  readonly audiences?: readonly string[];
  readonly levels?: readonly string[];
}) {
  const { audiences = [], levels = [] } = entry;
  return condition({
    audiences: audiences.length === AUDIENCES.length ? [] : audiences,
    levels: levels.length === 2 ? [] : levels,
  });
}

export const RULES = [
  ['apply', 'apply'],
  ['unbindOld', 'unbind-old'],
  ['bind', 'bind'],
  ['useOld', 'use-old'],
  ['useNew', 'use-new'],
] as const;

/** What a phase says of each action. Of what it does not speak, the pack does not either: that reads "not stated". */
export function permissionsOf(phase: Entry<'phases'>): readonly Record<string, unknown>[] {
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

export function writeKey(key: Entry<'keys'>) {
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

export function writeDuty(duty: Entry<'duties'>) {
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

export function writeMaterial(material: Entry<'materials'>) {
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
export function attachmentsOf(materials: readonly Entry<'materials'>[]) {
  const seen = new Map<string, Record<string, unknown>>();
  for (const { attachment, name, cite } of materials) {
    const written = attachment.trim();
    if (written === '' || seen.has(written)) continue;
    seen.set(written, { id: `attachment-${written}`, number: number(written), title: zh(name), cite });
  }
  return [...seen.values()];
}

export function writeSystems(draft: Draft) {
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
export function writeAudiences(draft: Draft, known: readonly AudienceWords[]) {
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

export function writeFees(draft: Draft) {
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
export function rolesOf(contacts: readonly Entry<'contacts'>[]): ReadonlyMap<string, string> {
  const used = new Map<string, number>();
  return new Map(
    contacts.map(({ id, role }) => {
      const count = (used.get(role) ?? 0) + 1;
      used.set(role, count);
      return [id, count === 1 ? role : `${role}-${count}`];
    }),
  );
}

export function simple(entry: {
  readonly id: string;
  readonly cite: string;
  readonly text: string;
  readonly audiences: readonly string[];
}) {
  return { id: entry.id, text: zh(entry.text), when: forWhom(entry), cite: entry.cite };
}
