import { isLogin } from '@/lib/guide/steps';
import type { Evidence, FrameReport, TabPage } from '@/lib/page/model';
import type { Arrival } from '@/lib/platform/documents';

/**
 * Whether the subject chosen for a tab can still be the one logged in there. Names on pages are not read
 * (design.md §4), so where nobody can tell, the person is asked again: two units never mix. Of interest
 * only where there are several subjects.
 */

/** What a tab remembers of the sessions it has shown. */
export interface Sessions {
  /** The top document the tab was last planned on. */
  readonly top: string | null;
  /** The top document has shown a page of the session: its frames are no longer those still to load. */
  readonly hasShown: boolean;
  /** The page was not recognised, and nothing on it showed that a session goes on: it may be a login page. */
  readonly isBlind: boolean;
  readonly isInside: boolean;
  /** A login page of ours was the last known page: what follows is another session. */
  readonly isAfterLogin: boolean;
  /** How many sessions this tab has shown. */
  readonly count: number;
}

export const NO_SESSIONS: Sessions = {
  top: null,
  hasShown: false,
  isBlind: false,
  isInside: false,
  isAfterLogin: false,
  count: 0,
};

/** The way out stands on every page behind the login (its words: lib/page/phrases.ts). */
const WAY_OUT = /退出|注销|登出/;

type Frames = Readonly<Record<string, FrameReport>>;

function evidenceIn(frames: Frames): readonly Evidence[] {
  return Object.values(frames).flatMap(({ evidence }) => evidence);
}

function isUnread(page: TabPage): boolean {
  return page.state === 'unknown' || page.state === 'other';
}

function showsSession(frames: Frames): boolean {
  return evidenceIn(frames).some((each) => each.state === 'home' && WAY_OUT.test(each.saw));
}

/** A page we cannot name that asks for something a login page asks for. */
function looksLikeLogin(frames: Frames): boolean {
  return evidenceIn(frames).some(({ state: of, weight }) => isLogin(of) && weight > 0);
}

/** A frame that has reported nothing: another site's login page may stand in it. */
function hasDarkFrames(frames: Frames): boolean {
  const reports = Object.values(frames);
  return reports.reduce((sum, { childFrames }) => sum + childFrames, 1) > reports.length;
}

/** What the tab remembers once it shows this page. */
export function followSessions(before: Sessions, frames: Frames, page: TabPage): Sessions {
  const top = frames[0]?.document ?? null;
  const isOut = isLogin(page.state) || page.state === 'session-expired';
  const isBlind = isUnread(page) && !showsSession(frames);
  const hasShown = (before.top === top && before.hasShown) || !(isOut || isUnread(page));
  if (isOut) {
    const isAfterLogin = before.isAfterLogin || isLogin(page.state);
    return { ...before, top, hasShown, isBlind, isInside: false, isAfterLogin };
  }
  if (isUnread(page) || before.isInside) return { ...before, top, hasShown, isBlind };
  return { top, hasShown, isBlind, isInside: true, isAfterLogin: false, count: before.count + 1 };
}

/** Whether this page is the first after a login page of ours, in this tab. */
export function hasLoggedIn(before: Sessions, after: Sessions): boolean {
  return before.isAfterLogin && !after.isAfterLogin && after.isInside;
}

/**
 * Whether the tab has to ask again for whom it acts.
 *
 * @param before what the tab remembered up to now
 * @param frames the tab's reports, the new one among them
 * @param subject whom it acted for so far
 * @param latest whom the browser's last login was for: a subject's id, or something else for a login of
 *   which that is not known. A site keeps one session for all its tabs, as a rule.
 * @param arrival asks how the top document came to be there; null where the browser does not tell
 */
export async function mustAskAgain(
  before: Sessions,
  frames: Frames,
  page: TabPage,
  subject: string | null,
  latest: () => Promise<string | null>,
  arrival: () => Promise<Arrival | null>,
): Promise<boolean> {
  if (isLogin(page.state) || page.state === 'session-expired') return true;
  if (isUnread(page) && looksLikeLogin(frames)) return true;
  const top = frames[0];
  const isSame = before.top === top?.document;
  const isDark = isUnread(page) && !showsSession(frames) && hasDarkFrames(frames);
  if (isDark && isSame && before.hasShown) return true;
  if (!top || before.top === null || isSame) return false;
  // Another document. What was done in the last one is not known unless its page was.
  if (before.isBlind || (await latest()) !== subject) return true;
  const how = await arrival();
  if (!how) return true;
  // Back from the cache, or by the back button: it may be a page of the session before this one.
  if (top.sequence > 1 || how.by === 'traverse') return before.count > 1;
  return how.by === 'navigate' && !how.fromSite;
}
