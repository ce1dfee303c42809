import type { Port, ShowMessage, ShowPoint } from '@/lib/messaging/contract';
import { overlayOf } from '@/lib/overlay/host';
import { drawRing } from '@/lib/overlay/ring';
import { clippingAncestors, type View, viewOf, visibleBox } from '@/lib/overlay/visibility';
import type { TargetReport } from '@/lib/page/model';
import { resolveWithProfile } from '@/lib/page/site-profile';
import { documentId } from './document-id';
import { watchLogin } from './login-acts';
import { DocumentNumbering } from './numbering';
import { after, every } from './scheduling';

export interface PointerOptions {
  readonly signal: AbortSignal;
}

/** Looking again may take this share of the main thread, one part in so many. */
const SHARE = 50;
/** … but not more often, nor more seldom, than this (milliseconds). */
const LEAST_PAUSE = 120;
const LONGEST_PAUSE = 5_000;
/** Changes no observer hears: shadow roots, style sheets, an open layer. */
const LOOK_EVERY = 3_000;
/** How often a control without a ring is looked at for being covered or scrolled away. */
const VIEW_EVERY = 300;
/** Answers are not sent more often than this: a page may change a thousand times a second. */
const SEND_PAUSE = 100;

/**
 * Finds the control a step points at in this document, tells where it is, and rings it when told to
 * (design.md §4). Nothing is focused or written, and scrolled only on the person's wish. The control is found anew whenever the
 * document changes, and once more just before the ring is drawn.
 */
export function mountPointer(document: Document, port: Port, options: PointerOptions): void {
  const pointer = new Pointer(document, port, options.signal);
  watchLogin(document, port, { signal: options.signal, control: () => pointer.loginControl() });
  const numbering = new DocumentNumbering(document, port, options.signal);
  port.listen((message) => {
    if (message.type === 'show.numbers') numbering.hear(message);
    else pointer.hear(message);
  }, options.signal);
}

interface Answer {
  readonly report: TargetReport;
  readonly element: Element | null;
}

/** One `show.point`, until the next. */
class Pointer {
  readonly #document: Document;
  readonly #port: Port;
  readonly #signal: AbortSignal;
  #quest: Quest | null = null;
  /** The quest before, while its ring stands in until the new one is told to draw: no flicker. */
  #before: Quest | null = null;

  constructor(document: Document, port: Port, signal: AbortSignal) {
    this.#document = document;
    this.#port = port;
    this.#signal = signal;
  }

  /** The login control being asked for, if one was found; null while another is, or none. */
  loginControl(): { readonly request: string; readonly element: Element | null } | null {
    const quest = this.#quest;
    if (quest?.asked.target !== 'login-submit') return null;
    return { request: quest.asked.request, element: quest.element };
  }

  hear(message: ShowMessage): void {
    if (message.type === 'show.point') this.#point(message);
    else if (message.type === 'show.ring' && this.#quest?.asked.request === message.request) {
      if (message.draw) this.#quest.drawRing();
      else this.#quest.hideRing();
      this.#endBefore();
    } else if (message.type === 'show.look-again') this.#quest?.look();
    else if (message.type === 'show.bring-target' && this.#quest?.asked.request === message.request) {
      this.#quest.bringIntoView();
    }
  }

  #endBefore(): void {
    this.#before?.end();
    this.#before = null;
  }

  #point(asked: ShowPoint): void {
    this.#endBefore();
    const same = this.#quest?.asked.target === asked.target && this.#quest.asked.page === asked.page;
    if (same && this.#quest?.isDrawing) this.#before = this.#quest;
    else this.#quest?.end();
    this.#quest = null;
    if (asked.target === null || this.#signal.aborted) return;
    this.#quest = new Quest(this.#document, this.#port, { ...asked, target: asked.target }, this.#signal);
    this.#quest.look();
  }
}

type Asked = ShowPoint & { readonly target: NonNullable<ShowPoint['target']> };

class Quest {
  readonly asked: Asked;
  readonly #document: Document;
  readonly #port: Port;
  readonly #life = new AbortController();
  #answer: Answer | null = null;
  #view: View = 'shown';
  #ring: AbortController | null = null;
  /** The control itself changed since it was last found. */
  #isStale = false;
  #isDue = false;
  #lookedAt = Number.NEGATIVE_INFINITY;
  /** Looks that could not wait for their turn have a share of their own. */
  #urgentAt = Number.NEGATIVE_INFINITY;
  #cost = 0;
  #sent = '';
  #isSending = false;

