/** What the part 通知包订阅 of the settings page needs from the outside. */
import type { ReadKey } from '@/lib/feed/keys';
import type { FeedKey, FeedOffer } from '@/lib/feed/model';
import type { FeedReading } from '@/lib/store/model';
import type { LookedAtPack } from './looked-at-pack';

/** What is known of the feed, for the page. */
export interface ShownFeed extends FeedReading {
  /** Of the keys of the feed in force, each as people compare them. */
  readonly fingerprints: readonly string[];
  /** Whether the browser lets us read the feed's host without the server's leave. */
  readonly hasHost: boolean;
}

export interface FeedServices {
  /** Never rejects. */
  readFeedKey(pasted: string): Promise<ReadKey>;
  /**
   * Asks the browser for the feed's host, then sets the feed and checks it. To be called in the click itself: the
   * browser asks the person only then. Resolves to false, and nothing is set, where the person did not allow it.
   */
  setFeed(address: string, key: FeedKey): Promise<boolean>;
  /** Gives the feed up, and its host back. Its packs stay. */
  stopFeed(): Promise<void>;
  checkFeed(): Promise<void>;
  /** Asks the browser for the host of the feed in force, and checks it; to be called in the click itself. */
  allowFeedHost(address: string): Promise<boolean>;
  /** Says what using an offered pack would change. Changes nothing. */
  lookAtOffer(offer: FeedOffer): Promise<LookedAtPack>;
}
