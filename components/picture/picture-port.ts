/**
 * Stands in for the background on a picture: card and pointer are the released ones and ask what they always ask, and
 * the answer is always the same plan. Nothing is recorded, nothing is sent anywhere.
 */
import type { GuidePlan } from '@/lib/guide/model';
import type { MessageOf, PageMessage, Port, Replies, ShowCard, ShowMessage } from '@/lib/messaging/contract';
import type { PageState } from '@/lib/page/model';

const REQUEST = 'picture';

export interface PicturePort extends Port {
  /** Shows the plan: the card at once, the ring once the pointer has found the control. */
  begin(): void;
}

/** @param page what the picture shows */
export function createPicturePort(
  plan: GuidePlan,
  page: PageState,
  shown: Pick<ShowCard, 'helpCode' | 'largeType'>,
): PicturePort {
  const hearers = new Set<(message: ShowMessage) => void>();
  const tell = (message: ShowMessage) => {
    for (const hear of hearers) hear(message);
  };
  const showCard = (target: ShowCard['target']) =>
    tell({
      type: 'show.card',
      plan,
      target,
      preview: null,
      namespace: 'practice',
      recording: true,
      place: null,
      numbered: null,
      ...shown,
    });
  const answer = (message: PageMessage): unknown => {
    if (message.type === 'page.target') {
      const { state, label, reasons } = message.report;
      const isFound = state === 'found';
      // One document, so what it answers is the whole answer.
      showCard({ state, label: isFound ? label : null, place: isFound ? 'top' : null, reasons });
      tell({ type: 'show.ring', request: REQUEST, draw: isFound });
      return { ok: true };
    }
    if (message.type === 'page.troubles') return { troubles: [] };
    if (message.type === 'page.check-environment') return { findings: [] };
    if (message.type === 'page.said') return { ok: false, why: 'stale' };
    return { ok: true };
  };
  return {
    send: <T extends PageMessage['type']>(message: MessageOf<T>) =>
      Promise.resolve(answer(message)) as Promise<Replies[T]>,
    listen(hear, signal) {
      if (signal.aborted) return;
      hearers.add(hear);
      signal.addEventListener('abort', () => hearers.delete(hear), { once: true });
    },
    begin() {
      showCard({ state: 'none', label: null, place: null });
      tell({ type: 'show.point', request: REQUEST, target: plan.target, page, taught: null });
    },
  };
}
