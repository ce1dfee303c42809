/**
 * The picker: a helpdesk points at a control of a page and teaches what it is. Brought into all frames of one tab on
 * the helpdesk's wish alone, and gone when the desk closes its line. It reads what recognition reads, and keeps nothing.
 */
import type {
  AskLook,
  ListedControl,
  PickerAsk,
  PickerLine,
  PickerTell,
  TellControls,
} from '@/lib/messaging/picker-contract';
import { controlsInSight } from '@/lib/overlay/controls-in-sight';
import { overlayOf } from '@/lib/overlay/host';
import { drawNumbers } from '@/lib/overlay/numbers';
import { drawPickLayer } from '@/lib/overlay/pick-layer';
import { type PageState, TARGET_NAMES, type TargetName } from '@/lib/page/model';
import { recognise } from '@/lib/page/recognise';
import { PAGES } from '@/lib/page/resolve';
import { disagreementIn, resolveWithProfile } from '@/lib/page/site-profile';
import { maskStill } from '@/lib/page/still/mask-still';
import { takeStill } from '@/lib/page/still/take-still';
import type { SiteProfile } from '@/lib/page/taught';
import { controlAt, readControl } from '@/lib/page/teaching/control';

/** The few sentences that stand over the page itself. */
export interface PickerWords {
  readonly banner: string;
  /** A control's name, its kind in our words, and what recognition takes it for. */
  describe(control: Pick<ListedControl, 'name' | 'role' | 'takenFor'>): string;
}

export interface PickerOptions {
  readonly words: PickerWords;
  readonly signal: AbortSignal;
}

export function mountPicker(document: Document, line: PickerLine, options: PickerOptions): void {
  const picker = new Picker(document, line, options);
  line.listen(
    (message) => picker.hear(message),
    () => picker.rest(),
  );
  options.signal.addEventListener('abort', () => picker.rest(), { once: true });
}

class Picker {
  readonly #document: Document;
  readonly #line: PickerLine;
  readonly #options: PickerOptions;
  #page: PageState = 'unknown';
  #first = 1;
  #profile: SiteProfile | null = null;
  #elements: readonly Element[] = [];
  #found = new Map<Element, TargetName[]>();
  #picking: AbortController | null = null;
  #numbers: AbortController | null = null;

  constructor(document: Document, line: PickerLine, options: PickerOptions) {
    this.#document = document;
    this.#line = line;
    this.#options = options;
  }

  hear(message: PickerAsk): void {
    if (message.type === 'ask.look') this.#look(message);
    else if (message.type === 'ask.pick') this.#pick(message.on);
    else if (message.type === 'ask.numbers') this.#number(message.on);
    else if (message.type === 'ask.choose') {
      const element = this.#elements[message.number - this.#first];
      if (element?.isConnected) this.#tellPicked(element);
    } else {
      const { state } = this.#recognise();
      this.#tell({ type: 'tell.report', still: maskStill(takeStill(this.#document).still), state });
    }
  }

  /** Leaves the page alone: no pane, no numbers. */
  rest(): void {
    this.#pick(false);
    this.#number(false);
  }

  #tell(message: PickerTell): void {
    this.#line.tell(message);
  }

  #recognise() {
    return recognise(this.#document.location.href, this.#document);
  }

  #look({ page, first, profile }: AskLook): void {
    if (page === null) {
      const top = this.#document.defaultView?.parent === this.#document.defaultView;
      this.#tell({ type: 'tell.page', recognition: this.#recognise(), top });
      return;
    }
    this.#page = page;
    this.#first = first;
    this.#profile = profile;
    const { unsure, taught } = this.#resolveAll();
    const overlay = overlayOf(this.#document);
    // Controls below the card are looked at too; it is back before anything is painted.
    const looking = new AbortController();
    overlay.makeWay(null, looking.signal);
    this.#elements = controlsInSight(this.#document, (hit) => overlay.isHost(hit)).filter(
      (element) => readControl(element).role !== null,
    );
    looking.abort();
    const controls = this.#elements.map((element) => this.#list(element));
    this.#tell({ type: 'tell.controls', controls, unsure, taught });
  }

  /** What recognition makes of every target that belongs to the page, with what was taught of it. */
  #resolveAll(): Pick<TellControls, 'unsure' | 'taught'> {
    this.#found = new Map();
    const { controls = [], notIt } = this.#profile ?? {};
    const unsure: TellControls['unsure'][number][] = [];
    const lessons: TellControls['taught'][number][] = [];
    for (const target of TARGET_NAMES) {
      if (target === 'result' || !(PAGES[target]?.includes(this.#page) ?? true)) continue;
      const taught = controls.find((each) => each.target === target) ?? null;
      const asked = { page: this.#page, taught, notIt };
      const { report, element } = resolveWithProfile(this.#document, target, asked);
      if (element) this.#found.set(element, [...(this.#found.get(element) ?? []), target]);
      if (report.state !== 'found') unsure.push({ target, state: report.state });
      if (taught) lessons.push({ target, why: disagreementIn(report) });
    }
    return { unsure, taught: lessons };
  }

  #list(element: Element): ListedControl {
    const at = this.#elements.indexOf(element);
    const takenFor = [...this.#found].flatMap(([found, targets]) =>
      found === element || found.contains(element) || element.contains(found) ? targets : [],
    );
    return { ...readControl(element), number: at < 0 ? 0 : this.#first + at, takenFor };
  }

  #tellPicked(element: Element): void {
    this.#resolveAll();
    const { still, orderOf } = takeStill(this.#document);
    const order = orderOf(element);
    if (order === null) return;
    this.#tell({ type: 'tell.picked', control: this.#list(element), still, order });
  }

  #pick(on: boolean): void {
    this.#picking?.abort();
    this.#picking = null;
    if (!on || this.#options.signal.aborted) return;
    const picking = new AbortController();
    this.#picking = picking;
    const stop = (why: 'escape' | 'lost') => {
      this.#pick(false);
      this.#tell({ type: 'tell.stopped', why });
    };
    const isTop = this.#document.defaultView?.parent === this.#document.defaultView;
    drawPickLayer(overlayOf(this.#document), this.#document, {
      signal: picking.signal,
      controlAt,
      describe: (control) => this.#options.words.describe(this.#list(control)),
      banner: isTop ? this.#options.words.banner : null,
      onPick: (control) => {
        this.#pick(false);
        this.#tellPicked(control);
      },
      onEscape: () => stop('escape'),
      onLost: () => stop('lost'),
    });
  }

  #number(on: boolean): void {
    this.#numbers?.abort();
    this.#numbers = null;
    if (!on || this.#options.signal.aborted) return;
    const numbers = new AbortController();
    this.#numbers = numbers;
    drawNumbers(overlayOf(this.#document), this.#document, {
      controls: this.#elements,
      first: this.#first,
      signal: numbers.signal,
      onLost: () => numbers.abort(),
    });
  }
}
