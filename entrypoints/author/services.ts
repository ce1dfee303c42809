import type { AuthorServices } from '@/components/author/services';
import templates from '@/knowledge/guide-templates.json';
import type { Draft } from '@/lib/author/draft';
import type { GuideTemplate } from '@/lib/author/guide-templates';
import { builtinPack, builtinPacks } from '@/lib/notice/builtin';
import { saveFile } from '@/lib/platform/save-file';

const drafts = new Map<string, Draft>();

export function authorServices(): AuthorServices {
  const main = builtinPack.systems.find(({ id }) => id === builtinPack.mainSystem);
  return {
    audiences: builtinPack.audiences,
    templates: templates as unknown as readonly GuideTemplate[],
    knownPacks: builtinPacks.map(({ id, documentNumber }) => ({ id, name: documentNumber })),
    system: { name: main?.name.zh ?? '', hosts: main?.hosts ?? [] },
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
    drafts: async () => [...drafts.values()],
    keepDraft: async (draft) => void drafts.set(draft.id, draft),
    removeDraft: async (id) => void drafts.delete(id),
    saveFile,
    print: () => window.print(),
  };
}
