/** How everything of ours looks and lies, for comparing one page with another. */
import type { Page } from '@playwright/test';
import { readOverlayRoots } from '@/tests/e2e/harness/shadow-reader';

/** One element of the card: what it is, where it lies in the card, and how it is drawn. */
export interface Look {
  readonly element: string;
  readonly rect: readonly number[];
  readonly style: Readonly<Record<string, string>>;
}

/** Runs on the shadow root. Self-contained. Colours that the scheme decides are left to the schemes' own test. */
export function describeLooks(root: ShadowRoot): Look[] {
  const STYLES = [
    'display',
    'position',
    'color',
    'backgroundColor',
    'borderTopWidth',
    'borderTopColor',
    'borderTopLeftRadius',
    'boxShadow',
    'outlineStyle',
    'opacity',
    'visibility',
    'filter',
    'transform',
    'direction',
    'writingMode',
    'textAlign',
    'textTransform',
    'letterSpacing',
    'wordSpacing',
    'textIndent',
    'textShadow',
    'whiteSpace',
    'fontFamily',
    'fontSize',
    'fontWeight',
    'fontStyle',
    'lineHeight',
    'cursor',
    'pointerEvents',
    'userSelect',
  ] as const;
  const card = root.querySelector('[data-part="card"]');
  const origin = card?.getBoundingClientRect();
  if (!card || !origin) return [];
  return [card, ...card.querySelectorAll('*')].map((element) => {
    const style = getComputedStyle(element);
    const { x, y, width, height } = element.getBoundingClientRect();
    const isCard = element === card;
    return {
      element: `${element.localName}.${element.getAttribute('class') ?? ''}`,
      // The card's own place counts too.
      rect: [isCard ? x : x - origin.x, isCard ? y : y - origin.y, width, height].map(
        (side) => Math.round(side * 4) / 4,
      ),
      style: Object.fromEntries(STYLES.map((name) => [name, style[name]])),
    };
  });
}

/** The card and everything in it, in the top document. */
export async function readLooks(page: Page): Promise<readonly Look[]> {
  for (const root of await readOverlayRoots(page)) {
    const looks = await root.call(describeLooks, null);
    if (looks.length > 0) return looks;
  }
  return [];
}
