/** Rows of a list into what they say of units; what cannot be read is listed, with its line and the reason. */
import { type Refusal, refuseText } from '@/lib/certificate/refusal';
import { plainCode } from '@/lib/certificate/unit-code';
import type { CalendarDate } from '@/lib/notice/calendar';
import { audienceIn, levelIn, yesIn } from './cell-words';
import { groupRows } from './group-rows';
import { KnownWords } from './known-words';
import { isOtherHeading, isSubtitle, looksLikeHeading, numbersColumns, repeatsHeading } from './mapping';
import { LONGEST, type TrackName, type UnitFacts } from './model';
import { countIn, keyOf, plainText } from './plain';
import { certificatesIn } from './said-states';
import type { SaidTrack } from './said-track';
import { sectionsOf } from './sections';
import { atOnce, ROWS_A_SLICE, type Sliced } from './slices';
import type { StepTrouble } from './step-cells';
import { StepReading } from './step-reading';
import { DAMAGED_SIGN, type RawTable, type UnreadableCell } from './table';
import { codeAndName, partCells } from './two-in-one';
import { type Column, isColumnWord, type Mapping } from './words';

/** One row of a list, read. A field that is absent or null says nothing and changes nothing. */
export interface ReadUnit extends Partial<Omit<UnitFacts, 'ca' | 'seal'>> {
  readonly line: number;
  readonly ca: SaidTrack;
  readonly seal: SaidTrack;
}

export type ProblemKind =
  // The row is left out.
  | 'no-name'
  | 'total-row'
  | 'group-row' // heads a group of units
  | 'repeated-heading'
  | 'other-heading' // of another table: its columns may be others
  | 'above-heading' // between another heading and the one the list is read by
  | 'conflict' // code of one unit, name of another
  | 'ambiguous' // the name of several units, and no code
  | 'not-in-roster' // updates change units that are there, and add none
  | 'other-code' // the same of a name that is there, whose code is another
  // The cell is left out, the row is kept.
  | 'id-number'
  | 'pin'
  | 'key-material'
  | 'too-long'
  | 'not-a-state'
  | 'not-a-number'
  | 'not-a-day'
  | 'not-a-phone'
  | 'not-an-audience'
  | 'not-a-level'
  | 'not-yes-or-no'
  | StepTrouble
  | 'steps-differ' // cells of the row contradict each other: the less advanced holds
  | 'damaged-text' // bytes that are no text of the encoding
  | 'damaged-code' // 1.1E+17: a spreadsheet has rounded it
  | 'formula'
  | 'error-value'
  | 'unknown-cell'; // of a workbook: its kind is none that a spreadsheet writes

export interface Problem {
  readonly line: number;
  readonly kind: ProblemKind;
  /** The row is not imported; otherwise only this cell is left out. */
  readonly wholeRow: boolean;
  readonly column: Column | null;
  /** What stood there, cut; null where it must not be shown again (ID numbers, passwords, keys). */
  readonly value: string | null;
}

export interface ReadResult {
  readonly units: readonly ReadUnit[];
  readonly problems: readonly Problem[];
  /** Lines with nothing on them. */
  readonly blank: number;
}

export interface ReadOptions {
  readonly dataFrom: number;
  readonly mapping: Mapping;
  /** An empty supervising unit is that of the row above, as in lists whose cells were merged. */
  readonly carrySupervisingUnit: boolean;
  /** In Asia/Shanghai: what a list dates later is yet to come. Absent: not known. */
  readonly today?: CalendarDate;
}

