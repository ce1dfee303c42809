import { readDraft } from '@/components/popup/draft';
import type { PopupServices } from '@/components/popup/services';
import { sessionState } from '@/lib/platform/session-state';

const SUBJECT = 'popup.subject';
const DRAFT = 'popup.draft';
const DECLINED = 'popup.declined';

const keep = (key: string, value: unknown) =>
  value === null ? sessionState.remove(key) : sessionState.set(key, value);

/** In the browser's memory only: a half-typed form outlives the popup, not the browser. */
export const popupMemory: Pick<PopupServices, 'recall' | 'remember'> = {
  async recall() {
    const [subject, draft, declined] = await Promise.all([
      sessionState.get(SUBJECT),
      sessionState.get(DRAFT),
      sessionState.get(DECLINED),
    ]);
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
