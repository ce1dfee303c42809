import type { FoundProblem } from '@/lib/author/review';
import { type Field, fieldsOf, HEADER, SECTION_NAMES, type SectionName } from '@/lib/author/sections';
import type { MessageKey, Translate } from '@/lib/locale/translate';
import { fieldName, sectionName } from './words';

const isPart = (field: string): field is SectionName => (SECTION_NAMES as readonly string[]).includes(field);

/** Fields of the form that go by another name in the pack. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  id: 'packId',
  issuerPhrases: 'phrases',
  why: 'keepWhy',
  inclusive: 'dueInclusive',
  opensDaysBefore: 'opens',
  closesDaysBefore: 'closes',
  certificates: 'keys',
  amendmentPart: 'fact',
  wait: 'waitDays',
  begins: 'from',
  certificate: 'dueKey',
  phase: 'duePhase',
  lead: 'dueCount',
  graceAfter: 'grace',
  number: 'postNumber',
  note: 'postNote',
  copies: 'paperCopies',
  post: 'byPost',
};

/** What a pack's file says of these is for readers of JSON; the form says it in its own terms. */
const EXPECTED: ReadonlySet<string> = new Set([
  'text',
  'words',
  'cite',
  'id',
  'emptyList',
  'object',
  'money',
  'copies',
  'relationTwice',
  'makeUpTooLate',
]);

/** Nothing was written there yet: told where all is checked, not beside a field nobody has come to. */
export function isMissing({ problem }: FoundProblem): boolean {
  return problem.found === null || problem.found === '""';
}

/** What is wrong, where in the form, and what was expected with an example. */
export function sayFoundProblem(found: FoundProblem, section: SectionName | 'header', t: Translate): string {
  const { problem, field } = found;
  const fields: Readonly<Record<string, Field>> = section === 'header' ? HEADER : fieldsOf(section);
  const name = Object.hasOwn(fields, field) || field === 'cite' ? field : (OTHER_NAMES[field] ?? '');
  const isKnown = Object.hasOwn(fields, name) || name === 'cite';
  const own = fields[name];
  const sentence =
    isMissing(found) && own?.kind === 'one'
      ? t('author.expected.one', { part: sectionName(own.of as SectionName, t) })
      : EXPECTED.has(problem.code)
        ? t(`author.expected.${problem.code}` as MessageKey)
        : t(`notice.problem.${problem.code}`, problem.params);
  const part = isPart(field) ? sectionName(field, t) : t('author.here');
  const place = isKnown ? fieldName(section, name, t) : part;
  if (isMissing(found)) return t('author.problemMissing', { place, problem: sentence });
  return t('author.problem', { place, problem: sentence, found: problem.found ?? '' });
}
