import { helpCodeOf } from '@/lib/desk/help-code/place';
import type { MachineReading } from '@/lib/environment/model';
import { isLogin } from '@/lib/guide/steps';
import type { ShowCard } from '@/lib/messaging/contract';
import type { NoticePack } from '@/lib/notice/model';
import type { TabPage, TargetState } from '@/lib/page/model';
import type { Documents } from '@/lib/platform/documents';
import { landmarkOf } from './landmark';
import { lessonOf } from './lesson';
import type { Scene } from './scene';
import { frameIds, mayRing, pointKey, settleTarget, type TabState, withCardIn } from './tab-state';

export interface PresenterParts {
  readonly documents: Documents;
  /** A random id. */
  readonly draw: () => string;
  /** This browser; the real clock, whatever date is previewed. */
  readonly machine: (now: Date) => MachineReading;
}

/**
 * Brings a tab's plan to its documents: the card to the top one, the request for a target to all of them.
 * Modules are injected on demand, once a document; the practice page carries them itself.
 */
export async function present(
  parts: PresenterParts,
  state: TabState,
  page: TabPage,
  scene: Scene | null,
): Promise<TabState> {
  const withCard = await placeCard(parts, state);
  // The notice holds the site profiles.
  const asked = await askForTarget(parts, withCard, page, scene?.pack ?? null);
  await show(parts, asked, scene);
  // After the first painting: it is for the telephone alone.
  const surveyed = await survey(parts, asked);
  if (surveyed !== asked) await show(parts, surveyed, scene);
  return surveyed;
}

/** Sends ring and card as they stand: after a plan, and after each frame's answer. */
export async function show(
  { documents, machine }: Pick<PresenterParts, 'documents' | 'machine'>,
  state: TabState,
  scene: Scene | null,
): Promise<void> {
  const { point, tab, plan } = state;
  const { card, ring: found } = settleTarget(point);
  const ring = mayRing(state) ? found : null;
  if (point) {
    await Promise.all(
      point.frames.map((frame) =>
        documents.show({ tab, frame }, { type: 'show.ring', request: point.request, draw: frame === ring }),
      ),
    );
  }
  if (!state.cardDocument || state.cardDocument !== state.frames[0]?.document) return;
  const message: ShowCard = {
    type: 'show.card',
    plan,
    target: card,
    preview: scene?.preview ?? null,
    namespace: scene?.namespace ?? (state.practice ? 'practice' : 'real'),
    largeType: scene?.largeType ?? false,
    recording: scene !== null,
    place: scene?.cardPlace ?? null,
    numbered: state.numbering?.count ?? null,
    ...(state.numbering && { marks: state.numbering.labels }),
    helpCode: scene && codeFor(state, scene, card.state, machine(scene.now)),
  };
  await documents.show({ tab, frame: 0 }, message);
}

/** Which row of the roll the tab acts for, as a code says it. */
function codeFor(
  { plan, subject, surroundings, frames }: TabState,
  { pack, subjects }: Scene,
  target: TargetState,
  machine: MachineReading,
): string | null {
  const row = subjects.find(({ id }) => id === subject);
  const isCurrent = surroundings?.document === frames[0]?.document;
  return helpCodeOf({
    pack,
    plan,
    who: row ? { audience: row.audience, level: row.level } : null,
    target,
    machine,
    reading: isCurrent ? (surroundings?.reading ?? null) : null,
  });
}

/** Asks the top document that holds the card about its address and access, once. */
async function survey({ documents }: PresenterParts, state: TabState): Promise<TabState> {
  const { cardDocument, surroundings, tab } = state;
  if (!cardDocument || surroundings?.document === cardDocument) return state;
  const reading = await documents.environment({ tab, frame: 0 });
  return { ...state, surroundings: { document: cardDocument, reading } };
}

async function placeCard({ documents }: PresenterParts, state: TabState): Promise<TabState> {
  const top = state.frames[0]?.document;
  if (!top || state.plan.kind === 'silent' || state.cardDocument === top) return state;
  const there = state.practice || (await documents.inject({ tab: state.tab, frame: 0 }, 'guide'));
  return there ? withCardIn(state, top) : state;
}

/**
 * While it is not known who logs in, nothing is pointed at on the login page; its control is watched all the
 * same, so that the login can be proved to whoever is chosen then.
 */
function watched({ plan }: TabState, page: TabPage): 'login-submit' | null {
  return plan.kind === 'choose-subject' && isLogin(page.state) ? 'login-submit' : null;
}

async function askForTarget(
  { documents, draw }: PresenterParts,
  state: TabState,
  page: TabPage,
  pack: NoticePack | null,
): Promise<TabState> {
  const pointed = state.plan.kind === 'guide' ? state.plan.target : null;
  const landmark = state.plan.kind === 'silent' ? landmarkOf(pack, page, state) : null;
  const target = pointed ?? landmark?.target ?? watched(state, page);
  const isShown = pointed !== null;
  const lesson = pack ? lessonOf(pack, state.plan, landmark) : { taught: null };
  // What was taught meanwhile is asked for anew.
  const key = `${pointKey(state, target, isShown, page.state)} ${JSON.stringify(lesson)}`;
  if (state.point?.key === key) return state;
  if (target === null && state.point === null && Object.keys(state.pointers).length === 0) return state;
  const request = draw();
  const ready = target === null ? state : await ensurePointers({ documents }, state);
  const frames: number[] = [];
  for (const frame of frameIds(ready)) {
    // A page back from the cache may hold a pointer we forgot: that nothing is pointed at is told to all.
    if (target !== null && ready.pointers[frame] !== ready.frames[frame]?.document) continue;
    // Answers queue behind this round, so none is lost.
    const asked = { type: 'show.point', request, target, page: page.state, ...lesson } as const;
    if (await documents.show({ tab: state.tab, frame }, asked)) frames.push(frame);
  }
  return { ...ready, point: { request, key, target, isShown, frames, answers: {} } };
}

/** Injects the pointer into every frame's document that has none; frames closed to us stay without. */
export async function ensurePointers(
  { documents }: Pick<PresenterParts, 'documents'>,
  state: TabState,
): Promise<TabState> {
  const pointers: Record<string, string> = { ...state.pointers };
  for (const frame of frameIds(state)) {
    const document = state.frames[frame]?.document;
    if (!document || pointers[frame] === document) continue;
    if (!state.practice && !(await documents.inject({ tab: state.tab, frame }, 'pointer'))) {
      delete pointers[frame];
      continue;
    }
    pointers[frame] = document;
  }
  return { ...state, pointers };
}
