/** Words that would be dangerous to misread: negations, exceptions, conditions. */
import { expect, test } from 'vitest';
import { findDays, findTelephones } from '@/lib/author/finds';
import { PARTS } from '@/lib/author/testing/sample-draft';
import { CORRECTION } from '@/lib/author/testing/walks/correction';
import { COUNTY } from '@/lib/author/testing/walks/county';
import { tariffsIn } from './money';
import { rulesIn } from './phase-rules';
import { isSpanEnd } from './phases';
import { changedNotice, isSameNumber } from './relation';
import { audiencesIn, dutyIn } from './whom';

test.each([
  ['过渡期内系统暂不支持解绑原CA', 'forbids'],
  ['过渡期内不支持自助解绑，确需解绑的须提交申请', 'forbids'],
  ['系统停机维护，期间暂停解绑和绑定', 'forbids'],
  ['绑定新CA前不得解绑原CA', 'forbids'],
  ['禁止在开标期间解绑', 'forbids'],
  ['未领到新证书的，请勿解绑原证书', undefined],
  ['各单位不需要解绑原CA，直接绑定新CA即可', undefined],
  ['原CA自动解绑，无需操作', undefined],
  ['解绑功能于10月11日24时关闭', undefined],
  ['解绑前须先申请新CA', undefined],
  ['各单位应登录系统解除原证书绑定', 'allows'],
  ['过渡期，支持所有用户进行原CA解绑和新CA绑定工作', 'allows'],
  ['系统开放解绑、绑定功能', 'allows'],
  ['各用户可自行解绑、绑定', 'allows'],
  ['经办人登录系统，在“CA管理”中自行解绑原CA，再插入新CA完成绑定', 'allows'],
  ['请勿自行解绑原CA，由窗口统一绑定新CA', 'forbids'],
  ['自行解绑原CA造成不能绑定新CA的，责任自负', undefined],
  ['未领到新CA自行解绑原CA，再绑定新CA的，系统不予受理', undefined],
])('%s: unbinding %s', (text, verdict) => {
  expect(rulesIn(text).unbindOld).toBe(verdict);
});

test.each([
  ['原CA解绑后不能恢复', undefined],
  // What becomes of a key that is unbound is no rule for those that are not.
  ['原CA一经解绑即不能再登录系统', undefined],
  ['原CA解绑后不得再用于登录', undefined],
  ['尚未解绑的原CA仍可正常使用；原CA一经解绑即不能再登录系统', 'allows'],
  ['10月12日起，无论是否解绑，原CA一律不能登录系统', 'forbids'],
  ['10月12日起原CA不得用于投标', 'forbids'],
  ['10月12日起原CA停用', 'forbids'],
  ['各用户只能使用新CA', 'forbids'],
  ['新CA启用前，仍使用原CA', 'allows'],
  ['新旧证书均可使用', 'allows'],
])('%s: the old CA %s', (text, verdict) => {
  expect(rulesIn(text).useOld).toBe(verdict);
});

test.each([
  ['除集中采购机构外，全市预算单位须更换', 'must', ['budget-unit']],
  ['预算单位（不含集中采购机构）应当更换', 'must', ['budget-unit']],
  ['入围供应商以外的供应商自愿更换', 'may', ['supplier']],
  ['供应商无需更换', 'nothing', ['framework-supplier', 'supplier']],
  ['评审专家不在本次更换范围', 'nothing', ['review-expert']],
  ['评审专家不纳入本次更换范围', 'nothing', ['review-expert']],
  ['入围框架协议的供应商须更换', 'must', ['framework-supplier']],
  ['其余供应商可待到期时换发', 'may', ['supplier']],
  // The sign 应 in their name orders nothing.
  ['供应商到期后再换', null, ['framework-supplier', 'supplier']],
  ['供应商应于年内更换', 'must', ['framework-supplier', 'supplier']],
  ['信息有误的联系区财政局更正', null, []],
  ['市政府采购中心须更换，材料交到市政府采购中心', 'must', ['central-purchasing-body']],
  ['采购人、代理机构须更换', 'must', ['budget-unit', 'procurement-agency']],
  ['请报主管预算单位，由同级财政部门汇总', null, []],
  ['纸质申请表报送主管部门，没有主管部门的直接报县财政局', null, []],
  ['无主管预算单位的，直接报市财政局', null, []],
  // Where one goes is not whom it is for.
  ['届时未完成绑定的，持书面说明到县财政局政府采购监管股办理', null, []],
])('%s: %s', (text, duty, audiences) => {
  expect(dutyIn(text)).toBe(duty);
  expect(audiencesIn(text, PARTS.audiences)).toEqual(audiences);
});

