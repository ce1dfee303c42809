import { describe, expect, it } from 'vitest';
import { createTranslate } from '@/lib/locale/translate';
import { builtinPack } from '@/lib/notice/builtin';
import type { Audience, Level } from '@/lib/notice/explanation';
import zh from '@/locales/zh_CN.json';
import { addUnit, unitOf } from './change-unit';
import type { UnitRow } from './model';
import { dutiesOf } from './reminder-duties';
import { reminderLines } from './reminder-note';
import { makeReport } from './report';

const t = createTranslate(zh);
const speech = { t, language: 'zh' as const };
const MOMENT = { at: '2023-09-01T02:00:00.000Z', today: '2023-09-01', by: 'import' as const };

let count = 0;
function unit(
  supervisingUnit: string | null,
  audience: Audience | null,
  level: Level | null = null,
): UnitRow {
  count += 1;
  const facts = unitOf({
    line: count,
    name: `单位${count}`,
    supervisingUnit,
    audience,
    level,
    ca: {},
    seal: {},
  });
  return { ...addUnit(`u${count}`, facts, MOMENT), change: 1, stamp: 1 };
}

function lineOf(...units: readonly UnitRow[]) {
  const [line] = makeReport(units).lines;
  if (!line) throw new Error('no line');
  return line;
}
const groupsOn = (today: string, ...units: readonly UnitRow[]) =>
  dutiesOf(builtinPack, lineOf(...units), today).groups.map(({ whose, duties }) => [
    whose,
    duties.map(({ id }) => id),
  ]);

describe('duties in a 催办单', () => {
  it('tell the supervising unit’s own from its units’, and say once what both have to do', () => {
    expect(groupsOn('2023-09-03', unit('教育局', 'budget-unit'), unit('教育局', null))).toEqual([
      ['supervising-budget-unit', ['collect-applications']],
      ['budget-unit', ['file-application']],
      ['all', ['complete-replacement', 'rebind']],
    ]);
  });

  it('are those of each kind of its units; the unit that supervises is not its own unit', () => {
    expect(
      groupsOn('2023-09-03', unit('局', 'central-purchasing-body'), unit('局', 'supervising-budget-unit')),
    ).toEqual([
      ['supervising-budget-unit', ['collect-applications']],
      ['central-purchasing-body', ['file-application-central']],
      ['all', ['complete-replacement', 'rebind']],
    ]);
  });

  it('are only the units’ where nobody supervises them', () => {
    expect(groupsOn('2023-09-03', unit(null, 'budget-unit')).map(([whose]) => whose)).toEqual([
      'budget-unit',
    ]);
  });

  it('go where the level of all units says, and name both places where it is not known', () => {
    const where = (...levels: (Level | null)[]) =>
      dutiesOf(builtinPack, lineOf(...levels.map((level) => unit('局', 'budget-unit', level))), '2023-09-03')
        .groups[0]?.duties[0]?.where?.zh;
    expect(where('city', 'city')).toBe('市级：市财政局政府采购管理处');
    expect(where('city', 'district')).toBe(
      '市级：市财政局政府采购管理处；辖市、区：所在辖市、区财政局（电话，通知未写）',
    );
    expect(where(null)).toBe(where('city', null));
  });

  it('of years ago are not asked for again', () => {
    const line = lineOf(unit('教育局', 'budget-unit'));
    expect(dutiesOf(builtinPack, line, '2026-11-26')).toEqual({ groups: [], allPast: true });
    const text = reminderLines(
      line,
      { today: '2026-11-26', deadline: null, pack: builtinPack },
      false,
      speech,
    ).join('\n');
    expect(text).toContain(t('roster.reminder.allPast'));
    expect(text).not.toContain('申请表');
  });

  it('are not called over in the face of a deadline that the bureau has set itself', () => {
    const line = lineOf(unit('教育局', 'budget-unit'));
    const on = (deadline: string) =>
      reminderLines(line, { today: '2026-11-26', deadline, pack: builtinPack }, false, speech);
    expect(on('2026-12-20').slice(2, 4)).toEqual([
      '请于2026年12月20日前（含当日）完成，还有17个工作日（含今天）。这一期限由填表单位确定。',
      t('roster.reminder.allPastButOwn'),
    ]);
    expect(on('2026-12-20')).not.toContain(t('roster.reminder.allPast'));
    expect(on('2026-11-20').slice(2, 4)).toEqual([
      '期限是2026年11月20日，已过。这一期限由填表单位确定。',
      t('roster.reminder.allPast'),
    ]);
  });
});

describe('a 催办单', () => {
  it('says whose duty is what, never more exactly than the notice, with its clause', () => {
    const line = lineOf(unit('教育局', 'budget-unit'));
    const text = reminderLines(
      line,
      { today: '2023-09-03', deadline: '2023-10-11', pack: builtinPack },
      false,
      speech,
    );
    expect(text.join('\n')).toMatchInlineSnapshot(`
      "教育局：
      截至2023年9月3日，贵部门所属单位共1个，已完成CA和电子签章绑定0个，未完成1个。
      请于2023年10月11日前（含当日）完成，还有24个工作日（含今天）。
      通知要求贵部门（主管预算单位）：
      汇总本单位和下属预算单位的申请表纸质盖章件和扫描件，于9月4日前提交同级财政部门。（2023年9月4日前；在哪办：市级：市财政局政府采购管理处；辖市、区：所在辖市、区财政局（电话，通知未写）；一（二）1）
      注：“9月4日前”是否含当日，通知未写；当日也是通知发布日。
      通知要求所属预算单位：
      填写《预算单位CA数字证书及电子签章申请表》，盖单位公章，彩色扫描件和纸质件一并交主管预算单位。（2023年9月4日前；在哪办：主管预算单位；一（二）1）
      注：交主管预算单位的日期，通知未写；主管预算单位应于9月4日前报同级财政部门。
      注：“9月4日前”是否含当日，通知未写；当日也是通知发布日。
      通知要求贵部门和所属单位：
      更换工作原则上于9月10日前完成。（原则上2023年9月10日前；三、1）
      注：9月10日是周日，此前最后一个工作日是9月8日（周五）。
      在苏采云解绑原CA、绑定新CA。（2023年9月11日起；2023年10月11日为止，含当日；在哪办：苏采云系统；三、1）
      联系电话（2023年9月4日公布）：
      江苏意源科技有限公司 李艳红 18912397618（CA和签章更换事宜扎口负责，先打这个电话）
      CA窗口办理人员 顾文金 18796993764（CA窗口办理）
      方正国际软件（北京）有限公司 张国平 13951813273（电子签章）
      江苏富深协通科技股份有限公司 0519-85588210（通知未写其职责，推断为系统服务商）
      常州市财政局政府采购管理处 张增涛 0519-85681829（政策问题，市级预算单位统一办理）
      依据：常财购〔2023〕12号《常州市财政局关于更换政府采购交易系统CA数字证书和电子签章的通知》
      通知的事实以原文为准；公布的电话可能已变更。"
    `);
  });

  it('begins no line like a formula: it is pasted into spreadsheets too', () => {
    const line = lineOf({ ...unit('=局', 'budget-unit'), name: '@SUM(1)' });
    const facts = { today: '2023-09-03', deadline: null, pack: builtinPack };
    const text = reminderLines(line, facts, true, speech);
    expect(text[0]).toBe("'=局：");
    expect(text.filter((each) => /^[=+\-@]/.test(each))).toEqual([]);
  });
});
