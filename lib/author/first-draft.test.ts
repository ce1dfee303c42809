/** Whole notices read at once: what is read, what is left to the author, and that nothing is read that is not there. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { refuseText } from '@/lib/certificate/refusal';
import { planAway } from '@/lib/guide/plan';
import { explain } from '@/lib/notice/explain';
import type { NoticePack } from '@/lib/notice/model';
import { examplePack } from '@/lib/notice/testing/examples';
import { rounds } from '@/lib/notice/testing/rounds';
import { adviseOn } from './advice';
import { changeNotice } from './base';
import { citesOf, splitClauses } from './clauses';
import { checkEntries, createDraft, type Draft, removeEntry, setField } from './draft';
import { HEADER_ITSELF, isUntouched, takeDown } from './first-draft';
import { changedNotice } from './reading/relation';
import { reviewDraft } from './review';
import { packSoFar } from './so-far';
import { PARTS } from './testing/sample-draft';
import { CORRECTION } from './testing/walks/correction';
import { ANNOUNCEMENT, CLERKS, CLERKS_SUPPLEMENT, COUNTY_LETTER, OFFICE } from './testing/whole-notices';

const blank = (noticeText: string): Draft => ({
  ...createDraft({
    id: 'd',
    now: '2026-01-01T00:00:00.000Z',
    guides: PARTS.templates.map(({ id }) => id),
    system: { name: '苏采云', hosts: ['jszfcg.jsczt.cn'] },
  }),
  noticeText,
});
const read = (text: string) =>
  takeDown(blank(text), splitClauses(text), {
    year: 2026,
    known: PARTS.audiences,
    base: null,
    initials: () => 'x',
  });
/** A change, read beside the notice it changes. */
function readBeside(base: NoticePack, text: string, relation: 'supplements' | 'corrects') {
  const begun = {
    ...changeNotice(blank(text), base, ''),
    supplements: [],
    corrects: [],
    [relation]: [base.id],
  };
  const clauses = splitClauses(text);
  const draft = takeDown(begun, clauses, { year: 2026, known: PARTS.audiences, base, initials: () => 'x' });
  return {
    draft,
    review: (publishedOn: string) => reviewDraft(withDay(draft, publishedOn), clauses, PARTS, base),
  };
}
const reviewed = (draft: Draft) => reviewDraft(draft, splitClauses(draft.noticeText), PARTS);
const withDay = (draft: Draft, publishedOn: string): Draft => ({
  ...draft,
  header: { ...draft.header, publishedOn },
});
const shown = <T extends object>(entries: readonly T[], ...fields: readonly (keyof T)[]) =>
  entries.map((entry) => fields.map((field) => entry[field]));

test('that the old CA was in use until only the new one is, no clause says: it is marked as a conclusion', () => {
  const { uses, keys } = read(`关于更换CA数字证书的通知
一、系统使用。自2026年7月1日起，各用户只能使用新CA登录系统，停止使用原CA。`).entries;
  const old = keys.filter(({ generation }) => generation === 'old').map(({ id }) => id);
  const [use] = uses.filter((each) => each.keys.some((key) => old.includes(key)));
  expect(use).toMatchObject({ until: '2026-06-30', basis: 'inferred' });
  expect(use?.inferredBy).toContain('停止使用原CA');
});

test('the notice itself: title, number, who issues it and where, its day', () => {
  expect(read(OFFICE).header).toMatchObject({
    title: '关于做好江宁市政府采购系统数字证书换发工作的通知（示例）',
    // No issuer in the title: whoever signs.
    issuer: '江宁市财政局',
    region: '江宁市',
    documentNumber: '江财采〔2026〕18号',
    signedOn: '2026-09-28',
    publishedOn: '',
    packId: 'x-2026-18',
  });
  expect(read(COUNTY_LETTER).header).toMatchObject({
    issuer: '青山县财政局政府采购管理股',
    region: '青山县',
  });
});

test('phases take the sentences that follow their heading, and what the system allows in them', () => {
  const phases = shown(
    read(OFFICE).entries.phases,
    'name',
    'from',
    'until',
    'unbindOld',
    'bind',
    'useOld',
    'useNew',
  );
  expect(phases).toEqual([
    ['准备阶段', '2026-10-08', '2026-10-23', 'not-stated', 'not-stated', 'not-stated', 'not-stated'],
    ['并行阶段', '2026-10-26', '2026-11-27', 'allows', 'allows', 'allows', 'allows'],
    ['全面启用阶段', '2026-11-30', '', 'not-stated', 'not-stated', 'forbids', 'allows'],
  ]);
});

