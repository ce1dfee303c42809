import { amendedIds } from '@/lib/author/base';
import type { Draft } from '@/lib/author/draft';
import { loadPack } from '@/lib/notice/load';
import type { NoticePack } from '@/lib/notice/model';
import type { AuthorServices } from './services';

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
