import type { CalendarDate } from '@/lib/notice/calendar';
import type { PopupRecords, PopupServices } from './services';

export interface TroublesPanelProps {
  /** Whose words are recorded; null: nobody's yet, then everything can be read all the same. */
  readonly subject: string | null;
  readonly records: PopupRecords;
  readonly today: CalendarDate;
  readonly services: PopupServices;
}
