import { findGuide } from '@/lib/guide/journey';
import type { Plan } from '@/lib/guide/model';
import type { NoticePack } from '@/lib/notice/model';
import type { TaughtControl } from '@/lib/page/taught';

/** What the pack's profile of the plan's system teaches of the plan's target; null: nothing. */
export function taughtControl(pack: NoticePack, plan: Plan): TaughtControl | null {
  if (plan.kind !== 'guide' || plan.target === null) return null;
  const { system } = findGuide(pack, plan.guide);
  const profile = pack.siteProfiles?.find((each) => each.system === system);
  return profile?.controls.find(({ target }) => target === plan.target) ?? null;
}
