/** Daily lists by the whole way they go: read, told of which certificate they are, matched to a roster as updates. */
import { expect, it } from 'vitest';
import { ofOneCertificate } from './about-one';
import { addUnit, type Moment, unitOf } from './change-unit';
import { findHeading } from './mapping';
import { TRACKS, type UnitRow } from './model';
import { editOfPlan, planImport } from './plan-import';
import { readList } from './read-list';
import { looksCarried, readUnits } from './read-units';
import { DAILY_LISTS } from './testing/daily-lists';

const AT: Moment = { at: '2026-11-28T02:00:00.000Z', today: '2026-11-28', by: 'update' };
const NAMES = ['示例市第一中学', '示例市第二中学', '示例市人民医院', '示例市公路管理站'];
/** Each has its CA at the vendor's and its seal not filed. */
const ROSTER = NAMES.map((name, at): UnitRow => {
  const code = String(101001 + at);
  const facts = unitOf({ line: at, name, code, contact: '王老师', ca: { state: 'forwarded' }, seal: {} });
  return { ...addUnit(code, facts, AT), change: 1, stamp: 1 };
});

async function doneBy(lines: readonly string[]) {
  const list = await readList({ label: '', from: lines.join('\n'), encoding: null, separator: null });
  const [table] = list.sheets;
  if (!table) throw new Error('no table');
  const heading = ofOneCertificate(findHeading(table), table, '');
  const carrySupervisingUnit = looksCarried(table, heading);
  const { units, problems } = readUnits(table, { ...heading, carrySupervisingUnit, today: AT.today });
  const plan = planImport(ROSTER, units, 'updates', AT);
  const choice = { backwards: false, renames: false };
  const { changed } = editOfPlan(plan, choice, { id: 'e', label: '' }, AT, () => 'n');
  const said = changed.flatMap(({ before, after }) =>
    TRACKS.filter((track) => after[track].state !== before[track].state).map((track) => {
      const { state, dates } = after[track];
      return `${after.code} ${track} ${state} ${dates[state] ?? ''}`;
    }),
  );
  return { said, told: [...problems, ...plan.problems].map(({ line, kind }) => `${line} ${kind}`) };
}

it.each(DAILY_LISTS.map((list) => [list.title, list] as const))('%s', async (_, { lines, said, told }) => {
  expect(await doneBy(lines)).toEqual({ said, told });
});

it('a second list below is of the certificate that its title names; another page of the same list is of the first’s', async () => {
  const lower = (title: string) => [
    '一、CA证书办理情况,,,',
    '单位编码,单位名称,已报,已领',
    '101001,示例市第一中学,√,√',
    `${title},,,`,
    '单位编码,单位名称,已报,已领',
    '101002,示例市第二中学,√,√',
  ];
  const first = '101001 ca collected 2026-11-28';
  expect((await doneBy(lower('二、电子签章办理情况'))).said).toEqual([
    first,
    '101002 seal collected 2026-11-28',
  ]);
  expect((await doneBy(lower('第2页'))).said).toEqual([first, '101002 ca collected 2026-11-28']);
});

it('lines that name units and nothing of the way are no message of states', async () => {
  const { said, told } = await doneBy(['示例市审核中心', '示例市制证中心', '示例市第一中学 已领']);
  expect(said).toEqual([]);
  expect(told).toHaveLength(3);
});
