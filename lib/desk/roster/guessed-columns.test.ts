import { describe, expect, it } from 'vitest';
import { doubledColumns, findHeading } from './mapping';
import { provenState } from './proven-states';
import { readText } from './read-text';
import { readUnits } from './read-units';
import { asRollCall } from './roll-call';
import type { Step } from './step-columns';

const TODAY = '2026-11-28';
const mappingOf = (heading: string, ...rows: readonly string[]) =>
  findHeading(readText([heading, ...(rows.length > 0 ? rows : ['甲校'])].join('\n'))).mapping;

function read(lines: readonly string[]) {
  const table = readText(lines.join('\n'));
  return readUnits(table, { ...findHeading(table), carrySupervisingUnit: false, today: TODAY });
}
const states = (lines: readonly string[]) =>
  read(lines).units.map(({ name, code, ca, seal }) => [name ?? code, ca.state, seal.state]);
const told = (lines: readonly string[]) => read(lines).problems.map(({ line, kind }) => `${line} ${kind}`);

describe('columns of steps beside others', () => {
  it('what was sent out beside a state is the day of that state', () => {
    expect(mappingOf('单位名称,物流状态,发放时间')).toEqual(['name', 'state', 'date']);
    expect(read(['单位名称,物流状态,发放时间', '甲校,派送中,2026-11-25']).units[0]?.ca).toEqual({
      state: 'ready',
      on: '2026-11-25',
    });
    expect(mappingOf('单位名称,发放时间')).toEqual(['name', 'both-collected']);
  });

  it('what should be, and what is expected, is no day of anything', () => {
    const heading = '单位名称,状态,应领取日期,预计发放时间,计划办理时间';
    expect(mappingOf(heading)).toEqual(['name', 'state', null, null, null]);
    expect(mappingOf('供应商名称,办理时间')).toEqual(['name', 'date']);
  });

  it('one of 领取情况 alone is the list’s states; beside 绑定情况 each is of its step', () => {
    expect(mappingOf('单位名称,领取情况')).toEqual(['name', 'state']);
    expect(mappingOf('单位名称,领取情况,绑定情况')).toEqual(['name', 'both-collected', 'both-bound']);
    expect(mappingOf('单位名称,绑定情况')).toEqual(['name', 'both-bound']);
  });

  it('a plain step beside the seal’s own of that step is the CA’s', () => {
    const lines = ['单位名称,CA已报,已领,签章已领', '甲校,√,√,', '乙校,√,,√'];
    expect(states(lines)).toEqual([
      ['甲校', 'collected', undefined],
      ['乙校', 'filed', 'collected'],
    ]);
  });

  it('a step may have a column for its tick and one for its day; another column stands once', () => {
    expect(doubledColumns(['name', 'ca-collected', 'ca-collected'])).toEqual([]);
    expect(doubledColumns(['name', 'ca-collected', 'name'])).toEqual(['name']);
    expect(doubledColumns(['nameAndCode', 'code'])).toEqual(['code']);
  });

  it('a column that counts keys counts in each of its cells', () => {
    const lines = ['单位名称,CA已领', '甲队,2', '乙队,1'];
    expect(states(lines).map(([, ca]) => ca)).toEqual([undefined, undefined]);
    expect(told(lines)).toEqual(['2 part-of-keys', '3 part-of-keys']);
    expect(states(['单位名称,CA已领', '甲队,1', '合计,2']).map(([, ca]) => ca)).toEqual(['collected']);
  });

  it('a heading that comes again is none of the units, whatever the list is read by', () => {
    const lines = ['单位编码,已报,已领', '101,√,', '单位编码,已报,已领', '102,√,√'];
    expect(states(lines).map(([name]) => name)).toEqual(['101', '102']);
    expect(told(lines)).toEqual(['3 repeated-heading']);
  });

  it('one step below each certificate is a heading of two rows', () => {
    for (const title of ['', '示例区CA换发进度表\n']) {
      const list = `${title}单位名称,CA,签章,备注\n,已领,已领,\n甲校,√,,章在刻`;
      expect(findHeading(readText(list)).mapping).toEqual([
        'name',
        'ca-collected',
        'seal-collected',
        'notes',
      ]);
    }
  });

  it('states of rows whose name was merged downwards are no heading', () => {
    const lines = ['单位名称,CA,签章', ',已领,已领', '甲校,已领,已绑定'];
    expect(findHeading(readText(lines.join('\n')))).toMatchObject({
      dataFrom: 1,
      mapping: ['name', 'caState', 'sealState'],
    });
  });
});

describe('what is proven', () => {
  const step = (name: Step, done: boolean | null, on: string | null = null) =>
    ({ step: name, done, on, state: null, own: true }) as Parameters<typeof provenState>[0][number];

  it('filed after it was sent back is filed, by the days; without them it is sent back', () => {
    const back = step('returned', true, '2026-11-01');
    expect(provenState([step('filed', true, '2026-11-05'), back], {}).said.state).toBe('filed');
    expect(provenState([step('filed', true, '2026-10-09'), back], {}).said.state).toBe('returned');
    expect(provenState([step('filed', true), back], {}).said.state).toBe('returned');
  });

  it('a state in words holds where the steps say more, and where they deny it the steps hold', () => {
    const ticks = [step('filed', true), step('collected', true)];
    expect(provenState(ticks, { state: 'ready' })).toEqual({ said: { state: 'ready' }, differs: true });
    expect(provenState(ticks, { state: 'bound' })).toEqual({ said: { state: 'bound' }, differs: false });
    const denied = [step('filed', true), step('collected', false)];
    expect(provenState(denied, { state: 'bound' })).toEqual({ said: { state: 'filed' }, differs: true });
    expect(provenState([step('filed', false)], { state: 'bound', paper: true })).toEqual({
      said: { paper: true },
      differs: true,
    });
    expect(provenState([step('filed', null)], { state: 'bound', on: TODAY })).toEqual({
      said: { state: 'bound', on: TODAY },
      differs: false,
    });
  });

  it('a day of a step beyond the state that holds is left out', () => {
    const said = provenState([step('filed', true, '2026-10-09'), step('collected', true, '2026-11-03')], {
      state: 'forwarded',
    });
    expect(said).toEqual({
      said: { state: 'forwarded', dates: { filed: '2026-10-09' } },
      differs: true,
    });
  });
});

describe('接龙', () => {
  it('is told by numbers that go up; two may have taken the same', () => {
    expect(asRollCall('1. 甲局 已报\n2. 乙局\n2. 丙局')?.rows.map(([name]) => name)).toEqual([
      '甲局',
      '乙局',
      '丙局',
    ]);
    expect(asRollCall('5. 甲局\n3. 乙局\n1. 丙局')).toBeNull();
    expect(asRollCall('1. 甲局')).toBeNull();
    expect(asRollCall('单位名称,备注\n1.甲局,无\n2.乙局,无')).toBeNull();
    expect(asRollCall('1.5\n2.5\n3.5')).toBeNull();
    expect(asRollCall('1、\t甲局\n2、\t乙局')).toBeNull();
  });

  it('keeps every word of a line: in its columns, or in the notes', () => {
    const line = '市教育局（本级） 已领 张三 0519-85681001 下午去办 王科长问过';
    const table = asRollCall(`1. ${line}\n2. 市卫健委`);
    expect(table?.made?.mapping).toEqual(['name', 'state', 'contact', 'phone', 'notes']);
    expect(table?.rows[0]).toEqual([
      '市教育局（本级）',
      '已领',
      '张三',
      '0519-85681001',
      '下午去办，王科长问过',
    ]);
  });
});
