// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import templates from '@/knowledge/guide-templates.json';
import { builtinPack } from '@/lib/notice/builtin';
import { trouble as troubleSchema } from '@/lib/notice/schema';
import { makePack } from '@/lib/notice/testing/make-pack';
import { rounds } from '@/lib/notice/testing/rounds';
import { showHtml, showPage } from '@/lib/page/fixtures/load';
import { TROUBLE_STATES } from '@/lib/page/model';
import { recognise } from '@/lib/page/recognise';
import { HEARD, NO_TROUBLE } from './testing/trouble-wordings';
import { troubleOnPage } from './trouble';
import { choiceOf, findTroubles } from './trouble-choices';
import { LIFE_CUES, PAGE_CUES } from './trouble-words';
import { generalTroubles, troublesOf } from './troubles';
import { coreOfName, vendorNames } from './vendor-names';

// A property is slow on a busy machine, not stuck.

const CHOICES = generalTroubles.map((trouble) => choiceOf(trouble, vendorNames(builtinPack)));

/** Texts and codes that people meet (field notes of the project, from public pages), each to its trouble. */
const MET: readonly (readonly [string, string])[] = [
  ['没有检测到CA设备,请插入CA设备', 'key-missing'],
  ['读取CA证书失败,请检查CA设备是否插好或驱动是否正确安装', 'read-failed'],
  ['XX助手未安装或安装后控件未注册成功', 'assistant-missing'],
  ['未检测到UKEY', 'key-missing'],
  ['ukey数量大于2', 'too-many-keys'],
  ['非招标锁!无登录权限', 'wrong-key'],
  ['浏览器无访问权限', 'access-refused'],
  ['您的CA设备中用户信息不正确', 'user-mismatch'],
  ['请检查CA驱动是否正确安装', 'assistant-missing'],
  ['没有检测到证书助手', 'assistant-missing'],
  ['该证书不能解锁,不在已生效状态', 'not-in-effect'],
  ['0x0A000024', 'pin-wrong'],
  ['0x0A000025', 'pin-locked'],
  ['0xE0000027', 'key-missing'],
  ['0xE0010000', 'no-certificate'],
  ['0xE0010005', 'wrong-key'],
  ['0x8010006E', 'cancelled'],
];

/** Habits of the field notes that are no message: found by how people would put them. */
const PUT: readonly (readonly [string, string])[] = [
  ['装了两家证书助手', 'two-assistants'],
  ['兼容模式', 'compatibility-mode'],
  ['下载证书时中断', 'download-interrupted'],
  ['解密失败', 'cannot-decrypt'],
  ['获取不到证书名称', 'names-missing'],
  ['PIN码错误', 'pin-wrong'],
  ['口令已锁', 'pin-locked'],
  ['UKey识别不到', 'key-missing'],
  ['没有找到CA锁', 'key-missing'],
  ['锁插在集线器上', 'key-missing'],
  ['用的USB延长线', 'key-missing'],
  ['助手安装路径有中文', 'assistant-missing'],
  ['装在中文目录里了', 'assistant-missing'],
  ['电脑时间不对', 'certificate-expired'],
  ['证书助手里只有一条证书', 'no-certificate'],
  ['只显示一行证书', 'no-certificate'],
  ['不小心点了上报', 'names-missing'],
  ['上报按钮点了', 'names-missing'],
  ['blocked by Local Network Access', 'access-refused'],
  ['net::ERR_BLOCKED_BY_PRIVATE_NETWORK_ACCESS_CHECKS', 'access-refused'],
];

