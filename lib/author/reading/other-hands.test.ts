/** What notices in other hands say in words of their own: each cause of a misreading, in a text of its own. */
import { expect, test } from 'vitest';
import { changeNotice } from '@/lib/author/base';
import { splitClauses } from '@/lib/author/clauses';
import { takeDown } from '@/lib/author/first-draft';
import { reviewDraft } from '@/lib/author/review';
import { readLines, readNotice, readWords, told } from '@/lib/author/testing/read-notice';
import { PARTS } from '@/lib/author/testing/sample-draft';

test('both keys in the first words, side by side, each with who provides it', () => {
  const draft = readLines(
    '自2026年11月1日起，“苏采云”系统由甲江CA、甲江电子签章切换为乙湖CA、乙湖电子签章。乙湖CA由乙湖数字证书有限公司提供，乙湖电子签章由湖印软件有限公司提供。现通知如下：',
    '一、请及时办理。',
  );
  expect(told(draft, 'keys', 'kind', 'generation', 'name', 'provider')).toEqual([
    ['ca', 'old', '甲江CA', ''],
    ['ca', 'new', '乙湖CA', '乙湖数字证书有限公司'],
    ['seal', 'old', '甲江电子签章', ''],
    ['seal', 'new', '乙湖电子签章', '湖印软件有限公司'],
  ]);
});

test.each([
  ['原证书（甲江CA）升级为新证书（甲江国密CA）。', ['甲江CA', '甲江国密CA']],
  ['本次将现用的甲江CA换发为乙湖CA。', ['甲江CA', '乙湖CA']],
  ['原甲江CA证书换为乙湖CA证书。', ['原甲江CA', '乙湖CA证书']],
  ['甲江电子签章由墨江电子签章换发为湖印电子签章。', ['墨江电子签章', '湖印电子签章']],
])('a key is called by its name, whatever it becomes another by: %s', (words, names) => {
  expect(told(readWords(words), 'keys', 'name').flat()).toEqual(names);
});

test('a price that becomes another price is no key', () => {
  expect(told(readWords('更换CA证书价格由66元/年调整为60元/年。'), 'keys', 'name')).toEqual([]);
});

test('another firm serves: its key is the one the notice calls by it further on', () => {
  const draft = readLines(
    '我市数字证书服务商由甲江公司变更为乙湖电子认证有限公司（以下简称乙湖公司）。现通知如下：',
    '一、请登录系统自行解绑甲江证书并绑定乙湖证书。',
  );
  expect(told(draft, 'keys', 'generation', 'name', 'provider')).toEqual([
    ['old', '甲江证书', ''],
    ['new', '乙湖证书', '乙湖电子认证有限公司'],
  ]);
});

test('seals without a name of their own are keys beside the certificates', () => {
  const draft = readLines('一、启用新版数字证书和电子签章。', '二、11月2日零时起，原证书和原电子签章失效。');
  expect(told(draft, 'keys', 'kind', 'generation', 'name')).toContainEqual(['seal', 'old', '原电子签章']);
  expect(told(draft, 'keys', 'kind', 'generation', 'name')).toContainEqual(['seal', 'new', '新版电子签章']);
});

test.each([
  ['更换完成后，各单位应于9月30日前将旧锁交回财政局。', 'no'],
  ['旧锁不得上交或丢弃，请妥善保管。', 'yes'],
  ['旧锁回收安排另行通知。', 'not-stated'],
])('whether the old key is kept: %s', (words, keep) => {
  const draft = readLines('一、9月1日起解绑旧锁、绑定新锁。', `二、${words}`);
  expect(told(draft, 'keys', 'generation', 'keep')).toContainEqual(['old', keep]);
});

