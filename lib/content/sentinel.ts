/**
 * Watches one document and reports what it shows, whenever that changes (design.md §4). Runs in every
 * frame of the granted systems for as long as the page lives, so it is small and costs next to nothing:
 * one look per change, seldomer the dearer it is, cut into slices where the page is large. It knows by
 * itself only whether there is anything to recognise; then the recogniser is brought, once a document.
 */
import type { Port } from '@/lib/messaging/contract';
import { viewOf } from '@/lib/page/dom';
import { glanceAt } from '@/lib/page/gate';
import { type PageState, type Recognition, UNSURE } from '@/lib/page/model';
import { documentId } from './document-id';
import { type Recogniser, sharedRecogniser } from './recogniser';
import { after, whenIdle } from './scheduling';
import { rememberStanding } from './standing';

export interface SentinelOptions {
  readonly signal: AbortSignal;
  /** Milliseconds that only grow; `performance.now` where absent. */
  readonly now?: () => number;
  /** Where it is at hand; else the background is asked for it when it is needed. */
  readonly recogniser?: Recogniser;
}

/** Quiet after a change before the page is looked at (milliseconds). */
const SETTLE = 120;
/** A page that is never quiet is looked at this often at most … */
const LEAST_PAUSE = 900;
/** … and so seldom that looking takes one part in so many of its time. */
const SHARE = 80;
/**
 * What answers a person may fade after three seconds, and a document that has just come is still being made: for so long
 * after they did something, or it came (milliseconds), looking may take a larger part. Looked up again so often while a look waits, since it may be then.
 */
const ANSWERING = 5000;
const ANSWER_SHARE = 8;
const RECHECK = 250;
/** Longest piece of work in one task, and how long the next may wait for idle time. */
const SLICE = 8;
const IDLE_WITHIN = 200;
/** Looks begun anew because the document changed under them, before "unknown" is the answer. */
const MOST_RESTARTS = 3;
/** Batches of changes without quiet, after which the observer rests until the next look. */
const STORM = 20;
/** How often the background is tried, how long its answer may take, how long until it is tried again. */
const MOST_ASKED = 5;
const PATIENCE = 4000;
const RETRY = 1000;
const WATCHED = { subtree: true, childList: true, characterData: true, attributes: true };

