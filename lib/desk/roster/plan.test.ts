import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rounds } from '@/lib/notice/testing/rounds';
import { applyBatch, editOfBatch } from './batch';
import { addUnit, changeUnit, type Moment, stateAfter, unitOf } from './change-unit';
import { SearchIndex } from './find-units';
import { MOST_UNIT_EVENTS, TRACK_STATES, type TrackState, type UnitRow, WHOLE_ROSTER } from './model';
import { neutralCell } from './neutral-cell';
import {
  countDone,
  editOfPlan,
  type ImportChoice,
  type ImportMode,
  joinedUnderOtherNames,
  planImport,
} from './plan-import';
import type { ReadUnit } from './read-units';
import { hasReached, makeReport, paceOf } from './report';
import { ShownRows } from './shown-rows';

const AT: Moment = { at: '2023-09-20T02:00:00.000Z', today: '2023-09-20', by: 'import' };
const reading = (line: number, more: Partial<ReadUnit>): ReadUnit => ({ line, ca: {}, seal: {}, ...more });

let count = 0;
function unit(more: Partial<ReadUnit>): UnitRow {
  count += 1;
  return { ...addUnit(`u${count}`, unitOf(reading(count, more)), AT), change: 1, stamp: 1 };
}
const plan = (roster: readonly UnitRow[], lines: readonly ReadUnit[], mode: ImportMode = 'roster') =>
  planImport(roster, lines, mode, AT);

function edit(
  roster: readonly UnitRow[],
  lines: readonly ReadUnit[],
  mode: ImportMode,
  asked: Partial<ImportChoice> = {},
) {
  let id = 0;
  return editOfPlan(
    plan(roster, lines, mode),
    { backwards: false, renames: false, ...asked },
    { id: 'e', label: '' },
    AT,
    () => `n${++id}`,
  );
}

describe('an import', () => {
  it('joins rows of one unit by code or by name, and tells what it did not take', () => {
    const joined = plan(
      [],
      [
        reading(2, { name: '市一中', code: '001', contact: '甲' }),
        reading(3, { name: '市 一 中', phone: '0519-1234567', ca: { state: 'collected' } }),
        reading(4, { name: '第一中学', code: '001', contact: '乙' }),
        reading(5, { name: '市二中', code: '002' }),
      ],
    );
    const { added, merged } = joined;
    // 「市 一 中」 is the same name.
    expect(joinedUnderOtherNames(joined)).toBe(1);
    expect(added.map(({ facts }) => facts)).toMatchObject([
      { name: '市一中', code: '001', contact: '甲', phone: '0519-1234567', ca: { state: 'collected' } },
      { name: '市二中' },
    ]);
    expect(merged).toMatchObject([
      { line: 3, into: 2, left: [{ field: 'name', to: '市 一 中' }] },
      {
        line: 4,
        into: 2,
        left: [
          { field: 'name', to: '第一中学' },
          { field: 'contact', to: '乙' },
        ],
      },
    ]);
  });

  it('knows a unit by its credit code, with a hyphen in it or without', () => {
    const [dashed, tight] = ['11320400-014109381P', '11320400014109381P'];
    const roster = [unit({ name: '市一中', code: dashed })];
    const { added, changed } = plan(roster, [reading(2, { name: '常州市第一中学', code: tight })]);
    expect(added).toEqual([]);
    expect(changed.map(({ before }) => before.code)).toEqual([dashed]);
    // In a list's own codes a hyphen may tell units apart.
    const own = [unit({ name: '甲', code: '1-01' })];
    expect(plan(own, [reading(2, { name: '乙', code: '10-1' })]).added).toHaveLength(1);
    for (const search of [
      tight,
      dashed,
      '１１３２０４００ ０１４１０９３８１Ｐ',
      '市一中 11320400014109381P',
    ]) {
      expect(new SearchIndex().find(roster, { ...WHOLE_ROSTER, search }).rows).toHaveLength(1);
    }
  });

  it('knows a unit by its name and a code of another shape, and keeps the roster’s', () => {
    const roster = [
      unit({ name: '市一中', code: '0101001' }),
      unit({ name: '市二中', code: '101-002' }),
      unit({ name: '市三中', code: '101003' }),
    ];
    const list = [
      reading(2, { name: '市一中', code: '101001', ca: { state: 'collected' } }),
      reading(3, { name: '市二中', code: '101002', ca: { state: 'collected' } }),
      reading(4, { name: '市三中', code: '999', ca: { state: 'collected' } }),
      reading(5, { name: '市四中', code: '101004' }),
      // The shape alone is no proof.
      reading(6, { code: '0101003', ca: { state: 'collected' } }),
    ];
    const plan = planImport(roster, list, 'updates', AT);
    expect(plan.changed.map(({ facts }) => [facts.name, facts.code, facts.ca.state])).toEqual([
      ['市一中', '0101001', 'collected'],
      ['市二中', '101-002', 'collected'],
    ]);
    expect(plan.problems.map(({ line, kind }) => [line, kind])).toEqual([
      [4, 'other-code'],
      [5, 'not-in-roster'],
      [6, 'not-in-roster'],
    ]);
    const roll = planImport(roster, list.slice(0, 3), 'roster', AT);
    expect([roll.added.length, roll.namesakes, roll.changed.length]).toEqual([1, 1, 2]);
  });

  it('never joins two codes by a name, and lists what fits two units', () => {
    const roster = [unit({ name: '市一中', code: '001' }), unit({ name: '市二中', code: '002' })];
    const twins = [unit({ name: '卫生站', code: '003' }), unit({ name: '卫生站', code: '004' })];
    const { added, problems, changed } = plan(
      [...roster, ...twins],
      [
        reading(2, { name: '市一中', code: '009' }),
        reading(3, { name: '市二中', code: '001' }),
        reading(4, { name: '卫生站' }),
      ],
    );
    expect(added.map(({ facts }) => facts.code)).toEqual(['009']);
    expect(changed).toEqual([]);
    expect(problems.map(({ line, kind }) => [line, kind])).toEqual([
      [3, 'conflict'],
      [4, 'ambiguous'],
    ]);
  });

  it('makes up no day for a state it gives none of', () => {
    const { added } = plan([], [reading(2, { name: '市一中', ca: { state: 'bound' } })]);
    expect(added[0]?.facts.ca).toEqual({ state: 'bound', paper: false, scan: false, dates: {} });
  });
});

