import type { CalendarDate } from './calendar';
import { addDays, addMonths } from './days';
import type { NoticeCase } from './explanation';
import type { Anchor, Inclusive, Lead, Moment, NoticePack } from './model';
import { shiftWorkingDays } from './working-days';

/** A moment for one case. `date` is undefined while it is announced later or its anchor is not known. */
export interface ResolvedMoment {
  readonly date: CalendarDate | undefined;
  readonly inclusive: Inclusive;
  readonly announcedLater: boolean;
}

function resolveAnchor(anchor: Anchor, pack: NoticePack, asked: NoticeCase): CalendarDate | undefined {
  switch (anchor.kind) {
    case 'certificate-expiry':
      return asked.expiries?.[anchor.certificate];
    case 'phase-from':
      return pack.phases.find((each) => each.id === anchor.phase)?.from;
    case 'phase-until':
      return pack.phases.find((each) => each.id === anchor.phase)?.until;
    case 'batch-from':
      return pack.batches.find((each) => each.id === asked.batch)?.from;
    case 'batch-until':
      return pack.batches.find((each) => each.id === asked.batch)?.until;
    case 'publication':
      return pack.publishedOn;
    case 'signing':
      return pack.signedOn;
    case 'receipt':
      return asked.received?.[anchor.of];
    case 'event':
      return asked.events?.[anchor.event];
  }
}

/** The day so long before or after another; undefined where the working days between are not known. */
export function shift(date: CalendarDate, lead: Lead, side: 'before' | 'after'): CalendarDate | undefined {
  if (lead.unit === 'working-days') return shiftWorkingDays(date, lead.count, side) ?? undefined;
  if (lead.unit === 'months') return addMonths(date, side === 'before' ? -lead.count : lead.count);
  return addDays(date, side === 'before' ? -lead.count : lead.count);
}

/** Turns a pack's moment into a day for this case, where what it depends on is known. */
export function resolveMoment(moment: Moment, pack: NoticePack, asked: NoticeCase): ResolvedMoment {
  if (moment.kind === 'announced-later') {
    return { date: undefined, inclusive: 'not-stated', announcedLater: true };
  }
  if (moment.kind === 'date') {
    return { date: moment.date, inclusive: moment.inclusive, announcedLater: false };
  }
  const anchor = resolveAnchor(moment.anchor, pack, asked);
  const date = anchor === undefined ? undefined : shift(anchor, moment.lead, moment.side);
  return { date, inclusive: moment.inclusive, announcedLater: false };
}
