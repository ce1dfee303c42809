import { type Namespace, StoreFailure } from './model';

/**
 * Remembers, outside the database, that data of a namespace was kept here. Chromium answers a damaged
 * IndexedDB by deleting it and opening an empty one without a word (measured, docs/decisions/004-store.md);
 * without a witness that would look like a first start.
 */
export interface Witness {
  has(namespace: Namespace): Promise<boolean>;
  set(namespace: Namespace, used: boolean): Promise<void>;
}

/** What the store stands on; tests and pages without it put their own here. */
export interface StoreDeps {
  readonly indexedDB?: IDBFactory | undefined;
  readonly IDBKeyRange?: typeof IDBKeyRange | undefined;
  /** null: none here; writers of this context then queue, and the engine's transactions order the rest. */
  readonly locks?: LockManager | null | undefined;
  /** Kept outside the database, so that its loss is noticed; without one `health().lost` is always false. */
  readonly witness?: Witness | undefined;
  /**
   * Milliseconds another connection may hold an older version before we say `blocked`; five times as long
   * where the engine gives no sign at all. Default 4,000.
   */
  readonly patience?: number | undefined;
  /**
   * The connection was taken from under an open store: `newer-version` when a newer Rebind upgrades the
   * database (this page is out of date for good), `unknown` when the browser closed it (the next call
   * opens it again).
   */
  readonly onClosed?: ((failure: StoreFailure) => void) | undefined;
}

export interface Engine {
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof IDBKeyRange;
}

/** @throws StoreFailure `refused` where the browser offers no database here. */
export function findEngine(deps: StoreDeps): Engine {
  try {
    // Merely reading the property throws in a sandboxed frame and where storage is switched off.
    const factory = deps.indexedDB ?? globalThis.indexedDB;
    const range = deps.IDBKeyRange ?? globalThis.IDBKeyRange;
    if (factory && range) return { indexedDB: factory, IDBKeyRange: range };
  } catch (cause) {
    throw new StoreFailure('refused', { cause });
  }
  throw new StoreFailure('refused');
}

/** The context's Web Locks; null on plain http pages and in older workers. */
export function findLocks(deps: StoreDeps): LockManager | null {
  if (deps.locks !== undefined) return deps.locks;
  return globalThis.navigator?.locks ?? null;
}

/** Milliseconds to bear a connection that was asked to close. */
export function patienceOf(deps: StoreDeps): number {
  return deps.patience ?? 4000;
}

/**
 * Milliseconds to bear no sign at all: behind a request that waits, the engine queues ours and never calls
 * it blocked. Longer, since a cold disk gives no sign either.
 */
export function silenceOf(deps: StoreDeps): number {
  return patienceOf(deps) * 5;
}
