import type { Sender } from '@/lib/messaging/registry';
import type { SessionState } from '@/lib/platform/session-state';
import { SerialQueue } from './serial-queue';
import { newTabState, type TabState } from './tab-state';
import { TabStates } from './tab-states';

/**
 * What is known of each open tab, read, changed and written by one task at a time. Which state a document's
 * message belongs to is settled here; what to do with it, the conductor knows.
 */
export class TabTurns {
  readonly #queue = new SerialQueue<number>();
  readonly #tabs: TabStates;
  readonly #onChange: () => Promise<void>;

  /** @param onChange waited for after a document's message changed its tab */
  constructor(session: SessionState, onChange: () => Promise<void>) {
    this.#tabs = new TabStates(session);
    this.#onChange = onChange;
  }

  /** Runs after everything of the same tab that came before. */
  run<T>(tab: number, task: () => Promise<T>): Promise<T> {
    return this.#queue.run(tab, task);
  }

  load(tab: number): Promise<TabState | null> {
    return this.#tabs.load(tab);
  }

  save(state: TabState): Promise<void> {
    return this.#tabs.save(state);
  }

  ids(): Promise<readonly number[]> {
    return this.#tabs.ids();
  }

  async forget(tab: number): Promise<void> {
    await this.run(tab, () => this.#tabs.remove(tab));
  }

  /** A document's message: changes the state of its tab, which begins with the first one. */
  async inTab<R>(
    sender: Sender,
    task: (state: TabState) => Promise<{ state: TabState; reply: R }>,
  ): Promise<R> {
    const { tab } = sender;
    if (tab === null) throw new Error('tabs: a document without a tab');
    return this.run(tab, async () => {
      const loaded = (await this.#tabs.load(tab)) ?? newTabState(tab, sender.kind === 'practice');
      // The same tab may go from the practice page to the site: nothing of one is carried to the other.
      const kept =
        loaded.practice === (sender.kind === 'practice') ? loaded : newTabState(tab, !loaded.practice);
      // The top document's site decides whose notice is followed in the tab.
      const site = sender.site ?? null;
      const hasMoved = sender.frame === 0 && site !== (kept.site ?? null);
      const state = hasMoved ? { ...kept, site, subject: null } : kept;
      const { state: next, reply } = await task(state);
      if (next !== kept) {
        await this.#tabs.save(next);
        await this.#onChange();
      }
      return reply;
    });
  }

  /** All tabs at once: one that is slow to answer holds up no other. */
  async forEachTab(change: (state: TabState) => Promise<TabState>, except?: number): Promise<void> {
    const tabs = (await this.#tabs.ids()).filter((tab) => tab !== except);
    await Promise.all(
      tabs.map((tab) =>
        this.run(tab, async () => {
          const state = await this.#tabs.load(tab);
          if (state) await this.#tabs.save(await change(state));
        }),
      ),
    );
  }
}
