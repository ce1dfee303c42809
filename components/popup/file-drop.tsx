import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { useSpeech } from '@/components/ui/language';

const ACCEPTED = '.cer,.crt,.pem,.der,.p7b,.p7c,.spc,.txt';

/** What a place for other files than certificates' takes and says. */
export interface OtherFiles {
  /** As the browser's file dialog wants it. */
  readonly accept: string;
  readonly drop: string;
  readonly choose: string;
  readonly fine: string;
}

/** A place to drop files on, with a button that does the same: certificates' where nothing else is said. */
export function FileDrop(props: {
  readonly busy: boolean;
  readonly other?: OtherFiles;
  readonly onFiles: (files: readonly File[]) => void;
}) {
  const { t } = useSpeech();
  const { other } = props;
  const choose = other?.choose ?? t('popup.files.choose');
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
      <p>{other?.drop ?? t('popup.files.drop')}</p>
      <button type="button" className="button" disabled={props.busy} onClick={() => input.current?.click()}>
        <FileUp aria-hidden="true" size="1.15em" /> {props.busy ? t('popup.files.reading') : choose}
      </button>
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        multiple={other === undefined}
        tabIndex={-1}
        accept={other?.accept ?? ACCEPTED}
        aria-label={choose}
        onChange={(event) => {
          give(event.currentTarget.files);
          // The same file can be chosen again after it was exported anew.
          event.currentTarget.value = '';
        }}
      />
      <p className="fine">{other?.fine ?? t('popup.files.never')}</p>
    </div>
  );
}
