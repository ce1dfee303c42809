import { askFeed, type FetchFile, type Kept } from '@/lib/feed/ask';
import { type FeedChoice, type FeedOwner, type FeedState, newFeedState } from '@/lib/feed/model';
import { readPolicy } from '@/lib/feed/read-policy';
import { isDue, nextCheck } from '@/lib/feed/schedule';
import type { Store } from '@/lib/store/model';
import { type TakingParts, takeRound } from './feed-round';
import { SerialQueue } from './serial-queue';

export interface FeedDeskParts extends TakingParts {
  readonly store: () => Promise<Store>;
  /** The administrator's policy; {} where there is none. */
  readonly readManaged: () => Promise<Readonly<Record<string, unknown>>>;
  readonly fetchFile: FetchFile;
  /** Of [0, 1). */
  readonly random: () => number;
  /** null: no check is wanted. */
  readonly setAlarm: (at: Date | null) => Promise<void>;
  /** Lets a policy that the browser has not read yet come. */
  readonly settle: () => Promise<void>;
  /** Packs, or what may be used of them, changed: plan every open tab again. */
  readonly changed: () => Promise<void>;
}

/**
 * Follows the feed that was set: asks it when it is time, takes what an administrator's brings, offers what the
 * person's own brings (docs/decisions/020-feed.md). One round at a time; all it knows is in the store.
 */
export class FeedDesk {
  readonly #parts: FeedDeskParts;
  readonly #queue = new SerialQueue<'feed'>();

  constructor(parts: FeedDeskParts) {
    this.#parts = parts;
  }

  /** Reads the policy anew and asks the feed if that is due: at a start, at an alarm, when the policy changed. */
  wake(): Promise<void> {
    return this.#queue.run('feed', async () => {
      const store = await this.#parts.store();
      // Other keys, a pin or a block: what follows from them must not wait for a day.
      const hasChanged = await this.#readPolicy(store);
      const { state } = await this.#inForce(store);
      if (state && !hasChanged && !isDue(state.nextAt, this.#parts.now())) {
        await this.#parts.setAlarm(state.nextAt === null ? null : new Date(state.nextAt));
      } else await this.#ask(store);
    });
  }

  /** Asks the feed now, whenever it was asked last. */
  check(): Promise<void> {
    return this.#queue.run('feed', async () => {
      const store = await this.#parts.store();
      await this.#readPolicy(store);
      await this.#ask(store);
    });
  }

  /** Compares the policy with what is kept, and keeps it where it differs. Resolves to whether it does. */
  async #readPolicy(store: Store): Promise<boolean> {
    const kept = (await store.feed.read()).administration;
    const isSame = (read: unknown) => JSON.stringify(read) === JSON.stringify(kept);
    let policy = await this.#parts.readManaged();
    // Just after a start the browser may not have read it yet: that is not the end of it.
    if (Object.keys(policy).length === 0 && !isSame(readPolicy({}))) {
      await this.#parts.settle();
      policy = await this.#parts.readManaged();
    }
    const read = readPolicy(policy);
    if (isSame(read)) return false;
    await store.feed.setAdministration(read);
    await this.#parts.changed();
    return true;
  }

  async #inForce(store: Store): Promise<{
    readonly feed: FeedChoice | null;
    readonly owner: FeedOwner;
    readonly state: FeedState | null;
  }> {
    const { administration, choice, state } = await store.feed.read();
    const feed = administration.feed ?? choice;
    const owner = administration.feed ? 'administrator' : 'user';
    const isItsOwn = feed && state?.address === feed.address && state.owner === owner;
    return { feed, owner, state: isItsOwn ? state : null };
  }

  async #ask(store: Store): Promise<void> {
    const { now, random, fetchFile, setAlarm, changed } = this.#parts;
    const { feed, owner, state: known } = await this.#inForce(store);
    if (!feed) return setAlarm(null);
    const state = known ?? newFeedState(owner, feed.address);
    const { administration } = await store.feed.read();
    const kept = (await store.packs.list()).flatMap<Kept>(({ id, version, source }) =>
      source.kind === 'feed' ? [{ id, version, key: source.key, sha256: source.sha256 }] : [],
    );
    const round = await askFeed(feed, { state, kept, rules: administration, now: now(), fetchFile });
    const at = now();
    const failures = round.ok ? 0 : state.failures + 1;
    const nextAt = nextCheck(at, failures, random).toISOString();
    const checked = { ...state, checkedAt: at.toISOString(), failures, nextAt };
    if (!round.ok) {
      await store.feed.commit({ state: { ...checked, failure: round.failure }, put: [], remove: [] });
    } else {
      const taken = await takeRound(store, checked, round, this.#parts);
      try {
        const isWritten = await store.feed.commit(taken);
        if (isWritten && taken.put.length + taken.remove.length > 0) {
          await changed();
          await taken.tell();
        }
      } catch (error) {
        console.error('rebind: what the feed brought could not be kept', error);
        const failure = { code: 'storage', file: '', params: {} } as const;
        const again = { ...checked, failures: state.failures + 1, failure };
        await store.feed.commit({ state: again, put: [], remove: [] });
      }
    }
    await setAlarm(new Date(nextAt));
  }
}
