/** Readings of whole clauses that were wrong and looked right, met in notices that were written before they were read. */
import { expect, test } from 'vitest';
import { findTelephones } from '@/lib/author/finds';
import { prefill } from '@/lib/author/prefill';
import { readLines, readNotice, readWords, told } from '@/lib/author/testing/read-notice';

test('a day moved in its own sentence is the day that counts', () => {
  const draft = readWords(
    '预算单位解绑和绑定应于10月31日（周六）前完成，因该日为休息日，顺延至11月2日（周一）。',
  );
  expect(told(draft, 'duties', 'due', 'endedBy')).toEqual([['2026-11-02', 'binding']]);
});

test('two deeds with a day each are two duties, each ended by its own', () => {
  const draft = readWords('各预算单位应于10月16日前（含当日）完成新CA领取，并于10月30日前完成解绑和绑定。');
  expect(told(draft, 'duties', 'due', 'dueInclusive', 'endedBy', 'audiences')).toEqual([
    ['2026-10-16', 'yes', 'new-ca', ['budget-unit']],
    ['2026-10-30', 'not-stated', 'binding', ['budget-unit']],
  ]);
});

test.each([
  '9月20日（周日）、10月10日（周六）正常上班，窗口照常办理。',
  '11月3日起未绑定新CA的单位，无法登录“苏采云”系统。',
  '申请表可不再提交纸质件，上传加盖公章的彩色扫描件即可。',
  '供应商按需办理，不设截止时间。',
])('what asks nobody for anything is no duty: %s', (words) => {
  expect(told(readWords(words), 'duties', 'text')).toEqual([]);
});

test('which vendor one takes is one’s choice; whether to replace is not', () => {
  const draft = readWords(
    '全省预算单位和社会代理机构使用的信安CA数字证书，统一切换为通联CA数字证书和方圆CA数字证书，用户可自主选择其中一家。',
  );
  expect(told(draft, 'audiences', 'audience', 'duty')).toEqual([
    ['budget-unit', 'must'],
    ['procurement-agency', 'must'],
  ]);
  expect(told(draft, 'keys', 'generation', 'name')).toEqual([
    ['old', '信安CA'],
    ['new', '通联CA数字证书'],
    ['new', '方圆CA数字证书'],
  ]);
});

test('what is free beside keys makes no key free, and a payer is told of what is priced', () => {
  const draft = readLines(
    '四、收费标准',
    '1.首次办理：每个每年280元（数字证书180元，电子签章100元）。',
    '2.续期：每个每年200元（数字证书120元，电子签章80元）。',
    '3.解锁、变更：免费。',
    '4.代理机构费用自理。',
  );
  expect(told(draft, 'charges', 'business', 'payer', 'audiences', 'tariff')).toEqual([
    ['issue', 'self', ['procurement-agency'], 'tariffs-1'],
    ['renew', 'self', ['procurement-agency'], 'tariffs-2'],
  ]);
});

test('a payer is told of each price, also where nothing is replaced', () => {
  const draft = readNotice(
    [
      '示例公司关于办理CA证书的公告（示例）',
      '四、收费标准',
      '1.首次办理：每个每年280元（数字证书180元，电子签章100元）。',
      '2.续期：每个每年200元（数字证书120元，电子签章80元）。',
      '3.代理机构费用自理。',
    ].join('\n'),
  );
  expect(told(draft, 'charges', 'business', 'payer', 'tariff')).toEqual([
    ['issue', 'self', 'tariffs-1'],
    ['renew', 'self', 'tariffs-2'],
  ]);
});

test('what one pays for a further key is no price of a replacement', () => {
  const draft = readWords('原则上每个单位办理1个，确需增加的由单位自行承担费用，每个180元。');
  expect(told(draft, 'charges', 'business')).toEqual([]);
});

test('an old key that ends in another half sentence ends on no day of this one', () => {
  const draft = readWords(
    '现场更换后当日即可绑定，原证书同时失效，请各单位在4月13日24:00前处理完毕待签章业务。',
  );
  expect(told(draft, 'phases', 'from')).toEqual([]);
  expect(told(draft, 'uses', 'until')).toEqual([]);
  expect(told(draft, 'duties', 'due', 'where', 'endedBy')).toEqual([['2026-04-13', '', 'word']]);
});

