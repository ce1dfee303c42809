/** Where a list comes from: a file, or what was copied in a spreadsheet. Read here, judged in the next steps. */
import { useRef, useState } from 'react';
import { useSpeech } from '@/components/ui/language';
import type { Encoding } from '@/lib/desk/roster/read-text';
import { type RawTable, type ReadError, ReadFailure } from '@/lib/desk/roster/table';
import { keyPart } from '@/lib/locale/key-part';

export interface ReadSheet extends RawTable {
  readonly name: string;
}

/** A list as read, and what reading it again otherwise needs. */
export interface Source {
  readonly label: string;
  readonly sheets: readonly ReadSheet[];
  /** Of texts: how they were read, and how to read them otherwise. */
  readonly text: {
    readonly encoding: Encoding | null;
    readonly separator: string;
    readonly reread: (encoding: Encoding | null, separator: string | null) => Promise<Source>;
  } | null;
}

/** @throws ReadFailure */
export async function readFile(file: File): Promise<Source> {
  const { READ_LIMITS } = await import('@/lib/desk/roster/table');
  // Before its bytes are asked for: they may not fit into memory.
  if (file.size > READ_LIMITS.fileBytes) throw new ReadFailure('too-large');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { fileKindOf, readWorkbook } = await import('@/lib/desk/roster/read-workbook');
  if (fileKindOf(bytes) === 'workbook') {
    return { label: file.name, sheets: await readWorkbook(bytes), text: null };
  }
  const { decodeText } = await import('@/lib/desk/roster/read-text');
  return readAs(file.name, (encoding) => decodeText(bytes, encoding ?? undefined), null, null);
}

/** @throws ReadFailure */
export function readPasted(text: string, label: string): Promise<Source> {
  return readAs(label, () => ({ text, encoding: null }), null, null);
}

async function readAs(
  label: string,
  decode: (encoding: Encoding | null) => { readonly text: string; readonly encoding: Encoding | null },
  wanted: Encoding | null,
  separator: string | null,
): Promise<Source> {
  const { readText } = await import('@/lib/desk/roster/read-text');
  const { text, encoding } = decode(wanted);
  const table = readText(text, separator);
  return {
    label,
    sheets: [{ ...table, name: label }],
    text: {
      encoding,
      separator: table.separator,
      reread: (otherEncoding, other) => readAs(label, decode, otherEncoding, other),
    },
  };
}

export function ImportSource(props: { readonly onRead: (source: Source) => void }) {
  const { t } = useSpeech();
  const input = useRef<HTMLInputElement>(null);
  const [pasted, setPasted] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ReadError | null>(null);
  const read = async (work: () => Promise<Source>) => {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      // One frame, so that "reading" is seen before a large file keeps the page busy.
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      props.onRead(await work());
    } catch (cause) {
      setError(cause instanceof ReadFailure ? cause.kind : 'damaged');
    } finally {
      setBusy(false);
    }
  };
  const readChosen = (file: File | undefined) => file && void read(() => readFile(file));
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
        onClick={() => void read(() => readPasted(pasted, t('roster.import.pasted')))}
      >
        {t('roster.import.pasteGo')}
      </button>
      <p role="status">{busy && t('roster.import.reading')}</p>
      {error && (
        <p className="note note--amber" role="alert" data-read-error={error}>
          {t(`roster.readError.${keyPart(error)}`)}
        </p>
      )}
    </section>
  );
}
