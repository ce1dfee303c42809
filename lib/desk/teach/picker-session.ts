/**
 * One tab with a picker in each of its frames, as the desk sees it: asks all frames, merges what they say as the
 * background would, and numbers their controls through. No browser stands behind it: the lines are given.
 */
import { merge } from '@/lib/page/merge';
import type { FrameReport, PageState, Recognition, TabPage, TargetName } from '@/lib/page/model';
import type { Disagreement } from '@/lib/page/site-profile';
import type { Still } from '@/lib/page/still/model';
import type { SiteProfile } from '@/lib/page/taught';
import type { ControlReading } from '@/lib/page/teaching/control';

/** What is said over a line; the same shapes as `lib/messaging/picker-contract.ts`, which this folder may not know. */
export type SessionAsk =
  | {
      readonly type: 'ask.look';
      readonly page: PageState | null;
      readonly first: number;
      readonly profile: SiteProfile;
    }
  | { readonly type: 'ask.pick'; readonly on: boolean }
  | { readonly type: 'ask.choose'; readonly number: number }
  | { readonly type: 'ask.numbers'; readonly on: boolean }
  | { readonly type: 'ask.report' };

export interface SessionControl extends ControlReading {
  readonly number: number;
  readonly takenFor: readonly TargetName[];
}
/** What became of a lesson; `why` null: its control was found as taught. */
export interface LessonSeen {
  readonly target: TargetName;
  readonly why: Disagreement | null;
}
interface Unsure {
  readonly target: TargetName;
  readonly state: 'ambiguous' | 'missing';
}
export type SessionTell =
  | { readonly type: 'tell.page'; readonly recognition: Recognition; readonly top: boolean }
  | {
      readonly type: 'tell.controls';
      readonly controls: readonly SessionControl[];
      readonly unsure: readonly Unsure[];
      readonly taught: readonly LessonSeen[];
    }
  | {
      readonly type: 'tell.picked';
      readonly control: SessionControl;
      readonly still: Still;
      readonly order: number;
    }
  | { readonly type: 'tell.report'; readonly still: Still; readonly state: PageState }
  | { readonly type: 'tell.stopped'; readonly why: 'escape' | 'lost' };

export interface SessionLine {
  readonly frame: number;
  ask(message: SessionAsk): void;
}

/** A control as it was pointed at. */
export type Picked = Extract<SessionTell, { type: 'tell.picked' }> & { readonly frame: number };

/** The whole tab, read once. */
export interface TabReading {
  readonly page: TabPage;
  readonly controls: readonly (SessionControl & { readonly frame: number })[];
  /** Targets of such a page that no frame has for sure. */
  readonly unsure: readonly Unsure[];
  /** Lessons that belong to such a page and agree with no frame. */
  readonly disagreeing: readonly (LessonSeen & { readonly why: Disagreement })[];
}

export interface FrameReportFile {
  readonly frame: number;
  readonly still: Still;
  readonly state: PageState;
}

export interface SessionEars {
  readonly picked: (picked: Picked) => void;
  readonly stopped: (why: 'escape' | 'lost') => void;
}

export class PickerSession {
  readonly #ears: SessionEars;
  /** Resolves when a frame has had time enough to answer. */
  readonly #patience: () => Promise<void>;
  #lines: readonly SessionLine[] = [];
  readonly #waiting = new Map<string, (told: SessionTell | null) => void>();

  constructor(ears: SessionEars, patience: () => Promise<void>) {
    this.#ears = ears;
    this.#patience = patience;
  }

  begin(lines: readonly SessionLine[]): void {
    this.#lines = lines;
  }

  hear(frame: number, told: SessionTell): void {
    const key = `${frame} ${told.type}`;
    const waiting = this.#waiting.get(key);
    this.#waiting.delete(key);
    waiting?.(told);
    if (told.type === 'tell.picked') {
      this.pick(false);
      this.#ears.picked({ ...told, frame });
    } else if (told.type === 'tell.stopped') {
      this.pick(false);
      this.#ears.stopped(told.why);
    }
  }

