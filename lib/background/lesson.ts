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

/**
 * What the pack's profile of the plan's system teaches of the plan's target; where there is no plan, what its main
 * system's profile says of the landmark that is looked for.
 */
export function lessonOf(pack: NoticePack, plan: Plan, landmark: TaughtControl | null = null): Lesson {
  const asked = plan.kind === 'guide' ? plan.target : (landmark?.target ?? null);
  if (asked === null) return NO_LESSON;
  const system = plan.kind === 'guide' ? findGuide(pack, plan.guide).system : pack.mainSystem;
  const profile = pack.siteProfiles?.find((each) => each.system === system);
  const isMeant = ({ target }: TaughtControl) => target === asked;
  const notIt = profile?.notIt?.filter(isMeant) ?? [];
  return { taught: profile?.controls.find(isMeant) ?? null, ...(notIt.length > 0 && { notIt }) };
}
