/** What is read of notices that were written before anyone had seen what reads them: each fact, and nothing that they do not say. */
import { expect, test } from 'vitest';
import { planAway } from '@/lib/guide/plan';
import { explain } from '@/lib/notice/explain';
import type { NoticePack } from '@/lib/notice/model';
import { splitClauses } from './clauses';
import { createDraft, type Draft, entriesOf } from './draft';
import { takeDown } from './first-draft';
import { reviewDraft } from './review';
import type { SectionName } from './sections';
import { BUDGET_UNIT, PARTS } from './testing/sample-draft';
import { IN_BATCHES, IN_PLAIN_WORDS, IN_STEPS, JOINT, SWITCH } from './testing/trial-notices';

function read(noticeText: string): Draft {
  const blank = createDraft({
    id: 'd',
    now: '2027-01-01T00:00:00.000Z',
    guides: PARTS.templates.map(({ id }) => id),
    system: { name: '苏采云', hosts: ['jszfcg.jsczt.cn'] },
  });
  return takeDown({ ...blank, noticeText }, splitClauses(noticeText), {
    year: 2027,
    known: PARTS.audiences,
    base: null,
    initials: () => 'x',
  });
}

function packOf(text: string, publishedOn: string): NoticePack {
  const draft = read(text);
  const { pack, problems } = reviewDraft(
    { ...draft, header: { ...draft.header, publishedOn } },
    splitClauses(text),
    PARTS,
  );
  expect(problems).toEqual([]);
  if (!pack) throw new Error('no pack');
  return pack;
}

type Fact = readonly [SectionName, Readonly<Record<string, unknown>>];

