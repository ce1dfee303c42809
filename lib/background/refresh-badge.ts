import { orderByNeed } from '@/lib/certificate/need';
import type { Translate } from '@/lib/locale/translate';
import type { OpenTab } from '@/lib/messaging/contract';
import { dateIn } from '@/lib/notice/days';
import { clearTabBadge, paintBadge } from '@/lib/platform/badge';
import { badgeFor, tabBadgeFor } from '@/lib/reminder/badge';
import type { Namespace, Store } from '@/lib/store/model';

export interface BadgeParts {
  readonly store: (namespace: Namespace) => Promise<Store>;
  readonly now: () => Date;
  readonly timeZone: string;
  readonly translate: Translate;
  readonly tabs: readonly OpenTab[];
}

/** Paints the badge for all tabs and for those with something of their own to say. */
export async function refreshBadge({ store, now, timeZone, translate, tabs }: BadgeParts): Promise<void> {
  try {
    const real = await store('real');
    const today = dateIn(now(), timeZone);
    // An old one that another covers, or that was replaced, is kept but not waited for.
    const inUse = orderByNeed(await real.certificates.list(), today).filter(
      ({ status, uncovered }) => uncovered || (status.kind !== 'expired' && status.kind !== 'superseded'),
    );
    await paintBadge(
      badgeFor({
        today,
        expiries: inUse.map(({ certificate }) => certificate.validUntil),
        preview: (await real.settings.get('preview')) !== null,
        previewMark: translate('badge.preview'),
      }),
    );
  } catch {
    // No database, nothing to count; the popup says what is wrong with it.
    await paintBadge({ text: '!', color: '#b3261e' });
  }
  for (const tab of tabs) {
    const own = tabBadgeFor(tab);
    if (own) await paintBadge(own, tab.tab);
    else await clearTabBadge(tab.tab);
  }
}
