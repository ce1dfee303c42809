/** Taking, masking and reading stills, for pages under test. */
import type { PageState } from '@/lib/page/model';
import { recognise } from '@/lib/page/recognise';
import { maskStill } from '@/lib/page/still/mask-still';
import { takeStill } from '@/lib/page/still/take-still';
import { writeStill } from '@/lib/page/still/write-still';

const stills = {
  state: (): PageState => recognise(location.href, document).state,
  /** The page as a report would have it. */
  report: (): string => writeStill(maskStill(takeStill(document).still)),
};

export type StillsHandle = typeof stills;

Object.assign(globalThis, { rebindStills: stills });
