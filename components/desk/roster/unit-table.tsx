/** The roster's rows. Only those in sight are in the document; one stop of the Tab key, arrows move inside. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useSpeech } from '@/components/ui/language';
import type { Track, UnitRow } from '@/lib/desk/roster/model';
import type { ShownRow, ShownRows } from '@/lib/desk/roster/shown-rows';
import { formatDay } from '@/lib/locale/dates';
import { stateName, stateTone } from './labels';

export interface UnitTableProps {
  readonly shown: ShownRows;
  readonly units: readonly UnitRow[];
  readonly selected: ReadonlySet<string>;
  /** Position among the units, or -1. */
  readonly active: number;
  readonly onActive: (at: number) => void;
  readonly onSelect: (ids: ReadonlySet<string>) => void;
  /** Selects these units and no others. */
  readonly onChoose: (units: readonly UnitRow[]) => void;
  readonly onOpen: (unit: UnitRow) => void;
}

const ROW_HEIGHT = 40;
const HEAD_HEIGHT = 36;
const PAGE = 12;
/** So many rows are one to the virtualizer: it measures each there is, and a hundred thousand would hold the page. */
const BLOCK = 10;
const COLUMNS = 5;

export function UnitTable(props: UnitTableProps) {
  const { shown, units, selected, active } = props;
  const { t } = useSpeech();
  const scroller = useRef<HTMLDivElement>(null);
  const anchor = useRef(-1);
  // Row heights follow the reader's font size, as `--px` does.
  const rowHeight = ROW_HEIGHT * rowScale();
  const virtualizer = useVirtualizer({
    count: Math.ceil(shown.length / BLOCK),
    getScrollElement: () => scroller.current,
    estimateSize: (block) => Math.min(BLOCK, shown.length - block * BLOCK) * rowHeight,
    overscan: 1,
  });
  useEffect(() => {
    if (active < 0 || !scroller.current) return;
    const { scrollTop, clientHeight } = scroller.current;
    const top = shown.indexOf(active) * rowHeight;
    // The heading stays above the rows.
    const lowest = top + rowHeight - (clientHeight - HEAD_HEIGHT * rowScale());
    if (top < scrollTop) scroller.current.scrollTop = top;
    else if (lowest > scrollTop) scroller.current.scrollTop = lowest;
  }, [active, shown, rowHeight]);

  const move = (to: number, extend: boolean) => {
    const at = Math.max(0, Math.min(units.length - 1, to));
    if (extend) {
      if (anchor.current < 0) anchor.current = Math.max(0, active);
      const [from, until] = [Math.min(anchor.current, at), Math.max(anchor.current, at)];
      props.onChoose(units.slice(from, until + 1));
    } else anchor.current = -1;
    props.onActive(at);
  };
  const toggle = (unit: UnitRow) => {
    const next = new Set(selected);
    if (!next.delete(unit.id)) next.add(unit.id);
    props.onSelect(next);
  };
  const press = (event: KeyboardEvent) => {
    const unit = units[active];
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + PAGE,
      PageUp: active - PAGE,
      Home: 0,
      End: units.length - 1,
    };
    const to = steps[event.key];
    if (to !== undefined) move(to, event.shiftKey);
    else if (event.key === ' ' && unit) toggle(unit);
    else if (event.key === 'Enter' && unit) props.onOpen(unit);
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) props.onChoose(units);
    else if (event.key === 'Escape' && selected.size > 0) props.onSelect(new Set());
    else return;
    event.preventDefault();
  };
  const blocks = virtualizer.getVirtualItems();
  const first = (blocks[0]?.index ?? 0) * BLOCK;
  const end = Math.min(shown.length, ((blocks.at(-1)?.index ?? -1) + 1) * BLOCK);
  const above = blocks[0]?.start ?? 0;
  const below = virtualizer.getTotalSize() - (blocks.at(-1)?.end ?? 0);
  return (
    <div className="roster-scroller" ref={scroller} data-part="roster-scroller">
      <table
        className="roster-grid"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrows move in it, so it is a grid.
        role="grid"
        aria-label={t('roster.title')}
        aria-multiselectable="true"
        aria-rowcount={shown.length + 1}
        data-part="roster-grid"
        tabIndex={0}
        onKeyDown={press}
        onFocus={(event) => {
          if (event.target === event.currentTarget && active < 0) props.onActive(0);
        }}
        {...(units[active] && { 'aria-activedescendant': rowId(units[active]) })}
      >
        <HeadRow />
        <tbody>
          <Spacer height={above} />
          {Array.from({ length: Math.max(0, end - first) }, (_, each) => {
            const index = first + each;
            const row = shown.at(index);
            if (!row) return null;
            return row.kind === 'group' ? (
              <GroupRow key={index} row={row} index={index} />
            ) : (
              <UnitLine
                key={index}
                unit={row.unit}
                index={index}
                isActive={row.at === active}
                isSelected={selected.has(row.unit.id)}
                onPress={() => {
                  anchor.current = -1;
                  props.onActive(row.at);
                }}
                onToggle={() => toggle(row.unit)}
                onOpen={() => props.onOpen(row.unit)}
              />
            );
          })}
          <Spacer height={below} />
        </tbody>
      </table>
    </div>
  );
}

