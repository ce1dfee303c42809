import { useEffect, useMemo, useState } from 'react';
import { afterPaint } from '@/components/ui/use-after-paint';
import type { CalendarDate } from '@/lib/notice/calendar';
import type { Heard, PopupMemory, PopupServices, PopupTab } from './services';

/**
 * Records as they are now, and again after every change. null: not read yet. `again` reads anew.
 * @param first what was read already
 */
export function useRecords(
  services: PopupServices,
  first: Heard | null,
): { heard: Heard | null; again: () => void } {
  const [heard, setHeard] = useState<Heard | null>(first);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` is what asks for another reading.
  useEffect(() => {
    const visit = new AbortController();
    // What was read already is painted before anything is read again.
    if (first === null) services.watch(setHeard, visit.signal);
    else afterPaint(() => services.watch(setHeard, visit.signal), visit.signal);
    return () => visit.abort();
  }, [services, attempt]);
  return { heard, again: () => setAttempt((count) => count + 1) };
}

/** What was remembered when the popup opened. null: not known yet. */
export function useMemory(services: PopupServices, first: PopupMemory | null): PopupMemory | null {
  const [memory, setMemory] = useState<PopupMemory | null>(first);
  useEffect(() => {
    if (first !== null) return;
    const visit = new AbortController();
    services.recall().then(
      (known) => visit.signal.aborted || setMemory(known),
      () => visit.signal.aborted || setMemory({ subject: null, draft: null }),
    );
    return () => visit.abort();
  }, [services, first]);
  return memory;
}

/** Tabs on the system; asked again when the person comes back to this page, and by `again`. */
export function useTabs(services: PopupServices): { tabs: readonly PopupTab[]; again: () => void } {
  const [tabs, setTabs] = useState<readonly PopupTab[]>([]);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` is what asks again.
  useEffect(() => {
    const visit = new AbortController();
    const ask = () =>
      services.tabs().then(
        (found) => visit.signal.aborted || setTabs(found),
        () => visit.signal.aborted || setTabs([]),
      );
    afterPaint(() => void ask(), visit.signal);
    window.addEventListener('focus', () => void ask(), { signal: visit.signal });
    return () => visit.abort();
  }, [services, attempt]);
  return { tabs, again: () => setAttempt((count) => count + 1) };
}

/** The services with the notice to follow on a day; `isKnown` is false while it is being read. */
export function useFollowed<T extends Pick<PopupServices, 'pack' | 'notices'>>(
  services: T,
  today: CalendarDate,
): T & { readonly isKnown: boolean } {
  const pack = services.notices.on(today);
  useEffect(() => {
    if (pack === null) services.notices.readAll();
  }, [services, pack]);
  return useMemo(
    () => ({ ...services, pack: pack ?? services.pack, isKnown: pack !== null }),
    [services, pack],
  );
}
