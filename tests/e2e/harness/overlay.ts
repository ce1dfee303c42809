/** Card and ring as a person meets them: read by what is shown, clicked with a trusted mouse. */
import type { Page } from '@playwright/test';
import { type OverlayElement, type OverlayRoot, type Rect, readOverlayRoots } from './shadow-reader';
import { waitUntil } from './wait-until';

/** The card's public attributes (design.md §5) and what it says. */
export interface Card {
  readonly guide: string | null;
  readonly step: string | null;
  readonly page: string | null;
  readonly phase: string | null;
  readonly targetState: string | null;
  readonly preview: string | null;
  /** The trouble that stands in place of the step. */
  readonly trouble: string | null;
  readonly text: string;
  readonly element: OverlayElement;
  readonly parts: readonly OverlayElement[];
  /** What a person can operate in it. */
  readonly controls: readonly OverlayElement[];
  readonly toJSON: () => object;
}

export interface Ring {
  readonly target: string | null;
  readonly documentUrl: string;
  /** In its own document's viewport. */
  readonly rect: Rect;
  readonly visible: boolean;
}

const partOf = (element: OverlayElement) => element.attributes['data-part'];

async function findCardRoot(page: Page): Promise<{ root: OverlayRoot; card: OverlayElement } | null> {
  for (const root of await readOverlayRoots(page)) {
    const card = root.parts.find((part) => partOf(part) === 'card');
    if (card) return { root, card };
  }
  return null;
}

/** The card, or null while there is none. */
export async function readCard(page: Page): Promise<Card | null> {
  const found = await findCardRoot(page);
  if (!found?.card.visible) return null;
  const { root, card } = found;
  const attribute = (name: string) => card.attributes[`data-${name}`] ?? null;
  const said = {
    guide: attribute('guide'),
    step: attribute('step'),
    page: attribute('page'),
    phase: attribute('phase'),
    targetState: attribute('target-state'),
    preview: attribute('preview'),
    trouble: attribute('trouble'),
    text: card.text,
  };
  // Messages of failed waits print what was said, not every element.
  return { ...said, element: card, parts: root.parts, controls: root.controls, toJSON: () => said };
}

/** Visible rings in all documents of the page. There should never be two. */
export async function readRings(page: Page): Promise<Ring[]> {
  const roots = await readOverlayRoots(page);
  return roots.flatMap((root) =>
    root.parts
      .filter((part) => partOf(part) === 'ring' && part.visible)
      .map(({ attributes, rect, visible }) => ({
        target: attributes['data-target'] ?? null,
        documentUrl: root.documentUrl,
        rect,
        visible,
      })),
  );
}

/** What a test may expect of the card; every field given must hold. */
export interface CardWish {
  readonly guide?: string;
  readonly step?: string;
  readonly page?: string;
  readonly phase?: string;
  readonly targetState?: string;
  readonly preview?: string | null;
  readonly trouble?: string | null;
  readonly says?: string | RegExp;
  /** Any step but this one. */
  readonly otherThan?: string | null;
}

function fulfils(card: Card, wish: CardWish): boolean {
  const { says, otherThan, ...attributes } = wish;
  if (typeof says === 'string' && !card.text.includes(says)) return false;
  if (says instanceof RegExp && !says.test(card.text)) return false;
  if (otherThan !== undefined && otherThan === card.step) return false;
  return Object.entries(attributes).every(([name, value]) => card[name as keyof Card] === value);
}

/** Waits for a card that shows what is wished for. */
export function waitForCard(page: Page, wish: CardWish, patience?: number): Promise<Card> {
  const isWished = (card: Card | null): card is Card => card !== null && fulfils(card, wish);
  return waitUntil(`a card with ${JSON.stringify(wish)}`, () => readCard(page), isWished, patience);
}

/** Waits until no card is shown. */
export async function waitForNoCard(page: Page): Promise<void> {
  await waitUntil(
    'the card to go',
    () => readCard(page),
    (card) => card === null,
  );
}

/** Waits for exactly one ring, on this target, lying still. */
export async function waitForRing(page: Page, target: string): Promise<Ring> {
  let before = '';
  const rings = await waitUntil(
    `one ring on ${target}`,
    () => readRings(page),
    (found) => {
      const now = JSON.stringify(found);
      const still = now === before;
      before = now;
      return still && found.length === 1 && found[0]?.target === target;
    },
  );
  const [ring] = rings;
  if (!ring) throw new Error('no ring');
  return ring;
}

/**
 * Runs on the root: brings the wished control into view and says where a click would really reach it, once
 * it has lain still over two paints.
 */
async function reachControl(root: ShadowRoot, wish: { selector: string; text: string | null }) {
  const matches = [...root.querySelectorAll<HTMLElement>(wish.selector)].filter(
    (element) =>
      element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) &&
      (wish.text === null ||
        (element.getAttribute('aria-label') ?? element.textContent).trim().includes(wish.text)),
  );
  const [control] = matches;
  if (!control || matches.length > 1) return { problem: `${matches.length} matches`, x: 0, y: 0 };
  control.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const before = JSON.stringify(control.getBoundingClientRect());
  await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
  const { left, top, width, height } = control.getBoundingClientRect();
  const x = left + width / 2;
  const y = top + height / 2;
  if (JSON.stringify(control.getBoundingClientRect()) !== before) return { problem: 'moving', x, y };
  const hit = root.elementFromPoint(x, y);
  if (!hit || !(control === hit || control.contains(hit)))
    return { problem: `covered by ${hit?.localName}`, x, y };
  return { problem: null, x, y };
}

/**
 * Clicks a control of the card with a trusted mouse event, once exactly one matches and nothing covers it.
 *
 * @param selector inside the shadow root
 * @param text part of its name, where the selector alone does not tell
 */
export async function clickInCard(page: Page, selector: string, text: string | null = null): Promise<void> {
  let before = '';
  const place = await waitUntil(
    `${selector} ${text ?? ''} in the card`,
    async () => {
      const found = await findCardRoot(page);
      return found ? found.root.call(reachControl, { selector, text }) : null;
    },
    (found) => {
      const now = JSON.stringify(found);
      const still = now === before;
      before = now;
      return still && found?.problem === null;
    },
  );
  if (place) await page.mouse.click(place.x, place.y);
}
