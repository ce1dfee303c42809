/** Initials of Chinese words for search: every reading of a character counts, so 重庆 is found by cq and by zq. */
import { pinyin } from 'pinyin-pro';

/** Bits of a-z: the initials a character can have. */
type Initials = number;

/** Distinct sets of initials, by the code under which a text of codes names them; few hundred in all. */
const SETS: Initials[] = [0];
const CODE_OF_SET = new Map<Initials, number>([[0, 0]]);
const CODE_OF_SIGN = new Map<string, number>();

function codeOf(sign: string): number {
  const known = CODE_OF_SIGN.get(sign);
  if (known !== undefined) return known;
  const code = codeOfSet(initialsOf(sign));
  CODE_OF_SIGN.set(sign, code);
  return code;
}

function codeOfSet(set: Initials): number {
  const known = CODE_OF_SET.get(set);
  if (known !== undefined) return known;
  CODE_OF_SET.set(set, SETS.length);
  return SETS.push(set) - 1;
}

function initialsOf(sign: string): Initials {
  if (/[a-z]/.test(sign)) return bitOf(sign);
  if (!/\p{Script=Han}/u.test(sign)) return 0;
  let set = 0;
  for (const reading of pinyin(sign, { multiple: true, toneType: 'none', type: 'array' })) {
    const first = reading.normalize('NFD')[0] ?? '';
    if (/[a-z]/.test(first)) set |= bitOf(first);
  }
  return set;
}

const bitOf = (letter: string) => 1 << (letter.charCodeAt(0) - 97);

/** A text as its characters' initials, in a form only `hasInitials` reads. What is neither Han nor letter is left out. */
export function soundsOf(text: string): string {
  let sounds = '';
  for (const sign of text.toLowerCase()) {
    const code = codeOf(sign);
    if (code !== 0) sounds += String.fromCharCode(code);
  }
  return sounds;
}

/**
 * Whether the letters are initials of characters one after the other.
 * @param letters a-z, at least one @param start, end the part of the sounds that is looked at; all of them where absent
 */
export function hasInitials(sounds: string, letters: string, start = 0, end = sounds.length): boolean {
  const last = end - letters.length;
  for (let from = start; from <= last; from += 1) {
    let at = 0;
    while (at < letters.length) {
      const set = SETS[sounds.charCodeAt(from + at)] ?? 0;
      if ((set & (1 << (letters.charCodeAt(at) - 97))) === 0) break;
      at += 1;
    }
    if (at === letters.length) return true;
  }
  return false;
}

/** Whether characters one after the other have one of these initials each. @param asked none of them 0, as in `soundsOf` */
export function hasSounds(sounds: string, asked: readonly number[]): boolean {
  for (let from = 0; from + asked.length <= sounds.length; from += 1) {
    let at = 0;
    while (at < asked.length && (SETS[sounds.charCodeAt(from + at)] ?? 0) & (asked[at] ?? 0)) at += 1;
    if (at === asked.length) return true;
  }
  return false;
}

/** All initials of a text in one number. */
export function initialsIn(sounds: string): number {
  let all = 0;
  for (let at = 0; at < sounds.length; at += 1) all |= SETS[sounds.charCodeAt(at)] ?? 0;
  return all;
}

const READINGS = new Map<string, readonly string[]>();

function readingsOf(sign: string): readonly string[] {
  const known = READINGS.get(sign);
  if (known) return known;
  const readings = /\p{Script=Han}/u.test(sign)
    ? pinyin(sign, { multiple: true, toneType: 'none', type: 'array' })
    : [sign];
  READINGS.set(sign, readings);
  return readings;
}

/**
 * Whether a text holds signs that are read as these: another character of the same sound, as who only heard a name writes it,
 * and the traditional form of the same one.
 */
export function soundsLike(text: string, word: string): boolean {
  const asked = [...word].map(readingsOf);
  const isRead = (sign: string | undefined, at: number) =>
    sign !== undefined && readingsOf(sign).some((reading) => asked[at]?.includes(reading));
  for (let from = 0; from + asked.length <= text.length; from += 1) {
    let at = 0;
    while (at < asked.length && isRead(text[from + at], at)) at += 1;
    if (at === asked.length) return true;
  }
  return false;
}

export const isHan = (text: string) => /\p{Script=Han}/u.test(text);
