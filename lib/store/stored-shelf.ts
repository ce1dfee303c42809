import { type NoticeShelf, packsAtHand } from '@/lib/notice/available';
import type { LoadedPack } from '@/lib/notice/load';
import type { NoticePack } from '@/lib/notice/model';
import type { PackRules } from '@/lib/notice/pack-rules';
import { teachPacks } from '@/lib/notice/taught-packs';
import type { PackRow, ReadRow, Store } from './model';

/** Reads a pack's text. A promise, since pages load the reader only where there is something to read. */
export type ReadPack = (text: string) => LoadedPack | Promise<LoadedPack>;

/** Reads the texts of added packs. One that is no pack is no pack of that row, whatever the row says. */
export async function readPackRows(rows: readonly PackRow[], read: ReadPack): Promise<readonly ReadRow[]> {
  const all: ReadRow[] = [];
  for (const row of rows) {
    const loaded = await read(row.text);
    const isIt = loaded.ok && loaded.pack.id === row.id && loaded.pack.version === row.version;
    all.push({ row, pack: isIt ? loaded.pack : null });
  }
  return all;
}

/**
 * The built-in packs and those the person added. The texts are read again only when one was added or removed, or another
 * region chosen. Where the database cannot be read, what ships with the product is left.
 */
export function storedShelf(open: () => Promise<Store>, builtin: NoticeShelf, read: ReadPack): NoticeShelf {
  let known: { readonly key: string; readonly packs: Promise<readonly NoticePack[]> } | null = null;
  const readAll = async (store: Store, region: string | null, rules: PackRules) => {
    const rows = await readPackRows(await store.packs.list(), read);
    const added = rows.map(({ pack }) => pack).filter((pack) => pack !== null);
    return packsAtHand(builtin.builtin, added, region, rules);
  };
  return {
    ...builtin,
    packs: async () => {
      try {
        const store = await open();
        const [stamp, region, taught, { administration }] = await Promise.all([
          store.packs.stamp(),
          store.settings.get('noticeRegion'),
          store.settings.get('siteProfiles'),
          store.feed.read(),
        ]);
        const { pinned, blocked } = administration;
        const key = JSON.stringify([stamp, region, taught, pinned, blocked]);
        if (known?.key !== key) {
          const read = readAll(store, region, administration);
          known = { key, packs: read.then((packs) => teachPacks(packs, taught)) };
        }
        return await known.packs;
      } catch {
        // Whoever plans reads the same database, and says what is wrong with it.
        known = null;
        return builtin.builtin;
      }
    },
  };
}
