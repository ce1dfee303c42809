import { type NoticeQuestion, noticeInForce } from '@/lib/notice/in-force';
import type { NoticePack } from '@/lib/notice/model';
import { withGuide } from './plain-guide';

/**
 * The notice that pages, popup and card follow on a day, out of all packs at hand: the one place where that is
 * decided (docs/decisions/017-relations.md). The same list and day give the same object.
 */
export function noticeToFollow(packs: readonly NoticePack[], asked: NoticeQuestion): NoticePack {
  return withGuide(noticeInForce(packs, asked).pack);
}
