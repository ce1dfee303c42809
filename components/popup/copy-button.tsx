import { Copy } from 'lucide-react';
import { useState } from 'react';
import { useSpeech } from '@/components/ui/language';
import type { PopupServices } from './services';

/** Copies a text for the telephone, and says whether the browser let us. */
export function CopyButton(props: {
  readonly services: Pick<PopupServices, 'copyText'>;
  readonly text: () => string;
}) {
  const { t } = useSpeech();
  const [copied, setCopied] = useState<boolean | null>(null);
  return (
    <>
      <button
        type="button"
        className="button"
        onClick={() =>
          props.services.copyText(props.text()).then(
            () => setCopied(true),
            () => setCopied(false),
          )
        }
      >
        <Copy aria-hidden="true" size="1.15em" /> {t('popup.troubles.copy')}
      </button>
      <p role="status" className="fine">
        {copied !== null && t(copied ? 'popup.troubles.copied' : 'popup.troubles.notCopied')}
      </p>
    </>
  );
}
