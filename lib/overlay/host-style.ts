/**
 * The host's own shield. In the cascade `!important` rules of an inner tree win over the page's, inline
 * ones included, so `* { all: unset !important }` cannot reach us and no attribute is needed.
 * `all` leaves `direction` and `unicode-bidi` alone, hence the two by name. Generated boxes and the
 * popover's backdrop are drawn by the page's rules too unless refused here.
 */
export const HOST_CSS = `
:host {
  all: initial !important;
  direction: ltr !important;
  unicode-bidi: isolate !important;
  display: block !important;
  position: fixed !important;
  inset: 0 auto auto 0 !important;
  width: 0 !important;
  height: 0 !important;
  overflow: visible !important;
  pointer-events: none !important;
  z-index: 2147483647 !important;
}
:host::before, :host::after { content: none !important; display: none !important; }
:host::backdrop { display: none !important; }
.stage { display: contents; }
@media print { :host { display: none !important; } }
`;

/**
 * Puts a stylesheet into a shadow root. Constructed sheets pass every CSP, that of our own pages
 * included; Firefox refuses them to content scripts (field-notes §8) and lets their `<style>` pass.
 */
export function addStyle(root: ShadowRoot, css: string): void {
  const { ownerDocument } = root.host;
  try {
    const view = ownerDocument.defaultView as (Window & typeof globalThis) | null;
    if (!view) throw new TypeError('no view');
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    if (root.adoptedStyleSheets.includes(sheet)) return;
  } catch {
    // Falls through to the element.
  }
  const style = ownerDocument.createElementNS('http://www.w3.org/1999/xhtml', 'style');
  style.textContent = css;
  root.prepend(style);
}
