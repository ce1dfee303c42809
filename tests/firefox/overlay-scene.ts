/** Card and ring in Firefox, read through WebDriver, which reaches closed roots, and pressed as by a person. */
import { describeRoot } from '@/tests/e2e/harness/shadow-reader';
import { waitUntil } from '@/tests/e2e/harness/wait-until';
import type { FirefoxBrowser } from './firefox-browser';

/** WebDriver's name for a reference to a shadow root. */
const SHADOW = 'shadow-6066-11e4-a52e-4f735466cecf';

type Described = ReturnType<typeof describeRoot>;
type Part = Described['parts'][number];

export class FirefoxOverlay {
  constructor(readonly firefox: FirefoxBrowser) {}

  /** Our roots in the top document; the page's own are not among them. */
  async #roots(): Promise<readonly string[]> {
    const { marionette } = this.firefox;
    const hosts = await marionette.findAll(
      'html > div[popover], dialog > div[popover], #stage > div[popover]',
    );
    const roots = await Promise.all(hosts.map((host) => marionette.findShadowRoot(host)));
    return roots.filter((root) => root !== null);
  }

  /** Runs a function on each of our roots. @param act self-contained */
  async onRoots<A, R>(act: (root: ShadowRoot, argument: A) => R | Promise<R>, argument: A): Promise<R[]> {
    const roots = (await this.#roots()).map((id) => ({ [SHADOW]: id }));
    return this.firefox.marionette.evaluate<R[]>(
      `const [roots, argument] = arguments; return Promise.all(roots.map((root) => (${act})(root, argument)));`,
      [roots, argument],
    );
  }

  async #parts(part: string): Promise<readonly Part[]> {
    const all = (await this.onRoots(describeRoot, null)).flatMap(({ parts }) => parts);
    return all.filter(({ attributes, visible }) => visible && attributes['data-part'] === part);
  }

  async card(): Promise<Part | null> {
    return (await this.#parts('card'))[0] ?? null;
  }

  rings(): Promise<readonly Part[]> {
    return this.#parts('ring');
  }

  /** Waits for a card with these `data-` attributes. */
  async waitForCard(wish: Readonly<Record<string, string>> = {}): Promise<Part | null> {
    return waitUntil(
      `a card with ${JSON.stringify(wish)}`,
      () => this.card(),
      (card) =>
        card !== null &&
        Object.entries(wish).every(([name, value]) => card.attributes[`data-${name}`] === value),
    );
  }

  async waitForRing(target: string): Promise<void> {
    await waitUntil(
      `one ring on ${target}`,
      () => this.rings(),
      (rings) => rings.length === 1 && rings[0]?.attributes['data-target'] === target,
    );
  }

  async waitForNoRing(): Promise<void> {
    await waitUntil(
      'no ring',
      () => this.rings(),
      (rings) => rings.length === 0,
    );
  }

  /** Questions of the card that are answered with yes. */
  async answered(): Promise<readonly string[]> {
    const all = (await this.onRoots(describeRoot, null)).flatMap(({ controls }) => controls);
    return all.flatMap(({ attributes }) =>
      attributes['data-action'] === 'answer-yes' && attributes['aria-pressed'] === 'true'
        ? [attributes['data-question'] ?? '']
        : [],
    );
  }

  /** Clicks a control of the card with a trusted mouse event; WebDriver refuses where something covers it. */
  async click(selector: string): Promise<void> {
    const { marionette } = this.firefox;
    await waitUntil(
      `${selector} in the card`,
      async () => {
        for (const root of await this.#roots()) {
          const [control] = await marionette.findAllIn(root, selector);
          if (!control) continue;
          await marionette.click(control);
          return true;
        }
        return false;
      },
      Boolean,
    );
  }

  /** Says yes to every question that stands before the step. @returns how many there were */
  async answersAll(): Promise<number> {
    const open = '[data-action="answer-yes"]:not([aria-pressed="true"])';
    for (let count = 0; ; count += 1) {
      const [question] = await this.onRoots(
        (root, selector) => root.querySelector<HTMLElement>(selector)?.dataset.question ?? null,
        open,
      );
      if (!question) return count;
      await this.click(`[data-action="answer-yes"][data-question="${question}"]`);
      await waitUntil(
        `the card to show ${question}`,
        () => this.answered(),
        (all) => all.includes(question),
      );
    }
  }

  /** How far the ring's box is from the control's two frames after an act of the page, in pixels. */
  async driftAfter(act: string, selector = '#unbind'): Promise<number> {
    const { marionette } = this.firefox;
    await marionette.evaluate(`${act};
      return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))));`);
    const offs = await this.onRoots((root, of) => {
      const ring = root.querySelector('[data-part="ring"]:not([hidden])')?.getBoundingClientRect();
      const control = document.querySelector(of)?.getBoundingClientRect();
      if (!ring || !control || ring.width === 0) return null;
      return Math.max(
        ...(['x', 'y', 'width', 'height'] as const).map((side) => Math.abs(ring[side] - control[side])),
      );
    }, selector);
    return Math.max(...offs.filter((off) => off !== null), offs.every((off) => off === null) ? 1e9 : 0);
  }
}
