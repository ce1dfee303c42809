/** Runs in a page of the extension: the desk's own code over its own database, and Dexie alone beside it. */
import { Dexie } from 'dexie';
import type { Moment } from '@/lib/desk/roster/change-unit';
import { SearchIndex } from '@/lib/desk/roster/find-units';
import { findHeading } from '@/lib/desk/roster/mapping';
import { type UnitRow, WHOLE_ROSTER } from '@/lib/desk/roster/model';
import { editOfPlan, planImport } from '@/lib/desk/roster/plan-import';
import { readText } from '@/lib/desk/roster/read-text';
import { readUnits } from '@/lib/desk/roster/read-units';
import { ShownRows } from '@/lib/desk/roster/shown-rows';
import { openStore } from '@/lib/store/open';

const MOMENT: Moment = { at: '2023-09-20T02:00:00.000Z', today: '2023-09-20', by: 'import' };
const PLACES = ['天宁', '钟楼', '新北', '武进', '金坛', '溧阳', '经开'];
const KINDS = [
  '中学',
  '小学',
  '卫生院',
  '管理站',
  '服务中心',
  '街道办事处',
  '图书馆',
  '养老院',
  '行政审批局',
];
const STATES = [
  '未报',
  '已报（纸质、扫描件）',
  '退回补正',
  '已转服务商',
  '待领',
  '已领',
  '已解绑',
  '已绑定',
  '已试登录',
];

/** A list as a bureau has it. */
export function makeText(count: number): string {
  const lines = ['单位名称,单位编码,主管预算单位,联系人,联系电话,数量,CA状态,签章状态,备注'];
  for (let at = 0; at < count; at += 1) {
    const place = PLACES[at % PLACES.length];
    const kind = KINDS[at % KINDS.length];
    lines.push(
      `常州市${place}区第${at}${kind},${100000 + at},${place}区${KINDS[(at * 7) % 9]}主管部门${at % 60},王老师,0519-${80000000 + at},${(at % 5) + 1},${STATES[at % 9]},${STATES[(at * 5) % 9]},第${at}行`,
    );
  }
  return lines.join('\n');
}

export interface ImportTimes {
  /** Milliseconds: text into rows, rows into an edit, the edit into the database. */
  readonly read: number;
  readonly plan: number;
  readonly write: number;
}

/** Imports as the wizard does, and leaves the roster there. */
export async function importText(text: string): Promise<ImportTimes> {
  const store = await openStore('real');
  const start = performance.now();
  const table = readText(text);
  const { units } = readUnits(table, { ...findHeading(table), carrySupervisingUnit: false });
  const read = performance.now();
  const plan = planImport([], units, 'roster', MOMENT);
  let id = 0;
  const edit = editOfPlan(
    plan,
    { backwards: false, renames: false },
    { id: 'bench', label: '' },
    MOMENT,
    () => `bench-${++id}`,
  );
  const planned = performance.now();
  const outcome = await store.roster.apply(edit, 0);
  const written = performance.now();
  store.close();
  if (!outcome.ok || edit.added.length === 0) throw new Error('bench: nothing was imported');
  return { read: read - start, plan: planned - read, write: written - planned };
}

/** The same rows by Dexie alone, with the same keys and durability. */
export async function insertRaw(): Promise<number> {
  const store = await openStore('real');
  const { units } = await store.roster.list();
  store.close();
  const name = `raw-${performance.now()}`;
  const database = new Dexie(name, { chromeTransactionDurability: 'strict', cache: 'disabled' });
  database.version(1).stores({ units: 'id, change' });
  await database.open();
  const start = performance.now();
  await database.table('units').bulkAdd(units as UnitRow[]);
  const taken = performance.now() - start;
  if ((await database.table('units').count()) !== units.length) throw new Error('bench: rows are missing');
  await database.delete();
  return taken;
}

export async function erase(): Promise<void> {
  await Dexie.delete('rebind');
}

const SEARCHES = ['武进', 'wjqzx', 'x', '第9999', '王老师 图书馆', '0519-80054321', 'czs fwzx', '没有这个'];

/** Milliseconds of each search, the slowest of its rounds left out; the first, which makes the index, apart. */
export async function search(): Promise<{ first: number; each: Record<string, number>; found: number }> {
  const store = await openStore('real');
  const { units } = await store.roster.list();
  store.close();
  const index = new SearchIndex();
  const run = (text: string) => {
    const start = performance.now();
    const found = index.find(units, { ...WHOLE_ROSTER, search: text });
    new ShownRows(found, true);
    return { taken: performance.now() - start, count: found.rows.length };
  };
  const first = run('武').taken;
  const each: Record<string, number> = {};
  let found = 0;
  for (const text of SEARCHES) {
    const rounds = [0, 1, 2, 3, 4, 5, 6].map(() => run(text));
    found += rounds[0]?.count ?? 0;
    each[text] = rounds.map(({ taken }) => taken).sort((a, b) => a - b)[3] ?? 0;
  }
  return { first, each, found };
}
