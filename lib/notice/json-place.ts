/**
 * Where a text stops being JSON. Engines say it each in its own words, or not at all: V8 names no place for a comment on
 * the first line, Firefox a line but no offset, and a place made up sends a person to the wrong end of the file.
 */

/** What may come next. */
type Next = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

const BLANK = /[ \t\n\r]*/y;
const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

function endOf(pattern: RegExp, json: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(json) ? pattern.lastIndex : null;
}

/** From the opening quote on: behind the closing one, or, where `isWhole` is false, the sign that cannot stand in it. */
function readString(json: string, from: number): { readonly at: number; readonly isWhole: boolean } {
  let at = from + 1;
  while (at < json.length) {
    const sign = json[at] as string;
    if (sign === '"') return { at: at + 1, isWhole: true };
    if (sign < ' ') break;
    const next = sign === '\\' ? endOf(ESCAPE, json, at) : at + 1;
    if (next === null) break;
    at = next;
  }
  return { at, isWhole: false };
}

/** @returns the offset of the first sign that does not fit, the text's length where it only breaks off; null: it is JSON */
export function whereJsonBreaks(json: string): number | null {
  const open: ('{' | '[')[] = [];
  const behindValue = (): Next => (open.length === 0 ? 'nothing' : 'comma-or-end');
  let next: Next = 'value';
  let at = 0;
  while (true) {
    at = endOf(BLANK, json, at) ?? at;
    const sign = json[at];
    if (sign === undefined) return next === 'nothing' ? null : json.length;
    const closes: boolean =
      (next === 'key-or-end' || next === 'comma-or-end') && sign === '}' && open.at(-1) === '{';
    const ends: boolean =
      (next === 'value-or-end' || next === 'comma-or-end') && sign === ']' && open.at(-1) === '[';
    const takesValue: boolean = next === 'value' || next === 'value-or-end';
    const takesKey: boolean = next === 'key' || next === 'key-or-end';
    if (closes || ends) {
      open.pop();
      next = behindValue();
      at += 1;
    } else if (next === 'colon' && sign === ':') {
      next = 'value';
      at += 1;
    } else if (next === 'comma-or-end' && sign === ',') {
      next = open.at(-1) === '{' ? 'key' : 'value';
      at += 1;
    } else if (takesValue && (sign === '{' || sign === '[')) {
      open.push(sign);
      next = sign === '{' ? 'key-or-end' : 'value-or-end';
      at += 1;
    } else if ((takesValue || takesKey) && sign === '"') {
      const string = readString(json, at);
      if (!string.isWhole) return string.at;
      at = string.at;
      next = takesKey ? 'colon' : behindValue();
    } else {
      const end = takesValue ? endOf(SCALAR, json, at) : null;
      if (end === null) return at;
      at = end;
      next = behindValue();
    }
  }
}
