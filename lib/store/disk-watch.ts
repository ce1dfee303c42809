import { isUndone } from './failure';
import type { StoreFailure } from './model';

/** Milliseconds between a request that is told it was undone and its transaction, which is told why. */
const GRACE = 200;

export interface DiskWatch {
  readonly noteFull: () => void;
  readonly noteRoom: () => void;
  /** Whether a failure that says little comes of a full disk. Waits a moment where that may be about to be heard. */
  readonly isTheCauseOf: (failure: StoreFailure) => Promise<boolean>;
}

/**
 * Remembers that the disk was found full. Chromium then closes the database under us and refuses to open it, in words it
 * has for a damaged one too; until it opens again that is what is wrong, and nobody should erase anything.
 */
export function watchDisk(): DiskWatch {
  let full = false;
  const hearers = new Set<() => void>();
  return {
    noteFull: () => {
      full = true;
      for (const hear of hearers) hear();
    },
    noteRoom: () => {
      full = false;
    },
    isTheCauseOf: async (failure) => {
      if (failure.kind !== 'unknown' && failure.kind !== 'corrupted') return false;
      if (full || !isUndone(failure)) return full;
      return new Promise<boolean>((resolve) => {
        const end = (isCause: boolean) => {
          clearTimeout(timer);
          hearers.delete(hear);
          resolve(isCause);
        };
        const hear = () => end(true);
        const timer = setTimeout(() => end(false), GRACE);
        hearers.add(hear);
      });
    },
  };
}
