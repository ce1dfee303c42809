import type {
  SettingsServices,
  ShownPacks,
  ShownRecords,
  ShownSettings,
} from '@/components/settings/services';
import { noticeToFollow } from '@/lib/guide/notice-to-follow';
import { builtinShelf } from '@/lib/notice/available';
import { dateIn } from '@/lib/notice/days';
import { askBackground } from '@/lib/platform/background-client';
import { forgetEverything } from '@/lib/platform/forget';
import { onHostsChanged } from '@/lib/platform/host-permission';
import { OFFICIAL_ADDRESS } from '@/lib/platform/official-site';
import { extensionVersion, openGuide, openPage } from '@/lib/platform/pages';
import { openShortcutSettings, reachCardKeys } from '@/lib/platform/shortcut';
import { witness } from '@/lib/platform/witness';
import { eraseAll } from '@/lib/store/erase';
import { toStoreFailure } from '@/lib/store/failure';
import { storeKeeper } from '@/lib/store/keeper';
import { observe } from '@/lib/store/live';
import type { Store } from '@/lib/store/model';
import { backupServices } from './backup';
import { feedServices } from './feed';
import { packServices } from './packs';
import { siteServices } from './sites';

/** The settings page's services: settings live in the real database alone. */
export function settingsServices(): SettingsServices {
  const open = storeKeeper({ witness });
  /** Reads anew what no write to the database tells of: a permission given or taken. */
  let refresh = () => {};
  const tellBackground = () => askBackground({ type: 'pages.changed' }).catch(() => {});
  const { timeZone, builtin } = builtinShelf;
  const packs = packServices(
    () => open('real'),
    () => new Date(),
    () => void tellBackground(),
  );
  return {
    pack: noticeToFollow(builtin, { today: dateIn(new Date(), timeZone) }),
    version: extensionVersion(),
    officialAddress: OFFICIAL_ADDRESS,
    now: () => new Date(),
    ...backupServices(
      () => open('real'),
      () => new Date(),
      timeZone,
      () => void tellBackground(),
    ),
    ...packs.services,
    ...siteServices(() => refresh()),
    ...feedServices(
      () => open('real'),
      () => new Date(),
      async () => void (await askBackground({ type: 'pages.check-feed' })),
      packs.lookAt,
    ),
    newId: () => crypto.randomUUID(),
    openGuide: (subject) => void openGuide(subject),
    openNotice: () => void openPage('notice.html'),
    openAuthor: () => void openPage('author.html'),
    openDesk: () => void openPage('desk.html'),
    async saveCertificate(row) {
      await (await open('real')).certificates.put(row);
      void tellBackground();
    },
    watch(hear, signal) {
      const failure = (error: unknown) => {
        if (!signal.aborted) hear({ ok: false, failure: toStoreFailure(error).kind });
      };
      const value = (shown: { settings: ShownSettings; records: ShownRecords; packs: ShownPacks }) =>
        hear({ ok: true, ...shown });
      open('real')
        .then((store) => {
          const read = async () => ({ ...(await readShown(store)), packs: await packs.read(store) });
          const again = () => void read().then(value, failure);
          refresh = again;
          onHostsChanged(() => !signal.aborted && again());
          observe(store, read, { value, failure }, signal);
        })
        .catch(failure);
    },
    async setLargeType(on) {
      await (await open('real')).settings.set('largeType', on);
      void tellBackground();
    },
    async setReminders({ thresholds, quiet }) {
      const { settings } = await open('real');
      await settings.set('thresholds', thresholds);
      await settings.set('quiet', quiet);
    },
    setPreview: async (date) => void (await askBackground({ type: 'pages.preview', date })),
    shortcut: reachCardKeys,
    changeShortcut: openShortcutSettings,
    async eraseEverything() {
      await eraseAll({ witness });
      await forgetEverything();
      void tellBackground();
      // What an administrator set comes again; without that nobody is asked.
      void askBackground({ type: 'pages.check-feed' }).catch(() => {});
    },
  };
}

async function readShown({ settings, subjects, certificates }: Store) {
  const [preview, largeType, thresholds, quiet, allSubjects, allCertificates] = await Promise.all([
    settings.get('preview'),
    settings.get('largeType'),
    settings.get('thresholds'),
    settings.get('quiet'),
    subjects.list(),
    certificates.list(),
  ]);
  return {
    settings: { preview, largeType, thresholds, quiet },
    records: { subjects: allSubjects, certificates: allCertificates },
  };
}