const FACTS: readonly (readonly [string, string, readonly Fact[]])[] = [
  [
    'two CAs, main and sub keys',
    SWITCH,
    [
      ['keys', { generation: 'new', name: '苏信CA', provider: '苏信数字认证有限公司' }],
      ['keys', { generation: 'new', name: '华证CA', provider: '华证通电子认证有限公司' }],
      ['keys', { generation: 'old', kind: 'ca', name: '原江南信安CA', keep: 'yes' }],
      ['keys', { generation: 'new', kind: 'seal', name: '金玺软件有限公司电子签章' }],
      ['systems', { name: '市公共资源交易平台' }],
      // The other platform goes on with the old CA, and no seal is told of.
      ['uses', { system: 'systems-2', keys: ['keys-5'] }],
      [
        'phases',
        { name: '申领阶段', from: '2027-05-10', until: '2027-06-04', unbindOld: 'forbids', within: '' },
      ],
      // 「6月7日9:00至6月25日18:00」.
      [
        'phases',
        { name: '过渡阶段', from: '2027-06-07', until: '2027-06-25', unbindOld: 'allows', bind: 'allows' },
      ],
      ['phases', { from: '2027-06-28', useOld: 'forbids', useNew: 'allows' }],
      // 「5月21日（含）前」.
      ['duties', { due: '2027-05-21', dueInclusive: 'yes', where: '主管预算单位' }],
      ['duties', { due: '2027-05-26', dueInclusive: 'not-stated', audiences: ['supervising-budget-unit'] }],
      ['duties', { from: '2027-05-17', audiences: ['framework-supplier', 'supplier', 'procurement-agency'] }],
      ['counts', { count: '2', text: '每家预算单位配发主锁1个、副锁1个。' }],
      ['tariffs', { name: '更换（苏信CA主锁）', ca: '100', seal: '80' }],
      ['tariffs', { name: '更换（华证CA主锁）', ca: '90', seal: '78' }],
      ['charges', { payer: 'finance', audiences: ['budget-unit', 'central-purchasing-body'], tariff: '' }],
      ['charges', { payer: 'free', oldCa: ['valid'], note: '原CA在有效期内的供应商，首年免费。' }],
      ['contacts', { name: '华证通电子认证有限公司', number: '4008-000-321', role: 'ca-vendor' }],
      ['places', { name: '苏信数字认证有限公司', address: '云澄市望湖路18号政务服务中心3楼C12窗口' }],
      ['places', { name: '华证通电子认证有限公司', address: '云澄市东风街66号华证大厦1楼' }],
      ['warnings', { kind: 'rule', text: '未领到新CA、未核对新CA口令的,不要解绑原CA。' }],
      ['silences', { audiences: ['review-expert'] }],
    ],
  ],
  [
    'batches, post or counter, unbinding applied for',
    IN_BATCHES,
    [
      ['keys', { generation: 'old', name: '原CA证书' }],
      ['keys', { generation: 'new', name: '海西数证CA' }],
      ['uses', { system: 'systems-2', until: '2027-12-31' }],
      ['audiences', { audience: 'central-purchasing-body', duty: 'must' }],
      // 「到期后再换，本次无需办理」: 供应商 has a 应 in it that orders nothing.
      ['audiences', { audience: 'supplier', duty: 'nothing' }],
      ['audiences', { audience: 'procurement-agency', duty: 'nothing' }],
      ['batches', { name: '第二批', units: '学校、医院', from: '2027-09-20', until: '2027-10-15' }],
      ['phases', { name: '停用原CA', from: '2027-11-15', useOld: 'forbids' }],
      [
        'rules',
        { action: 'unbind-old', byApplication: true, waitDays: '2', applicationMaterials: ['materials-4'] },
      ],
      ['rules', { action: 'bind', verdict: 'allows' }],
      [
        'duties',
        { dueAnchor: 'batch-from', dueCount: '5', materials: ['materials-1', 'materials-2', 'materials-3'] },
      ],
      ['duties', { due: '2027-11-19', audiences: ['finance-department'] }],
      // By post as well: the counter is not the one place.
      ['duties', { batches: ['batches-1'], from: '2027-09-06', due: '2027-09-17', where: '' }],
      ['materials', { name: '统一社会信用代码证书复印件', paperCopy: true }],
      ['materials', { name: '经办人身份证正反面复印件', paperCopy: true }],
      ['places', { address: '临汐市云水路100号', hours: '周一至周五9:00—12:00、13:30—17:00' }],
      ['places', { name: '海西数证公司', byPost: true, postNumber: '0588-6677001' }],
      ['tariffs', { ca: '80', seal: '50' }],
      // The first key's payer is not the second's.
      ['charges', { payer: 'finance', set: 'first', note: '预算单位首个证书由市、区财政按级次负担。' }],
      ['charges', { payer: 'self', set: 'further', note: '' }],
      ['counts', { count: '1', soft: true }],
      ['renewals', { opens: '30' }],
      ['statements', { text: '过期超过60日未续的,按新办办理。' }],
      ['statements', { text: '续期不换介质,无需重新绑定。' }],
    ],
  ],
  [
    'two issuers, keys in the first words',
    JOINT,
    [
      ['keys', { generation: 'old', name: '安盾CA锁', keep: 'yes' }],
      ['keys', { generation: 'new', name: '澜海CA锁', issuer: '澜海电子认证有限公司', colour: '绿色' }],
      ['keys', { generation: 'new', kind: 'seal', name: '云印电子签章' }],
      ['uses', { system: 'systems-2', until: '2027-06-30' }],
      ['audiences', { audience: 'review-expert', duty: 'must' }],
      ['audiences', { audience: 'supplier', duty: 'may' }],
      [
        'phases',
        { from: '2027-03-01', until: '2027-03-31', unbindOld: 'allows', bind: 'allows', useOld: 'allows' },
      ],
      ['phases', { from: '2027-04-01', useOld: 'forbids' }],
      ['duties', { due: '2027-02-26', audiences: ['budget-unit', 'central-purchasing-body'] }],
      ['duties', { due: '2027-03-12', audiences: ['procurement-agency', 'review-expert'] }],
      ['materials', { name: '新版CA锁申请表', attachment: '1', paperStamped: true }],
      ['materials', { name: '经办人身份证原件' }],
      ['places', { name: '县政务服务中心一楼8号窗口', address: '汀原县建设路20号' }],
      [
        'contacts',
        { role: 'ca-vendor', name: '澜海电子认证有限公司', about: '证书办理', number: '400-0577-118' },
      ],
      ['contacts', { role: 'seal-vendor', name: '云印科技', person: '' }],
      ['contacts', { name: '澜海电子认证有限公司汀原服务站', number: '62220011' }],
      ['charges', { payer: 'finance', tariff: '' }],
      ['renewals', { opens: '60' }],
      ['warnings', { kind: 'do-not-press', labels: '注销账号' }],
      ['warnings', { text: '旧锁解绑后不可恢复,请先试用新锁登录成功再解绑。' }],
    ],
  ],
  [
    'steps by name, hours of each day',
    IN_STEPS,
    [
      // 「由北岭CA统一更换为天衡CA」.
      ['keys', { generation: 'old', name: '北岭CA' }],
      ['keys', { generation: 'new', name: '天衡CA' }],
      ['audiences', { audience: 'central-purchasing-body', duty: 'must' }],
      ['audiences', { audience: 'supplier', duty: 'may' }],
      // 「不纳入本次更换范围」.
      ['audiences', { audience: 'review-expert', duty: 'nothing' }],
      ['phases', { name: '信息采集', from: '2027-08-02', until: '2027-08-13', unbindOld: 'not-stated' }],
      ['phases', { name: '集中制证', from: '2027-08-16', until: '2027-09-03', apply: 'not-stated' }],
      // That it is down at night takes nothing from its days.
      [
        'phases',
        { name: '换绑登录', from: '2027-09-20', until: '2027-10-15', unbindOld: 'allows', bind: 'allows' },
      ],
      ['duties', { due: '2027-08-11', where: '在系统内办理' }],
      ['duties', { from: '2027-09-06', due: '2027-09-10', place: 'places-1' }],
      ['duties', { due: '2027-10-29', endedBy: 'word' }],
      ['materials', { name: '单位介绍信原件' }],
      ['places', { address: '朔湾区行政中心2号楼105室', hours: '工作日9:00-17:00' }],
      ['contacts', { name: '天衡公司', role: 'ca-vendor' }],
      ['contacts', { name: '系统技术支持', number: '5551022' }],
      ['tariffs', { name: '更换', ca: '120', seal: '80' }],
      ['tariffs', { name: '续期', ca: '100', seal: '60' }],
      ['charges', { payer: 'finance', audiences: ['budget-unit'], tariff: 'tariffs-1' }],
      ['warnings', { kind: 'rule', text: '更换期间招标文件已发出的项目,应待项目结束后换绑。' }],
      ['statements', { text: '10月18日零时起,系统关闭北岭CA登录。' }],
    ],
  ],
  [
    'plain words, a date a level',
    IN_PLAIN_WORDS,
    [
      ['systems', { name: '瑶河市国资监管平台' }],
      ['audiences', { audience: 'budget-unit', duty: 'must' }],
      ['audiences', { audience: 'framework-supplier', duty: 'must' }],
      ['audiences', { audience: 'supplier', duty: 'may' }],
      ['phases', { from: '2027-05-06', until: '2027-05-28', unbindOld: 'allows', bind: 'allows' }],
      ['duties', { due: '2027-04-23', levels: ['city'], audiences: ['budget-unit'] }],
      ['duties', { due: '2027-04-30', levels: ['district'], audiences: ['budget-unit'] }],
      ['duties', { due: '2027-05-31', audiences: ['framework-supplier'] }],
      ['places', { address: '瑶河市学府路77号', hours: '工作日8:30-12:00、14:30-18:00' }],
      ['contacts', { name: '华域CA', number: '400-6677-889' }],
      ['contacts', { name: '驻场工程师小吴', number: '18800001234' }],
      ['tariffs', { ca: '100', seal: '55' }],
      ['charges', { payer: 'finance', levels: ['district'] }],
      ['charges', { payer: 'self', audiences: ['framework-supplier', 'supplier', 'procurement-agency'] }],
      ['statements', { text: '供应商、代理机构自行缴费,2027年4月30日前申请的享受八折。' }],
      ['counts', { count: '3' }],
      ['warnings', { kind: 'do-not-press', labels: '一键清空' }],
    ],
  ],
];

