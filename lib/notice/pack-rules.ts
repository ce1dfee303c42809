/** What an administrator's policy says of packs: which may not be used, which in one version only. Pure. */
import type { NoticePack } from './model';
import { amendedBy } from './standing';

export interface PackRules {
  /** Only this version of the pack is used, where it is at hand. */
  readonly pinned: readonly { readonly id: string; readonly version: string }[];
  /** Never used; without a version, none of the pack's. */
  readonly blocked: readonly { readonly id: string; readonly version?: string | undefined }[];
}

export const NO_RULES: PackRules = { pinned: [], blocked: [] };

type Identity = Pick<NoticePack, 'id' | 'version'>;

export function isBlocked(rules: PackRules, pack: Identity): boolean {
  return rules.blocked.some(
    ({ id, version }) => id === pack.id && (version === undefined || version === pack.version),
  );
}

/** The one version of a pack that may be used; undefined: none is prescribed. */
export function pinnedVersion(rules: PackRules, id: string): string | undefined {
  return rules.pinned.find((pin) => pin.id === id)?.version;
}

export function isPinnedTo(rules: PackRules, { id, version }: Identity): boolean {
  return pinnedVersion(rules, id) === version;
}

/**
 * Packs that may be used. A pinned version that is not at hand leaves those that are: an outdated notice tells more
 * than none. Where a block would leave no notice of the product's own system, what ships with the product stays: another
 * system's would be followed in its place.
 */
export function packsAllowed(
  packs: readonly NoticePack[],
  rules: PackRules,
  builtin: readonly NoticePack[],
): readonly NoticePack[] {
  if (rules.pinned.length === 0 && rules.blocked.length === 0) return packs;
  const left = packs.filter((pack) => !isBlocked(rules, pack));
  const hasPinned = (id: string) => left.some((pack) => pack.id === id && isPinnedTo(rules, pack));
  const allowed = left.filter((pack) => !hasPinned(pack.id) || isPinnedTo(rules, pack));
  const system = builtin[0]?.mainSystem;
  const isOurs = (pack: NoticePack) => pack.systems.some(({ id }) => id === system);
  const hasOne = allowed.some((pack) => amendedBy(pack).length === 0 && isOurs(pack));
  return hasOne ? allowed : [...builtin, ...allowed];
}
