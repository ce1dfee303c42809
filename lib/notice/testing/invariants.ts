/**
 * What no usable pack may break, told by other means than the checks themselves: day by day, value by value.
 * Written against the format, not against `cross-checks.ts`.
 */
import { AUDIENCES } from '@/lib/notice/explanation';
import type { NoticePack } from '@/lib/notice/model';

type Entry = Readonly<Record<string, unknown>>;

function walk(value: unknown, see: (entry: Entry, path: string) => void, path = ''): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) see(value as Entry, path);
  for (const [key, item] of Object.entries(value)) walk(item, see, `${path}/${key}`);
}

/** Days at which something may begin or end, and those around them. */
function tellingDays(pack: NoticePack): readonly string[] {
  const days = new Set<string>(['1000-01-01', '9999-12-30']);
  for (const { from, until } of pack.phases) {
    for (const day of [from, until]) {
      if (day === undefined) continue;
      for (const shift of [-1, 0, 1]) {
        days.add(new Date(Date.parse(day) + shift * 86_400_000).toISOString().slice(0, 10));
      }
    }
  }
  return [...days];
}

/** @param isWhole whether a phase that others stand in must be its own: a supplement's may be the earlier notice's */
function phasesBreak(pack: NoticePack, isWhole: boolean): string[] {
  return AUDIENCES.flatMap((audience) =>
    tellingDays(pack).flatMap((day) => {
      const open = pack.phases.filter(
        ({ from = '', until = '9999-99-99', audiences }) =>
          from <= day && day <= until && (audiences?.includes(audience) ?? true),
      );
      const outer = open.filter(({ within }) => within === undefined);
      const strays = open.filter(
        ({ within }) =>
          within !== undefined &&
          (isWhole || pack.phases.some(({ id }) => id === within)) &&
          !pack.phases.some(
            ({ id, from = '', until = '9999-99-99' }) => id === within && from <= day && day <= until,
          ),
      );
      return [
        ...(outer.length > 1 ? [`${day} ${audience}: ${outer.map(({ id }) => id)}`] : []),
        ...strays.map(({ id }) => `${day}: ${id} outside its phase`),
      ];
    }),
  );
}

function spansBreak(pack: NoticePack): string[] {
  const broken: string[] = [];
  walk(pack, (entry, path) => {
    for (const [start, end] of [
      ['from', 'until'],
      ['validFrom', 'validUntil'],
      ['projectFrom', 'projectUntil'],
    ] as const) {
      const [first, last] = [entry[start], entry[end]];
      if (typeof first === 'string' && typeof last === 'string' && first > last)
        broken.push(`${path} ends first`);
    }
  });
  return broken;
}

/** Lists whose entries are facts: each says which clause it is from. */
const FACTS = [
  'systems',
  'certificates',
  'keyCounts',
  'audiences',
  'batches',
  'phases',
  'permissions',
  'obligations',
  'contacts',
  'places',
  'materials',
  'attachments',
  'warnings',
  'troubles',
  'statements',
  'silences',
] as const;

function clausesBreak(pack: NoticePack): string[] {
  const facts = [
    ...FACTS.flatMap((list) => pack[list].map((fact) => [list, fact] as const)),
    ...pack.fees.tariffs.map((fact) => ['tariffs', fact] as const),
    ...pack.fees.charges.map((fact) => ['charges', fact] as const),
    ...(pack.renewals ?? []).map((fact) => ['renewals', fact] as const),
    ...(pack.amendments ?? []).map((fact) => ['amendments', fact] as const),
    ...pack.systems.flatMap(({ accepts }) => accepts.map((fact) => ['accepts', fact] as const)),
    ...pack.obligations.flatMap(({ where }) => where.map((fact) => ['where', fact] as const)),
  ];
  return facts.flatMap(([list, fact]) =>
    typeof fact.cite === 'string' && fact.cite.trim() !== '' ? [] : [`${list}: no clause`],
  );
}

/** Which list a field's ids are of. */
const REFERENCES: Readonly<Record<string, (pack: NoticePack) => readonly string[]>> = {
  mainSystem: (pack) => pack.systems.map(({ id }) => id),
  moreBy: (pack) => pack.obligations.map(({ id }) => id),
  tariff: (pack) => pack.fees.tariffs.map(({ id }) => id),
  place: (pack) => pack.places.map(({ id }) => id),
  contact: (pack) => pack.contacts.map(({ role }) => role),
  attachment: (pack) => pack.attachments.map(({ id }) => id),
  within: (pack) => pack.phases.map(({ id }) => id),
  call: (pack) => pack.contacts.map(({ role }) => role),
};

function referencesBreak(pack: NoticePack): string[] {
  const broken: string[] = [];
  walk(pack, (entry, path) => {
    for (const [key, known] of Object.entries(REFERENCES)) {
      const id = entry[key];
      if (typeof id === 'string' && !known(pack).includes(id)) broken.push(`${path}/${key}: ${id}`);
    }
    if (Array.isArray(entry.certificates) && path !== '') {
      const certificates = pack.certificates.map(({ id }) => id);
      for (const id of entry.certificates) {
        if (!certificates.includes(id)) broken.push(`${path}/certificates: ${id}`);
      }
    }
    if (Array.isArray(entry.batches) && path !== '') {
      for (const id of entry.batches)
        if (!pack.batches.some((each) => each.id === id)) broken.push(`${path}: ${id}`);
    }
  });
  for (const { id, after = [], materials } of pack.obligations) {
    for (const first of after)
      if (!pack.obligations.some((each) => each.id === first)) broken.push(`${id} after ${first}`);
    for (const one of materials)
      if (!pack.materials.some((each) => each.id === one)) broken.push(`${id} material ${one}`);
  }
  return broken;
}

/** Everything a usable pack that stands alone breaks; empty where it breaks nothing. */
export function brokenInvariants(pack: NoticePack): readonly string[] {
  const { following, ...own } = pack;
  return [...phasesBreak(own, true), ...spansBreak(own), ...clausesBreak(own), ...referencesBreak(own)];
}

/** Of a supplement by itself, what it points at may be the earlier notice's. */
export function brokenAlone(pack: NoticePack): readonly string[] {
  return [...phasesBreak(pack, false), ...spansBreak(pack), ...clausesBreak(pack)];
}