describe('updates', () => {
  const known = unit({ name: '市一中', code: '001', contact: '甲', ca: { state: 'collected' } });

  it('change units that are there by what the list says, and add none', () => {
    const lines = [
      reading(2, { code: '001', ca: { state: 'bound' }, contact: null }),
      reading(3, { name: '市九中', ca: { state: 'bound' } }),
    ];
    const { added, changed, problems } = plan([known], lines, 'updates');
    expect(added).toEqual([]);
    expect(problems).toMatchObject([{ line: 3, kind: 'not-in-roster', wholeRow: true }]);
    expect(changed).toMatchObject([
      { differences: [{ field: 'ca', from: 'collected', to: 'bound@2023-09-20', backwards: false }] },
    ]);
    const made = edit([known], lines, 'updates').changed[0]?.after;
    expect(made).toMatchObject({ contact: '甲', ca: { state: 'bound', dates: { bound: '2023-09-20' } } });
    expect(made?.history.at(-1)).toMatchObject({ field: 'ca', from: 'collected', to: 'bound@2023-09-20' });
  });

  it('set a state back only when asked to, and do the rest all the same', () => {
    const lines = [reading(2, { code: '001', phone: '110', ca: { state: 'ready' } })];
    expect(plan([known], lines, 'updates').changed[0]?.differences).toContainEqual(
      expect.objectContaining({ field: 'ca', backwards: true }),
    );
    expect(edit([known], lines, 'updates').changed[0]?.after).toMatchObject({
      phone: '110',
      ca: { state: 'collected' },
    });
    expect(edit([known], lines, 'updates', { backwards: true }).changed[0]?.after.ca.state).toBe('ready');
  });

  it('rename a unit only when asked to: a vendor’s short name is shown, and the roster’s stays', () => {
    const lines = [reading(2, { code: '001', name: '一中', ca: { state: 'bound' } })];
    const made = (asked?: Partial<ImportChoice>) => edit([known], lines, 'updates', asked).changed[0]?.after;
    expect(plan([known], lines, 'updates').changed[0]?.differences).toContainEqual(
      expect.objectContaining({ field: 'name', from: '市一中', to: '一中' }),
    );
    expect(made()).toMatchObject({ name: '市一中', ca: { state: 'bound' } });
    expect(made({ renames: true })?.name).toBe('一中');
    // The bureau's own list says how its units are called.
    expect(edit([known], lines, 'roster').changed[0]?.after.name).toBe('一中');
    // Nothing but the name: nothing is done, and nothing is offered.
    const alone = [reading(2, { code: '001', name: '一中' })];
    const none = { backwards: false, renames: false };
    expect(edit([known], alone, 'updates').changed).toEqual([]);
    expect(countDone(plan([known], alone, 'updates'), none)).toBe(0);
    expect(countDone(plan([known], alone, 'updates'), { ...none, renames: true })).toBe(1);
    expect(countDone(plan([known], lines, 'updates'), none)).toBe(1);
  });

  it('that tell of a filing after one was sent back are no step back: it was filed anew', () => {
    const sentBack = unit({ name: '市二中', code: '002', ca: { state: 'returned' } });
    const lines = [reading(2, { code: '002', ca: { state: 'filed' } })];
    expect(plan([sentBack], lines, 'updates').changed[0]?.differences).toMatchObject([
      { field: 'ca', backwards: false },
    ]);
    expect(edit([sentBack], lines, 'updates').changed[0]?.after.ca.state).toBe('filed');
  });

  it('done a second time change nothing', () => {
    const state = fc.constantFrom(...TRACK_STATES);
    const line = fc.record({ code: fc.constantFrom('001', '002', '003'), ca: state, seal: state });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const roster = ['001', '002', '003'].map((code) => unit({ name: `单位${code}`, code }));
        const list = lines.map(({ code, ca, seal }, at) =>
          reading(at + 1, { code, ca: { state: ca }, seal: { state: seal } }),
        );
        const { changed } = edit(roster, list, 'updates', { backwards: true });
        const after = roster.map((row): UnitRow => {
          const found = changed.find(({ before }) => before.id === row.id);
          return found ? { ...found.after, change: 2, stamp: 2 } : row;
        });
        expect(plan(after, list, 'updates').changed).toEqual([]);
      }),
      rounds(200),
    );
  });
});

