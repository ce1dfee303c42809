import { MessageRegistry, type RawSender } from '@/lib/messaging/registry';
import { parseMessage } from '@/lib/messaging/schemas';
import { OFFICIAL_HOST } from '@/lib/platform/official-site';
import type { Conductor } from './conductor';
import type { EnvironmentDesk } from './environment-desk';
import type { FeedDesk } from './feed-desk';
import type { ReadyDesk } from './ready-desk';
import type { SiteDesk } from './site-desk';

/** The part of `browser.runtime` that tells who we are. */
interface Identity {
  readonly id: string;
  getURL(path: '/'): string;
}

/** Every message the background takes, from whom, and who handles it: the whole table. */
export function createRegistry(
  conductor: Conductor,
  desk: EnvironmentDesk,
  feed: Pick<FeedDesk, 'check'>,
  sites: Pick<SiteDesk, 'isGranted' | 'sync'>,
  ready: Pick<ReadyDesk, 'prepare'>,
  identity: Identity,
): MessageRegistry {
  const registry = new MessageRegistry({
    trust: {
      extensionId: identity.id,
      extensionRoot: identity.getURL('/'),
      isGrantedHost: (host) => host === OFFICIAL_HOST,
      isAddedSite: (host) => sites.isGranted(host),
    },
    parse: parseMessage,
    // Each handler opens the store it needs and reads the packs it follows, so the gate is open now.
    ready: Promise.resolve(),
  });
  return (
    registry
      .on('page.seen', ['document', 'practice'], (message, sender) => conductor.seen(message, sender))
      // The practice page brings its own.
      .on('page.wants-recogniser', ['document'], (_, sender) => conductor.bringRecogniser(sender))
      .on('page.arrived', ['document'], (message, sender) => conductor.arrived(message, sender))
      .on('page.target', ['document', 'practice'], (message, sender) => conductor.target(message, sender))
      .on('page.acted', ['document', 'practice'], (message, sender) => conductor.acted(message, sender))
      .on('page.card', ['document', 'practice'], (message, sender) => conductor.card(message, sender))
      .on('page.said', ['document', 'practice'], (message, sender) => conductor.said(message, sender))
      .on('page.open-popup', ['document', 'practice'], () => conductor.openPopup())
      .on('page.place-card', ['document', 'practice'], (message, sender) =>
        conductor.placeCard(message, sender),
      )
      .on('page.bring-target', ['document', 'practice'], (_, sender) => conductor.bringTarget(sender))
      .on('page.number', ['document', 'practice'], (message, sender) => conductor.number(message, sender))
      .on('page.numbered', ['document', 'practice'], (message, sender) => conductor.numbered(message, sender))
      .on('page.troubles', ['document', 'practice'], () => desk.troubles())
      .on('page.check-environment', ['document', 'practice'], (_, sender) => desk.check(sender))
      .on('pages.read-environment', ['own-page'], (message) => desk.readFor(message))
      .on('pages.tabs', ['own-page'], () => conductor.openTabs())
      .on('pages.choose-subject', ['own-page'], (message) => conductor.chooseSubject(message))
      .on('pages.changed', ['own-page'], async () => {
        // A page that cannot be reached keeps nobody else waiting for what changed.
        await Promise.allSettled([ready.prepare()]);
        await conductor.replanAll();
        // A pack that came or went may bring a site or take one.
        await sites.sync();
        return { ok: true };
      })
      .on('pages.check-feed', ['own-page'], async () => {
        await feed.check();
        return { ok: true };
      })
      .on('pages.reset-practice', ['practice'], () => conductor.resetPractice())
      .on('pages.preview', ['own-page', 'practice'], (message, sender) => conductor.preview(message, sender))
  );
}

export type { RawSender };
