import { type Asn1, TAG } from './asn1';
import { ReadingFailure } from './model';

/** Years of three digits are nobody's, and programs do not agree how they are written. */
const EARLIEST = '1000';

/**
 * A moment of a validity, in the one form RFC 5280 4.1.2.5 allows for each type: whole seconds, `Z`, no fraction,
 * no offset. asn1js finds such a run of digits anywhere inside the text and lets 31 February pass;
 * we guess no date, so anything else is refused.
 *
 * @returns ISO 8601, UTC, whole seconds
 * @throws ReadingFailure `bad-date`
 */
export function readTime(value: Asn1 | undefined): string {
  if (value === undefined || value.constructed) throw new ReadingFailure('bad-date');
  const text = String.fromCharCode(...value.content.subarray(0, 20));
  const full = value.tag === TAG.utcTime ? fullYear(text) : value.tag === TAG.generalizedTime ? text : '';
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(full);
  if (match === null || full < EARLIEST) throw new ReadingFailure('bad-date');
  const [, year, month, day, hour, minute, second] = match;
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
  const date = new Date(iso);
  // A day or an hour that is none either parses to nothing or rolls over into the next.
  if (Number.isNaN(date.getTime()) || toSeconds(date) !== iso) throw new ReadingFailure('bad-date');
  return iso;
}

/** Two-digit years stand for 1950 to 2049. */
function fullYear(text: string): string {
  if (!/^\d\d/.test(text)) return '';
  return `${Number(text.slice(0, 2)) >= 50 ? '19' : '20'}${text}`;
}

/** ISO 8601 without the milliseconds. */
export function toSeconds(date: Date): string {
  return date.toISOString().replace(/\.\d{3}Z$/, 'Z');
}
