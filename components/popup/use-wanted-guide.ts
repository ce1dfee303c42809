import { type RefObject, useEffect, useRef } from 'react';

/**
 * What a page was opened for, in sight and in focus once it is there.
 *
 * @param prepare once, before: what the person does afterwards stands
 */
export function useWantedGuide(
  isWanted: boolean,
  prepare: () => Promise<void>,
): RefObject<HTMLElement | null> {
  const place = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once it is there, not at every change.
  useEffect(() => {
    if (!isWanted) return;
    void prepare();
    place.current?.scrollIntoView();
    place.current?.focus();
  }, [isWanted]);
  return place;
}