const PHASE = ['name', 'from', 'until', 'unbindOld', 'bind', 'useOld', 'useNew'] as const;
test.each([
  // A day in brackets behind a step's name is where it begins, and asks nobody for anything.
  [
    '正式切换（10月12日）。甲江CA、甲江电子签章停止服务。',
    ['正式切换', '2026-10-12', '', 'not-stated', 'not-stated', 'forbids', 'not-stated'],
  ],
  [
    '9月7日至9月25日为切换期，请各单位在此期间登录系统解绑旧锁、绑定新锁。',
    ['切换期', '2026-09-07', '2026-09-25', 'allows', 'allows', 'not-stated', 'not-stated'],
  ],
  [
    '系统自9月7日起支持原CA解绑和新CA绑定，至9月25日结束。',
    ['解绑和绑定', '2026-09-07', '2026-09-25', 'allows', 'allows', 'not-stated', 'not-stated'],
  ],
  [
    '更换时间。2026年9月7日至9月25日。其间各单位登录系统自行解绑原CA并绑定新CA。',
    ['解绑和绑定', '2026-09-07', '2026-09-25', 'allows', 'allows', 'not-stated', 'not-stated'],
  ],
  [
    '新旧证书在9月7日至9月25日期间同时有效。系统自动解除旧证书绑定，请勿自行解绑。',
    ['启用新CA', '2026-09-07', '2026-09-25', 'forbids', 'not-stated', 'allows', 'allows'],
  ],
  [
    '9月7日至9月25日，领取并绑定，其间系统支持解绑原证书。',
    ['', '2026-09-07', '2026-09-25', 'allows', 'allows', 'not-stated', 'not-stated'],
  ],
])('a phase is read: %s', (words, phase) => {
  const draft = readWords(words);
  expect(told(draft, 'phases', ...PHASE).map((each) => ['', ...each.slice(1)])).toEqual([
    ['', ...phase.slice(1)],
  ]);
  if (phase[0] === '正式切换') expect(told(draft, 'phases', 'name')).toEqual([['正式切换']]);
  expect(told(draft, 'duties', 'due').filter(([due]) => due === '2026-10-12')).toEqual([]);
});

test('what is asked of those alone who have no new key forbids nobody else to unbind', () => {
  const draft = readWords('9月7日至9月25日为过渡期，系统支持解绑和绑定，未领到新CA的，请勿自行解绑。');
  expect(told(draft, 'phases', 'unbindOld')).toEqual([['allows']]);
});

test('after its last day the old key is no longer used, where the notice says so', () => {
  const draft = readWords('9月7日至9月25日，各单位登录系统自行解绑并绑定新CA。逾期甲江证书不再可用。');
  expect(told(draft, 'phases', 'from', 'until', 'useOld')).toEqual([
    ['2026-09-07', '2026-09-25', 'not-stated'],
    ['2026-09-26', '', 'forbids'],
  ]);
});

test('who may unbind in a phase that another part names: those under whose title it stands', () => {
  const draft = readLines(
    '一、时间',
    '1.9月7日至9月25日为过渡期。',
    '二、方式',
    '（一）预算单位',
    '1.领到新CA后，于过渡期内登录系统，先解绑原CA，再绑定新CA。',
    '（二）供应商',
    '1.到窗口办理。',
  );
  expect(told(draft, 'rules', 'action', 'verdict', 'audiences', 'from', 'until')).toEqual([
    ['unbind-old', 'allows', ['budget-unit'], '2026-09-07', '2026-09-25'],
    ['bind', 'allows', ['budget-unit'], '2026-09-07', '2026-09-25'],
  ]);
  expect(told(draft, 'phases', 'unbindOld')).toEqual([['not-stated']]);
});

test('a phase told twice is one, with both clauses', () => {
  const draft = readLines(
    '一、9月7日至9月25日为过渡期，系统支持解绑和绑定。',
    '二、9月28日起，原CA停止使用。',
    '三、问答：9月28日起，只能使用新CA。',
  );
  expect(told(draft, 'phases', 'from', 'useOld', 'useNew', 'cite')).toEqual([
    ['2026-09-07', 'not-stated', 'not-stated', '一'],
    ['2026-09-28', 'forbids', 'allows', '二；三'],
  ]);
});

test.each([
  [
    '到某市行政审批局三楼12号窗口，地址：某市滨江路9号，周一至周五9:00-16:30。',
    ['某市行政审批局三楼12号窗口', '某市滨江路9号', '周一至周五9:00-16:30'],
  ],
  ['交县财政局采购股（县行政中心A座612室）。', ['县财政局采购股', '县行政中心A座612室', '']],
  [
    '领取地点在县行政中心一楼大厅，9月7日至9月9日领取新锁。',
    ['县行政中心一楼大厅', '县行政中心一楼大厅', ''],
  ],
  [
    '自行到乙湖公司东门服务点（某市鲈乡路20号）购买，营业时间9:00-18:00。',
    ['乙湖公司东门服务点', '某市鲈乡路20号', '9:00-18:00'],
  ],
  [
    '办理渠道：市政务服务中心3楼西区（某市长江路1号），上午9点到12点、下午1点半到5点。',
    ['市政务服务中心3楼西区', '某市长江路1号', '上午9点到12点、下午1点半到5点'],
  ],
  ['各单位派人至市财政局118室领取。', ['市财政局118室', '市财政局118室', '']],
])('a place is read as it is written: %s', (words, place) => {
  expect(told(readWords(words), 'places', 'name', 'address', 'hours')).toEqual([place]);
});

