/** What a vendor's or a clerk's daily list does to a roster of four units, by the whole way it goes. */
import { ofOneCertificate } from '@/lib/desk/roster/about-one';
import { addUnit, type Moment, unitOf } from '@/lib/desk/roster/change-unit';
import { findHeading } from '@/lib/desk/roster/mapping';
import { TRACKS, type UnitRow } from '@/lib/desk/roster/model';
import { editOfPlan, planImport } from '@/lib/desk/roster/plan-import';
import { readList } from '@/lib/desk/roster/read-list';
import { looksCarried, readUnits } from '@/lib/desk/roster/read-units';

export const NAMES = ['示例市第一中学', '示例市第二中学', '示例市人民医院', '示例市公路管理站'];
const CHOICE = { backwards: false, renames: false };

/** Each has its CA at the vendor's and its seal not filed. */
const rosterOn = (at: Moment) =>
  NAMES.map((name, line): UnitRow => {
    const code = String(101001 + line);
    const facts = unitOf({ line, name, code, contact: '王老师', ca: { state: 'forwarded' }, seal: {} });
    return { ...addUnit(code, facts, at), change: 1, stamp: 1 };
  });

/**
 * What the list does when nothing more is asked for, what it is told to leave out, and whose units it changes.
 *
 * @param today a calendar date in Shanghai
 */
export async function doneBy(lines: readonly string[], today: string) {
  const at: Moment = { at: `${today}T02:00:00.000Z`, today, by: 'update' };
  const list = await readList({ label: '', from: lines.join('\n'), encoding: null, separator: null });
  const [table] = list.sheets;
  if (!table) throw new Error('no table');
  const heading = ofOneCertificate(findHeading(table), table, '');
  const carrySupervisingUnit = looksCarried(table, heading);
  const { units, problems } = readUnits(table, { ...heading, carrySupervisingUnit, today });
  const plan = planImport(rosterOn(at), units, 'updates', at);
  const { changed } = editOfPlan(plan, CHOICE, { id: 'e', label: '' }, at, () => 'n');
  const said = changed.flatMap(({ before, after }) =>
    TRACKS.filter((track) => after[track].state !== before[track].state).map((track) => {
      const { state, dates } = after[track];
      return `${after.code} ${track} ${state} ${dates[state] ?? ''}`;
    }),
  );
  return {
    said,
    told: [...problems, ...plan.problems].map(({ line, kind }) => `${line} ${kind}`),
    names: changed.map(({ after }) => after.name),
  };
}