/** As people put it who read no text off a box, and texts of other systems: found by cues (trouble-words.ts). */
const TOLD: readonly (readonly [string, string])[] = [
  ['插了锁没反应', 'key-missing'],
  ['读不到锁', 'key-missing'],
  ['电脑认不出U盾', 'key-missing'],
  ['识别不到CA', 'key-missing'],
  ['未检测到智能密码钥匙', 'key-missing'],
  ['没有检测到设备，请确认设备已插入', 'key-missing'],
  ['换了新锁还是提示没插锁', 'key-missing'],
  ['U盾灯不亮', 'key-missing'],
  ['证书列表为空', 'no-certificate'],
  ['没有可用的证书', 'no-certificate'],
  ['请先安装证书助手', 'assistant-missing'],
  ['控件加载失败', 'assistant-missing'],
  ['证书助手没有启动', 'assistant-missing'],
  ['连接本地服务失败', 'assistant-missing'],
  ['ERR_CONNECTION_REFUSED', 'assistant-missing'],
  ['装了驱动还是不行', 'assistant-missing'],
  ['杀毒软件拦了', 'assistant-missing'],
  ['PIN码输错了', 'pin-wrong'],
  ['PIN忘了', 'pin-wrong'],
  ['口令错误，还剩3次机会', 'pin-wrong'],
  ['锁被锁死了', 'pin-locked'],
  ['证书密码锁定', 'pin-locked'],
  ['您的证书已过有效期', 'certificate-expired'],
  ['证书快到期了', 'certificate-expired'],
  ['该CA已经绑定过了', 'already-bound'],
  ['此证书已绑定其他账号', 'already-bound'],
  ['登陆超时请重新登陆', 'session-expired'],
  ['网络超时', 'system-busy'],
  ['页面一直转圈', 'system-busy'],
  ['500 Internal Server Error', 'system-busy'],
  ['证书与当前用户不匹配', 'user-mismatch'],
  ['证书颁发机构不正确', 'wrong-key'],
  ['用了另一家的锁', 'wrong-key'],
  ['老锁新锁分不清', 'wrong-key'],
  ['插了两把锁', 'too-many-keys'],
  ['检测到2个Key', 'too-many-keys'],
  ['两个CA助手打架', 'two-assistants'],
  ['解密不了标书', 'cannot-decrypt'],
  ['投标文件打不开', 'cannot-decrypt'],
  ['页面乱码', 'compatibility-mode'],
  ['点了取消', 'cancelled'],
  ['下载证书的时候拔了锁', 'download-interrupted'],
  ['浏览器弹窗问是否允许访问本地网络', 'access-refused'],
  ['签章盖不上', 'seal-failed'],
  ['盖章没反应', 'seal-failed'],
  ['验签失败', 'seal-failed'],
  ['证书被吊销', 'not-in-effect'],
  ['锁插着，一点反应都没有', 'key-missing'],
  ['我这个小锁插上去电脑没得反应', 'key-missing'],
  ['提示我插入key，可是我已经插了呀', 'key-missing'],
  ['助手打开了又没了', 'assistant-missing'],
  ['新锁密码多少啊', 'pin-wrong'],
  ['登着登着就退出来了', 'session-expired'],
  ['网页一直在转', 'system-busy'],
  ['上面写证书和账号不是同一个单位', 'user-mismatch'],
  ['我有两个锁不知道插哪个', 'wrong-key'],
  ['提示只能插一个', 'too-many-keys'],
  ['盖章那个地方是灰的', 'seal-failed'],
];

/** In two words, as a clerk says it on the telephone: what became of the key, the people, the unit or the computer. */
const BRIEFLY: readonly (readonly [string, string])[] = [
  ['锁丢了', 'key-lost'],
  ['钥匙丢了', 'key-lost'],
  ['U盾不见了', 'key-lost'],
  ['我的钥匙找不到了', 'key-lost'],
  ['锁丢了怎么补', 'key-lost'],
  ['CA锁掉了', 'key-lost'],
  ['UK坏了', 'key-broken'],
  ['证书过期了', 'certificate-expired'],
  ['密码忘了', 'pin-wrong'],
  ['登录密码忘了', 'login-forgotten'],
  ['锁住了', 'pin-locked'],
  ['被锁掉了', 'pin-locked'],
  ['插上没反应', 'key-missing'],
  ['电脑找不到锁', 'key-missing'],
  ['无法识别', 'key-missing'],
  ['打不开网页', 'system-busy'],
  ['弹窗', 'dialog-unclear'],
  ['驱动', 'assistant-missing'],
  ['签章失败', 'seal-failed'],
  ['未找到证书', 'no-certificate'],
  ['该证书已绑定', 'already-bound'],
  ['换了电脑', 'new-computer'],
  ['离职了没交接', 'holder-left'],
  ['法人换了', 'unit-changed'],
  ['法人换了要不要重新做章', 'unit-changed'],
  ['单位改名', 'unit-changed'],
  ['解绑按钮是灰的', 'control-dead'],
  ['要用哪个浏览器', 'compatibility-mode'],
];

