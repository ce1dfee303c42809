/** The columns of a list that are steps, read row by row into what they prove of each certificate. */
import type { CalendarDate } from '@/lib/notice/calendar';
import { TRACKS, type TrackName } from './model';
import { keyOf } from './plain';
import { provenState, type StepSaying } from './proven-states';
import { certificatesIn, saidOfEach } from './said-states';
import { rankOf, type SaidTrack } from './said-track';
import { countsMore, readStepCell, type SaidOfStep, type StepTrouble } from './step-cells';
import { type StepColumn, stateOfStep, stepPartsOf } from './step-columns';
import type { Mapping } from './words';

/** So many rows tell whether a column counts keys. */
const LOOKED_AT = 500;
const ONLY_NAMES =
  /^(?:(?:电子)?(?:签章|印章)(?:证书)?|ca(?:数字)?(?:证书|锁)?|数字证书|u?key|[和及与、,/+&])+$/;

interface Place {
  readonly at: number;
  readonly column: StepColumn;
  readonly owner: TrackName | 'both';
  readonly step: StepSaying['step'];
  readonly counts: boolean;
}

export interface RowOfSteps {
  /** A cell's text; '' where it holds nothing that could be read. */
  readonly cell: (at: number) => string;
  /** The one certificate the row is about; null: both, or it does not say. */
  readonly only: TrackName | null;
  readonly wanted: number | null;
  /** What the row's other columns say of each. */
  readonly stated: Readonly<Record<TrackName, SaidTrack>>;
  /** Whether columns say 纸质 or 扫描件 was handed in. */
  readonly handedIn: boolean;
}

export interface SaidBySteps {
  readonly said: Readonly<Record<TrackName, SaidTrack>>;
  readonly troubles: readonly {
    readonly kind: StepTrouble | 'steps-differ';
    readonly column: StepColumn | null;
    readonly value: string;
  }[];
}

export class StepReading {
  private readonly places: readonly Place[];
  /** Steps that a certificate has columns of its own for. */
  private readonly hasOwn: ReadonlySet<string>;

  constructor(
    mapping: Mapping,
    rows: readonly (readonly string[])[],
    dataFrom: number,
    private readonly day: (text: string) => string | null,
    private readonly today: CalendarDate | null,
  ) {
    const looked = rows.slice(dataFrom, dataFrom + LOOKED_AT);
    this.places = mapping.flatMap((column, at) => {
      const parts = stepPartsOf(column);
      if (parts === null) return [];
      const counts = looked.some(
        (row) => !/^(?:合计|总计|小计)/.test(firstOf(row)) && countsMore(row[at] ?? ''),
      );
      return [{ at, column: column as StepColumn, ...parts, counts }];
    });
    this.hasOwn = new Set(this.places.filter(({ owner }) => owner !== 'both').map(({ column }) => column));
  }

  /** The one certificate that all columns of steps are of; null: there are others, or plain ones. */
  private get onlyOwner(): TrackName | null {
    const [owner, ...others] = new Set(this.places.map(({ owner: one }) => one));
    return others.length > 0 || owner === undefined || owner === 'both' ? null : owner;
  }

  get none(): boolean {
    return this.places.length === 0;
  }

  read({ cell, only, wanted, stated, handedIn }: RowOfSteps): SaidBySteps {
    const sayings: Record<TrackName, StepSaying[]> = { ca: [], seal: [] };
    const troubles: SaidBySteps['troubles'][number][] = [];
    for (const place of this.places) {
      const text = cell(place.at);
      const context = { day: this.day, today: this.today, wanted, counts: place.counts };
      const seen = new Set<StepTrouble>();
      for (const track of this.tracksOf(place, only, stated)) {
        const said = saidOfTrack(text, track, (own) => readStepCell(own, place.step, context));
        sayings[track].push({ ...said, step: place.step, own: place.owner === track || only === track });
        if (said.trouble !== null) seen.add(said.trouble);
      }
      for (const kind of seen) troubles.push({ kind, column: place.column, value: text });
    }
    const said = { ...stated };
    let differs = false;
    const about = only ?? this.onlyOwner;
    for (const track of TRACKS) {
      const handed = handedIn && stated[track].state === undefined && (about === null || about === track);
      if (handed) sayings[track].push({ step: 'filed', done: true, on: null, state: null, own: true });
      const proven = provenState(sayings[track], stated[track]);
      said[track] = proven.said;
      differs ||= proven.differs;
    }
    if (differs) troubles.push({ kind: 'steps-differ', column: null, value: '' });
    return { said, troubles };
  }

  /**
   * A column that names neither is about both; about the other one where one has its own column of that step; and about the
   * one that is so far where each has a state in words.
   */
  private tracksOf(
    { owner, step }: Place,
    only: TrackName | null,
    stated: RowOfSteps['stated'],
  ): readonly TrackName[] {
    if (owner !== 'both') return [owner];
    if (only !== null) return [only];
    const tracks = TRACKS.filter((track) => !this.hasOwn.has(`${track}-${step}`));
    const soFar = tracks.filter((track) => {
      const { state } = stated[track];
      return state !== undefined && rankOf(state) >= rankOf(stateOfStep(step));
    });
    return tracks.every((track) => stated[track].state !== undefined) && soFar.length > 0 ? soFar : tracks;
  }
}

const firstOf = (row: readonly string[]) => row.find((cell) => cell.trim() !== '')?.trim() ?? '';

/** 「CA已领，签章未领」 says one thing of each; 「CA」 alone, that it is that one's turn. */
function saidOfTrack(text: string, track: TrackName, read: (text: string) => SaidOfStep): SaidOfStep {
  const word = keyOf(text);
  if (word !== '' && ONLY_NAMES.test(word)) return read(certificatesIn(word).has(track) ? '√' : '');
  const each = saidOfEach(text);
  if (each === null) return read(text);
  if (each.unclear) return { done: null, on: null, state: null, trouble: 'not-a-step' };
  return read(each[track] ?? '');
}
