/**
 * What was meant by what was typed in a hurry: pinyin that no input method turned into signs, a sign of the same
 * sound or shape in a word of the field, a code without its beginning. For the search alone (`trouble-choices.ts`).
 */

/** Signs of the field's words by their sound, each with those that an input method offers beside them. */
const SOUNDS: Readonly<Record<string, string>> = {
  an: '安按案',
  bang: '绑帮榜邦',
  cha: '插查差茶',
  ce: '测册侧策',
  cheng: '成程城',
  chu: '出初除',
  cuo: '错措搓',
  deng: '登等灯',
  ding: '定订钉',
  dong: '动东懂洞',
  du: '读独毒度',
  fan: '繁反返烦',
  gai: '盖改概',
  guo: '过国果',
  hao: '号好耗',
  ji: '已己忌纪',
  jian: '检捡件建健见俭间',
  jie: '解介接借界',
  kong: '控空孔',
  kou: '口扣寇囗',
  liu: '浏流留',
  ling: '令另领零灵',
  lan: '览栏兰蓝',
  lu: '录陆路',
  ma: '码吗马嘛妈',
  mang: '忙茫芒',
  mi: '密秘蜜米',
  qi: '期其七器启起气',
  qian: '签千迁欠前',
  qu: '取驱去区躯曲趣',
  quan: '权全劝',
  ru: '入如人乳',
  shi: '失识时事市',
  bai: '败拜',
  bie: '别憋',
  shou: '手守首收',
  shu: '书数输术树',
  suo: '锁所索琐',
  tong: '统同通',
  wei: '未末为味位',
  xi: '系西希',
  xiao: '效小校',
  xian: '限现线险',
  you: '有又由',
  yin: '印因引',
  zhang: '章张掌账帐涨',
  zheng: '证正政整征',
  zhi: '质之值制',
  zhu: '助住注主柱',
  zhuang: '装状庄',
};

/** Words of the field with their sounds. What people say of a key goes by these. */
const WORDS: Readonly<Record<string, string>> = {
  检测: 'jian ce',
  口令: 'kou ling',
  密码: 'mi ma',
  证书: 'zheng shu',
  助手: 'zhu shou',
  驱动: 'qu dong',
  控件: 'kong jian',
  安装: 'an zhuang',
  绑定: 'bang ding',
  解绑: 'jie bang',
  解密: 'jie mi',
  过期: 'guo qi',
  失效: 'shi xiao',
  失败: 'shi bai',
  识别: 'shi bie',
  登录: 'deng lu',
  读取: 'du qu',
  插入: 'cha ru',
  介质: 'jie zhi',
  签章: 'qian zhang',
  印章: 'yin zhang',
  盖章: 'gai zhang',
  浏览: 'liu lan',
  权限: 'quan xian',
  账号: 'zhang hao',
  系统: 'xi tong',
  锁定: 'suo ding',
};

/** Said with them, where the sound alone is typed. Never put for signs: 末, 为 and 没 are words by themselves. */
const TYPED: Readonly<Record<string, string>> = {
  浏览器: 'liu lan qi',
  锁: 'suo',
  未: 'wei',
  没: 'mei',
  没有: 'mei you',
  有: 'you',
  已: 'yi',
  了: 'le',
  不: 'bu',
  不了: 'bu liao',
  不到: 'bu dao',
  不对: 'bu dui',
  对: 'dui',
  插: 'cha',
  反应: 'fan ying',
  错: 'cuo',
  错误: 'cuo wu',
  忘: 'wang',
  忘记: 'wang ji',
  请: 'qing',
  输: 'shu',
  被: 'bei',
  打不开: 'da bu kai',
  找: 'zhao',
  超时: 'chao shi',
  繁忙: 'fan mang',
  设备: 'she bei',
  到: 'dao',
  死: 'si',
  读: 'du',
  怎么办: 'zen me ban',
  启动: 'qi dong',
  登: 'deng',
  上: 'shang',
  码: 'ma',
  怎么: 'zen me',
  我: 'wo',
  的: 'de',
  是: 'shi',
};

