/**
 * The knowledge base of troubles: what goes wrong on any such system, beside what a notice's own pack says
 * (docs/decisions/014-troubles.md). Typed without zod: the file is part of the build, and `troubles.test.ts`
 * holds it against the schema of a pack's troubles.
 */
import knowledge from '@/knowledge/troubles.json';
import type { NoticePack, Trouble } from '@/lib/notice/model';

export const generalTroubles: readonly Trouble[] = knowledge.troubles as unknown as readonly Trouble[];

/** Troubles known under a notice, its own in front; one of its own replaces the general one of the same id. */
export function troublesOf({ troubles }: Pick<NoticePack, 'troubles'>): readonly Trouble[] {
  const own = new Set(troubles.map(({ id }) => id));
  return [...troubles, ...generalTroubles.filter(({ id }) => !own.has(id))];
}
