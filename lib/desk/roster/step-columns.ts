/** Lists with a column for each step of the way: 「已报」, 「CA领取时间」, 「签章已绑定」. What a heading says. Vocabulary, no law. */
import { formsIn } from './cell-words';
import type { TrackName, TrackState } from './model';
import { keyOf } from './plain';
import { certificatesIn } from './said-states';

/** Steps in the order they are gone; `refiled` (已补正) is a filing after a return. */
export const STEPS = [
  'filed',
  'returned',
  'refiled',
  'forwarded',
  'ready',
  'collected',
  'unbound',
  'bound',
  'login-tried',
] as const;
export type Step = (typeof STEPS)[number];

/** Whose step a column is of; `both`: its heading names neither. */
export type StepOwner = TrackName | 'both';
/** In which form an application came: 「已报（纸质）」. */
export type FormName = 'paper' | 'scan';
export type StepColumn = `${StepOwner}-${Step}` | `${StepOwner}-filed-${FormName}`;

export interface StepParts {
  readonly owner: StepOwner;
  readonly step: Step;
  /** The one form that a column of filing is of; null: its heading names none, or both. */
  readonly form: FormName | null;
}

const OWNERS: readonly StepOwner[] = ['both', 'ca', 'seal'];
const FORMS: readonly (FormName | null)[] = [null, 'paper', 'scan'];

/** The column of these parts. Only filing has a form. */
export const stepColumnOf = ({ owner, step, form }: StepParts): StepColumn =>
  form === null ? `${owner}-${step}` : `${owner}-filed-${form}`;

const ALL_PARTS: readonly StepParts[] = STEPS.flatMap((step) =>
  FORMS.filter((form) => form === null || step === 'filed').flatMap((form) =>
    OWNERS.map((owner): StepParts => ({ owner, step, form })),
  ),
);
const PARTS: ReadonlyMap<string, StepParts> = new Map(
  ALL_PARTS.map((parts) => [stepColumnOf(parts), parts] as const),
);

/** All of them, a step's three together. */
export const STEP_COLUMNS: readonly StepColumn[] = ALL_PARTS.map(stepColumnOf);

/** What a step's column is of; null: it is another kind of column. */
export const stepPartsOf = (column: string | null) => (column === null ? null : (PARTS.get(column) ?? null));

/** The state a unit is in when it has gone a step. */
export const stateOfStep = (step: Step): TrackState => (step === 'refiled' ? 'filed' : step);

const CERTIFICATE =
  /(?:(?:新|旧|原|老)?(?:电子)?(?:签章|印章)(?:证书)?|(?:新|旧|原|老)?ca(?:数字)?(?:证书|锁)?|数字证书|证书|u?key|(?:新|旧|原|老)?锁|(?:新|旧|原|老)证)[和及与、/]?/g;
/** 「①已领」, 「第二步：领取」, 「2、已领」; a circled number is a plain one here. */
const COUNTED =
  /^(?:第[一二三四五六七八九十\d]{1,2}步|步骤[一二三四五六七八九十\d]{1,2}|[（(]?\d{1,2}[)）]?(?=[^\d年月日号]))[:：、.．]?/;
const BEFORE = /^(?:是否|有无|材料|(?:申请|申报)材料|申请表|实际|单位|窗口|本人)+/;
const AFTER = /(?:日期|时间|情况|状态|进度|与否|否|完成|完毕|成功|手续|材料)$/;

