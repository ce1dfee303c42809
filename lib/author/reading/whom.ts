/** Whom the words of a clause are about: audiences, levels, the state of the old certificate. Pure. */
import type { AudienceWords } from '@/lib/author/write-entries';
import { NEEDLESS, OUGHT, withoutNeedless } from './sentences';

/** What is known besides the clause when its words are read. */
export interface ReadingContext {
  /** Of days that name none. */
  readonly year: number;
  readonly known: readonly AudienceWords[];
}

/** A supplier or an agency is of no level; 市直 before them is said of the units. */
export const UNITS: readonly string[] = ['budget-unit', 'supervising-budget-unit', 'central-purchasing-body'];

/** What notices call them besides the product's names. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  'central-purchasing-body': ['政府采购中心'],
  'framework-supplier': ['入围框架协议的供应商', '框架协议入围的供应商', '入围框架协议供应商'],
  supplier: ['其余供应商', '其它供应商'],
};

/** Names one audience goes by, longest first. */
function namesIn(known: readonly AudienceWords[]) {
  return known
    .flatMap(({ id, name, aliases }) =>
      [name.zh, ...aliases, ...(ALSO[id] ?? [])].map((words) => ({ id, words })),
    )
    .sort((a, b) => b.words.length - a.words.length);
}

/**
 * A bare word that names everybody of a kind: 供应商 where 其他供应商 and 入围供应商 are two audiences. It is the
 * alias of the one that the product calls 其他….
 */
function kindOf(known: readonly AudienceWords[], id: string, words: string): readonly string[] {
  const rest = known.find((each) => each.id === id);
  if (rest?.name.zh !== `其他${words}`) return [id];
  return known.filter(({ name }) => name.zh.endsWith(words)).map((each) => each.id);
}

/** Who is left out: 除集中采购机构外, （不含市级部门）, 入围供应商以外的供应商. */
const EXCEPT =
  /除(?:了)?([^，,。；;]{2,24}?)(?:以外|之外|外)|[（(](?:不含|不包括|除)([^）)]{2,24})[）)]|([^，,。；;、]{2,14}?)(?:以外|之外)的/g;

/** The audiences a text names, without those it leaves out. */
export function audiencesIn(text: string, known: readonly AudienceWords[]): readonly string[] {
  // Whoever tenders is a supplier.
  const even = text.replace(/投标人/g, '供应商');
  const left = [...even.matchAll(EXCEPT)].flatMap(([, ...parts]) =>
    namedIn(parts.find((each) => each !== undefined) ?? '', known, false),
  );
  return namedIn(even.replace(EXCEPT, '\n'), known, true).filter((id) => !left.includes(id));
}

/** Longer names first, so that 主管预算单位 is not read as 预算单位 too. @param isKind whether a bare 供应商 is all of them */
function namedIn(text: string, known: readonly AudienceWords[], isKind: boolean): readonly string[] {
  const found = new Set<string>();
  // Whom papers go to, and who pays or arranges it, is not whom the clause is for: 报市财政局, 由同级财政部门承担.
  // Nor is whom a form is made for: 《供应商申请表》.
  let rest = text
    .replace(/《[^《》]*》/g, '\n')
    .replace(
      /(?:报|交|交回|向|至|送|到|赴|前往|由|经|联系|告知|反馈)[^，,。；;\n]{0,8}财政(?:部门|局|厅)?/g,
      '\n',
    )
    // 「县财政局收到申请后2个工作日内办结」 is how long the other side takes.
    .replace(
      /财政(?:部门|局|厅)[^，,。；;\n]{0,10}?(?:收到|接到|受理)[^，,。；;\n]{0,6}(?:申请|材料)后/g,
      '\n',
    )
    .replace(/(?:交|报|报送|提交)(?:至|给)?(?:其|本级)?主管(?:预算单位|部门|单位)/g, '\n')
    .replace(/(?:没有|无)(?:上级)?主管(?:预算单位|部门|单位)/g, '\n')
    .replace(/(?:报|交|向|至|送|到|在|赴|往)[^，,。；;\n]{0,6}政府采购中心/g, '\n');
  for (const { id, words } of namesIn(known)) {
    if (!rest.includes(words)) continue;
    const kind = isKind ? kindOf(known, id, words) : [id];
    // 入围供应商 and 其他供应商 named side by side: each has said its own name already.
    for (const each of kind.some((one) => one !== id && found.has(one)) ? [id] : kind) found.add(each);
    rest = rest.replaceAll(words, '\n');
  }
  return known.map(({ id }) => id).filter((id) => found.has(id));
}