/** Letters that people type among them as they are. */
const LETTERS = ['ca', 'ukey', 'usbkey', 'key', 'usb', 'pin', 'ie'];

/** Words with another sign of the same look, where the sound is another. */
const LOOKS: readonly (readonly [RegExp, string])[] = [
  [/末(?=检测|安装|插|找|读|识别|绑|生效|注册|启动)/g, '未'],
  [/为(?=检测|安装|插入|生效|注册|启动)/g, '未'],
  [/[己巳](?=过期|到期|失效|绑|锁|经|被|生效|取消)/g, '已'],
  [/布(?=正确|对|存在|匹配|一致)/g, '不'],
  [/[拼平品频]码/g, 'pin码'],
  [/pin[吗马嘛]/g, 'pin码'],
];

const SIGNS_OF = (sound: string, sign: string) =>
  `[${[...new Set([sign, ...(SOUNDS[sound] ?? '')])].join('')}]`;

/** Each word with any signs of its sounds. Longer words first; all that differ from the word itself become it. */
const BY_SOUND: readonly (readonly [RegExp, string])[] = Object.entries(WORDS).map(([word, sounds]) => {
  const signs = [...word];
  const pattern = sounds.split(' ').map((sound, at) => SIGNS_OF(sound, signs[at] ?? ''));
  return [new RegExp(pattern.join(''), 'g'), word] as const;
});

const SPELT: ReadonlyMap<string, string> = new Map([
  ...Object.entries({ ...WORDS, ...TYPED }).map(
    ([word, sounds]) => [sounds.replaceAll(' ', ''), word] as const,
  ),
  ...LETTERS.map((each) => [each, each] as const),
]);
const LONGEST = Math.max(...[...SPELT.keys()].map(({ length }) => length));

/** Letters as the words whose sounds they spell, all of them or none; the fewest words win. */
function spelt(letters: string): string | null {
  const best: (readonly string[] | null)[] = [[]];
  for (let end = 1; end <= letters.length; end++) {
    let found: readonly string[] | null = null;
    for (let start = Math.max(0, end - LONGEST); start < end; start++) {
      const before = best[start];
      const word = before && SPELT.get(letters.slice(start, end));
      if (before && word && (!found || before.length + 1 < found.length)) found = [...before, word];
    }
    best[end] = found;
  }
  return best[letters.length]?.join('') ?? null;
}

/** A run of letters is pinyin only where it is more than the names that stand for themselves. */
function fromPinyin(text: string): string {
  return text.replace(/[a-z]+(?:[ '][a-z]+)*/g, (run) => {
    const letters = run.replace(/[ ']/g, '');
    if (letters.length < 3 || LETTERS.includes(letters)) return run;
    const meant = spelt(letters);
    // One sign alone may as well be the initials of a name.
    return meant !== null && meant.length > 1 ? meant : run;
  });
}

/**
 * An error code is a number: without `0x`, or with its leading zero left out, it is the same one. Digits alone may be a
 * telephone's.
 */
function wholeCodes(text: string): string {
  return text.replace(
    /(?<![\da-z])(?:[0o]x([\da-f]{6,8})|(?=\d*[a-f])([\da-f]{7,8}))(?![\da-z])/g,
    (_, withMark, bare) => `0x${String(withMark ?? bare).padStart(8, '0')}`,
  );
}

/** Takes and gives lower case of one width, spaces left in. */
export function meantBy(text: string): string {
  const words = fromPinyin(wholeCodes(text));
  // The look of one sign hangs on the word after it.
  const heard = BY_SOUND.reduce((told, [sound, word]) => told.replace(sound, word), words);
  return LOOKS.reduce((told, [slip, word]) => told.replace(slip, word), heard);
}
