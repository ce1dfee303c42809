/** What the roster needs from outside; the page brings it, so that no component knows a browser or a database. */
import type { RosterEdit, SavedView } from '@/lib/desk/roster/model';
import type { ListRead, ListRequest } from '@/lib/desk/roster/read-list';
import type { PlainSheet } from '@/lib/desk/roster/sheets';
import type { Resting } from '@/lib/desk/roster/slices';
import type { CalendarDate } from '@/lib/notice/calendar';
import type { NoticePack } from '@/lib/notice/model';
import type {
  ApplyOptions,
  EditOutcome,
  RosterReading,
  StoreFailureKind,
  UndoOutcome,
} from '@/lib/store/model';

export type HeardRoster = RosterReading;

export type RosterHeard =
  | { readonly ok: true; readonly roster: HeardRoster }
  | { readonly ok: false; readonly failure: StoreFailureKind };

export interface RosterServices {
  readonly pack: NoticePack;
  /** All notices at hand, added ones too, for what supervising units are told; the one followed first. */
  readonly packs: readonly NoticePack[];
  now(): Date;
  newId(): string;
  /** Tells the roster now and after every change, by whichever page, until the signal aborts. */
  watch(hear: (heard: RosterHeard) => void, signal: AbortSignal): void;
  /**
   * Reads a list away from the page.
   * @throws ReadFailure, Stopped
   */
  readList(request: ListRequest, signal: AbortSignal): Promise<ListRead>;
  /** How long work rests, so that the page stays alive. */
  readonly resting: Pick<Resting, 'now' | 'rest'>;
  apply(edit: RosterEdit, basedOn: number | null, options?: ApplyOptions): Promise<EditOutcome>;
  undo(edit: number, options: Pick<ApplyOptions, 'onProgress'>): Promise<UndoOutcome>;
  saveViews(views: readonly SavedView[]): Promise<void>;
  saveDeadline(date: CalendarDate | null): Promise<void>;
  /** Writes a workbook away from the page. */
  writeWorkbook(sheets: readonly PlainSheet[]): Promise<Blob>;
  saveBlob(name: string, blob: Blob): void;
  copyText(text: string): Promise<void>;
  print(): void;
}
