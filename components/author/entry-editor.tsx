import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useSpeech } from '@/components/ui/language';
import { GuardedInput } from '@/components/ui/text-area';
import { type Draft, moveEntry, removeEntry, setField } from '@/lib/author/draft';
import {
  type AnyValue,
  blankValue,
  type Field,
  fieldsOf,
  isAsked,
  type LooseEntry,
  type SectionName,
} from '@/lib/author/sections';
import type { NoticePack } from '@/lib/notice/model';
import { BaseNow } from './base-now';
import { FieldEditor } from './field-editor';
import { Unchecked } from './unchecked';
import { entryName } from './words';

interface Props {
  readonly draft: Draft;
  /** The notice that is changed, where it is at hand. */
  readonly base: NoticePack | null;
  readonly section: SectionName;
  readonly entry: LooseEntry;
  /** What is wrong with it or worth a look. */
  readonly remarks: readonly { readonly words: string; readonly isProblem: boolean }[];
  /** Just added or asked for: it is brought into sight. */
  readonly isWanted: boolean;
  /** Its clause's own words; null where the text has no such clause. */
  readonly clause: string | null;
  readonly onChange: (draft: Draft) => void;
  /** Read by the program, it is now compared with its clause. */
  readonly onChecked: () => void;
}

function isUsed(field: Field, value: AnyValue | undefined): boolean {
  return JSON.stringify(value ?? '') !== JSON.stringify(blankValue(field));
}

/** One entry with its fields, its clause and what is to be said of it. */
export function EntryEditor(props: Props) {
  const { t } = useSpeech();
  const { draft, section, entry, remarks, onChange } = props;
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (!props.isWanted) return;
    box.current?.scrollIntoView({ block: 'center' });
    // What waits to be checked is gone through by one key; else one begins to write.
    const first = box.current?.querySelector<HTMLElement>('[data-part="checked"], input, textarea, select');
    first?.focus({ preventScroll: true });
  }, [props.isWanted]);
  const fields = Object.entries(fieldsOf(section)).filter(
    ([name, field]) =>
      isAsked(field, entry) && (field.kind !== 'fact' || props.base !== null || isUsed(field, entry[name])),
  );
  // What is folded away when the entry is first shown stays there as long as it is written in: a field that moved would lose
  // the keyboard after its first letter. What is asked because of one of them stands beside it.
  const [seldom] = useState(
    () =>
      new Set(
        Object.entries(fieldsOf(section)).flatMap(([name, field]) =>
          field.more === true && !isUsed(field, entry[name]) ? [name] : [],
        ),
      ),
  );
  const isFolded = ([name, field]: [string, Field]) =>
    // What is asked while nothing is chosen there, the hours of a place that is no envelope, is no part of the fold.
    seldom.has(name) || (field.only !== undefined && field.only.is !== false && seldom.has(field.only.field));
  const editor = ([name, field]: [string, Field]) => (
    <FieldEditor
      key={name}
      draft={draft}
      base={props.base}
      section={section}
      name={name}
      field={field}
      value={entry[name] ?? blankValue(field)}
      onEdit={(value) => onChange(setField(draft, section, entry.id, name, value))}
    />
  );
  const folded = fields.filter(isFolded);
  const name = entryName(draft, section, entry.id, t);
  const isUnchecked = draft.unchecked.includes(entry.id);
  return (
    <fieldset
      ref={box}
      className="author-entry"
      data-entry={entry.id}
      data-unchecked={isUnchecked || undefined}
    >
      <legend className="visually-hidden">{name}</legend>
      {isUnchecked && <Unchecked cite={entry.cite} clause={props.clause} onChecked={props.onChecked} />}
      <div className="author-fields">
        {fields.filter((each) => !isFolded(each)).map(editor)}
        <GuardedInput
          label={t('author.field.cite')}
          holds="prose"
          value={entry.cite}
          onEdit={(value) => onChange(setField(draft, section, entry.id, 'cite', value))}
        />
      </div>
      {section === 'amendments' && <BaseNow base={props.base} fact={String(entry.fact)} />}
      {folded.length > 0 && (
        <details open={folded.some(([name, field]) => isUsed(field, entry[name])) || undefined}>
          <summary>{t('author.more')}</summary>
          <div className="author-fields">{folded.map(editor)}</div>
        </details>
      )}
      {remarks.length > 0 && (
        <ul className="author-remarks">
          {remarks.map(({ words, isProblem }) => (
            <li key={words} className={isProblem ? 'note note--red' : 'note note--amber'}>
              {words}
            </li>
          ))}
        </ul>
      )}
      <div className="author-entry-actions">
        <button
          type="button"
          className="button button--quiet button--icon"
          aria-label={t('author.earlier', { name })}
          onClick={() => onChange(moveEntry(draft, section, entry.id, -1))}
        >
          <ArrowUp aria-hidden="true" size="1.15em" />
        </button>
        <button
          type="button"
          className="button button--quiet button--icon"
          aria-label={t('author.later', { name })}
          onClick={() => onChange(moveEntry(draft, section, entry.id, 1))}
        >
          <ArrowDown aria-hidden="true" size="1.15em" />
        </button>
        <button
          type="button"
          className="button button--quiet button--remove"
          onClick={() => onChange(removeEntry(draft, section, entry.id))}
        >
          <Trash2 aria-hidden="true" size="1.15em" /> {t('author.remove')}
        </button>
      </div>
    </fieldset>
  );
}