describe('a change of many', () => {
  it('says in each history what it was, and leaves out those it leaves alone', () => {
    const rows = [unit({ name: '甲' }), unit({ name: '乙', ca: { state: 'filed' } })];
    const made = editOfBatch(
      rows,
      { ca: { state: 'filed', on: '2023-09-04' } },
      { id: 'b', label: '' },
      {
        ...AT,
        by: 'batch',
      },
    );
    expect(made.changed.map(({ after }) => [after.name, after.ca.dates])).toEqual([
      ['甲', { filed: '2023-09-04' }],
      ['乙', { filed: '2023-09-04' }],
    ]);
    const again = made.changed.map(({ after }) => ({ ...after, change: 2, stamp: 2 }));
    expect(editOfBatch(again, { ca: { state: 'filed' } }, { id: 'c', label: '' }, AT).changed).toEqual([]);
  });

  it('keeps the newest of a long history', () => {
    let row = unit({ name: '甲' });
    for (let at = 0; at < MOST_UNIT_EVENTS + 5; at += 1) {
      const after = changeUnit(row, { ...row, notes: `第${at}次` }, AT);
      if (!after) throw new Error('nothing changed');
      row = { ...after, change: at, stamp: at };
    }
    expect(row.history).toHaveLength(MOST_UNIT_EVENTS);
    expect(row.history.at(-1)?.to).toBe(`第${MOST_UNIT_EVENTS + 4}次`);
  });
});

describe('the next state', () => {
  it('leads through all nine on both tracks, by way of a return, and each change stands in the history', () => {
    let one = addUnit('u', unitOf({ line: 2, name: '示例市第一中学', ca: {}, seal: {} }), AT);
    const seen: string[] = [];
    for (const track of ['ca', 'seal'] as const) {
      let isReturned = false;
      for (;;) {
        const { state } = one[track];
        seen.push(state);
        const next: TrackState | null = state === 'filed' && !isReturned ? 'returned' : stateAfter(state);
        isReturned ||= next === 'returned';
        if (next === null) break;
        const after = changeUnit(one, applyBatch(one, { [track]: { state: next } }, AT), AT);
        if (!after) throw new Error(`nothing changed to ${next}`);
        one = after;
      }
    }
    const way = [
      'not-filed',
      'filed',
      'returned',
      ...TRACK_STATES.filter((each) => each !== 'not-filed' && each !== 'returned'),
    ];
    expect(seen).toEqual([...way, ...way]);
    expect(one.history).toHaveLength(1 + 2 * 9);
    expect(one.history.slice(1, 4).map(({ from, to }) => [from?.split('@')[0], to?.split('@')[0]])).toEqual([
      ['not-filed', 'filed'],
      ['filed', 'returned'],
      ['returned', 'filed'],
    ]);
  });
});

