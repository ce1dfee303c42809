/** What a skin is: words and markup of one kind of system, over the same state machine. */
import type { ComponentType, ReactNode } from 'react';
import type { Frames, Part } from '@/components/practice/address';
import type { ScenarioName } from '@/components/practice/scenarios';
import type { PracticeStore } from '@/components/practice/store';
import type { PracticeEvent, PracticeState } from '@/components/practice/system';
import type { TargetName } from '@/lib/page/model';

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

/** Where a target is to be found: the frame by its name (`top` for the page itself) and a selector. */
export interface ExpectedTarget {
  readonly frame: 'top' | 'menu' | 'content';
  readonly selector: string;
}

export type ExpectedTargets = Partial<Record<TargetName, ExpectedTarget>>;

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
  /** What tests expect to be pointed at, scenario by scenario; scenarios the skin cannot show are absent. */
  readonly expected: Partial<Record<ScenarioName, ExpectedTargets>>;
}
