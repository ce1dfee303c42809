import type { ReadCertificate } from '@/lib/certificate/reading/model';
import type { NoticeCertificate } from '@/lib/notice/model';
import { foldName } from './name-key';

/**
 * Which of the notice's certificates this one is by its issuer: its phrases are looked for in the issuer's
 * name, past width, case and spaces.
 *
 * @returns null where none fits, or certificates of different kind or generation do: the person is asked
 */
export function matchIssuer(
  known: readonly NoticeCertificate[],
  issuer: ReadCertificate['issuer'],
): NoticeCertificate | null {
  const texts = issuer.map(({ value }) => foldName(value));
  const fitting = known.filter(({ issuerPhrases }) =>
    issuerPhrases.some((phrase) => texts.some((text) => text.includes(foldName(phrase)))),
  );
  const [first] = fitting;
  const agree = fitting.every((one) => one.kind === first?.kind && one.generation === first?.generation);
  return first !== undefined && agree ? first : null;
}

/** The issuer in one line: the name it goes by, else all of it. */
export function issuerLine(issuer: ReadCertificate['issuer']): string {
  const named = ['O', 'CN'].flatMap((name) => issuer.filter((each) => each.name === name));
  const parts = named.length > 0 ? named : issuer;
  return [...new Set(parts.map(({ value }) => value))].join(' ').slice(0, 200);
}
