/** Runs the work when no other writer of the same database runs. */
export type WriteLock = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * One writer at a time over all our pages and the background, by the Web Lock `rebind-write-…`; without Web
 * Locks by a queue of this context. Correctness never rests on it alone: each write is one transaction.
 * The lock keeps writers from waiting inside the engine, where a waiting transaction blocks readers too.
 */
export function createWriteLock(name: string, locks: LockManager | null): WriteLock {
  if (locks) {
    return async <T>(work: () => Promise<T>) => {
      // The result leaves by a variable: `request` is typed loosely across TypeScript's DOM versions.
      let result: { readonly value: T } | undefined;
      await locks.request(name, async () => {
        result = { value: await work() };
      });
      if (!result) throw new Error('the lock was never granted');
      return result.value;
    };
  }
  let tail: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>) => {
    const turn = tail.then(work);
    tail = turn.catch(() => undefined);
    return turn;
  };
}
