/** What the forms hold while they are open, and what of it may be kept when the popup closes. */
import { DETAIL_TEXTS, type DetailsEntry } from '@/lib/certificate/details-entry';
import { refuseText } from '@/lib/certificate/refusal';
import { AUDIENCES, type Audience, LEVELS, type Level } from '@/lib/notice/explanation';
import type { NoticeCertificate, NoticePack } from '@/lib/notice/model';
import type { CertificateGeneration, CertificateKind, CertificateRow, SubjectRow } from '@/lib/store/model';

export interface SubjectValues {
  readonly name: string;
  readonly audience: Audience | null;
  readonly level: Level | null;
}

/** Of each system by its id: what the person says of the binding, and since when. */
type BindingValues = Readonly<Record<`bound:${string}` | `since:${string}`, string | undefined>>;

export interface CertificateValues extends BindingValues {
  readonly kind: CertificateKind;
  readonly generation: CertificateGeneration;
  readonly label: string;
  readonly holder: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly look: string;
  readonly keeper: string;
  readonly keptBecause: string;
  readonly notes: string;
}

type Kept = Readonly<Record<string, string>>;

/** Fields a person writes freely, where something might be typed that must not be kept. */
const FREE_TEXTS = ['name', 'label', 'holder', ...DETAIL_TEXTS];

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
  const details = row?.details;
  const bindings = Object.fromEntries(
    (details?.bindings ?? []).flatMap(({ system, state, since }) => [
      [`bound:${system}`, state],
      [`since:${system}`, since ?? ''],
    ]),
  );
  const drafted = Object.entries(draft).filter(([field]) => /^(?:bound|since):/.test(field));
  return {
    ...bindings,
    ...Object.fromEntries(drafted),
    look: draft.look ?? details?.look ?? '',
    keeper: draft.keeper ?? details?.keeper ?? '',
    keptBecause: draft.keptBecause ?? details?.keptBecause ?? '',
    notes: draft.notes ?? details?.notes ?? '',
    kind,
    generation,
    label: draft.label ?? row?.label ?? suggest(kind, generation),
    holder: draft.holder ?? row?.holder ?? '',
    validFrom: draft.validFrom ?? row?.validFrom ?? '',
    validUntil: draft.validUntil ?? row?.validUntil ?? '',
  };
}

/** The notes about a key as the form holds them, for the systems of the notice. */
export function detailsEntry(values: CertificateValues, systems: readonly string[]): DetailsEntry {
  const { look, keeper, keptBecause, notes } = values;
  const bindings = systems.map((system) => {
    const chosen = values[`bound:${system}`];
    const state = chosen === 'bound' || chosen === 'unbound' ? chosen : 'unknown';
    return { system, state, since: values[`since:${system}`] ?? '' } as const;
  });
  return { look, keeper, keptBecause, notes, bindings };
}

/** The notice's own certificate of this kind and generation, if it names one. */
export function findNamed(
  pack: NoticePack,
  kind: CertificateKind,
  generation: CertificateGeneration,
): NoticeCertificate | undefined {
  return pack.certificates.find((one) => one.kind === kind && one.generation === generation);
}