describe('names of companies', () => {
  it.each([
    ['江苏意源科技有限公司', '意源'],
    ['方正国际软件（北京）有限公司', '方正'],
    ['原国信CA', '国信'],
    ['江苏省电子政务证书认证中心', ''],
    ['苏信数字认证有限公司', '苏信'],
    ['新CA', ''],
  ])('%s is called %s', (name, core) => expect(coreOfName(name)).toBe(core));

  it('come from the notice in force, not from the search', () => {
    expect(vendorNames(builtinPack)).toEqual(expect.arrayContaining(['国信', '意源', '方正']));
    expect(JSON.stringify([PAGE_CUES, LIFE_CUES])).not.toMatch(/意源|国信|方正/);
    const told = '拿的是国信那把';
    expect(first(told)).toBe('wrong-key');
    const without = generalTroubles.map((trouble) => choiceOf(trouble, ['安信']));
    expect(findTroubles(without, told)[0]?.id).not.toBe('wrong-key');
    expect(findTroubles(without, '拿的是安信那把')[0]?.id).toBe('wrong-key');
  });
});

/** ASCII as its full-width forms. */
const widen = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0));

const first = (text: string) => findTroubles(CHOICES, text)[0]?.id;

describe('the knowledge base', () => {
  it('is written as a pack writes its troubles', () => {
    for (const trouble of generalTroubles) expect(troubleSchema.parse(trouble)).toEqual(trouble);
  });

  it('has each trouble once, and each page state in exactly one', () => {
    expect(new Set(generalTroubles.map(({ id }) => id)).size).toBe(generalTroubles.length);
    const states = generalTroubles.flatMap((trouble) => trouble.states ?? []);
    expect([...states].sort()).toEqual([...TROUBLE_STATES].sort());
  });

  it.each(generalTroubles.map((trouble) => [trouble.id, trouble] as const))(
    '%s leads somewhere: a cure, somebody to call, a source; in both languages',
    (_, { title, cause, cure = [], dont = [], text, contact, basis, inferredBy }) => {
      expect(builtinPack.contacts.map(({ role }) => role)).toContain(contact);
      expect(cure.length).toBeGreaterThan(0);
      expect(basis).toBe('inferred');
      for (const each of [title, cause, text, inferredBy, ...cure, ...dont]) {
        expect(each?.zh).toMatch(/\p{Script=Han}/u);
        expect(each?.en).toBeTruthy();
        expect(each?.zh).not.toMatch(/[！!你]/);
      }
    },
  );

  it('asks first whether it is the right key, wherever a key is at issue', () => {
    const ofKeys = generalTroubles.filter(
      ({ id }) => !['session-expired', 'system-busy', 'compatibility-mode', 'access-refused'].includes(id),
    );
    const SELDOM = ['already-bound', 'pin-locked', 'two-assistants', 'download-interrupted', 'not-in-effect'];
    // No key is in a slot yet.
    const BEFORE = ['key-lost', 'holder-left', 'unit-changed', 'dialog-unclear', 'control-dead'];
    for (const { id, text, cure = [] } of ofKeys) {
      if ([...SELDOM, ...BEFORE].includes(id)) continue;
      expect(`${id}: ${text.zh}${cure.slice(0, 2).map(({ zh }) => zh)}`).toMatch(
        /对的那把锁|插的是不是|留下的应是|那把锁/,
      );
    }
  });

  it('forbids an unbinding before there is something to bind, wherever key, holder or unit changed', () => {
    for (const id of ['key-lost', 'key-broken', 'login-forgotten', 'holder-left', 'unit-changed']) {
      const { dont = [] } = generalTroubles.find((each) => each.id === id) ?? {};
      expect(`${id}: ${dont[0]?.zh}`).toMatch(/不要解绑/);
    }
  });

  it('never counts the tries that are left, and never tells a PIN', () => {
    const all = JSON.stringify(generalTroubles);
    expect(all).not.toMatch(/\d+\s*次/);
    expect(all).not.toMatch(/12345|11111111|88888888/);
  });

  it('warns against another try where a PIN was wrong, and against unplugging while a key is read', () => {
    const donts = (id: string) =>
      generalTroubles
        .find((each) => each.id === id)
        ?.dont?.map(({ zh }) => zh)
        .join('') ?? '';
    expect(donts('pin-wrong')).toContain('不要再试口令');
    expect(donts('pin-locked')).toContain('不要再试口令');
    expect(donts('read-failed')).toContain('不要拔锁');
    expect(donts('names-missing')).toContain('上报');
  });
});

