import { Cite } from '@/components/ui/cite';
import { formatSpan } from '@/components/ui/dates';
import { useSpeech } from '@/components/ui/language';
import type { CalendarDate } from '@/lib/notice/calendar';
import { daysLeft } from '@/lib/notice/days';
import type { Phase } from '@/lib/notice/model';

/** Where a day stands in a phase: 0 at its first day, 1 at its last. In the middle where an end is open. */
export function positionIn(phase: Pick<Phase, 'from' | 'until'>, today: CalendarDate): number {
  if (phase.from === undefined || phase.until === undefined) return 0.5;
  const length = daysLeft(phase.from, phase.until);
  return length === 0 ? 0.5 : daysLeft(phase.from, today) / length;
}

/** Kept off the very ends, where the mark would leave its phase. */
function placeOf(phase: Phase, today: CalendarDate): string {
  return `clamp(12%, ${(positionIn(phase, today) * 100).toFixed(1)}%, 88%)`;
}

type Standing = 'past' | 'now' | 'ahead';

function standingOf(phase: Phase, today: CalendarDate): Standing {
  if (phase.until !== undefined && phase.until < today) return 'past';
  return phase.from !== undefined && phase.from > today ? 'ahead' : 'now';
}

/** The notice's phases in a row, with today on it. A list to a reader, a picture to the eye. */
export function Timeline(props: {
  readonly phases: readonly Phase[];
  readonly today: CalendarDate;
  readonly documentNumber: string;
}) {
  const { t, language, say } = useSpeech();
  const current = props.phases.find((phase) => standingOf(phase, props.today) === 'now');
  return (
    <section className="panel" aria-labelledby="timeline-title" data-part="timeline">
      <h2 id="timeline-title" className="panel-title">
        {t('popup.timeline.title')} <span className="fine">{props.documentNumber}</span>
      </h2>
      <ol className="timeline">
        {props.phases.map((phase) => {
          const standing = standingOf(phase, props.today);
          return (
            <li
              key={phase.id}
              className={`timeline-phase timeline-phase--${standing}`}
              {...(standing === 'now' && { 'aria-current': 'step' })}
              data-phase={phase.id}
            >
              <span className="timeline-bar">
                {standing === 'now' && (
                  <span className="timeline-today" style={{ insetInlineStart: placeOf(phase, props.today) }}>
                    <span className="timeline-mark">{t('popup.timeline.today')}</span>
                    <span className="timeline-dot" />
                  </span>
                )}
              </span>
              <span className="timeline-name">{say(phase.name)}</span>
              <span className="fine">
                {formatSpan(phase.from, phase.until, language)
                  .split(/(?<=[年—])/)
                  .map((part) => (
                    <span key={part} className="timeline-date">
                      {part}
                    </span>
                  ))}
              </span>
            </li>
          );
        })}
      </ol>
      {current ? (
        <p>
          {say(current.text)} <Cite clause={current.cite} />
        </p>
      ) : (
        <p>{t('popup.timeline.none')}</p>
      )}
    </section>
  );
}