describe('searching', () => {
  const rows = [
    unit({ name: '常州市第一中学', code: '101001', supervisingUnit: '市教育局', phone: '0519-85681829' }),
    unit({ name: '重庆路小学（本部）', supervisingUnit: '市教育局', notes: '要两把' }),
    unit({ name: '长江航运管理站', supervisingUnit: null }),
  ];
  const index = new SearchIndex();
  const found = (search: string) =>
    index.find(rows, { ...WHOLE_ROSTER, search }).rows.map(({ name }) => name);

  it.each([
    ['一中 教育', ['常州市第一中学']],
    ['一中 卫生', []],
    ['第一 教育', ['常州市第一中学']],
    ['czsdyzx', ['常州市第一中学']],
    ['DYZX', ['常州市第一中学']],
    ['cqlxx', ['重庆路小学（本部）']],
    ['zqlxx', ['重庆路小学（本部）']],
    ['cjhy', ['长江航运管理站']],
    ['101001', ['常州市第一中学']],
    ['１０１００１', ['常州市第一中学']],
    ['85681829', ['常州市第一中学']],
    ['(本部)', ['重庆路小学（本部）']],
    ['两把', ['重庆路小学（本部）']],
    ['xyz', []],
    // As it was heard, and in the traditional form.
    ['地一中雪', ['常州市第一中学']],
    ['長江航運', ['长江航运管理站']],
    ['小學 教育', ['重庆路小学（本部）']],
    ['医院', []],
  ])('%s', (search, names) => {
    expect(found(search)).toEqual(names);
  });

  it('sees a unit as it is after a change', () => {
    const [first] = rows;
    if (!first) throw new Error('no row');
    const renamed = { ...first, name: '改了名', change: 9 };
    expect(index.find([renamed], { ...WHOLE_ROSTER, search: 'gl' }).rows).toEqual([renamed]);
  });

  it('groups by supervising unit, those without one last, and counts what is done', () => {
    const shown = new ShownRows(index.find(rows, WHOLE_ROSTER), true);
    const lines = [...Array(shown.length).keys()].map((at) => shown.at(at));
    expect([0, 1, 2].map((at) => shown.indexOf(at))).toEqual([1, 2, 4]);
    expect(shown.at(shown.length)).toBeNull();
    expect(lines.map((row) => (row?.kind === 'group' ? [row.name, row.count] : row?.unit.name))).toEqual([
      ['市教育局', 2],
      '常州市第一中学',
      '重庆路小学（本部）',
      ['', 1],
      '长江航运管理站',
    ]);
  });

  it('finds them in every block of many rows, and groups and counts those it found', () => {
    const many = Array.from({ length: 4_100 }, (_, at) =>
      unit({
        name: `单位${at}${at % 2_050 === 7 ? '幼儿园' : ''}`,
        supervisingUnit: at < 2_050 ? '市教育局' : '市卫健委',
        ...(at === 7 && { ca: { state: 'bound' }, seal: { state: 'login-tried' } }),
      }),
    );
    const found = new SearchIndex().find(many, { ...WHOLE_ROSTER, search: '幼儿园' });
    expect(found.rows.map(({ name }) => name)).toEqual(['单位7幼儿园', '单位2057幼儿园']);
    const shown = new ShownRows(found, true);
    expect([...Array(shown.length).keys()].map((at) => shown.at(at))).toMatchObject([
      { kind: 'group', name: '市教育局', count: 1, done: 1 },
      { kind: 'unit' },
      { kind: 'group', name: '市卫健委', count: 1, done: 0 },
      { kind: 'unit' },
    ]);
  });

  it('sorts by how far a unit is', () => {
    const states: TrackState[] = ['bound', 'not-filed', 'ready'];
    const some = states.map((state) => unit({ name: state, ca: { state } }));
    const view = { ...WHOLE_ROSTER, sort: 'ca' as const, grouped: false };
    expect(index.find(some, view).rows.map(({ name }) => name)).toEqual(['not-filed', 'ready', 'bound']);
    expect(index.find(some, { ...view, descending: true }).rows.map(({ name }) => name)).toEqual([
      'bound',
      'ready',
      'not-filed',
    ]);
  });
});

