import { noticeToFollow } from '@/lib/guide/notice-to-follow';
import { speaksOfHost } from '@/lib/notice/added-sites';
import type { NoticeShelf } from '@/lib/notice/available';
import type { CalendarDate } from '@/lib/notice/calendar';
import { dateIn } from '@/lib/notice/days';
import type { NoticePack } from '@/lib/notice/model';
import { PRACTICE_DATE, previewInstant } from '@/lib/notice/preview';
import type { CardPlace } from '@/lib/overlay/card-place';
import type { Namespace, Store, SubjectRow } from '@/lib/store/model';

export interface SceneParts {
  /** Opens a namespace; rejects with a StoreFailure. */
  readonly store: (namespace: Namespace) => Promise<Store>;
  /** Fills the practice database the first time it is used. */
  readonly furnishPractice: (store: Store) => Promise<void>;
  readonly now: () => Date;
  readonly shelf: NoticeShelf;
}

/** What one round of planning stands on: the namespace in force and its day. */
export interface Scene {
  readonly namespace: Namespace;
  readonly store: Store;
  /** The notice to follow that day. */
  readonly pack: NoticePack;
  /** The date previewed or rehearsed; null: today. */
  readonly preview: CalendarDate | null;
  readonly largeType: boolean;
  /** Where the person left the card on this system. */
  readonly cardPlace: CardPlace | null;
  readonly now: Date;
  /** `now`'s calendar day in the notice's zone. */
  readonly today: CalendarDate;
  readonly subjects: readonly SubjectRow[];
  /** No notice speaks of the site any more: nothing is said there. */
  readonly isForeign: boolean;
}

/**
 * The practice page plays in `practice`; any other page in `preview` while a date is previewed, else in
 * `real`. Rejects with a StoreFailure.
 *
 * @param site the host, where a pack adds it
 */
export async function readScene(
  parts: SceneParts,
  practice: boolean,
  site: string | null = null,
): Promise<Scene> {
  const { store, furnishPractice, now, shelf } = parts;
  const { timeZone, system } = shelf;
  const home = await store(practice ? 'practice' : 'real');
  if (practice) await furnishPractice(home);
  const set = await home.settings.get('preview');
  const preview = practice ? (set ?? PRACTICE_DATE) : set;
  const inForce = preview !== null && !practice ? await store('preview') : home;
  const instant = preview === null ? now() : previewInstant(now(), preview, timeZone);
  const today = dateIn(instant, timeZone);
  const packs = await shelf.packs();
  const systemThere = site === null ? system : packs.find((pack) => speaksOfHost(pack, site))?.mainSystem;
  const pack = noticeToFollow(packs, { today, system: systemThere ?? system });
  return {
    namespace: inForce.namespace,
    store: inForce,
    pack,
    isForeign: site !== null && !speaksOfHost(pack, site),
    preview,
    largeType: await home.settings.get('largeType'),
    cardPlace: (await home.settings.get('cardPlaces'))[pack.mainSystem] ?? null,
    now: instant,
    today,
    subjects: await inForce.subjects.list(),
  };
}
