/** Whose duty is what, for a 催办单: the supervising unit's own, its units', and those of both. Pure. */
import type { CalendarDate } from '@/lib/notice/calendar';
import { explain } from '@/lib/notice/explain';
import type { Audience, Level, ObligationAnswer } from '@/lib/notice/explanation';
import type { NoticePack } from '@/lib/notice/model';
import type { ReportLine } from './report';

const SUPERVISING = 'supervising-budget-unit';

export interface DutyGroup {
  /** `all`: the supervising unit and each kind of its units. */
  readonly whose: 'all' | Audience;
  readonly duties: readonly ObligationAnswer[];
}

export interface Duties {
  /** The supervising unit's own first, then its units', then what all have to do. Empty groups are left out. */
  readonly groups: readonly DutyGroup[];
  /** There were duties, and on this day none of them matters any more (design.md §3.6). */
  readonly allPast: boolean;
}

/** Who a reminder speaks of: the supervising unit it goes to, where there is one, and the kinds of the unfinished units. */
export function audiencesOf({ supervisingUnit, unfinished }: ReportLine): readonly Audience[] {
  // Who is in nobody's list as something else is a budget unit: that is what a supervising unit has.
  const own = new Set(unfinished.map(({ audience }) => audience ?? 'budget-unit'));
  own.delete(SUPERVISING);
  return supervisingUnit === '' ? [...own] : [SUPERVISING, ...own];
}

/** The level that all unfinished units say; undefined: not known, and the notice's answers give both. */
export function levelOf({ unfinished }: ReportLine): Level | undefined {
  const levels = new Set(unfinished.map(({ level }) => level));
  const [only] = levels;
  return levels.size === 1 ? (only ?? undefined) : undefined;
}

/** What the notice asks of them on a day. What is only for who needs it is left out. */
export function dutiesOf(pack: NoticePack, line: ReportLine, today: CalendarDate): Duties {
  const level = levelOf(line);
  const parties = audiencesOf(line).map((audience) => {
    const { obligations } = explain(pack, { today, audience, level });
    return { audience, duties: obligations.filter(({ optional }) => !optional) };
  });
  const asked = parties.flatMap(({ duties }) => duties);
  const isOpen = ({ state }: ObligationAnswer) => state !== 'past';
  const isOfAll = ({ id }: ObligationAnswer) =>
    parties.length > 1 && parties.every(({ duties }) => duties.some((each) => each.id === id));
  const groups: DutyGroup[] = parties.map(({ audience, duties }) => ({
    whose: audience,
    duties: duties.filter((each) => isOpen(each) && !isOfAll(each)),
  }));
  const shared = parties[0]?.duties.filter((each) => isOpen(each) && isOfAll(each)) ?? [];
  return {
    groups: [...groups, { whose: 'all' as const, duties: shared }].filter(({ duties }) => duties.length > 0),
    allPast: asked.length > 0 && !asked.some(isOpen),
  };
}