test('unbinding told with what is unbound is no binding', () => {
  expect(rulesIn('可解除原证书绑定').bind).toBeUndefined();
  expect(rulesIn('可解除原证书绑定后绑定新CA').bind).toBe('allows');
});

test.each([
  [
    '6月7日9:00至6月25日18:00',
    [
      ['2027-06-07', 'from', true],
      ['2027-06-25', 'due', true],
    ],
  ],
  [
    '9月6日（周一）上午9时至9月10日',
    [
      ['2027-09-06', 'from', true],
      ['2027-09-10', 'due', true],
    ],
  ],
  ['5月21日(含)前报送', [['2027-05-21', 'due', true]]],
  ['5月21日前（不含）报送', [['2027-05-21', 'due', false]]],
  ['10月18日零时起停用', [['2027-10-18', 'from', true]]],
  ['3月31日24时起停用', [['2027-03-31', 'due', true]]],
  ['2月26日下午5时前完成', [['2027-02-26', 'due', 'not-stated']]],
  ['4月30日前申请的享受八折', [['2027-04-30', 'day', true]]],
  ['3月20日后开标的项目', [['2027-03-20', 'day', true]]],
])('days with hours: %s', (text, expected) => {
  expect(findDays(text, 2027).map(({ date, role, inclusive }) => [date, role, inclusive])).toEqual(expected);
});

test.each([
  ['某公司：4008-000-321', '某公司', '', '4008-000-321'],
  ['证书办理：某某认证有限公司，400-0577-118', '某某认证有限公司', '证书办理', '400-0577-118'],
  ['签章：某某科技，0577-62220022', '某某科技', '签章', '62220022'],
  ['请用EMS寄至某市某路9号某某公司收（邮编：229900），电话：0588-6677001', '某某公司', '', '6677001'],
  ['寄送到付件，收件人：某某公司服务站，电话0577-62220011', '某某公司服务站', '', '62220011'],
  ['市财政局采购科：程科长，0588-6680021', '市财政局采购科', '', '6680021'],
])('whose number: %s', (text, name, purpose, number) => {
  expect(findTelephones(text)).toMatchObject([{ name, purpose, number }]);
});

test.each([
  [CORRECTION.text, { documentNumber: '云财购〔2026〕3号', relation: 'corrects' }],
  [COUNTY.text, null],
  [
    '某市财政局关于延长CA更换过渡期的补充通知（示例）\n某财购〔2026〕9号\n现将《某市财政局关于更换CA的通知（示例）》(某财购[2026]3号)补充通知如下：',
    { documentNumber: '某财购[2026]3号', relation: 'supplements' },
  ],
])('what a notice changes: %#', (text, expected) => {
  expect(changedNotice(text)).toEqual(expected);
});

test('a number is one however its year is bracketed', () => {
  expect(isSameNumber('某财购[2026] 3号', '某财购〔2026〕3号')).toBe(true);
  expect(isSameNumber('某财购〔2026〕3号', '某财购〔2026〕13号')).toBe(false);
});

test('a span of two days with hours, 8:30起至…17:30止, is one span', () => {
  const days = findDays('2027年3月29日8:30起至4月16日17:30止，交易系统开放“CA换绑”功能。', 2027);
  expect(days.map(({ date, role }) => [date, role])).toEqual([
    ['2027-03-29', 'from'],
    ['2027-04-16', 'due'],
  ]);
  expect(isSpanEnd(days, 1)).toBe(true);
  // What begins by itself stays open.
  expect(isSpanEnd(findDays('5月11日起受理，5月20日截止', 2027), 1)).toBe(false);
});

test('prices of several kinds of business that add up by chance are no parts of one price', () => {
  const clause = { cite: '三（一）', text: '副锁　新办100元　更换50元　续期50元　补办40元' };
  expect(tariffsIn(clause as Parameters<typeof tariffsIn>[0])).toEqual([]);
});
