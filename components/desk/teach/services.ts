/** What teaching needs from outside; the page brings it, so that no component knows a browser or a database. */
import type { SessionLine, SessionTell } from '@/lib/desk/teach/picker-session';
import type { Text } from '@/lib/locale/text';
import type { NoticePack } from '@/lib/notice/model';
import type { PageState } from '@/lib/page/model';
import type { SiteProfile } from '@/lib/page/taught';

export interface OpenPage {
  readonly tab: number;
  /** Its address without anything that may be somebody's. Titles are not shown: sites put names into them. */
  readonly route: string;
  /** What it was taken for last; null: nothing is known of it. */
  readonly page: PageState | null;
}

export interface PickerEars {
  readonly tell: (frame: number, told: SessionTell) => void;
  readonly end: (frame: number) => void;
}

export interface TeachServices {
  /** The system whose pages are taught, by its id in packs. */
  readonly system: string;
  readonly systemName: Text;
  /** Its pages that are open now, the one looked at last first. */
  listPages(): Promise<readonly OpenPage[]>;
  /** Brings the picker into a page; it leaves when the signal aborts. Rejects where the page is gone. */
  open(tab: number, ears: PickerEars, signal: AbortSignal): Promise<readonly SessionLine[]>;
  /** As long as a frame may take to answer. */
  patience(): Promise<void>;
  showPage(tab: number): Promise<void>;
  showDesk(): Promise<void>;
  /** What was taught here. Both reject with `StoreFailure`. */
  readProfile(): Promise<SiteProfile>;
  saveProfile(profile: SiteProfile): Promise<void>;
  /** What the followed notice's pack teaches of the system's controls. */
  readShared(): Promise<SiteProfile | null>;
  /** Packs at hand as their files say, without what was taught here. */
  packs(): Promise<readonly NoticePack[]>;
  saveFile(name: string, type: string, content: string | Blob): void;
}
