import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { useSpeech } from '@/components/ui/language';

const ACCEPTED = '.cer,.crt,.pem,.der,.p7b,.p7c,.spc,.txt';

/** A place to drop certificate files on, with a button that does the same. */
export function FileDrop(props: {
  readonly busy: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}) {
  const { t } = useSpeech();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const give = (list: FileList | null) => {
    const files = [...(list ?? [])];
    if (files.length > 0) props.onFiles(files);
  };
  return (
    // The button inside does what a drop does, for everybody who cannot drag.
    // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard's way is the button.
    <div
      className={over ? 'file-drop file-drop--over' : 'file-drop'}
      data-part="file-drop"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        give(event.dataTransfer.files);
      }}
    >
      <p>{t('popup.files.drop')}</p>
      <button type="button" className="button" disabled={props.busy} onClick={() => input.current?.click()}>
        <FileUp aria-hidden="true" size="1.15em" />{' '}
        {t(props.busy ? 'popup.files.reading' : 'popup.files.choose')}
      </button>
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        multiple
        tabIndex={-1}
        accept={ACCEPTED}
        aria-label={t('popup.files.choose')}
        onChange={(event) => {
          give(event.currentTarget.files);
          // The same file can be chosen again after it was exported anew.
          event.currentTarget.value = '';
        }}
      />
      <p className="fine">{t('popup.files.never')}</p>
    </div>
  );
}
