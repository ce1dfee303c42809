import { Check } from 'lucide-react';
import { useSpeech } from '@/components/ui/language';

/** Over what the program read from the text: the clause to compare it with, and the author's word that it is right. */
export function Unchecked(props: {
  readonly cite: string;
  readonly clause: string | null;
  readonly onChecked: () => void;
}) {
  const { t } = useSpeech();
  return (
    <div className="author-unchecked">
      <p>
        <span className="chip chip--soon">{t('author.unchecked')}</span>{' '}
        {props.clause !== null && (
          <>
            <strong>{props.cite}</strong> <q className="author-clause-text">{props.clause}</q>
          </>
        )}
      </p>
      <button type="button" className="button" data-part="checked" onClick={props.onChecked}>
        <Check aria-hidden="true" size="1.15em" /> {t('author.checkedNext')}
      </button>
    </div>
  );
}
