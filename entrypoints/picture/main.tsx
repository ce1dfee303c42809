import { mountPicture } from '@/components/picture/mount';
import { readPictureAddress } from '@/components/picture/scene';
import { pageShelf } from '@/entrypoints/popup/added-packs';
import { noticeToFollow } from '@/lib/guide/notice-to-follow';
import { dateIn } from '@/lib/notice/days';
import { language, translate } from '@/lib/platform/i18n';
import { witness } from '@/lib/platform/witness';
import { storeKeeper } from '@/lib/store/keeper';

/** Stands in a frame of the desk: a caller's page with the card, as the caller has them. Sends and keeps nothing. */
async function start(): Promise<void> {
  const asked = readPictureAddress(location.search);
  if (!asked) return;
  const shelf = pageShelf(storeKeeper({ witness }));
  const all = await shelf.packs();
  const today = dateIn(new Date(), shelf.timeZone);
  const followed = noticeToFollow(all, { today, system: shelf.system });
  // The notice that is followed is made of several; it stands in for the pack whose name it bears.
  const pack = asked.pack === followed.id ? followed : (all.find(({ id }) => id === asked.pack) ?? followed);
  const { signal } = new AbortController();
  mountPicture(document, { translate, language: language(), pack, asked, today, signal });
}

void start();
