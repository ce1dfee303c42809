/** What paints over our card, or fades it, without a hit test or an event telling. */

type VisibilityOptions = IntersectionObserverInit & {
  readonly trackVisibility: boolean;
  readonly delay: number;
};
type VisibilityEntry = IntersectionObserverEntry & { readonly isVisible?: boolean };

/** The least the browser allows, in milliseconds. */
const DELAY = 100;

/**
 * Tells when something comes to be painted over an element, or goes again: also what lets clicks through,
 * which no hit test finds. Only Chromium can tell (IntersectionObserver v2); elsewhere nothing is heard.
 * An element that was never seen whole is not called covered: the engine cannot tell, or it is its own opinion.
 */
export function watchCover(element: Element, hear: (covered: boolean) => void, signal: AbortSignal): void {
  const view = element.ownerDocument.defaultView as (Window & typeof globalThis) | null;
  if (!view || signal.aborted) return;
  let wasSeen = false;
  const options: VisibilityOptions = { trackVisibility: true, delay: DELAY, threshold: [0, 1] };
  const observer = new view.IntersectionObserver((entries: readonly VisibilityEntry[]) => {
    const last = entries.at(-1);
    if (!last) return;
    wasSeen ||= last.isVisible === true;
    if (wasSeen) hear(last.isIntersecting && last.isVisible === false);
  }, options);
  observer.observe(element);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}

/** Less than this of the ink of what the host lies in is not to be seen. */
const FAINT = 0.4;

/**
 * Whether the page lets the host be seen at all. The top layer escapes opacity, filters and clips of the
 * page; nothing escapes `display: none`, and below Chromium 114 there is no top layer for the host itself.
 */
export function isHostSeen(host: HTMLElement, isInTopLayer: boolean): boolean {
  // The host itself has no size, and its visibility is its own, so that the engine's answer is about what it lies in.
  if (!host.checkVisibility()) return false;
  const home = host.parentElement;
  if (isInTopLayer || !home) return true;
  // Its home is the root, or a dialog or part in full screen, which lie in the top layer: no other fades it.
  return Number.parseFloat(getComputedStyle(home).opacity) >= FAINT;
}
