import type { MessageOf, OpenTab, Replies } from '@/lib/messaging/contract';
import type { Sender } from '@/lib/messaging/registry';
import { merge } from '@/lib/page/merge';
import type { TabPage } from '@/lib/page/model';
import type { SessionState } from '@/lib/platform/session-state';
import type { Store } from '@/lib/store/model';
import { followSessions, hasLoggedIn } from './continuity';
import { isOfLandmark, pageByLandmark, seeLandmark } from './landmark';
import { followLogin, pressLogin } from './login-watch';
import { endStaleNumbering, setNumbering, withNumbered } from './numbering';
import { openTab } from './open-tab';
import { basisOf, planOnly, planWithoutLedger, recordAndPlan, recordWord } from './planner';
import { type PresenterParts, present, show } from './presenter';
import { readScene, type Scene, type SceneParts } from './scene';
import {
  frameIds,
  isSameBasis,
  mayRing,
  settleTarget,
  type TabState,
  withArrival,
  withoutFrames,
  withReport,
} from './tab-state';
import { isFellow, latestLoginKey, subjectOf, UNNAMED_LOGIN } from './tab-subject';
import { TabTurns } from './tab-turns';

export interface ConductorParts extends PresenterParts, SceneParts {
  readonly session: SessionState;
  /** Copies subjects and certificates when a preview begins. */
  readonly seedPreview: (preview: Store, real: Store) => Promise<void>;
  readonly erasePractice: () => Promise<void>;
  readonly openPopup: () => Promise<boolean>;
  /** Asks pages to report that nothing is known of any more. */
  readonly lookAgain: () => Promise<void>;
  readonly badge: (tabs: readonly OpenTab[]) => Promise<void>;
}

/**
 * Carries a page's report to a plan and the plan to the page (design.md §4): reports → merge → facts →
 * plan → card and ring. Holds no truth: tabs live in session state, facts in the ledger.
 */
export class Conductor {
  readonly #parts: ConductorParts;
  readonly #turns: TabTurns;

  constructor(parts: ConductorParts) {
    this.#parts = parts;
    this.#turns = new TabTurns(parts.session, () => this.#paintBadge());
  }

  // --- what documents send ----------------------------------------------------------------------------

  seen(message: MessageOf<'page.seen'>, sender: Sender): Promise<Replies['page.seen']> {
    return this.#turns.inTab(sender, async (state) => {
      const before = state.frames[sender.frame];
      let next = withReport(state, sender.frame, message.report);
      if (next === state) return { state, reply: { ok: true } };
      const moved =
        before?.document !== message.report.document || before.childFrames !== message.report.childFrames;
      if (moved) next = withoutFrames(next, await this.#goneFrames(next, sender.frame));
      return { state: await this.#conduct(next), reply: { ok: true } };
    });
  }

  /** Waits for nothing else of the tab: it changes nothing, and the frame's first report waits for it. */
  async bringRecogniser({ tab, frame, document }: Sender): Promise<Replies['page.wants-recogniser']> {
    if (tab === null) return { ok: false };
    return { ok: await this.#parts.documents.inject({ tab, frame, document }, 'recogniser') };
  }

  /**
   * A module has come into its document. On a slow machine it comes after the answer was given up waiting for:
   * card and question went nowhere, and a page at rest would give no second occasion.
   */
  arrived(message: MessageOf<'page.arrived'>, sender: Sender): Promise<Replies['page.arrived']> {
    return this.#turns.inTab(sender, async (state) => {
      const known = withArrival(state, sender.frame, message);
      const isLate = known !== state && state.frames[sender.frame]?.document === message.document;
      return { state: isLate ? await this.#conduct(known) : known, reply: { ok: true } };
    });
  }