test('two days of one sentence are told apart: a new key begun does not end the old one', () => {
  const { phases, rules, uses } = read(ANNOUNCEMENT).entries;
  expect(shown(phases, 'name', 'from', 'until', 'useOld')).toEqual([
    ['过渡期', '2027-03-01', '2027-04-30', 'allows'],
  ]);
  expect(shown(rules, 'action', 'verdict', 'from')).toEqual([['use-new', 'allows', '2027-03-01']]);
  // Both are accepted in the phase that says so; that the old one stops on its last day is no day more or less.
  expect(shown(uses, 'keys', 'from', 'until')).toEqual([
    [['keys-2', 'keys-3'], '2027-03-01', ''],
    [['keys-1'], '', '2027-04-30'],
  ]);
  expect(shown(read(OFFICE).entries.uses, 'keys', 'from', 'until')).toEqual([
    [['keys-2'], '2026-10-26', ''],
    [['keys-1'], '', '2026-11-29'],
  ]);
});

test('midnight at the end of a day begins the next; unbinding by application is no self-service', () => {
  const { phases, rules } = read(COUNTY_LETTER).entries;
  expect(shown(phases, 'from', 'until', 'unbindOld', 'useOld')).toEqual([
    ['2026-07-01', '', 'not-stated', 'forbids'],
  ]);
  expect(rules.find(({ action }) => action === 'unbind-old')).toMatchObject({
    verdict: 'allows',
    byApplication: true,
    waitDays: '2',
    waitUnit: 'working-days',
  });
});

test('who must, may and need not replace', () => {
  expect(shown(read(OFFICE).entries.audiences, 'audience', 'duty')).toEqual([
    ['budget-unit', 'must'],
    ['central-purchasing-body', 'must'],
    // A bare 供应商 is both kinds.
    ['framework-supplier', 'may'],
    ['supplier', 'may'],
    ['procurement-agency', 'may'],
    ['review-expert', 'nothing'],
  ]);
});

test('a duty a deadline, each with its own people, level, place and papers', () => {
  const { duties, materials } = read(OFFICE).entries;
  expect(shown(duties, 'audiences', 'levels', 'from', 'due', 'where')).toEqual([
    [['budget-unit'], [], '', '2026-10-20', '主管部门'],
    [['supervising-budget-unit'], [], '', '2026-10-23', '同级财政部门'],
    [['budget-unit'], ['district'], '2026-11-02', '2026-11-13', ''],
    [['framework-supplier', 'supplier'], [], '', '', '市政务服务中心二楼B区12号窗口'],
  ]);
  expect(shown(materials, 'name', 'paperCopy', 'paperStamped', 'paperCopies')).toEqual([
    ['数字证书换发登记表', false, true, '2'],
    ['营业执照复印件', true, true, ''],
    ['法定代表人身份证复印件', true, false, ''],
    ['经办人身份证原件', false, false, ''],
  ]);
  expect(duties[3]?.materials).toEqual(['materials-2', 'materials-3', 'materials-4']);
  // Asked without a word like 应: 「凭…到…办理」.
  expect(read(ANNOUNCEMENT).entries.duties[1]).toMatchObject({ where: '就近服务网点' });
});

test('keys: which becomes which, else by their names; colours; what is kept', () => {
  expect(shown(read(COUNTY_LETTER).entries.keys, 'kind', 'generation', 'name')).toEqual([
    ['ca', 'old', '原CA锁'],
    ['ca', 'new', '中州认证CA锁'],
    ['seal', 'old', '原电子签章'],
    ['seal', 'new', '慧签电子签章'],
  ]);
  expect(shown(read(ANNOUNCEMENT).entries.keys, 'generation', 'name', 'issuer', 'colour')).toEqual([
    ['old', '原金盾CA证书', '', '红色'],
    ['new', '新版CA证书', '华东数安CA中心', '蓝色'],
    // By the title alone.
    ['new', '新版电子印章', '', ''],
  ]);
  expect(read(OFFICE).entries.keys[0]).toMatchObject({ keep: 'yes' });
  expect(read(ANNOUNCEMENT).entries.counts).toMatchObject([{ count: '3' }]);
});

