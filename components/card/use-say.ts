import { useState } from 'react';
import { type Outcome, useCard, type Word } from './context';

export type SayState = 'idle' | 'pending' | 'recorded' | Extract<Outcome, { ok: false }>['why'];

/**
 * Says one thing at a time, and tells what became of it.
 * @param onRecorded called once the word is durable
 */
export function useSay(onRecorded?: () => void): {
  readonly state: SayState;
  readonly say: (word: Word) => void;
} {
  const { onSaid } = useCard();
  const [state, setState] = useState<SayState>('idle');
  const say = (word: Word) => {
    if (state === 'pending') return;
    setState('pending');
    onSaid(word).then((outcome) => {
      setState(outcome.ok ? 'recorded' : outcome.why);
      if (outcome.ok) onRecorded?.();
    });
  };
  return { state, say };
}
