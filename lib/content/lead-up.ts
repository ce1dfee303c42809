import type { TargetName } from '@/lib/page/model';

/** What a form asks for before its last button, in the order in which a person does it. */
const BEFORE: Partial<Record<TargetName, readonly TargetName[]>> = {
  'bind-confirm': ['certificate-choice', 'pin-field'],
};

/** A control on the way, and where it is; null: not found for sure, or nothing to be seen of it. */
interface Station {
  readonly target: TargetName;
  readonly element: Element | null;
}

export interface LeadUpOptions {
  /** The step's own target. */
  readonly target: TargetName;
  /** Whether an element is our own host: what happens in the card is no act on the page. */
  readonly isHost: (element: Element | null) => boolean;
  /** Hears that another control is next. */
  readonly onNext: () => void;
  readonly signal: AbortSignal;
}

const ACTS = ['pointerdown', 'keydown', 'focusin', 'focusout', 'change'] as const;

/**
 * Which control of a form a person comes to next, told by where they have been: neither a value nor a key is
 * read (design.md §3.2, docs/decisions/016-ring-in-a-form.md). A control is behind them once they chose
 * something in it or went elsewhere from it; going to a later one leaves the earlier ones behind.
 */
export class LeadUp {
  readonly #options: LeadUpOptions;
  #stations: readonly Station[];
  /** The first of them that is not behind the person. */
  #at = 0;
  /** They are at `#at`, not merely on their way to it. */
  #isThere = false;
  /** A page may put the focus where it likes; only a person presses. */
  #hasActed = false;
  /** What they left. On a slow machine, or behind an open list, a control is found after they were done with it. */
  readonly #left = new WeakSet<EventTarget>();

  constructor(document: Document, options: LeadUpOptions) {
    this.#options = options;
    this.#stations = (BEFORE[options.target] ?? []).map((target) => ({ target, element: null }));
    if (this.#stations.length === 0) return;
    const { signal } = options;
    for (const type of ACTS) {
      document.addEventListener(type, (event) => this.#hear(event), { capture: true, passive: true, signal });
    }
  }

  /** The control that comes before the step's own; null: the step's own is next. */
  get next(): { readonly target: TargetName; readonly element: Element } | null {
    const station = this.#stations.slice(this.#at).find(({ element }) => element !== null);
    return station?.element ? { target: station.target, element: station.element } : null;
  }

  /** Finds the controls anew. */
  look(find: (target: TargetName) => Element | null): void {
    this.#noticing(() => {
      const before = this.#stations;
      this.#stations = before.map(({ target }) => ({ target, element: find(target) }));
      for (const [at, { element }] of this.#stations.entries()) {
        const isNew = element !== null && before[at]?.element !== element;
        if (at === this.#at && isNew && !this.#isThere && this.#left.has(element)) this.#at += 1;
      }
    });
  }

  #hear(event: Event): void {
    if (!event.isTrusted || this.#options.isHost(event.target as Element | null)) return;
    if (event.type === 'pointerdown' || event.type === 'keydown') this.#hasActed = true;
    if (!this.#hasActed) return;
    const path = event.composedPath();
    if (event.type === 'focusout') for (const each of path) this.#left.add(each);
    const here = this.#stations.findIndex(({ element }) => element !== null && path.includes(element));
    const hasChosen = event.type === 'change';
    // What was typed is told as a change only when it is left: that is no coming back to it.
    if (hasChosen && this.#stations[here]?.target !== 'certificate-choice') return;
    const isLeft = event.type === 'focusout' ? here === this.#at : here < 0;
    this.#noticing(() => {
      if (here >= 0 && event.type !== 'focusout') {
        this.#at = hasChosen ? here + 1 : here;
        this.#isThere = !hasChosen;
      } else if (this.#isThere && isLeft) {
        this.#at += 1;
        this.#isThere = false;
      }
    });
  }

  #noticing(change: () => void): void {
    const before = this.next?.target;
    change();
    if (this.next?.target !== before) this.#options.onNext();
  }
}
