/** What the notices at hand hang on, as one text: another text whenever a pack, the region or the rules changed. */

/** As the rows hold it, unread: the popup makes its mark before anything that could read them is loaded. */
export interface ShelfTraces {
  /**
   * In the engine's order of keys: `[id, version, addedAt]` of every added pack, or, at the popup's first look, the ids alone: they come
   * in one answer, the others one by one.
   */
  readonly packs: readonly unknown[];
  /** Values of `noticeRegion` and `siteProfiles`. */
  readonly region: unknown;
  readonly profiles: unknown;
  /** The administrator's policy as kept; undefined: none. */
  readonly administration: unknown;
}

/** Reads no pack: a version or a date of adding stands for the text. */
export function shelfMark({ packs, region, profiles, administration }: ShelfTraces): string {
  return JSON.stringify([packs, region ?? null, profiles ?? null, administration ?? null]);
}

/** Nothing was added and nothing is ruled: what ships with the product is all there is. */
export function isPlainShelf({ packs, administration }: ShelfTraces): boolean {
  return packs.length === 0 && administration === undefined;
}
