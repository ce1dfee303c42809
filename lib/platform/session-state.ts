import { browser } from './browser';

/**
 * State that outlives the worker but not the browser: `storage.session`. Values are plain JSON. Kept in
 * memory by the browser and closed to content scripts by default.
 */
export interface SessionState {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
  keys(prefix: string): Promise<readonly string[]>;
}

export const sessionState: SessionState = {
  async get(key) {
    return (await browser.storage.session.get(key))[key];
  },
  async set(key, value) {
    await browser.storage.session.set({ [key]: value });
  },
  async remove(key) {
    await browser.storage.session.remove(key);
  },
  async keys(prefix) {
    return Object.keys(await browser.storage.session.get(null)).filter((key) => key.startsWith(prefix));
  },
};
