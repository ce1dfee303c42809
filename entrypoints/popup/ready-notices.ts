import { noticesOf } from '@/components/popup/notices';
import type { Notices } from '@/components/popup/services';
import { noticeToFollow } from '@/lib/guide/notice-to-follow';
import { builtinShelf } from '@/lib/notice/available';
import type { CalendarDate } from '@/lib/notice/calendar';
import type { NoticePack } from '@/lib/notice/model';
import { holdsOn, withBeside } from '@/lib/notice/ready';
import { readReady } from '@/lib/store/check-first-rows';
import type { FirstRows } from '@/lib/store/first-rows';
import type { ReadyStamp } from '@/lib/store/model';
import { isPlainShelf, shelfMark } from '@/lib/store/shelf-mark';

export interface FirstNotices {
  readonly notices: Notices;
  /** What the packs were when it was made ready: to be compared after the first paint. null: nothing was added. */
  readonly stamp: Pick<ReadyStamp, 'build' | 'mark'> | null;
  /** Set where notices beside the one followed are to be read after the first paint. */
  readonly withBeside: ((beside: readonly NoticePack[]) => Notices) | null;
}

/**
 * The notice to follow without reading a pack: what ships with the product where nothing was added, else what the worker
 * has ready. Both were read in one transaction with the ids of the packs that are here; every writer of packs takes what is
 * ready away in the same transaction. `stamp` tells the versions too, and is held against the shelf after the first paint.
 *
 * @param build the extension's version
 * @param readAll reads every pack and draws the popup anew: for a day on which what is ready does not hold
 * @returns null where nothing is ready, or it is of another build, shelf or day: then the packs are to be read
 */
export function readyNotices(
  { traces, ready }: Pick<FirstRows, 'traces' | 'ready'>,
  build: string,
  today: CalendarDate,
  readAll: () => void,
): FirstNotices | null {
  const { builtin, system } = builtinShelf;
  if (isPlainShelf(traces)) return { notices: noticesOf(builtin, system), stamp: null, withBeside: null };
  const glance = { build, glance: shelfMark(traces) };
  const notice = readReady('notice', ready.notice, glance);
  if (notice === null || !holdsOn(notice, today)) return null;
  const pack = notice.pack ?? noticeToFollow(builtin, { today, system });
  const noticesWith = (known: NoticePack, answers: Notices['answers']): Notices => ({
    on: (day) => (holdsOn(notice, day) ? known : null),
    answers,
    readAll,
  });
  // Only now is it known to have one.
  const { mark } = ready.notice as ReadyStamp;
  const stamp = { build, mark };
  if (notice.beside === 0) return { notices: noticesWith(pack, null), stamp, withBeside: null };
  const answers = readReady('answers', ready.answers, { ...glance, mark }) ?? {};
  return {
    notices: noticesWith(pack, answers),
    stamp,
    withBeside: (beside) => noticesWith(withBeside(pack, beside), null),
  };
}
