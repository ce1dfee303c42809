import { liveQuery } from 'dexie';
import { toStoreFailure } from './failure';
import type { Store, StoreFailure } from './model';

/** Whoever hears a live query. */
export interface Hearer<T> {
  value(value: T): void;
  /** The query failed this time; it is tried again with the next change. */
  failure(failure: StoreFailure): void;
}

/**
 * Runs a query now and again after every committed write it could have read, by whichever page or worker of
 * ours, until the signal aborts. The query may only read, and only from `store`.
 */
export function observe<T>(
  store: Store,
  query: (store: Store) => Promise<T>,
  hear: Hearer<T>,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  const subscription = liveQuery(() => query(store)).subscribe({
    next: (value) => hear.value(value),
    error: (error: unknown) => hear.failure(toStoreFailure(error)),
  });
  signal.addEventListener('abort', () => subscription.unsubscribe(), { once: true });
}
