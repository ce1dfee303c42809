import { every, onEachFrame } from '@/lib/content/scheduling';

/** Still frames before we sleep. */
const DROWSY_AFTER = 30;
/** Asleep, we look this often all the same (milliseconds). */
const LOOK_EVERY = 250;

/** What may move or cover a control without a change of the document. */
const ROUSING = [
  'scroll',
  'resize',
  'load',
  'input',
  'change',
  'click',
  'pointerdown',
  'keydown',
  'wheel',
  'transitionrun',
  'animationstart',
  'toggle',
  'fullscreenchange',
] as const;

export interface WakefulOptions {
  /** Runs before a paint; answers whether anything moved. `roused`: the first time after sleep, look well. */
  readonly step: (roused: boolean) => boolean;
  /** What is followed now, for its moves to wake us. */
  readonly followed: () => Element | null;
  readonly signal: AbortSignal;
}

/**
 * Runs a step before each paint while things move, and sleeps while they do not: sixty frames a second
 * for a control that stands still would cost an old machine more than everything else we do. Changes of
 * the document, scrolling and the like wake us in time for the same frame; movement that announces itself
 * by nothing (an animation begun by script, a shadow root) is seen by an observer around the control.
 */
export function onFramesWhileMoving(document: Document, options: WakefulOptions): void {
  const { step, followed, signal } = options;
  const view = document.defaultView;
  if (!view || signal.aborted) return;
  let awake: AbortController | null = null;
  let asleep: AbortController | null = null;

  const wake = () => {
    if (awake || signal.aborted) return;
    asleep?.abort();
    asleep = null;
    awake = new AbortController();
    let still = 0;
    let roused = true;
    const frame = () => {
      still = step(roused) ? 0 : still + 1;
      roused = false;
      if (still > DROWSY_AFTER) sleep();
    };
    onEachFrame(view, frame, awake.signal);
  };

  const sleep = () => {
    awake?.abort();
    awake = null;
    asleep = new AbortController();
    every(LOOK_EVERY, () => step(true) && wake(), asleep.signal);
    const element = followed();
    if (element) watchMoves(document, element, wake, asleep.signal);
  };

  const observer = new MutationObserver(wake);
  const everything = { subtree: true, childList: true, attributes: true, characterData: true };
  observer.observe(document, everything);
  for (const type of ROUSING) {
    view.addEventListener(type, wake, { capture: true, passive: true, signal });
  }
  const end = () => {
    observer.disconnect();
    awake?.abort();
    asleep?.abort();
  };
  signal.addEventListener('abort', end, { once: true });
  wake();
}

/** Calls back once the element leaves the place it has now: the root's margins are drawn around it. */
function watchMoves(document: Document, element: Element, moved: () => void, signal: AbortSignal): void {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const { innerWidth = 0, innerHeight = 0 } = document.defaultView ?? {};
  const inset = (edge: number) => `${1 - Math.floor(edge)}px`;
  const rootMargin = [top, innerWidth - right, innerHeight - bottom, left].map(inset).join(' ');
  let isFirst = true;
  const observer = new IntersectionObserver(
    () => {
      if (!isFirst) moved();
      isFirst = false;
    },
    { root: document, rootMargin, threshold: 0.999 },
  );
  observer.observe(element);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
