/** One of many in a native list box: every keyboard and every reader knows it. */
import { useId } from 'react';
import './field.css';

interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** Heading that it stands under, with those before and after it of the same heading. */
  readonly group?: string;
}

export function Select<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Choice<Value>[];
  readonly onChoose: (value: Value) => void;
}) {
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {props.label}
      </label>
      <select
        id={id}
        className="field-input"
        value={props.value}
        onChange={(event) => {
          const chosen = props.options.find(({ value }) => value === event.currentTarget.value);
          if (chosen) props.onChoose(chosen.value);
        }}
      >
        {grouped(props.options).map(([group, options]) =>
          group === undefined ? (
            options.map(option)
          ) : (
            <optgroup key={group} label={group}>
              {options.map(option)}
            </optgroup>
          ),
        )}
      </select>
    </div>
  );
}

const option = ({ value, label }: Choice<string>) => (
  <option key={value} value={value}>
    {label}
  </option>
);

function grouped<Value extends string>(
  options: readonly Choice<Value>[],
): readonly (readonly [string | undefined, readonly Choice<Value>[]])[] {
  const runs: [string | undefined, Choice<Value>[]][] = [];
  for (const each of options) {
    const last = runs.at(-1);
    if (last && last[0] === each.group) last[1].push(each);
    else runs.push([each.group, [each]]);
  }
  return runs;
}
