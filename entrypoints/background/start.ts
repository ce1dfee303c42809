import { announceDue } from '@/lib/background/announce';
import { Conductor } from '@/lib/background/conductor';
import { EnvironmentDesk } from '@/lib/background/environment-desk';
import { furnishPractice } from '@/lib/background/practice-data';
import { refreshBadge } from '@/lib/background/refresh-badge';
import { createRegistry } from '@/lib/background/routes';
import { dayTurn } from '@/lib/background/turn-day';
import { builtinShelf } from '@/lib/notice/available';
import { loadPack } from '@/lib/notice/load';
import { nextMidnight } from '@/lib/notice/preview';
import { browser } from '@/lib/platform/browser';
import { onDayTurned } from '@/lib/platform/day-alarm';
import { documents } from '@/lib/platform/documents';
import { language, translate } from '@/lib/platform/i18n';
import { readMachine } from '@/lib/platform/machine';
import { notify } from '@/lib/platform/notify';
import { askToLookAgain, lookAtOpenTabs } from '@/lib/platform/open-tabs';
import { openPopup } from '@/lib/platform/pages';
import { sessionState } from '@/lib/platform/session-state';
import { onReachCard } from '@/lib/platform/shortcut';
import { witness } from '@/lib/platform/witness';
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
  const conductor = new Conductor({
    ...parts,
    machine: readMachine,
    draw: () => crypto.randomUUID(),
    seedPreview: (preview, real) => preview.seedFrom(real),
    erasePractice: () => eraseNamespace('practice', { witness }),
    openPopup,
    lookAgain: askToLookAgain,
    badge: (tabs) => refreshBadge({ store, now, timeZone: shelf.timeZone, translate, tabs }),
  });
  const desk = new EnvironmentDesk({ ...parts, machine: readMachine });
  const { timeZone } = shelf;
  /** Badge, plans and reminders follow the Shanghai date, also after sleep and restarts. */
  const turnDay = dayTurn(
    () => conductor.replanAll(),
    () => announceDue({ store, now, timeZone, translate, language: language(), notify }),
  );
  const registry = createRegistry(conductor, desk, browser.runtime);
  browser.runtime.onMessage.addListener(registry.listener);
  onReachCard((tab) => void conductor.reachCard(tab));
  browser.tabs.onRemoved.addListener((tab) => void conductor.forgetTab(tab));
  onDayTurned(
    () => nextMidnight(now(), timeZone),
    () => void turnDay(),
  );
  browser.runtime.onStartup.addListener(() => void turnDay());
  browser.runtime.onInstalled.addListener(() => {
    void lookAtOpenTabs();
    void turnDay();
  });
}
