/**
 * A taught way to the certificates stands on a page that recognition cannot name: enough to show the step that points at
 * it, and nothing else (docs/decisions/024-taught-way.md). What is recorded, whose session it is and whether somebody
 * logged in go by what the page itself was recognised as.
 */
import type { Plan } from '@/lib/guide/model';
import type { NoticePack } from '@/lib/notice/model';
import type { TabPage } from '@/lib/page/model';
import type { TaughtControl } from '@/lib/page/taught';
import { frameIds, settleTarget, type TabState } from './tab-state';

/** The one target that any page may have; all others belong to pages that must be recognised. */
const LANDMARK = 'ca-menu';

/** What is looked for on a page in doubt; null: nothing was taught, or the page needs no landmark. */
export function landmarkOf(
  pack: NoticePack | null,
  page: Pick<TabPage, 'state' | 'unbindVisible'>,
  { frames }: Pick<TabState, 'frames'>,
): TaughtControl | null {
  // `other` is a page with nothing of ours on it; and frames that contradict each other are no home page.
  const isInDoubt =
    page.state === 'unknown' &&
    !page.unbindVisible &&
    Object.values(frames).every(({ state }) => state === 'unknown' || state === 'other');
  if (!pack || !isInDoubt) return null;
  const profile = pack.siteProfiles?.find(({ system }) => system === pack.mainSystem);
  return profile?.controls.find(({ target }) => target === LANDMARK) ?? null;
}

/** The documents in which the landmark was found, or is no longer; as before while frames have not answered. */
export function seeLandmark({ point, landmark = null, frames }: TabState): string | null {
  if (point?.target !== LANDMARK) return landmark;
  if (point.frames.length === 0 || point.frames.some((frame) => !point.answers[frame])) return landmark;
  const { card, ring } = settleTarget({ ...point, isShown: true });
  const isTaught = ring !== null && card.reasons?.includes('profile');
  return isTaught ? documentsOf({ frames }) : null;
}

/** The page as it is shown: a home page, where the landmark stands. */
export function pageByLandmark(pack: NoticePack, page: TabPage, state: TabState): TabPage | null {
  const isFound = state.landmark != null && state.landmark === documentsOf(state);
  if (!isFound || state.plan.kind !== 'silent' || !landmarkOf(pack, page, state)) return null;
  const top = state.frames[0]?.document ?? null;
  return { ...page, state: 'home', frame: top === null ? null : 0, document: top };
}

/** Only the step that points at the landmark is shown: of anything else the page said nothing. */
export const isOfLandmark = (plan: Plan): boolean => plan.kind === 'guide' && plan.target === LANDMARK;

const documentsOf = (state: Pick<TabState, 'frames'>): string =>
  JSON.stringify(frameIds(state).map((frame) => [frame, state.frames[frame]?.document]));
