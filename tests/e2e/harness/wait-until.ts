import { setTimeout as pause } from 'node:timers/promises';

/** How often a condition is looked at again. */
const INTERVAL_MS = 50;
const DEFAULT_PATIENCE_MS = 15_000;

/**
 * Reads until what is read is accepted. A read that throws (the page is navigating, a frame is going) counts
 * as not yet; its message is told if the wait ends in vain.
 *
 * @param what the condition in words, for the error
 * @param patience milliseconds
 * @throws Error with the last value read
 */
export async function waitUntil<T, U extends T>(
  what: string,
  read: () => Promise<T>,
  accept: (value: T) => value is U,
  patience?: number,
): Promise<U>;
export async function waitUntil<T>(
  what: string,
  read: () => Promise<T>,
  accept: (value: T) => boolean,
  patience?: number,
): Promise<T>;
export async function waitUntil<T>(
  what: string,
  read: () => Promise<T>,
  accept: (value: T) => boolean,
  patience = DEFAULT_PATIENCE_MS,
): Promise<T> {
  const end = Date.now() + patience;
  let last = 'nothing was read';
  for (;;) {
    try {
      const value = await read();
      if (accept(value)) return value;
      last = JSON.stringify(value, null, 1) ?? 'undefined';
    } catch (error) {
      last = String(error);
    }
    if (Date.now() > end) throw new Error(`Waited ${patience} ms in vain for ${what}. Last: ${last}`);
    await pause(INTERVAL_MS);
  }
}
