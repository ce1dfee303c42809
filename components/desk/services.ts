/** What the desk needs from the outside. */
import type { CallTally } from '@/lib/desk/caller/call-note';
import type { CalendarDate } from '@/lib/notice/calendar';
import type { NoticePack } from '@/lib/notice/model';
import type { RosterServices } from './roster/services';
import type { TeachServices } from './teach/services';

export interface DeskServices {
  /** Packs at hand; the one in force first. Never empty. */
  readonly packs: readonly NoticePack[];
  now(): Date;
  copyText(text: string): Promise<void>;
  readonly roster: RosterServices;
  readonly teach: TeachServices;
  /** Calls counted so far. Both reject with `StoreFailure`. */
  readTally(): Promise<CallTally>;
  /** One more, or one less, of what stands now: another desk may be open. Resolves to what stands then. */
  countCall(today: CalendarDate, cause: string, by: 1 | -1): Promise<CallTally>;
}