test('a point of a list is one place, by the name of its line', () => {
  const draft = readLines(
    '三、网点',
    '1.城区网点：某市人民路5号政务中心2楼，0516-83990016，周一至周五9:00-17:00',
  );
  expect(told(draft, 'places', 'name', 'address', 'hours')).toEqual([
    ['城区网点', '某市人民路5号政务中心2楼', '周一至周五9:00-17:00'],
  ]);
});

test('what a firm serves stands in brackets behind its name, and is its role', () => {
  const draft = readLines(
    '五、电话',
    '1.湖印软件股份有限公司（电子印章）：400-018-5566',
    '2.技术支持：乙湖公司小刘，15900001111',
  );
  expect(told(draft, 'contacts', 'role', 'name', 'person')).toEqual([
    ['seal-vendor', '湖印软件股份有限公司', ''],
    ['system-vendor', '乙湖公司', '小刘'],
  ]);
});

test.each([
  ['预算单位于9月19日前填报汇总表，由主管部门汇总后报市财政局。', '主管部门'],
  ['预算单位9月19日前填报《申请表》，经主管预算单位审核后由市财政局制作。', '主管预算单位'],
  ['主管预算单位汇总后于9月19日前报市财政局。', '市财政局'],
  ['各单位于9月19日下班前将《登记表》交县财政局政府采购股（A座612室）。', '县财政局政府采购股'],
])('where a duty is done: %s', (words, where) => {
  expect(told(readWords(words), 'duties', 'where', 'due')).toEqual([[where, '2026-09-19']]);
});

test('下班前 is on that day', () => {
  expect(told(readWords('各单位于9月18日（星期五）下班前报送。'), 'duties', 'due', 'dueInclusive')).toEqual([
    ['2026-09-18', 'yes'],
  ]);
});

test.each([
  ['旧证书请保留至2026年12月31日，以备查阅。', 'keep', '2026-12-31'],
  ['解绑前请妥善保管原CA。', 'keep', ''],
  ['各用户应先用新CA登录成功，再解绑原CA。', 'rule', ''],
  ['解绑前请确认所有项目均已解密。', 'rule', ''],
  ['不要把证书交给他人使用。', 'rule', ''],
])('what is to be minded is a warning, and no duty: %s', (words, kind, until) => {
  expect(told(readWords(words), 'duties', 'text')).toEqual([]);
  expect(told(readWords(words), 'warnings', 'kind', 'until')).toEqual([[kind, until]]);
});

test('who is asked to come has the duty, and not who hands out', () => {
  const draft = readWords('市财政局于9月7日至9月9日集中发放，请各单位派人至市财政局118室领取。');
  expect(told(draft, 'duties', 'audiences', 'due')).toEqual([[[], '2026-09-09']]);
});

test.each([
  ['领到新证书后，应在5个工作日内登录系统完成绑定。', ['receipt-new-ca', '5', '']],
  ['经办人变动的，应在变动之日起10个工作日内办理证书变更。', ['event', '10', '经办人变动']],
])('a day of one’s own: %s', (words, [anchor, count, event]) => {
  const draft = readWords(words);
  expect(told(draft, 'duties', 'dueAnchor', 'dueCount')).toEqual([[anchor, count]]);
  expect(told(draft, 'events', 'name').flat()).toEqual(event === '' ? [] : [event]);
});

test('each level hands in to its own bureau', () => {
  const draft = readWords('市级预算单位向市财政局提交申请表，区级预算单位向所在区财政局提交申请表。');
  expect(told(draft, 'duties', 'levels', 'where')).toEqual([
    [['city'], '市财政局'],
    [['district'], '所在区财政局'],
  ]);
});

test.each([
  ['领取时交验经办人身份证。', ['经办人身份证']],
  ['领取人须携带单位介绍信和本人身份证。', ['单位介绍信', '本人身份证']],
  ['须携带营业执照复印件（加盖公章）和《申请表》办理。', ['申请表', '营业执照复印件']],
  ['填写申请表后上传系统，无需提交纸质材料。', []],
])('papers: %s', (words, names) => {
  expect(told(readWords(words), 'materials', 'name').flat()).toEqual(names);
});

