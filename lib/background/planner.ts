import { isEnvironmentQuestion } from '@/lib/environment/answers';
import { beginJourney, chooseGuide, findGuide } from '@/lib/guide/journey';
import { journeyId } from '@/lib/guide/journey-id';
import { assertionOf } from '@/lib/guide/ledger';
import type { Fact, FactBody, NewFact, Plan, Situation } from '@/lib/guide/model';
import { obligationAnswer, obligationJourney } from '@/lib/guide/obligation-words';
import { observe } from '@/lib/guide/observe';
import { planFor } from '@/lib/guide/plan';
import { troublesOf } from '@/lib/guide/troubles';
import type { MessageOf, Replies } from '@/lib/messaging/contract';
import { dateIn } from '@/lib/notice/days';
import type { NoticePack } from '@/lib/notice/model';
import type { PageState, TabPage } from '@/lib/page/model';
import type { Store } from '@/lib/store/model';
import { caseOf } from './case';
import { provedLogin } from './login-watch';
import type { Scene } from './scene';
import { isSameBasis, type PlanBasis, type TabState } from './tab-state';

/** Where a fact was seen or said. */
interface Place {
  readonly tab: number | null;
  readonly frame: number;
  readonly document: string | null;
}

function makeFact(id: string, journey: string, body: FactBody, scene: Scene, place: Place): NewFact {
  return { id, journey, assertion: assertionOf(body), body, at: scene.now.toISOString(), ...place };
}

/** All facts of a subject: a guide may carry on what another began. */
export async function factsOf(store: Store, subject: string): Promise<readonly Fact[]> {
  const journeys = await store.ledger.journeys(subject);
  return (await Promise.all(journeys.map(({ id }) => store.ledger.facts(id)))).flat();
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
  const { subjects, store, today } = scene;
  const row = subjects.find(({ id }) => id === state.subject);
  const subject = row ? caseOf(row, await store.certificates.list(row.id), today) : null;
  return { page, via: provedLogin(state.login, page), subject, subjectCount: subjects.length, today };
}

/**
 * Records what the page shows, then plans over all that is known. Facts are durable before the plan that
 * rests on them is returned. Rejects with a StoreFailure.
 */
export async function recordAndPlan(
  pack: NoticePack,
  scene: Scene,
  state: TabState,
  page: TabPage,
  previousPage: PageState,
): Promise<Pick<TabState, 'plan' | 'attributed' | 'login'>> {
  const { attributed, login } = state;
  const situation = await situationOf(scene, state, page);
  if (!situation.subject) {
    return { plan: planFor({ pack, situation, journey: null, facts: [] }), attributed, login };
  }
  const { ledger } = scene.store;
  const subject = situation.subject.id;
  let facts = await factsOf(scene.store, subject);
  const guide = findGuide(pack, chooseGuide(pack, situation, facts));
  const startedAt = scene.now.toISOString();
  const journey = await ledger.begin(beginJourney({ pack, subject, guide, startedAt }));
  // Painted for this very page, in the document that is there now.
  const isCardUp = state.card === 'shown' && state.cardDocument === state.frames[0]?.document;
  const warningShown = isCardUp && state.warnsOn === page.state;
  const bodies = observe({ pack, situation, journey, facts, previousPage, warningShown });
  // What stands on the page was shown to whomever the tab acted for then, not to the next one chosen.
  const sight = sightOf(page, state);
  const isAnothers = attributed?.sight === sight && attributed.subject !== subject;
  if (bodies.length > 0 && !isAnothers) {
    const frame = page.frame ?? 0;
    const place: Place = { tab: state.tab, frame, document: page.document };
    const fresh = bodies.map((body) =>
      makeFact(seenId(journey.id, body, page, state), journey.id, body, scene, place),
    );
    if ((await ledger.append(fresh)).length > 0) facts = await factsOf(scene.store, subject);
  }
  const plan = planFor({ pack, situation, journey, facts });
  // One login is one fact: what a later page of the session shows is not that login again.
  const rest = login?.phase === 'proved' ? null : login;
  return { plan, attributed: isAnothers ? attributed : { sight, subject }, login: rest };
}

/** A plan from page and notice alone, while nothing can be read or recorded. */
export function planWithoutLedger(pack: NoticePack, now: Date, page: TabPage): Plan {
  const today = dateIn(now, pack.timeZone);
  const situation: Situation = { page, via: null, subject: null, subjectCount: 0, today };
  return planFor({ pack, situation, journey: null, facts: [] });
}

/** In which journey a word is kept, and as what; null for a word taken back that was never said. */
async function keepWord(
  pack: NoticePack,
  scene: Scene,
  { plan, subject }: TabState,
  word: MessageOf<'page.said'>['word'],
  known: readonly Fact[],
): Promise<{ readonly journey: string; readonly body: FactBody } | null> {
  if (plan.kind !== 'guide' || !subject) return null;
  if (word.kind === 'retraction') {
    // A guide may carry on another's words: they are taken back in the journey they were said in.
    const said = known.find((fact) => fact.id === word.of && fact.assertion === 'said');
    return said ? { journey: said.journey, body: word } : null;
  }
  const guide = findGuide(pack, plan.guide);
  if (isOfNoGuide(word)) {
    if (word.kind === 'trouble' && !troublesOf(pack).some(({ id }) => id === word.trouble)) return null;
    return { journey: await noticeJourney(pack, scene, subject), body: word };
  }
  const answer = obligationAnswer(guide, word);
  if (!answer) {
    return word.kind === 'obligation'
      ? null
      : { journey: journeyId(subject, guide.system, guide.id), body: word };
  }
  if (!pack.obligations.some(({ id }) => id === answer.question)) return null;
  return { journey: await noticeJourney(pack, scene, subject), body: answer };
}

type Said = MessageOf<'page.said'>['word'];

/** Troubles and what is plugged in are of no guide: popup and card keep them in the notice's own journey. */
function isOfNoGuide(word: Said): word is Extract<Said, { kind: 'trouble' | 'answer' }> {
  return word.kind === 'trouble' || (word.kind === 'answer' && isEnvironmentQuestion(word.question));
}

async function noticeJourney(pack: NoticePack, scene: Scene, subject: string): Promise<string> {
  const journey = obligationJourney(pack, subject, scene.now.toISOString());
  return (await scene.store.ledger.begin(journey)).id;
}

/**
 * Records the person's word. Refused as stale when the card's plan rests on another ledger, day or subject
 * than those in force, when it showed another guide or step, or when a word is taken back that was never
 * said. A word that is there already was acknowledged too late: it is recorded. Rejects with a StoreFailure.
 */
export async function recordWord(
  pack: NoticePack,
  scene: Scene,
  state: TabState,
  message: MessageOf<'page.said'>,
  frame: number,
): Promise<Replies['page.said']> {
  const { plan, subject } = state;
  if (plan.kind !== 'guide' || !subject) return { ok: false, why: 'no-subject' };
  if (!isSameBasis(state.basis, basisOf(scene, state))) return { ok: false, why: 'stale' };
  const known = await factsOf(scene.store, subject);
  if (known.some(({ id }) => id === message.id)) return { ok: true };
  if (plan.guide !== message.guide || plan.step !== message.step) return { ok: false, why: 'stale' };
  const kept = await keepWord(pack, scene, state, message.word, known);
  if (!kept) return { ok: false, why: 'stale' };
  const place: Place = { tab: state.tab, frame, document: state.frames[frame]?.document ?? null };
  await scene.store.ledger.append([makeFact(message.id, kept.journey, kept.body, scene, place)]);
  return { ok: true };
}
