import { readDraft } from '@/components/popup/draft';
import type { PopupServices } from '@/components/popup/services';
import { POPUP_MEMORY, type PopupMemoryValues, recallPopupMemory } from '@/lib/platform/popup-memory';
import { sessionState } from '@/lib/platform/session-state';

const { subject: SUBJECT, draft: DRAFT, declined: DECLINED } = POPUP_MEMORY;

/** Asked for by `entrypoints/first-rows`, which runs before this script is there; once, since it ages. */
let first = (globalThis as { rebindFirstMemory?: Promise<PopupMemoryValues> }).rebindFirstMemory;

const keep = (key: string, value: unknown) =>
  value === null ? sessionState.remove(key) : sessionState.set(key, value);

/** In the browser's memory only: a half-typed form outlives the popup, not the browser. */
export const popupMemory: Pick<PopupServices, 'recall' | 'remember'> = {
  async recall() {
    const asked = first ?? recallPopupMemory();
    first = undefined;
    const { [SUBJECT]: subject, [DRAFT]: draft, [DECLINED]: declined } = await asked;
    return {
      subject: typeof subject === 'string' ? subject : null,
      draft: readDraft(draft),
      declined: Array.isArray(declined) ? declined.filter((each) => typeof each === 'string') : [],
    };
  },
  remember({ subject, draft, declined }) {
    // A convenience: where it cannot be kept, the form begins empty next time.
    if (subject !== undefined) keep(SUBJECT, subject).catch(() => {});
    if (draft !== undefined) keep(DRAFT, draft).catch(() => {});
    if (declined !== undefined) keep(DECLINED, declined).catch(() => {});
  },
};
