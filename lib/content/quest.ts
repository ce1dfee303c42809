import type { Port, ShowPoint } from '@/lib/messaging/contract';
import { overlayOf } from '@/lib/overlay/host';
import { drawRing } from '@/lib/overlay/ring';
import { clippingAncestors, type View, viewOf, visibleBox } from '@/lib/overlay/visibility';
import type { TargetName, TargetReport } from '@/lib/page/model';
import { resolveWithProfile } from '@/lib/page/site-profile';
import { documentId } from './document-id';
import { LeadUp } from './lead-up';
import { after, every } from './scheduling';

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

interface Answer {
  readonly report: TargetReport;
  readonly element: Element | null;
}

type Asked = ShowPoint & { readonly target: NonNullable<ShowPoint['target']> };

/**
 * One control being asked for: found, found anew as the document changes, told of, and ringed when told to.
 */
export class Quest {
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
  readonly #leadUp: LeadUp;

  constructor(document: Document, port: Port, asked: Asked, signal: AbortSignal) {
    this.#document = document;
    this.#port = port;
    this.asked = asked;
    this.#leadUp = new LeadUp(document, {
      target: asked.target,
      isHost: (element) => overlayOf(document).isHost(element),
      onNext: () => this.#moveOn(),
      signal: this.#life.signal,
    });
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
    const { target, page, taught, notIt } = this.asked;
    this.#answer = resolveWithProfile(this.#document, target, { page, taught, notIt });
    if (this.#answer.report.state === 'found') this.#leadUp.look((earlier) => this.#findInSight(earlier));
    this.#lookedAt = performance.now();
    this.#cost = this.#lookedAt - started;
    this.#isStale = false;
    this.#view = this.#currentView();
    this.#send();
  }

  drawRing(): void {
    this.look();
    this.#draw();
  }

  #draw(): void {
    if (this.#ring || this.#life.signal.aborted) return;
    if (this.#answer?.report.state !== 'found') return;
    this.#ring = new AbortController();
    const before = this.#leadUp.next;
    drawRing(overlayOf(this.#document), this.#document, {
      target: before?.target ?? this.asked.target,
      signal: this.#ring.signal,
      element: () => this.#ringedNow(),
      onView: (view) => this.#seen(view),
      onLost: () => this.hideRing(),
    });
  }

  /** Another control of the form is next: the ring goes there, and the card says so. */
  #moveOn(): void {
    if (this.#ring) {
      this.hideRing();
      this.#draw();
    }
    this.#view = this.#currentView();
    this.#send();
  }

  /** On the person's wish alone (issue 4). */
  bringIntoView(): void {
    this.look();
    const { report, element } = this.#answer ?? {};
    if (report?.state !== 'found') return;
    const next = this.#leadUp.next?.element ?? element;
    next?.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
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

  /** What the ring goes round: never a control before the step's own unless the step's own is there. */
  #ringedNow(): Element | null {
    const own = this.#elementNow();
    return own && (this.#leadUp.next?.element ?? own);
  }

  /** A control before the step's own, where one was found for sure and can be clicked. */
  #findInSight(target: TargetName): Element | null {
    const { element } = resolveWithProfile(this.#document, target, {
      page: this.asked.page,
      taught: null,
    });
    const view = element && this.#viewOf(element);
    return view === 'covered' || view === 'gone' ? null : element;
  }

  #currentView(): View {
    const element = this.#answer?.element;
    return element ? this.#viewOf(this.#leadUp.next?.element ?? element) : 'shown';
  }

  #viewOf(element: Element): View {
    const box = element.getBoundingClientRect();
    const visible = visibleBox(box, clippingAncestors(element), this.#document);
    return viewOf(element, box, visible, (hit) => overlayOf(this.#document).isHost(hit));
  }

  // --- answering --------------------------------------------------------------------------------------

  #seen(view: View): void {
    if (view === this.#view) return;
    this.#view = view;
    // One that lies covered is no longer on the way; the next look finds what is.
    if (this.#leadUp.next && (view === 'covered' || view === 'gone')) this.#lookSoon();
    else this.#send();
  }

  /** What the resolver found, less what a person cannot see: a covered control is not pointed at. */
  #report(): TargetReport | null {
    const answer = this.#answer?.report;
    if (!answer) return null;
    const before = this.#leadUp.next;
    const report = before ? { ...answer, reasons: [...answer.reasons, `first-${before.target}`] } : answer;
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
