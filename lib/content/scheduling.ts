/**
 * Timers for content code. Each ends with its AbortSignal, so that nothing of ours outlives the visit it
 * was made for (anchors, habit 5); lint bans the bare ones everywhere else.
 */

/** Runs once after `ms` milliseconds. */
export function after(ms: number, run: () => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const timer = setTimeout(() => {
    signal.removeEventListener('abort', cancel);
    run();
  }, ms);
  const cancel = () => clearTimeout(timer);
  signal.addEventListener('abort', cancel, { once: true });
}

/** Runs every `ms` milliseconds, first after `ms`. */
export function every(ms: number, run: () => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const timer = setInterval(run, ms);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}

/** Runs before each paint of this view; the browser pauses it in hidden tabs. */
export function onEachFrame(view: Window, run: () => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  let frame = view.requestAnimationFrame(step);
  function step() {
    frame = view.requestAnimationFrame(step);
    run();
  }
  signal.addEventListener('abort', () => view.cancelAnimationFrame(frame), { once: true });
}

/**
 * Runs when the page has nothing better to do, or after `ms` milliseconds at the latest; as a timer where
 * the engine knows no idle time.
 */
export function whenIdle(ms: number, run: () => void, signal: AbortSignal): void {
  if (typeof requestIdleCallback !== 'function') after(0, run, signal);
  else requestIdleCallback(() => signal.aborted || run(), { timeout: ms });
}
