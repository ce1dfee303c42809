import { keyPart } from '@/lib/locale/key-part';
import { useCard } from './context';
import type { SayState } from './use-say';

/** What became of the person's word: recorded, or why not. */
export function SaidLine({ state }: { readonly state: SayState }) {
  const { translate } = useCard();
  if (state === 'idle') return null;
  const failed = state !== 'pending' && state !== 'recorded';
  return (
    <p className={failed ? 'said failed' : 'said'} role="status" data-said={state}>
      {translate(`card.say.${keyPart(state)}`)}
    </p>
  );
}
