import { CalendarPlus, Copy, Printer } from 'lucide-react';
import { useMemo, useState } from 'react';
import { formatDate } from '@/components/ui/dates';
import { type Speech, useSpeech } from '@/components/ui/language';
import type { MessageKey } from '@/lib/locale/translate';
import { type DueKind, isLastDay } from '@/lib/notice/due-kind';
import { type ComingDate, comingDates } from '@/lib/reminder/coming-dates';
import type { PopupServices } from './services';
import { isBehind, type PopupView } from './view';

/** How many lines are shown; the calendar file and the copied text hold all. */
const SHOWN = 6;

const DUE = {
  by: 'popup.coming.due',
  soft: 'popup.coming.dueSoft',
  before: 'popup.coming.dueBefore',
  excluding: 'popup.coming.dueExcluding',
  others: 'popup.coming.dueOthers',
} as const satisfies Record<DueKind, MessageKey>;

/** A date in public words: kind and day, no unit, no name (field-notes §6). */
export function describeComing({ what, date }: ComingDate, { t, say, language }: Speech): string {
  const day = formatDate(date, language);
  if (what.kind === 'expiry') {
    return t('popup.coming.expiry', { what: t(`reminder.${what.of.kind}.${what.of.generation}`), date: day });
  }
  return t(what.makeUp ? 'popup.coming.makeUp' : DUE[what.due], {
    what: say(what.text),
    whose: what.whose ? say(what.whose) : '',
    date: day,
    cite: what.cite,
  });
}

/** Expiries and the notice's due days on one line of time, to take along. */
export function Coming(props: {
  readonly view: PopupView;
  readonly thresholds: readonly number[];
  readonly services: PopupServices;
  /** All lines, for paper. */
  readonly all: boolean;
}) {
  const speech = useSpeech();
  const { t } = speech;
  const { view, services } = props;
  const [copied, setCopied] = useState<boolean | null>(null);
  const dates = useMemo(() => {
    const open = view.obligations.filter((each) => !isBehind(each)).map(({ obligation }) => obligation);
    return comingDates(
      view.judged.map(({ certificate }) => certificate),
      open,
      view.today,
    );
  }, [view]);
  if (dates.length === 0) return null;
  const shown = props.all ? dates : dates.slice(0, SHOWN);
  const describe = (date: ComingDate) => describeComing(date, speech);
  return (
    <section className="panel" aria-labelledby="coming-title" data-part="coming">
      <h2 id="coming-title" className="panel-title">
        {t('popup.coming.title')}
      </h2>
      <ol className="coming">
        {shown.map((date) => (
          <li key={date.id} data-date={date.date}>
            {describe(date)}
            <span className="fine">
              {' '}
              {date.daysLeft === 0
                ? t(
                    date.what.kind === 'deadline' && !isLastDay(date.what.due)
                      ? 'popup.countdown.dayItself'
                      : 'popup.countdown.lastDay',
                  )
                : t('popup.status.daysLeft', { count: date.daysLeft })}
            </span>
          </li>
        ))}
      </ol>
      {shown.length < dates.length && (
        <p className="fine">{t('popup.coming.more', { count: dates.length - shown.length })}</p>
      )}
      <div className="panel-actions">
        <button
          type="button"
          className="button"
          onClick={() => void services.saveCalendar(dates, describe, props.thresholds)}
        >
          <CalendarPlus aria-hidden="true" size="1.15em" /> {t('popup.coming.calendar')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() =>
            services.copyText(dates.map(describe).join('\n')).then(
              () => setCopied(true),
              () => setCopied(false),
            )
          }
        >
          <Copy aria-hidden="true" size="1.15em" /> {t('popup.coming.copy')}
        </button>
        <button type="button" className="button" onClick={() => services.openPrint()}>
          <Printer aria-hidden="true" size="1.15em" /> {t('popup.coming.print')}
        </button>
      </div>
      <p role="status" className="fine">
        {copied !== null && t(copied ? 'popup.coming.copied' : 'popup.coming.notCopied')}
      </p>
    </section>
  );
}
