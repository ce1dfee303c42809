import { type NoticeShelf, packsAtHand } from '@/lib/notice/available';
import type { LoadedPack } from '@/lib/notice/load';
import type { NoticePack } from '@/lib/notice/model';
import { teachPacks } from '@/lib/notice/taught-packs';
import type { PackRow, ReadRow, ShelfReading, Store } from './model';

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
 * The packs at hand as they were published, without what was taught here: the built-in ones and those added, less what the
 * administrator blocks.
 */
export async function readPacksAtHand(
  { packs, region, rules }: Pick<ShelfReading, 'packs' | 'region' | 'rules'>,
  builtin: readonly NoticePack[],
  read: ReadPack,
): Promise<readonly NoticePack[]> {
  const rows = await readPackRows(packs, read);
  const added = rows.map(({ pack }) => pack).filter((pack) => pack !== null);
  return packsAtHand(builtin, added, region, rules);
}

/** A shelf over the database. */
export interface StoredShelf extends NoticeShelf {
  /** The packs at hand and the mark of the very shelf they were read from. Rejects where the database cannot be read. */
  current(): Promise<{ readonly mark: string; readonly packs: readonly NoticePack[] }>;
}

/**
 * The built-in packs and those the person added. The texts are read again only when one was added or removed, or another
 * region chosen. Where the database cannot be read, what ships with the product is left.
 */
export function storedShelf(open: () => Promise<Store>, builtin: NoticeShelf, read: ReadPack): StoredShelf {
  let known: { readonly mark: string; readonly packs: Promise<readonly NoticePack[]> } | null = null;
  const readAll = async (reading: ShelfReading) =>
    teachPacks(await readPacksAtHand(reading, builtin.builtin, read), reading.profiles);
  const current = async () => {
    try {
      const { shelf } = await open();
      const { mark } = await shelf.trace();
      if (known?.mark !== mark) {
        const reading = await shelf.read();
        known = { mark: reading.mark, packs: readAll(reading) };
      }
      const { mark: of, packs } = known;
      return { mark: of, packs: await packs };
    } catch (error) {
      known = null;
      throw error;
    }
  };
  return {
    ...builtin,
    current,
    packs: async () => {
      try {
        return (await current()).packs;
      } catch {
        // Whoever plans reads the same database, and says what is wrong with it.
        return builtin.builtin;
      }
    },
  };
}
