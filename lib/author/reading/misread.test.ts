/** Readings that were wrong and looked right: each was met in somebody's notice, and is held here. */
import { expect, test } from 'vitest';
import { readWords, told } from '@/lib/author/testing/read-notice';
import { clauseAsDuty } from './duties';

const ALL_SUPPLIERS = ['framework-supplier', 'supplier'];

test.each([
  ['评审专家无需申请新CA，10月11日前由财政部门统一制作。', [['review-expert', 'nothing']]],
  ['评审专家无需操作。', [['review-expert', 'nothing']]],
  ['评审专家不需要办理。', [['review-expert', 'nothing']]],
  ['评审专家可不换。', [['review-expert', 'nothing']]],
  ['评审专家免予更换。', [['review-expert', 'nothing']]],
  [
    '评审专家可以不换，预算单位须更换。',
    [
      ['budget-unit', 'must'],
      ['review-expert', 'nothing'],
    ],
  ],
])('an exemption is no duty: %s', (words, audiences) => {
  const draft = readWords(words);
  expect(told(draft, 'audiences', 'audience', 'duty')).toEqual(audiences);
  expect(told(draft, 'duties', 'text')).toEqual([]);
});

test.each([
  '2026年12月31日后到期的供应商可不换。',
  '已持有乙CA的供应商无需更换。',
  '代理机构已完成更换的，无需重新绑定。',
  '供应商未参加政府采购活动的，不需要更换。',
])('an exemption for some of them exempts not all: %s', (words) => {
  const draft = readWords(words);
  expect(told(draft, 'audiences', 'audience', 'duty')).toEqual([]);
  expect(told(draft, 'statements', 'text')).toEqual([[words]]);
});

test('what an exemption goes on to ask is asked, and names no phase', () => {
  const draft = readWords('已持有乙CA且在有效期内的单位，不需要办理更换，9月30日前直接登录绑定即可。');
  expect(told(draft, 'phases', 'name')).toEqual([]);
  expect(told(draft, 'duties', 'due', 'endedBy')).toEqual([['2026-09-30', 'binding']]);
});

test.each([
  ['省本级预算单位应于9月4日前报送，市级预算单位应于9月11日前报送。', [['2026-09-11', ['city']]]],
  ['省级预算单位应于9月4日前将申请表报省财政厅。', []],
  [
    '省直各预算单位于9月4日前完成绑定；各县（市、区）预算单位于9月18日前完成绑定。',
    [['2026-09-18', ['district']]],
  ],
])('a day of the province’s own units is no day of a city’s: %s', (words, duties) => {
  const draft = readWords(words);
  expect(told(draft, 'duties', 'due', 'levels')).toEqual(duties);
  // It is kept in its own words.
  expect(told(draft, 'statements', 'text').join()).toContain('9月4日');
  expect(told(draft, 'phases', 'from')).toEqual([]);
});

test.each([
  '天宁区、钟楼区9月4日至8日，武进区9月11日至15日。',
  '各区分批办理：天宁区、钟楼区9月4日至9月8日；武进区9月11日至15日。',
  '9月4日至8日为天宁区、钟楼区，9月11日至15日为武进区。',
  '办理时间按区域安排如下：\n天宁区、钟楼区：9月4日—9月8日\n武进区：9月11日—9月15日',
])('each district’s days are a batch: %s', (words) => {
  const draft = readWords(words);
  expect(told(draft, 'batches', 'units', 'from', 'until')).toEqual([
    ['天宁区、钟楼区', '2026-09-04', '2026-09-08'],
    ['武进区', '2026-09-11', '2026-09-15'],
  ]);
  expect(told(draft, 'duties', 'from', 'due', 'batches')).toEqual([
    ['2026-09-04', '2026-09-08', ['batches-1']],
    ['2026-09-11', '2026-09-15', ['batches-2']],
  ]);
  expect(told(draft, 'phases', 'from')).toEqual([]);
});

test('days of an audience or of a level are no batch', () => {
  const words = '预算单位9月4日至8日领取，供应商9月11日至15日领取。';
  expect(told(readWords(words), 'batches', 'name')).toEqual([]);
});

