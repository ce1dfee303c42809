import type { Notices, PopupServices } from '@/components/popup/services';
import { findGuide } from '@/lib/guide/journey';
import { noticeToFollow } from '@/lib/guide/notice-to-follow';
import { obligationJourney, wordFact } from '@/lib/guide/obligation-words';
import { builtinShelf } from '@/lib/notice/available';
import { dateIn } from '@/lib/notice/days';
import type { NoticePack } from '@/lib/notice/model';
import { previewInstant } from '@/lib/notice/preview';
import { askBackground } from '@/lib/platform/background-client';
import { BROWSER_FLOOR } from '@/lib/platform/floor';
import { OFFICIAL_ADDRESS } from '@/lib/platform/official-site';
import { openGuide, openOfficialSite, openPage } from '@/lib/platform/pages';
import { copyText, saveFile } from '@/lib/platform/save-file';
import { reachCardKeys } from '@/lib/platform/shortcut';
import { announcementKey } from '@/lib/reminder/announcements';
import { toStoreFailure } from '@/lib/store/failure';
import type { Namespace, Store } from '@/lib/store/model';
import { popupMemory } from './memory';
import { popupTabs } from './tabs';

const storeSide = () => import('./store-side');
const open = async (namespace: Namespace) => (await storeSide()).openStore(namespace);

/**
 * The popup's services over the store of the namespace in force, and over the background.
 *
 * @param notices as far as they are known; those of this day are
 * @param readPacks every pack at hand, for a day that is not among them
 */
export function popupServices(
  notices: Notices,
  readPacks: () => Promise<readonly NoticePack[]>,
): PopupServices {
  const newId = () => crypto.randomUUID();
  const { timeZone, system, builtin } = builtinShelf;
  const noticeAt = async (at: Date) => {
    const today = dateIn(at, timeZone);
    return notices.on(today) ?? noticeToFollow(await readPacks(), { today, system });
  };
  const today = dateIn(new Date(), timeZone);
  /** Writes to the namespace in force, then lets the background plan every page again. */
  const write = async (work: (store: Store, at: Date) => Promise<unknown>) => {
    const now = new Date();
    const preview = await (await open('real')).settings.get('preview');
    const store = await open(preview === null ? 'real' : 'preview');
    await work(store, preview === null ? now : previewInstant(now, preview, timeZone));
    // What was written is kept; pages that the background cannot reach now are planned when next seen.
    askBackground({ type: 'pages.changed' }).catch(() => {});
  };
  const keepWord = (subject: string, body: Parameters<typeof wordFact>[3]) =>
    write(async ({ ledger }, at) => {
      const { id } = await ledger.begin(obligationJourney(await noticeAt(at), subject, at.toISOString()));
      await ledger.append([wordFact(newId(), id, at.toISOString(), body)]);
    });
  return {
    pack: notices.on(today) ?? noticeToFollow(builtin, { today, system }),
    notices,
    officialAddress: OFFICIAL_ADDRESS,
    newId,
    now: () => new Date(),
    watch: (hear, signal) => {
      storeSide().then(
        (side) => signal.aborted || side.watchRecords(open, hear, signal),
        (error) => signal.aborted || hear({ ok: false, failure: toStoreFailure(error).kind }),
      );
    },
    ...popupMemory,
    ...popupTabs,
    saveSubject: (row) => write((store) => store.subjects.put(row)),
    // Previews hold copies of real subjects.
    removeSubject: (id) =>
      write(async (store) =>
        store.namespace === 'real'
          ? (await storeSide()).eraseSubjectEverywhere(id)
          : store.subjects.remove(id),
      ),
    saveCertificate: (row) => write((store) => store.certificates.put(row)),
    // And from the previews, which hold copies.
    removeCertificate: (id) =>
      write(async (store) => {
        await store.certificates.remove(id);
        if (store.namespace === 'real') await (await open('preview')).certificates.remove(id);
      }),
    say: (subject, question, answer) => keepWord(subject, { kind: 'answer', question, answer }),
    tell: (subject, guideId, word) =>
      write(async ({ ledger }, at) => {
        const journeys = await ledger.journeys(subject);
        const known = (await Promise.all(journeys.map(({ id }) => ledger.facts(id)))).flat();
        const pack = await noticeAt(at);
        // Carries all known troubles, which the first paint does without.
        const { placeWord } = await import('@/lib/guide/word-place');
        const guide = findGuide(pack, guideId);
        const placed = placeWord({ pack, subject, guide, word, known, journeys, at: at.toISOString() });
        if (!placed) return;
        const { id } = await ledger.begin(placed.journey);
        await ledger.append([wordFact(newId(), id, at.toISOString(), placed.body)]);
      }),
    sayTrouble: (subject, trouble, answer) => keepWord(subject, { kind: 'trouble', trouble, answer }),
    sayCircumstance: (subject, said) => keepWord(subject, { kind: 'circumstance', ...said }),
    browserFloor: BROWSER_FLOOR,
    retract: ({ subject, fact }) => keepWord(subject, { kind: 'retraction', of: fact }),
    // Reminders are of the real records, whatever date is previewed.
    snooze: async (row, until) => {
      const { settings } = await open('real');
      await settings.change('snoozed', (snoozed) => ({ ...snoozed, [announcementKey(row)]: until }));
    },
    saveCalendar: async (dates, describe, thresholds) => {
      const { writeCalendar } = await import('@/lib/reminder/calendar-file');
      saveFile('rebind.ics', 'text/calendar', writeCalendar(dates, describe, thresholds, new Date()));
    },
    copyText: (text) => copyText(text),
    health: async () => {
      const { lost, bad } = await (await open('real')).health();
      return { lost, unreadable: bad.length };
    },
    saveRescue: async () => (await import('./rescue')).saveRescue(new Date(), timeZone),
    acknowledgeLoss: async () => (await open('real')).acknowledgeLoss(),
    shortcut: reachCardKeys,
    leavePreview: async () => void (await askBackground({ type: 'pages.preview', date: null })),
    openOfficialSite: () => void openOfficialSite(),
    openPractice: () => void openPage('practice.html'),
    openSummary: (subject, guide) => void openPage(`summary.html?${new URLSearchParams({ subject, guide })}`),
    openSettings: () => void openPage('options.html'),
    openPrint: () => void openPage('popup.html#print'),
    openAddFiles: () => void openPage('options.html#certificates'),
    openGuide: (subject) => void openGuide(subject),
  };
}