  constructor(document: Document, port: Port, asked: Asked, signal: AbortSignal) {
    this.#document = document;
    this.#port = port;
    this.asked = asked;
    if (signal.aborted) this.#life.abort();
    signal.addEventListener('abort', () => this.end(), { once: true, signal: this.#life.signal });
    this.#watch();
  }

  /** What was found last; null where nothing was, or more than one. */
  get element(): Element | null {
    return this.#answer?.element ?? null;
  }

  get isDrawing(): boolean {
    return this.#ring !== null;
  }

  end(): void {
    this.#life.abort();
    this.hideRing();
  }

  /** Finds the control now and answers if the answer changed. */
  look(): void {
    if (this.#life.signal.aborted) return;
    const started = performance.now();
    const { target, page, taught } = this.asked;
    this.#answer = resolveWithProfile(this.#document, target, { page, taught });
    this.#lookedAt = performance.now();
    this.#cost = this.#lookedAt - started;
    this.#isStale = false;
    this.#view = this.#currentView();
    this.#send();
  }

  drawRing(): void {
    this.look();
    if (this.#ring || this.#life.signal.aborted) return;
    if (this.#answer?.report.state !== 'found') return;
    this.#ring = new AbortController();
    drawRing(overlayOf(this.#document), this.#document, {
      target: this.asked.target,
      signal: this.#ring.signal,
      element: () => this.#elementNow(),
      onView: (view) => this.#seen(view),
      onLost: () => this.hideRing(),
    });
  }

  /** On the person's wish alone (issue 4). */
  bringIntoView(): void {
    this.look();
    const { report, element } = this.#answer ?? {};
    if (report?.state !== 'found') return;
    element?.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  }

  hideRing(): void {
    this.#ring?.abort();
    this.#ring = null;
  }

  // --- watching ---------------------------------------------------------------------------------------

  #watch(): void {
    const { signal } = this.#life;
    if (signal.aborted) return;
    const observer = new MutationObserver((records) => this.#changed(records));
    observer.observe(this.#document, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    signal.addEventListener('abort', () => observer.disconnect(), { once: true });
    every(LOOK_EVERY, () => this.#lookSoon(), signal);
    every(VIEW_EVERY, () => !this.#ring && this.#seen(this.#currentView()), signal);
  }

  #changed(records: readonly MutationRecord[]): void {
    const element = this.#answer?.element;
    if (element && !this.#isStale) this.#isStale = records.some((record) => alters(record, element));
    this.#lookSoon();
  }

  #lookSoon(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    const pause = Math.min(Math.max(this.#cost * SHARE, LEAST_PAUSE), LONGEST_PAUSE);
    const wait = Math.max(this.#lookedAt + pause - performance.now(), 0);
    after(
      wait,
      () => {
        this.#isDue = false;
        this.look();
      },
      this.#life.signal,
    );
  }

  /**
   * The control to ring in the coming frame. One that was replaced, or that changed, is found anew before
   * it is ringed again; while that would cost too much, none is.
   */
  #elementNow(): Element | null {
    const gone = !this.#answer?.element?.isConnected;
    if (gone || this.#isStale) {
      const rested = performance.now() - this.#urgentAt > this.#cost * SHARE;
      if (!rested) return null;
      this.look();
      this.#urgentAt = performance.now();
    }
    return this.#answer?.report.state === 'found' ? this.#answer.element : null;
  }

  #currentView(): View {
    const element = this.#answer?.element;
    if (!element) return 'shown';
    const box = element.getBoundingClientRect();
    const visible = visibleBox(box, clippingAncestors(element), this.#document);
    return viewOf(element, box, visible, (hit) => overlayOf(this.#document).isHost(hit));
  }

  // --- answering --------------------------------------------------------------------------------------

  #seen(view: View): void {
    if (view === this.#view) return;
    this.#view = view;
    this.#send();
  }

  /** What the resolver found, less what a person cannot see: a covered control is not pointed at. */
  #report(): TargetReport | null {
    const report = this.#answer?.report;
    if (!report) return null;
    if (report.state !== 'found' || this.#view === 'shown') return report;
    const reasons = [...report.reasons, this.#view];
    const hidden = this.#view === 'covered' || this.#view === 'gone';
    return hidden ? { ...report, state: 'missing', label: null, reasons } : { ...report, reasons };
  }

  #send(): void {
    const report = this.#report();
    const text = JSON.stringify(report);
    if (!report || text === this.#sent || this.#isSending || this.#life.signal.aborted) return;
    this.#sent = text;
    this.#isSending = true;
    const { request } = this.asked;
    after(
      SEND_PAUSE,
      () => {
        this.#isSending = false;
        this.#send();
      },
      this.#life.signal,
    );
    this.#port
      .send({ type: 'page.target', document: documentId(this.#document), request, report })
      // The extension was updated or removed under this page: leave nothing of ours behind.
      .catch(() => this.end());
  }
}

/**
 * Whether a change may have made another control of it: new text, new parts, another role or name. Style
 * and class change with every hover and animation; how it is seen is tested before each paint anyway.
 */
function alters({ target, type, attributeName }: MutationRecord, element: Element): boolean {
  if (type === 'attributes' && (attributeName === 'style' || attributeName === 'class')) return false;
  return element.contains(target);
}
