import { caseOf } from '@/lib/certificate/subject-case';
import { circumstancesOf } from '@/lib/guide/circumstance-words';
import { beginJourney, chooseGuide, findGuide } from '@/lib/guide/journey';
import { assertionOf } from '@/lib/guide/ledger';
import type { Fact, FactBody, Journey, NewFact, Plan, Situation } from '@/lib/guide/model';
import { noticeToFollow } from '@/lib/guide/notice-to-follow';
import { obligationJourneyId } from '@/lib/guide/obligation-words';
import { observe } from '@/lib/guide/observe';
import { planFor } from '@/lib/guide/plan';
import { placeWord } from '@/lib/guide/word-place';
import type { MessageOf, Replies } from '@/lib/messaging/contract';
import type { NoticeShelf } from '@/lib/notice/available';
import { dateIn } from '@/lib/notice/days';
import type { NoticePack } from '@/lib/notice/model';
import type { PageState, TabPage } from '@/lib/page/model';
import type { Arrival } from '@/lib/platform/documents';
import type { Store } from '@/lib/store/model';
import { provedLogin } from './login-watch';
import type { Scene } from './scene';
import { isSameBasis, type PlanBasis, type TabState } from './tab-state';
import { isOutcomePage } from './tab-subject';

/** Where a fact was seen or said. */
interface Place {
  readonly tab: number | null;
  readonly frame: number;
  readonly document: string | null;
}

function makeFact(id: string, journey: string, body: FactBody, scene: Scene, place: Place): NewFact {
  return { id, journey, assertion: assertionOf(body), body, at: scene.now.toISOString(), ...place };
}

/** All journeys and facts of a subject: a guide may carry on what another began. */
async function recordsOf(
  store: Store,
  subject: string,
): Promise<{ readonly journeys: readonly Journey[]; readonly facts: readonly Fact[] }> {
  const journeys = await store.ledger.journeys(subject);
  const facts = await Promise.all(journeys.map(({ id }) => store.ledger.facts(id)));
  return { journeys, facts: facts.flat() };
}

/** All facts of a subject. */
export async function factsOf(store: Store, subject: string): Promise<readonly Fact[]> {
  return (await recordsOf(store, subject)).facts;
}

/** What a subject said in the notice's own journey. */
async function noticeFacts(store: Store, pack: NoticePack, subject: string): Promise<readonly Fact[]> {
  return store.ledger.facts(obligationJourneyId(pack, subject));
}

/** One look of one document. */
function sightOf(page: TabPage, state: TabState): string {
  const report = page.frame === null ? undefined : state.frames[page.frame];
  return `${page.document}/${report?.sequence ?? 0}`;
}

/** The same page seen by the same document is the same fact, however often it is reported. */
function seenId(journey: string, body: FactBody, page: TabPage, state: TabState): string {
  return JSON.stringify([journey, body, sightOf(page, state)]);
}

/** What a plan made now for this tab rests on. */
export function basisOf(scene: Scene, state: TabState): PlanBasis {
  const { namespace, preview, today } = scene;
  return { namespace, preview, today, subject: state.subject };
}

async function situationOf(scene: Scene, state: TabState, page: TabPage): Promise<Situation> {
  const { pack, subjects, store, today } = scene;
  const row = subjects.find(({ id }) => id === state.subject);
  const subject = row
    ? caseOf(
        row,
        await store.certificates.list(row.id),
        pack.mainSystem,
        today,
        circumstancesOf(pack, row, await noticeFacts(store, pack, row.id)),
      )
    : null;
  return { page, via: provedLogin(state.login, page), subject, subjectCount: subjects.length, today };
}

/**
 * Whether an outcome is no old page met again, by the back button, a reload or the browser's last session: another page of
 * the site led to its document, and nothing else was seen in it. A single-page site shows all in one document, so of its pages
 * this is never known.
 */
async function isFreshOutcome(
  facts: readonly Fact[],
  page: TabPage,
  arrival: (frame: number) => Promise<Arrival | null>,
): Promise<boolean> {
  if (!isOutcomePage(page.state) || page.frame === null) return false;
  if (facts.some(({ body, document }) => body.kind === 'page' && document === page.document)) return false;
  const how = await arrival(page.frame);
  return how?.by === 'navigate' && how.fromSite;
}

/**
 * Records what the page shows, then plans over all that is known. Facts are durable before the plan that
 * rests on them is returned. Rejects with a StoreFailure.
 *
 * @param arrival asks how a frame's document came to be there; null where the browser does not tell
 */