test('a phase in a heading has the days of the heading and the rules of its items', () => {
  const draft = readLines(
    '三、时间安排',
    '（一）申请阶段（9月7日至9月25日）',
    '1.预算单位填写申请表，于9月18日前报主管预算单位。',
    '（二）过渡阶段（9月28日至11月6日）',
    '1.系统支持原CA解绑和新CA绑定。',
    '2.新、旧CA均可登录系统。',
  );
  expect(told(draft, 'phases', 'name', 'from', 'until', 'unbindOld', 'bind', 'useOld')).toEqual([
    ['申请阶段', '2026-09-07', '2026-09-25', 'not-stated', 'not-stated', 'not-stated'],
    ['过渡阶段', '2026-09-28', '2026-11-06', 'allows', 'allows', 'allows'],
  ]);
  expect(told(draft, 'duties', 'due')).toEqual([['2026-09-18']]);
});

test('tables flattened to lines: batches, prices by column, prices with their unit in the head, counters', () => {
  const draft = readLines(
    '一、办理批次',
    '批次　单位范围　办理时间',
    '第一批　市级党政机关　2026年5月11日至5月22日',
    '第二批　各县（区）预算单位　2026年5月25日至6月5日',
    '二、收费标准',
    '项目　CA证书　电子签章　合计',
    '新办　120元　80元　200元',
    '更换　100元　60元　160元',
    '三、副锁',
    '业务类型　收费（元/年）',
    '副锁新办　100',
    '副锁续期　80',
    '四、窗口',
    '窗口　地址　办公时间　电话',
    '市本级窗口　示例路66号政务中心一楼A12　周一至周五9:00-17:00　0517-83661001',
    '淮阴窗口　长江西路8号二楼　周一至周五9:00-11:30　0517-83661002',
  );
  expect(told(draft, 'batches', 'name', 'units', 'from', 'until')).toEqual([
    ['第一批', '市级党政机关', '2026-05-11', '2026-05-22'],
    ['第二批', '各县（区）预算单位', '2026-05-25', '2026-06-05'],
  ]);
  expect(told(draft, 'tariffs', 'name', 'ca', 'seal')).toEqual([
    ['新办', '120', '80'],
    ['更换', '100', '60'],
  ]);
  // Written with its unit, a price that has no field is not told as unwritten.
  expect(told(draft, 'statements', 'text').flat()).toContain('副锁续期　80元/年。');
  expect(told(draft, 'places', 'name', 'address', 'hours')).toEqual([
    ['市本级窗口', '示例路66号政务中心一楼A12', '周一至周五9:00-17:00'],
    ['淮阴窗口', '长江西路8号二楼', '周一至周五9:00-11:30'],
  ]);
  expect(told(draft, 'contacts', 'name', 'number')).toEqual([
    ['市本级窗口', '83661001'],
    ['淮阴窗口', '83661002'],
  ]);
});

test('an annex of questions is read, its troubles in their own words; a form is not', () => {
  const draft = readLines(
    '一、各预算单位应更换。',
    '附件：1.常见问题解答',
    '2.CA更换承诺书',
    '示例市财政局',
    '2026年8月20日',
    '附件1',
    '常见问题解答',
    '1.问：谁可以领取新CA？',
    '答：预算单位经办人凭身份证原件和加盖公章的领取证明，到政务服务中心202室领取。',
    '2.问：忘记口令怎么办？',
    '答：输错5次将锁定，请携带UKey到窗口重置。',
    '附件2',
    'CA更换承诺书',
    '本单位承诺于9月1日前交回原CA，请财政局监督。',
  );
  expect(told(draft, 'duties', 'cite', 'text')).toEqual([
    ['附件1、1', '预算单位经办人凭身份证原件和加盖公章的领取证明，到政务服务中心202室领取。'],
  ]);
  expect(told(draft, 'materials', 'name', 'paperStamped')).toEqual([
    ['身份证原件', false],
    ['领取证明', true],
  ]);
  expect(told(draft, 'statements', 'cite', 'text')).toContainEqual([
    '附件1、2',
    '输错5次将锁定，请携带UKey到窗口重置。',
  ]);
});

test('a scan with a space after every sign and full-width digits is read as it was written', () => {
  const draft = readNotice(
    [
      '丹 湖 市 财 政 局 关 于 更 换 CA 证 书 的 通 知（示 例）',
      '丹财购 〔２０２６〕 １８ 号',
      '一 、 过 渡 阶 段',
      '１ ． ８ 月 ２４ 日 至 ９ 月 １８ 日 为 过 渡 阶 段 ， 系 统 支 持 解 绑 原 CA 、 绑 定 新 CA 。',
      '二 、 联 系 方 式',
      '市 财 政 局 采 购 处 ： 马 宁 ， ０５１１－８８６６０４５６ 。',
      '丹 湖 市 财 政 局',
      '２０２６ 年 ７ 月 ２０ 日',
    ].join('\n'),
  );
  expect(draft.header).toMatchObject({ documentNumber: '丹财购〔2026〕18号', signedOn: '2026-07-20' });
  expect(told(draft, 'phases', 'from', 'until', 'unbindOld')).toEqual([
    ['2026-08-24', '2026-09-18', 'allows'],
  ]);
  expect(told(draft, 'contacts', 'name', 'person', 'areaCode', 'number')).toEqual([
    ['市财政局采购处', '马宁', '0511', '88660456'],
  ]);
});