/** Stands for the rows that are not in sight. */
function Spacer({ height }: { readonly height: number }) {
  if (height <= 0) return null;
  return (
    <tr className="roster-spacer">
      <td colSpan={COLUMNS} style={{ height }} />
    </tr>
  );
}

const rowId = ({ id }: UnitRow) => `unit-${id}`;

function rowScale(): number {
  const root = document.documentElement;
  const size = Number.parseFloat(getComputedStyle(root).fontSize) || 16;
  return (size / 16) * (root.hasAttribute('data-large-type') ? 1.25 : 1);
}

function HeadRow() {
  const { t } = useSpeech();
  return (
    <thead>
      <tr className="roster-row--head" aria-rowindex={1}>
        <th scope="col" className="roster-cell--check">
          <span className="visually-hidden">{t('roster.keys.select')}</span>
        </th>
        {(['name', 'code', 'caState', 'sealState'] as const).map((column) => (
          <th key={column} scope="col" className={`roster-cell--${column}`}>
            {t(`roster.column.${column}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function GroupRow(props: { readonly row: Extract<ShownRow, { kind: 'group' }>; readonly index: number }) {
  const { t } = useSpeech();
  const { name, count, done } = props.row;
  return (
    <tr className="roster-row roster-row--group" aria-rowindex={props.index + 2}>
      <th scope="rowgroup" colSpan={COLUMNS}>
        {name || t('roster.none')} <span className="fine">{t('roster.groupCount', { count, done })}</span>
      </th>
    </tr>
  );
}

function UnitLine(props: {
  readonly unit: UnitRow;
  readonly index: number;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly onPress: () => void;
  readonly onToggle: () => void;
  readonly onOpen: () => void;
}) {
  const { unit, isActive, isSelected } = props;
  return (
    <tr
      id={rowId(unit)}
      className={`roster-row${isActive ? ' is-active' : ''}${isSelected ? ' is-selected' : ''}`}
      aria-rowindex={props.index + 2}
      aria-selected={isSelected}
      data-unit={unit.id}
      onClick={props.onPress}
      onDoubleClick={props.onOpen}
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Space in the grid does the same. */}
      <td
        className="roster-cell--check"
        onClick={(event) => {
          event.stopPropagation();
          props.onPress();
          props.onToggle();
        }}
      >
        <span className="roster-check" aria-hidden="true">
          {isSelected ? '✓' : ''}
        </span>
      </td>
      <td className="roster-cell--name" title={unit.name}>
        {unit.name}
      </td>
      <td className="roster-cell--code">{unit.code}</td>
      <StateCell track={unit.ca} className="roster-cell--caState" />
      <StateCell track={unit.seal} className="roster-cell--sealState" />
    </tr>
  );
}

function StateCell(props: { readonly track: Track; readonly className: string }) {
  const { t, language } = useSpeech();
  const { state, dates } = props.track;
  const day = dates[state];
  return (
    <td className={props.className}>
      <span className={`state-chip state-chip--${stateTone(state)}`}>{stateName(state, t)}</span>
      {day && <span className="fine"> {formatDay(day, language)}</span>}
    </td>
  );
}
