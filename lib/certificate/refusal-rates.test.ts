/**
 * How often the refusal misses what must stay out, and refuses what may stay: over numbers as they are made. Quick: 300 of each;
 * the full run 6,000 (REBIND_ROUNDS=20).
 */
import { expect, it } from 'vitest';
import { rounds } from '@/lib/notice/testing/rounds';
import { drawSeeded } from '@/tests/seeded-numbers';
import { type FieldHolds, refuseText } from './refusal';

const EACH = Math.min(rounds(300).numRuns, 6_000);
const { draw } = drawSeeded(`refusal-rates, ${EACH} of each`);

const below = (end: number) => Math.floor(draw() * end);
const between = (from: number, to: number) => from + below(to - from + 1);
const pick = <T>(...all: readonly T[]): T => all[below(all.length)] as T;
const signs = (from: string, length: number) => Array.from({ length }, () => pick(...from)).join('');
const digits = (length: number) => signs('0123456789', length);
const padded = (number: number, length = 2) => String(number).padStart(length, '0');
const HEX = '0123456789abcdef';
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const CODE_SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const PROVINCES =
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65'.split(' ');

const region = () =>
  `${pick(...PROVINCES)}${padded(between(1, 34))}${padded(pick(between(1, 29), between(81, 99)))}`;
function day(from: number, to: number): string {
  const year = between(from, to);
  const at = new Date(Date.UTC(year, 0, between(1, 365)));
  return `${year}${padded(at.getUTCMonth() + 1)}${padded(at.getUTCDate())}`;
}
function weighed(text: string, weight: (at: number) => number): number {
  return [...text].reduce((sum, sign, at) => sum + CODE_SIGNS.indexOf(sign) * weight(at), 0);
}
function idNumber(): string {
  const body = `${region()}${day(1930, 2010)}${digits(3)}`;
  return body + '10X98765432'[weighed(body, (at) => 2 ** (17 - at) % 11) % 11];
}
const oldIdNumber = () => `${region()}${day(1930, 1999).slice(2)}${digits(3)}`;
function unitCode(isOfDigits: boolean): string {
  const organisation = isOfDigits ? digits(8) : `MA${signs(CODE_SIGNS, 6)}`;
  const sum = [3, 7, 9, 10, 5, 8, 4, 2].reduce(
    (all, weight, at) => all + Number.parseInt(organisation[at] ?? '', 36) * weight,
    0,
  );
  const body = `${pick('11', '12', '13', '19', '51', '52', '53', '91', '92', '93')}${region()}${organisation}${'0X987654321'[sum % 11]}`;
  return body + CODE_SIGNS[(31 - (weighed(body, (at) => 3 ** at % 31) % 31)) % 31];
}
const mobile = () => `1${between(3, 9)}${digits(9)}`;
const line = () => `${pick('0519', '025', '0512', '010', '021', '0571')}-${between(2, 8)}${digits(7)}`;
const address = () => [between(1, 254), between(0, 255), between(0, 255), between(1, 254)].join('.');
const clock = () => `${padded(below(24))}:${padded(below(60))}:${padded(below(60))}`;
const grouped = (text: string, by: string, ...lengths: readonly number[]) => {
  const ends = lengths.map((_, at) => lengths.slice(0, at + 1).reduce((sum, length) => sum + length, 0));
  return ends.map((end, at) => text.slice(ends[at - 1] ?? 0, end)).join(by);
};
function base64Of(length: number): string {
  return `${signs(BASE64, length - 1)}=`;
}

/** What must stay out: how often it gets in. At most `most` of all, where chance alone lets one through. */
const OUT: readonly (readonly [string, () => string, number])[] = [
  ['ID number, 18', idNumber, 0],
  ['ID number in groups', () => grouped(idNumber(), pick(' ', '-', '—', '  '), 6, 8, 4), 0],
  [
    'ID number, full width',
    () => idNumber().replace(/\d/g, (one) => String.fromCodePoint(0xff10 + Number(one))),
    0,
  ],
  [
    'ID number in a sentence',
    () => `${pick('张三', '经办人', '证件')}${idNumber()}${pick('（经办）', '', '，已核')}`,
    0,
  ],
  ['ID number beside a mobile', () => `${mobile()} ${idNumber()}`, 0],
  ['ID number, last digit wrong', () => `${idNumber().slice(0, 17)}${digits(1)}`, 0.01],
  ['ID number, 15', oldIdNumber, 0],
  [
    'PIN named',
    () =>
      `${pick('PIN', 'PIN码', '口令', '密码', 'password')}${pick('：', ' ', '是', '=')}${digits(between(6, 16))}`,
    0,
  ],
  ['PIN alone, 6 to 8 digits', () => digits(between(6, 8)), 0.012],
  [
    'key, PEM',
    () => `-----BEGIN ${pick('', 'EC ', 'RSA ', 'ENCRYPTED ')}PRIVATE KEY-----\n${base64Of(64)}`,
    0,
  ],
  ['key, base64 of DER', () => `MII${pick(...'ABCDE')}${signs(BASE64, 60)}`, 0],
  ['key, base64 of 32 bytes', () => base64Of(44), 0.01],
  ['key, 64 hexadecimal digits', () => signs(HEX, 64), 0],
  [
    'key named, 32 hexadecimal',
    () => `${pick('私钥', '密钥', 'SM4 key')}${pick('：', ' ', '')}${signs(HEX, 32)}`,
    0,
  ],
];

