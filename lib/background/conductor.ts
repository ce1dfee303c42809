import { chooseGuide, journeyId } from '@/lib/guide/journey';
import type { Fact, FactBody, Journey, NewFact, Plan, Situation } from '@/lib/guide/model';
import { observe } from '@/lib/guide/observe';
import { planFor } from '@/lib/guide/plan';
import type { MessageOf, OpenTab, Replies, ShowCard } from '@/lib/messaging/contract';
import type { Sender } from '@/lib/messaging/registry';
import type { CalendarDate } from '@/lib/notice/calendar';
import { dateIn } from '@/lib/notice/days';
import type { NoticePack } from '@/lib/notice/model';
import { merge } from '@/lib/page/merge';
import type { TabPage } from '@/lib/page/model';
import type { Documents } from '@/lib/platform/documents';
import type { SessionState } from '@/lib/platform/session-state';
import type { Namespace, Store } from '@/lib/store/model';
import { caseOf } from './case';
import { previewInstant } from './clock';
import { SerialQueue } from './serial-queue';
import {
  frameIds,
  newTabState,
  pointKey,
  settleTarget,
  type TabState,
  withoutFrames,
  withReport,
} from './tab-state';
import { TabStates } from './tab-states';

export interface ConductorParts {
  /** Opens a namespace, once; rejects with a StoreFailure. */
  readonly store: (namespace: Namespace) => Promise<Store>;
  readonly documents: Documents;
  readonly session: SessionState;
  readonly pack: NoticePack;
  readonly now: () => Date;
  /** A random id. */
  readonly draw: () => string;
  /** Fills the practice database the first time it is used. */
  readonly furnishPractice: (store: Store) => Promise<void>;
  /** Copies subjects and certificates when a preview begins. */
  readonly seedPreview: (preview: Store, real: Store) => Promise<void>;
  readonly erasePractice: () => Promise<void>;
  readonly openPopup: () => Promise<boolean>;
  readonly badge: (tabs: readonly OpenTab[]) => Promise<void>;
}

/** The date on which a rehearsal plays where the trainer chose none: a working day inside the transition. */
const PRACTICE_DATE: CalendarDate = '2023-09-20';

/** What one round of planning stands on. */
interface Scene {
  readonly namespace: Namespace;
  readonly store: Store;
  readonly preview: CalendarDate | null;
  readonly largeType: boolean;
  readonly now: Date;
  readonly today: CalendarDate;
  readonly subjects: readonly { readonly id: string }[];
}

/**
 * Carries a page's report to a plan and the plan to the page (design.md §4): reports → merge → facts →
 * plan → card and ring. Holds no truth: tabs live in session state, facts in the ledger.
 */
export class Conductor {
  readonly #parts: ConductorParts;
  readonly #queue = new SerialQueue<number>();
  readonly #tabs: TabStates;

  constructor(parts: ConductorParts) {
    this.#parts = parts;
    this.#tabs = new TabStates(parts.session);
  }

  // --- what documents send ----------------------------------------------------------------------------

  seen(message: MessageOf<'page.seen'>, sender: Sender): Promise<Replies['page.seen']> {
    return this.#inTab(sender, async (state) => {
      const before = state.frames[sender.frame];
      let next = withReport(state, sender.frame, message.report);
      if (next === state) return { state, reply: { ok: true } };
      const moved =
        before?.document !== message.report.document || before.childFrames !== message.report.childFrames;
      if (moved) next = withoutFrames(next, await this.#goneFrames(next, sender.frame));
      return { state: await this.#conduct(next), reply: { ok: true } };
    });
  }