describe('a text leads to its trouble', () => {
  it.each([...MET, ...PUT, ...TOLD, ...BRIEFLY])('%s → %s', (text, id) => {
    expect(first(text)).toBe(id);
  });

  it('has cues for troubles that there are, and none that every text would meet', () => {
    const known = generalTroubles.map(({ id }) => id);
    for (const [id, cues] of [...Object.entries(PAGE_CUES), ...Object.entries(LIFE_CUES)]) {
      expect(known).toContain(id);
      for (const word of cues.flat(2)) expect(word.length, `${id}: ${word}`).toBeGreaterThan(0);
    }
    for (const text of ['怎么申请新CA', '费用多少', '解绑在哪里', '今天用哪把锁', '绑定新CA']) {
      expect(findTroubles(CHOICES, text).map(({ id }) => id)).toEqual([]);
    }
  });

  it('is found by most of what callers say, and seldom is another one first', () => {
    const led = HEARD.map(([text, ids]) => ({ text, ids, id: first(text) }));
    const wrong = led.filter(({ id, ids }) => id !== undefined && !ids.includes(id));
    const right = led.filter(({ id, ids }) => id !== undefined && ids.includes(id));
    expect(right.length, `of ${led.length}`).toBeGreaterThanOrEqual(447);
    expect(wrong.map(({ text, id }) => `${text} → ${id}`)).toEqual(['密码错误次数超了 → pin-wrong']);
  });

  it.each(NO_TROUBLE)('%s is no trouble', (text) => {
    expect(findTroubles(CHOICES, text).map(({ id }) => id)).toEqual([]);
  });

  it('also with other spaces, signs, width and case, and inside what the box says besides', () => {
    const between = fc.constantFrom('', ' ', '  ', '\n', '，', '!', '。', '“', '—');
    fc.assert(
      fc.property(
        fc.constantFrom(...MET),
        fc.array(between, { minLength: 1, maxLength: 60 }),
        fc.boolean(),
        fc.boolean(),
        ([text, id], signs, isUpper, isWide) => {
          const written = isWide ? widen(text) : text;
          const noisy = [...written].map((each, at) => each + (signs[at % signs.length] ?? '')).join('');
          expect(first(isUpper ? noisy.toUpperCase() : noisy.toLowerCase())).toBe(id);
          expect(first(`来自网页的消息：${noisy}（请联系管理员）`)).toBe(id);
        },
      ),
      rounds(60),
    );
  });

  it('leads nowhere where nothing fits, and everywhere where nothing is asked', () => {
    expect(findTroubles(CHOICES, '今天食堂吃什么')).toEqual([]);
    expect(findTroubles(CHOICES, '锁')).toEqual([]);
    expect(findTroubles(CHOICES, '  ，')).toEqual(CHOICES);
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(findTroubles(CHOICES, text).length).toBeLessThanOrEqual(CHOICES.length);
      }),
      rounds(200),
    );
  });
});

describe("a notice's own troubles", () => {
  const general = generalTroubles.find(({ id }) => id === 'two-assistants');

  it('stand in front, and replace the general one of the same id and state', () => {
    const own = {
      id: 'two-assistants',
      kind: 'driver-conflict' as const,
      phrases: ['助手冲突'],
      states: ['driver-missing' as const],
      text: { zh: '先卸载国信CA助手。' },
      cite: '四、1',
    };
    const pack = makePack({ troubles: [own] });
    expect(troublesOf(pack)[0]).toBe(own);
    expect(troublesOf(pack)).not.toContain(general);
    expect(troubleOnPage(pack, 'driver-missing')?.trouble).toBe(own);
    expect(troubleOnPage(makePack(), 'driver-missing')?.trouble.id).toBe('assistant-missing');
  });
});

