import { useEffect } from 'react';
import { formatDate } from '@/components/ui/dates';
import { useSpeech } from '@/components/ui/language';
import { afterPaint } from '@/components/ui/use-after-paint';
import type { CalendarDate } from '@/lib/notice/calendar';

/** Stands at the end of what is printed: once it is painted, all of it is. Says of which day the figures are. */
export function PrintWhenPainted({ today }: { readonly today: CalendarDate }) {
  const { t, language } = useSpeech();
  useEffect(() => {
    const visit = new AbortController();
    afterPaint(() => window.print(), visit.signal);
    return () => visit.abort();
  }, []);
  return (
    <p className="fine print-day" data-part="print-day">
      {t('popup.print.day', { date: formatDate(today, language) })}
    </p>
  );
}