test.each([
  ['每个预算单位原则上换发1套。', '1'],
  ['每家预算单位核定证书2个。', '2'],
])('how many keys: %s', (words, count) => {
  expect(told(readWords(words), 'counts', 'count')).toEqual([[count]]);
});

test('a replacement some days before expiry is when one may renew', () => {
  const draft = readLines('一、启用新CA。', '二、供应商的证书可在到期前60日内在线换领。');
  expect(told(draft, 'renewals', 'opens', 'opensUnit')).toEqual([['60', 'days']]);
});

test('whom a notice addresses and asks for something is whom it is for, where no part says so', () => {
  const draft = readNotice(
    [
      '示例市财政局关于更换CA的通知（示例）',
      '各预算单位、各供应商、评审专家：',
      '一、预算单位应于9月18日前报送申请表。',
      '二、供应商可自行到窗口办理。',
      '示例市财政局',
      '2026年8月20日',
    ].join('\n'),
  );
  expect(told(draft, 'audiences', 'audience', 'duty').filter(([id]) => id !== 'framework-supplier')).toEqual([
    ['budget-unit', 'must'],
    ['supplier', 'may'],
  ]);
});

test('under 升级对象 whoever is named has to', () => {
  const draft = readLines('一、升级对象', '区级预算单位、集中采购机构。', '二、请登录系统办理。');
  expect(told(draft, 'audiences', 'audience', 'duty')).toEqual([
    ['budget-unit', 'must'],
    ['central-purchasing-body', 'must'],
  ]);
});

test('what is asked under a title is asked of whom it names, and in a step’s days', () => {
  const draft = readLines(
    '二、办理',
    '（一）预算单位',
    '1.9月18日前登录系统填写申请表。',
    '（二）领取',
    '1.领取（9月21日—9月25日）。各单位到市财政局领取。',
  );
  expect(told(draft, 'duties', 'audiences', 'from', 'due')).toEqual([
    [['budget-unit'], '', '2026-09-18'],
    [[], '2026-09-21', '2026-09-25'],
  ]);
});

test('an annex that is asked for by its number is the form of that number', () => {
  const draft = readNotice(
    [
      '示例市财政局关于更换CA的通知（示例）',
      '一、预算单位于9月18日前向市财政局提交附件2。',
      '附件：1.办理网点一览表',
      '2.更换申请表',
      '示例市财政局',
      '2026年8月20日',
    ].join('\n'),
  );
  expect(told(draft, 'materials', 'name', 'attachment')).toEqual([['更换申请表', '2']]);
  expect(told(draft, 'duties', 'materials')).toEqual([[['materials-1']]]);
});

test('a number without a name is of the firm beside it, a person without a firm of the bureau', () => {
  const draft = readLines(
    '五、电话：乙湖公司 0518-86001234、0518-86001235',
    '六、联系人：王海，联系电话：85540012',
  );
  expect(told(draft, 'contacts', 'name', 'person', 'number')).toEqual([
    ['乙湖公司', '', '86001234'],
    ['乙湖公司', '', '86001235'],
    ['示例市财政局', '王海', '85540012'],
  ]);
  expect(told(draft, 'contacts', 'role').at(-1)).toEqual(['bureau']);
});

test('a notice without a day is signed by its last line', () => {
  const draft = readNotice(
    '关于CA办理的说明\n各单位：\n一、请及时办理。\n二、咨询电话：88112233\n示例市财政局采购科',
  );
  expect(draft.header).toMatchObject({ issuer: '示例市财政局采购科', region: '示例市' });
  expect(told(draft, 'statements', 'text')).toEqual([]);
});

test('prices by kind of business, each with its unit', () => {
  const draft = readLines('七、费用：首次办理200元/年（含签章），续期160元/年，补办80元/次。供应商自理。');
  expect(told(draft, 'tariffs', 'name', 'total', 'per')).toEqual([
    ['新办', '200', 'year'],
    ['续期', '160', 'year'],
    ['补办', '80', 'once'],
  ]);
  // Without a unit nobody knows what for.
  expect(told(readLines('七、新办200元，续期160元。'), 'tariffs', 'total')).toEqual([]);
});

test('a row of a table without a seal is the price of one key, once', () => {
  const draft = readLines(
    '三、收费标准',
    '类别 | CA证书 | 电子签章',
    '更换 | 66元/年 | 54元/年',
    '补办 | 50元/次 | —',
  );
  expect(told(draft, 'tariffs', 'name', 'ca', 'seal', 'total', 'per')).toEqual([
    ['更换', '66', '54', '', 'year'],
    ['补办', '', '', '50', 'once'],
  ]);
});