const SHOWN_VALUE = 60;
const SECRET: readonly ProblemKind[] = ['id-number', 'pin', 'key-material'];
/** 「合计」, 「合计3家」, 「教育局小计」, 「以下空白」; not 「总数据中心」, which is a unit. */
const TOTAL =
  /^(?:[以此]下空白|(?:[以本此]上?页?)?共(?:计|有)?\d+[家个户]|(?:合计|总计|小计|共计|总数|单位数)(?:$|[^\p{Script=Han}]|[数个家户为]|单位)|制表(?:$|[^\p{Script=Han}])|(?:制表|填表|审核|打印)人|填报日期|截[至止到](?:\d|目前)|\(单位:[^,]{1,4}\)$|(?:打印|导出|制表|生成)(?:时间|日期)|第[\d一二三四五六七八九十]+页|共\d+页|备注:|注:|(?:填表)?说明:)|(?:合计|总计|小计|汇总)$/u;
/** What a spreadsheet writes where it has no value, or no room to show it: as a text it is no name and no code. */
const ERROR_TEXT = /^(?:#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)|#{3,})$/i;
/** A stroke in an empty cell, so that nobody writes into it. */
const STROKE = /^[-‐-―−_/\\|.·*~～]+$/;
/** `="00123"`: how programs keep a spreadsheet from taking a text for a number. */
const KEPT_AS_TEXT = /^="(.*)"$/s;
const DAY_INSIDE = /20\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}/;
/** Anything that can be seen. */
const SIGN = /[^\s\p{Cf}\p{Cc}]/u;
/** What `neutralCell` put before a text when the roster was exported. */
const NEUTRALISED = /^'(?=[\s=+\-@＝＋－＠|%])/;

/** `readingUnits` in one go. */
export const readUnits = (table: RawTable, options: ReadOptions): ReadResult =>
  atOnce(readingUnits(table, options));

/** Reads the rows below the heading. Never throws: whatever a cell holds, it is a value or a problem. */
export function* readingUnits(table: RawTable, given: ReadOptions): Sliced<ReadResult> {
  const parted = partCells(given.mapping);
  const part = parted?.row ?? ((row: readonly string[]) => row);
  const options = { ...given, mapping: parted?.mapping ?? given.mapping };
  const units: ReadUnit[] = [];
  const problems: Problem[] = [];
  const unreadable = new Map(table.unreadable.map((cell) => [`${cell.line}/${cell.column}`, cell.why]));
  let blank = 0;
  let supervising: string | null = null;
  const known = new KnownWords(table.from1904 === true);
  const { dataFrom } = options;
  let { mapping } = options;
  const stepsFrom = (from: number) =>
    new StepReading(mapping, table.rows, from, known.day, options.today ?? null);
  let steps = stepsFrom(dataFrom);
  const readingOf = (row: readonly string[], line: number) =>
    new RowReading(row, line, mapping, unreadable, known, steps);
  for (const at of rowsAbove(table, dataFrom)) {
    const reading = readingOf(table.rows[at] ?? [], table.lines[at] ?? at + 1);
    if (reading.isBlank()) continue;
    reading.passOver('above-heading');
    problems.push(...reading.problems);
  }
  const isGroup = groupRows(table.rows, dataFrom, mapping);
  const [...sections] = sectionsOf(table, dataFrom, mapping);
  for (let at = dataFrom; at < table.rows.length; at += 1) {
    if (at % ROWS_A_SLICE === 0) yield at / table.rows.length;
    const row = part(table.rows[at] ?? []);
    if (sections[0]?.from === at) {
      mapping = sections.shift()?.mapping ?? mapping;
      steps = stepsFrom(at);
    }
    const line = table.lines[at] ?? at + 1;
    const reading = readingOf(row, line);
    if (reading.isBlank()) {
      blank += 1;
      continue;
    }
    const unit = isGroup(row) ? reading.passOver('group-row') : reading.read();
    if (unit && options.carrySupervisingUnit) {
      supervising = unit.supervisingUnit ?? supervising;
      units.push({ ...unit, supervisingUnit: supervising });
    } else if (unit) units.push(unit);
    problems.push(...reading.problems);
  }
  return { units, problems, blank };
}

/**
 * Titles stand above a heading; what stands above it and below an earlier one is another table, and would be missed, or a
 * remark between two rows of one heading.
 */
