/** The packs this installation has, and in which order: those that ship with it, and those added to them. */
import { builtinPacks } from './builtin';
import type { NoticePack } from './model';
import { NO_RULES, type PackRules, packsAllowed } from './pack-rules';
import { newestVersions } from './standing';

/** What every page and the background are given to find out which notice holds. */
export interface NoticeShelf {
  /** IANA zone of the days that notices are followed by. */
  readonly timeZone: string;
  /** Id of the system whose pages we run on: the only one granted. */
  readonly system: string;
  /** The same array until something changes: what is worked out for it is kept by identity. */
  packs(): Promise<readonly NoticePack[]>;
  /** Without waiting: what ships with the product, where nothing can be read. */
  readonly builtin: readonly NoticePack[];
}

/** A shelf with these packs only. Throws RangeError where there are none. */
export function shelfOf(packs: readonly NoticePack[]): NoticeShelf {
  const [first] = packs;
  if (!first) throw new RangeError('notice: a shelf without packs');
  return {
    timeZone: first.timeZone,
    system: first.mainSystem,
    packs: async () => packs,
    builtin: packs,
  };
}

/** Packs that ship with the product. */
export const builtinShelf: NoticeShelf = shelfOf(builtinPacks);

/**
 * Built-in packs and added ones, of each the newest version. A region puts those of it that speak of the system in
 * front: where none is asked for, the first pack's region is the one followed (`noticeInForce`).
 *
 * @param region as packs write it; null: as the first built-in pack
 * @param rules the administrator's
 */
export function packsAtHand(
  builtin: readonly NoticePack[],
  added: readonly NoticePack[],
  region: string | null,
  rules: PackRules = NO_RULES,
): readonly NoticePack[] {
  if (added.length === 0 && rules.blocked.length === 0) return builtin;
  const all = newestVersions(packsAllowed([...builtin, ...added], rules, builtin));
  const system = builtin[0]?.mainSystem;
  const isOurs = (pack: NoticePack) =>
    pack.region.zh === region && pack.systems.some(({ id }) => id === system);
  return [...all.filter(isOurs), ...all.filter((pack) => !isOurs(pack))];
}

/** Regions whose notices speak of the shelf's system, each once: what a person can choose from. */
export function regionsOf(packs: readonly NoticePack[], system: string): readonly string[] {
  const ours = packs.filter((pack) => pack.systems.some(({ id }) => id === system));
  return [...new Set(ours.map((pack) => pack.region.zh))];
}
