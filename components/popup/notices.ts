import { noticeToFollow } from '@/lib/guide/notice-to-follow';
import type { NoticePack } from '@/lib/notice/model';
import type { Notices } from './services';

/**
 * Notices of which every pack is here.
 *
 * @param system id
 */
export function noticesOf(packs: readonly NoticePack[], system: string): Notices {
  return { on: (today) => noticeToFollow(packs, { today, system }), answers: null, readAll: () => {} };
}