test.each([
  [
    '提交《CA更换申请表》（附件1）一式两份，加盖公章，以及《授权委托书》（附件2）、《经办人信息表》（附件3）电子版。',
    [
      ['CA更换申请表', '1', true, '2', false],
      ['授权委托书', '2', false, '', false],
      ['经办人信息表', '3', false, '', true],
    ],
  ],
  [
    '提交《CA更换申请表》（附件1，加盖公章）、《授权委托书》（附件2）和《印章采集表》。',
    [
      ['CA更换申请表', '1', true, '', false],
      ['授权委托书', '2', false, '', false],
      ['印章采集表', '', false, '', false],
    ],
  ],
  [
    '提交《CA更换申请表》（附件1）、《授权委托书》（附件2），均加盖公章。',
    [
      ['CA更换申请表', '1', true, '', false],
      ['授权委托书', '2', true, '', false],
    ],
  ],
  [
    '将《CA更换申请表》和《授权委托书》加盖公章后各一式三份报市财政局。',
    [
      ['CA更换申请表', '', true, '3', false],
      ['授权委托书', '', true, '3', false],
    ],
  ],
  ['填写附件2《授权委托书》并盖章。', [['授权委托书', '2', true, '', false]]],
])('what one paper must have is not what the next must have: %s', (words, materials) => {
  const draft = readWords(words);
  expect(told(draft, 'materials', 'name', 'attachment', 'paperStamped', 'paperCopies', 'scan')).toEqual(
    materials,
  );
});

test.each([
  '供应商递交使用旧锁加密的投标文件，应使用旧锁解密。',
  '已提交用原CA加密的投标文件，开标前不得解绑。',
  '已递交响应文件、尚未开标的供应商，请在开标后解绑。',
])('a tender is no paper to hand in for a key: %s', (words) => {
  expect(told(readWords(words), 'materials', 'name')).toEqual([]);
});

test.each([
  ['供应商首次购买每套192元，由供应商自行承担。', [['issue', 'self', ALL_SUPPLIERS]]],
  ['投标人首次费用由投标人自理。', [['issue', 'self', ALL_SUPPLIERS]]],
  ['供应商新注册的，每套192元（CA97元，签章95元），由供应商自付。', [['issue', 'self', ALL_SUPPLIERS]]],
  ['新办每套192元（CA97元，签章95元）。费用由供应商自行承担。', [['issue', 'self', ALL_SUPPLIERS]]],
  ['首次更换免费，费用由财政统一支付。', [['replace', 'finance', []]]],
])('a first key’s fee is none of a replacement: %s', (words, charges) => {
  const draft = readWords(words);
  expect(told(draft, 'charges', 'business', 'payer', 'audiences')).toEqual(charges);
});

test('a price whose payer is not told is not told as unwritten', () => {
  const draft = readWords(
    '新办每个192元（CA97元，签章95元），更换每个150元（CA80元，签章70元），续期每个120元（CA60元，签章60元）。更换费用由财政承担。',
  );
  expect(told(draft, 'charges', 'business', 'payer', 'tariff')).toEqual([
    ['replace', 'finance', 'tariffs-2'],
    ['issue', 'not-stated', 'tariffs-1'],
    ['renew', 'not-stated', 'tariffs-3'],
  ]);
});

test.each([
  ['10月11日18:00窗口关闭，请各单位提前办理。', '2026-10-11'],
  ['9月29日至10月6日CA窗口关闭，10月7日恢复办理。', '2026-10-06'],
  ['10月1日至10月8日系统停机，请各单位错峰办理绑定。', '2026-10-08'],
  ['9月12日18时至9月13日8时系统停机维护，暂停登录和绑定。', '2026-09-13'],
  ['办理窗口于10月11日关闭，逾期不再办理。', '2026-10-11'],
  ['国庆期间（10月1日至10月8日）窗口不办公。', '2026-10-08'],
])('what is closed asks nobody for anything: %s', (words, until) => {
  const draft = readWords(words);
  expect(told(draft, 'duties', 'text')).toEqual([]);
  expect(told(draft, 'phases', 'name')).toEqual([]);
  expect(told(draft, 'warnings', 'text', 'until')).toEqual([[words, until]]);
});

test('a list after a colon begins with its first paper, not with the colon', () => {
  const draft = readWords('领取时携带：经办人身份证原件、单位介绍信（加盖公章）、申请表复印件。');
  expect(told(draft, 'materials', 'name')).toEqual([['经办人身份证原件'], ['单位介绍信'], ['申请表复印件']]);
});