describe('a trouble that a guide sees to', () => {
  const guide = builtinPack.guides.find(({ id }) => id === 'key-recognised');
  const cureUnder = (pack: Parameters<typeof troublesOf>[0]) =>
    troublesOf(pack).find(({ id }) => id === 'key-missing');
  const away = guide?.steps.filter(({ targets }) => targets.length === 0) ?? [];

  it('says the guide’s own sentences, each once, and ends with its own', () => {
    const cure = cureUnder(builtinPack)?.cure ?? [];
    expect(away.length).toBeGreaterThan(3);
    expect(cure.slice(0, away.length)).toEqual(away.map(({ say }) => say));
    expect(cure.at(-1)?.zh).toContain('检查环境');
    expect(new Set(cure.map(({ zh }) => zh)).size).toBe(cure.length);
    const dont = cureUnder(builtinPack)?.dont?.map(({ zh }) => zh);
    expect(dont).toEqual(expect.arrayContaining(['不要为此去解绑。', '正在读取、下载或绑定时，不要拔锁。']));
  });

  it('follows the guide of the notice, and helps where a notice has none', () => {
    const [first] = away;
    if (!guide || !first) throw new Error('no guide');
    const say = { zh: '请插蓝色的那把。' };
    const own = { ...guide, steps: [{ ...first, say }] };
    expect(cureUnder({ troubles: [], guides: [own] })?.cure?.[0]).toBe(say);
    expect(cureUnder({ troubles: [], guides: [] })?.cure?.[0]).toBe(first.say);
  });

  it('is told in the same words by the template for new notices', () => {
    const template = templates.find(({ id }) => id === 'key-recognised');
    expect(template?.steps.map(({ say }) => say)).toEqual(guide?.steps.map(({ say }) => say));
  });
});

describe('on the page', () => {
  const stateOf = () => recognise('http://jszfcg.jsczt.cn/', document).state;
  const login = (more: string) =>
    showHtml(`<body><h1>登录</h1><div role="tablist"><span>账号登录</span><span>CA登录</span></div>
      <p>请插入CA锁后点击登录</p><button>登录</button>${more}</body>`);
  /** Which page states a text may be taken for; nothing is always allowed. */
  const FITTING: Readonly<Record<string, readonly string[]>> = {
    'read-failed': ['key-missing', 'driver-missing'],
    'not-in-effect': ['certificate-expired'],
    'no-certificate': ['key-missing'],
  };

  it.each(MET)('%s in a dialog is its trouble, or left to the person to choose', (text, id) => {
    login(`<div role="dialog" aria-modal="true"><h2>提示</h2><p>${text}</p><button>确定</button></div>`);
    const seen = troubleOnPage(builtinPack, stateOf());
    const fitting = FITTING[id] ?? generalTroubles.find((each) => each.id === id)?.states ?? [];
    if (seen) expect(seen.trouble.states?.some((state) => fitting.includes(state))).toBe(true);
  });

  it.each(['没有检测到CA设备,请插入CA设备', '未检测到UKEY', '没有检测到证书助手'])(
    '%s in a dialog is seen, not only left to the person',
    (text) => {
      login(`<div role="dialog" aria-modal="true"><h2>提示</h2><p>${text}</p><button>确定</button></div>`);
      expect(troubleOnPage(builtinPack, stateOf())).not.toBeNull();
    },
  );

  it.each(MET)('%s in standing help is no trouble', (text) => {
    login(`<ul class="help"><li>如提示“${text}”，请联系客服。</li></ul>`);
    expect(troubleOnPage(builtinPack, stateOf())).toBeNull();
  });

  it('is none on the page of standing help', () => {
    showPage('trap-02-standing-help');
    expect(troubleOnPage(builtinPack, stateOf())).toBeNull();
  });
});

describe('every trouble', () => {
  it('says what caused it, how to cure it, whom to call and what not to do', () => {
    for (const { id, cause, cure = [], dont = [], contact } of troublesOf(builtinPack)) {
      expect([id, !!cause, cure.length > 0, dont.length > 0, !!contact]).toEqual([
        id,
        true,
        true,
        true,
        true,
      ]);
    }
  });

  it('of the key itself has the right key looked for first', () => {
    const ofKey = [
      'key-missing',
      'assistant-missing',
      'read-failed',
      'wrong-key',
      'user-mismatch',
      'no-certificate',
    ];
    for (const id of [
      ...ofKey,
      'pin-wrong',
      'pin-locked',
      'certificate-expired',
      'seal-failed',
      'cannot-decrypt',
    ]) {
      const trouble = troublesOf(builtinPack).find((each) => each.id === id);
      expect(`${trouble?.text.zh}${trouble?.cure?.[0]?.zh}`).toMatch(/先看插的是不是|先看锁住的是哪一把/);
    }
  });
});
