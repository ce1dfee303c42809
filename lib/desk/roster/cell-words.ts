/** How lists say yes and no, forms of an application, audiences and levels. Vocabulary, no law. */
import { AUDIENCES, type Audience, type Level } from '@/lib/notice/explanation';
import { keyOf } from './plain';

const said = (form: string) =>
  new RegExp(
    `(?<!(?:未|没|缺|无|差|补)[^、,，;；()（）]{0,2})(?:${form})(?![^、,，;；()（）]{0,3}(?:未|没|缺|无))`,
  );
const PAPER = said('纸质');
const SCAN = said('扫描|电子版');

/** How an application came, where the cell says it: 「已报（纸质）」, 「已报（纸质、扫描件）」. */
export function formsIn(text: string): { readonly paper: boolean; readonly scan: boolean } {
  return { paper: PAPER.test(text), scan: SCAN.test(text) };
}

const FORMS = /^(?:(?:彩色)?(?:纸质|扫描|电子版)(?:件|版|材料|申请表)?[、,;/&+和及]?)+$/;

/** Whether a cell names forms and says nothing else: 「纸质、扫描件」. */
export const areForms = (text: string): boolean => FORMS.test(keyOf(text));

/** Signs of a tick, as keyboards, pens and phones make them. */
export const TICKS = '√✓✔☑✅';
/** Words that say yes or no by themselves, whatever is asked. */
export const YES_WORDS = `[${TICKS}]+|v|y|yes|ok|true|是|有|对`;
export const NO_WORDS = '[×✗✘✖✕╳]|x|n|no|false|否';

const YES = new RegExp(`^(?:${YES_WORDS}|已报|已交|已收|1|o)$`);
const NO = new RegExp(`^(?:${NO_WORDS}|无|未报|未交|未收|0)$`);

/** Yes or no as lists have it; null where it is neither. */
export function yesIn(text: string): boolean | null {
  const word = keyOf(text);
  if (YES.test(word)) return true;
  return NO.test(word) ? false : null;
}

const AUDIENCE_WORDS: readonly (readonly [RegExp, Audience])[] = [
  [/主管预算单位|一级预算/, 'supervising-budget-unit'],
  [/集中采购|集采机构/, 'central-purchasing-body'],
  [/框架协议|入围/, 'framework-supplier'],
  [/代理/, 'procurement-agency'],
  [/专家/, 'review-expert'],
  [/财政/, 'finance-department'],
  [/供应商|企业/, 'supplier'],
  [/预算单位|采购人|采购单位|行政|事业|机关|基层/, 'budget-unit'],
];

export function audienceIn(text: string): Audience | null {
  const word = keyOf(text);
  const code = AUDIENCES.find((audience) => audience === word);
  return code ?? AUDIENCE_WORDS.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

export function levelIn(text: string): Level | null {
  const word = keyOf(text);
  if (/^(?:市|市级|市本级|本级|市直|city)$/.test(word)) return 'city';
  return /^(?:区|区级|县|县级|区县|区县级|县区|辖市区|辖市|市区级|县级市|district)$/.test(word)
    ? 'district'
    : null;
}