export async function recordAndPlan(
  scene: Scene,
  state: TabState,
  page: TabPage,
  previousPage: PageState,
  arrival: (frame: number) => Promise<Arrival | null>,
): Promise<Pick<TabState, 'plan' | 'attributed' | 'login'> & { readonly recorded: boolean }> {
  const { attributed, login } = state;
  const { pack } = scene;
  const situation = await situationOf(scene, state, page);
  if (!situation.subject) {
    const plan = planFor({ pack, situation, journey: null, facts: [] });
    return { plan, attributed, login, recorded: false };
  }
  const { ledger } = scene.store;
  const subject = situation.subject.id;
  let { facts, journeys } = await recordsOf(scene.store, subject);
  const guide = findGuide(pack, chooseGuide(pack, situation, facts));
  const startedAt = scene.now.toISOString();
  const journey = await ledger.begin(beginJourney({ pack, subject, guide, startedAt }));
  // Painted for this very page, in the document that is there now.
  const isCardUp = state.card === 'shown' && state.cardDocument === state.frames[0]?.document;
  const warningShown = isCardUp && state.warnsOn === page.state;
  // What stands on the page was shown to whomever the tab acted for then, not to the next one chosen; and a
  // "done" that stood there when another guide was picked is none of that guide's.
  const sight = sightOf(page, state);
  const isAnothers = attributed?.sight === sight && attributed.subject !== subject;
  const isStill = previousPage === page.state && attributed?.sight.startsWith(`${page.document}/`) === true;
  const isOfAnotherGuide = isStill && isOutcomePage(page.state) && attributed.guide !== guide.id;
  const bodies =
    isAnothers || isOfAnotherGuide
      ? []
      : observe({ pack, situation, journey, facts, previousPage, warningShown });
  let recorded = false;
  if (bodies.length > 0) {
    const frame = page.frame ?? 0;
    const place: Place = { tab: state.tab, frame, document: page.document };
    const isFresh = await isFreshOutcome(facts, page, arrival);
    const added = bodies.map((body) => {
      // What is asked of the browser may be answered once and not the next time: the fact is the same.
      const known = body.kind === 'page' && isFresh ? { ...body, fresh: true as const } : body;
      return makeFact(seenId(journey.id, body, page, state), journey.id, known, scene, place);
    });
    recorded = (await ledger.append(added)).length > 0;
    if (recorded) {
      ({ facts, journeys } = await recordsOf(scene.store, subject));
    }
  }
  const plan = planFor({ pack, situation, journey, facts, journeys });
  // One login is one fact: what a later page of the session shows is not that login again.
  const rest = login?.phase === 'proved' ? null : login;
  const known = isAnothers || isOfAnotherGuide ? attributed : { sight, subject, guide: guide.id };
  return { plan, attributed: known, login: rest, recorded };
}

/** What would be shown of a page, with nothing recorded of it. Rejects with a StoreFailure. */
export async function planOnly(scene: Scene, state: TabState, page: TabPage): Promise<Plan> {
  const { pack, store } = scene;
  const situation = await situationOf(scene, state, page);
  if (!situation.subject) return planFor({ pack, situation, journey: null, facts: [] });
  const { facts, journeys } = await recordsOf(store, situation.subject.id);
  return planFor({ pack, situation, journey: null, facts, journeys });
}

/** A plan from page and built-in notices alone, while nothing can be read or recorded. */
export function planWithoutLedger(shelf: NoticeShelf, now: Date, page: TabPage): Plan {
  const { timeZone, system, builtin } = shelf;
  const today = dateIn(now, timeZone);
  const pack = noticeToFollow(builtin, { today, system });
  const situation: Situation = { page, via: null, subject: null, subjectCount: 0, today };
  return planFor({ pack, situation, journey: null, facts: [] });
}

/**
 * Records the person's word. Refused as stale when the card's plan rests on another ledger, day or subject
 * than those in force, when it showed another guide or step, or when a word is taken back that was never
 * said. A word that is there already was acknowledged too late: it is recorded. Rejects with a StoreFailure.
 */
export async function recordWord(
  scene: Scene,
  state: TabState,
  message: MessageOf<'page.said'>,
  frame: number,
): Promise<Replies['page.said']> {
  const { plan, subject } = state;
  const { pack } = scene;
  if (plan.kind !== 'guide' || !subject) return { ok: false, why: 'no-subject' };
  if (!isSameBasis(state.basis, basisOf(scene, state))) return { ok: false, why: 'stale' };
  const { ledger } = scene.store;
  const { facts: known, journeys } = await recordsOf(scene.store, subject);
  if (known.some(({ id }) => id === message.id)) return { ok: true };
  if (plan.guide !== message.guide || plan.step !== message.step) return { ok: false, why: 'stale' };
  const guide = findGuide(pack, plan.guide);
  const at = scene.now.toISOString();
  const kept = placeWord({ pack, subject, guide, word: message.word, known, journeys, at });
  if (!kept) return { ok: false, why: 'stale' };
  const journey = await ledger.begin(kept.journey);
  const place: Place = { tab: state.tab, frame, document: state.frames[frame]?.document ?? null };
  await ledger.append([makeFact(message.id, journey.id, kept.body, scene, place)]);
  return { ok: true };
}