  target(message: MessageOf<'page.target'>, sender: Sender): Promise<Replies['page.target']> {
    return this.#turns.inTab(sender, async (state) => {
      const { point } = state;
      const current =
        point?.request === message.request && state.frames[sender.frame]?.document === message.document;
      if (!point || !current) return { state, reply: { ok: true } };
      const answered: TabState = {
        ...state,
        point: { ...point, answers: { ...point.answers, [sender.frame]: message.report } },
      };
      const landmark = seeLandmark(answered);
      const next = { ...answered, landmark };
      if (landmark !== (state.landmark ?? null)) {
        return { state: await this.#conduct(next), reply: { ok: true } };
      }
      const scene = await this.#scene(next).catch(() => null);
      // The day may have turned since the plan was made: then another control, or none, is meant.
      if (scene && !isSameBasis(next.basis, basisOf(scene, next))) {
        return { state: await this.#conduct(next), reply: { ok: true } };
      }
      await show(this.#parts, next, scene);
      return { state: next, reply: { ok: true } };
    });
  }

  /** What the person did on a login page: pressed its control, or something else since. */
  acted(message: MessageOf<'page.acted'>, sender: Sender): Promise<Replies['page.acted']> {
    return this.#turns.inTab(sender, async (state) => {
      if (state.frames[sender.frame]?.document !== message.document) return { state, reply: { ok: true } };
      const { point, frames, page } = state;
      const isOurs = point?.request === message.request && point.target === 'login-submit';
      const found = isOurs && settleTarget({ ...point, isShown: true }).ring === sender.frame;
      // Any other act ends a watch: what comes next may be its doing.
      const login = message.pressed && found ? pressLogin(frames, page, sender.frame) : null;
      return { state: { ...state, login }, reply: { ok: true } };
    });
  }

  card(message: MessageOf<'page.card'>, sender: Sender): Promise<Replies['page.card']> {
    return this.#turns.inTab(sender, async (state) => {
      const { state: card, warnsOn } = message;
      const next: TabState = { ...state, card, warnsOn };
      // A warning is recorded only once it was painted.
      const isNews = warnsOn !== null && warnsOn !== state.warnsOn;
      if (isNews) return { state: await this.#conduct(next), reply: { ok: true } };
      if (mayRing(next) !== mayRing(state)) {
        await show(this.#parts, next, await this.#scene(next).catch(() => null));
      }
      return { state: next, reply: { ok: true } };
    });
  }

  /** Remembers where the person left the card on this system: pages of another have other corners free. */
  placeCard(message: MessageOf<'page.place-card'>, sender: Sender): Promise<Replies['page.place-card']> {
    return this.#turns.inTab<Replies['page.place-card']>(sender, async (state) => {
      try {
        const { pack } = await this.#scene(state);
        const { settings } = await this.#parts.store(state.practice ? 'practice' : 'real');
        const places = await settings.get('cardPlaces');
        await settings.set('cardPlaces', { ...places, [pack.mainSystem]: message.place });
        return { state, reply: { ok: true } };
      } catch (error) {
        console.error('rebind: the place of the card could not be kept', error);
        return { state, reply: { ok: false } };
      }
    });
  }

  /** Asks the frame that holds the step's control to bring it into view. */
  bringTarget(sender: Sender): Promise<Replies['page.bring-target']> {
    return this.#turns.inTab(sender, async (state) => {
      const { point, tab } = state;
      const { ring: frame } = settleTarget(point);
      if (!point || frame === null) return { state, reply: { ok: false } };
      const message = { type: 'show.bring-target', request: point.request } as const;
      return { state, reply: { ok: await this.#parts.documents.show({ tab, frame }, message) } };
    });
  }

  number(message: MessageOf<'page.number'>, sender: Sender): Promise<Replies['page.number']> {
    return this.#turns.inTab(sender, async (state) => {
      const next = await setNumbering(this.#parts, state, message.on);
      await show(this.#parts, next, await this.#scene(next).catch(() => null));
      return { state: next, reply: { ok: true } };
    });
  }

  numbered(message: MessageOf<'page.numbered'>, sender: Sender): Promise<Replies['page.numbered']> {
    return this.#turns.inTab(sender, async (state) => {
      const { frame } = sender;
      if (state.frames[frame]?.document !== message.document) return { state, reply: { ok: true } };
      const next = await withNumbered(this.#parts, state, frame, message);
      if (next !== state) await show(this.#parts, next, await this.#scene(next).catch(() => null));
      return { state: next, reply: { ok: true } };
    });
  }

  /** The shortcut: the keyboard goes to the tab's card and back; to the popup where there is no card. */
  async reachCard(tab: number): Promise<void> {
    const state = await this.#turns.load(tab);
    const isUp = state?.card === 'shown' && state.cardDocument === state.frames[0]?.document;
    const reached =
      isUp && (await this.#parts.documents.show({ tab, frame: 0 }, { type: 'show.reach-card' }));
    if (!reached) await this.#parts.openPopup();
  }

  /** The person's word: recorded only for the step the card was showing and that is still in force. */
  said(message: MessageOf<'page.said'>, sender: Sender): Promise<Replies['page.said']> {
    return this.#turns.inTab<Replies['page.said']>(sender, async (state) => {
      try {
        const scene = await this.#scene(state);
        const reply = await recordWord(scene, state, message, sender.frame);
        if (reply.ok) this.#tellFellows(state);
        // A card that was out of date learns what holds now.
        return { state: await this.#conduct(state), reply };
      } catch (error) {
        console.error('rebind: a word could not be recorded', error);
        return { state, reply: { ok: false, why: 'storage' } };
      }
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
    return this.#turns.run(message.tab, async () => {
      const state = await this.#turns.load(message.tab);
      if (!state) return { ok: false };
      const scene = await this.#scene(state);
      if (!scene.subjects.some(({ id }) => id === message.subject)) return { ok: false };
      const chosen = { ...state, subject: message.subject };
      await this.#parts.session.set(latestLoginKey(chosen), message.subject);
      await this.#turns.save(await this.#conduct({ ...chosen, basis: basisOf(scene, chosen) }));
      await this.#paintBadge();
      return { ok: true };
    });
  }

  /** Plans every open tab again: data, settings or the day changed. */
  async replanAll(): Promise<void> {
    // Erasing everything takes what was known of open pages too, and their cards would go on showing it.
    if ((await this.#turns.ids()).length === 0) await this.#parts.lookAgain();
    await this.#turns.forEachTab(async (state) =>
      this.#conduct(withoutFrames(state, await this.#goneFrames(state, null))),
    );
    await this.#paintBadge();
  }

  /** Sets the date that is previewed, or rehearsed when the practice page asks; null ends a preview. */
  async preview(message: MessageOf<'pages.preview'>, sender: Sender): Promise<Replies['pages.preview']> {
    const { store, seedPreview } = this.#parts;
    if (sender.kind === 'practice') {
      await (await store('practice')).settings.set('preview', message.date);
    } else {
      const real = await store('real');
      // A preview begins with the person's own case; moving its date changes nothing else in it.
      const begins = message.date !== null && (await real.settings.get('preview')) === null;
      if (begins) await seedPreview(await store('preview'), real);
      await real.settings.set('preview', message.date);
    }
    await this.replanAll();
    return { ok: true };
  }

  /** A rehearsal starts over: its ledger is emptied, nothing else is touched. */
  async resetPractice(): Promise<Replies['pages.reset-practice']> {
    await this.#parts.erasePractice();
    await this.#turns.forEachTab(async (state) =>
      state.practice ? { ...state, login: null, subject: null, attributed: null } : state,
    );
    await this.replanAll();
    return { ok: true };
  }

  async forgetTab(tab: number): Promise<void> {
    await this.#turns.forget(tab);
  }

  // --- one round --------------------------------------------------------------------------------------

  async #conduct(state: TabState): Promise<TabState> {
    const { shelf, now, session, draw } = this.#parts;
    const page = merge(new Map(Object.entries(state.frames).map(([id, report]) => [Number(id), report])));
    const arrival = (frame: number) => this.#parts.documents.arrival({ tab: state.tab, frame });
    const login = await followLogin(state.login, state.frames, page, arrival);
    const sessions = followSessions(state.sessions, state.frames, page);
    if (hasLoggedIn(state.sessions, sessions))
      await session.set(latestLoginKey(state), `${UNNAMED_LOGIN}${draw()}`);
    let next: TabState = { ...state, page: page.state, login, sessions };
    next = await endStaleNumbering(this.#parts, next);
    let scene: Scene | null = null;
    try {
      scene = await this.#scene(next);
      if (scene.isForeign) return this.#fallSilent(next, page);
      const subject = await subjectOf(this.#parts, scene, next, page, state.sessions);
      // A subject forgotten is a session ended: what was of it can come back by the back button only.
      if (state.subject && !subject) next = { ...next, sessions: { ...sessions, isInside: false } };
      next = { ...next, subject };
      next = { ...next, basis: basisOf(scene, next) };
      const { recorded, ...planned } = await recordAndPlan(scene, next, page, state.page, arrival);
      next = { ...next, ...planned };
      if (recorded) this.#tellFellows(next);
      const byLandmark = pageByLandmark(scene.pack, page, next);
      const plan = byLandmark && (await planOnly(scene, next, byLandmark));
      if (plan && isOfLandmark(plan)) return present(this.#parts, { ...next, plan }, byLandmark, scene);
    } catch (error) {
      console.error('rebind: the ledger cannot be used', error);
      scene = null;
      // What ships with the product speaks of the official site alone.
      if (next.site) return this.#fallSilent(next, page);
      next = { ...next, basis: null, plan: planWithoutLedger(shelf, now(), page) };
    }
    return present(this.#parts, next, page, scene);
  }

  #fallSilent(state: TabState, page: TabPage): Promise<TabState> {
    return present(this.#parts, { ...state, basis: null, plan: { kind: 'silent' } }, page, null);
  }

  #scene(state: TabState): Promise<Scene> {
    return readScene(this.#parts, state.practice, state.site ?? null);
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

  /**
   * Plans the other tabs of the same ledger again: what happened in one is known in all. Waited for by nobody,
   * since each tab waits for its own round only; a page is news to a journey once, so the telling ends.
   */
  #tellFellows(state: TabState): void {
    this.#turns
      .forEachTab(async (other) => (isFellow(other, state) ? this.#conduct(other) : other), state.tab)
      .catch((error) => console.error('rebind: another tab could not be planned again', error));
  }

  async #openTabs(): Promise<readonly OpenTab[]> {
    const states = await Promise.all((await this.#turns.ids()).map((id) => this.#turns.load(id)));
    return states.flatMap((state) => (state && !state.practice ? [openTab(state)] : []));
  }

  async #paintBadge(): Promise<void> {
    await this.#parts.badge(await this.#openTabs());
  }
}
