import type { NoticePack } from '@/lib/notice/model';
import type { PageState, TabPage } from '@/lib/page/model';
import type { Fact, FactBody, Journey, LoginKind, Situation } from './model';
import { isUnbindInSight } from './note-scene';

type PageBody = Extract<FactBody, { kind: 'page' }>;

/** What the ledger last took down of one document: its page, and whether the warning stood on it. */
interface LastSeen {
  readonly page: PageBody | null;
  readonly warned: boolean;
}

function lastSeen(facts: readonly Fact[], journey: string, document: string | null): LastSeen {
  let last: Fact | null = null;
  let warned: Fact | null = null;
  for (const fact of facts) {
    if (fact.journey !== journey || fact.document !== document || fact.assertion !== 'seen') continue;
    if (fact.body.kind === 'page' && (!last || fact.order > last.order)) last = fact;
    if (fact.body.kind === 'warned' && (!warned || fact.order > warned.order)) warned = fact;
  }
  return {
    page: last?.body.kind === 'page' ? last.body : null,
    warned: warned !== null && (last === null || warned.order > last.order),
  };
}

function pageBody(page: TabPage, via: LoginKind | null): PageBody {
  return { kind: 'page', state: page.state, ...(via !== null && { via }) };
}

function isRecognised(state: PageState): boolean {
  return state !== 'other' && state !== 'unknown';
}

/**
 * The facts this page adds to a journey, all of them *seen*: the page itself when it is news to the
 * journey, and that the warning was on screen while an unbind control was. The caller adds ids and clocks.
 *
 * A page is news when the journey's last page of the same document was another, or the tab showed another
 * page meanwhile; so the same report may come any number of times. Pages that are not recognised, situations
 * that are not this journey's subject's, and guides the pack no longer has add nothing.
 *
 * @param facts the journey's facts (others are left aside)
 * @param previousPage what the tab showed before
 * @param warningShown false where the card is known not to be up (closed, lost, not injected)
 */
export function observe(from: {
  readonly pack: Pick<NoticePack, 'guides'>;
  readonly situation: Situation;
  readonly journey: Journey;
  readonly facts: readonly Fact[];
  readonly previousPage?: PageState | null | undefined;
  readonly warningShown?: boolean | undefined;
}): readonly FactBody[] {
  const { pack, situation, journey, facts, previousPage, warningShown = true } = from;
  const { page, via, subject } = situation;
  const isOwn = subject?.id === journey.subject && pack.guides.some(({ id }) => id === journey.guide);
  if (!isOwn || !isRecognised(page.state)) return [];
  const body = pageBody(page, via);
  const last = lastSeen(facts, journey.id, page.document);
  const wasElsewhere = !!previousPage && isRecognised(previousPage) && previousPage !== page.state;
  // A page without a proved login says nothing against the one that was.
  const isLoginNews = body.via !== undefined && last.page?.via !== body.via;
  const isNews = wasElsewhere || last.page?.state !== body.state || isLoginNews;
  const isWarningNews = warningShown && isUnbindInSight(page) && (isNews || !last.warned);
  return [...(isNews ? [body] : []), ...(isWarningNews ? [{ kind: 'warned' } as const] : [])];
}
