import type { TeachServices } from '@/components/desk/teach/services';
import { routeOf } from '@/lib/desk/teach/route';
import { parseTell } from '@/lib/messaging/picker-schemas';
import { builtinShelf } from '@/lib/notice/available';
import { loadPack } from '@/lib/notice/load';
import type { NoticePack } from '@/lib/notice/model';
import { askBackground } from '@/lib/platform/background-client';
import { listSystemTabs, openPicker, showTab, showThisPage } from '@/lib/platform/picker-tab';
import { saveFile } from '@/lib/platform/save-file';
import type { Namespace, Store } from '@/lib/store/model';
import { readPacksAtHand } from '@/lib/store/stored-shelf';

/** A frame inside a native box, or frozen, answers nobody. */
const PATIENCE_MS = 3000;

/** What was taught lives in the real database, whatever date is previewed. */
export function teachServices(
  open: (namespace: Namespace) => Promise<Store>,
  { id, mainSystem: system, systems }: NoticePack,
): TeachServices {
  const name = systems.find(({ id }) => id === system)?.name;
  // What the administrator blocked teaches nobody, and nothing is put into it.
  const packs = async () =>
    readPacksAtHand(await (await open('real')).shelf.read(), builtinShelf.builtin, loadPack);
  return {
    system,
    systemName: name ?? { zh: system, en: system },
    async listPages() {
      const [tabs, known] = await Promise.all([listSystemTabs(), askBackground({ type: 'pages.tabs' })]);
      const pages = new Map(known.tabs.map(({ tab, page }) => [tab, page] as const));
      return tabs.map(({ tab, address }) => ({
        tab,
        route: routeOf(address),
        page: pages.get(tab) ?? null,
      }));
    },
    open: (tab, ears, signal) =>
      openPicker(
        tab,
        {
          tell: (frame, message) => {
            const told = parseTell(message);
            if (told) ears.tell(frame, told);
          },
          end: ears.end,
        },
        signal,
      ),
    patience: () => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)),
    showPage: showTab,
    showDesk: showThisPage,
    async readProfile() {
      const profiles = await (await open('real')).settings.get('siteProfiles');
      return profiles.find((each) => each.system === system) ?? { system, controls: [] };
    },
    async readShared() {
      const pack = (await packs()).find((each) => each.id === id);
      return pack?.siteProfiles?.find((each) => each.system === system) ?? null;
    },
    async saveProfile(profile) {
      const { settings } = await open('real');
      const others = (await settings.get('siteProfiles')).filter((each) => each.system !== profile.system);
      await settings.set('siteProfiles', [...others, profile]);
      await askBackground({ type: 'pages.changed' });
    },
    packs,
    saveFile,
  };
}
