import { amendedIds, amends } from '@/lib/author/base';
import type { Draft } from '@/lib/author/draft';
import { reviewDraft } from '@/lib/author/review';
import type { WritingParts } from '@/lib/author/to-pack';
import { loadPack } from '@/lib/notice/load';
import type { NoticePack } from '@/lib/notice/model';
import type { AuthorServices } from './services';

/** Another notice on this machine that is still a draft, as the pack it comes to. */
export interface OwnPack {
  readonly pack: NoticePack;
  /** As JSON; empty for a pack that is kept elsewhere. */
  readonly text: string;
}

/** Drafts beside this one that are whole packs by themselves, and looked through by their author. */
export function ownPacks(drafts: readonly Draft[], own: string, parts: WritingParts): readonly OwnPack[] {
  return drafts.flatMap((draft) => {
    if (draft.id === own || amends(draft) || draft.unchecked.length > 0) return [];
    const { pack, value } = reviewDraft(draft, [], parts);
    return pack ? [{ pack, text: JSON.stringify(value) }] : [];
  });
}

/** Notices that another one can change: those at hand, then one's own. A supplement is changed through what it supplements. */
export function packsToChange(known: readonly NoticePack[], own: readonly OwnPack[]): readonly OwnPack[] {
  const whole = known.filter((pack) => pack.supplements.length === 0);
  const drafted = own.filter(({ pack }) => !whole.some(({ id }) => id === pack.id));
  return [...whole.map((pack) => ({ pack, text: '' })), ...drafted];
}

/** The notice a draft changes: out of the draft's own file, else of the packs at hand; null where neither has it. */
export function baseOf(
  draft: Pick<Draft, 'supplements' | 'corrects' | 'baseFile'>,
  services: Pick<AuthorServices, 'knownPacks'>,
): NoticePack | null {
  const [id] = amendedIds(draft);
  if (id === undefined) return null;
  if (draft.baseFile !== '') {
    const loaded = loadPack(draft.baseFile);
    if (loaded.ok && loaded.pack.id === id) return loaded.pack;
  }
  return services.knownPacks.find((pack) => pack.id === id) ?? null;
}