describe('the report', () => {
  const both = (name: string, state: TrackState, on?: string) =>
    unit({
      name,
      supervisingUnit: '局',
      ca: { state, ...(on && { on }) },
      seal: { state, ...(on && { on }) },
    });

  it('counts a unit when CA and seal have both come so far, and rounds the rate down', () => {
    const rows = [
      both('甲', 'login-tried'),
      both('乙', 'bound'),
      unit({ name: '丙', supervisingUnit: '局', ca: { state: 'bound' }, seal: { state: 'filed' } }),
      both('丁', 'returned'),
    ];
    const { lines, total } = makeReport(rows);
    expect(lines).toMatchObject([
      { supervisingUnit: '局', units: 4, filed: 3, collected: 2, bound: 2, rate: 50 },
    ]);
    expect(total.unfinished.map(({ name }) => name)).toEqual(['丙', '丁']);
    const nearly = [...Array(199).keys()].map((at) => both(String(at), 'bound'));
    expect(makeReport([...nearly, both('最后', 'filed')]).total.rate).toBe(99);
    expect(makeReport([]).total.rate).toBe(0);
  });

  it('does not count what was sent back as filed', () => {
    expect(hasReached(both('甲', 'returned'), 'filed')).toBe(false);
    expect(hasReached(both('甲', 'returned'), 'not-filed')).toBe(true);
  });

  // 2023-09-20 is a Wednesday; until 10-11 there are 12 working days with both ends.
  const TODAY = '2023-09-20';
  const DEADLINE = '2023-10-11';
  const open = (many: number) => [...Array(many).keys()].map((at) => both(`未${at}`, 'ready'));
  const bound = (many: number, on?: string) =>
    [...Array(many).keys()].map((at) => both(`办${at}`, 'bound', on));

  it('says whether it will be made, over working days', () => {
    const rows = [...open(24), ...bound(12, '2023-09-19'), ...bound(3)];
    expect(paceOf(rows, TODAY, DEADLINE)).toMatchObject({
      workingDaysLeft: 12,
      needed: 2,
      recent: 2,
      verdict: 'on-course',
      course: [
        { date: '2023-09-19', bound: 15 },
        { date: '2023-09-20', bound: 15 },
      ],
    });
    expect(paceOf([...rows, ...open(1)], TODAY, DEADLINE).verdict).toBe('behind');
    expect(paceOf(bound(3), TODAY, DEADLINE).verdict).toBe('done');
    expect(paceOf(open(3), '2023-10-12', DEADLINE)).toMatchObject({ verdict: 'over', needed: null });
    expect(paceOf(open(3), DEADLINE, DEADLINE)).toMatchObject({ workingDaysLeft: 1, needed: 3 });
  });

  it('says that no working day is left, where the days until the deadline are a weekend', () => {
    // 2026-11-28 and 29 are Saturday and Sunday.
    expect(paceOf(open(3), '2026-11-28', '2026-11-29')).toMatchObject({
      workingDaysLeft: 0,
      needed: null,
      verdict: 'no-days',
    });
    expect(paceOf(bound(3), '2026-11-28', '2026-11-29').verdict).toBe('done');
  });

  it('counts from the start, and tells, what was bound on no known day or on one to come', () => {
    const rows = [...open(6), ...bound(2), ...bound(3, '2062-09-19'), ...bound(1, TODAY)];
    expect(paceOf(rows, TODAY, DEADLINE)).toMatchObject({
      undated: 5,
      bound: 6,
      course: [{ date: TODAY, bound: 6 }],
    });
  });

  it('does not guess where holidays are not published', () => {
    expect(paceOf(open(3), '2026-12-20', '2027-02-01')).toMatchObject({
      workingDaysLeft: null,
      verdict: 'unknown',
    });
  });
});

describe('a cell for a spreadsheet', () => {
  it.each(['=1+1', '+86', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '|cmd', '\u200b=1'])(
    '%j is made text',
    (text) => {
      expect(neutralCell(text)).toBe(`'${text}`);
    },
  );
  it.each(['市一中', '101001', 'a=b', ''])('%j stays', (text) => {
    expect(neutralCell(text)).toBe(text);
  });
});
