import { useState } from 'react';
import type { StoreFailureKind } from '@/lib/store/model';
import { failureKindOf } from './store-failure';

export interface Action {
  readonly busy: boolean;
  /** Why the last attempt failed; null before the first and after a success. */
  readonly failure: StoreFailureKind | null;
  /** Runs one attempt; a second press while it runs does nothing. Resolves to whether it worked. */
  run(work: () => Promise<unknown>): Promise<boolean>;
}

/** One thing a person can press that may fail, with what to show meanwhile and afterwards. */
export function useAction(): Action {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<StoreFailureKind | null>(null);
  return {
    busy,
    failure,
    async run(work) {
      if (busy) return false;
      setBusy(true);
      setFailure(null);
      try {
        await work();
        return true;
      } catch (error) {
        setFailure(failureKindOf(error));
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}
