import type { SessionState } from '@/lib/platform/session-state';
import type { TabState } from './tab-state';

const PREFIX = 'tab:';

/** Tab states in session storage: they outlive the worker and end with the browser. */
export class TabStates {
  readonly #session: SessionState;

  constructor(session: SessionState) {
    this.#session = session;
  }

  async load(tab: number): Promise<TabState | null> {
    // Written by this same version only: session storage is emptied when the extension is updated.
    return ((await this.#session.get(PREFIX + tab)) as TabState | undefined) ?? null;
  }

  save(state: TabState): Promise<void> {
    return this.#session.set(PREFIX + state.tab, state);
  }

  remove(tab: number): Promise<void> {
    return this.#session.remove(PREFIX + tab);
  }

  async ids(): Promise<readonly number[]> {
    return (await this.#session.keys(PREFIX)).map((key) => Number(key.slice(PREFIX.length)));
  }
}
