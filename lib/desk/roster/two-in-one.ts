/** One cell with two things: a unit's code and its name, a person and the telephone. Told by the cells; taken apart. Pure. */
import { plainText } from './plain';
import type { Mapping } from './words';

/** Six digits at least, or a social credit code: 「902医院」 and 「12345热线」 begin with figures, too. */
const CODE = '(?:\\d{6,20}|[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10})';
const BEFORE = new RegExp(
  `^[\\[（(【]?(${CODE})[\\])）】]?[\\s\\-—–_:：、，,.．/|]*(?=[^\\d\\s])(.*\\p{Script=Han}.*)$`,
  'u',
);
const BEHIND = new RegExp(
  `^(.*\\p{Script=Han}.*?)[\\s\\-—–_:：、，,/|]*(?:[\\[（(【]\\s*(${CODE})\\s*[\\])）】]|[\\s\\-—–_:：/|](${CODE}))$`,
  'u',
);
const PHONE =
  '(?:(?:\\+?86[-\\s]?)?1\\d{2}[-\\s]?\\d{4}[-\\s]?\\d{4}|(?:\\(?0\\d{2,3}\\)?[-\\s]?)?[2-8]\\d{6,7}(?:[-转]\\d{1,6})?)';
/** Telephone numbers in a text, with their extensions. */
export const PHONES = new RegExp(`(?<!\\d)${PHONE}(?!\\d)`, 'g');
/** What stands between a person and a number, and says nothing. */
const LABEL = /(?:联系)?(?:电话|手机号?码?|tel)|办公室?|座机|[()（）:：/\\,，;；、|\-—]/gi;
/** One or more names, as they are written. */
const PEOPLE = /^[\p{Script=Han}A-Za-z·.]{1,12}(?:[\s、]+[\p{Script=Han}A-Za-z·.]{1,12}){0,4}$/u;
/** In so many of the filled cells both must stand. */
const MOST = 0.5;

/** A unit's code and its name; null where the cell does not hold both. */
export function codeAndName(cell: string): { readonly code: string; readonly name: string } | null {
  const text = plainText(cell);
  const [, code, name] = BEFORE.exec(text) ?? [];
  if (code !== undefined && name !== undefined) return { code, name: name.trim() };
  const [, before, bracketed, bare] = BEHIND.exec(text) ?? [];
  const behind = bracketed ?? bare;
  return before !== undefined && behind !== undefined ? { code: behind, name: before.trim() } : null;
}

/**
 * A person and a telephone; several of each stay in their order. What is no number and no name is left where it was, as the
 * telephone: it cannot be read as one, and is told.
 */
export function contactAndPhone(cell: string): { readonly contact: string; readonly phone: string } {
  const text = plainText(cell);
  const phones = text.match(PHONES) ?? [];
  const people = text
    .replace(PHONES, ' ')
    .replace(LABEL, ' ')
    .trim()
    .replace(/\s+/g, phones.length > 1 ? '、' : ' ');
  if (people !== '' && !PEOPLE.test(people)) return { contact: '', phone: text };
  return { contact: people, phone: phones.join('、') };
}

/** The mapping with columns named for both things that their cells hold, where no other column holds the second. */
export function withCombinedCells(mapping: Mapping, looked: readonly (readonly string[])[]): Mapping {
  const isMostly = (at: number, holdsBoth: (cell: string) => boolean) => {
    const filled = looked.map((row) => row[at] ?? '').filter((cell) => cell.trim() !== '');
    const both = filled.filter(holdsBoth).length;
    return both > 0 && both >= filled.length * MOST;
  };
  const name = mapping.indexOf('name');
  const hasCode = mapping.includes('code') || mapping.includes('nameAndCode');
  const contact = mapping.indexOf('contact');
  const phone = mapping.indexOf('phone');
  const person = contact < 0 ? phone : phone < 0 ? contact : -1;
  const isUnit = name >= 0 && !hasCode && isMostly(name, (cell) => codeAndName(cell) !== null);
  const isPerson =
    person >= 0 &&
    isMostly(person, (cell) => {
      const { contact: who, phone: number } = contactAndPhone(cell);
      return who !== '' && number !== '';
    });
  return mapping.map((column, at) => {
    if (isUnit && at === name) return 'nameAndCode';
    return isPerson && at === person ? 'contactAndPhone' : column;
  });
}

/** A list whose cells with two things are two columns: the first where it was, the second behind all others. */
export interface Parted {
  readonly mapping: Mapping;
  readonly row: (row: readonly string[]) => readonly string[];
}

/** @returns null where nothing is to be taken apart */
export function partCells(mapping: Mapping): Parted | null {
  const unit = mapping.indexOf('nameAndCode');
  const person = mapping.indexOf('contactAndPhone');
  if (unit < 0 && person < 0) return null;
  const width = mapping.length;
  const parted: Mapping = [
    ...mapping.map((column) =>
      column === 'nameAndCode' ? 'name' : column === 'contactAndPhone' ? 'contact' : column,
    ),
    ...(unit < 0 ? [] : ['code' as const]),
    ...(person < 0 ? [] : ['phone' as const]),
  ];
  return {
    mapping: parted,
    row: (row) => {
      const cells = Array.from({ length: width }, (_, at) => row[at] ?? '');
      if (unit >= 0) {
        const both = codeAndName(cells[unit] ?? '');
        if (both) cells[unit] = both.name;
        cells.push(both?.code ?? '');
      }
      if (person >= 0) {
        const { contact, phone } = contactAndPhone(cells[person] ?? '');
        cells[person] = contact;
        cells.push(phone);
      }
      return cells;
    },
  };
}