/** Starts watching, and looks at once. Everything ends with the signal. */
export function mountSentinel(document: Document, port: Port, options: SentinelOptions): void {
  const { signal, now = () => performance.now() } = options;
  const view = viewOf(document) as Window;
  /** Taken once: taken anew at every look it left kilobytes behind on a page that never rests (bench storm-heap). */
  const ownActivation = activationOf(view);
  const topActivation = view.top === view ? undefined : activationOf(view.top);
  const observer = new MutationObserver(noteChange);
  /** Counts what may have changed the document. */
  let version = 0;
  /** The version that is looked at, and what looking has cost (milliseconds). */
  let seen = 0;
  let cost = 0;
  let batches = 0;
  let firstChange = 0;
  let lastChange = 0;
  let lookedAt = 0;
  let isWaiting = false;
  let isLooking = false;
  let shadows: readonly ShadowRoot[] = [];
  let recogniser = options.recogniser;
  let asked = 0;
  let sequence = 0;
  let sent = '';
  /** Reports in a row that nobody took. */
  let lost = 0;
  /** The state that was reported last, and the reading of one that is new, with the days it lists. */
  let known: PageState | undefined;
  let readLater: (() => Recognition) | undefined;
  /** How often the person did something, and when last; coming here was something, too. */
  let acts = 0;
  let actedAt = now();
  const findFresh = rememberStanding(
    () => view.location.href,
    () => acts,
  );

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
    if (!isTrusted) return;
    acts += 1;
    actedAt = now();
  });
  port.listen(({ type }) => type === 'show.look-again' && lookAgain(), signal);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  look();

  /** Reports even what was reported before: the background asks, or may have forgotten. */
  function lookAgain() {
    sent = '';
    asked = 0;
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
    const paidAt = lookedAt + cost * (isAnswering() ? ANSWER_SHARE : SHARE);
    const wait = Math.max(Math.min(lastChange + SETTLE, firstChange + LEAST_PAUSE), paidAt) - now();
    if (wait > 1) return after(Math.min(wait, RECHECK), check, signal);
    isWaiting = false;
    look();
  }

  /**
   * Whether the person did something just now, in this document, in a frame of it, or beside it: the window's own
   * document is told of a press in any of its frames, in Firefox that one alone (tests/press-beside.ts).
   */
  function isAnswering(): boolean {
    if (now() - actedAt < ANSWERING) return true;
    return ownActivation?.isActive === true || topActivation?.isActive === true;
  }

  async function look() {
    if (isLooking || signal.aborted) return;
    isLooking = true;
    cost = 0;
    let recognition: Recognition;
    let restarts = 0;
    do {
      begin();
      recognition = await recognise();
      restarts += 1;
    } while (seen !== version && restarts <= MOST_RESTARTS);
    if (signal.aborted) return;
    report(recognition);
    if (readLater) await reportLater(readLater);
    isLooking = false;
    lookedAt = now();
    if (seen !== version) awaitQuiet();
  }

  /** What a page is does not wait for the days on it. */
  async function reportLater(read: () => Recognition) {
    readLater = undefined;
    await idle();
    const complete = seen === version && (await inSlices(once(read)));
    if (complete && !signal.aborted) report(complete);
  }

  /** From now on a change is one that was not seen. */
  function begin() {
    batches = 0;
    observer.observe(document, WATCHED);
    watchShadows(shadows);
    seen = version;
  }

  function watchShadows(found: readonly ShadowRoot[]) {
    shadows = found;
    for (const root of found) observer.observe(root, WATCHED);
  }

  async function recognise(): Promise<Recognition> {
    // A frame without room is not shown by the page around it.
    if (!(view.innerWidth * view.innerHeight)) return UNSURE;
    if (!recogniser) {
      const glance = await inSlices(glanceAt(document));
      if (!glance) return UNSURE;
      watchShadows(glance.shadows);
      if (!glance.isConcerned) return { ...UNSURE, state: 'other' };
      await fetchRecogniser();
      begin();
    }
    return (recogniser && (await inSlices(readWith(recogniser)))) ?? UNSURE;
  }

  function* readWith(recogniser: Recogniser): Generator<Recognition | undefined, void> {
    readLater = undefined;
    for (const snapshot of recogniser.collect(view.location.href, document)) {
      if (!snapshot) {
        yield undefined;
        continue;
      }
      watchShadows(snapshot.shadows);
      const recognition = recogniser.read(snapshot, findFresh);
      // Of a state that stays, what changed is told in one piece.
      const complete = () => recogniser.withDays(recognition, snapshot);
      const isNew = recognition.state !== known;
      if (isNew) readLater = complete;
      yield isNew ? recognition : complete();
    }
  }

  function idle(): Promise<void> {
    return new Promise((resolve) => whenIdle(IDLE_WITHIN, resolve, signal));
  }

  /** Works piece by piece; the result, or nothing where the document changed meanwhile or can't be read. */
  async function inSlices<T>(pieces: Iterable<T | undefined>): Promise<T | undefined> {
    let began = now();
    let result: T | undefined;
    try {
      for (const piece of pieces) {
        result = piece;
        if (!piece && now() - began > SLICE) {
          cost += now() - began;
          await idle();
          began = now();
          if (seen !== version) break;
        }
      }
    } catch {
      result = undefined;
    }
    cost += now() - began;
    return result;
  }

  /**
   * Nothing is reported before it is here, since what is not known yet would be planned on. Where it does
   * not come (the worker failed, the frame is held by a dialog of the browser's), it is missed for a while.
   */
  async function fetchRecogniser() {
    recogniser = sharedRecogniser();
    if (recogniser || asked >= MOST_ASKED) return;
    asked += 1;
    await new Promise<void>((resolve) => {
      after(PATIENCE, resolve, signal);
      port.send({ type: 'page.wants-recogniser' }).then(
        () => resolve(),
        () => resolve(),
      );
    });
    recogniser = sharedRecogniser();
    if (!recogniser && asked < MOST_ASKED) after(RETRY * asked, noteChange, signal);
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
    known = recognition.state;
    sequence += 1;
    port.send({ type: 'page.seen', report: { ...body, sequence } }).then(
      () => {
        lost = 0;
      },
      () => {
        // Nobody listens while an updated extension starts, and a page at rest would never be looked at again.
        sent = '';
        lost += 1;
        if (lost <= MOST_ASKED) after(RETRY * lost, noteChange, signal);
      },
    );
  }
}

/** What the browser says of a person's presses; nothing where the window is another site's, or the browser too old. */
function activationOf(view: Window | null): UserActivation | undefined {
  try {
    return view?.navigator.userActivation;
  } catch {
    return undefined;
  }
}

function* once<T>(make: () => T): Generator<T, void> {
  yield make();
}
