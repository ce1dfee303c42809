/** The unit's name and code in a subject, wherever the CA wrote them (field-notes §3): never assumed to be the CN. */
import type { NameAttribute } from '@/lib/certificate/reading/model';
import { refuseText } from '@/lib/certificate/refusal';

export interface FoundUnit {
  /** Names of units, the likeliest first; empty where none is told apart. */
  readonly names: readonly string[];
  /** Names of persons. */
  readonly persons: readonly string[];
  /** Unified social credit codes and organisation codes, whose check digits are right. */
  readonly codes: readonly string[];
}

/** Where CAs were seen to write them; the unit's own field comes first, then whatever else there is. */
const LIKELY = [
  'O',
  'CN',
  'OU',
  'givenName',
  'member',
  'name',
  'serialNumber',
  'UID',
  'organizationIdentifier',
];
/** Places and ways to reach somebody: they name no holder. */
const NO_HOLDER = ['C', 'ST', 'L', 'street', 'postalCode', 'telephoneNumber', 'emailAddress', 'DC'];

/** What names of units here end in. */
const UNIT_ENDING =
  /(?:公司|集团|厂|店|社|行|所|院|局|厅|部|处|科|室|中心|学校|中学|小学|大学|学院|幼儿园|医院|卫生院|委|委员会|办公室|政府|办事处|管理处|协会|学会|联合会|基金会|馆|站|队|园|宫|台|库|法院|检察院|事务所|合作社|支行|分行|银行|工会|团|会|校|村|镇|乡|街道|社区|海关|法庭|监狱|看守所|基地|部队|企业|户|合伙)(?:（[^）]*）|\([^)]*\))?$/;
const PERSON = /^\p{Script=Han}(?:\p{Script=Han}|·){1,5}$/u;

/**
 * Finds names and codes of the holder. ID numbers are no codes and are left out.
 *
 * @param subject attributes of the subject
 * @param extensionTexts texts of the certificate's extensions
 */
export function findUnit(
  subject: readonly NameAttribute[],
  extensionTexts: readonly NameAttribute[] = [],
): FoundUnit {
  const others = subject.filter(({ name }) => !LIKELY.includes(name) && !NO_HOLDER.includes(name));
  const likely = LIKELY.flatMap((name) => subject.filter((each) => each.name === name));
  const parts = partsOf([...likely, ...others, ...extensionTexts]);
  // A code proves itself by its check digit, so it is looked for in every attribute.
  const everywhere = [...parts, ...partsOf(subject)];
  const isUnit = (text: string) => UNIT_ENDING.test(text) && [...text].length >= 4;
  return {
    names: unique(parts.filter((text) => /\p{Script=Han}/u.test(text) && isUnit(text) && keepable(text))),
    // Persons are looked for where CAs write them: any short word elsewhere would pass for a name.
    persons: unique(partsOf(likely).filter((text) => PERSON.test(text) && !isUnit(text))),
    // One ID number in 31 has the check digit of a code by chance: what looks like one is no code here.
    codes: unique(everywhere.flatMap(codesIn)).filter((code) => refuseText(code) !== 'id-number'),
  };
}

function partsOf(attributes: readonly NameAttribute[]): readonly string[] {
  return attributes.flatMap(({ value }) => splitValue(value));
}

/** Names and codes are joined by signs in one value: `某某中学@1232…`, `张三(某某中学)` stays one. */
function splitValue(value: string): readonly string[] {
  return value
    .normalize('NFKC')
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .split(/[@|,;，；\s]+/)
    .filter((part) => part !== '');
}

function keepable(text: string): boolean {
  return refuseText(text) === null;
}

/** Some CAs put letters for the kind of number before it: `JJ`, `SF`, `5009ZZ0`. */
const BEFORE_CODE = '(?:[0-9]{0,4}[A-Z]{2}[0-9]?)?';
const CREDIT_CODE = new RegExp(
  `(?<![0-9A-Z])${BEFORE_CODE}([0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10})(?![0-9A-Z])`,
  'g',
);
const ORGANISATION_CODE = new RegExp(`(?<![0-9A-Z])${BEFORE_CODE}([0-9A-Z]{8}-?[0-9X])(?![0-9A-Z])`, 'g');

function codesIn(text: string): readonly string[] {
  const upper = text.toUpperCase();
  const found = (pattern: RegExp) => [...upper.matchAll(pattern)].map(([, code = '']) => code);
  const credit = found(CREDIT_CODE).filter(isCreditCode);
  return [...credit, ...found(ORGANISATION_CODE).filter(isOrganisationCode)];
}

const CREDIT_SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Unified social credit code, GB 32100-2015: 18 signs, the last one checks the others. */
export function isCreditCode(code: string): boolean {
  const digits = [...code].map((sign) => CREDIT_SIGNS.indexOf(sign));
  if (digits.length !== 18 || digits.includes(-1)) return false;
  const sum = digits.slice(0, 17).reduce((total, digit, at) => total + digit * (3 ** at % 31), 0);
  return (31 - (sum % 31)) % 31 === digits[17];
}

const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** Organisation code, GB 11714-1997: eight signs and a check digit; of digits alone too short to tell from others. */
function isOrganisationCode(code: string): boolean {
  const signs = [...code.replace('-', '')];
  const values = signs.slice(0, 8).map((sign) => Number.parseInt(sign, 36));
  const sum = values.reduce((total, value, at) => total + value * (ORGANISATION_WEIGHTS[at] ?? 0), 0);
  const check = (11 - (sum % 11)) % 11;
  return signs[8] === (check === 10 ? 'X' : String(check));
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
