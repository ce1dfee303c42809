import { createRoot } from 'react-dom/client';
import tokens from '@/components/ui/tokens.css?inline';
import { drawId } from '@/lib/content/document-id';
import type { Language } from '@/lib/locale/text';
import type { Translate } from '@/lib/locale/translate';
import type { MessageOf, PageCard, Port, ShowCard } from '@/lib/messaging/contract';
import { overlayOf } from '@/lib/overlay/host';
import { isolateEvents } from '@/lib/overlay/isolate-events';
import type { Overlay, Point } from '@/lib/overlay/overlay';
import { deepActiveElement } from '@/lib/overlay/top-layer';
import type { PageState } from '@/lib/page/model';
import css from './card.css?inline';
import type { SpokenPlan } from './card-props';
import type { CardServices, Outcome, Word } from './context';
import { PlacedCard } from './placed-card';

const SEEN = { checkOpacity: true, checkVisibilityCSS: true };

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
    else if (message.type === 'show.reach-card') card.reach();
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
  /** What was told to be painted last; undefined: nothing yet. */
  #painting: PageState | null | undefined;
  /** What had the keyboard before the shortcut brought it here. */
  #left: Element | null = null;
  #isLost = false;

  constructor(document: Document, port: Port, options: MountCardOptions) {
    this.#document = document;
    this.#port = port;
    this.#options = options;
    this.#overlay = overlayOf(document);
    options.signal.addEventListener('abort', () => this.#close(), { once: true });
    // A page back from the cache: the background has forgotten what was painted here.
    document.defaultView?.addEventListener('pageshow', () => this.#forgetPainting(), options);
  }

  show(message: ShowCard): void {
    if (this.#isLost || this.#options.signal.aborted) return;
    if (message.plan.kind === 'silent') {
      if (this.#shown) this.#tell('closed');
      this.#close();
      return;
    }
    this.#shown ??= this.#open();
    this.#shown.render(message);
  }

  #open() {
    const end = new AbortController();
    const { signal } = end;
    const layer = this.#overlay.addLayer({
      css: `${tokens}\n${css}`,
      signal,
      onLost: () => this.#lose(),
      probe: () => probesOf(layer),
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
      onOpenPopup: () => this.#ask({ type: 'page.open-popup' }),
      onBringTarget: () => this.#ask({ type: 'page.bring-target' }),
      onNumber: (on) => this.#ask({ type: 'page.number', on }),
      onTroubles: () =>
        this.#port.send({ type: 'page.troubles' }).then(
          ({ troubles }) => troubles,
          () => null,
        ),
      onCheckEnvironment: () =>
        this.#port.send({ type: 'page.check-environment' }).then(
          ({ findings }) => findings,
          () => null,
        ),
      onPlaced: (place) => this.#ask({ type: 'page.place-card', place }),
    };
    return (
      <PlacedCard
        {...shown}
        plan={plan}
        services={services}
        overlay={this.#overlay}
        view={this.#document.defaultView ?? window}
        onPainted={(painted) => this.#painted(painted)}
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

  /** False where it was refused, or the extension is gone. */
  #ask(
    message: MessageOf<'page.open-popup' | 'page.bring-target' | 'page.number' | 'page.place-card'>,
  ): Promise<boolean> {
    return this.#port.send(message).then(
      ({ ok }) => ok,
      () => false,
    );
  }

  /** The keyboard goes to the card; pressed again, back to where it was on the page. */
  reach(): void {
    const card = this.#shown?.layer.querySelector<HTMLElement>('[data-part="card"]');
    if (!card) return;
    const active = this.#document.activeElement;
    if (!this.#overlay.isHost(active)) {
      this.#left = active && deepActiveElement(active);
      const door = card.querySelector<HTMLElement>('[data-action="restore"]') ?? card;
      door.focus({ preventScroll: true });
      return;
    }
    (this.#left as HTMLElement | null)?.focus({ preventScroll: true });
    this.#left = null;
    // The body cannot be focused, nor what is gone; leaving is then all there is to do.
    if (this.#overlay.isHost(this.#document.activeElement)) (active as HTMLElement).blur();
  }

  #forgetPainting(): void {
    this.#painting = undefined;
  }

  /** What the person can see now, told to the background where it is news. */
  #painted({ notes, page }: SpokenPlan): void {
    if (!this.#shown) return;
    const isInSight = this.#shown.layer.firstElementChild?.checkVisibility?.(SEEN) ?? true;
    const warnsOn = isInSight && notes.some(({ tone }) => tone === 'stop') ? page : null;
    if (this.#painting === warnsOn) return;
    this.#painting = warnsOn;
    this.#tell('shown', warnsOn);
  }

  #close(): void {
    this.#shown?.end();
    this.#shown = null;
    this.#painting = undefined;
  }

  #lose(): void {
    this.#isLost = true;
    this.#close();
    this.#tell('lost');
  }

  #tell(state: PageCard['state'], warnsOn: PageState | null = null): void {
    // An extension that is gone cannot be told.
    this.#port.send({ type: 'page.card', state, warnsOn }).catch(() => this.#close());
  }
}

/** Points on the card's bar, its step and its telephone, where nothing else may lie. */
function probesOf(layer: HTMLElement): readonly Point[] {
  return [...layer.querySelectorAll('header, .tab, .body, .help')].flatMap((part) => {
    const { left, top, width, height } = part.getBoundingClientRect();
    return width === 0 ? [] : [{ x: left + width / 2, y: top + height / 2 }];
  });
}
