/**
 * The knowledge base of troubles: what goes wrong on any such system, beside what a notice's own pack says
 * (docs/decisions/014-troubles.md). Typed without zod: the file is part of the build, and `troubles.test.ts`
 * holds it against the schema of a pack's troubles.
 */
import knowledge from '@/knowledge/troubles.json';
import type { Text } from '@/lib/locale/text';
import { builtinPack } from '@/lib/notice/builtin';
import type { NoticePack, Trouble } from '@/lib/notice/model';
import type { GuideDefinition } from './definition';

/** What is in `knowledge/troubles.json`; `troublesOf` completes those that a guide cures. */
export const generalTroubles: readonly Trouble[] = knowledge.troubles as unknown as readonly Trouble[];

type Guides = { readonly guides: readonly GuideDefinition[] };

/** Troubles known under a notice, its own in front; one of its own replaces the general one of the same id. */
export function troublesOf(pack: Pick<NoticePack, 'troubles'> & Guides): readonly Trouble[] {
  const own = new Set(pack.troubles.map(({ id }) => id));
  const general = generalTroubles.filter(({ id }) => !own.has(id));
  return [...pack.troubles, ...general.map((trouble) => withGuidesCure(trouble, pack))];
}

/**
 * A trouble that a guide of its own sees to says what the guide says: the guide's steps away from any page,
 * then what is the trouble's alone. A notice without that guide is helped by the built-in one's.
 */
function withGuidesCure(trouble: Trouble, { guides }: Guides): Trouble {
  const id = knowledge.cures.find((cure) => cure.trouble === trouble.id)?.guide;
  const guide = [...guides, ...builtinPack.guides].find((each) => each.id === id);
  if (!guide) return trouble;
  const steps = guide.steps.filter((step) => step.targets.length === 0 && !step.audiences && !step.levels);
  return {
    ...trouble,
    cure: [...steps.map(({ say }) => say), ...(trouble.cure ?? [])],
    dont: distinct([...(trouble.dont ?? []), ...steps.flatMap(({ dont = [] }) => dont)]),
  };
}

function distinct(texts: readonly Text[]): Text[] {
  return [...new Map(texts.map((text) => [text.zh, text])).values()];
}