  /** A frame went away: it answers nothing any more. */
  end(frame: number): void {
    this.#lines = this.#lines.filter((line) => line.frame !== frame);
    for (const [key, waiting] of this.#waiting) {
      if (!key.startsWith(`${frame} `)) continue;
      this.#waiting.delete(key);
      waiting(null);
    }
  }

  get isOver(): boolean {
    return this.#lines.length === 0;
  }

  /** @param profile what is taught of the system's controls */
  async read(profile: SiteProfile): Promise<TabReading> {
    const reports = await Promise.all(
      this.#lines.map(async (line): Promise<readonly [number, FrameReport] | null> => {
        const told = await this.#ask(line, { type: 'ask.look', page: null, first: 0, profile }, 'tell.page');
        if (!told) return null;
        const { recognition, top } = told;
        return [line.frame, { ...recognition, document: `${line.frame}`, sequence: 1, top, childFrames: 0 }];
      }),
    );
    const page = merge(new Map(reports.filter((each) => each !== null)));
    const controls: (SessionControl & { readonly frame: number })[] = [];
    const unsure: (readonly Unsure[])[] = [];
    const taught: LessonSeen[] = [];
    // In turn: each frame's numbers begin where the one before ended.
    for (const line of this.#lines) {
      const asked = { type: 'ask.look', page: page.state, first: controls.length + 1, profile } as const;
      const told = await this.#ask(line, asked, 'tell.controls');
      if (!told) continue;
      controls.push(...told.controls.map((each) => ({ ...each, frame: line.frame })));
      unsure.push(told.unsure);
      taught.push(...told.taught);
    }
    return { page, controls, unsure: settle(unsure), disagreeing: disagreeing(taught) };
  }

  pick(on: boolean): void {
    for (const line of this.#lines) line.ask({ type: 'ask.pick', on });
  }

  number(on: boolean): void {
    for (const line of this.#lines) line.ask({ type: 'ask.numbers', on });
  }

  choose({ frame, number }: { readonly frame: number; readonly number: number }): void {
    this.#lines.find((line) => line.frame === frame)?.ask({ type: 'ask.choose', number });
  }

  /** One masked snapshot a frame. */
  async report(): Promise<readonly FrameReportFile[]> {
    const told = await Promise.all(
      this.#lines.map(async (line) => {
        const answer = await this.#ask(line, { type: 'ask.report' }, 'tell.report');
        return answer && { frame: line.frame, still: answer.still, state: answer.state };
      }),
    );
    return told.filter((each) => each !== null);
  }

  #ask<T extends SessionTell['type']>(
    line: SessionLine,
    message: SessionAsk,
    wanted: T,
  ): Promise<Extract<SessionTell, { type: T }> | null> {
    const key = `${line.frame} ${wanted}`;
    const answer = new Promise<SessionTell | null>((resolve) => this.#waiting.set(key, resolve));
    line.ask(message);
    const late = this.#patience().then(() => {
      this.#waiting.delete(key);
      return null;
    });
    return Promise.race([answer, late]) as Promise<Extract<SessionTell, { type: T }> | null>;
  }
}

/** A control is in one frame, and all others know nothing of it: what the one frame says counts that knows its name. */
function disagreeing(seen: readonly LessonSeen[]): TabReading['disagreeing'] {
  return [...new Set(seen.map(({ target }) => target))].flatMap((target) => {
    const whys = seen.filter((each) => each.target === target).map(({ why }) => why);
    if (whys.includes(null)) return [];
    const why = whys.find((each) => each !== 'profile-name') ?? whys[0];
    return why ? [{ target, why }] : [];
  });
}

/** A target that one frame has for sure is not missing in the tab. */
function settle(frames: readonly (readonly Unsure[])[]): readonly Unsure[] {
  const targets = new Map<TargetName, Unsure[]>();
  for (const each of frames.flat()) targets.set(each.target, [...(targets.get(each.target) ?? []), each]);
  return [...targets.values()].flatMap((all) => {
    if (all.length < frames.length) return [];
    const [first] = all;
    return all.find(({ state }) => state === 'ambiguous') ?? (first ? [first] : []);
  });
}
