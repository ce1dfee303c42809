/** Whom a clause says the notice is for, and what it wants of each. Pure. */
import type { Clause } from '@/lib/author/clauses';
import type { Entry } from '@/lib/author/sections';
import { sentencesOf } from './sentences';
import { audiencesIn, dutyIn, exemptsSome, isOfProvince, type ReadingContext } from './whom';

/** Whom a clause speaks of and what it wants of them, half sentence by half sentence: 须更换，社会代理机构自愿更换. */
export function audienceEntriesIn(
  clause: Clause,
  { known }: ReadingContext,
): readonly Partial<Entry<'audiences'>>[] {
  const found = new Map<string, Partial<Entry<'audiences'>>>();
  for (const sentence of sentencesOf(clause.text)) {
    const whole = dutyIn(sentence);
    const isOfSome = exemptsSome(sentence);
    for (const half of sentence.split(/[，,]/)) {
      if (isOfProvince(half) || (isOfSome && (dutyIn(half) === null || exemptsSome(half)))) continue;
      // Named without a word of what is wanted of them: 另行通知.
      const duty = dutyIn(half) ?? whole ?? 'not-stated';
      for (const audience of audiencesIn(half, known)) {
        if (!found.has(audience)) found.set(audience, { audience, duty } as Partial<Entry<'audiences'>>);
      }
    }
  }
  return known.flatMap(({ id }) => found.get(id) ?? []);
}