/** The levels a sentence is only for: 市级, or 区级 and county ones; both or none named: none. */
export function levelsIn(text: string): readonly string[] {
  const city = /市级(?!窗口|平台|政务|服务)|市直|市本级/.test(text);
  const district = /(?:区|县)级|各(?:辖市、?)?(?:区|县)|辖市、?区|区县|县[（(]区[）)]|县、区/.test(text);
  return city === district ? [] : [city ? 'city' : 'district'];
}

/**
 * Whether words are only of the province's own units: 省级预算单位, 省本级. There is no such level, so that what is said of
 * them can be no duty or price of anybody's: it would be told to every city.
 */
export function isOfProvince(text: string): boolean {
  const isNamed =
    /(?:省级|省本级|省直|省属)(?!财政)[^，,。；;：:财]{0,8}(?:单位|部门|机关|机构|采购人|高校|医院)/.test(
      text,
    );
  return isNamed && !/市级|市直|市本级/.test(text) && levelsIn(text).length === 0;
}

/** What is said of those of them only whom something has happened to: 已持有乙CA的供应商, 代理机构已更换的. */
const ONLY_SOME =
  /(?:已|未|尚|仍在|持有?|有效期|到期|过期|期满|届满)[^，,。；;]{0,24}的(?=[，,]|[^，,。；;]{0,10}(?:单位|机构|供应商|专家|可|无|不|免))/;

/** Who has nothing to do, in the words for doing it. */
const EXEMPT = new RegExp(
  `(?:${NEEDLESS}|可以?不|免于|免予|(?<!逾期|过期|届时|[能得可许准会])不再?)(?:参加|参与|进行|另行|重新|单独)?(?:本次)?(?:申请|申领|办理|更换|换发|换领|换绑|换|操作|处理)(?=$|[\\s，,。；;、（(]|更换|换|新|本次|此次|CA|数字证书|证书|电子|手续|任何)`,
);
/** A renewal that needs no new binding lets nobody off the replacement. */
const isExempt = (text: string) => EXEMPT.test(text) && !/续期|续费|补办/.test(text);

/** Whether words let off some of those they name, and say nothing of the others: 已持有乙CA的供应商无需更换. */
export const exemptsSome = (text: string) =>
  (isExempt(text) || new RegExp(NEEDLESS).test(text)) && ONLY_SOME.test(text);

const MUST = new RegExp(
  `${OUGHT}|须|需|必须|统一|全部|一律|(?:更换|换发|换领|升级|启用|切换|办理|申领)(?:对象|范围)|为(?:更换|本次)`,
);

/** What a notice wants of those it names: 须更换, 自愿更换, 本次不更换; null where the words do not say. */
export function dutyIn(words: string): 'must' | 'may' | 'nothing' | null {
  // Which of two vendors is one's choice, and whether to replace is not.
  const text = words.replace(
    /(?:可以?)?(?:自主|自行|任意|自由)?(?:选择其[中一]|任选|选择[^，,。；;]{0,8}(?:一家|其一|机构|公司|服务商))[^，,。；;]*/g,
    '',
  );
  if (
    /不在[^，,。；;]{0,6}(?:更换|换发)?(?:对象|范围)|不属于[^，,。；;]{0,6}(?:更换|换发)|(?:不|未)(?:纳入|列入)[^，,。；;]{0,8}(?:对象|范围)/.test(
      text,
    )
  )
    return 'nothing';
  if (isExempt(text)) return ONLY_SOME.test(text) ? null : 'nothing';
  if (/自愿|可待|自主选择|自行决定|可以?(?:根据|视|按|申请|选择|自)|鼓励|如需|按需/.test(text)) return 'may';
  return MUST.test(withoutNeedless(text)) ? 'must' : null;
}

/** The state of the old certificate a price or rule goes by. */
export function oldCaIn(text: string): readonly string[] {
  if (/未过期|有效期内|处于有效期|尚在有效|仍在有效/.test(text)) return ['valid'];
  if (/已(?:经)?过期|已到期|失效/.test(text)) return ['expired'];
  return /未持有|没有原|首次(?:申领|办理)/.test(text) ? ['none'] : [];
}
