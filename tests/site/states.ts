import { CLASSIC_EXPECTED } from '@/components/practice/classic/expected';
import { ELEMENT_EXPECTED } from '@/components/practice/element/expected';
import { type PracticeStateRow, statesOf } from '@/components/practice/states';
import { UNSEEN_EXPECTED } from './unseen/expected';

/** Skin × page state: the address to open and what is to be found there. */
export const PRACTICE_STATES: readonly PracticeStateRow[] = [
  ...statesOf('element', ELEMENT_EXPECTED, 'top'),
  ...statesOf('classic', CLASSIC_EXPECTED, 'content'),
  ...statesOf('unseen', UNSEEN_EXPECTED, 'top'),
];
