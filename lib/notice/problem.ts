import type { MessageParams } from '@/lib/locale/translate';

/**
 * What can be wrong with a pack. Each code names its sentence in the locale files (`notice.problem.<code>`)
 * that says what was expected, with an example. No hyphens: Chromium refuses an extension whose message
 * names hold one.
 */
export const PROBLEM_CODES = [
  // the file as a whole
  'json',
  'tooLarge',
  'format',
  'newerFormat',
  'unknownAbilities',
  // one value
  'value',
  'object',
  'list',
  'words',
  'text',
  'cite',
  'id',
  'version',
  'date',
  'dateUnreal',
  'phrase',
  'selector',
  'taughtName',
  'host',
  'url',
  'telephone',
  'areaCode',
  'postcode',
  'money',
  'count',
  'truth',
  'inclusive',
  'kind',
  'choice',
  'timeZone',
  'tooLong',
  'tooMany',
  'emptyList',
  'invisible',
  'markup',
  // how values go together
  'duplicateId',
  'unknownReference',
  'endBeforeStart',
  'signedAfterPublished',
  'makeUpBeforeDue',
  'makeUpTooLate',
  'afterCircle',
  'renewalOpens',
  'renewalCloses',
  'overlap',
  'outsideParent',
  'inferredBy',
  'emptyAcceptance',
  'basisContradiction',
  'total',
  // how packs go together
  'ownRelation',
  'relationTwice',
  'unknownFact',
  'amendsNothing',
  'amendmentPart',
  'abilityMissing',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

export interface PackProblem {
  /** `phases[1].until`; empty for the whole file. */
  readonly path: string;
  readonly code: ProblemCode;
  /** Holes of the code's sentence. */
  readonly params: MessageParams;
  /** What stood there, shortened; null where nothing did. */
  readonly found: string | null;
}

/** How a check reports one problem. */
export type Report = (
  path: readonly PropertyKey[],
  code: ProblemCode,
  found: unknown,
  params?: MessageParams,
) => void;

/** Writes a path as a person would look for it. */
export function writePath(parts: readonly PropertyKey[]): string {
  return parts.reduce<string>((path, part) => {
    if (typeof part === 'number') return `${path}[${part}]`;
    return path === '' ? String(part) : `${path}.${String(part)}`;
  }, '');
}

const LONGEST_FOUND = 60;

/**
 * What stood at a place, for a message: JSON, at most 60 characters, invisible and direction-changing
 * characters written as escapes, so that a message cannot be made to look like something else.
 */
export function describeFound(value: unknown): string | null {
  if (value === undefined) return null;
  const json = writeJson(value);
  const visible = json.replace(INVISIBLE, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u{${code.toString(16)}}`;
  });
  const characters = [...visible];
  return characters.length > LONGEST_FOUND ? `${characters.slice(0, LONGEST_FOUND).join('')}…` : visible;
}

/** A value that JSON cannot write (it leads back into itself, or is nested too deeply) is only named. */
function writeJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return Object.prototype.toString.call(value);
  }
}

/** Control, format, private-use and lone surrogate characters, whatever else draws nothing, and the third mark heaped on a sign. */
const INVISIBLE =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u{2800}\u{FFFC}]|(?<=\p{M}{2})\p{M}/gu;

/** The first character nobody can see in a text, or null. */
export function findInvisible(text: string): string | null {
  return text.match(INVISIBLE)?.[0] ?? null;
}
