/** One long work at a time, with its progress and a way to stop it. */
import { useEffect, useRef, useState } from 'react';

export interface Working<Kind extends string> {
  readonly kind: Kind;
  /** Of 100; null: not known. */
  readonly percent: number | null;
}

export interface Work<Kind extends string> {
  readonly working: Working<Kind> | null;
  /**
   * Runs it; another that was running is stopped.
   * @returns null where it was stopped
   */
  readonly run: <T>(
    kind: Kind,
    work: (signal: AbortSignal, onProgress: (part: number) => void) => Promise<T>,
  ) => Promise<T | null>;
  readonly stop: () => void;
}

/** Stops what runs when the component goes. */
export function useWork<Kind extends string>(): Work<Kind> {
  const [working, setWorking] = useState<Working<Kind> | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const run: Work<Kind>['run'] = async (kind, work) => {
    running.current?.abort();
    const own = new AbortController();
    running.current = own;
    let told: number | null = null;
    setWorking({ kind, percent: null });
    const onProgress = (part: number) => {
      const percent = Math.floor(part * 100);
      if (percent === told || running.current !== own) return;
      told = percent;
      setWorking({ kind, percent });
    };
    try {
      return await work(own.signal, onProgress);
    } catch (error) {
      if (own.signal.aborted) return null;
      throw error;
    } finally {
      if (running.current === own) {
        running.current = null;
        setWorking(null);
      }
    }
  };
  return { working, run, stop: () => running.current?.abort() };
}
