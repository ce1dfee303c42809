import type { Ability } from '@/lib/notice/model';

/** Sees every object of a value. */
function anywhere(value: unknown, holds: (object: Readonly<Record<string, unknown>>) => boolean): boolean {
  if (Array.isArray(value)) return value.some((each) => anywhere(each, holds));
  if (typeof value !== 'object' || value === null) return false;
  const object = value as Readonly<Record<string, unknown>>;
  return holds(object) || Object.values(object).some((each) => anywhere(each, holds));
}

const filled = (value: unknown) => (Array.isArray(value) ? value.length > 0 : value !== undefined);

/** What each ability is needed for: the pack would be misread without it (decision 002). */
const NEEDS: readonly (readonly [Ability, (pack: Readonly<Record<string, unknown>>) => boolean])[] = [
  ['phases', (pack) => filled(pack.phases)],
  ['audience-phases', (pack) => anywhere(pack.phases, (each) => filled(each.audiences))],
  ['nested-windows', (pack) => anywhere(pack.phases, (each) => filled(each.within))],
  ['permissions', (pack) => filled(pack.permissions)],
  ['application-unbinding', (pack) => anywhere(pack.permissions, (each) => filled(each.byApplication))],
  ['obligations', (pack) => filled(pack.obligations)],
  ['soft-dates', (pack) => anywhere(pack.obligations, (each) => each.soft === true)],
  ['uncertain-ends', (pack) => anywhere(pack.obligations, (each) => each.inclusive === 'not-stated')],
  ['announced-later', (pack) => anywhere(pack.obligations, (each) => each.kind === 'announced-later')],
  ['working-day-leads', (pack) => anywhere(pack.permissions, (each) => each.unit === 'working-days')],
  ['gates', (pack) => anywhere(pack.obligations, (each) => filled(each.after))],
  ['batches', (pack) => filled(pack.batches)],
  ['fees', (pack) => anywhere(pack.fees, (each) => filled(each.charges))],
  ['conditional-rules', (pack) => anywhere(pack, (each) => filled(each.when))],
  [
    'project-dates',
    (pack) => anywhere(pack, (each) => filled(each.projectFrom) || filled(each.projectUntil)),
  ],
  ['key-kinds', (pack) => anywhere(pack.certificates, (each) => filled(each.role) || filled(each.holder))],
  ['file-forms', (pack) => anywhere(pack.materials, (each) => filled(each.forms))],
  ['silences', (pack) => filled(pack.silences)],
  ['guides', (pack) => filled(pack.guides)],
  ['chosen-guides', (pack) => anywhere(pack.guides, (each) => filled(each.onlyChosen) || filled(each.offer))],
  ['everyday-unbinding', (pack) => anywhere(pack.guides, (each) => each.unbinds === 'unbind')],
  ['optional-steps', (pack) => anywhere(pack.guides, (each) => each.optional === true)],
  ['step-levels', (pack) => anywhere(pack.guides, (each) => filled(each.levels))],
];

/** The abilities a pack is written with, for its `requires`. */
export function abilitiesOf(pack: Readonly<Record<string, unknown>>): readonly Ability[] {
  return NEEDS.filter(([, isNeeded]) => isNeeded(pack)).map(([ability]) => ability);
}
