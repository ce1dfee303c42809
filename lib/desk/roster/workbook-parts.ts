/** The parts of a workbook's archive, and what its list of sheets says of them. */
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { READ_LIMITS, ReadFailure } from './table';

/** By their paths in the archive. */
export type Parts = Record<string, Uint8Array>;

const WORKBOOK = 'xl/workbook.xml';
const SHEET_TAG = /<(?:\w+:)?sheet\b[^<>]*>/g;

/**
 * The parts of the workbook that are text; the sizes the archive declares are held to, so that no bomb goes off.
 *
 * @throws ReadFailure `bomb`, `damaged`, `not-a-list`
 */
export function unpack(bytes: Uint8Array): Parts {
  let unpacked = 0;
  let isBomb = false;
  let parts: Parts;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(?:xml|rels)$/i.test(name) || /^xl\/(?:media|drawings|charts|theme)\//i.test(name))
          return false;
        unpacked += originalSize;
        if (unpacked > READ_LIMITS.unpackedBytes) isBomb = true;
        return !isBomb;
      },
    });
  } catch (cause) {
    throw new ReadFailure(isBomb ? 'bomb' : 'damaged', { cause });
  }
  if (isBomb) throw new ReadFailure('bomb');
  const workbook = parts[WORKBOOK];
  if (!workbook) {
    // A workbook whose parts have other names than all programs give them: saved anew it has these.
    const isWorkbook = Object.keys(parts).some((path) => path.startsWith('xl/worksheets/'));
    throw new ReadFailure(isWorkbook ? 'damaged' : 'not-a-list');
  }
  // LibreOffice writes `true`, the reader knows `1` alone: days would be four years off.
  const plain = strFromU8(workbook).replace(/\bdate1904="true"/, 'date1904="1"');
  return { ...parts, [WORKBOOK]: strToU8(plain) };
}

export const textOf = (parts: Parts, path: string) => strFromU8(parts[path] ?? new Uint8Array());

/** The text of the part with this name, in whatever folder and case; '' where there is none. */
export function textEndingWith(parts: Parts, name: string): string {
  const path = Object.keys(parts).find((each) => each.toLowerCase().endsWith(name.toLowerCase()));
  return path === undefined ? '' : textOf(parts, path);
}

/** Whether bare numbers count days from 1904. */
export const countsFrom1904 = (parts: Parts) => /\bdate1904="1"/.test(textOf(parts, WORKBOOK));

/** The workbook with these sheets alone. */
export function withSheets(parts: Parts, names: ReadonlySet<string>): Parts {
  const left = new Set([...sheetPaths(parts)].filter(([name]) => !names.has(name)).map(([, path]) => path));
  const kept = Object.entries(parts).filter(([path]) => !left.has(path));
  const list = textOf(parts, WORKBOOK).replace(SHEET_TAG, (tag) =>
    names.has(attribute(tag, 'name') ?? '') ? tag : '',
  );
  return { ...Object.fromEntries(kept), [WORKBOOK]: strToU8(list) };
}

/** Names of sheets and where they are, from the workbook's own list. */
export function sheetPaths(parts: Parts): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const [tag] of textOf(parts, 'xl/_rels/workbook.xml.rels').matchAll(
    /<(?:\w+:)?Relationship\b[^<>]*>/g,
  )) {
    const id = attribute(tag, 'Id');
    const target = attribute(tag, 'Target');
    if (id && target) targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  const paths = new Map<string, string>();
  for (const [tag] of textOf(parts, WORKBOOK).matchAll(SHEET_TAG)) {
    const name = attribute(tag, 'name');
    const path = targets.get(attribute(tag, '\\w+:id') ?? '');
    if (name !== null && path) paths.set(name, path);
  }
  return paths;
}

/** Names of the sheets that are out of sight. */
export function hiddenSheets(parts: Parts): ReadonlySet<string> {
  const tags = [...textOf(parts, WORKBOOK).matchAll(SHEET_TAG)].map(([tag]) => tag);
  const hidden = tags.filter((tag) => /^(?:veryH|h)idden$/.test(attribute(tag, 'state') ?? ''));
  return new Set(hidden.flatMap((tag) => attribute(tag, 'name') ?? []));
}

/** An attribute's value; null: it has none. */
export function attribute(tag: string, name: string): string | null {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? null : unescapeXml(value);
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, word) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return decimal ? String.fromCodePoint(Number(decimal)) : (ENTITIES[word] ?? whole);
  });
}
