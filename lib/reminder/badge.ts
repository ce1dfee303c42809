import type { CalendarDate } from '@/lib/notice/calendar';
import { daysLeft } from '@/lib/notice/days';

/** What the toolbar badge says. Empty text: no badge. */
export interface Badge {
  /** At most four characters. */
  readonly text: string;
  readonly color: string;
}

/** Badge colours, as the tokens name them: the toolbar cannot read CSS. */
const COLORS = { info: '#1a56b0', soon: '#9a5b00', overdue: '#b3261e' } as const;

/** From how many days before an expiry the badge counts. */
const COUNT_FROM_DAYS = 90;
/** From how many days on it turns amber. */
const SOON_DAYS = 30;

export interface BadgeCase {
  readonly today: CalendarDate;
  /** Last valid day of each certificate and seal still in use. */
  readonly expiries: readonly CalendarDate[];
  /** The previewed date is on: the badge says so before anything else, since every date shown is not today's. */
  readonly preview: boolean;
  /** One character of the locale that stands for "preview". */
  readonly previewMark: string;
}

/**
 * The badge for all tabs: the preview mark in a preview, else calendar days to the nearest expiry from 90 days on.
 * What has expired shows `!`: a red 0 and an amber one, the last day, would differ by colour alone.
 */
export function badgeFor({ today, expiries, preview, previewMark }: BadgeCase): Badge {
  if (preview) return { text: previewMark, color: COLORS.soon };
  const left = expiries.map((date) => daysLeft(today, date));
  if (left.length === 0) return { text: '', color: COLORS.info };
  const nearest = Math.min(...left);
  if (nearest > COUNT_FROM_DAYS) return { text: '', color: COLORS.info };
  if (nearest < 0) return { text: '!', color: COLORS.overdue };
  return { text: String(nearest), color: nearest <= SOON_DAYS ? COLORS.soon : COLORS.info };
}

/** A tab's own badge: it waits for its subject, or its card was pushed out by the page. */
export function tabBadgeFor(tab: { readonly waiting: boolean; readonly cardLost: boolean }): Badge | null {
  if (tab.cardLost) return { text: '!', color: COLORS.overdue };
  return tab.waiting ? { text: '?', color: COLORS.info } : null;
}
