/** What a person may note about a key: behind a fold, since none of it is asked of anybody. */
import { TextField } from '@/components/ui/field';
import { useSpeech } from '@/components/ui/language';
import { PROBLEM_SENTENCES } from '@/components/ui/problems';
import {
  DETAIL_TEXTS,
  type DetailsField,
  type DetailText,
  LONGEST_DETAIL,
} from '@/lib/certificate/details-entry';
import { type FieldProblem, LIKELY_DAYS } from '@/lib/certificate/entry';
import type { MessageKey } from '@/lib/locale/translate';
import type { NoticeSystem } from '@/lib/notice/model';
import type { CertificateValues } from './form-values';

const LABELS = {
  look: 'popup.details.look',
  keeper: 'popup.details.keeper',
  keptBecause: 'popup.details.keptBecause',
  notes: 'popup.details.notes',
} as const satisfies Record<DetailText, MessageKey>;

const STATES = {
  unknown: 'popup.details.unknown',
  bound: 'popup.details.bound',
  unbound: 'popup.details.unbound',
} as const satisfies Record<'unknown' | 'bound' | 'unbound', MessageKey>;

export function DetailsFields(props: {
  readonly systems: readonly NoticeSystem[];
  readonly values: CertificateValues;
  readonly problems: Partial<Readonly<Record<DetailsField, FieldProblem>>>;
  readonly open: boolean;
  readonly onEdit: (part: Partial<CertificateValues>) => void;
}) {
  const { t, say } = useSpeech();
  const { values, problems } = props;
  const errorOf = (field: DetailsField, longest = 0) => {
    const problem = problems[field];
    return problem ? t(PROBLEM_SENTENCES[problem], { longest }) : null;
  };
  return (
    <details className="details-fields" open={props.open}>
      <summary>{t('popup.details.title')}</summary>
      {DETAIL_TEXTS.map((field) => (
        <TextField
          key={field}
          label={t(LABELS[field])}
          value={values[field]}
          error={errorOf(field, LONGEST_DETAIL[field])}
          onEdit={(value) => props.onEdit({ [field]: value })}
        />
      ))}
      {props.systems.map(({ id, name }) => {
        const state = values[`bound:${id}`] ?? 'unknown';
        return (
          <fieldset className="binding-fields" key={id}>
            <legend className="field-label">{t('popup.details.binding', { system: say(name) })}</legend>
            <select
              className="field-input"
              aria-label={t('popup.details.binding', { system: say(name) })}
              value={state}
              onChange={(event) => props.onEdit({ [`bound:${id}`]: event.currentTarget.value })}
            >
              {(['unknown', 'bound', 'unbound'] as const).map((each) => (
                <option key={each} value={each}>
                  {t(STATES[each])}
                </option>
              ))}
            </select>
            {state !== 'unknown' && (
              <TextField
                label={t('popup.details.since')}
                type="date"
                min={LIKELY_DAYS.from}
                max={LIKELY_DAYS.until}
                value={values[`since:${id}`] ?? ''}
                error={errorOf(`since:${id}`)}
                onEdit={(value) => props.onEdit({ [`since:${id}`]: value })}
              />
            )}
          </fieldset>
        );
      })}
      <p className="field-hint">{t('popup.certificates.neverKept')}</p>
    </details>
  );
}