test('prices, who pays, and renewals', () => {
  const { tariffs, charges, renewals } = read(OFFICE).entries;
  expect(shown(tariffs, 'name', 'ca', 'seal')).toEqual([['更换', '90', '70']]);
  expect(shown(charges, 'business', 'audiences', 'payer')).toEqual([
    ['replace', ['budget-unit', 'central-purchasing-body'], 'finance'],
    ['replace', ['framework-supplier', 'supplier', 'procurement-agency'], 'self'],
  ]);
  expect(shown(renewals, 'opens', 'closes')).toEqual([['60', '10']]);
  const county = read(COUNTY_LETTER).entries.charges;
  expect(shown(county, 'business', 'payer')).toEqual([
    ['replace', 'finance'],
    ['reissue', 'self'],
  ]);
  // What goes beyond one's share is none of the four kinds of business.
  expect(read(ANNOUNCEMENT).entries.charges).toEqual([]);
});

test('telephones with what they are for, and national numbers', () => {
  expect(shown(read(OFFICE).entries.contacts, 'role', 'name', 'areaCode', 'number', 'about')).toEqual([
    ['ca-vendor', '苏信数字认证有限公司', '', '400-800-5566', '证书办理'],
    ['system-vendor', '江采云技术支持', '0571', '88001122', '江采云技术支持'],
    ['bureau', '江宁市财政局政府采购监管科', '', '88003344', '政策咨询'],
  ]);
  expect(read(ANNOUNCEMENT).entries.contacts[0]).toMatchObject({ number: '95105-123', role: 'ca-vendor' });
});

test('another system’s address is not taken for this one’s', () => {
  expect(shown(read(COUNTY_LETTER).entries.systems, 'name', 'hosts')).toEqual([['徽采通', '']]);
  expect(read(ANNOUNCEMENT).entries.systems[0]?.hosts).toBe('');
});

test('batches become duties of their units', () => {
  const { duties } = read(COUNTY_LETTER).entries;
  const own = duties.filter(({ batches }) => batches.length > 0);
  expect(shown(own, 'batches', 'from', 'due')).toEqual([
    [['batches-1'], '2026-05-11', '2026-05-22'],
    [['batches-2'], '2026-05-25', '2026-06-05'],
    [['batches-3'], '2026-06-08', '2026-06-19'],
  ]);
});

test.each([
  ['office', OFFICE, '2026-09-28', '2026-11-03'],
  ['announcement', ANNOUNCEMENT, '2027-02-08', '2027-03-10'],
  ['county letter', COUNTY_LETTER, '2026-04-28', '2026-05-12'],
])('once its day of publication is given, %s is a pack', (_name, text, published, today) => {
  const { pack, problems } = reviewed(withDay(read(text), published));
  expect(problems).toEqual([]);
  const asked = { audience: 'budget-unit', level: 'district', today } as const;
  const said = pack && explain(pack, asked);
  expect(said?.contacts.length).toBeGreaterThan(1);
  expect(said?.obligations.length).toBeGreaterThan(0);
});

test('the notices can be pasted: nothing in them is taken for what must not be kept', () => {
  for (const text of [OFFICE, ANNOUNCEMENT, COUNTY_LETTER]) expect(refuseText(text, 'prose')).toBeNull();
});

test('rules without a phase have their guides too: applied for, then bound by oneself', () => {
  const { pack } = reviewed(withDay(read(COUNTY_LETTER), '2026-04-28'));
  const phases = Object.fromEntries((pack?.guides ?? []).map(({ id, phases: each }) => [id, each]));
  expect(phases).toMatchObject({ 'rebind-by-application': [], 'await-new': [], 'first-binding': [] });
  expect(phases).not.toHaveProperty('rebind');
  const subject = {
    id: 's',
    audience: 'budget-unit',
    level: 'district',
    oldCa: 'valid',
    newCa: 'valid',
  } as const;
  expect(pack && planAway(pack, subject, [], '2026-05-12')?.guide).toBe('rebind-by-application');
});

