/** Which abilities a pack uses, and which of them it does not name. Pure. */
import type { Ability } from './model';

/** Whether an object anywhere in a value is such a one. */
export function anywhere(
  value: unknown,
  holds: (object: Readonly<Record<string, unknown>>) => boolean,
): boolean {
  if (Array.isArray(value)) return value.some((each) => anywhere(each, holds));
  if (typeof value !== 'object' || value === null) return false;
  const object = value as Readonly<Record<string, unknown>>;
  return holds(object) || Object.values(object).some((each) => anywhere(each, holds));
}

const filled = (value: unknown) => (Array.isArray(value) ? value.length > 0 : value !== undefined);

type Loose = Readonly<Record<string, unknown>>;

/** A price of one kind of key, of a further set, not parted, or paid once: an older reader would take it for the price of a set a year. */
const isKeyPrice = (each: Loose) =>
  (filled(each.business) && (filled(each.certificates) || filled(each.set))) ||
  (typeof each.total === 'number' &&
    (each.ca === undefined || each.seal === undefined || each.per === 'once'));

/** Lists that count in leads. */
const LEADING = ['permissions', 'obligations', 'amendments', 'renewals', 'guides'];

/** What each ability is needed for: the pack would be misread without it (decision 002). */
const NEEDS: readonly (readonly [Ability, (pack: Loose) => boolean])[] = [
  ['phases', (pack) => filled(pack.phases)],
  ['audience-phases', (pack) => anywhere(pack.phases, (each) => filled(each.audiences))],
  ['nested-windows', (pack) => anywhere(pack.phases, (each) => filled(each.within))],
  ['permissions', (pack) => filled(pack.permissions)],
  ['application-unbinding', (pack) => anywhere(pack.permissions, (each) => filled(each.byApplication))],
  ['obligations', (pack) => filled(pack.obligations)],
  ['soft-dates', (pack) => anywhere(pack.obligations, (each) => each.soft === true)],
  ['uncertain-ends', (pack) => anywhere(pack, (each) => each.inclusive === 'not-stated')],
  ['announced-later', (pack) => anywhere(pack.obligations, (each) => each.kind === 'announced-later')],
  ['relative-dates', (pack) => anywhere(pack, (each) => each.kind === 'relative')],
  [
    'working-day-leads',
    (pack) => anywhere([pack.permissions, pack.obligations], (each) => each.unit === 'working-days'),
  ],
  ['gates', (pack) => anywhere(pack.obligations, (each) => filled(each.after))],
  ['batches', (pack) => filled(pack.batches)],
  ['fees', (pack) => anywhere(pack.fees, (each) => filled(each.charges))],
  ['conditional-rules', (pack) => anywhere(pack, (each) => filled(each.when))],
  [
    'project-dates',
    (pack) => anywhere(pack, (each) => filled(each.projectFrom) || filled(each.projectUntil)),
  ],
  ['activities', (pack) => filled(pack.activities)],
  ['key-kinds', (pack) => anywhere(pack.certificates, (each) => filled(each.role) || filled(each.holder))],
  ['file-forms', (pack) => anywhere(pack.materials, (each) => filled(each.forms))],
  ['silences', (pack) => filled(pack.silences)],
  ['guides', (pack) => filled(pack.guides)],
  ['chosen-guides', (pack) => anywhere(pack.guides, (each) => filled(each.onlyChosen) || filled(each.offer))],
  ['everyday-unbinding', (pack) => anywhere(pack.guides, (each) => each.unbinds === 'unbind')],
  ['optional-steps', (pack) => anywhere(pack.guides, (each) => each.optional === true)],
  ['step-levels', (pack) => anywhere(pack.guides, (each) => filled(each.levels))],
  ['amendments', (pack) => filled(pack.amendments)],
  ['corrections', (pack) => filled(pack.corrects)],
  [
    'receipt-dates',
    (pack) => anywhere([pack.obligations, pack.amendments], (each) => each.kind === 'receipt'),
  ],
  ['level-phases', (pack) => anywhere(pack.phases, (each) => filled(each.levels))],
  [
    'month-leads',
    (pack) =>
      anywhere(
        LEADING.map((list) => pack[list]),
        (each) => each.unit === 'months',
      ),
  ],
  [
    'renewal-leads',
    (pack) =>
      anywhere([pack.renewals, pack.amendments], (each) =>
        [each.opens, each.closes, each.graceAfter].some((lead) => lead !== undefined),
      ),
  ],
  ['event-dates', (pack) => anywhere([pack.obligations, pack.amendments], (each) => each.kind === 'event')],
  [
    'signing-dates',
    (pack) => anywhere([pack.obligations, pack.amendments], (each) => each.kind === 'signing'),
  ],
  ['key-prices', (pack) => anywhere(pack.fees, isKeyPrice)],
  ['profile-denials', (pack) => anywhere(pack.siteProfiles, (each) => filled(each.notIt))],
];

/**
 * Abilities that came after the first reader, and the part of the pack each is for. That reader passes over these parts
 * as optional ones: a change of another notice would pass for a notice, a control that is not it would be pointed at. So a
 * pack that uses one must name it. The others every reader has.
 */
export const LATER_ABILITIES: Readonly<Partial<Record<Ability, string>>> = {
  amendments: 'amendments',
  corrections: 'corrects',
  'profile-denials': 'siteProfiles.notIt',
  'receipt-dates': 'obligations.due.anchor.receipt',
  'level-phases': 'phases.levels',
  'key-prices': 'fees',
  'month-leads': 'months',
  'renewal-leads': 'renewals.opens',
  'event-dates': 'events',
  'signing-dates': 'obligations.due.anchor.signing',
};

/** The abilities a pack is written with, for its `requires`. */
export function abilitiesOf(pack: object): readonly Ability[] {
  return NEEDS.filter(([, isNeeded]) => isNeeded(pack as Loose)).map(([ability]) => ability);
}

/** Abilities a pack uses and does not name: a client without them would misread it and not know. */
export function unnamedAbilities(pack: { readonly requires: readonly string[] }): readonly Ability[] {
  return abilitiesOf(pack).filter((ability) => !pack.requires.includes(ability));
}

/** Those of them that came after the first reader, with the part each is for: a pack must name them to be one. */
export function missingAbilities(pack: {
  readonly requires: readonly string[];
}): readonly { readonly name: Ability; readonly list: string }[] {
  return NEEDS.flatMap(([name, isNeeded]) => {
    const list = LATER_ABILITIES[name];
    // The others look through the whole pack: most of its reading time, for nothing.
    if (list === undefined || pack.requires.includes(name) || !isNeeded(pack as unknown as Loose)) return [];
    return [{ name, list }];
  });
}
