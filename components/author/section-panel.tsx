import { Plus } from 'lucide-react';
import { useRef } from 'react';
import { useSpeech } from '@/components/ui/language';
import { checkableAtOnce } from '@/lib/author/check-at-once';
import { type Clause, citedText } from '@/lib/author/clauses';
import { type Draft, entriesOf } from '@/lib/author/draft';
import type { Review } from '@/lib/author/review';
import type { SectionName } from '@/lib/author/sections';
import type { MessageKey } from '@/lib/locale/translate';
import type { NoticePack } from '@/lib/notice/model';
import { CheckTogether } from './check-together';
import { EntryEditor } from './entry-editor';
import { isMissing, sayFoundProblem } from './say-found-problem';
import { sayAdvice, sectionName } from './words';

/** One part of the form with its entries. */
export function SectionPanel(props: {
  readonly draft: Draft;
  readonly section: SectionName;
  readonly review: Review;
  readonly base: NoticePack | null;
  readonly clauses: readonly Clause[];
  readonly wanted: string | null;
  readonly onAdd: () => void;
  readonly onChange: (draft: Draft) => void;
  /** The author has compared them with their clauses. */
  readonly onChecked: (...entries: readonly string[]) => void;
}) {
  const { t, language } = useSpeech();
  const { draft, section, review } = props;
  const panel = useRef<HTMLElement>(null);
  const entries = entriesOf(draft, section);
  const together = checkableAtOnce(draft, section, review, props.clauses);
  const waiting = entries.filter(({ id }) => draft.unchecked.includes(id)).length;
  const remarksOn = (id: string) => [
    ...review.problems
      .filter((found) => found.entry?.section === section && found.entry.id === id && !isMissing(found))
      .map((found) => ({ words: sayFoundProblem(found, section, t), isProblem: true })),
    ...review.advice
      .filter(({ entry }) => entry?.section === section && entry.id === id)
      .map((advice) => ({ words: sayAdvice(advice, t, language), isProblem: false })),
  ];
  return (
    <section ref={panel} className="panel" aria-labelledby={`part-${section}`} data-part={section}>
      <div className="panel-head">
        <h2 id={`part-${section}`} className="panel-title">
          {sectionName(section, t)}
        </h2>
        <button
          type="button"
          className="button"
          aria-label={t('author.add', { part: sectionName(section, t) })}
          onClick={props.onAdd}
        >
          <Plus aria-hidden="true" size="1.15em" /> {t('author.addShort')}
        </button>
      </div>
      <p className="fine">{t(`author.about.${section}` as MessageKey)}</p>
      {entries.map((entry) => (
        <EntryEditor
          key={entry.id}
          draft={draft}
          base={props.base}
          section={section}
          entry={entry}
          remarks={remarksOn(entry.id)}
          isWanted={props.wanted === entry.id}
          clause={citedText(props.clauses, entry.cite)}
          onChecked={() => props.onChecked(entry.id)}
          onChange={props.onChange}
        />
      ))}
      {together.length > 0 && (
        <CheckTogether
          panel={panel}
          ids={together}
          others={waiting - together.length}
          onChecked={() => props.onChecked(...together)}
        />
      )}
    </section>
  );
}
