/** What a skin is: words and markup of one kind of system, over the same state machine. */
import type { ComponentType } from 'react';
import type { Frames, Part } from '@/components/practice/address';
import type { ScenarioName } from '@/components/practice/scenarios';
import type { PracticeEvent, PracticeState } from '@/components/practice/system';
import type { TargetName } from '@/lib/page/model';

export interface SiteProps {
  readonly state: PracticeState;
  /** Takes one step and gives the state after it. */
  readonly dispatch: (event: PracticeEvent) => PracticeState;
  readonly part: Part;
  readonly frames: Frames;
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
  /** What tests expect to be pointed at, scenario by scenario; scenarios the skin cannot show are absent. */
  readonly expected: Partial<Record<ScenarioName, ExpectedTargets>>;
}
