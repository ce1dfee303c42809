/** Numbers of a sheet that are shown with zeros in front: 「001001」 is a code to who reads it, and 1001 is no unit's. */

import { attribute } from './workbook-parts';

/** How many digits the cells of a style show at least, by the style's number. */
export type PaddedStyles = ReadonlyMap<string, number>;

/** Nothing but zeros, whatever room is kept behind them and whatever becomes of negative numbers and texts. */
const PADDED_FORMAT = /^(0{2,})(?:_.)?(?:;.*)?$/;

/** The styles of a workbook whose format is nothing but zeros. */
export function paddedStyles(styles: string): PaddedStyles {
  const widths = new Map<string, number>();
  for (const [tag] of styles.matchAll(/<(?:\w+:)?numFmt\b[^<>]*>/g)) {
    const [id, code] = [attribute(tag, 'numFmtId'), attribute(tag, 'formatCode')];
    const [, zeros] = PADDED_FORMAT.exec(code ?? '') ?? [];
    if (id !== null && zeros !== undefined) widths.set(id, zeros.length);
  }
  const padded = new Map<string, number>();
  if (widths.size === 0) return padded;
  const [formats = ''] = /<(?:\w+:)?cellXfs\b[\s\S]*<\/(?:\w+:)?cellXfs>/.exec(styles) ?? [];
  [...formats.matchAll(/<(?:\w+:)?xf\b[^<>]*>/g)].forEach(([tag], at) => {
    const width = widths.get(attribute(tag, 'numFmtId') ?? '');
    if (width !== undefined) padded.set(String(at), width);
  });
  return padded;
}

/** A cell without a kind is a number, and so is one that says so. */
const NUMBER_CELL =
  /<((?:\w+:)?)c\b((?![^<>]*\st=["'](?!n["']))[^<>]*\ss="(\d+)"[^<>]*)>\s*<(?:\w+:)?v>(\d+)<\/(?:\w+:)?v>/g;

/** The XML with such numbers as texts. */
export function numbersAsShown(xml: string, styles: PaddedStyles): string {
  if (styles.size === 0) return xml;
  return xml.replace(
    NUMBER_CELL,
    (whole, prefix: string, attributes: string, style: string, digits: string) => {
      const width = styles.get(style);
      if (width === undefined || digits.length >= width) return whole;
      const shown = digits.padStart(width, '0');
      const bare = attributes.replace(/\st=["']n["']/, '');
      return `<${prefix}c${bare} t="str"><${prefix}v>${shown}</${prefix}v>`;
    },
  );
}
