/** Bound so far against what the remaining working days need: shall we make it. */
import { Group } from '@visx/group';
import { scaleLinear } from '@visx/scale';
import { LinePath } from '@visx/shape';
import { formatDate, formatShortDay } from '@/components/ui/dates';
import { useSpeech } from '@/components/ui/language';
import type { Pace } from '@/lib/desk/roster/report';
import type { MessageKey } from '@/lib/locale/translate';
import type { CalendarDate } from '@/lib/notice/calendar';
import { daysLeft } from '@/lib/notice/days';

const WIDTH = 640;
const HEIGHT = 220;
/** A day under the picture takes so much of its width. */
const LABEL_ROOM = 72;
const MARGIN = { top: 16, right: 24, bottom: 28, left: 56 };

const VERDICTS = {
  done: 'roster.pace.done',
  over: 'roster.pace.over',
  'no-days': 'roster.pace.noDays',
  'on-course': 'roster.pace.onCourse',
  behind: 'roster.pace.behind',
  unknown: 'roster.pace.unknown',
} as const satisfies Record<Pace['verdict'], MessageKey>;

/** What is needed is not told too low, what was done not too high: side by side they must not look alike. */
const atLeast = (value: number | null) => (value === null ? '' : String(Math.ceil(value * 10) / 10));
const atMost = (value: number | null) => (value === null ? '' : String(Math.floor(value * 10) / 10));

export function PacePicture({ pace, today }: { readonly pace: Pace; readonly today: CalendarDate }) {
  const { t, language } = useSpeech();
  const { deadline, verdict } = pace;
  const tone =
    verdict === 'over' || verdict === 'no-days'
      ? 'note--red'
      : verdict === 'behind' || verdict === 'unknown'
        ? 'note--amber'
        : '';
  return (
    <figure className="pace" data-part="pace" data-verdict={verdict}>
      <figcaption>
        <h3>{t('roster.pace.title')}</h3>
        <p className={`note ${tone}`}>
          {t(VERDICTS[verdict], {
            open: pace.units - pace.bound,
            needed: atLeast(pace.needed),
            recent: atMost(pace.recent),
          })}
          {(verdict === 'on-course' || verdict === 'behind' || verdict === 'unknown') &&
            pace.workingDaysLeft !== null && (
              <>
                {' '}
                {t('roster.pace.days', { date: formatDate(deadline, language), count: pace.workingDaysLeft })}
              </>
            )}
          {(verdict === 'on-course' || verdict === 'behind') && pace.undated > 0 && (
            <> {t('roster.pace.undated', { count: pace.undated })}</>
          )}
        </p>
      </figcaption>
      <Course pace={pace} today={today} />
    </figure>
  );
}

function Course({ pace, today }: { readonly pace: Pace; readonly today: CalendarDate }) {
  const { t, language } = useSpeech();
  const start = pace.course[0]?.date ?? today;
  const end = pace.deadline > today ? pace.deadline : today;
  const span = Math.max(1, daysLeft(start, end));
  const x = scaleLinear<number>({ domain: [0, span], range: [MARGIN.left, WIDTH - MARGIN.right] });
  const y = scaleLinear<number>({
    domain: [0, Math.max(1, pace.units)],
    range: [HEIGHT - MARGIN.bottom, MARGIN.top],
  });
  const at = (date: CalendarDate) => x(daysLeft(start, date));
  const needed = [
    { date: today, bound: pace.bound },
    { date: pace.deadline, bound: pace.units },
  ];
  const hasNeeded = pace.deadline > today && pace.bound < pace.units;
  const ends = [...new Set([start, today, end])];
  const { deadline } = pace;
  const isApart = ends.every((date) => Math.abs(at(date) - at(deadline)) > LABEL_ROOM);
  const days = deadline > start && isApart ? [start, deadline, ...ends.slice(1)] : ends;
  return (
    <svg
      className="picture"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={
        hasNeeded ? t('roster.pace.chart', { date: formatDate(deadline, language) }) : t('roster.pace.course')
      }
    >
      <Group>
        {[0, pace.units].map((value) => (
          <g key={value}>
            <line
              className="picture-axis"
              x1={MARGIN.left}
              x2={WIDTH - MARGIN.right}
              y1={y(value)}
              y2={y(value)}
            />
            <text className="picture-text" x={MARGIN.left - 8} y={y(value)} textAnchor="end" dy="0.35em">
              {value}
            </text>
          </g>
        ))}
        {deadline >= start && (
          <line
            className="picture-axis"
            x1={at(deadline)}
            x2={at(deadline)}
            y1={y(0)}
            y2={y(pace.units)}
            strokeDasharray="2 3"
            data-part="deadline"
          />
        )}
        {days.map((date, index) => (
          <text
            key={date}
            className="picture-text"
            x={at(date)}
            y={HEIGHT - 8}
            textAnchor={index === 0 ? 'start' : date === end ? 'end' : 'middle'}
          >
            {formatShortDay(date, language)}
          </text>
        ))}
      </Group>
      {hasNeeded && (
        <LinePath
          className="picture-needed"
          data={needed}
          x={({ date }) => at(date)}
          y={({ bound }) => y(bound)}
        />
      )}
      <LinePath
        className="picture-course"
        data={[...pace.course]}
        x={({ date }) => at(date)}
        y={({ bound }) => y(bound)}
      />
      <circle className="picture-today" cx={at(today)} cy={y(pace.bound)} r={4} />
      <text className="picture-text" x={MARGIN.left + 8} y={MARGIN.top + 14}>
        <tspan className="picture-key--course">━ {t('roster.pace.course')}</tspan>
        {hasNeeded && (
          <tspan dx={16} className="picture-key--needed">
            ┅ {t('roster.pace.needed')}
          </tspan>
        )}
      </text>
    </svg>
  );
}
