import { useEffect, useState } from 'react';
import type { CalendarDate } from '@/lib/notice/calendar';
import { dateIn } from '@/lib/notice/days';

const MINUTE = 60_000;

/** The calendar day in a notice's zone; a page left open overnight turns over by itself. */
export function useToday(services: { now(): Date }, timeZone: string): CalendarDate {
  const [today, setToday] = useState(() => dateIn(services.now(), timeZone));
  useEffect(() => {
    const visit = new AbortController();
    const look = () => setToday(dateIn(services.now(), timeZone));
    const timer = setInterval(look, MINUTE);
    document.addEventListener('visibilitychange', look, { signal: visit.signal });
    visit.signal.addEventListener('abort', () => clearInterval(timer), { once: true });
    return () => visit.abort();
  }, [services, timeZone]);
  return today;
}
