/** The ids a draft's entries have in the pack: of a change of another notice none may be one of that notice's. Pure. */
import type { NoticePack } from '@/lib/notice/model';
import { amends, inBase } from './base';
import { type Draft, entriesOf } from './draft';
import { type AnyValue, type Entry, fieldsOf, SECTION_NAMES, type SectionName } from './sections';
import { rolesOf } from './write-entries';
import { listed } from './write-values';

const LONGEST_PREFIX = 40;

/** What stands before this draft's ids in its pack; empty for a notice of its own. */
export function prefixOf(draft: Draft): string {
  if (!amends(draft)) return '';
  const own = draft.header.packId.trim().slice(0, LONGEST_PREFIX).replace(/-+$/, '');
  return own === '' ? '' : `${own}-`;
}

/** A system as a pack at hand names it. */
export interface KnownSystem {
  readonly id: string;
  readonly name: { readonly zh: string };
  readonly hosts: readonly string[];
}

/**
 * Packs know systems by their ids, so one system has to have one id whoever writes of it: as written, else as a
 * pack at hand has it, else made of its host. Null where there is neither.
 */
export function systemIdOf(system: Entry<'systems'>, known: readonly KnownSystem[]): string | null {
  if (system.code.trim() !== '') return system.code.trim();
  const hosts = listed(system.hosts);
  const same = known.find(
    ({ name, hosts: its }) => name.zh === system.name.trim() || its.some((host) => hosts.includes(host)),
  );
  if (same) return same.id;
  const made = (hosts[0] ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return made === '' ? null : made;
}

/** The same draft with every id, and every mention of one, as the pack has it; and the roles of its contacts. */
export function withPackIds(
  draft: Draft,
  base: NoticePack | null,
  knownSystems: readonly KnownSystem[],
): { readonly draft: Draft; readonly roles: readonly string[] } {
  const prefix = prefixOf(draft);
  const taken = amends(draft) ? (base?.contacts ?? []).map(({ role }) => role) : [];
  const roles = rolesOf(draft.entries.contacts, taken);
  const known = [...(base?.systems ?? []), ...knownSystems];
  const codes = new Map(draft.entries.systems.map((each) => [each.id, systemIdOf(each, known)] as const));
  const idIn = (section: SectionName, id: string): string => {
    const foreign = inBase(id);
    if (foreign !== null) return foreign;
    if (id === '') return '';
    if (section === 'contacts') return roles.get(id) ?? id;
    const code = section === 'systems' ? codes.get(id) : undefined;
    return code ? code : `${prefix}${id}`;
  };
  const mention = (section: SectionName, value: AnyValue | undefined): AnyValue => {
    if (typeof value === 'string') return idIn(section, value);
    return Array.isArray(value) ? value.map((each: string) => idIn(section, each)) : (value ?? '');
  };
  const entries = Object.fromEntries(
    SECTION_NAMES.map((section) => [
      section,
      entriesOf(draft, section).map((entry) => ({
        ...entry,
        ...Object.fromEntries(
          Object.entries(fieldsOf(section)).flatMap(([name, field]) =>
            'of' in field ? [[name, mention(field.of as SectionName, entry[name])]] : [],
          ),
        ),
        id: idIn(section, entry.id),
      })),
    ]),
  );
  return {
    draft: { ...draft, entries: entries as unknown as Draft['entries'] },
    roles: [...roles.values(), ...taken],
  };
}
