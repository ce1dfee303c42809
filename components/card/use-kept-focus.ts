import { type FocusEvent, useLayoutEffect, useRef } from 'react';

/**
 * Keeps the keyboard in the card when the step it stood on goes: what had the focus was removed, so it
 * falls to the card itself rather than to the page's start. Focus that the person took elsewhere stays.
 */
export function useKeptFocus(step: string) {
  const focused = useRef<HTMLElement | null>(null);
  const card = useRef<HTMLElement | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the step is what the effect is about
  useLayoutEffect(() => {
    if (!focused.current || focused.current.isConnected) return;
    focused.current = null;
    card.current?.focus({ preventScroll: true });
  }, [step]);
  return {
    onFocus: ({ currentTarget, target }: FocusEvent<HTMLElement>) => {
      card.current = currentTarget;
      focused.current = target;
    },
    onBlur: ({ target }: FocusEvent<HTMLElement>) => {
      // Removing an element may blur it first; then the effect above comes before the end of this task.
      queueMicrotask(() => {
        if (focused.current === target) focused.current = null;
      });
    },
  };
}
