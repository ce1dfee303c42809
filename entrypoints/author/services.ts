import type { AuthorServices } from '@/components/author/services';
import { pageShelf } from '@/entrypoints/popup/added-packs';
import templates from '@/knowledge/guide-templates.json';
import type { GuideTemplate } from '@/lib/author/guide-templates';
import { builtinPack } from '@/lib/notice/builtin';
import { saveFile } from '@/lib/platform/save-file';
import { witness } from '@/lib/platform/witness';
import { readDraftFile } from '@/lib/store/draft-file';
import { storeKeeper } from '@/lib/store/keeper';

export async function authorServices(): Promise<AuthorServices> {
  const open = storeKeeper({ witness });
  const packs = await pageShelf(open).packs();
  const main = builtinPack.systems.find(({ id }) => id === builtinPack.mainSystem);
  return {
    audiences: builtinPack.audiences,
    templates: templates as unknown as readonly GuideTemplate[],
    knownPacks: packs,
    knownSystems: packs.flatMap(({ systems }) => systems),
    system: { name: main?.name.zh ?? '', hosts: main?.hosts ?? [] },
    initials: async () => (await import('./initials')).initialsOf,
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
    drafts: async () => (await open('real')).drafts.list(),
    keepDraft: async (draft) => (await open('real')).drafts.put(draft),
    removeDraft: async (id) => (await open('real')).drafts.remove(id),
    readDraft: readDraftFile,
    saveFile,
    print: () => window.print(),
  };
}
