/** What a skin is: words and markup of one kind of system, over the same state machine. */
import type { ComponentType, ReactNode } from 'react';
import type { Frames, Part } from '@/components/practice/address';
import type { PracticeStore } from '@/components/practice/store';
import type { PracticeEvent, PracticeState } from '@/components/practice/system';

export interface SiteProps {
  readonly state: PracticeState;
  /** Takes one step and gives the state after it. */
  readonly dispatch: (event: PracticeEvent) => PracticeState;
  readonly part: Part;
  readonly frames: Frames;
  /** Our mark, to put inside a native modal dialog: it lies above everything else on the page. */
  readonly mark: ReactNode;
}

/** A document of a many-document skin, just loaded. */
export interface Arrival {
  readonly page: Document;
  readonly part: Part;
  readonly frames: Frames;
  /** The `view` in its address. */
  readonly view: string | null;
  readonly store: PracticeStore;
}

export interface Skin {
  readonly id: string;
  /** `many`: real documents in frames and full page loads; `one`: a single-page application. */
  readonly documents: 'one' | 'many';
  readonly Site: ComponentType<SiteProps>;
  /** Set as the document's title, behind our own mark. */
  readonly title: string;
  /** Before anything is rendered; `done` where the document is complete without React (a frameset). */
  readonly arrive?: (arrival: Arrival) => 'render' | 'done';
  /** The console, a frame of its own in a frameset, folds or unfolds. */
  readonly resizeConsole?: (view: Window, open: boolean) => void;
}
