/** Documents of the skin `classic` and which of them the state belongs to. */
import { addressOf, type Frames } from '@/components/practice/address';
import type { PracticePage, PracticeState } from '@/components/practice/system';

export const CLASSIC_ID = 'classic';

/** Plain pages may be opened by their address; the others are answers to an action. */
const PLAIN = ['home', 'ca-list', 'seal', 'password', 'loading'] as const satisfies readonly PracticePage[];
type PlainView = (typeof PLAIN)[number];
export type View = PlainView | 'unbind' | 'bind' | 'result';

export function plainView(view: string | null): PlainView | null {
  return PLAIN.find((each) => each === view) ?? null;
}

/** The document that shows this state in the content frame. */
export function viewOf({ tab }: PracticeState): View {
  // A complaint about the bind form is shown on the form itself, as old pages do; a question has no room for one.
  if (tab.dialog === 'bind' || (tab.dialog === 'unbind' && tab.outcome === null)) return tab.dialog;
  if (tab.outcome !== null) return 'result';
  return tab.page === 'login' ? 'home' : tab.page;
}

/**
 * The state as the content frame shows it. A document that comes after the person has left says so itself: a
 * word kept for the tab would stand on the login page, of which nothing was asked.
 */
export function stateInside(state: PracticeState): PracticeState {
  const { tab } = state;
  return tab.page === 'login'
    ? { ...state, tab: { ...tab, dialog: null, outcome: 'session-expired' } }
    : state;
}

export function contentAddress(frames: Frames, view: View): string {
  return addressOf(CLASSIC_ID, 'content', frames, view);
}

/** Every action is answered with a new document: the content frame's, or the login page for the whole window. */
export function loadNext(view: Window, frames: Frames, next: PracticeState): void {
  if (next.tab.page === 'login') {
    (view.top ?? view).location.assign(addressOf(CLASSIC_ID, 'top', frames));
  } else {
    view.location.assign(contentAddress(frames, viewOf(next)));
  }
}
