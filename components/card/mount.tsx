import { createRoot } from 'react-dom/client';
import tokens from '@/components/ui/tokens.css?inline';
import { drawId } from '@/lib/content/document-id';
import type { Language } from '@/lib/locale/text';
import type { Translate } from '@/lib/locale/translate';
import type { PageCard, Port, ShowCard } from '@/lib/messaging/contract';
import { type Overlay, overlayOf } from '@/lib/overlay/host';
import { isolateEvents } from '@/lib/overlay/isolate-events';
import type { SpokenPlan } from './card';
import css from './card.css?inline';
import type { CardServices, Outcome, Word } from './context';
import { PlacedCard } from './placed-card';

export interface MountCardOptions {
  readonly signal: AbortSignal;
  readonly translate: Translate;
  readonly language: Language;
  /** Which events are a person's; by default the trusted ones. */
  readonly isTrusted?: ((event: Event) => boolean) | undefined;
}

/**
 * Shows `show.card` in this document, in our one host element, and carries the person's word back. The
 * host is there only while there is something to say.
 */
export function mountCard(document: Document, port: Port, options: MountCardOptions): void {
  const card = new MountedCard(document, port, options);
  port.listen((message) => {
    if (message.type === 'show.card') card.show(message);
  }, options.signal);
}

class MountedCard {
  readonly #document: Document;
  readonly #port: Port;
  readonly #options: MountCardOptions;
  readonly #overlay: Overlay;
  #shown: {
    readonly layer: HTMLElement;
    readonly render: (message: ShowCard) => void;
    readonly end: () => void;
  } | null = null;
  #isLost = false;

  constructor(document: Document, port: Port, options: MountCardOptions) {
    this.#document = document;
    this.#port = port;
    this.#options = options;
    this.#overlay = overlayOf(document);
    options.signal.addEventListener('abort', () => this.#close(), { once: true });
  }

  show(message: ShowCard): void {
    if (this.#isLost || this.#options.signal.aborted) return;
    if (message.plan.kind === 'silent') {
      if (this.#shown) this.#tell('closed');
      this.#close();
      return;
    }
    if (!this.#shown) {
      this.#shown = this.#open();
      this.#tell('shown');
    }
    this.#shown.render(message);
  }

  #open() {
    const end = new AbortController();
    const { signal } = end;
    const layer = this.#overlay.addLayer({
      css: `${tokens}\n${css}`,
      signal,
      onLost: () => this.#lose(),
      probe: () => probeOf(layer),
    });
    layer.className = 'card-layer';
    layer.dataset.tokens = '';
    isolateEvents(layer, signal);
    const place = this.#document.createElement('div');
    layer.append(place);
    const root = createRoot(place);
    signal.addEventListener('abort', () => root.unmount(), { once: true });
    return {
      layer,
      end: () => end.abort(),
      render: (message: ShowCard) => {
        if (message.plan.kind !== 'silent') root.render(this.#element(message, message.plan));
      },
    };
  }

  #element({ type: _type, plan: _plan, recording, ...shown }: ShowCard, plan: SpokenPlan) {
    const { translate, language, isTrusted = (event: Event) => event.isTrusted } = this.#options;
    const services: CardServices = {
      translate,
      language,
      recording,
      isTrusted,
      onSaid: (word) => this.#say(word, plan),
      onOpenPopup: () =>
        this.#port.send({ type: 'page.open-popup' }).then(
          ({ ok }) => ok,
          () => false,
        ),
    };
    return (
      <PlacedCard
        {...shown}
        plan={plan}
        services={services}
        overlay={this.#overlay}
        view={this.#document.defaultView ?? window}
      />
    );
  }

  /** Sends the person's word; once more under the same id where the worker was stopped while it answered. */
  async #say(word: Word, plan: SpokenPlan): Promise<Outcome> {
    if (plan.kind !== 'guide') return { ok: false, why: 'no-subject' };
    const { guide, step } = plan;
    const message = { type: 'page.said', id: drawId(), word, guide, step } as const;
    try {
      return await this.#port.send(message).catch(() => this.#port.send(message));
    } catch {
      return { ok: false, why: 'unreachable' };
    }
  }

  #close(): void {
    this.#shown?.end();
    this.#shown = null;
  }

  #lose(): void {
    this.#isLost = true;
    this.#close();
    this.#tell('lost');
  }

  #tell(state: PageCard['state']): void {
    // An extension that is gone cannot be told.
    this.#port.send({ type: 'page.card', state }).catch(() => this.#close());
  }
}

/** A point on the card's header, where nothing else may lie. */
function probeOf(layer: HTMLElement) {
  const part = layer.querySelector('header, .tab');
  if (!part) return null;
  const { left, top, width, height } = part.getBoundingClientRect();
  return width === 0 ? null : { x: left + width / 2, y: top + height / 2 };
}