test.each(FACTS)('every fact of it is read: %s', (_name, text, facts) => {
  const draft = read(text);
  const isThere = ([section, fact]: Fact) =>
    entriesOf(draft, section).some((entry) =>
      Object.entries(fact).every(([field, value]) => JSON.stringify(entry[field]) === JSON.stringify(value)),
    );
  expect(facts.filter((fact) => !isThere(fact))).toEqual([]);
});

test('what asks for nothing is no duty, and what names a price for two kinds of key is no price for one', () => {
  const texts = (text: string) => read(text).entries.duties.map((duty) => duty.text);
  expect(texts(SWITCH)).toHaveLength(4);
  // Its own two, and one a batch.
  expect(texts(IN_BATCHES)).toHaveLength(5);
  // 「供应商按需办理，不设截止时间」 asks nobody.
  expect(texts(JOINT)).toHaveLength(2);
  expect(read(JOINT).entries.tariffs.map(({ name, per }) => [name, per])).toEqual([['补办', 'once']]);
  expect(read(IN_BATCHES).entries.materials.map(({ name }) => name)).not.toContain('申请材料');
});

test('two issuers are told apart, and the region is the first one’s', () => {
  expect(read(JOINT).header).toMatchObject({ region: '汀原县', documentNumber: '汀财购告〔2027〕4号' });
});

