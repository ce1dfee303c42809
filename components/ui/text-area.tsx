/** Longer texts and searches, guarded: what must not stay here is said and not handed on. */
import { Field } from '@base-ui/react/field';
import type { InputHTMLAttributes, ReactNode, RefObject } from 'react';
import type { FieldHolds } from '@/lib/certificate/refusal';
import { useGuardedText } from './guarded-text';
import { useSpeech } from './language';
import { PROBLEM_SENTENCES } from './problems';
import './field.css';

interface GuardedProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: ReactNode;
  /** The label is for screen readers alone: the place says it to the eye. */
  readonly labelHidden?: boolean;
  readonly onEdit: (value: string) => void;
}

export function TextArea(
  props: GuardedProps & {
    readonly rows: number;
    readonly maxLength?: number;
    readonly holds?: FieldHolds;
    readonly className?: string;
  },
) {
  const { rows, maxLength, holds = 'words', className = '' } = props;
  const guarded = useGuardedText(props.value, holds, props.onEdit);
  return (
    <Guarded {...props} refusal={guarded.refusal}>
      <Field.Control
        className={`field-input ${className}`.trim()}
        spellCheck={false}
        value={guarded.shown}
        onFocus={guarded.begin}
        onChange={(event) => guarded.edit(event.currentTarget.value)}
        render={<textarea rows={rows} {...(maxLength !== undefined && { maxLength })} />}
      />
    </Guarded>
  );
}

type InputProps = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'placeholder' | 'maxLength' | 'onKeyDown' | 'autoFocus' | 'type'
>;

/** One line without a form of its own: a search, a name asked for in passing. */
export function GuardedInput(
  props: GuardedProps &
    InputProps & {
      readonly holds?: FieldHolds;
      readonly inputRef?: RefObject<HTMLInputElement | null>;
      readonly className?: string;
    },
) {
  const { inputRef, className = '', placeholder, maxLength, onKeyDown, autoFocus, type } = props;
  const input = { placeholder, maxLength, onKeyDown, autoFocus, type };
  const guarded = useGuardedText(props.value, props.holds ?? 'words', props.onEdit);
  return (
    <Guarded {...props} refusal={guarded.refusal}>
      <Field.Control
        {...input}
        {...(inputRef && { ref: inputRef })}
        className={`field-input ${className}`.trim()}
        autoComplete="off"
        spellCheck={false}
        value={guarded.shown}
        onFocus={guarded.begin}
        onChange={(event) => guarded.edit(event.currentTarget.value)}
      />
    </Guarded>
  );
}

function Guarded(
  props: Pick<GuardedProps, 'label' | 'hint' | 'labelHidden'> & {
    readonly refusal: keyof typeof PROBLEM_SENTENCES | null;
    readonly children: ReactNode;
  },
) {
  const { t } = useSpeech();
  return (
    <Field.Root className="field" invalid={props.refusal !== null}>
      <Field.Label className={props.labelHidden ? 'visually-hidden' : 'field-label'}>
        {props.label}
      </Field.Label>
      {props.children}
      {props.hint !== undefined && <Field.Description className="field-hint">{props.hint}</Field.Description>}
      {props.refusal !== null && (
        <Field.Error className="field-error" match role="alert">
          {t(PROBLEM_SENTENCES[props.refusal])}
        </Field.Error>
      )}
    </Field.Root>
  );
}