test.each([
  [
    '政策和申请表报送：县财政局政府采购监管股，陈老师，0500-86660017。',
    ['县财政局政府采购监管股', '陈老师', '政策和申请表报送', 'bureau'],
  ],
  [
    '新CA领取、驱动安装和电子签章：澄岚公司客服，400-000-6617，每天8:00至20:00。',
    ['澄岚公司客服', '', '新CA领取、驱动安装和电子签章', 'ca-vendor'],
  ],
  [
    '系统登录、解绑和绑定操作：“苏采云”系统服务商，0500-86660029。',
    ['“苏采云”系统服务商', '', '系统登录、解绑和绑定操作', 'system-vendor'],
  ],
])('what a number is called for may be a list, and stands before whose it is: %s', (words, contact) => {
  expect(told(readWords(words), 'contacts', 'name', 'person', 'about', 'role')).toEqual([contact]);
});

test.each([
  '10月1日至10月7日国庆假期不办理。',
  '10月1日至7日放假，窗口停办。',
  '春节假期2月15日至2月23日暂停受理。',
])('a holiday asks nobody for anything, and is no phase: %s', (words) => {
  const draft = readWords(`领取地点：示例窗口（示例路1号）。${words}`);
  expect(told(draft, 'duties', 'text')).toEqual([]);
  expect(told(draft, 'phases', 'from')).toEqual([]);
});

test('a holiday on which the system takes no binding is a rule, and no counter that is shut', () => {
  expect(told(readWords('10月1日至10月7日国庆假期暂停办理绑定。'), 'phases', 'from', 'bind')).toEqual([
    ['2026-10-01', 'forbids'],
  ]);
});

test('how long the bureau takes is no duty of the bureau’s: who applies is told', () => {
  const draft = readWords(
    '采购单位需解绑的，应填写《原CA解绑申请表》并加盖公章，报县财政局政府采购监督管理科，县财政局收到申请后2个工作日内办结。',
  );
  expect(told(draft, 'duties', 'audiences')).toEqual([[['budget-unit']]]);
  const ofAll = readWords(
    '过渡阶段内，由单位填写《原CA解绑申请表》并加盖公章，报县财政局政府采购监督管理科，县财政局收到申请后2个工作日内办结。',
  );
  expect(told(ofAll, 'duties', 'audiences')).toEqual([[[]]]);
});

test.each([
  '解绑办结后，由各单位经办人登录“苏采云”系统绑定新CA，最迟于2027年1月15日完成。',
  '各单位登录系统绑定新CA，最晚2027年1月15日办完。',
  '各单位应不迟于2027年1月15日登录系统绑定新CA。',
])('the last day stands behind its word too: %s', (words) => {
  expect(told(readWords(words), 'duties', 'due', 'dueInclusive')).toEqual([['2027-01-15', 'yes']]);
});

test('a price of two years together is no price of one year', () => {
  expect(
    told(
      readWords('新CA服务期为两年，每套两年合计200元（CA数字证书120元，电子签章80元）。'),
      'tariffs',
      'ca',
      'seal',
      'total',
    ),
  ).toEqual([]);
  expect(
    told(readWords('每套每年100元（CA60元，签章40元），两年一次性收取。'), 'tariffs', 'ca', 'seal'),
  ).toEqual([['60', '40']]);
});

test('a year’s price told with the sum of two is a year’s', () => {
  expect(
    told(readWords('每套每年100元（CA60元，签章40元，两年合计200元）。'), 'tariffs', 'ca', 'seal'),
  ).toEqual([['60', '40']]);
});

test('from when one may renew is no last day', () => {
  const duty = clauseAsDuty(
    { cite: '2', text: '到期前2个月起就可以办，最晚12月25日下午5点办完。', isHeading: false },
    { year: 2026, known: [] },
  );
  expect(duty).toMatchObject({ due: '2026-12-25', dueInclusive: 'yes' });
  expect(
    clauseAsDuty({ cite: '2', text: '到期前2个月起就可以办。', isHeading: false }, { year: 2026, known: [] })
      .dueAnchor,
  ).toBeUndefined();
});

test.each([
  ['全市预算单位应当更换CA。', [['budget-unit', 'must']]],
  [
    '各采购单位均须更换新CA，社会代理机构自愿更换。',
    [
      ['budget-unit', 'must'],
      ['procurement-agency', 'may'],
    ],
  ],
  ['采购单位应当换绑新CA。', [['budget-unit', 'must']]],
])('who must replace is told in a plain sentence too: %s', (words, expected) => {
  expect(told(readWords(words), 'audiences', 'audience', 'duty')).toEqual(expected);
});
