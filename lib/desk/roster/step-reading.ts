/** The columns of a list that are steps, read row by row into what they prove of each certificate. */
import type { CalendarDate } from '@/lib/notice/calendar';
import { formsIn, yesIn } from './cell-words';
import { TRACKS, type TrackName } from './model';
import { keyOf } from './plain';
import { provenState, type StepSaying } from './proven-states';
import { certificatesIn, saidOfEach } from './said-states';
import { rankOf, type SaidTrack } from './said-track';
import {
  countsMore,
  NOTHING,
  readStepCell,
  type SaidOfStep,
  type StepContext,
  type StepTrouble,
} from './step-cells';
import {
  type FormName,
  type StepColumn,
  type StepParts,
  stateOfStep,
  stepColumnOf,
  stepPartsOf,
} from './step-columns';
import type { Mapping } from './words';

/** So many rows tell whether a column counts keys. */
const LOOKED_AT = 500;
const ONLY_NAMES =
  /^(?:(?:电子)?(?:签章|印章)(?:证书)?|ca(?:数字)?(?:证书|锁)?|数字证书|u?key|[和及与、,/+&])+$/;

interface Place extends StepParts {
  readonly at: number;
  readonly column: StepColumn;
  readonly counts: boolean;
}

/** In which forms an application came, and in which it did not. Absent: nothing is said. */
type FormsSaid = Readonly<Partial<Record<FormName, boolean>>>;

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
    const ofForms: Record<TrackName, StepSaying[]> = { ca: [], seal: [] };
    const forms: Record<TrackName, FormsSaid> = { ca: {}, seal: {} };
    const troubles: SaidBySteps['troubles'][number][] = [];
    for (const { at, column, owner, step, form, counts } of this.places) {
      const text = cell(at);
      const context = { day: this.day, today: this.today, wanted, counts };
      const seen = new Set<StepTrouble>();
      for (const track of this.tracksOf({ owner, step, form }, only, stated)) {
        const { came, ...said } = saidOfTrack(text, track, (own) => readFiling(own, step, form, context));
        const saying = { ...said, step, own: owner === track || only === track };
        (form === null ? sayings : ofForms)[track].push(saying);
        forms[track] = { ...forms[track], ...came };
        if (said.trouble !== null) seen.add(said.trouble);
      }
      for (const kind of seen) troubles.push({ kind, column, value: text });
    }
    const said = { ...stated };
    let differs = false;
    const about = only ?? this.onlyOwner;
    for (const track of TRACKS) {
      // Filed on the day when the first of the forms came.
      sayings[track].push(...ofForms[track].sort(byDay));
      const handed = handedIn && stated[track].state === undefined && (about === null || about === track);
      if (handed) sayings[track].push({ step: 'filed', done: true, on: null, state: null, own: true });
      const proven = provenState(sayings[track], { ...stated[track], ...forms[track] });
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
    { owner, step, form }: StepParts,
    only: TrackName | null,
    stated: RowOfSteps['stated'],
  ): readonly TrackName[] {
    if (owner !== 'both') return [owner];
    if (only !== null) return [only];
    const tracks = TRACKS.filter((track) => !this.hasOwn.has(stepColumnOf({ owner: track, step, form })));
    const soFar = tracks.filter((track) => {
      const { state } = stated[track];
      return state !== undefined && rankOf(state) >= rankOf(stateOfStep(step));
    });
    return tracks.every((track) => stated[track].state !== undefined) && soFar.length > 0 ? soFar : tracks;
  }
}

const firstOf = (row: readonly string[]) => row.find((cell) => cell.trim() !== '')?.trim() ?? '';

const byDay = ({ on: one }: StepSaying, { on: other }: StepSaying) =>
  one === other ? 0 : one === null || (other !== null && other < one) ? 1 : -1;

/** A cell of any step, with the forms that it or its heading names: 「已报（纸质）」, a tick below 「扫描件已报」. */
function readFiling(
  text: string,
  step: StepSaying['step'],
  form: FormName | null,
  context: StepContext,
): SaidOfStep & { readonly came: FormsSaid } {
  if (form === null) {
    const said = readStepCell(text, step, context);
    const { paper, scan } = formsIn(text);
    const isFiling = stateOfStep(step) === 'filed' && said.done === true;
    return { ...said, came: isFiling ? { ...(paper && { paper }), ...(scan && { scan }) } : {} };
  }
  const answer = yesIn(text);
  const said = answer === null ? readStepCell(text, step, context) : { ...NOTHING, done: answer };
  const came = said.done === null ? {} : { [form]: said.done };
  // Who has not handed in this form may have handed in the other.
  return { ...said, done: said.done === false ? null : said.done, came };
}

/** 「CA已领，签章未领」 says one thing of each; 「CA」 alone, that it is that one's turn. */
function saidOfTrack<Said extends SaidOfStep>(
  text: string,
  track: TrackName,
  read: (text: string) => Said,
): Said {
  const word = keyOf(text);
  if (word !== '' && ONLY_NAMES.test(word)) return read(certificatesIn(word).has(track) ? '√' : '');
  const each = saidOfEach(text);
  if (each === null) return read(text);
  if (each.unclear) return { ...read(''), trouble: 'not-a-step' };
  return read(each[track] ?? '');
}
