import type { NoticePack, Trouble } from '@/lib/notice/model';
import type { PageState } from '@/lib/page/model';
import { guideJourneyId } from './journey-id';
import { factsInForce } from './ledger';
import type { Fact, PlannedTrouble } from './model';
import { obligationJourneyId } from './obligation-words';
import { isTrouble } from './steps';
import { troublesOf } from './troubles';

/** A trouble, and how it is known. */
export interface KnownTrouble {
  readonly trouble: Trouble;
  /** null: the page shows it. */
  readonly word: { readonly at: string; readonly fact: string } | null;
}

interface TroubleWord {
  readonly trouble: string;
  readonly at: string;
  readonly fact: string;
  readonly order: number;
}

type TroublePack = Pick<NoticePack, 'id' | 'guides' | 'troubles'>;

/** The trouble that a page shows, of the notice's own first; null on every other page. */
export function troubleOnPage(
  pack: Pick<NoticePack, 'guides' | 'troubles'>,
  page: PageState,
): KnownTrouble | null {
  if (!isTrouble(page)) return null;
  const trouble = troublesOf(pack).find(({ states }) => states?.includes(page));
  return trouble ? { trouble, word: null } : null;
}

/**
 * The trouble to show: of what the page shows and what the person said, the later. A word holds until it
 * is taken back, or called over, or a page shows that the key worked: bound, or logged in with it.
 *
 * @param facts of the subject's journeys; others are left aside
 */
export function troubleInForce(from: {
  readonly pack: TroublePack;
  readonly page: PageState;
  readonly subject: string;
  readonly facts: readonly Fact[];
}): KnownTrouble | null {
  const { pack, page, subject, facts } = from;
  const seen = troubleOnPage(pack, page);
  const { word, seenAt } = readTroubles(pack, subject, facts);
  const trouble = word && troublesOf(pack).find(({ id }) => id === word.trouble);
  if (!word || !trouble || (seen && seenAt > word.order)) return seen;
  return { trouble, word: { at: word.at, fact: word.fact } };
}

function readTroubles(
  pack: TroublePack,
  subject: string,
  facts: readonly Fact[],
): { readonly word: TroubleWord | null; readonly seenAt: number } {
  const guides = pack.guides.map((guide) => guideJourneyId(pack, subject, guide));
  let word: TroubleWord | null = null;
  let seenAt = 0;
  for (const fact of factsInForce(facts, new Set([...guides, obligationJourneyId(pack, subject)]))) {
    const { id, at, order, body } = fact;
    if (body.kind === 'trouble') {
      if (body.answer === 'yes') word = { trouble: body.trouble, at, fact: id, order };
      else if (word?.trouble === body.trouble) word = null;
    } else if (body.kind === 'page') {
      if (isTrouble(body.state)) seenAt = order;
      if (body.state === 'bind-done' || body.via === 'login-ca') word = null;
    }
  }
  return { word, seenAt };
}

/** A trouble as the card draws it. */
export function planTrouble({ trouble, word }: KnownTrouble): PlannedTrouble {
  const { id, title, text, cause, cure, dont, environment, cite, basis, inferredBy } = trouble;
  const isStated = (basis ?? 'stated') === 'stated';
  return {
    id,
    known: word ? 'said' : 'seen',
    word,
    title: title ?? text,
    text,
    cause: cause ?? null,
    cure: cure ?? [],
    dont: dont ?? [],
    environment: environment ?? false,
    cite: isStated ? cite : null,
    source: inferredBy ?? null,
  };
}
