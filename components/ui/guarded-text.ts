import { useRef, useState } from 'react';
import { type FieldHolds, type Refusal, refuseText } from '@/lib/certificate/refusal';

export interface GuardedText {
  /** What the field shows: the refused text stays in it, so that nothing typed is lost. */
  readonly shown: string;
  readonly refusal: Refusal | null;
  readonly begin: () => void;
  readonly edit: (text: string) => void;
}

/**
 * A text that is handed on only while nothing in it must stay out (ID numbers, PINs, keys). A refused one lives in
 * the field alone, until it is put right or another value comes from outside; what was handed on of it while it
 * was typed, seventeen digits of eighteen, is taken back.
 */
export function useGuardedText(
  value: string,
  holds: FieldHolds,
  onEdit: (text: string) => void,
): GuardedText {
  const [held, setHeld] = useState<{ readonly text: string; readonly over: string } | null>(null);
  const before = useRef(value);
  const shown = held !== null && held.over === value ? held.text : value;
  return {
    shown,
    refusal: refuseText(shown, holds),
    begin: () => {
      before.current = value;
    },
    edit: (text) => {
      if (refuseText(text, holds) === null) {
        setHeld(null);
        onEdit(text);
        return;
      }
      setHeld({ text, over: before.current });
      if (value !== before.current) onEdit(before.current);
    },
  };
}