test('what is conditional stands before what holds for all: the first charge that fits counts', () => {
  const pack = packOf(SWITCH, '2027-04-26');
  const replacing = pack.fees.charges.filter(({ business }) => business === 'replace');
  expect(replacing.map(({ payer }) => payer)).toEqual(['free', 'finance', 'self']);
});

test.each([
  ['2027-06-05', false],
  ['2027-06-07', true],
  ['2027-06-25', true],
  ['2027-06-26', false],
])('the switch is a pack, and on %s it lets unbind: %s', (today, may) => {
  const told = explain(packOf(SWITCH, '2027-04-26'), { audience: 'budget-unit', level: 'city', today });
  expect(told.allows.includes('unbind-old')).toBe(may);
});

test('the one in batches is a pack: unbinding is applied for, suppliers have nothing to do', () => {
  const pack = packOf(IN_BATCHES, '2027-08-16');
  const supplier = explain(pack, { audience: 'supplier', level: 'city', today: '2027-09-08' });
  expect(supplier.obligations).toEqual([]);
  expect(planAway(pack, BUDGET_UNIT, [], '2027-09-08')?.guide).toBe('rebind-by-application');
});

test('a price that is kept in words is not told as unwritten', () => {
  const asked = { audience: 'supplier', level: 'city', today: '2027-06-10' } as const;
  const { fees } = explain(packOf(SWITCH, '2027-04-26'), asked);
  expect(fees.replace).toMatchObject({ total: null, payer: 'free', inWords: ['四、1', '四、2'] });
  expect(fees.reissue).toMatchObject({ payer: 'not-stated', total: 40, per: 'once', cite: '五、3' });
});

test('the joint one is a pack', () => {
  const pack = packOf(JOINT, '2027-01-18');
  const told = explain(pack, { audience: 'budget-unit', level: 'district', today: '2027-03-10' });
  expect(told.allows).toContain('unbind-old');
});