  target(message: MessageOf<'page.target'>, sender: Sender): Promise<Replies['page.target']> {
    return this.#inTab(sender, async (state) => {
      const { point } = state;
      const current =
        point?.request === message.request && state.frames[sender.frame]?.document === message.document;
      if (!point || !current) return { state, reply: { ok: true } };
      const next: TabState = {
        ...state,
        point: { ...point, answers: { ...point.answers, [sender.frame]: message.report } },
      };
      await this.#draw(next);
      return { state: next, reply: { ok: true } };
    });
  }

  card(message: MessageOf<'page.card'>, sender: Sender): Promise<Replies['page.card']> {
    return this.#inTab(sender, async (state) => ({
      state: { ...state, card: message.state },
      reply: { ok: true },
    }));
  }

  /** The person's word: recorded only for the step the card was showing and that is still in force. */
  said(message: MessageOf<'page.said'>, sender: Sender): Promise<Replies['page.said']> {
    return this.#inTab<Replies['page.said']>(sender, async (state) => {
      const { plan, subject } = state;
      if (plan.kind !== 'guide' || !subject) return { state, reply: { ok: false, why: 'no-subject' } };
      if (plan.guide !== message.guide || plan.step !== message.step) {
        return { state, reply: { ok: false, why: 'stale' } };
      }
      try {
        const scene = await this.#scene(state);
        const journey = journeyId(subject, this.#system(plan.guide), plan.guide);
        const { word } = message;
        if (word.kind === 'retraction') {
          const facts = await scene.store.ledger.facts(journey);
          const said = facts.some((fact) => fact.id === word.of && fact.assertion === 'said');
          if (!said) return { state, reply: { ok: false, why: 'stale' } };
        }
        await scene.store.ledger.append([
          this.#fact({ id: message.id, journey, body: word, state, scene, sender }),
        ]);
      } catch (error) {
        console.error('rebind: a word could not be recorded', error);
        return { state, reply: { ok: false, why: 'storage' } };
      }
      return { state: await this.#conduct(state), reply: { ok: true } };
    });
  }

  async openPopup(): Promise<Replies['page.open-popup']> {
    return { ok: await this.#parts.openPopup() };
  }

  // --- what our own pages send ------------------------------------------------------------------------

  async openTabs(): Promise<Replies['pages.tabs']> {
    return { tabs: await this.#openTabs() };
  }

  chooseSubject(message: MessageOf<'pages.choose-subject'>): Promise<Replies['pages.choose-subject']> {
    return this.#queue.run(message.tab, async () => {
      const state = await this.#tabs.load(message.tab);
      if (!state) return { ok: false };
      const { subjects } = await this.#scene(state);
      if (!subjects.some(({ id }) => id === message.subject)) return { ok: false };
      await this.#tabs.save(await this.#conduct({ ...state, subject: message.subject }));
      await this.#paintBadge();
      return { ok: true };
    });
  }

  /** Plans every open tab again: data, settings or the day changed. */
  async replanAll(): Promise<void> {
    for (const tab of await this.#tabs.ids()) {
      await this.#queue.run(tab, async () => {
        const state = await this.#tabs.load(tab);
        if (!state) return;
        const present = withoutFrames(state, await this.#goneFrames(state, null));
        await this.#tabs.save(await this.#conduct(present));
      });
    }
    await this.#paintBadge();
  }

  /** Sets the date that is previewed, or rehearsed when the practice page asks; null ends a preview. */
  async preview(message: MessageOf<'pages.preview'>, sender: Sender): Promise<Replies['pages.preview']> {
    const { store, seedPreview } = this.#parts;
    if (sender.kind === 'practice') {
      await (await store('practice')).settings.set('preview', message.date);
    } else {
      const real = await store('real');
      if (message.date !== null) await seedPreview(await store('preview'), real);
      await real.settings.set('preview', message.date);
      // A subject chosen in one namespace says nothing in another.
      await this.#forgetSubjects();
    }
    await this.replanAll();
    return { ok: true };
  }

  /** A rehearsal starts over: its ledger is emptied, nothing else is touched. */
  async resetPractice(): Promise<Replies['pages.reset-practice']> {
    await this.#parts.erasePractice();
    for (const tab of await this.#tabs.ids()) {
      await this.#queue.run(tab, async () => {
        const state = await this.#tabs.load(tab);
        if (state?.practice) await this.#tabs.save({ ...state, via: null, subject: null });
      });
    }
    await this.replanAll();
    return { ok: true };
  }

  async forgetTab(tab: number): Promise<void> {
    await this.#queue.run(tab, () => this.#tabs.remove(tab));
  }

  // --- one round --------------------------------------------------------------------------------------

  async #inTab<R>(
    sender: Sender,
    task: (state: TabState) => Promise<{ state: TabState; reply: R }>,
  ): Promise<R> {
    const { tab } = sender;
    if (tab === null) throw new Error('conductor: a document without a tab');
    return this.#queue.run(tab, async () => {
      const loaded = (await this.#tabs.load(tab)) ?? newTabState(tab, sender.kind === 'practice');
      // The same tab may go from the practice page to the site: nothing of one is carried to the other.
      const state =
        loaded.practice === (sender.kind === 'practice') ? loaded : newTabState(tab, !loaded.practice);
      const { state: next, reply } = await task(state);
      if (next !== state) {
        await this.#tabs.save(next);
        await this.#paintBadge();
      }
      return reply;
    });
  }

  async #conduct(state: TabState): Promise<TabState> {
    const page = merge(new Map(Object.entries(state.frames).map(([id, report]) => [Number(id), report])));
    const atLogin = page.state === 'login-account' || page.state === 'login-ca';
    let next: TabState = { ...state, page: page.state };
    if (page.state === 'login-account' || page.state === 'login-ca') next = { ...next, via: page.state };
    let plan: Plan;
    let scene: Scene | null = null;
    try {
      scene = await this.#scene(next);
      // Asked again after each login when there is more than one (design.md §4).
      const [only] = scene.subjects;
      if (scene.subjects.length === 1 && only) next = { ...next, subject: only.id };
      else if (atLogin || !scene.subjects.some(({ id }) => id === next.subject))
        next = { ...next, subject: null };
      plan = await this.#planIn(scene, next, page, state.page);
    } catch (error) {
      console.error('rebind: the ledger cannot be used', error);
      plan = this.#planWithoutLedger(next, page);
    }
    next = { ...next, plan };
    next = await this.#show(next, page, scene);
    return next;
  }

  async #planIn(scene: Scene, state: TabState, page: TabPage, previousPage: TabState['page']): Promise<Plan> {
    const { pack } = this.#parts;
    const situation = await this.#situation(scene, state, page);
    if (!situation.subject) return planFor({ pack, situation, journey: null, facts: [] });
    const { ledger } = scene.store;
    const journeys = await ledger.journeys(situation.subject.id);
    const known = (await Promise.all(journeys.map(({ id }) => ledger.facts(id)))).flat();
    const guide = chooseGuide(pack, situation, known);
    const system = this.#system(guide);
    const id = journeyId(situation.subject.id, system, guide);
    const journey: Journey = await ledger.begin({
      id,
      subject: situation.subject.id,
      system,
      guide,
      pack: pack.id,
      packVersion: pack.version,
      startedAt: scene.now.toISOString(),
    });
    let facts: readonly Fact[] = known.filter((fact) => fact.journey === id);
    const bodies = observe({ pack, situation, journey, facts, previousPage });
    if (bodies.length > 0) {
      const sender = { tab: state.tab, frame: page.frame ?? 0 };
      const fresh = bodies.map((body) =>
        this.#fact({ id: this.#seenId(id, body, page, state), journey: id, body, state, scene, sender }),
      );
      if ((await ledger.append(fresh)).length > 0) facts = await ledger.facts(id);
    }
    return planFor({ pack, situation, journey, facts });
  }

  /** A plan from the page and the notice alone, while nothing can be read or recorded. */
  #planWithoutLedger(state: TabState, page: TabPage): Plan {
    const { pack, now } = this.#parts;
    const today = dateIn(now(), pack.timeZone);
    const situation: Situation = { page, via: state.via, subject: null, subjectCount: 0, today };
    return planFor({ pack, situation, journey: null, facts: [] });
  }

  async #situation(scene: Scene, state: TabState, page: TabPage): Promise<Situation> {
    const { subjects, store, today } = scene;
    const row = state.subject ? await store.subjects.get(state.subject) : undefined;
    const subject = row ? caseOf(row, await store.certificates.list(row.id), today) : null;
    return { page, via: state.via, subject, subjectCount: subjects.length, today };
  }

  async #scene(state: TabState): Promise<Scene> {
    const { store, pack, now, furnishPractice } = this.#parts;
    const home = await store(state.practice ? 'practice' : 'real');
    if (state.practice) await furnishPractice(home);
    const set = await home.settings.get('preview');
    const preview = state.practice ? (set ?? PRACTICE_DATE) : set;
    const inForce = preview !== null && !state.practice ? await store('preview') : home;
    const instant = preview === null ? now() : previewInstant(now(), preview, pack.timeZone);
    return {
      namespace: inForce.namespace,
      store: inForce,
      preview,
      largeType: await home.settings.get('largeType'),
      now: instant,
      today: dateIn(instant, pack.timeZone),
      subjects: await inForce.subjects.list(),
    };
  }

  // --- facts ------------------------------------------------------------------------------------------

  #fact(from: {
    id: string;
    journey: string;
    body: FactBody;
    state: TabState;
    scene: Scene;
    sender: { tab: number | null; frame: number };
  }): NewFact {
    const { id, journey, body, state, scene, sender } = from;
    const seen = body.kind === 'page' || body.kind === 'warned';
    return {
      id,
      journey,
      assertion: body.kind === 'retraction' ? 'retracted' : seen ? 'seen' : 'said',
      body,
      at: scene.now.toISOString(),
      tab: sender.tab,
      frame: sender.frame,
      document: state.frames[sender.frame]?.document ?? null,
    };
  }

  /** The same page seen by the same document is the same fact, however often it is reported. */
  #seenId(journey: string, body: FactBody, page: TabPage, state: TabState): string {
    const report = page.frame === null ? undefined : state.frames[page.frame];
    return JSON.stringify([journey, body, page.document, report?.sequence ?? 0]);
  }

  #system(guide: string): string {
    const definition = this.#parts.pack.guides.find(({ id }) => id === guide);
    if (!definition) throw new Error(`conductor: the pack has no guide ${guide}`);
    return definition.system;
  }

  // --- showing ----------------------------------------------------------------------------------------

  async #show(state: TabState, page: TabPage, scene: Scene | null): Promise<TabState> {
    let next = await this.#showCardModule(state);
    next = await this.#point(next, page);
    await this.#draw(next, scene);
    return next;
  }

  /** The card is injected on demand, once a top document. */
  async #showCardModule(state: TabState): Promise<TabState> {
    const top = state.frames[0]?.document;
    if (!top || state.plan.kind === 'silent' || state.cardDocument === top) return state;
    const there =
      state.practice || (await this.#parts.documents.inject({ tab: state.tab, frame: 0 }, 'guide'));
    return there ? { ...state, cardDocument: top, card: 'none' } : state;
  }

  async #point(state: TabState, page: TabPage): Promise<TabState> {
    const target = state.plan.kind === 'guide' ? state.plan.target : null;
    const key = pointKey(state, target, page.state);
    if (state.point?.key === key) return state;
    if (target === null && state.point === null) return state;
    const { documents, draw } = this.#parts;
    const request = draw();
    const pointers: Record<string, string> = { ...state.pointers };
    const frames: number[] = [];
    for (const frame of frameIds(state)) {
      const document = state.frames[frame]?.document;
      if (!document) continue;
      const to = { tab: state.tab, frame };
      if (pointers[frame] !== document) {
        if (target === null) continue;
        if (!state.practice && !(await documents.inject(to, 'pointer'))) continue;
        pointers[frame] = document;
      }
      // Answers queue behind this round, so none is lost.
      const asked = { type: 'show.point', request, target, page: page.state } as const;
      if (await documents.show(to, asked)) frames.push(frame);
    }
    return { ...state, pointers, point: { request, key, target, frames, answers: {} } };
  }

  async #draw(state: TabState, known?: Scene | null): Promise<void> {
    const { documents } = this.#parts;
    const { card, ring } = settleTarget(state.point);
    const { point, tab } = state;
    if (point) {
      await Promise.all(
        point.frames.map((frame) =>
          documents.show({ tab, frame }, { type: 'show.ring', request: point.request, draw: frame === ring }),
        ),
      );
    }
    if (!state.cardDocument || state.cardDocument !== state.frames[0]?.document) return;
    const scene = known === undefined ? await this.#scene(state).catch(() => null) : known;
    const message: ShowCard = {
      type: 'show.card',
      plan: state.plan,
      target: card,
      preview: scene?.preview ?? null,
      namespace: scene?.namespace ?? 'real',
      largeType: scene?.largeType ?? false,
      recording: scene !== null,
    };
    await documents.show({ tab, frame: 0 }, message);
  }

  // --- tabs -------------------------------------------------------------------------------------------

  /** Frames that no longer answer. `except` has just spoken. */
  async #goneFrames(state: TabState, except: number | null): Promise<readonly number[]> {
    const others = frameIds(state).filter((frame) => frame !== except);
    const alive = await Promise.all(
      others.map((frame) => this.#parts.documents.show({ tab: state.tab, frame }, { type: 'show.ping' })),
    );
    return others.filter((_, index) => !alive[index]);
  }

  async #forgetSubjects(): Promise<void> {
    for (const tab of await this.#tabs.ids()) {
      await this.#queue.run(tab, async () => {
        const state = await this.#tabs.load(tab);
        if (state && !state.practice) await this.#tabs.save({ ...state, subject: null });
      });
    }
  }

  async #openTabs(): Promise<readonly OpenTab[]> {
    const states = await Promise.all((await this.#tabs.ids()).map((id) => this.#tabs.load(id)));
    return states.flatMap((state) => (state && !state.practice ? [this.#openTab(state)] : []));
  }

  #openTab(state: TabState): OpenTab {
    const waiting = state.plan.kind === 'choose-subject' && state.plan.subjects > 1;
    const atLogin = state.page === 'login-account' || state.page === 'login-ca';
    return {
      tab: state.tab,
      page: state.page,
      subject: state.subject,
      waiting: waiting && !atLogin,
      cardLost: state.card === 'lost',
    };
  }

  async #paintBadge(): Promise<void> {
    await this.#parts.badge(await this.#openTabs());
  }
}
