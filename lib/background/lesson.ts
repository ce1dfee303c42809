import { findGuide } from '@/lib/guide/journey';
import type { Plan } from '@/lib/guide/model';
import type { NoticePack } from '@/lib/notice/model';
import type { TaughtControl } from '@/lib/page/taught';

/** What a site profile says of one target. */
export interface Lesson {
  /** null: nothing. */
  readonly taught: TaughtControl | null;
  /** Absent: nothing was denied. */
  readonly notIt?: readonly TaughtControl[];
}

const NO_LESSON: Lesson = { taught: null };

/** What the pack's profile of the plan's system teaches of the plan's target. */
export function lessonOf(pack: NoticePack, plan: Plan): Lesson {
  if (plan.kind !== 'guide' || plan.target === null) return NO_LESSON;
  const { system } = findGuide(pack, plan.guide);
  const profile = pack.siteProfiles?.find((each) => each.system === system);
  const isMeant = ({ target }: TaughtControl) => target === plan.target;
  const notIt = profile?.notIt?.filter(isMeant) ?? [];
  return { taught: profile?.controls.find(isMeant) ?? null, ...(notIt.length > 0 && { notIt }) };
}
