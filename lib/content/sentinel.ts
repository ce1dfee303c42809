/**
 * Watches one document and reports what it shows, whenever that changes (design.md §4). Runs in every
 * frame of the granted systems for as long as the page lives, so it is small and costs next to nothing:
 * one look per change, seldomer the dearer it is, cut into slices where the page is large.
 */
import type { Port } from '@/lib/messaging/contract';
import { collect } from '@/lib/page/collect';
import { viewOf } from '@/lib/page/dom';
import type { Recognition } from '@/lib/page/model';
import { read, UNSURE } from '@/lib/page/recognise';
import { documentId } from './document-id';
import { after, whenIdle } from './scheduling';

export interface SentinelOptions {
  readonly signal: AbortSignal;
  /** Milliseconds that only grow; `performance.now` where absent. */
  readonly now?: () => number;
}

/** Quiet after a change before the page is looked at (milliseconds). */
const SETTLE = 120;
/** A page that is never quiet is looked at this often at most … */
const LEAST_PAUSE = 900;
/** … and so seldom that looking takes one part in so many of its time. */
const SHARE = 80;
/** Longest piece of work in one task, and how long the next may wait for idle time. */
const SLICE = 8;
const IDLE_WITHIN = 200;
/** Looks begun anew because the document changed under them, before "unknown" is the answer. */
const MOST_RESTARTS = 3;
/** Batches of changes without quiet, after which the observer rests until the next look. */
const STORM = 20;
const WATCHED = { subtree: true, childList: true, characterData: true, attributes: true };

/** Starts watching, and looks at once. Everything ends with the signal. */
export function mountSentinel(document: Document, port: Port, options: SentinelOptions): void {
  const { signal, now = () => performance.now() } = options;
  const view = viewOf(document) as Window;
  const observer = new MutationObserver(noteChange);
  /** Counts what may have changed the document. */
  let version = 0;
  let batches = 0;
  let firstChange = 0;
  let lastChange = 0;
  let paidAt = 0;
  let isWaiting = false;
  let isLooking = false;
  let shadows: readonly ShadowRoot[] = [];
  let sequence = 0;
  let sent = '';
  /** Whether the person did something since this view appeared: only then can a text be an answer. */
  let hasActed = false;
  let place = '';
  let standing: readonly string[] = [];

  const listen = (target: EventTarget | undefined, names: string, hear: (event: Event) => void) => {
    for (const name of names.split(' ')) target?.addEventListener(name, hear, { signal, capture: true });
  };
  // Heard after the commit; patching history from an isolated world would hear nothing (wxt #1567).
  listen((view as { navigation?: EventTarget }).navigation, 'currententrychange', noteChange);
  // What fades in is not seen until it has; nothing in the document changes then.
  listen(view, 'popstate resize transitionend animationend', noteChange);
  listen(view, 'visibilitychange pageshow', lookAgain);
  // That something was done, not what: no key, no target, no value is read.
  listen(view, 'pointerdown keydown', ({ isTrusted }) => {
    hasActed ||= isTrusted;
  });
  port.listen(({ type }) => type === 'show.look-again' && lookAgain(), signal);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  look();

  /** Reports even what was reported before: the background asks, or may have forgotten. */
  function lookAgain() {
    sent = '';
    version += 1;
    look();
  }

  function noteChange() {
    version += 1;
    batches += 1;
    lastChange = now();
    if (batches > STORM) {
      // No more is heard until the next look, so it is not known to be quiet.
      observer.disconnect();
      lastChange = Number.POSITIVE_INFINITY;
    }
    if (!isLooking) awaitQuiet();
  }

  /** Waits until the page is quiet, not for ever, and not before the last look has been paid for. */
  function awaitQuiet() {
    if (isWaiting) return;
    isWaiting = true;
    firstChange = now();
    check();
  }

  function check() {
    const wait = Math.max(Math.min(lastChange + SETTLE, firstChange + LEAST_PAUSE), paidAt) - now();
    if (wait > 1) return after(wait, check, signal);
    isWaiting = false;
    look();
  }

  async function look() {
    if (isLooking || signal.aborted) return;
    isLooking = true;
    let recognition = UNSURE;
    let cost = 0;
    let seen: number;
    let restarts = 0;
    do {
      batches = 0;
      for (const root of [document, ...shadows]) observer.observe(root, WATCHED);
      seen = version;
      let began = now();
      try {
        for (const snapshot of collect(view.location.href, document)) {
          if (snapshot) {
            shadows = snapshot.shadows;
            // A frame without room is not shown by the page around it.
            if (view.innerWidth * view.innerHeight) recognition = read(snapshot, findFresh);
          } else if (now() - began > SLICE) {
            cost += now() - began;
            await new Promise<void>((resolve) => whenIdle(IDLE_WITHIN, resolve, signal));
            began = now();
            if (seen !== version) break;
          }
        }
      } catch {
        // A document that cannot be read stays unknown.
      }
      cost += now() - began;
      restarts += 1;
    } while (seen !== version && restarts <= MOST_RESTARTS);
    isLooking = false;
    paidAt = now() + cost * SHARE;
    report(recognition);
    if (seen !== version) awaitQuiet();
  }

  /** Texts that came after the person acted, on a page that otherwise shows the same. */
  function findFresh(shown: string, texts: readonly string[]): readonly string[] {
    const isSame = place === view.location.href + shown;
    place = view.location.href + shown;
    hasActed &&= isSame;
    if (!hasActed) standing = texts;
    return texts.filter((text) => !standing.includes(text));
  }

  function report(recognition: Recognition) {
    const body = {
      ...recognition,
      document: documentId(document),
      top: view.top === view,
      childFrames: view.length,
    };
    const text = JSON.stringify(body);
    if (text === sent) return;
    sent = text;
    sequence += 1;
    // What was not delivered is reported again at the next look.
    port.send({ type: 'page.seen', report: { ...body, sequence } }).catch(() => {
      sent = '';
    });
  }
}
