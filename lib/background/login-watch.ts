import type { LoginKind } from '@/lib/guide/model';
import { isLogin, isTrouble } from '@/lib/guide/steps';
import type { FrameReport, PageState, TabPage } from '@/lib/page/model';
import type { Arrival } from '@/lib/platform/documents';

/**
 * A login on its way. That a home page follows a login page proves nothing: whoever looks at the tab for
 * the CA and goes back to a session still open sees the same. So a login counts only from the login
 * page's own control, pressed by the person, to the first page of the session, with no other act between.
 */
export type LoginWatch =
  | {
      readonly phase: 'pressed';
      readonly kind: LoginKind;
      readonly frame: number;
      /** Of the frame in which the control was pressed, and of the tab's top frame then. */
      readonly document: string;
      readonly top: string | null;
      /** The first document that came after it; another one after that is another story. */
      readonly next: string | null;
    }
  /** `document`: what the login led to. It counts for that page alone. */
  | { readonly phase: 'proved'; readonly kind: LoginKind; readonly document: string | null };

type Frames = Readonly<Record<string, FrameReport>>;

function topOf(frames: Frames): string | null {
  return frames[0]?.document ?? null;
}

/** The person pressed the login control in this frame, on a page that is known as a login page. */
export function pressLogin(frames: Frames, page: PageState, frame: number): LoginWatch | null {
  const document = frames[frame]?.document;
  if (!isLogin(page) || !document) return null;
  return { phase: 'pressed', kind: page, frame, document, top: topOf(frames), next: null };
}

/**
 * What is left of a watch once the tab shows this. Strict: whatever is not known to be the login's own doing
 * ends it, and then the person's word is asked (design.md §3.5).
 *
 * @param frames the tab's reports, the new one among them
 * @param arrival asks how a frame's document came to be there; null where the browser does not tell
 */
export async function followLogin(
  watch: LoginWatch | null,
  frames: Frames,
  page: TabPage,
  arrival: (frame: number) => Promise<Arrival | null>,
): Promise<LoginWatch | null> {
  if (!watch || isTrouble(page.state)) return null;
  const isBlank = page.state === 'unknown' || page.state === 'other';
  if (watch.phase === 'proved') return isBlank || page.document === watch.document ? watch : null;
  const here = frames[watch.frame];
  const isSameTop = topOf(frames) === watch.top;
  const isSame = isSameTop && here?.document === watch.document;
  if (isLogin(page.state)) return isSame && page.state === watch.kind ? watch : null;
  const proved = { phase: 'proved', kind: watch.kind, document: page.document } as const;
  if (isSame) {
    if (isBlank) return watch;
    // A single-page site changes its view. Another frame's page says nothing of the login in this one.
    return page.document === watch.document ? proved : null;
  }
  const frame = isSameTop ? watch.frame : 0;
  const next = frames[frame];
  // A document back from the cache has reported before: it was there before the login.
  if (!next || next.document !== (watch.next ?? next.document)) return null;
  if (watch.next === null && next.sequence !== 1) return null;
  if (isBlank) return { ...watch, next: next.document };
  const frameIds = Object.keys(frames).map(Number);
  const arrivals = new Map(
    await Promise.all(frameIds.map(async (each) => [each, await arrival(each)] as const)),
  );
  const how = arrivals.get(frame);
  const isUntouched = [...arrivals.values()].every((each) => each?.acted === false);
  return how?.by === 'navigate' && how.fromSite && isUntouched ? proved : null;
}

/** The login that led to the page in front, where that is proved. */
export function provedLogin(watch: LoginWatch | null, page: TabPage): LoginKind | null {
  return watch?.phase === 'proved' && watch.document === page.document ? watch.kind : null;
}
