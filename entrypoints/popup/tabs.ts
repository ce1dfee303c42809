import type { PopupServices } from '@/components/popup/services';
import { askBackground } from '@/lib/platform/background-client';
import { readMachine } from '@/lib/platform/machine';
import { activeTab } from '@/lib/platform/pages';

/** Pages of the system, as the background knows them. */
export const popupTabs: Pick<PopupServices, 'tabs' | 'chooseSubject' | 'readEnvironment'> = {
  async tabs() {
    const [{ tabs }, current] = await Promise.all([askBackground({ type: 'pages.tabs' }), activeTab()]);
    return tabs.map((tab) => ({ ...tab, current: tab.tab === current }));
  },
  async chooseSubject(tab, subject) {
    const { ok } = await askBackground({ type: 'pages.choose-subject', tab, subject });
    return ok;
  },
  async readEnvironment() {
    const tabs = await popupTabs.tabs().catch(() => []);
    const tab = tabs.find(({ current }) => current) ?? tabs.at(-1);
    const { reading } = tab
      ? await askBackground({ type: 'pages.read-environment', tab: tab.tab })
      : { reading: null };
    return { machine: readMachine(new Date()), page: reading };
  },
};
