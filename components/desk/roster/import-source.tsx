/** Where a list comes from: a file, or what was copied in a spreadsheet. Read here, judged in the next steps. */
import { useRef, useState } from 'react';
import { useSpeech } from '@/components/ui/language';
import type { ListRead, ListRequest } from '@/lib/desk/roster/read-list';
import type { ReadError } from '@/lib/desk/roster/table';
import { keyPart } from '@/lib/locale/key-part';

/** A list as read, and what it was read from, to read it again otherwise. */
export interface Source extends ListRead {
  readonly request: ListRequest;
}

export function ImportSource(props: {
  readonly busy: boolean;
  readonly error: ReadError | null;
  readonly onRead: (request: ListRequest) => void;
}) {
  const { t } = useSpeech();
  const input = useRef<HTMLInputElement>(null);
  const [pasted, setPasted] = useState('');
  const { busy, error } = props;
  const read = (label: string, from: Blob | string) => {
    if (!busy) props.onRead({ label, from, encoding: null, separator: null });
  };
  const readChosen = (file: File | undefined) => file && read(file.name, file);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a file may be dropped here; the keyboard's way is the button.
    <section
      className="import-source"
      data-part="import-source"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        readChosen(event.dataTransfer.files[0]);
      }}
    >
      <p>{t('roster.import.source')}</p>
      <p className="roster-actions">
        <button type="button" className="button button--primary" onClick={() => input.current?.click()}>
          {t('roster.import.choose')}
        </button>
        <span className="fine">{t('roster.import.kinds')}</span>
      </p>
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        tabIndex={-1}
        accept=".xlsx,.csv,.tsv,.txt,.xls,.et"
        aria-label={t('roster.import.choose')}
        onChange={(event) => {
          readChosen(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
      <label className="field">
        <span className="field-label">{t('roster.import.paste')}</span>
        <textarea
          className="field-input import-paste"
          rows={6}
          spellCheck={false}
          value={pasted}
          onChange={(event) => setPasted(event.currentTarget.value)}
        />
      </label>
      <button
        type="button"
        className="button"
        disabled={pasted.trim() === '' || busy}
        onClick={() => read(t('roster.import.pasted'), pasted)}
      >
        {t('roster.import.pasteGo')}
      </button>
      {error && (
        <p className="note note--amber" role="alert" data-read-error={error}>
          {t(`roster.readError.${keyPart(error)}`)}
        </p>
      )}
    </section>
  );
}
