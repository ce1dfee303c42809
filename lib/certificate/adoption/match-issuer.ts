import type { ReadCertificate } from '@/lib/certificate/reading/model';
import type { NoticeCertificate } from '@/lib/notice/model';

/** Where an issuer writes who it is. What stands in its OU names a product, a department, or whom it serves. */
const OWN_NAME = ['O', 'CN'];

const PROVINCE =
  '(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)';
/** A place says where an authority is, and makes no other one of it. */
const PLACE = `中国|${PROVINCE}(?:壮族|回族|维吾尔)?(?:省|市|自治区)?`;
const CITY = '(?![非不假伪仿])\\p{Script=Han}{2,4}市';
/** X.520 gives a name 64 signs; what is far longer is none. */
const LONGEST_NAME = 200;

const SIGN = '[^\\p{L}\\p{N}]';
/** What authorities are called by besides their own name: their trade, their form, the rank and the cipher of the certificate. */
const TRADE =
  '电子政务|电子商务|电子|数字|身份|证书|认证|颁发|服务|信息|网络|安全|科技|技术|数据|管理|中心|机构|平台|系统|企业|个人|单位|用户|根|中级|一级|二级|三级|子|运营|有限|责任|股份|公司|集团';
const LATIN =
  'ca|root|sub|sub-?ca|user|enterprise|person(?:al)?|class\\d?|ov|sm\\d|rsa\\d*|ecc?\\d*|sha\\d+|g\\d+|r\\d+|v?\\d+';
/** Latin words are words of their own; Chinese ones stand one behind the other. */
const LATIN_WORD = `(?<![a-z])(?:${LATIN})(?![a-z])`;
const BEFORE = new RegExp(`${PLACE}|${CITY}|${SIGN}`, 'gu');
const BEHIND = new RegExp(
  `${PLACE}|(?<!\\p{Script=Han})${CITY}(?!\\p{Script=Han})|${TRADE}|${LATIN_WORD}|${SIGN}`,
  'gu',
);

/**
 * Which of the notice's certificates this one is by its issuer: its phrases are looked for in the issuer's own
 * name, past width, case and spaces. A phrase is a name, so it must be the whole of one: only a place may stand before it,
 * and behind it what authorities are called by. 非国信CA, 中电国信软件 and a customer named in an OU are others.
 *
 * @returns null where none fits, or certificates of different kind or generation do: the person is asked
 */
export function matchIssuer(
  known: readonly NoticeCertificate[],
  issuer: ReadCertificate['issuer'],
): NoticeCertificate | null {
  const names = issuer
    .filter(({ name, value }) => OWN_NAME.includes(name) && value.length <= LONGEST_NAME)
    .map(({ value }) => foldWords(value));
  const fitting = known.filter(({ issuerPhrases }) =>
    issuerPhrases.some((phrase) => names.some((name) => isNamedBy(name, foldWords(phrase)))),
  );
  // Two of the notice's authorities in one issuer, however they are written: neither is it for sure.
  const told = known.filter(({ issuerPhrases }) =>
    issuerPhrases.some((phrase) => names.some((name) => name.includes(foldWords(phrase)))),
  );
  const [first] = fitting;
  const agree = told.every((one) => one.kind === first?.kind && one.generation === first?.generation);
  return first !== undefined && agree ? first : null;
}

/** As other names are folded, but Latin words stay apart: SM2 Root is not SM2Root. */
function foldWords(text: string): string {
  const spaced = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  return spaced.replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '');
}

function isNamedBy(name: string, phrase: string): boolean {
  if (phrase === '') return false;
  for (let at = name.indexOf(phrase); at >= 0; at = name.indexOf(phrase, at + 1)) {
    const [before, behind] = [name.slice(0, at), name.slice(at + phrase.length)];
    const isCut = /[a-z]$/.test(phrase) && /^[a-z]/.test(behind);
    if (!isCut && before.replace(BEFORE, '') === '' && behind.replace(BEHIND, '') === '') return true;
  }
  return false;
}

/** The issuer in one line: the name it goes by, else all of it. */
export function issuerLine(issuer: ReadCertificate['issuer']): string {
  const named = ['O', 'CN'].flatMap((name) => issuer.filter((each) => each.name === name));
  const parts = named.length > 0 ? named : issuer;
  return [...new Set(parts.map(({ value }) => value))].join(' ').slice(0, 200);
}
