/** Writes `.xlsx`: the report, the roster, a list of problems. Every text passes `neutralCell`. */
import writeWorkbookFile, { type SheetData } from 'write-excel-file/universal';
import { keyPart } from '@/lib/locale/key-part';
import type { Translate } from '@/lib/locale/translate';
import { type Track, UNIT_FIELDS, type UnitRow } from './model';
import { neutralCell } from './neutral-cell';
import type { ImportPlan } from './plan-import';
import type { Problem } from './read-units';
import type { ReportLine } from './report';

/** Names of sheets: 31 signs at most, and none of these (Excel). */
const sheetName = (text: string) => text.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);

type Cell = string | number | null;

interface PlainSheet {
  readonly name: string;
  /** The first row is the heading. */
  readonly rows: readonly (readonly Cell[])[];
  /** In characters. */
  readonly widths: readonly number[];
}

async function write(sheets: readonly PlainSheet[]): Promise<Blob> {
  const made = sheets.map(({ name, rows, widths }) => ({
    sheet: sheetName(name),
    stickyRowsCount: 1,
    columns: widths.map((width) => ({ width })),
    data: rows.map((row, at) =>
      row.map((cell) => {
        if (cell === null) return null;
        if (typeof cell === 'number') return { value: cell, type: Number };
        const value = neutralCell(cell);
        return at === 0 ? { value, type: String, fontWeight: 'bold' as const } : { value, type: String };
      }),
    ) as SheetData,
  }));
  return writeWorkbookFile(made).toBlob();
}

/** The report: one sheet of figures, one of the unfinished units, by supervising unit. */
export function writeReport(
  { lines, total }: { readonly lines: readonly ReportLine[]; readonly total: ReportLine },
  day: string,
  t: Translate,
): Promise<Blob> {
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
  return write([
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
        ...lines.flatMap((line) =>
          line.unfinished.map(({ name, code, ca, seal }) => [
            nameOf(line),
            name,
            code,
            stateOf(ca, t),
            stateOf(seal, t),
          ]),
        ),
      ],
    },
  ]);
}

const stateOf = (track: Track, t: Translate) => t(`roster.state.${keyPart(track.state)}`);

function trackText(track: Track, t: Translate): string {
  const forms = [track.paper && t('roster.paper'), track.scan && t('roster.scan')].filter(Boolean);
  const state = stateOf(track, t);
  return forms.length === 0 ? state : `${state}（${forms.join('、')}）`;
}

/** The whole roster, in columns that an import knows again. */
export function writeRoster(units: readonly UnitRow[], t: Translate): Promise<Blob> {
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
  return write([
    {
      name: t('roster.report.sheetAll'),
      widths: heading.map((_, at) => (at === 0 || at === 2 ? 32 : 18)),
      rows: [heading, ...units.map(cellsOf)],
    },
  ]);
}

/** All that an import leaves out or joins, by line. */
export function writeProblems(
  problems: readonly Problem[],
  merged: ImportPlan['merged'],
  t: Translate,
): Promise<Blob> {
  const rows: { line: number; cells: Cell[] }[] = [
    ...problems.map(({ line, kind, column, value }) => ({
      line,
      cells: [
        line,
        column === null ? null : t(`roster.column.${column}`),
        t(`roster.problem.${keyPart(kind)}`),
        value,
      ],
    })),
    ...merged.map(({ line, into, left }) => ({
      line,
      cells: [
        line,
        null,
        t('roster.import.mergedInto', { line, into }),
        left.map(({ field, to }) => `${t(`roster.field.${field}`)} ${to ?? ''}`).join('；') || null,
      ],
    })),
  ];
  rows.sort((one, other) => one.line - other.line);
  return write([
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
        ...rows.map(({ cells }) => cells),
      ],
    },
  ]);
}
