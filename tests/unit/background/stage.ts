/** A conductor over a real store (fake-indexeddb), with scripted documents instead of a browser. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { Conductor } from '@/lib/background/conductor';
import { EnvironmentDesk } from '@/lib/background/environment-desk';
import type { MachineReading, PageReading } from '@/lib/environment/model';
import type { GuidePlan, Plan } from '@/lib/guide/model';
import type { MessageOf, OpenTab, ShowCard, ShowMessage } from '@/lib/messaging/contract';
import type { Sender } from '@/lib/messaging/registry';
import { shelfOf } from '@/lib/notice/available';
import { builtinPack } from '@/lib/notice/builtin';
import type { NoticePack } from '@/lib/notice/model';
import type { Evidence, FrameReport, PageState, TargetReport } from '@/lib/page/model';
import type { Arrival, Documents, FrameAddress } from '@/lib/platform/documents';
import type { SessionState } from '@/lib/platform/session-state';
import type { Namespace, Store, SubjectRow } from '@/lib/store/model';
import { openStore } from '@/lib/store/open';
import { type Death, WorkerLife } from './worker-life';

export const IN_TRANSITION = '2023-09-20';

export interface Shown {
  readonly tab: number;
  readonly frame: number;
  readonly message: ShowMessage;
}

export class Stage {
  readonly shown: Shown[] = [];
  readonly injected: string[] = [];
  readonly injections: (FrameAddress & { readonly module: string })[] = [];
  readonly badges: (readonly OpenTab[])[] = [];
  /** `tab/frame` of frames that no longer answer. */
  readonly gone = new Set<string>();
  /** Frames that never answer, as one inside a native confirm box. */
  readonly silent = new Set<string>();
  /** Modules that do not run in time, as on a machine that reads them from a busy disk. */
  readonly slow = new Set<string>();
  /** How the documents that come next came to be there. */
  arrival: Arrival | null = { by: 'navigate', fromSite: true, acted: false };
  now = new Date('2026-11-22T02:00:00Z');
  failStore = false;
  /** Taken when a worker starts. */
  pack: NoticePack = builtinPack;
  /** Packs at hand besides. */
  otherPacks: readonly NoticePack[] = [];
  popupsOpened = 0;
  looksAsked = 0;
  /** Workers that died of a message. */
  deaths = 0;

  readonly #engine = { indexedDB: new IDBFactory(), IDBKeyRange, locks: null };
  readonly #stores = new Map<Namespace, Promise<Store>>();
  readonly #session = new Map<string, unknown>();
  #drawn = 0;
  readonly #sequences = new Map<string, number>();
  readonly store = (namespace: Namespace): Promise<Store> => {
    if (this.failStore) return Promise.reject(new Error('refused'));
    const known = this.#stores.get(namespace) ?? openStore(namespace, this.#engine);
    this.#stores.set(namespace, known);
    return known;
  };

  /** What the tab's top document answers, and what this computer is. */
  environment: PageReading | null = {
    protocol: 'http:',
    loopbackNetwork: 'denied',
    localNetworkAccess: 'denied',
  };
  machine: Omit<MachineReading, 'now'> = { userAgent: 'Chrome/150.0.0.0', brands: [], offset: -480 };
  declare desk: EnvironmentDesk;
  life = new WorkerLife();
  conductor = this.startWorker();

  /** A new worker over the same session storage and database: what is left after the browser stopped one. */
  startWorker(): Conductor {
    this.life.end();
    const life = new WorkerLife();
    this.life = life;
    const session: SessionState = {
      get: async (key) => structuredClone(this.#session.get(key)),
      set: async (key, value) => void this.#session.set(key, structuredClone(value)),
      remove: async (key) => void this.#session.delete(key),
      keys: async (prefix) => [...this.#session.keys()].filter((key) => key.startsWith(prefix)),
    };
    const documents: Documents = {
      show: async (to, message) => {
        if (this.gone.has(`${to.tab}/${to.frame}`)) return false;
        if (this.silent.has(`${to.tab}/${to.frame}`)) return new Promise(() => {});
        this.shown.push({ ...to, message: structuredClone(message) });
        return true;
      },
      inject: async (to, module) => {
        const { tab, frame } = to;
        if (this.gone.has(`${tab}/${frame}`)) return false;
        this.injections.push({ ...to, module });
        this.injected.push(`${tab}/${frame}/${module}`);
        return !this.slow.has(module);
      },
      arrival: async () => this.arrival,
      environment: async ({ tab, frame }) => (this.gone.has(`${tab}/${frame}`) ? null : this.environment),
    };
    const parts = {
      store: async (namespace: Namespace) => life.guard(await this.store(namespace)),
      documents: life.guard(documents),
      session: life.guard(session),
      shelf: shelfOf([this.pack, ...this.otherPacks]),
      now: () => this.now,
      furnishPractice: async (practice: Store) => {
        if ((await practice.subjects.list()).length === 0) await practice.subjects.put(subject('practice'));
      },
    };
    this.desk = new EnvironmentDesk({ ...parts, machine: (now) => ({ ...this.machine, now }) });
    this.conductor = new Conductor({
      ...parts,
      machine: (now) => ({ ...this.machine, now }),
      draw: () => `draw-${this.#drawn++}`,
      seedPreview: (preview, real) => preview.seedFrom(real),
      erasePractice: async () => {
        for (const row of await (await this.store('practice')).subjects.list()) {
          await (await this.store('practice')).subjects.remove(row.id);
        }
      },
      openPopup: async () => {
        this.popupsOpened += 1;
        return true;
      },
      lookAgain: async () => {
        this.looksAsked += 1;
      },
      badge: async (tabs) => void this.badges.push(tabs),
    });
    return this.conductor;
  }

  async addSubjects(...ids: string[]): Promise<void> {
    for (const id of ids) await (await this.store('real')).subjects.put(subject(id));
  }

  previewTransition(): Promise<unknown> {
    return this.conductor.preview({ type: 'pages.preview', date: IN_TRANSITION }, ownPage);
  }

  /** A document shows a page; the card reports itself up, as the mounted one does. */
  async page(
    state: PageState,
    where: {
      tab?: number;
      frame?: number;
      document?: string;
      evidence?: Evidence[];
      childFrames?: number;
      /** False: the card has not told yet that it is up. */
      isPainted?: boolean;
      /** The worker that gets the report dies of it. */
      dies?: Death | null;
    } = {},
  ): Promise<void> {
    const { tab = 1, frame = 0, document = `doc-${tab}-${frame}`, evidence = [], childFrames = 0 } = where;
    const { isPainted = true, dies = null } = where;
    const sequence = (this.#sequences.get(document) ?? 0) + 1;
    this.#sequences.set(document, sequence);
    const report: FrameReport = {
      state,
      confidence: 1,
      evidence,
      unbindVisible: state === 'ca-list',
      document,
      sequence,
      top: frame === 0,
      childFrames,
    };
    await this.deliver(() => this.conductor.seen({ type: 'page.seen', report }, sender(tab, frame)), dies);
    if (isPainted && this.card(tab)) await this.paint(tab);
  }

  /** The card tells what it has painted, as the mounted one does. */
  async paint(tab = 1): Promise<void> {
    const plan = this.anyPlan(tab);
    const isWarning = plan && plan.kind !== 'silent' && plan.notes.some(({ tone }) => tone === 'stop');
    await this.conductor.card(
      { type: 'page.card', state: 'shown', warnsOn: isWarning ? plan.page : null },
      sender(tab, 0),
    );
  }

  answer(
    report: Partial<TargetReport>,
    where: { tab?: number; frame?: number; document?: string } = {},
  ): Promise<unknown> {
    const { tab = 1, frame = 0 } = where;
    const asked = this.#last(tab, frame, 'show.point');
    if (asked?.type !== 'show.point' || !asked.target) throw new Error('stage: nothing was asked');
    const full: TargetReport = {
      target: asked.target,
      state: 'found',
      label: '解绑',
      candidates: 1,
      reasons: [],
      ...report,
    };
    const document = where.document ?? `doc-${tab}-${frame}`;
    return this.conductor.target(
      { type: 'page.target', document, request: asked.request, report: full },
      sender(tab, frame),
    );
  }

  /** The person presses the login page's control, or does something else there. */
  async act(pressed: boolean, where: { tab?: number; document?: string } = {}): Promise<void> {
    const { tab = 1, document = `doc-${tab}-0` } = where;
    const asked = this.#last(tab, 0, 'show.point');
    const request = asked?.type === 'show.point' ? asked.request : 'none';
    if (pressed) await this.answer({ state: 'found', label: '登录' }, { tab, document });
    await this.conductor.acted({ type: 'page.acted', document, request, pressed }, sender(tab, 0));
  }

  say(word: MessageOf<'page.said'>['word'], id: string, tab = 1, dies: Death | null = null) {
    const { guide, step } = this.plan(tab);
    const message = { type: 'page.said', id, word, guide, step } as const;
    return this.deliver(() => this.conductor.said(message, sender(tab, 0)), dies);
  }

  /**
   * Sends a message to a worker that may die of it. One that died is not heard of again; the sender asks the
   * next one the same, as `createContentPort` does.
   */
  async deliver<R>(send: () => Promise<R>, dies: Death | null): Promise<R> {
    const { life } = this;
    if (!dies) return send();
    life.plan(dies);
    const answer = await Promise.race([send().then((reply) => ({ reply })), life.over]);
    life.plan(null);
    if (answer) return answer.reply;
    this.deaths += 1;
    this.startWorker();
    return send();
  }

  async answerAllQuestions(tab = 1): Promise<void> {
    for (let round = 0; round < 12; round++) {
      const open = this.plan(tab).questions.find(({ answer }) => answer !== 'yes');
      if (!open) return;
      await this.say({ kind: 'answer', question: open.id, answer: 'yes' }, `yes-${tab}-${open.id}`, tab);
    }
    throw new Error('stage: questions without end');
  }

  card(tab = 1): ShowCard | undefined {
    const message = this.#last(tab, 0, 'show.card');
    return message?.type === 'show.card' ? message : undefined;
  }

  anyPlan(tab = 1): Plan | undefined {
    return this.card(tab)?.plan;
  }

  plan(tab = 1): GuidePlan {
    const plan = this.anyPlan(tab);
    if (plan?.kind !== 'guide') throw new Error(`stage: the card shows ${plan?.kind}`);
    return plan;
  }

  /** Frames of a tab in which a ring stands now. */
  rings(tab = 1): number[] {
    const last = new Map<number, boolean>();
    for (const { tab: at, frame, message } of this.shown) {
      if (at === tab && message.type === 'show.ring') last.set(frame, message.draw);
    }
    return [...last].flatMap(([frame, draw]) => (draw ? [frame] : []));
  }

  async facts(namespace: Namespace) {
    const { ledger } = await this.store(namespace);
    return (await Promise.all((await ledger.journeys()).map(({ id }) => ledger.facts(id)))).flat();
  }

  #last(tab: number, frame: number, type: ShowMessage['type']): ShowMessage | undefined {
    return this.shown.findLast(
      (each) => each.tab === tab && each.frame === frame && each.message.type === type,
    )?.message;
  }
}

export const ownPage: Sender = { kind: 'own-page', tab: null, frame: 0 };

export function sender(tab: number, frame: number): Sender {
  return { kind: 'document', tab, frame };
}

export function subject(id: string): SubjectRow {
  return { id, name: `单位${id}`, audience: 'budget-unit', level: 'city', createdAt: '2023-09-01T00:00:00Z' };
}
