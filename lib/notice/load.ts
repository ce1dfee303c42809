import type { z } from 'zod';
import { crossCheck } from './cross-checks';
import { whereJsonBreaks } from './json-place';
import { ABILITIES, type NoticePack, PACK_FORMAT } from './model';
import { describeFound, type PackProblem, PROBLEM_CODES, type ProblemCode, writePath } from './problem';
import { packSchema } from './schema';

/** Packs are a few dozen kB; what is larger than this is no pack. Counted in UTF-16 units. */
export const LARGEST_PACK = 2_000_000;

export type LoadedPack =
  | {
      readonly ok: true;
      readonly pack: NoticePack;
      /** Paths of fields this version does not know and left out: a newer pack's, or a slip of the pen. */
      readonly ignored: readonly string[];
    }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

function refused(code: ProblemCode, problem: Partial<PackProblem> = {}): LoadedPack {
  return { ok: false, problems: [{ path: '', code, params: {}, found: null, ...problem }] };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The line and column at which JSON breaks off, in signs of UTF-16, from 1. */
function locate(json: string): { line: number; column: number } {
  const before = json.slice(0, whereJsonBreaks(json) ?? json.length).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    return (value as Record<PropertyKey, unknown>)[key];
  }, input);
}

function isCode(message: string): message is ProblemCode {
  return (PROBLEM_CODES as readonly string[]).includes(message);
}

function toProblem(issue: z.core.$ZodIssue, input: unknown): PackProblem {
  const params: Record<string, string | number> = {};
  if (issue.code === 'invalid_value') params.options = issue.values.map(String).join(', ');
  if (issue.code === 'too_big') params.max = Number(issue.maximum);
  if (issue.code === 'custom') Object.assign(params, issue.params);
  const kinds = issue.code === 'invalid_union' && 'options' in issue ? issue.options : undefined;
  if (kinds) params.options = kinds.map(String).join(', ');
  const code = kinds ? 'choice' : issue.message;
  return {
    path: writePath(issue.path),
    code: isCode(code) ? code : 'value',
    params,
    found: describeFound(valueAt(input, issue.path)),
  };
}

/** What is told by name at most: a file of nothing but unknown names is told short. */
const MOST_IGNORED = 1000;
const MOST_NAMES = 8;

/** A name out of the file as it may be shown: it is nobody's text until it was read, so it is shortened and made visible. */
function nameOf(name: string): string {
  return (describeFound(name) ?? '').replace(/^"|"$/g, '');
}

/**
 * Paths of what was in the input and is not in the pack, outermost first. One path grows and shrinks with the
 * walk: a path of its own for each of 300 kB's fields cost more than the schema did.
 */
function findIgnored(input: unknown, parsed: unknown): readonly string[] {
  const ignored: string[] = [];
  const path: PropertyKey[] = [];
  const walk = (given: unknown, kept: unknown): void => {
    if (Array.isArray(given) && Array.isArray(kept)) {
      for (const [index, item] of given.entries()) {
        path.push(index);
        walk(item, kept[index]);
        path.pop();
      }
      return;
    }
    if (!isRecord(given) || !isRecord(kept)) return;
    for (const key of Object.keys(given)) {
      const isKept = Object.hasOwn(kept, key);
      if (!isKept && ignored.length >= MOST_IGNORED) continue;
      path.push(isKept ? key : nameOf(key));
      if (isKept) walk(given[key], kept[key]);
      else ignored.push(writePath(path));
      path.pop();
    }
  };
  walk(input, parsed);
  return ignored;
}

/** What a pack needs and this client cannot do, by name. */
function findUnknownAbilities(input: Readonly<Record<string, unknown>>): readonly string[] {
  if (!Array.isArray(input.requires)) return [];
  const known: readonly string[] = ABILITIES;
  return input.requires.filter((each): each is string => typeof each === 'string' && !known.includes(each));
}

function loadValue(input: unknown): LoadedPack {
  if (!isRecord(input)) return refused('object', { found: describeFound(input) });
  if (input.format !== PACK_FORMAT) {
    const newer = typeof input.format === 'string' && /^rebind\.notice\/([2-9]|\d{2,})$/.test(input.format);
    return refused(newer ? 'newerFormat' : 'format', { path: 'format', found: describeFound(input.format) });
  }
  const unknown = findUnknownAbilities(input);
  if (unknown.length > 0) {
    // The rest may be unintelligible to us, so nothing else is complained about.
    return refused('unknownAbilities', {
      path: 'requires',
      params: {
        names:
          unknown.slice(0, MOST_NAMES).map(nameOf).join(', ') + (unknown.length > MOST_NAMES ? ' …' : ''),
      },
    });
  }
  const parsed = packSchema.safeParse(input);
  if (!parsed.success) {
    return { ok: false, problems: parsed.error.issues.map((issue) => toProblem(issue, input)) };
  }
  const pack: NoticePack = parsed.data;
  const problems = crossCheck(pack);
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, pack, ignored: findIgnored(input, parsed.data) };
}

/**
 * Reads a notice pack: JSON text (a byte order mark is passed over) or a value already parsed. Never
 * throws. Problems come with codes and params; `sayProblem` words them.
 */
export function loadPack(json: unknown): LoadedPack {
  if (typeof json !== 'string') return loadValue(json);
  if (json.length > LARGEST_PACK) return refused('tooLarge', { params: { max: LARGEST_PACK / 1_000_000 } });
  const source = json.startsWith('\ufeff') ? json.slice(1) : json;
  let input: unknown;
  try {
    input = JSON.parse(source);
  } catch {
    return refused('json', { params: locate(source) });
  }
  return loadValue(input);
}
