/** What the forms hold while they are open, and what of it may be kept when the popup closes. */
import { refuseText } from '@/lib/certificate/refusal';
import { AUDIENCES, type Audience, LEVELS, type Level } from '@/lib/notice/explanation';
import type { NoticeCertificate, NoticePack } from '@/lib/notice/model';
import type { CertificateGeneration, CertificateKind, CertificateRow, SubjectRow } from '@/lib/store/model';

export interface SubjectValues {
  readonly name: string;
  readonly audience: Audience | null;
  readonly level: Level | null;
}

export interface CertificateValues {
  readonly kind: CertificateKind;
  readonly generation: CertificateGeneration;
  readonly label: string;
  readonly holder: string;
  readonly validFrom: string;
  readonly validUntil: string;
}

type Kept = Readonly<Record<string, string>>;

/** Fields a person writes freely, where something might be typed that must not be kept. */
const FREE_TEXTS = ['name', 'label', 'holder'];

/** A draft without empty fields, and without anything that looks like an ID number, a PIN or a key. */
export function draftOf(values: SubjectValues | CertificateValues): Kept {
  const mayBeKept = (field: string, text: string) =>
    text !== '' && (!FREE_TEXTS.includes(field) || refuseText(text) === null);
  return Object.fromEntries(
    Object.entries(values).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && mayBeKept(entry[0], entry[1]),
    ),
  );
}

export function subjectValues(row: SubjectRow | null, draft: Kept = {}): SubjectValues {
  return {
    name: draft.name ?? row?.name ?? '',
    audience: AUDIENCES.find((one) => one === draft.audience) ?? row?.audience ?? null,
    level: LEVELS.find((one) => one === draft.level) ?? row?.level ?? null,
  };
}

/** A new certificate is taken for a new CA until the person says otherwise. */
export function certificateValues(
  row: CertificateRow | null,
  suggest: (kind: CertificateKind, generation: CertificateGeneration) => string,
  draft: Kept = {},
): CertificateValues {
  const kind = (['ca', 'seal'] as const).find((one) => one === draft.kind) ?? row?.kind ?? 'ca';
  const generation =
    (['new', 'old'] as const).find((one) => one === draft.generation) ?? row?.generation ?? 'new';
  return {
    kind,
    generation,
    label: draft.label ?? row?.label ?? suggest(kind, generation),
    holder: draft.holder ?? row?.holder ?? '',
    validFrom: draft.validFrom ?? row?.validFrom ?? '',
    validUntil: draft.validUntil ?? row?.validUntil ?? '',
  };
}

/** The notice's own certificate of this kind and generation, if it names one. */
export function findNamed(
  pack: NoticePack,
  kind: CertificateKind,
  generation: CertificateGeneration,
): NoticeCertificate | undefined {
  return pack.certificates.find((one) => one.kind === kind && one.generation === generation);
}
