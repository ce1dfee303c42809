import type { HeardRoster, RosterServices } from '@/components/desk/roster/services';
import { pageShelf } from '@/entrypoints/popup/added-packs';
import { noticeToFollow } from '@/lib/guide/notice-to-follow';
import { dateIn } from '@/lib/notice/days';
import { nextTask } from '@/lib/platform/next-task';
import { copyText, saveFile } from '@/lib/platform/save-file';
import { witness } from '@/lib/platform/witness';
import { toStoreFailure } from '@/lib/store/failure';
import { storeKeeper } from '@/lib/store/keeper';
import { observe } from '@/lib/store/live';
import { readingOfRoster } from '@/lib/store/read-roster';
import { readBeside } from './read-beside';
import { writeBeside } from './write-beside';

/** The roster's services: it lives in the real database alone; a previewed date is only looked from. */
export async function rosterServices(): Promise<RosterServices> {
  const open = storeKeeper({ witness });
  const now = () => new Date();
  const shelf = pageShelf(open);
  const all = await shelf.packs();
  const pack = noticeToFollow(all, { today: dateIn(now(), shelf.timeZone) });
  const resting = { now: () => performance.now(), rest: nextTask };
  const newId = () => crypto.randomUUID();
  const reading = readingOfRoster(() => dateIn(now(), pack.timeZone));
  return {
    pack,
    packs: [pack, ...all.filter(({ id }) => id !== pack.id)],
    now,
    newId,
    watch(hear, signal) {
      const failure = (error: unknown) => {
        if (!signal.aborted) hear({ ok: false, failure: toStoreFailure(error).kind });
      };
      const value = (roster: HeardRoster) => hear({ ok: true, roster });
      open('real')
        .then((store) => observe(store, reading, { value, failure }, signal))
        .catch(failure);
    },
    readList: readBeside,
    resting,
    apply: async (edit, basedOn, options) => (await open('real')).roster.apply(edit, basedOn, options),
    undo: async (edit, options) =>
      (await open('real')).roster.undo(edit, { id: newId(), at: now().toISOString() }, options),
    saveViews: async (views) => (await open('real')).settings.set('rosterViews', views),
    saveDeadline: async (date) => (await open('real')).settings.set('rosterDeadline', date),
    writeWorkbook: (sheets) => writeBeside(sheets, resting),
    saveBlob: (name, blob) => saveFile(name, blob.type, blob),
    copyText,
    print: () => window.print(),
  };
}