test('who may unbind when is told apart by level, and days that say of which things are no deadlines', () => {
  const draft = read(CLERKS);
  const { pack, problems } = reviewed(withDay(draft, '2026-08-24'));
  expect(problems).toEqual([]);
  if (!pack) throw new Error('no pack');
  const may = (audience: 'budget-unit' | 'supplier', level: 'city' | 'district', today: string) =>
    explain(pack, { audience, level, today }).allows.includes('unbind-old');
  expect([may('budget-unit', 'city', '2026-09-10'), may('budget-unit', 'city', '2026-09-25')]).toEqual([
    false,
    true,
  ]);
  // Districts have a window of their own, and only that.
  expect(
    ['2026-09-25', '2026-10-15', '2026-11-02'].map((day) => may('budget-unit', 'district', day)),
  ).toEqual([false, true, false]);
  expect(may('supplier', 'district', '2026-09-25')).toBe(true);
  const subject = {
    id: 's',
    audience: 'budget-unit',
    level: 'district',
    oldCa: 'valid',
    newCa: 'valid',
  } as const;
  expect(planAway(pack, subject, [], '2026-10-15')?.guide).toBe('rebind');
  expect(explain(pack, { audience: 'budget-unit', level: 'city', today: '2026-11-09' }).forbids).toContain(
    'use-old',
  );
  const dues = draft.entries.duties.map(({ from, due }) => [from, due]);
  expect(dues).toContainEqual(['', '2026-10-30']);
  // 「9月21日前已获取采购文件」, 「有效期在11月30日以后的」.
  expect(dues.flat()).not.toContain('2026-11-30');
  expect(dues.map(([, due]) => due)).not.toContain('2026-09-21');
  expect(draft.entries.warnings.map(({ text }) => text).join()).toContain('项目开标结束前不得解绑');
  expect(shown(draft.entries.keys, 'generation', 'name')).toEqual([
    ['old', '信达CA'],
    ['new', '云岭CA'],
  ]);
  expect(shown(draft.entries.systems, 'name')).toEqual([['采购云'], ['预算管理一体化系统']]);
  expect(draft.entries.audiences.find(({ audience }) => audience === 'review-expert')?.duty).toBe(
    'not-stated',
  );
  // The price of one kind of key is kept in its own words; one that is not taken apart is a price.
  expect(draft.entries.statements.map(({ text }) => text).join()).toContain('副锁每把80元');
  expect(shown(draft.entries.tariffs, 'name', 'total')).toEqual([['新办', '260']]);
});

test('its supplement moves what it names, and says what it cannot tell', () => {
  const base = reviewed(withDay(read(CLERKS), '2026-08-24')).pack;
  if (!base) throw new Error('no pack');
  expect(changedNotice(CLERKS_SUPPLEMENT)).toMatchObject({ documentNumber: '江财采〔2026〕28号' });
  const { problems, together } = readBeside(base, CLERKS_SUPPLEMENT, 'supplements').review('2026-10-14');
  expect(problems).toEqual([]);
  expect(together?.batches.find(({ name }) => name.zh === '第二批')?.until).toBe('2026-10-30');
  expect(together?.phases.find(({ levels }) => levels?.includes('district'))?.until).toBe('2026-11-06');
  expect(together?.contacts.find(({ role }) => role === 'bureau')?.number).toBe('8823109');
});

test('what is missing is told once', () => {
  const { problems } = reviewed(read(ANNOUNCEMENT));
  expect(problems.map(({ problem }) => problem.path)).toEqual(['publishedOn']);
});

test('what is not right yet can be looked at all the same, without what is wrong', () => {
  const draft = read(OFFICE);
  const soFar = packSoFar(draft, PARTS, null, '2026-10-01');
  expect(soFar).toMatchObject({ leftOut: 0, pack: { publishedOn: '2026-09-28' } });
  const wrong = setField(draft, 'phases', 'phases-2', 'until', '2026-01-01');
  const without = packSoFar(
    { ...wrong, header: { ...wrong.header, packId: 'Nö' } },
    PARTS,
    null,
    '2026-10-01',
  );
  expect(without?.leftOut).toBe(1);
  expect(without?.pack.phases.map(({ id }) => id)).toEqual(['phases-1', 'phases-3']);
  // Of an empty form as well.
  expect(packSoFar(blank(''), PARTS, null, '2026-10-01')?.pack.publishedOn).toBe('2026-10-01');
});

test('everything read waits for the author, and what is taken away or looked at waits no longer', () => {
  const draft = read(OFFICE);
  const ids = Object.values(draft.entries).flatMap((entries) => entries.map(({ id }) => id));
  expect(draft.unchecked).toEqual([HEADER_ITSELF, 'systems-1', ...ids.filter((id) => id !== 'systems-1')]);
  expect(isUntouched(draft)).toBe(false);
  expect(removeEntry(draft, 'phases', 'phases-1').unchecked).not.toContain('phases-1');
  expect(checkEntries(draft, ['phases-2']).unchecked).not.toContain('phases-2');
});

