import { Cite } from '@/components/ui/cite';
import { useSpeech } from '@/components/ui/language';
import type { Text } from '@/lib/locale/text';
import type { Batch } from '@/lib/notice/model';
import { saySpan } from '@/lib/notice/say-value';

/** Which units when. */
export function Batches(props: {
  readonly batches: readonly Batch[];
  /** Whom to ask which batch it is; null: the reader’s is known. */
  readonly who: Text | null;
}) {
  const { batches, who } = props;
  const { t, language, say } = useSpeech();
  if (batches.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="batches-title" data-part="batches">
      <h3 id="batches-title" className="panel-title">
        {t('noticePage.circumstances.title')}
      </h3>
      {who && batches.length > 1 && (
        <p data-part="which-batch">{t('noticePage.circumstances.which', { who: say(who) })}</p>
      )}
      <ul className="obligations">
        {batches.map((batch) => (
          <li key={batch.id} data-batch={batch.id}>
            <strong>{say(batch.name)}</strong> {saySpan(batch, { t, language })}
            {batch.who && <p className="fine">{say(batch.who)}</p>}
            {batch.units.length > 0 && (
              <p className="fine">
                {t('noticePage.circumstances.units', { units: batch.units.join(t('ui.listComma')) })}
              </p>
            )}
            <Cite clause={batch.cite} />
          </li>
        ))}
      </ul>
    </section>
  );
}
