/** The unit's name and code in a subject, wherever the CA wrote them (field-notes §3): never assumed to be the CN. */
import type { NameAttribute } from '@/lib/certificate/reading/model';
import { refuseText } from '@/lib/certificate/refusal';
import { creditCodesIn, isOrganisationCode } from '@/lib/certificate/unit-code';

export interface FoundUnit {
  /** Names of units, the likeliest first; empty where none is told apart. */
  readonly names: readonly string[];
  /** Names of persons. */
  readonly persons: readonly string[];
  /** Unified social credit codes and organisation codes with right check digits, in their one form: without gaps. */
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
  // A code proves itself by its check digits, so it is looked for in every attribute, with the gaps that stand in it.
  const everywhere = [...likely, ...others, ...extensionTexts, ...subject].flatMap(({ value }) =>
    value.normalize('NFKC').split(/[@|,;，；]+/),
  );
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
const BEFORE_CODE =
  /(?<![0-9A-Z])[0-9]{0,4}[A-Z]{2}[0-9]?(?=(?:[0-9A-Z]{18}|[0-9A-Z]{8}-?[0-9X])(?![0-9A-Z]))/g;
const ORGANISATION_CODE = /(?<![0-9A-Z])([0-9A-Z]{8})[\u2010-\u2015\u2212-]?([0-9X])(?![0-9A-Z])/g;

function codesIn(text: string): readonly string[] {
  const upper = text.toUpperCase().replace(BEFORE_CODE, ' ');
  const credit = creditCodesIn(upper);
  // The organisation code that stands as the last group of a credit code is no second one.
  const rest = credit.reduce((left, { written }) => left.replace(written, ' '), upper);
  const organisations = [...rest.matchAll(ORGANISATION_CODE)].map(([, body, check]) => `${body}${check}`);
  return [...credit.map(({ code }) => code), ...organisations.filter(isOrganisationCode)];
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
