/** Where the overlay draws: its root is closed, so the bench keeps it as it is made. */
let root: ShadowRoot | null = null;

/** Once, before the overlay is mounted, in each of its bundles: the first to mount makes the root. */
export function watchRoot(): void {
  const shared = globalThis as typeof globalThis & {
    benchIsThere?: (part: string) => boolean;
    benchCardLines?: () => string[];
  };
  if (shared.benchIsThere) return;
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (this: Element, init) {
    root = attachShadow.call(this, init);
    return root;
  };
  shared.benchIsThere = (part) => {
    const { width = 0 } = root?.querySelector(`[data-part="${part}"]`)?.getBoundingClientRect() ?? {};
    return width > 0;
  };
  shared.benchCardLines = () => {
    const card = root?.querySelector<HTMLElement>('[data-part="card"]');
    return (card?.innerText ?? '').split('\n').filter((line) => line.trim() !== '');
  };
}
