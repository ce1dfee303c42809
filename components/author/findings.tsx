import { Download } from 'lucide-react';
import { useSpeech } from '@/components/ui/language';
import type { Draft } from '@/lib/author/draft';
import type { Review } from '@/lib/author/review';
import type { SectionName } from '@/lib/author/sections';
import { sayFoundProblem } from './say-found-problem';
import type { AuthorServices } from './services';
import { entryName, sayAdvice, sectionName } from './words';

/** What has to be put right, what a careful colleague would ask, and the way out once all is right. */
export function Findings(props: {
  readonly draft: Draft;
  readonly review: Review;
  readonly services: AuthorServices;
  readonly onSeek: (entry: string) => void;
}) {
  const { t, language } = useSpeech();
  const { draft, review, services } = props;
  const place = (entry: { readonly section: SectionName; readonly id: string }) =>
    `${sectionName(entry.section, t)} · ${entryName(draft, entry.section, entry.id, t)}`;
  const open = draft.unchecked.length;
  return (
    <section className="panel" aria-labelledby="findings-title" data-part="findings">
      <h2 id="findings-title" className="panel-title">
        {t('author.findings')}
      </h2>
      <p role="status">
        {review.pack === null
          ? t('author.notYet', { count: review.problems.length })
          : t('author.ready', { count: review.advice.length })}
      </p>
      {open > 0 && (
        <p className="note note--amber" data-part="unchecked">
          {t('author.stillUnchecked', { count: open })}{' '}
          <button
            type="button"
            className="button button--quiet"
            onClick={() => props.onSeek(draft.unchecked[0] ?? '')}
          >
            {t('author.seekUnchecked')}
          </button>
        </p>
      )}
      <ul className="author-remarks">
        {review.problems.map((found) => (
          <li
            key={`${found.problem.path} ${found.problem.code}`}
            className="note note--red"
            data-problem={found.problem.code}
          >
            {sayFoundProblem(found, found.entry?.section ?? 'header', t)}{' '}
            {found.entry && (
              <button
                type="button"
                className="button button--quiet"
                onClick={() => found.entry && props.onSeek(found.entry.id)}
              >
                {place(found.entry)}
              </button>
            )}
          </li>
        ))}
        {review.advice.map((advice) => (
          <li
            key={`${advice.code} ${advice.entry?.id ?? advice.cite ?? ''} ${JSON.stringify(advice.params)}`}
            className="note note--amber"
            data-advice={advice.code}
          >
            {sayAdvice(advice, t, language)}{' '}
            {advice.entry && (
              <button
                type="button"
                className="button button--quiet"
                onClick={() => advice.entry && props.onSeek(advice.entry.id)}
              >
                {place(advice.entry)}
              </button>
            )}
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="button button--primary"
        disabled={review.pack === null || open > 0}
        onClick={() =>
          services.saveFile(
            `${draft.header.packId.trim()}-${draft.header.version.trim()}.json`,
            'application/json',
            `${JSON.stringify(review.value, null, 2)}\n`,
          )
        }
      >
        <Download aria-hidden="true" size="1.15em" /> {t('author.export')}
      </button>
    </section>
  );
}
