import { isLogin } from '@/lib/guide/steps';
import type { OpenTab } from '@/lib/messaging/contract';
import type { TabState } from './tab-state';

/** What our own pages may know of a tab. */
export function openTab(state: TabState): OpenTab {
  const waiting = state.plan.kind === 'choose-subject' && state.plan.subjects > 0;
  return {
    tab: state.tab,
    page: state.page,
    subject: state.subject,
    waiting: waiting && !isLogin(state.page),
    cardLost: state.card === 'lost',
    validity: Object.values(state.frames).flatMap(({ validity = [] }) => validity),
  };
}