test('a change is read beside the notice it changes: moved days, repeals, numbers, and what is new in it', () => {
  const base = examplePack('yunlan-2026-3');
  const { draft, review } = readBeside(base, CORRECTION.text, 'corrects');
  const { problems, together } = review('2026-09-03');
  expect(problems).toEqual([]);
  expect(together && shown(together.phases, 'id', 'from', 'until')).toEqual([
    ['prepare', '2026-08-17', '2026-08-31'],
    ['transition', '2026-09-01', '2026-11-08'],
    ['new-only', '2026-11-09', undefined],
  ]);
  expect(together?.contacts.find(({ role }) => role === 'counter')?.number).toBe('80000166');
  expect(draft.entries.duties).toMatchObject([{ due: '2026-11-03', where: '省财政厅' }]);
  expect(draft.entries.phases).toEqual([]);
});

test('what is new beside a change in one clause is not lost', () => {
  const base = examplePack('yunlan-2026-3');
  const text = `云澜市财政局补充通知（示例）
云财购〔2026〕9号
一、过渡阶段延长至11月8日；各预算单位应于11月3日前向市财政局报送更换情况。
云澜市财政局
2026年9月2日`;
  const { draft } = readBeside(base, text, 'supplements');
  expect(draft.entries.amendments.map(({ fact }) => fact)).toContain('phases/transition');
  expect(draft.entries.duties).toMatchObject([{ due: '2026-11-03', where: '市财政局' }]);
});

test('nothing waits to be checked that is not there any more', () => {
  const draft = read('一、各预算单位应于11月3日前报市财政局。\n二、咨询电话：市财政局，85681829。');
  expect(draft.unchecked).toContain('systems-1');
  const changed = changeNotice(draft, examplePack('yunlan-2026-3'), '');
  const ids = Object.values(changed.entries).flatMap((entries) => entries.map(({ id }) => id));
  expect(changed.unchecked.filter((id) => id !== HEADER_ITSELF && !ids.includes(id))).toEqual([]);
});

test('what the author wrote already stays', () => {
  const draft = blank(OFFICE);
  const own = { ...draft, header: { ...draft.header, title: '我写的标题', packId: 'own-1' } };
  const next = takeDown(own, splitClauses(OFFICE), {
    year: 2026,
    known: PARTS.audiences,
    base: null,
    initials: () => '',
  });
  expect(next.header).toMatchObject({ title: '我写的标题', packId: 'own-1', issuer: '江宁市财政局' });
});

test('no text makes it throw, nor cite a clause that is not there, nor unbind where no word says so', () => {
  const pieces = [
    ...OFFICE.split(/[。；\n]/),
    ...ANNOUNCEMENT.split(/[。；\n]/),
    ...COUNTY_LETTER.split(/[。；\n]/),
  ];
  const line = fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 60 }));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
      const text = lines.join('\n');
      const draft = read(text);
      const cites = new Set(splitClauses(text).map(({ cite }) => cite));
      for (const entries of Object.values(draft.entries)) {
        for (const { id, cite } of entries)
          expect(id === 'systems-1' || citesOf(cite).every((each) => cites.has(each))).toBe(true);
      }
      if (!/解绑/.test(text)) {
        expect(draft.entries.phases.some(({ unbindOld }) => unbindOld === 'allows')).toBe(false);
      }
    }),
    rounds(300),
  );
});

test('a phase with hours keeps its first day: nobody is told that unbinding is open already', () => {
  const { phases } = read(
    '某中心关于更换CA的公告（示例）\n一、2027年3月29日8:30起至4月16日17:30止，交易系统开放“CA换绑”功能。\n二、2027年4月19日零时起，原CA锁停止使用。',
  ).entries;
  expect(shown(phases, 'from', 'until')).toEqual([
    ['2027-03-29', '2027-04-16'],
    ['2027-04-19', ''],
  ]);
});

test('a telephone number typed with its area code is found in its clause', () => {
  const text = '某中心关于更换CA的公告（示例）\n一、咨询电话\n某市公共资源交易中心业务科：0599-55556704。';
  const draft = read(text);
  const [contact] = draft.entries.contacts;
  const codesWith = (number: string) =>
    adviseOn(setField(draft, 'contacts', contact?.id ?? '', 'number', number), splitClauses(text)).map(
      ({ code }) => code,
    );
  expect(codesWith('0599-55556704')).not.toContain('numberNotInClause');
  expect(codesWith('0599-55556705')).toContain('numberNotInClause');
});