/** Lines as a printed page breaks them; a digit is half as wide as a Chinese sign. */
function wrapped(text: string, width: number): readonly string[] {
  const lines = [''];
  let at = 0;
  for (const sign of text) {
    const wide = /[ -~]/.test(sign) ? 0.5 : 1;
    if (at + wide > width) {
      lines.push('');
      at = 0;
    }
    lines.push(`${lines.pop() ?? ''}${sign}`);
    at += wide;
  }
  return lines;
}

test('lines broken at the page’s width are one sentence', () => {
  const text =
    '（一）为确保更换工作顺利完成，请各预算单位务必高度重视，于2026年9月11日前登录“苏采云”系统核对单位名称、统一社会信用代码等信息，完成原CA证书解绑和新CA证书绑定，并使用新CA证书登录系统试签章一次，发现异常的及时告知系统运维人员处理，逾期未完成影响采购活动的由各单位自行负责。';
  const lines = wrapped(text, 26);
  expect(lines.length).toBeGreaterThan(4);
  const draft = readLines('一、有关要求', ...lines, '（二）各单位应指定专人负责。');
  expect(told(draft, 'duties', 'due', 'audiences')).toContainEqual(['2026-09-11', ['budget-unit']]);
  expect(told(draft, 'duties', 'text').flat().join()).toContain('试签章一次');
});

test.each([
  ['仍不能绑定的，拨打云际CA客服400-100-2233', '云际CA', ''],
  ['办理过程中的问题，请联系市财政局政府采购处赵老师，电话025-84440099', '市财政局政府采购处', '赵老师'],
  ['市财政局政府采购处　周科长　0513-55030001', '市财政局政府采购处', '周科长'],
  ['联系人：市财政局政府采购处　高洁　0512-58880022', '市财政局政府采购处', '高洁'],
  ['邮寄地址：宁川市中山路201号华晟CA服务中心，联系电话：025-84440011', '华晟CA服务中心', ''],
  ['联系人：周工　联系电话：0515-88001234', '', '周工'],
  ['启东市：启东市世纪大道1号市民中心，陈涛，13912340404', '启东市', '陈涛'],
  ['CA服务热线：95161', 'CA服务热线', ''],
])('whose number: %s', (text, name, person) => {
  expect(findTelephones(text)).toMatchObject([{ name, person }]);
});

test('a stamp in brackets is of the paper before them', () => {
  const draft = readLines(
    '四、材料',
    '1.供应商：营业执照复印件（加盖公章）、《供应商CA锁申请表》（附件2）、法定代表人授权书原件；',
    '2.法定代表人身份证复印件，加盖公章；',
    '3.经办人身份证原件及复印件；',
    '4.《参会回执》1份（附件3）。',
  );
  expect(told(draft, 'materials', 'name', 'attachment', 'paperStamped')).toEqual([
    ['供应商CA锁申请表', '2', false],
    ['营业执照复印件', '', true],
    ['法定代表人授权书原件', '', false],
    ['法定代表人身份证复印件', '', true],
    ['经办人身份证原件及复印件', '', false],
    ['参会回执', '3', false],
  ]);
});

test('a duty of nobody by name is not the agency’s because only the agency was understood', () => {
  const draft = readLines(
    '一、有关主体',
    '1.代理机构自愿办理。',
    '2.评审专家此次无须更换。',
    '二、步骤',
    '1.4月12日至4月16日，各单位登录系统核对单位全称。',
  );
  const [audiences] = told(draft, 'duties', 'audiences')[0] ?? [];
  expect(audiences).toContain('budget-unit');
  expect(audiences).not.toContain('review-expert');
});

test('what closes a day forbids nothing until then, and asks nobody', () => {
  const draft = readWords('5月10日起可在系统中自行解绑东盾CA锁、绑定华瑞CA锁，5月31日24时关闭换绑通道。');
  expect(told(draft, 'phases', 'from', 'unbindOld', 'bind')).toEqual([['2026-05-10', 'allows', 'allows']]);
  expect(told(draft, 'duties', 'due')).toEqual([]);
});

test('who has not bound is let bind by nothing', () => {
  const draft = readWords('12月19日0时起，系统不再支持原CA证书登录，未完成绑定的单位将无法开展采购业务。');
  expect(told(draft, 'phases', 'from', 'bind', 'useOld')).toEqual([['2026-12-19', 'not-stated', 'forbids']]);
});

