import type { LookedAtPack } from '@/components/settings/looked-at-pack';
import { builtinShelf } from '@/lib/notice/available';
import { dateIn } from '@/lib/notice/days';
import type { NoticePack } from '@/lib/notice/model';
import type { ReadRow, Store } from '@/lib/store/model';

export const packsOf = (rows: readonly ReadRow[]) =>
  rows.map(({ pack }) => pack).filter((pack) => pack !== null);

/**
 * Says what using a pack's text would change, and how it is put to use: the same for a file and for what a feed
 * offers.
 */
export function lookAtText(
  real: () => Promise<Store>,
  now: () => Date,
  changed: () => void,
  readRows: (store: Store) => Promise<readonly ReadRow[]>,
) {
  const { builtin, system, timeZone } = builtinShelf;
  return async (
    text: string,
    put: (store: Store, pack: NoticePack) => Promise<boolean>,
  ): Promise<LookedAtPack> => {
    const store = await real();
    const [added, region, subjects, { administration }, { considerPack }] = await Promise.all([
      readRows(store),
      store.settings.get('noticeRegion'),
      store.subjects.list(),
      store.feed.read(),
      import('@/lib/notice/adding'),
    ]);
    const cases = [...new Map(subjects.map((each) => [`${each.audience} ${each.level}`, each])).values()];
    const today = dateIn(now(), timeZone);
    const scene = { builtin, added: packsOf(added), region, rules: administration, system, today, cases };
    const adding = considerPack(text, scene);
    if (!adding.ok) return adding;
    const use = async ({ chooseRegion }: { readonly chooseRegion: boolean }) => {
      const isPut = await put(store, adding.pack);
      if (isPut && chooseRegion) await store.settings.set('noticeRegion', adding.effect.region);
      changed();
      return isPut;
    };
    return { ...adding, use };
  };
}
