import { announceDue } from '@/lib/background/announce';
import { Conductor } from '@/lib/background/conductor';
import { EnvironmentDesk } from '@/lib/background/environment-desk';
import { FeedDesk } from '@/lib/background/feed-desk';
import { furnishPractice } from '@/lib/background/practice-data';
import { ReadyDesk } from '@/lib/background/ready-desk';
import { refreshBadge } from '@/lib/background/refresh-badge';
import { createRegistry } from '@/lib/background/routes';
import { SiteDesk } from '@/lib/background/site-desk';
import { dayTurn } from '@/lib/background/turn-day';
import { builtinShelf } from '@/lib/notice/available';
import { loadPack } from '@/lib/notice/load';
import { browser } from '@/lib/platform/browser';
import { onDayTurned } from '@/lib/platform/day-alarm';
import { documents } from '@/lib/platform/documents';
import { onFeedAlarm, setFeedAlarm } from '@/lib/platform/feed-alarm';
import { fetchFile } from '@/lib/platform/fetch-file';
import { hasHosts, onHostsChanged } from '@/lib/platform/host-permission';
import { language, translate } from '@/lib/platform/i18n';
import { readMachine } from '@/lib/platform/machine';
import { onManagedChanged, readManaged } from '@/lib/platform/managed';
import { notify, onNotificationPressed } from '@/lib/platform/notify';
import { OFFICIAL_HOST } from '@/lib/platform/official-site';
import { askToLookAgain, lookAtOpenTabs } from '@/lib/platform/open-tabs';
import { extensionVersion, openPage, openPopup } from '@/lib/platform/pages';
import { sessionState } from '@/lib/platform/session-state';
import { onReachCard } from '@/lib/platform/shortcut';
import { watchSites } from '@/lib/platform/site-scripts';
import { witness } from '@/lib/platform/witness';
import { nextTurn } from '@/lib/reminder/next-turn';
import { eraseNamespace } from '@/lib/store/erase';
import { storeKeeper } from '@/lib/store/keeper';
import type { Store } from '@/lib/store/model';
import { storedShelf } from '@/lib/store/stored-shelf';

export function startBackground(): void {
  const store = storeKeeper({ witness });
  const shelf = storedShelf(() => store('real'), builtinShelf, loadPack);
  const now = () => new Date();
  const parts = {
    store,
    documents,
    session: sessionState,
    shelf,
    now,
    furnishPractice: (practice: Store) => furnishPractice(practice, now(), translate),
  };
  const sites = new SiteDesk({
    shelf,
    now,
    own: [OFFICIAL_HOST],
    hasHosts,
    watchSites,
    lookAtTabs: lookAtOpenTabs,
  });
  const ready = new ReadyDesk({ store: () => store('real'), shelf, now, build: extensionVersion() });
  const syncSites = () => {
    sites.sync().catch((error) => console.error('rebind: added sites could not be set up', error));
  };
  const conductor = new Conductor({
    ...parts,
    machine: readMachine,
    draw: () => crypto.randomUUID(),
    seedPreview: (preview, real) => preview.seedFrom(real),
    erasePractice: () => eraseNamespace('practice', { witness }),
    openPopup,
    lookAgain: async () => askToLookAgain(await sites.granted()),
    badge: (tabs) => refreshBadge({ store, now, timeZone: shelf.timeZone, translate, tabs }),
  });
  const desk = new EnvironmentDesk({ ...parts, machine: readMachine });
  const feed = new FeedDesk({
    ...parts,
    store: () => store('real'),
    readManaged,
    fetchFile,
    random: Math.random,
    setAlarm: setFeedAlarm,
    settle: () => new Promise((resolve) => setTimeout(resolve, 5000)),
    changed: async () => {
      prepare();
      await conductor.replanAll();
      syncSites();
    },
    translate,
    language: language(),
    notify,
  });
  const prepare = () => {
    ready.prepare().catch((error) => console.error('rebind: nothing could be made ready', error));
  };
  const followFeed = () => {
    feed.wake().catch((error) => console.error('rebind: the feed could not be followed', error));
  };
  const { timeZone } = shelf;
  /** Badge, plans and reminders follow the Shanghai date, also after sleep and restarts. */
  const turnDay = dayTurn(
    () => conductor.replanAll(),
    () => announceDue({ store, now, timeZone, translate, language: language(), notify }),
  );
  const registry = createRegistry(conductor, desk, feed, sites, ready, browser.runtime);
  browser.runtime.onMessage.addListener(registry.listener);
  onNotificationPressed(() => void openPage('popup.html'));
  onReachCard((tab) => void conductor.reachCard(tab));
  browser.tabs.onRemoved.addListener((tab) => void conductor.forgetTab(tab));
  onDayTurned(
    now,
    () => nextTurn(now(), timeZone),
    () => {
      prepare();
      void turnDay();
      followFeed();
      syncSites();
    },
  );
  onHostsChanged(syncSites);
  onFeedAlarm(followFeed);
  onManagedChanged(followFeed);
  browser.runtime.onStartup.addListener(() => {
    prepare();
    void turnDay();
    followFeed();
    syncSites();
  });
  browser.runtime.onInstalled.addListener(() => {
    void lookAtOpenTabs();
    // Another build may read the same texts otherwise, and while one is written its number stays.
    ready.forget().then(prepare, prepare);
    void turnDay();
    followFeed();
    syncSites();
  });
}