test.each([
  '5月31日前已发出成交通知书但未签合同的项目，请用东盾CA锁签完合同后再换绑。',
  '过期超过3个月的，须重新办理。',
  '单位名称发生变化的，不能在线续期，应携带变更证明到服务窗口办理。',
  '逾期需到市级窗口办理。',
  '12月7日至12月11日开标的项目，投标文件应使用升级前的客户端制作，已上传的投标文件无需重新上传。',
  '自2026年7月1日起，采购合同应加盖电子签章，未加盖的系统不予提交。',
])('what is asked of those it happens to is no duty of everybody: %s', (words) => {
  expect(told(readWords(words), 'duties', 'text', 'due')).toEqual([]);
});

test('a correction gives the right day and the right number, and never the wrong ones', () => {
  const draft = readLines(
    '一、第二条“8月10日前报送申请表”更正为“8月14日前报送申请表”。',
    '二、第五条中咨询电话0517-80001111更正为0517-80002222。',
  );
  expect(told(draft, 'duties', 'due')).toEqual([['2026-08-14']]);
  expect(told(draft, 'contacts', 'number', 'name')).toEqual([['80002222', '']]);
});

test('who bears the consequences pays nothing, and the others are not those named before', () => {
  expect(told(readWords('因未及时绑定影响采购活动的，由各单位自行承担责任。'), 'charges', 'payer')).toEqual(
    [],
  );
  const draft = readWords('电子签章每枚每年100元；预算单位由县财政列支，其他单位自理。');
  // All but those for whom somebody else pays: of charges the first that fits counts.
  expect(told(draft, 'charges', 'payer', 'audiences')).toEqual([
    ['finance', ['budget-unit']],
    ['self', []],
  ]);
});

test('an agency’s price is not an expert’s, and a notice without a replacement prices a first key', () => {
  const draft = readNotice(
    [
      '示例市财政局关于专家和代理机构办理CA证书的通知（示例）',
      '示财购〔2026〕1号',
      '四、办理费用：专家CA费用由市财政承担；代理机构首套由其自行承担，每年180元（证书110元、签章70元）。',
      '示例市财政局',
      '2026年6月1日',
    ].join('\n'),
  );
  expect(told(draft, 'charges', 'business', 'payer', 'audiences', 'tariff')).toEqual([
    ['issue', 'finance', ['review-expert'], ''],
    ['issue', 'self', ['procurement-agency'], 'tariffs-1'],
  ]);
});

test('a driver is no key, a place is no key’s name, and what need not be changed is no paper', () => {
  expect(told(readWords('用户登录系统须安装新版CA驱动。'), 'keys', 'name')).toEqual([]);
  expect(told(readWords('携带变更证明及原UKey到深信CA服务窗口办理。'), 'keys', 'name')).toEqual([]);
  expect(told(readWords('核对信息后提交，审核通过后在线更新，无需更换UKey。'), 'materials', 'name')).toEqual(
    [],
  );
});

test('batches by kind of unit, also of one day each', () => {
  const draft = readWords(
    '机关部门：9月8日（星期二）；直属单位：9月9日（星期三）；各街道：9月10日（星期四）。',
  );
  expect(told(draft, 'batches', 'units', 'from', 'until')).toEqual([
    ['机关部门', '2026-09-08', '2026-09-08'],
    ['直属单位', '2026-09-09', '2026-09-09'],
    ['各街道', '2026-09-10', '2026-09-10'],
  ]);
});

test('a counter of the city is no level, and an online way has no counter', () => {
  const draft = readWords(
    '方式一：访问https://ca.example/yx，注册后提交营业执照扫描件、经办人授权书扫描件（均需加盖公章）。\n方式二：现场办理。地点：云溪市政务服务中心一楼5号窗口（云溪市开元大道100号）。',
  );
  expect(told(draft, 'duties', 'where', 'place')).toEqual([['网上办理', '']]);
  expect(told(draft, 'materials', 'name', 'paperStamped')).toEqual([
    ['营业执照扫描件', true],
    ['经办人授权书扫描件', true],
  ]);
});

test('a table taken from its clause by hand is read as well', () => {
  const text = '收费标准\n项目　CA证书　电子签章　合计\n新办　120元　80元　200元\n更换　100元　60元　160元';
  const rows = prefill('tariffs', { cite: '二', text, isHeading: false }, 2026, []);
  expect(rows).toEqual([
    { cite: '二', name: '新办', ca: '120', seal: '80' },
    { cite: '二', name: '更换', ca: '100', seal: '60' },
  ]);
});
