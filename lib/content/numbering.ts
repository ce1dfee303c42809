import type { Port, ShowNumbers } from '@/lib/messaging/contract';
import { controlsInSight } from '@/lib/overlay/controls-in-sight';
import { overlayOf } from '@/lib/overlay/host';
import { drawNumbers } from '@/lib/overlay/numbers';
import { nameControl } from '@/lib/page/teaching/control';
import { documentId } from './document-id';

/** Words beside a number, for the phone; none where they may be somebody's name or number. */
function labelOf(control: Element): string {
  const { name, mayBePersonal } = nameControl(control);
  return mayBePersonal ? '' : name.slice(0, 40);
}

/** Numbers the controls in sight of this document when the person asks for it, and takes them off again. */
export class DocumentNumbering {
  readonly #document: Document;
  readonly #port: Port;
  readonly #signal: AbortSignal;
  #numbers: AbortController | null = null;

  constructor(document: Document, port: Port, signal: AbortSignal) {
    this.#document = document;
    this.#port = port;
    this.#signal = signal;
    signal.addEventListener('abort', () => this.#takeOff(), { once: true });
  }

  hear({ first, request }: ShowNumbers): void {
    this.#takeOff();
    if (first === null || this.#signal.aborted) return;
    const overlay = overlayOf(this.#document);
    const controls = controlsInSight(this.#document, (hit) => overlay.isHost(hit));
    const numbers = new AbortController();
    this.#numbers = numbers;
    const { signal } = numbers;
    drawNumbers(overlay, this.#document, { controls, first, signal, onLost: () => numbers.abort() });
    this.#port
      .send({
        type: 'page.numbered',
        document: documentId(this.#document),
        request,
        count: controls.length,
        labels: controls.map(labelOf),
      })
      .catch(() => this.#takeOff());
  }

  #takeOff(): void {
    this.#numbers?.abort();
    this.#numbers = null;
  }
}
