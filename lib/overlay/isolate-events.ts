/** Everything a person does to the card, as far as it bubbles. */
const EVENTS = [
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'pointerdown',
  'pointerup',
  'pointermove',
  'pointerover',
  'pointerout',
  'mousedown',
  'mouseup',
  'mousemove',
  'mouseover',
  'mouseout',
  'touchstart',
  'touchend',
  'touchmove',
  'wheel',
  'keydown',
  'keyup',
  'keypress',
  'focusin',
  'focusout',
] as const;

/**
 * Keeps what happens in our own layer from bubbling into the page, where it could close a menu, submit by
 * a page-wide Enter, or be pulled back by a focus trap. Events of the page itself never come by here, and
 * nothing is prevented. (Capturing listeners on the page still hear: design.md §3.10.)
 */
export function isolateEvents(layer: HTMLElement, signal: AbortSignal): void {
  for (const type of EVENTS) {
    layer.addEventListener(type, (event) => event.stopPropagation(), { signal, passive: true });
  }
}
