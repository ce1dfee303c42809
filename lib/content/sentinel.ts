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
import type { Snapshot } from '@/lib/page/snapshot';
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
/** Attempts to deliver a report: a background that starts may be late. */
const MOST_ATTEMPTS = 4;
const RETRY = 1_000;

const WATCHED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributeFilter:
    'class style hidden open inert type value placeholder role aria-hidden aria-selected aria-label'.split(
      ' ',
    ),
};

/** Starts watching, and looks at once. Everything ends with the signal. */
export function mountSentinel(document: Document, port: Port, options: SentinelOptions): void {
  const view = viewOf(document);
  if (view && !options.signal.aborted) new Sentinel(document, view, port, options).start();
}

class Sentinel {
  readonly #document: Document;
  readonly #view: Window;
  readonly #port: Port;
  readonly #signal: AbortSignal;
  readonly #now: () => number;
  readonly #observer: MutationObserver;
  #shadows: readonly ShadowRoot[] = [];
  /** Counts what may have changed the document. */
  #version = 0;
  #batches = 0;
  #firstChange = 0;
  #lastChange = 0;
  #isWaiting = false;
  #isLooking = false;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #cost = 0;
  #sequence = 0;
  #sent = '';
  /** Whether the person did something since this view appeared: only then can a text be an answer. */
  #hasActed = false;
  #place = '';
  #standing = new Set<string>();

  constructor(document: Document, view: Window, port: Port, { signal, now }: SentinelOptions) {
    this.#document = document;
    this.#view = view;
    this.#port = port;
    this.#signal = signal;
    this.#now = now ?? (() => performance.now());
    this.#observer = new MutationObserver(() => this.#changed());
  }

  start(): void {
    const listen = (target: EventTarget | undefined, names: string, hear: (event: Event) => void) => {
      const options = { signal: this.#signal, passive: true, capture: true };
      for (const name of names.split(' ')) target?.addEventListener(name, hear, options);
    };
    const changed = () => this.#changed();
    // Heard after the commit; patching history from an isolated world would hear nothing (wxt #1567).
    const { navigation } = this.#view as Window & { navigation?: EventTarget };
    listen(navigation, 'currententrychange', changed);
    listen(this.#view, 'popstate hashchange load resize', changed);
    // What fades in is not seen until it has; nothing in the document changes then.
    listen(this.#document, 'transitionend animationend', changed);
    const lookAgain = () => this.#lookAgain();
    listen(this.#document, 'visibilitychange', lookAgain);
    listen(this.#view, 'pageshow', (event) => {
      if ((event as PageTransitionEvent).persisted) lookAgain();
    });
    // That something was done, not what: no key, no target, no value is read.
    listen(this.#view, 'pointerdown keydown', (event) => {
      this.#hasActed ||= event.isTrusted;
    });
    this.#port.listen((message) => {
      if (message.type === 'show.look-again') lookAgain();
    }, this.#signal);
    this.#signal.addEventListener('abort', () => this.#observer.disconnect(), { once: true });
    void this.#look();
  }

  /** Reports even what was reported before: the background asks, or may have forgotten. */
  #lookAgain(): void {
    this.#sent = '';
    this.#version += 1;
    void this.#look();
  }

  #watch(): void {
    this.#batches = 0;
    for (const root of [this.#document, ...this.#shadows]) this.#observer.observe(root, WATCHED);
  }

  #changed(): void {
    this.#version += 1;
    this.#lastChange = this.#now();
    this.#batches += 1;
    if (this.#batches > STORM) this.#observer.disconnect();
    if (!this.#isLooking) this.#await();
  }

  /** Waits until the page is quiet, not for ever, and not before the last look has been paid for. */
  #await(): void {
    if (this.#isWaiting || this.#signal.aborted) return;
    this.#isWaiting = true;
    this.#firstChange = this.#lastChange;
    const check = () => {
      const quietAt = Math.min(this.#lastChange + SETTLE, this.#firstChange + LEAST_PAUSE);
      const isStorm = this.#batches > STORM;
      const paidAt = this.#lookedAt + Math.max(this.#cost * SHARE, isStorm ? LEAST_PAUSE : 0);
      const wait = Math.max(quietAt, paidAt) - this.#now();
      if (wait > 1) return after(wait, check, this.#signal);
      this.#isWaiting = false;
      void this.#look();
    };
    check();
  }

  async #look(): Promise<void> {
    if (this.#isLooking || this.#signal.aborted) return;
    this.#isLooking = true;
    let recognition: Recognition = UNSURE;
    let version = this.#version;
    this.#cost = 0;
    for (let attempt = 0; attempt <= MOST_RESTARTS; attempt += 1) {
      this.#watch();
      version = this.#version;
      const found = await this.#recognise(version);
      if (this.#signal.aborted) return;
      if (found) {
        recognition = found;
        break;
      }
    }
    this.#lookedAt = this.#now();
    this.#isLooking = false;
    this.#report(recognition);
    if (version !== this.#version) this.#await();
  }

  /** Walks in slices; null where the document changed between two of them. */
  async #recognise(version: number): Promise<Recognition | null> {
    // A frame without room is not shown by the page around it.
    if (this.#view.innerWidth === 0 || this.#view.innerHeight === 0) return UNSURE;
    try {
      const walk = collect(this.#view.location.href, this.#document);
      let began = this.#now();
      for (;;) {
        const step = walk.next();
        const spent = this.#now() - began;
        if (step.done) {
          const recognition = this.#read(step.value);
          this.#cost += this.#now() - began;
          return recognition;
        }
        if (spent < SLICE) continue;
        this.#cost += spent;
        await new Promise<void>((resolve) => whenIdle(IDLE_WITHIN, resolve, this.#signal));
        if (version !== this.#version) return null;
        began = this.#now();
      }
    } catch {
      return UNSURE;
    }
  }

  #read(snapshot: Snapshot): Recognition {
    this.#shadows = snapshot.shadows;
    this.#watch();
    return read(snapshot, (view, texts) => {
      const place = `${this.#view.location.href} ${view}`;
      if (place !== this.#place) {
        this.#place = place;
        this.#hasActed = false;
        this.#standing.clear();
      }
      const fresh = new Set(texts.filter((text) => this.#hasActed && !this.#standing.has(text)));
      for (const text of texts) if (!fresh.has(text)) this.#standing.add(text);
      return fresh;
    });
  }

  #report(recognition: Recognition): void {
    const text = JSON.stringify([recognition, this.#view.length]);
    if (text === this.#sent) return;
    this.#sent = text;
    this.#deliver(recognition, text, 1);
  }

  #deliver(recognition: Recognition, text: string, attempt: number): void {
    this.#sequence += 1;
    const report = {
      ...recognition,
      document: documentId(this.#document),
      sequence: this.#sequence,
      top: this.#view.top === this.#view,
      childFrames: this.#view.length,
    };
    this.#port.send({ type: 'page.seen', report }).catch(() => {
      const again = () => {
        if (this.#sent === text) this.#deliver(recognition, text, attempt + 1);
      };
      if (attempt < MOST_ATTEMPTS) after(RETRY * attempt, again, this.#signal);
      else this.#sent = '';
    });
  }
}
