/** What the overlay's tests share: a browser, a page of our own making, card and ring upon it. */
import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { showing, UNBIND_PLAN } from '@/components/card/sample-plans';
import type { ShowCard } from '@/lib/messaging/contract';
import { ensureChromium } from '@/scripts/setup/chromium.mjs';
import { waitForCard, waitForRing } from '@/tests/e2e/harness/overlay';
import { type OverlayElement, type Rect, readOverlayRoots } from '@/tests/e2e/harness/shadow-reader';
import { OverlayWorld, openSite } from './overlay-page';

let browser: Browser | null = null;

/** Call once at the top of a spec: one browser for all its tests. */
export function withBrowser(): void {
  test.beforeAll(async () => {
    const { path } = await ensureChromium();
    browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox'] });
  });
  test.afterAll(() => browser?.close());
}

export interface Opening {
  readonly csp?: string;
  readonly width?: number;
  readonly height?: number;
}

/** The page in a context of its own. */
export const open = (html: string, more: Opening = {}): Promise<Page> => openPages({ '/': html }, more);

/** Several pages by path; the first is shown. */
export async function openPages(pages: Readonly<Record<string, string>>, more: Opening = {}): Promise<Page> {
  const { width = 1280, height = 720, csp } = more;
  if (!browser) throw new Error('withBrowser() was not called');
  const context = await browser.newContext({ viewport: { width, height } });
  const page = await context.newPage();
  await openSite(page, pages, csp);
  return page;
}

/** Runs in the world before ours: for what cannot enter a closed root, such as axe, or a page let in by mistake. */
export const OPEN_ROOTS = `{ const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function () { return attachShadow.call(this, { mode: 'open' }); } }`;

/** Our looks at the page come fifty times as often, and are counted, so that many pass while a test waits. */
export const HASTY = `globalThis.looks = 0; { const { setInterval: slow } = globalThis;
  globalThis.setInterval = (look, ms) => slow(() => { looks += 1; look(); }, ms / 50); }`;

/** No look at all by the clock: what is put right, is put right because it was heard. */
export const NO_LOOKS = 'globalThis.setInterval = () => 0;';

/** Gives a page script the host: what any page can find. */
export const HOST = `document.querySelector('html > div[popover]')`;

export const FOUND = { state: 'found', label: '解除绑定', place: 'top' } as const;

/** Card up and ring drawn on the unbind button. */
export async function guided(html: string, more: Opening & { readonly card?: Partial<ShowCard> } = {}) {
  const page = await open(html, more);
  const world = await OverlayWorld.mount(page);
  await world.show(showing(UNBIND_PLAN, { target: FOUND, ...more.card }));
  await world.ring('unbind');
  await waitForCard(page, { step: 'unbind-old' });
  await waitForRing(page, 'unbind');
  return { page, world };
}

export const rectOf = (page: Page, selector: string): Promise<Rect> =>
  page.locator(selector).evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  });

/** Elements of ours with this `data-part`, in all documents of the page. */
export async function partsOf(page: Page, part: string): Promise<readonly OverlayElement[]> {
  const parts = (await readOverlayRoots(page)).flatMap((root) => root.parts);
  return parts.filter(({ attributes }) => attributes['data-part'] === part);
}

/** The card's own element, whatever its shape. */
export async function cardElement(page: Page): Promise<OverlayElement | undefined> {
  return (await partsOf(page, 'card'))[0];
}

/** How far the ring's box is from the control's, in pixels; both are read in one go, between two frames. */
export async function drift(page: Page, selector: string): Promise<number> {
  const apart = await Promise.all(
    (await readOverlayRoots(page)).map((root) =>
      root.call((shadow: ShadowRoot, wanted: string) => {
        const ring = shadow.querySelector('[data-part="ring"]:not([hidden])')?.getBoundingClientRect();
        const control = shadow.ownerDocument.querySelector(wanted)?.getBoundingClientRect();
        if (!ring || !control) return null;
        return Math.max(
          ...(['x', 'y', 'width', 'height'] as const).map((side) => Math.abs(ring[side] - control[side])),
        );
      }, selector),
    ),
  );
  return apart.find((each) => each !== null) ?? Number.POSITIVE_INFINITY;
}

const nextFrame = (page: Page) =>
  page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );

export async function expectRingOn(page: Page, selector: string): Promise<void> {
  await nextFrame(page);
  expect(await drift(page, selector)).toBeLessThan(0.5);
}

/** What has the keyboard inside the overlay: an action, a part, or null while it is on the page. */
export async function focusInCard(page: Page): Promise<string | null> {
  for (const root of await readOverlayRoots(page)) {
    const name = await root.call((shadow: ShadowRoot) => {
      const { dataset } = (shadow.activeElement ?? {}) as Partial<HTMLElement>;
      return dataset?.action ?? dataset?.part ?? null;
    }, null);
    if (name) return name;
  }
  return null;
}