function* rowsAbove({ rows }: RawTable, dataFrom: number): Generator<number> {
  const first = rows.slice(0, dataFrom).findIndex(looksLikeHeading);
  if (first < 0) return;
  const last = dataFrom - 1;
  for (let at = first + 1; at < last; at += 1) {
    const row = rows[at] ?? [];
    // The heading's own upper row may name steps alone, and stands next to the lower one.
    const isUpper = at === last - 1 && !looksLikeHeading(rows[last] ?? []);
    if (isSubtitle(row) || (!looksLikeHeading(row) && !isUpper)) yield at;
  }
}

/** A column's name, alone or with what it is called: no unit has it. */
function isLabel(name: string): boolean {
  const colon = name.search(/[:：]/);
  const label = colon < 0 ? name : name.slice(0, colon);
  return (colon > 0 || label.length > 2) && isColumnWord(label);
}

/** Whether the supervising unit looks as if cells had been merged downwards: written once, then empty. */
export function looksCarried(
  table: RawTable,
  { dataFrom, mapping }: Omit<ReadOptions, 'carrySupervisingUnit'>,
) {
  const [own, name] = [mapping.indexOf('supervisingUnit'), mapping.indexOf('name')];
  if (own < 0 || name < 0) return false;
  const filled = table.rows.slice(dataFrom, dataFrom + 500).filter((row) => (row[name] ?? '').trim() !== '');
  const given = filled.map((row) => (row[own] ?? '').trim());
  const [first] = given;
  if (!first) return false;
  const named = given.filter((text) => text !== '');
  return named.length < given.length && new Set(named).size === named.length;
}

const BOTH_TRACKS: readonly TrackName[] = ['ca', 'seal'];

const undated = ({ on: _, ...said }: SaidTrack): SaidTrack => said;

class RowReading {
  readonly problems: Problem[] = [];

  constructor(
    private readonly row: readonly string[],
    private readonly line: number,
    private readonly mapping: Mapping,
    private readonly unreadable: ReadonlyMap<string, UnreadableCell['why']>,
    private readonly known: KnownWords,
    private readonly steps: StepReading,
  ) {}

  isBlank(): boolean {
    return this.row.every((cell) => !SIGN.test(cell)) && !this.hasUnreadable();
  }

  /** Leaves out a row that is no unit's wherever its cells stand. */
  passOver(kind: 'above-heading' | 'group-row'): null {
    return this.leaveOut(kind, plainText(this.row.find((cell) => cell.trim() !== '') ?? ''));
  }

  read(): ReadUnit | null {
    const first = plainText(this.row.find((cell) => cell.trim() !== '') ?? '');
    if (repeatsHeading(this.row, this.mapping) || numbersColumns(this.row))
      return this.leaveOut('repeated-heading', first);
    if (isOtherHeading(this.row, this.mapping)) return this.leaveOut('other-heading', first);
    const name = this.cell('name');
    if (TOTAL.test(keyOf(first)) || (name !== first && TOTAL.test(keyOf(name)))) {
      return this.leaveOut('total-row', first);
    }
    // 「主管部门：教育局」 stands above its units, 「联系电话」 beside those of a list that lies on its side.
    if (isLabel(name)) return this.leaveOut('no-name', first);
    this.noteUnreadable();
    const written = this.text('name', LONGEST.line);
    const code = this.code();
    // 「101001 示例市一中」 beside 「101001」: the same said twice.
    const twice = code !== null && written?.includes(code) === true ? codeAndName(written) : null;
    const named = twice?.code === code ? twice.name : written;
    if (named === null && code === null) return this.leaveOut('no-name', first);
    // A vendor's row is about one of them, about both, or does not say.
    const [product, ...others] = certificatesIn(plainText(this.cell('product')));
    const only = others.length === 0 ? (product ?? null) : null;
    const both = this.tracks('state', 'date', only === null ? BOTH_TRACKS : [only]);
    // In a list of one certificate's states, the day is that one's.
    const isOf = (own: Column, other: Column) =>
      this.mapping.includes('state') || this.mapping.includes(own) || !this.mapping.includes(other);
    const [bothCa, bothSeal] = [
      isOf('caState', 'sealState') ? both.ca : undated(both.ca),
      isOf('sealState', 'caState') ? both.seal : undated(both.seal),
    ];
    const forms = { ...this.form('paper'), ...this.form('scan') };
    const notes = this.text('notes', LONGEST.notes);
    const keysWanted = this.count();
    const tracks = this.withSteps(only, keysWanted, {
      ca: { ...(only !== 'seal' && { ...forms, ...bothCa }), ...this.tracks('caState', 'caDate', ['ca']).ca },
      seal: {
        ...(only !== 'ca' && { ...forms, ...bothSeal }),
        ...this.tracks('sealState', 'sealDate', ['seal']).seal,
      },
    });
    return {
      line: this.line,
      ...(named === null ? {} : { name: named }),
      code,
      supervisingUnit: this.text('supervisingUnit', LONGEST.line),
      audience: this.choice('audience', audienceIn, 'not-an-audience'),
      level: this.choice('level', levelIn, 'not-a-level'),
      contact: this.text('contact', LONGEST.line),
      phone: this.phone(),
      keysWanted,
      notes,
      ...tracks,
    };
  }

