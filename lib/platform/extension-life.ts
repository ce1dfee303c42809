import { nativeApi } from './native';

/** How often a living page looks whether its extension is still there. */
const LOOK_EVERY_MS = 1000;

/**
 * Aborts once the extension that injected us was updated or removed: what an older version drew must not
 * stand beside what the newer one draws. No event tells a content script; `runtime.id` goes away.
 */
export function extensionLife(): AbortSignal {
  const life = new AbortController();
  const { runtime } = nativeApi();
  const timer = setInterval(() => {
    if (runtime?.id) return;
    clearInterval(timer);
    life.abort();
  }, LOOK_EVERY_MS);
  return life.signal;
}
