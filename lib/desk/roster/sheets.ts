/** What leaves the roster as a workbook: the report, all units, a list of problems; as plain cells, in slices. */
import { keyPart } from '@/lib/locale/key-part';
import type { Translate } from '@/lib/locale/translate';
import { columnName } from './column-names';
import { type Track, UNIT_FIELDS, type UnitRow } from './model';
import type { ImportPlan } from './plan-import';
import type { Problem } from './read-units';
import type { Report, ReportLine } from './report';
import { ROWS_A_SLICE, type Sliced } from './slices';

export type Cell = string | number | null;
export type Row = readonly Cell[];

export interface PlainSheet {
  readonly name: string;
  /** The first row is the heading. */
  readonly rows: readonly Row[];
  /** In characters. */
  readonly widths: readonly number[];
}

/** Rows made one by one, with a rest every so often. */
function* rowsOf<T>(items: Iterable<T>, count: number, make: (item: T) => Row): Sliced<Row[]> {
  const rows: Row[] = [];
  for (const item of items) {
    if (rows.length % ROWS_A_SLICE === 0) yield rows.length / count;
    rows.push(make(item));
  }
  return rows;
}

/** The report: one sheet of figures, one of the unfinished units, by supervising unit. */
export function* reportSheets({ lines, total }: Report, day: string, t: Translate): Sliced<PlainSheet[]> {
  const nameOf = (line: ReportLine) => line.supervisingUnit || t('roster.none');
  const figures = (name: string, line: ReportLine): Cell[] => [
    name,
    line.units,
    line.filed,
    line.collected,
    line.bound,
    `${line.rate}%`,
    line.unfinished.length,
  ];
  const heading = [
    t('roster.report.supervisingUnit'),
    t('roster.report.units'),
    t('roster.report.filed'),
    t('roster.report.collected'),
    t('roster.report.bound'),
    t('roster.report.rate'),
    t('roster.report.unfinished'),
  ];
  const open = lines.flatMap((line) => line.unfinished.map((unit) => ({ name: nameOf(line), unit })));
  const unfinished = yield* rowsOf(open, open.length, ({ name, unit }) => [
    name,
    unit.name,
    unit.code,
    stateOf(unit.ca, t),
    stateOf(unit.seal, t),
  ]);
  return [
    {
      name: t('roster.report.sheetSummary'),
      widths: [32, 10, 10, 10, 10, 10, 12],
      rows: [
        heading,
        ...lines.map((line) => figures(nameOf(line), line)),
        figures(t('roster.report.total'), total),
        [t('roster.report.rule')],
        [t('roster.report.madeOn', { date: day })],
      ],
    },
    {
      name: t('roster.report.sheetUnfinished'),
      widths: [32, 32, 22, 14, 14],
      rows: [
        [
          t('roster.report.supervisingUnit'),
          t('roster.column.name'),
          t('roster.column.code'),
          t('roster.column.caState'),
          t('roster.column.sealState'),
        ],
        ...unfinished,
      ],
    },
  ];
}

const stateOf = (track: Track, t: Translate) => t(`roster.state.${keyPart(track.state)}`);

function trackText(track: Track, t: Translate): string {
  const forms = [track.paper && t('roster.paper'), track.scan && t('roster.scan')].filter(Boolean);
  const state = stateOf(track, t);
  return forms.length === 0 ? state : `${state}（${forms.join('、')}）`;
}

/** The whole roster, in columns that an import knows again. */
export function* rosterSheets(units: readonly UnitRow[], t: Translate): Sliced<PlainSheet[]> {
  const heading = [
    ...UNIT_FIELDS.flatMap((field): string[] => {
      if (field === 'ca') return [t('roster.column.caState'), t('roster.column.caDate')];
      if (field === 'seal') return [t('roster.column.sealState'), t('roster.column.sealDate')];
      return [t(`roster.column.${field}`)];
    }),
  ];
  const cellsOf = (unit: UnitRow): Cell[] =>
    UNIT_FIELDS.flatMap((field): Cell[] => {
      if (field === 'ca' || field === 'seal') {
        const track = unit[field];
        return [trackText(track, t), track.dates[track.state] ?? null];
      }
      if (field === 'audience') return [unit.audience && t(`roster.audience.${keyPart(unit.audience)}`)];
      if (field === 'level') return [unit.level && t(`roster.level.${unit.level}`)];
      return [unit[field]];
    });
  const rows = yield* rowsOf(units, units.length, cellsOf);
  return [
    {
      name: t('roster.report.sheetAll'),
      widths: heading.map((_, at) => (at === 0 || at === 2 ? 32 : 18)),
      rows: [heading, ...rows],
    },
  ];
}

/** All that an import leaves out or joins, by line. */
export function* problemSheets(
  problems: readonly Problem[],
  merged: ImportPlan['merged'],
  t: Translate,
): Sliced<PlainSheet[]> {
  const found = yield* rowsOf(problems, problems.length, ({ line, kind, column, value }) => [
    line,
    column === null ? null : columnName(column, t),
    t(`roster.problem.${keyPart(kind)}`),
    value,
  ]);
  const joined = yield* rowsOf(merged, merged.length, ({ line, into, left }) => [
    line,
    null,
    t('roster.import.mergedInto', { line, into }),
    left.map(({ field, to }) => `${t(`roster.field.${field}`)} ${to ?? ''}`).join('；') || null,
  ]);
  const rows = [...found, ...joined].sort(([one], [other]) => Number(one) - Number(other));
  return [
    {
      name: t('roster.report.sheetProblems'),
      widths: [8, 18, 40, 60],
      rows: [
        [
          t('roster.import.lineHead'),
          t('roster.import.columnHead'),
          t('roster.import.reasonHead'),
          t('roster.import.valueHead'),
        ],
        ...rows,
      ],
    },
  ];
}
