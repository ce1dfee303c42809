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
  'blanks',
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
  'copies',
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
  'nothingToName',
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
  const asEscape = (character: string) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
  const visible = HIDING.reduce((text, pattern) => text.replace(pattern, asEscape), json);
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

/** Control, format, private-use and lone surrogate characters, and whatever else draws nothing or is no character. */
const INVISIBLE =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u{2800}\u{FFFC}]/gu;
/** Letters written from right to left: beside them figures change places, and a day reads as another. No notice here has any. */
const LEFTWARD =
  /[\u{590}-\u{8FF}\u{FB1D}-\u{FDFF}\u{FE70}-\u{FEFC}\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/gu;
/** Marks laid over a sign: 「不得」 struck through reads as its opposite. */
const OVERLAID = /[\u{334}-\u{338}\u{20D0}-\u{20FF}]/gu;
/** The third mark on one sign and those after it: heaped up they paint over the lines beside. */
const HEAPED = /(?<=\p{M}{2})\p{M}/gu;
const HIDING = [INVISIBLE, LEFTWARD, OVERLAID, HEAPED];
/** What nearly every text is made of. The others are looked at sign by sign, which takes ten times as long. */
const PLAIN = /^[\u0020-\u007e\u2010-\u2027\u3000-\u3029\u4e00-\u9fff\uff01-\uff60]*$/;

/** A character in a text that nobody can see, or that hides, strikes out or moves others; null where there is none. */
export function findInvisible(text: string): string | null {
  if (PLAIN.test(text)) return null;
  for (const pattern of HIDING) {
    const [found] = text.match(pattern) ?? [];
    if (found !== undefined) return found;
  }
  return null;
}