/** What is left of a heading without its certificate, and what step that is: all of it must be known. */
const STEP_WORDS: readonly (readonly [RegExp, Step])[] = [
  [/^已补[正报齐]$|^已?(?:补正后?|重新)已?(?:上报|申报|报送|提交|报)$/, 'refiled'],
  [/^(?:已?(?:退回|退件|驳回|打回)(?:补正)?|[需待]?补正)$/, 'returned'],
  [
    /^(?:已?(?:转|转交|移交|送|交|报)[至给到]?(?:服务商|ca公司|公司|厂商)|已?(?:转办|转交|移交|受理)|已转|制[证章作]中)$/,
    'forwarded',
  ],
  [/^(?:[待可]领取?|(?:已通知|通知)领取?|已?(?:制作|制证|制章|出证|到货|寄出|邮寄|发货))$/, 'ready'],
  [/^(?:已?(?:领取|领用|签收|领走|取走|自取|发放|领证|领章|领锁)|已[领取拿]|领)$/, 'collected'],
  [/^(?:已?(?:解绑|解除绑定))$/, 'unbound'],
  [/^(?:已?(?:绑定|换绑|重新绑定)|已绑)$/, 'bound'],
  [/^(?:已?(?:试登录?|登录测试|测试登录|登录验证|试用)|已登录)$/, 'login-tried'],
  [/^(?:已?(?:上报|申报|报送|提交|递交|上交|申请|申领|收件)|已[报交])$/, 'filed'],
];
const ENGLISH =
  /^(?<owner>ca|seal)?(?<step>filed|submitted|returned|forwarded|ready|collected|unbound|bound|logintried)(?:on|date)?$/;
const ENGLISH_STEPS: ReadonlyMap<string, Step> = new Map([
  ['submitted', 'filed'],
  ['logintried', 'login-tried'],
]);
/** 「补正时间」 is when it was put right. */
const PUT_RIGHT = /^补正(?:完成|日期|时间)$/;
/** 「退回（CA）」 says in brackets what it is of; 「已领（√）」 how it is filled in. */
const BRACKETS = /[（(【[](.*?)[)）】\]]/g;
/** The form in a heading, wherever it stands in it: 「纸质材料已报」, 「是否已报扫描件」. */
const FORM = /(?:彩色)?(?:纸质|扫描|电子版)(?:材料|申请表|件|版)?/g;
/** 「已收纸质材料」: what came in was filed, where it says what came in. */
const CAME_IN = /^已?(?:收到?|收齐|[交报])$/;
const LONGEST_HEADING = 20;

export interface FoundStep {
  readonly column: StepColumn;
  /** 「领取情况」: alone, such a column tells of all steps in words. */
  readonly inWords: boolean;
}

/** The step that a heading names, and of which certificate; null where any part of it says something else. */
export function stepOf(heading: string): FoundStep | null {
  const key = keyOf(heading);
  if (key === '' || key.length > LONGEST_HEADING) return null;
  const english = ENGLISH.exec(key)?.groups;
  if (english?.step !== undefined)
    return {
      column: `${(english.owner ?? 'both') as StepOwner}-${(ENGLISH_STEPS.get(english.step) ?? english.step) as Step}`,
      inWords: false,
    };
  const bare = key
    .replace(COUNTED, '')
    .replace(BRACKETS, '')
    .replace(/[*＊:：/\\.\-_?？、]/g, '');
  const forms = formsIn(key);
  const form: FormName | null = forms.paper === forms.scan ? null : forms.paper ? 'paper' : 'scan';
  const word = wordOf(bare);
  // Of a form only filing is a step: what became of the papers since is no state of the unit.
  const filed = form !== null && isFiled(wordOf(bare.replace(FORM, '')));
  const step = filed ? 'filed' : stepIn(word);
  if (step === undefined) return null;
  const parts: StepParts = { owner: ownerOf(key, word), step, form: step === 'filed' ? form : null };
  return { column: stepColumnOf(parts), inWords: form === null && /(?:情况|状态|进度)$/.test(bare) };
}

const wordOf = (bare: string) => bare.replaceAll('登陆', '登录').replace(CERTIFICATE, '').replace(BEFORE, '');

function stepIn(word: string): Step | undefined {
  if (PUT_RIGHT.test(word)) return 'refiled';
  return STEP_WORDS.find(([pattern]) => pattern.test(word) || pattern.test(word.replace(AFTER, '')))?.[1];
}

const isFiled = (word: string) =>
  stepIn(word) === 'filed' || CAME_IN.test(word) || CAME_IN.test(word.replace(AFTER, ''));

function ownerOf(key: string, word: string): StepOwner {
  const [only, ...others] = certificatesIn(key);
  if (only !== undefined) return others.length === 0 ? only : 'both';
  if (/[制出领]证/.test(word)) return 'ca';
  return /[制领]章/.test(word) ? 'seal' : 'both';
}
