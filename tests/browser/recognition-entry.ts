/** Recognition as the sentinel and the pointer use it, for pages under test. */
import { merge } from '@/lib/page/merge';
import type { FrameReport, PageState, Recognition, TargetName } from '@/lib/page/model';
import { recognise } from '@/lib/page/recognise';
import { resolveTarget } from '@/lib/page/resolve';

const recognition = {
  recognise: (): Recognition => recognise(location.href, document),
  /** What the tab shows, by its frames' recognitions in order, the top one first. */
  merge(frames: readonly Recognition[]): PageState {
    const reports = frames.map((each, at): readonly [number, FrameReport] => [
      at,
      {
        ...each,
        document: `d${at}`,
        sequence: 1,
        top: at === 0,
        childFrames: at === 0 ? frames.length - 1 : 0,
      },
    ]);
    return merge(new Map(reports)).state;
  },
  /** The `data-practice` of the control found, `other` for one without, null where none was found. */
  resolve(target: TargetName, page: PageState): string | null {
    const { report, element } = resolveTarget(document, target, { page });
    if (report.state !== 'found') return null;
    return element?.closest('[data-practice]')?.getAttribute('data-practice') ?? 'other';
  },
};

export type RecognitionHandle = typeof recognition;

Object.assign(globalThis, { rebindRecognition: recognition });