  /** What columns of single steps prove, beside what the others say. */
  private withSteps(
    only: TrackName | null,
    wanted: number | null,
    stated: Readonly<Record<TrackName, SaidTrack>>,
  ): Readonly<Record<TrackName, SaidTrack>> {
    if (this.steps.none) return stated;
    const handedIn = (['ca', 'seal'] as const).some((track) => stated[track].paper || stated[track].scan);
    const cell = (at: number) => plainText(this.cellAt(at));
    const { said, troubles } = this.steps.read({ cell, only, wanted, stated, handedIn });
    for (const { kind, column, value } of troubles) this.refuse(kind, column, value);
    return said;
  }

  private cell(column: Column): string {
    return this.cellAt(this.mapping.indexOf(column));
  }

  private cellAt(at: number): string {
    const text = at < 0 ? '' : (this.row[at] ?? '').trim();
    if (text.length < 12 && (STROKE.test(text) || ERROR_TEXT.test(text))) return '';
    return text.includes(DAMAGED_SIGN) ? '' : text.replace(KEPT_AS_TEXT, '$1');
  }

  private text(column: Column, longest: number): string | null {
    const text = plainText(this.cell(column)).replace(NEUTRALISED, '');
    if (text === '') return null;
    if (text.length > longest) return this.refuse('too-long', column, text);
    const refusal = this.known.refusal(text);
    if (refusal !== null) return this.refuse(refusal satisfies Refusal, column, text);
    return text;
  }

