import type { LookedAtPack } from '@/components/settings/looked-at-pack';
import type { SettingsServices, ShownPacks } from '@/components/settings/services';
import { builtinShelf, packsAtHand, regionsOf } from '@/lib/notice/available';
import { dateIn } from '@/lib/notice/days';
import { noticeInForce } from '@/lib/notice/in-force';
import type { ReadRow, Store } from '@/lib/store/model';
import { readPackRows } from '@/lib/store/stored-shelf';
import { readFeed } from './feed';
import { lookAtText, packsOf } from './look-at-text';
import { readSites } from './sites';

/** Bytes: a pack's text at its longest, in UTF-8. */
const LARGEST_FILE = 6_000_000;
const LONGEST_NAME = 200;

/** Loaded where there is something to read: it brings all of zod. */
const readText = async (text: string) => (await import('@/lib/notice/load')).loadPack(text);

/** Notice packs over the real database: what is here, and a file looked at before it is used. */
export function packServices(real: () => Promise<Store>, now: () => Date, changed: () => void) {
  const { builtin, system, timeZone } = builtinShelf;
  let known: { readonly stamp: string; readonly rows: Promise<readonly ReadRow[]> } | null = null;
  const readRows = async (store: Store) => {
    const stamp = await store.packs.stamp();
    if (known?.stamp !== stamp) known = { stamp, rows: readPackRows(await store.packs.list(), readText) };
    return known.rows;
  };
  const read = async (store: Store): Promise<ShownPacks> => {
    const added = await readRows(store);
    const [region, feed] = await Promise.all([store.settings.get('noticeRegion'), readFeed(store)]);
    const packs = packsAtHand(builtin, packsOf(added), region, feed.administration);
    const inForce = noticeInForce(packs, { today: dateIn(now(), timeZone), system });
    const regions = regionsOf([...builtin, ...packsOf(added)], system);
    const sites = await readSites(packs, dateIn(now(), timeZone));
    return { builtin, added, regions, region, inForce, feed, sites };
  };
  const lookAt = lookAtText(real, now, changed, readRows);
  const look = async (file: File): Promise<LookedAtPack> => {
    if (file.size > LARGEST_FILE) return { ok: false, why: 'too-large' };
    const bytes = await file.arrayBuffer().catch(() => null);
    if (bytes === null) return { ok: false, why: 'unreadable-file' };
    const text = decode(bytes);
    if (text === null) return { ok: false, why: 'encoding' };
    return lookAt(text, (store, pack) =>
      store.packs.put({
        id: pack.id,
        version: pack.version,
        text,
        source: { kind: 'file', name: plainName(file.name) },
        addedAt: now().toISOString(),
      }),
    );
  };
  const services: Pick<SettingsServices, 'lookAtPack' | 'removePack' | 'setRegion'> = {
    lookAtPack: look,
    async removePack(id) {
      await (await real()).packs.remove(id);
      changed();
    },
    async setRegion(region) {
      await (await real()).settings.set('noticeRegion', region);
      changed();
    },
  };
  return { read, services, lookAt };
}

/** null where the bytes are no UTF-8: read as anything else, names and dates could come out wrong unseen. */
function decode(bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Without characters that nobody sees and that can turn a name round. */
function plainName(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '').slice(0, LONGEST_NAME);
}
