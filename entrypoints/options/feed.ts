import type { FeedServices, ShownFeed } from '@/components/settings/feed-services';
import type { FeedOffer } from '@/lib/feed/model';
import { askForHosts, giveHostsBack, hasHosts } from '@/lib/platform/host-permission';
import { feedPackRow } from '@/lib/store/feed';
import type { Store } from '@/lib/store/model';
import type { lookAtText } from './look-at-text';

/** The one host of an address, with every port: match patterns know none. */
export function patternOf(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}

/** The feed for the page. Fingerprints bring `jose`: loaded where there is a key to show. */
export async function readFeed(store: Store): Promise<ShownFeed> {
  const reading = await store.feed.read();
  const feed = reading.administration.feed ?? reading.choice;
  if (!feed) return { ...reading, fingerprints: [], hasHost: false };
  const { fingerprintOf, thumbprintOf } = await import('@/lib/feed/keys');
  const thumbprints = await Promise.all(feed.keys.map(thumbprintOf));
  return {
    ...reading,
    fingerprints: thumbprints.map(fingerprintOf),
    hasHost: await hasHosts([patternOf(feed.address)]),
  };
}

/** @param check has the background ask the feed now */
export function feedServices(
  real: () => Promise<Store>,
  now: () => Date,
  check: () => Promise<void>,
  look: ReturnType<typeof lookAtText>,
): FeedServices {
  return {
    readFeedKey: async (pasted) => (await import('@/lib/feed/keys')).readKey(pasted),
    async setFeed(address, key) {
      // First of all, while the click still counts.
      if (!(await askForHosts([patternOf(address)]))) return false;
      await (await real()).feed.choose({ address, keys: [key] });
      await check();
      return true;
    },
    async stopFeed() {
      const { feed } = await real();
      const { choice } = await feed.read();
      await feed.choose(null);
      await check();
      if (choice) await giveHostsBack([patternOf(choice.address)]);
    },
    checkFeed: check,
    async allowFeedHost(address) {
      const isAllowed = await askForHosts([patternOf(address)]);
      if (isAllowed) await check();
      return isAllowed;
    },
    lookAtOffer: (offer: FeedOffer) =>
      look(offer.text, async (store, pack) => {
        const { state } = await store.feed.read();
        if (!state || pack.id !== offer.id || pack.version !== offer.version) return false;
        return store.feed.takeOffer(feedPackRow(offer, state, now().toISOString()), offer);
      }),
  };
}
