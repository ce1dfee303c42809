import { Dexie } from 'dexie';
import { toStoreFailure } from './failure';
import type { Store, StoreFailure } from './model';
import { DATABASE_NAMES } from './schema';

/** Whoever hears a live query. */
export interface Hearer<T> {
  value(value: T): void;
  /** The query failed this time; it is tried again with the next change. */
  failure(failure: StoreFailure): void;
}

/**
 * Runs a query now and again after every committed write to its database, by whichever page or worker of
 * ours, until the signal aborts. One query runs at a time; writes during it make one more. The query may
 * await whatever it likes, but must not write.
 *
 * Built on Dexie's change feed and not on its `liveQuery`: that one notices reads by a zone which is lost at
 * the second `await` of an async function, and a query that has lost it goes stale without a word.
 */
export function observe<T>(
  store: Store,
  query: (store: Store) => Promise<T>,
  hear: Hearer<T>,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  const prefix = `idb://${DATABASE_NAMES[store.namespace]}/`;
  let running = false;
  let stale = false;

  const answer = async (): Promise<() => void> => {
    try {
      const value = await query(store);
      return () => hear.value(value);
    } catch (error) {
      const failure = toStoreFailure(error);
      return () => hear.failure(failure);
    }
  };
  const run = async () => {
    stale = true;
    if (running) return;
    running = true;
    try {
      while (stale && !signal.aborted) {
        stale = false;
        const give = await answer();
        if (!signal.aborted) give();
      }
    } finally {
      running = false;
      // A hearer that threw has not heard what changed meanwhile.
      if (stale && !signal.aborted) void run();
    }
  };

  const hearChange = (parts: object) => {
    // `all`: the page comes back from the back/forward cache and cannot know what it missed.
    if (Object.keys(parts).some((part) => part === 'all' || part.startsWith(prefix))) void run();
  };
  Dexie.on('storagemutated', hearChange);
  signal.addEventListener('abort', () => Dexie.on.storagemutated.unsubscribe(hearChange), { once: true });
  void run();
}
