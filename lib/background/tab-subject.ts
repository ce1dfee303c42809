import { isLogin } from '@/lib/guide/steps';
import type { PageState, TabPage } from '@/lib/page/model';
import type { Documents } from '@/lib/platform/documents';
import type { SessionState } from '@/lib/platform/session-state';
import { mustAskAgain, type Sessions } from './continuity';
import type { Scene } from './scene';
import type { TabState } from './tab-state';

/** Begins what is kept of a login of which it is not known whose it was; anything else is a subject's id. */
export const UNNAMED_LOGIN = 'login-';

/** Session storage: whom the last login on the system, or on the practice site, was for. */
export function latestLoginKey({ practice }: Pick<TabState, 'practice'>): string {
  return practice ? 'latest-login:practice' : 'latest-login:system';
}

/**
 * Whom the tab acts for. The only subject there is needs no question, unless the session in front began as that of
 * one removed since; with several, one is asked for after each login, and whenever it cannot be told whether there was
 * one. One chosen in another namespace says nothing in this one.
 */
export async function subjectOf(
  parts: { readonly session: SessionState; readonly documents: Documents },
  { subjects, namespace }: Scene,
  state: TabState,
  page: TabPage,
  before: Sessions,
): Promise<string | null> {
  const [only, another] = subjects;
  const { frames, subject, tab } = state;
  const latest = async () => ((await parts.session.get(latestLoginKey(state))) ?? null) as string | null;
  if (only && !another) return (await isSessionOfRemoved(state, page, only.id, latest)) ? null : only.id;
  const isKnown = subjects.some(({ id }) => id === subject) && state.basis?.namespace === namespace;
  if (!isKnown) return null;
  const arrival = () => parts.documents.arrival({ tab, frame: 0 });
  return (await mustAskAgain(before, frames, page, subject, latest, arrival)) ? null : subject;
}

/**
 * Whether the session in front was of a subject that is no longer there: what its pages show is not the remaining
 * one's, until the person says so or a login page comes.
 */
async function isSessionOfRemoved(
  { subject, attributed }: TabState,
  page: TabPage,
  only: string,
  latest: () => Promise<string | null>,
): Promise<boolean> {
  if (subject === only || isLogin(page.state) || page.state === 'session-expired') return false;
  if (subject !== null) return true;
  if (attributed) return attributed.subject !== only;
  const last = await latest();
  return last !== null && last !== only && !last.startsWith(UNNAMED_LOGIN);
}

/** Pages that say that something was done for good: shown once, they are of the guide they were shown in. */
export function isOutcomePage(state: PageState): boolean {
  return state === 'unbind-done' || state === 'bind-done';
}

/** Whether another tab tells of the same ledger: what is recorded in one changes what the other has to say. */
export function isFellow(other: TabState, state: TabState): boolean {
  const { basis } = other;
  return (
    other.tab !== state.tab &&
    other.practice === state.practice &&
    basis !== null &&
    basis.subject !== null &&
    basis.subject === state.subject &&
    basis.namespace === state.basis?.namespace
  );
}
