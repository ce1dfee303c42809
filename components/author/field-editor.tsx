import { TextField } from '@/components/ui/field';
import { useSpeech } from '@/components/ui/language';
import { Select } from '@/components/ui/select';
import { GuardedInput, TextArea } from '@/components/ui/text-area';
import { baseEntries, baseFacts } from '@/lib/author/base';
import { nameOfEntry } from '@/lib/author/check-sheet';
import { type Draft, entriesOf } from '@/lib/author/draft';
import type { AnyValue, Field, SectionName } from '@/lib/author/sections';
import type { NoticePack } from '@/lib/notice/model';
import { sayList } from '@/lib/notice/say-value';
import { fieldName, optionName } from './words';

interface Props {
  readonly draft: Draft;
  /** The notice that is changed: its facts can be chosen too. */
  readonly base: NoticePack | null;
  readonly section: SectionName | 'header';
  readonly name: string;
  readonly field: Field;
  readonly value: AnyValue;
  readonly onEdit: (value: AnyValue) => void;
}

/** One field of the form, drawn by its kind. */
export function FieldEditor(props: Props) {
  const { t } = useSpeech();
  const { field, name, value, onEdit } = props;
  const label = fieldName(props.section, name, t);
  switch (field.kind) {
    case 'flag':
      return (
        <label className="choice-option">
          <input
            type="checkbox"
            checked={value === true}
            onChange={(event) => onEdit(event.currentTarget.checked)}
          />
          <span>{label}</span>
        </label>
      );
    case 'choice':
      return (
        <Select
          label={label}
          value={String(value)}
          options={field.options.map((option) => ({ value: option, label: optionName(name, option, t) }))}
          onChoose={onEdit}
        />
      );
    case 'fact':
      return <FactOf {...props} label={label} lists={field.lists} />;
    case 'one':
      return <OneOf {...props} label={label} of={field.of as SectionName} />;
    case 'some':
      return (
        <Several
          label={label}
          hint={t('author.noneIsAll')}
          value={value as readonly string[]}
          options={field.options.map((option) => ({ value: option, label: optionName(name, option, t) }))}
          onEdit={onEdit}
        />
      );
    case 'several': {
      const of = field.of as SectionName;
      return (
        <Several
          label={label}
          hint={null}
          value={value as readonly string[]}
          options={entriesToChoose(props, of)}
          onEdit={onEdit}
        />
      );
    }
    case 'sentence':
      return (
        <div className="author-wide">
          <TextArea label={label} holds="prose" rows={2} value={String(value)} onEdit={onEdit} />
        </div>
      );
    default:
      return field.kind === 'date' ? (
        <TextField label={label} type="date" value={String(value)} error={null} onEdit={onEdit} />
      ) : (
        <GuardedInput label={label} holds="prose" value={String(value)} onEdit={onEdit} />
      );
  }
}

/** Entries of the draft, then those of the notice that is changed, where what is said of one comes out. */
function entriesToChoose({ draft, base, field }: Props, of: SectionName) {
  const offered = 'ownOnly' in field ? null : base;
  return [
    ...entriesOf(draft, of).map(({ id }) => ({ value: id, label: nameOfEntry(draft, of, id) })),
    ...baseEntries(offered, of).map(({ value, name }) => ({
      value,
      label: `${base?.documentNumber ?? ''} ${name}`,
    })),
  ];
}

function FactOf(props: Props & { readonly label: string; readonly lists: Parameters<typeof baseFacts>[1] }) {
  const { t, language } = useSpeech();
  const { base } = props;
  const value = String(props.value);
  const facts = (base ? baseFacts(base, props.lists) : []).map((each) => ({
    value: each.value,
    label: `${sayList(each.list, { t, language })} · ${each.name}`,
  }));
  const isGone = value !== '' && !facts.some((each) => each.value === value);
  return (
    <div className="author-wide">
      <Select
        label={props.label}
        value={value}
        options={[
          { value: '', label: t('author.none') },
          ...facts,
          ...(isGone ? [{ value, label: value }] : []),
        ]}
        onChoose={props.onEdit}
      />
    </div>
  );
}

function OneOf(props: Props & { readonly label: string; readonly of: SectionName }) {
  const { t } = useSpeech();
  return (
    <Select
      label={props.label}
      value={String(props.value)}
      options={[{ value: '', label: t('author.none') }, ...entriesToChoose(props, props.of)]}
      onChoose={props.onEdit}
    />
  );
}

function Several(props: {
  readonly label: string;
  readonly hint: string | null;
  readonly value: readonly string[];
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onEdit: (value: readonly string[]) => void;
}) {
  const { t } = useSpeech();
  return (
    <fieldset className="choice author-wide">
      <legend className="field-label">
        {props.label} {props.hint !== null && <span className="fine">{props.hint}</span>}
      </legend>
      {props.options.length === 0 && <p className="fine">{t('author.nothingToChoose')}</p>}
      <div className="choice-options">
        {props.options.map(({ value, label }) => (
          <label key={value} className="choice-option">
            <input
              type="checkbox"
              checked={props.value.includes(value)}
              onChange={(event) =>
                props.onEdit(
                  event.currentTarget.checked
                    ? [...props.value, value]
                    : props.value.filter((each) => each !== value),
                )
              }
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