/** What may stay: how often it is refused, in fields of words and in those of digits. */
const IN: readonly (readonly [string, () => string, number, FieldHolds?])[] = [
  ['mobile', mobile, 0],
  ['line with area', line, 0],
  ['mobile and line', () => `${mobile()} ${line()}`, 0.002],
  ['two mobiles', () => `${mobile()}、${mobile()}`, 0],
  ['named line without area', () => `电话${between(2, 8)}${digits(7)}`, 0],
  ['line without area (digits)', () => `${between(2, 8)}${digits(7)}`, 0, 'digits'],
  ['unit code with letters', () => unitCode(false), 0],
  ['unit code of digits', () => unitCode(true), 0.002],
  ['unit code, hyphen', () => grouped(unitCode(pick(true, false)), '-', 8, 10), 0.002],
  ['unit code, gaps', () => grouped(unitCode(pick(true, false)), ' ', 2, 6, 9, 1), 0.002],
  ['organisation code', () => `${digits(8)}-${signs('0123456789X', 1)}`, 0.002],
  ['serial, 16 to 40 hexadecimal', () => signs(HEX, between(8, 20) * 2), 0.002],
  [
    'serial, capitals and colons',
    () =>
      Array.from({ length: between(8, 20) }, () => signs(HEX, 2))
        .join(':')
        .toUpperCase(),
    0.01,
  ],
  ['serial, decimal', () => `${between(1, 9)}${digits(between(19, 38))}`, 0],
  ['number of 13', () => `${between(1, 9)}${digits(12)}`, 0],
  ['instant, ms', () => String(Date.UTC(2015, 0, 1) + below(600_000_000_000)), 0],
  ['instant, s', () => String(1_400_000_000 + below(600_000_000)), 0.002],
  ['day and time, dense', () => `${day(2015, 2027)}${clock().replaceAll(':', '')}`, 0],
  ['order: day and number', () => `${day(2015, 2027)}${digits(between(4, 8))}`, 0.002],
  ['project: region, day, number', () => `${region()}${day(2016, 2027)}${digits(4)}`, 0.12],
  ['project: region, short day, number', () => `${region()}${day(2016, 2027).slice(2)}${digits(3)}`, 0.01],
  ['any 15 digits', () => digits(15), 0.02],
  ['any 16 digits', () => digits(16), 0],
  ['any 18 digits', () => digits(18), 0.002],
  ['day', () => grouped(day(1980, 2035), pick('-', '/', '.'), 4, 2, 2), 0],
  ['day of this century, dense', () => day(2000, 2035), 0],
  [
    'span of days',
    () => `${grouped(day(2020, 2035), '-', 4, 2, 2)}—${grouped(day(2020, 2035), '-', 4, 2, 2)}`,
    0,
  ],
  ['day and time', () => `${grouped(day(2020, 2035), '-', 4, 2, 2)} ${clock()}`, 0],
  ['address of a machine', address, 0],
  ['address and port', () => `${address()}:${between(80, 65_000)}`, 0],
  ['two addresses', () => `${address()} ${address()}`, 0],
  ['address in a sentence', () => `服务器${address()}，${mobile()}`, 0],
  ['number named', () => `${pick('编号', '序列号', '订单号', '工号')}${digits(between(4, 14))}`, 0],
];

it('misses and false refusals stay below their bounds', () => {
  const told: string[] = [];
  const wrong: string[] = [];
  const measure = (
    kind: string,
    rule: string,
    make: () => string,
    isWrong: (text: string) => boolean,
    most: number,
  ) => {
    const failed: string[] = [];
    for (let at = 0; at < EACH; at += 1) {
      const text = make();
      if (isWrong(text)) failed.push(text);
    }
    const share = failed.length / EACH;
    told.push(
      `${rule.padEnd(8)}${kind.padEnd(38)}${String(failed.length).padStart(6)}  ${(share * 100).toFixed(2)} %`,
    );
    // Of few, some more may be chance.
    const expected = most * EACH;
    if (failed.length > expected + 5 * Math.sqrt(expected))
      wrong.push(`${rule} ${kind}: ${failed.slice(0, 3).join(' | ')}`);
  };
  for (const [kind, make, most] of OUT) {
    measure(kind, 'missed', make, (text) => refuseText(text) === null, most);
  }
  for (const [kind, make, most, holds] of IN) {
    measure(kind, 'refused', make, (text) => refuseText(text, holds) !== null, most);
  }
  console.log([`Of ${EACH} each:`, ...told].join('\n'));
  expect(wrong).toEqual([]);
}, 120_000);
