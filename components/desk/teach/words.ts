import type { Speech } from '@/components/ui/language';
import { keyPart } from '@/lib/locale/key-part';
import type { MessageKey } from '@/lib/locale/translate';
import type { PageState, TargetName } from '@/lib/page/model';

type Say = Pick<Speech, 't'>['t'];

export const targetWords = (t: Say, target: TargetName): string =>
  t(`teach.target.${keyPart(target)}` as MessageKey);
export const stateWords = (t: Say, state: PageState): string =>
  t(`guide.evidence.state.${keyPart(state)}` as MessageKey);
export const changeWords = (t: Say, mutation: string): string =>
  t(`teach.change.${keyPart(mutation)}` as MessageKey);
