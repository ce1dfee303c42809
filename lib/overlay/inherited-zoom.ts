/** Product of the CSS `zoom` factors an element stands under. */
export function inheritedZoom(element: Element): number {
  if ('currentCSSZoom' in element && typeof element.currentCSSZoom === 'number')
    return element.currentCSSZoom;
  let zoom = 1;
  for (let node: Element | null = element; node; node = node.parentElement) {
    zoom *= Number.parseFloat(getComputedStyle(node).getPropertyValue('zoom')) || 1;
  }
  return zoom;
}
