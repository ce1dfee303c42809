import { Cite } from '@/components/ui/cite';
import { formatDate } from '@/components/ui/dates';
import { useSpeech } from '@/components/ui/language';
import { writeMakeUps } from '@/lib/guide/make-up-words';
import type { MessageKey } from '@/lib/locale/translate';
import { addDays } from '@/lib/notice/days';
import { type DueKind, isLastDay } from '@/lib/notice/due-kind';
import type { Countdown as CountdownModel } from './view';

const RADIUS = 42;
const ROUND = 2 * Math.PI * RADIUS;

const DUE = {
  by: 'popup.countdown.dueOn',
  soft: 'popup.countdown.dueSoft',
  before: 'popup.countdown.dueBefore',
  excluding: 'popup.countdown.dueExcluding',
  others: 'popup.countdown.dueOthers',
} as const satisfies Record<DueKind, MessageKey>;

/** The nearest date: the number of days is the largest thing on the popup (design.md §8). */
export function Countdown({ countdown }: { readonly countdown: CountdownModel }) {
  const { t, language, say } = useSpeech();
  const { what, date, daysLeft, workingDaysLeft, tone } = countdown;
  const title = what.kind === 'certificate' ? what.certificate.label : say(what.text);
  const day = formatDate(date, language);
  const over = daysLeft < 0;
  return (
    <section className={`countdown countdown--${tone}`} data-part="countdown" data-days={daysLeft}>
      <Ring share={over ? 1 : countdown.share} />
      <p className="countdown-figure">
        {daysLeft === 0 ? (
          <span className="countdown-word">
            {t(
              what.kind === 'notice' && !isLastDay(what.due)
                ? 'popup.countdown.dayItself'
                : 'popup.countdown.lastDay',
            )}
          </span>
        ) : (
          <>
            {over && <span className="countdown-unit">{t('popup.countdown.expiredFor')}</span>}
            <span className="countdown-number">{Math.abs(daysLeft)}</span>
            <span className="countdown-unit">{t('popup.countdown.days', { count: Math.abs(daysLeft) })}</span>
          </>
        )}
      </p>
      <h2 className="countdown-title">{title}</h2>
      <p className="countdown-date">
        {what.kind === 'notice'
          ? what.makeUp
            ? say(writeMakeUps([what.makeUp], addDays(date, -daysLeft)))
            : t(DUE[what.due], { date: day, whose: what.whose ? say(what.whose) : '' })
          : t(over ? 'popup.countdown.expiredOn' : 'popup.countdown.expiresOn', { date: day })}
      </p>
      {!over && (
        <p className="countdown-working">
          {workingDaysLeft === null
            ? t('popup.countdown.holidaysUnpublished')
            : t('popup.countdown.workingDays', { count: workingDaysLeft })}
        </p>
      )}
      {countdown.lastWorkingDay && (
        <p className="fine">
          {t('popup.countdown.lastWorkingDay', { date: formatDate(countdown.lastWorkingDay, language) })}
        </p>
      )}
      {what.kind === 'notice' && <Cite clause={what.cite} />}
    </section>
  );
}

/** How much of the span is left; the words beside it say the same, so readers pass over it. */
function Ring({ share }: { readonly share: number }) {
  return (
    <svg className="countdown-ring" viewBox="0 0 100 100" aria-hidden="true" focusable="false">
      <circle className="countdown-track" cx="50" cy="50" r={RADIUS} />
      <circle
        className="countdown-arc"
        cx="50"
        cy="50"
        r={RADIUS}
        strokeDasharray={`${(share * ROUND).toFixed(2)} ${ROUND.toFixed(2)}`}
        transform="rotate(-90 50 50)"
      />
    </svg>
  );
}
