/** A certificate as it may be kept, and how it stands to those that are kept already. */
import type { CertificateDetails, CertificateReading } from '@/lib/certificate/details';
import type { ReadCertificate } from '@/lib/certificate/reading/model';
import { isSameCertificate } from '@/lib/certificate/reading/same';
import type { TrackedCertificate } from '@/lib/certificate/status';
import type { CalendarDate } from '@/lib/notice/calendar';
import { dateIn } from '@/lib/notice/days';
import type { NoticeCertificate } from '@/lib/notice/model';
import { type FoundUnit, findUnit } from './find-unit';
import { issuerLine, matchIssuer } from './match-issuer';
import { foldName, nameKey } from './name-key';
import { type KeyPair, pairCertificates } from './pair';

export interface Candidate {
  /** The same for the same certificates, whatever file they come in. */
  readonly id: string;
  /** Calendar days in Asia/Shanghai, both ends inclusive: of a pair, the days on which both are valid. */
  readonly validFrom: CalendarDate;
  readonly validUntil: CalendarDate;
  readonly unit: FoundUnit;
  readonly algorithm: string;
  readonly reading: CertificateReading;
  /** SHA-256 of the encoded subject, hexadecimal: rows of before were kept by it. */
  readonly encodedSubject: string;
  /** The notice's certificate it is by its issuer; null: ask. */
  readonly known: NoticeCertificate | null;
}

/** Takes the SHA-256 of bytes, as lower-case hexadecimal. */
export type Digest = (bytes: Uint8Array) => Promise<string>;

/**
 * Candidates out of what was read, from however many files: signature and encryption together, each once.
 * Issuers' own certificates, which a chain brings along, are left out.
 */
export async function findCandidates(
  certificates: readonly ReadCertificate[],
  known: readonly NoticeCertificate[],
  timeZone: string,
  digest: Digest,
): Promise<readonly Candidate[]> {
  const own = certificates.filter(
    (certificate, at) =>
      !certificate.keyUsage.includes('keyCertSign') &&
      certificates.findIndex((other) => isSameCertificate(other, certificate)) === at,
  );
  const pairs = pairCertificates(own);
  return Promise.all(pairs.map((pair) => toCandidate(pair, known, timeZone, digest)));
}

async function toCandidate(
  pair: KeyPair,
  known: readonly NoticeCertificate[],
  timeZone: string,
  digest: Digest,
): Promise<Candidate> {
  const [first] = pair;
  const all: readonly ReadCertificate[] = pair;
  const day = (instant: string) => dateIn(new Date(instant), timeZone);
  // What ends at 00:00:00 is of no use on the day that begins then: the day before is its last.
  const lastDay = (instant: string) => dateIn(new Date(Date.parse(instant) - 1_000), timeZone);
  const parts = await Promise.all(
    all.map(async ({ role, serial, raw }) => ({ role, serial, key: await digest(raw.publicKey) })),
  );
  return {
    id: parts.map(({ serial, key }) => `${serial}:${key}`).join('+'),
    validFrom: day(latest(all.map(({ notBefore }) => notBefore))),
    validUntil: lastDay(earliest(all.map(({ notAfter }) => notAfter))),
    unit: unitOf(all),
    algorithm: first.algorithm,
    reading: {
      issuer: issuerLine(first.issuer),
      subject: await digest(new TextEncoder().encode(nameKey(first.subject))),
      parts,
    },
    encodedSubject: await digest(first.raw.subject),
    known: matchIssuer(known, first.issuer),
  };
}

/** The holder as the certificates name it; the issuer's own name, which some repeat in the subject, is not it. */
function unitOf(all: readonly ReadCertificate[]): FoundUnit {
  const found = findUnit(
    all.flatMap(({ subject }) => subject),
    all.flatMap(({ extensionTexts }) => extensionTexts),
  );
  const issuers = all.flatMap(({ issuer }) => issuer.map(({ value }) => foldName(value)));
  return { ...found, names: found.names.filter((name) => !issuers.includes(foldName(name))) };
}

function earliest(instants: readonly string[]): string {
  return instants.reduce((first, each) => (each < first ? each : first));
}

function latest(instants: readonly string[]): string {
  return instants.reduce((last, each) => (each > last ? each : last));
}

/** How a candidate stands to what is kept of one subject. */
export type Relation<T> =
  /** Nothing of it is kept. */
  | { readonly kind: 'new' }
  /** It is kept already, from a file. */
  | { readonly kind: 'same'; readonly row: T }
  /** Typed by hand with the same last day: the file would add what it says. */
  | { readonly kind: 'typed'; readonly row: T }
  /** Another one of the same holder and issuer: new serial, and perhaps a new key. */
  | { readonly kind: 'successor'; readonly row: T; readonly newKey: boolean };

type Kept = TrackedCertificate & { readonly details: CertificateDetails | null };

/** Finds what is kept of this certificate or its holder. `generation` and `kind` are what the person chose. */
export function relationOf<T extends Kept>(
  candidate: Pick<Candidate, 'reading' | 'validFrom' | 'validUntil' | 'encodedSubject'>,
  chosen: Pick<TrackedCertificate, 'kind' | 'generation'>,
  rows: readonly T[],
): Relation<T> {
  const { reading } = candidate;
  const read = rows.filter((row) => row.details?.reading);
  const same = read.find((row) => row.details?.reading && sharesSerial(row.details.reading, reading));
  if (same) return { kind: 'same', row: same };
  const alike = rows.filter((row) => row.kind === chosen.kind && row.generation === chosen.generation);
  const before = alike
    .filter(({ details }) => {
      const kept = details?.reading?.subject;
      return kept === reading.subject || kept === candidate.encodedSubject;
    })
    .filter((row) => isLater(candidate, row))
    .reduce<T | null>((last, row) => (last && last.validUntil >= row.validUntil ? last : row), null);
  if (before?.details?.reading) {
    return { kind: 'successor', row: before, newKey: !sharesKey(before.details.reading, reading) };
  }
  const typed = alike.find((row) => !row.details?.reading && row.validUntil === candidate.validUntil);
  return typed ? { kind: 'typed', row: typed } : { kind: 'new' };
}

/** An old file that is read after the new one follows nothing. */
function isLater(candidate: Pick<Candidate, 'validFrom' | 'validUntil'>, row: TrackedCertificate): boolean {
  return (
    candidate.validUntil >= row.validUntil || (row.validFrom !== null && candidate.validFrom > row.validFrom)
  );
}

function sharesSerial(one: CertificateReading, other: CertificateReading): boolean {
  return (
    one.issuer === other.issuer &&
    one.parts.some(({ serial, key }) =>
      other.parts.some((part) => part.serial === serial && part.key === key),
    )
  );
}

function sharesKey(one: CertificateReading, other: CertificateReading): boolean {
  return one.parts.some(({ key }) => other.parts.some((part) => part.key === key));
}
