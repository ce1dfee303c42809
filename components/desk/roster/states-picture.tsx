/** How far each supervising unit is: a bar each, in parts by state. */
import { scaleBand, scaleLinear } from '@visx/scale';
import { BarStackHorizontal } from '@visx/shape';
import { useState } from 'react';
import { RadioChoice } from '@/components/ui/field';
import { useSpeech } from '@/components/ui/language';
import { TRACK_STATES, TRACKS, type TrackName, type TrackState } from '@/lib/desk/roster/model';
import type { ReportLine } from '@/lib/desk/roster/report';
import { stateName } from './labels';

const WIDTH = 640;
const BAR = 26;
const LEFT = 180;
const DRAWN = 20;

type Datum = Readonly<Record<TrackState, number>> & { readonly name: string };

export function StatesPicture({ lines }: { readonly lines: readonly ReportLine[] }) {
  const { t } = useSpeech();
  const [track, setTrack] = useState<TrackName>('ca');
  const drawn = [...lines]
    .sort((one, other) => other.unfinished.length - one.unfinished.length)
    .slice(0, DRAWN)
    .map((line): Datum => ({ ...line.states[track], name: line.supervisingUnit || t('roster.none') }));
  const most = Math.max(1, ...drawn.map(sumOf));
  const y = scaleBand<string>({
    domain: drawn.map(({ name }) => name),
    range: [0, drawn.length * BAR],
    padding: 0.25,
  });
  const x = scaleLinear<number>({ domain: [0, most], range: [LEFT, WIDTH - 48] });
  return (
    <figure className="states" data-part="states-picture">
      <figcaption>
        <h3>{t('roster.states.title')}</h3>
        <RadioChoice
          legend={t('roster.states.track')}
          name="states-track"
          options={TRACKS.map((value) => ({ value, label: t(`roster.field.${value}`) }))}
          value={track}
          onChoose={setTrack}
        />
        <ul className="states-key">
          {TRACK_STATES.map((state, at) => (
            <li key={state}>
              <svg viewBox="0 0 12 12" aria-hidden="true" className="states-key-mark">
                <rect width="12" height="12" className={`state-fill state-fill--${at}`} />
              </svg>
              {stateName(state, t)}
            </li>
          ))}
        </ul>
      </figcaption>
      <svg
        className="picture"
        viewBox={`0 0 ${WIDTH} ${drawn.length * BAR}`}
        role="img"
        aria-label={`${t('roster.states.chart')} ${drawn.map((datum) => tell(datum, t)).join(' ')}`}
      >
        <BarStackHorizontal<Datum, TrackState>
          data={drawn}
          keys={[...TRACK_STATES]}
          y={({ name }) => name}
          xScale={x}
          yScale={y}
          color={(state) => state}
        >
          {(stacks) =>
            stacks.flatMap((stack) =>
              stack.bars
                .filter(({ width }) => width > 0)
                .map((bar) => (
                  <rect
                    key={`${stack.index}-${bar.index}`}
                    className={`state-fill state-fill--${stack.index}`}
                    x={bar.x}
                    y={bar.y}
                    width={bar.width}
                    height={bar.height}
                  >
                    <title>
                      {stateName(stack.key, t)} {bar.bar.data[stack.key]}
                    </title>
                  </rect>
                )),
            )
          }
        </BarStackHorizontal>
        {drawn.map((datum) => (
          <g key={datum.name}>
            <text
              className="picture-text"
              x={LEFT - 8}
              y={(y(datum.name) ?? 0) + y.bandwidth() / 2}
              dy="0.35em"
              textAnchor="end"
            >
              {short(datum.name)}
            </text>
            <text
              className="picture-text"
              x={x(sumOf(datum)) + 6}
              y={(y(datum.name) ?? 0) + y.bandwidth() / 2}
              dy="0.35em"
            >
              {sumOf(datum)}
            </text>
          </g>
        ))}
      </svg>
      {lines.length > DRAWN && <p className="fine">{t('roster.states.more', { count: DRAWN })}</p>}
    </figure>
  );
}

const sumOf = (datum: Datum) => TRACK_STATES.reduce((sum, state) => sum + datum[state], 0);

const short = (name: string) => (name.length > 13 ? `${name.slice(0, 12)}…` : name);

function tell(datum: Datum, t: ReturnType<typeof useSpeech>['t']): string {
  const parts = TRACK_STATES.filter((state) => datum[state] > 0).map(
    (state) => `${stateName(state, t)} ${datum[state]}`,
  );
  return t('roster.states.bar', { name: datum.name, parts: parts.join('、') });
}
