/** What each peer offers the benchmark: show a step, hide it, and where its highlight and its box are. */
export function offer(peer) {
  globalThis.benchPeer = peer;
}

export function rectOf(element) {
  if (!element) return null;
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x, y, width, height };
}

/** The inner of a path's two outlines: an overlay with a hole. */
export function pathBox(path) {
  const outlines = path?.getAttribute('d')?.split(/(?<=[zZ])\s*(?=M)/) ?? [];
  if (outlines.length < 2) return null;
  const inner = path.cloneNode();
  inner.setAttribute('d', outlines[1]);
  path.parentNode.append(inner);
  const box = inner.getBBox();
  inner.remove();
  return { x: box.x, y: box.y, width: box.width, height: box.height };
}
