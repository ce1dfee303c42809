import { Bell, BellOff } from 'lucide-react';
import { formatDay } from '@/components/ui/dates';
import { useSpeech } from '@/components/ui/language';
import { StoreFailureNotice } from '@/components/ui/store-failure';
import { useAction } from '@/components/ui/use-action';
import type { CalendarDate } from '@/lib/notice/calendar';
import { addDays } from '@/lib/notice/days';

/** Days a reminder can be put off by; never beyond the last day. */
const PUT_OFF_DAYS = [1, 7] as const;

/** Puts the next reminder of one certificate off. Notifications have no buttons everywhere; here they do. */
export function Snooze(props: {
  readonly today: CalendarDate;
  readonly daysLeft: number;
  /** The day it was put off to; null: it is not. */
  readonly until: CalendarDate | null;
  readonly onSnooze: (until: CalendarDate) => Promise<void>;
}) {
  const { t, language } = useSpeech();
  const action = useAction();
  const { today, until } = props;
  const choices = PUT_OFF_DAYS.filter((days) => days < props.daysLeft);
  const isPutOff = until !== null && until > today;
  const putOffTo = (day: CalendarDate) => void action.run(() => props.onSnooze(day));
  return (
    <>
      {isPutOff && <p className="fine">{t('popup.snooze.until', { date: formatDay(until, language) })}</p>}
      <p className="snooze">
        {isPutOff ? (
          <button
            type="button"
            className="button button--quiet"
            disabled={action.busy}
            onClick={() => putOffTo(today)}
          >
            <Bell aria-hidden="true" size="1.15em" /> {t('popup.snooze.takeBack')}
          </button>
        ) : (
          choices.map((days) => (
            <button
              key={days}
              type="button"
              className="button button--quiet"
              disabled={action.busy}
              onClick={() => putOffTo(addDays(today, days))}
            >
              <BellOff aria-hidden="true" size="1.15em" />{' '}
              {days === 1 ? t('popup.snooze.tomorrow') : t('popup.snooze.later', { count: days })}
            </button>
          ))
        )}
      </p>
      {action.failure && <StoreFailureNotice kind={action.failure} />}
    </>
  );
}
