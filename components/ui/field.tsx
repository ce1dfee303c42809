/** One labelled field with its hint and its error: Base UI ties them together for screen readers. */
import { Field } from '@base-ui/react/field';
import type { InputHTMLAttributes, ReactNode, RefObject } from 'react';
import { type FieldHolds, refuseText } from '@/lib/certificate/refusal';
import { useSpeech } from './language';
import { PROBLEM_SENTENCES } from './problems';
import './field.css';

type InputProps = Pick<InputHTMLAttributes<HTMLInputElement>, 'type' | 'value' | 'min' | 'max'>;

interface TextFieldProps extends InputProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** A sentence that says what is wrong, or null. */
  readonly error: string | null;
  /** What must not be typed here is said at once, whoever asks; whoever keeps the text refuses it. */
  readonly holds?: FieldHolds;
  readonly inputRef?: RefObject<HTMLInputElement | null>;
  readonly onEdit: (value: string) => void;
}

export function TextField({ label, hint, error: given, inputRef, holds, onEdit, ...input }: TextFieldProps) {
  const { t } = useSpeech();
  const refusal = input.type === 'date' ? null : refuseText(String(input.value ?? ''), holds);
  const error = refusal === null ? given : t(PROBLEM_SENTENCES[refusal]);
  return (
    <Field.Root className="field" invalid={error !== null}>
      <Field.Label className="field-label">{label}</Field.Label>
      <Field.Control
        {...input}
        {...(inputRef && { ref: inputRef })}
        className="field-input"
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onEdit(event.currentTarget.value)}
      />
      {hint !== undefined && <Field.Description className="field-hint">{hint}</Field.Description>}
      {error !== null && (
        <Field.Error className="field-error" match role="alert">
          {error}
        </Field.Error>
      )}
    </Field.Root>
  );
}

/** One of a few, all of them in sight. Native radios: the arrow keys and every reader know them. */
export function RadioChoice<Value extends string>(props: {
  readonly legend: string;
  readonly name: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value | null;
  readonly hint?: ReactNode;
  readonly error?: string | null;
  readonly columns?: boolean;
  readonly onChoose: (value: Value) => void;
}) {
  const errorId = `${props.name}-error`;
  const hintId = `${props.name}-hint`;
  const described = [props.hint && hintId, props.error && errorId].filter(Boolean).join(' ');
  return (
    <fieldset
      className={props.columns ? 'choice choice--columns' : 'choice'}
      {...(described !== '' && { 'aria-describedby': described })}
    >
      <legend className="field-label">{props.legend}</legend>
      <div className="choice-options">
        {props.options.map((option) => (
          <label key={option.value} className="choice-option">
            <input
              type="radio"
              name={props.name}
              value={option.value}
              checked={option.value === props.value}
              aria-invalid={Boolean(props.error)}
              onChange={() => props.onChoose(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {props.hint && (
        <p id={hintId} className="field-hint">
          {props.hint}
        </p>
      )}
      {props.error && (
        <p id={errorId} className="field-error" role="alert">
          {props.error}
        </p>
      )}
    </fieldset>
  );
}