test('the others pay what nobody by name does; what is free for a valid key is a replacement', () => {
  const draft = readLines(
    '四、新办每年100元（CA60元，签章40元）。更换每年60元（CA40元，签章20元）。预算单位更换费用由财政承担；入围供应商原CA在有效期内的，免费更换；其他用户更换费用自理。',
  );
  expect(
    told(draft, 'charges', 'business', 'audiences', 'oldCa', 'payer').filter(
      ([business]) => business === 'replace',
    ),
  ).toEqual([
    ['replace', ['framework-supplier'], ['valid'], 'free'],
    ['replace', ['budget-unit'], [], 'finance'],
    ['replace', [], [], 'self'],
  ]);
  expect(told(draft, 'charges', 'business', 'payer')).not.toContainEqual(['issue', 'free']);
});

test('behind ； the same people are meant', () => {
  const draft = readLines(
    '四、更换每年60元（CA40元，签章20元）。供应商自行承担；旧CA尚在有效期内的，免费更换。',
  );
  expect(told(draft, 'charges', 'audiences', 'payer')[0]).toEqual([
    ['framework-supplier', 'supplier'],
    'free',
  ]);
});

test('what a phase tells already is no warning beside it', () => {
  const draft = readWords('9月7日至9月25日，系统支持解绑和绑定。9月28日起原CA证书不能使用。');
  expect(told(draft, 'warnings', 'text')).toEqual([]);
});

const BASE = (() => {
  const draft = readNotice(
    [
      '示例市财政局关于更换CA的通知（示例）',
      '示财购〔2026〕1号',
      '一、更换对象：预算单位。',
      '二、9月7日至9月25日为过渡期，系统支持解绑和绑定。9月28日起原CA停止使用。',
      '三、更换每年120元（CA66元，签章54元），续期每年100元（CA50元，签章50元），由财政承担。',
      '四、电话：示例市财政局采购科，0518-86112233。',
      '示例市财政局',
      '2026年8月20日',
    ].join('\n'),
  );
  const { pack, problems } = reviewDraft(
    { ...draft, header: { ...draft.header, packId: 'base', publishedOn: '2026-08-21' } },
    [],
    PARTS,
  );
  if (!pack) throw new Error(JSON.stringify(problems));
  return pack;
})();

/** A supplement to it, read beside it. */
function supplement(...lines: readonly string[]) {
  const noticeText = [
    '示例市财政局补充通知（示例）',
    '示财购〔2026〕2号',
    ...lines,
    '示例市财政局',
    '2026年9月1日',
  ].join('\n');
  const blank = readNotice('');
  return takeDown(
    changeNotice({ ...blank, noticeText, entries: { ...blank.entries } }, BASE, ''),
    splitClauses(noticeText),
    { year: 2026, known: PARTS.audiences, base: BASE, initials: () => 'x' },
  );
}

test('a corrected price is a change of the one that was so much, and no price beside it', () => {
  const draft = supplement('一、更换CA证书价格由66元/年调整为60元/年。', '二、签章由每年50元调整为45元。');
  const change = BASE.fees.tariffs.map(({ id, ca }) => [id, ca]);
  expect(told(draft, 'amendments', 'fact', 'ca', 'seal')).toEqual([
    [`tariffs/${change.find(([, ca]) => ca === 66)?.[0]}`, '60', ''],
    [`tariffs/${change.find(([, ca]) => ca === 50)?.[0]}`, '', '45'],
  ]);
  expect(told(draft, 'tariffs', 'name')).toEqual([]);
});

test('two clauses that move one fact to one day move it once', () => {
  const draft = supplement(
    '一、过渡期延长至10月16日。',
    '二、过渡期解绑、绑定截止时间由9月25日相应延长至10月16日。',
  );
  const facts = told(draft, 'amendments', 'fact').flat();
  expect(new Set(facts).size).toBe(facts.length);
  expect(facts).toContain(`phases/${BASE.phases[0]?.id}`);
});

test('what a supplement asks for itself has the papers and the place it names', () => {
  const draft = supplement(
    '一、9月14日至9月18日，代理机构携带营业执照复印件到市公共资源交易中心101室现场办理。',
  );
  expect(told(draft, 'duties', 'place', 'where', 'materials', 'due')).toEqual([
    ['places-1', '市公共资源交易中心101室', ['materials-1'], '2026-09-18'],
  ]);
});
