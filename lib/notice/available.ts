/** The packs this installation has: the one place to widen when packs come from elsewhere, too. */
import { builtinPacks } from './builtin';
import type { NoticePack } from './model';

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
