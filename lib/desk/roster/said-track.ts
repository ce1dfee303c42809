/** What is said of one certificate of a unit, by a list or a person, and what that makes of it. Pure. */
import type { CalendarDate } from '@/lib/notice/calendar';
import { TRACK_STATES, type Track, type TrackState } from './model';

/** What a list says of one certificate of a unit. Absent: nothing. */
export interface SaidTrack {
  readonly state?: TrackState;
  /** The day of that state. */
  readonly on?: CalendarDate;
  /** Days of states, of earlier ones too, as far as the list gives them. */
  readonly dates?: Partial<Record<TrackState, CalendarDate>>;
  /** The unit may be further: a list of what was done by its day says nothing of what was done since. */
  readonly atLeast?: boolean;
  readonly paper?: boolean;
  readonly scan?: boolean;
}

/** How far a state is; 退回补正 is behind 已报 and before 已转服务商. */
export const rankOf = (state: TrackState) => TRACK_STATES.indexOf(state);

/**
 * A track after a list or a person said something of it.
 * @param since the day of a new state of which no day is said; null: not known, and none is made up
 */
export function moveTrack(track: Track, said: SaidTrack, since: CalendarDate | null): Track {
  const isFurther =
    said.atLeast === true && said.state !== undefined && rankOf(track.state) > rankOf(said.state);
  const state = isFurther ? track.state : (said.state ?? track.state);
  const isNew = state !== track.state;
  const on = isFurther ? null : (said.on ?? (isNew ? since : null));
  const dates = said.dates === undefined ? track.dates : { ...track.dates, ...said.dates };
  return {
    state,
    paper: said.paper ?? track.paper,
    scan: said.scan ?? track.scan,
    dates: on === null || state === 'not-filed' ? dates : { ...dates, [state]: on },
  };
}
