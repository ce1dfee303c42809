import type { Port, ShowMessage, ShowPoint } from '@/lib/messaging/contract';
import { watchLogin } from './login-acts';
import { DocumentNumbering } from './numbering';
import { Quest } from './quest';

export interface PointerOptions {
  readonly signal: AbortSignal;
}

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
