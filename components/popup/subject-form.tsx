import { useRef, useState } from 'react';
import { RadioChoice, TextField } from '@/components/ui/field';
import { useSpeech } from '@/components/ui/language';
import { PROBLEM_SENTENCES } from '@/components/ui/problems';
import { checkSubjectName, LONGEST } from '@/lib/certificate/entry';
import { AUDIENCES, LEVELS } from '@/lib/notice/explanation';
import type { SubjectRow } from '@/lib/store/model';
import { FormFrame } from './form-frame';
import { type SubjectValues, subjectValues } from './form-values';
import { AUDIENCE_NAMES, LEVEL_NAMES, nameOf } from './names';
import type { PopupServices } from './services';

/** Adds or changes a subject, or removes it with all that hangs on it. */
export default function SubjectForm(props: {
  readonly services: PopupServices;
  /** null: a new one. */
  readonly row: SubjectRow | null;
  readonly others: readonly SubjectRow[];
  readonly draft: Readonly<Record<string, string>> | undefined;
  readonly onEdit: (values: SubjectValues) => void;
  readonly onSaved: (id: string) => void;
  readonly onClose: () => void;
}) {
  const { t } = useSpeech();
  const { row, services } = props;
  const [values, setValues] = useState(() => subjectValues(row, props.draft));
  const [tried, setTried] = useState(false);
  const nameInput = useRef<HTMLInputElement>(null);

  const fallback = values.audience ? t(AUDIENCE_NAMES[values.audience]) : '';
  const taken = props.others.map((other) => nameOf(other, t));
  const checked = checkSubjectName(values.name, fallback, taken);
  const problem = checked.ok ? undefined : checked.problems.name;
  // What must not be kept is said at once; the rest when the person wants to save.
  const showProblem = problem && (tried || (problem !== 'taken' && problem !== 'missing'));

  const edit = (part: Partial<SubjectValues>) => {
    const next = { ...values, ...part };
    setValues(next);
    props.onEdit(next);
  };
  const save = () => {
    setTried(true);
    const { audience, level } = values;
    if (!checked.ok) nameInput.current?.focus();
    if (!checked.ok || audience === null || level === null) return null;
    const id = row?.id ?? services.newId();
    const createdAt = row?.createdAt ?? services.now().toISOString();
    return async () => {
      await services.saveSubject({ id, name: checked.value, audience, level, createdAt });
      props.onSaved(id);
    };
  };
  const missing = (value: unknown) => (tried && value === null ? t('ui.problem.choose') : null);
  return (
    <FormFrame
      title={t(row ? 'popup.subject.edit' : 'popup.subject.add')}
      initialFocus={nameInput}
      onSave={save}
      onClose={props.onClose}
      {...(row && {
        removal: {
          button: t('popup.subject.remove'),
          question: t('popup.subject.removeQuestion', { name: nameOf(row, t) }),
          warning: t('popup.subject.removeWarning'),
          onRemove: () => services.removeSubject(row.id),
        },
      })}
    >
      <TextField
        label={t('popup.subject.name')}
        hint={t('popup.subject.nameHint')}
        value={values.name}
        inputRef={nameInput}
        error={showProblem ? t(PROBLEM_SENTENCES[problem], { longest: LONGEST.name }) : null}
        onEdit={(name) => edit({ name })}
      />
      <RadioChoice
        legend={t('popup.subject.audience')}
        name="audience"
        columns
        options={AUDIENCES.map((value) => ({ value, label: t(AUDIENCE_NAMES[value]) }))}
        value={values.audience}
        error={missing(values.audience)}
        onChoose={(audience) => edit({ audience })}
      />
      <RadioChoice
        legend={t('popup.subject.level')}
        name="level"
        options={LEVELS.map((value) => ({ value, label: t(LEVEL_NAMES[value]) }))}
        value={values.level}
        hint={t('popup.subject.levelHint')}
        error={missing(values.level)}
        onChoose={(level) => edit({ level })}
      />
    </FormFrame>
  );
}
