import { useRef, useState } from 'react';
import { RadioChoice, TextField } from '@/components/ui/field';
import { useSpeech } from '@/components/ui/language';
import { PROBLEM_SENTENCES } from '@/components/ui/problems';
import { addEvent, NO_DETAILS } from '@/lib/certificate/details';
import { checkDetailsEntry } from '@/lib/certificate/details-entry';
import {
  type CertificateEntry,
  checkCertificateEntry,
  type FieldProblem,
  LIKELY_DAYS,
  LONGEST,
} from '@/lib/certificate/entry';
import type { SeenValidity } from '@/lib/page/model';
import type { CertificateRow } from '@/lib/store/model';
import { DetailsFields } from './details-fields';
import { FormFrame } from './form-frame';
import { type CertificateValues, certificateValues, detailsEntry, findNamed } from './form-values';
import { GENERATION_NAMES, KIND_NAMES } from './names';
import type { PopupServices } from './services';

type EntryField = keyof CertificateEntry;
const FIELDS: readonly EntryField[] = ['label', 'holder', 'validFrom', 'validUntil'];

/** What may be said while the person still types: it must not be kept, or can only be a mistake. */
const SAID_AT_ONCE: readonly FieldProblem[] = ['id-number', 'pin', 'key-material', 'too-long'];