  private code(): string | null {
    const text = plainText(this.cell('code')).replace(/^'/, '').replace(/\s/g, '');
    if (text === '') return null;
    if (/^\d(?:\.\d+)?e\+?\d+$/i.test(text)) return this.refuse('damaged-code', 'code', text);
    if (text.length > LONGEST.line) return this.refuse('too-long', 'code', text);
    const credit = plainCode(text);
    if (credit !== null) return credit;
    // 101001.0: a program took a code for a number.
    const [, whole] = /^(\d+)\.0+$/.exec(text) ?? [];
    if (whole !== undefined) return whole;
    const refusal = refuseText(text);
    // Codes are digits: alone they are no PIN here.
    if (refusal === 'id-number' || refusal === 'key-material') return this.refuse(refusal, 'code', text);
    return text;
  }

  private phone(): string | null {
    const text = plainText(this.cell('phone')).replace(/^'/, '');
    if (text === '') return null;
    if (refuseText(text) === 'id-number') return this.refuse('id-number', 'phone', text);
    const digits = text.replace(/\D/g, '').length;
    const isPhone = /^[\d\s+\-–—()（）、,，;/转#*]+$/.test(text) && digits >= 3 && text.length <= 60;
    return isPhone ? text : this.refuse('not-a-phone', 'phone', text);
  }

  private count(): number | null {
    const text = plainText(this.cell('keysWanted'));
    if (text === '') return null;
    const count = countIn(text);
    const isLikely = count !== null && count <= LONGEST.most.keysWanted;
    return isLikely ? count : this.refuse('not-a-number', 'keysWanted', text);
  }

  private choice<T>(column: Column, read: (text: string) => T | null, kind: ProblemKind): T | null {
    const text = plainText(this.cell(column));
    return text === '' ? null : (read(text) ?? this.refuse(kind, column, text));
  }

  /** What a state's cell and a day's say of the certificates their columns are about; nothing of any other. */
  private tracks(
    stateColumn: Column,
    dateColumn: Column,
    about: readonly TrackName[],
  ): Readonly<Record<TrackName, SaidTrack>> {
    const text = plainText(this.cell(stateColumn));
    const each = this.known.each(text);
    const given = this.choice(dateColumn, this.known.day, 'not-a-day') as CalendarDate | null;
    let isUnderstood = each?.unclear !== true;
    const saidOf = (track: TrackName): SaidTrack => {
      const own = each === null ? text : each[track];
      if (!about.includes(track)) {
        // 「签章未领」 in the column of the CA.
        if (each !== null && own !== null && own !== each[track === 'ca' ? 'seal' : 'ca'])
          isUnderstood = false;
        return {};
      }
      if (own === null) return {};
      const state = own === '' ? null : this.known.state(own);
      if (own !== '' && state === null) isUnderstood = false;
      // 「已领取（2026-11-26）」 says when, where no column does; of 「预计9月20日领取」 the day is no state's.
      const inside = state === null ? null : this.known.day(DAY_INSIDE.exec(own)?.[0] ?? '');
      const day = own !== '' && state === null ? null : (given ?? inside);
      const { paper, scan } = this.known.forms(own);
      return {
        ...(state === null ? {} : { state }),
        ...(day === null ? {} : { on: day }),
        ...(paper && { paper }),
        ...(scan && { scan }),
      };
    };
    const said = { ca: saidOf('ca'), seal: saidOf('seal') };
    if (!isUnderstood) this.refuse('not-a-state', stateColumn, text);
    return said;
  }

  private form(column: 'paper' | 'scan'): SaidTrack {
    const answer = this.choice(column, yesIn, 'not-yes-or-no');
    return answer === null ? {} : { [column]: answer };
  }

  private hasUnreadable(): boolean {
    return this.mapping.some((_, at) => this.unreadable.has(`${this.line}/${at}`));
  }

  private noteUnreadable(): void {
    for (const [at, column] of this.mapping.entries()) {
      if (column === null) continue;
      const text = (this.row[at] ?? '').trim();
      if (text.includes(DAMAGED_SIGN)) this.refuse('damaged-text', column, text);
      if (text.startsWith('#') && ERROR_TEXT.test(text)) this.refuse('error-value', column, text);
    }
    if (this.unreadable.size === 0) return;
    for (const [at, column] of this.mapping.entries()) {
      const why = column === null ? undefined : this.unreadable.get(`${this.line}/${at}`);
      if (why) this.refuse(why, column, '');
    }
  }

  private leaveOut(kind: ProblemKind, value: string): null {
    this.note(kind, true, null, value);
    return null;
  }

  private refuse(kind: ProblemKind, column: Column | null, value: string): null {
    this.note(kind, false, column, value);
    return null;
  }

  private note(kind: ProblemKind, wholeRow: boolean, column: Column | null, value: string): void {
    const refusal = refuseText(value);
    // A row's first cell may be anything; a damaged code or a wrong number is digits, and no PIN.
    const isSecret = refusal === 'pin' ? wholeRow : refusal !== null;
    const shown = SECRET.includes(kind) || isSecret ? null : value.slice(0, SHOWN_VALUE);
    this.problems.push({ line: this.line, kind, wholeRow, column, value: shown });
  }
}
