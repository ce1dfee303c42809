import { Check } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useSpeech } from '@/components/ui/language';

/** Over what the program read from the text: the clause to compare it with, and the author's word that it is right. */
export function Unchecked(props: {
  readonly cite: string;
  readonly clause: string | null;
  /** To be brought into sight by itself; an entry does that for its own. */
  readonly isWanted?: boolean;
  readonly onChecked: () => void;
}) {
  const { t } = useSpeech();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!props.isWanted) return;
    button.current?.scrollIntoView({ block: 'center' });
    button.current?.focus({ preventScroll: true });
  }, [props.isWanted]);
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
      <button ref={button} type="button" className="button" data-part="checked" onClick={props.onChecked}>
        <Check aria-hidden="true" size="1.15em" /> {t('author.checkedNext')}
      </button>
    </div>
  );
}