/** Adds, changes or removes a certificate or a seal, typed by hand. */
export default function CertificateForm(props: {
  readonly services: PopupServices;
  readonly subject: string;
  /** null: a new one. */
  readonly row: CertificateRow | null;
  readonly draft: Readonly<Record<string, string>> | undefined;
  /** A page showed these days; they are the page's word as long as nobody changes them. */
  readonly seen?: SeenValidity | undefined;
  readonly onEdit: (values: CertificateValues) => void;
  readonly onClose: () => void;
}) {
  const { t, say } = useSpeech();
  const { row, services } = props;
  /** What the notice calls such a certificate: a label to begin with. */
  const suggest = (kind: CertificateValues['kind'], generation: CertificateValues['generation']) => {
    const known = findNamed(services.pack, kind, generation);
    return known ? say(known.name) : '';
  };
  const [values, setValues] = useState(() => certificateValues(row, suggest, props.draft));
  const [tried, setTried] = useState(false);
  // A date field that holds what is no day has an empty value; only the field itself knows.
  const [halfTyped, setHalfTyped] = useState<readonly EntryField[]>([]);
  const inputs = {
    label: useRef<HTMLInputElement>(null),
    holder: useRef<HTMLInputElement>(null),
    validFrom: useRef<HTMLInputElement>(null),
    validUntil: useRef<HTMLInputElement>(null),
  };

  const named = findNamed(services.pack, values.kind, values.generation);
  const checked = checkCertificateEntry(values);
  const { systems } = services.pack;
  const noted = checkDetailsEntry(
    detailsEntry(
      values,
      systems.map(({ id }) => id),
    ),
  );
  const notedProblems = noted.ok ? {} : noted.problems;
  const problemOf = (field: EntryField, half = halfTyped): FieldProblem | undefined =>
    half.includes(field) ? 'not-a-day' : checked.ok ? undefined : checked.problems[field];

  const edit = (part: Partial<CertificateValues>) => {
    const next = { ...values, ...part };
    setValues(next);
    props.onEdit(next);
  };
  /** A label nobody touched follows what it stands for. */
  const choose = (part: Partial<Pick<CertificateValues, 'kind' | 'generation'>>) => {
    const untouched = values.label === '' || values.label === suggest(values.kind, values.generation);
    const { kind, generation } = { ...values, ...part };
    edit({ ...part, ...(untouched && { label: suggest(kind, generation) }) });
  };
  const save = () => {
    setTried(true);
    const half = FIELDS.filter((field) => inputs[field].current?.validity.badInput);
    setHalfTyped(half);
    const wrong = FIELDS.find((field) => problemOf(field, half) !== undefined);
    if (wrong) inputs[wrong].current?.focus();
    if (wrong || !checked.ok || !noted.ok) return null;
    const { kind, generation } = values;
    const id = row?.id ?? services.newId();
    const at = services.now().toISOString();
    const createdAt = row?.createdAt ?? at;
    const before = row?.details ?? NO_DETAILS;
    const { validUntil } = checked.value;
    const { seen } = props;
    const isSeen = seen?.until === validUntil && seen.from === checked.value.validFrom;
    const event = {
      at,
      kind: row ? 'changed' : 'added',
      by: isSeen ? 'page' : 'hand',
      validUntil,
    } as const;
    // A history is of dates: a corrected label is no event.
    const isEvent = row?.validUntil !== validUntil;
    const history = isEvent ? addEvent(before.history, event) : before.history;
    const details = { ...before, ...noted.value, history };
    return () =>
      services.saveCertificate({
        id,
        subject: props.subject,
        kind,
        generation,
        createdAt,
        ...checked.value,
        details,
      });
  };
  const fieldProps = (field: EntryField) => {
    const problem = problemOf(field);
    const shown = problem && (tried || SAID_AT_ONCE.includes(problem)) ? problem : undefined;
    const longest = field === 'label' ? LONGEST.label : LONGEST.holder;
    return {
      value: values[field],
      inputRef: inputs[field],
      error: shown ? t(PROBLEM_SENTENCES[shown], { longest }) : null,
      onEdit: (value: string) => {
        setHalfTyped((fields) => fields.filter((each) => each !== field));
        edit({ [field]: value });
      },
    };
  };
  return (
    <FormFrame
      title={t(row ? 'popup.certificates.edit' : 'popup.certificates.add')}
      initialFocus={inputs.validUntil}
      onSave={save}
      onClose={props.onClose}
      {...(row && {
        removal: {
          button: t('popup.certificates.remove'),
          question: t('popup.certificates.removeQuestion', { label: row.label }),
          warning: t('popup.certificates.removeWarning'),
          onRemove: () => services.removeCertificate(row.id),
        },
      })}
    >
      <div className="choice-pair">
        <RadioChoice
          legend={t('popup.certificates.kind')}
          name="kind"
          options={(['ca', 'seal'] as const).map((value) => ({ value, label: t(KIND_NAMES[value]) }))}
          value={values.kind}
          onChoose={(kind) => choose({ kind })}
        />
        <RadioChoice
          legend={t('popup.certificates.generation')}
          name="generation"
          options={(['new', 'old'] as const).map((value) => ({ value, label: t(GENERATION_NAMES[value]) }))}
          value={values.generation}
          onChoose={(generation) => choose({ generation })}
        />
      </div>
      {named?.issuer && (
        <p className="field-hint field-hint--after">
          {t('popup.certificates.issuer', { issuer: say(named.issuer) })}
        </p>
      )}
      <TextField label={t('popup.certificates.label')} {...fieldProps('label')} />
      <div className="field-pair">
        <TextField
          label={t('popup.certificates.validFrom')}
          type="date"
          min={LIKELY_DAYS.from}
          max={LIKELY_DAYS.until}
          {...fieldProps('validFrom')}
        />
        <TextField
          label={t('popup.certificates.validUntil')}
          type="date"
          min={LIKELY_DAYS.from}
          max={LIKELY_DAYS.until}
          {...fieldProps('validUntil')}
        />
      </div>
      <p className="field-hint field-hint--after">{t('popup.certificates.dateHint')}</p>
      <TextField
        label={t('popup.certificates.holder')}
        hint={t('popup.certificates.neverKept')}
        {...fieldProps('holder')}
      />
      <DetailsFields
        systems={systems}
        values={values}
        problems={notedProblems}
        open={row?.details != null || (tried && !noted.ok)}
        onEdit={edit}
      />
    </FormFrame>
  );
}
