import { startTransition, useEffect, useState } from 'react';

/**
 * Runs once the frame that is being made has been handed to the screen; never after the signal aborted. Only the next
 * frame's beginning tells that: a task after this frame's callbacks may run while it still waits to be drawn.
 */
export function afterPaint(run: () => void, signal: AbortSignal): void {
  const soon = () => setTimeout(() => signal.aborted || run(), 0);
  requestAnimationFrame(() => requestAnimationFrame(soon));
}

/** False for the first paint, true from the next: what is not in sight yet need not hold up what is. */
export function useAfterPaint(): boolean {
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    const visit = new AbortController();
    afterPaint(() => startTransition(() => setPainted(true)), visit.signal);
    return () => visit.abort();
  }, []);
  return painted;
}
