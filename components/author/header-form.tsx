import { useSpeech } from '@/components/ui/language';
import type { Draft } from '@/lib/author/draft';
import { HEADER_ITSELF } from '@/lib/author/first-draft';
import type { Review } from '@/lib/author/review';
import { HEADER } from '@/lib/author/sections';
import type { NoticePack } from '@/lib/notice/model';
import { BaseChoice } from './base-choice';
import type { OwnPack } from './base-of';
import { FieldEditor } from './field-editor';
import { isMissing, sayFoundProblem } from './say-found-problem';
import type { AuthorServices } from './services';
import { Unchecked } from './unchecked';

/** The notice itself: title, number, dates, and which notices it stands beside or takes the place of. */
export function HeaderForm(props: {
  readonly draft: Draft;
  readonly services: AuthorServices;
  readonly review: Review;
  /** The notice that is changed, where it is at hand. */
  readonly base: NoticePack | null;
  readonly own: readonly OwnPack[];
  readonly onChange: (draft: Draft) => void;
  /** What waits to be checked is to be brought into sight. */
  readonly isWanted: boolean;
  readonly onChecked: () => void;
}) {
  const { t } = useSpeech();
  const { draft, services, review, onChange } = props;
  const problems = review.problems.filter((found) => found.entry === null && !isMissing(found));
  return (
    <section className="panel" aria-labelledby="header-title" data-part="header">
      <h2 id="header-title" className="panel-title">
        {t('author.header')}
      </h2>
      {draft.unchecked.includes(HEADER_ITSELF) && (
        <Unchecked cite="" clause={null} isWanted={props.isWanted} onChecked={props.onChecked} />
      )}
      <div className="author-fields">
        {Object.entries(HEADER).map(([name, field]) => (
          <FieldEditor
            key={name}
            draft={draft}
            base={props.base}
            section="header"
            name={name}
            field={field}
            value={draft.header[name as keyof typeof HEADER]}
            onEdit={(value) => onChange({ ...draft, header: { ...draft.header, [name]: String(value) } })}
          />
        ))}
        <BaseChoice draft={draft} services={services} base={props.base} own={props.own} onChange={onChange} />
        <Relations
          legend={t('author.replaces')}
          services={services}
          value={draft.replaces}
          onEdit={(replaces) => onChange({ ...draft, replaces })}
        />
      </div>
      <ul className="author-remarks">
        {problems.map((found) => (
          <li key={found.problem.path + found.problem.code} className="note note--red">
            {sayFoundProblem(found, 'header', t)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Relations(props: {
  readonly legend: string;
  readonly services: AuthorServices;
  readonly value: readonly string[];
  readonly onEdit: (value: readonly string[]) => void;
}) {
  return (
    <fieldset className="choice author-wide">
      <legend className="field-label">{props.legend}</legend>
      <div className="choice-options">
        {props.services.knownPacks.map(({ id, documentNumber: name }) => (
          <label key={id} className="choice-option">
            <input
              type="checkbox"
              checked={props.value.includes(id)}
              onChange={(event) =>
                props.onEdit(
                  event.currentTarget.checked
                    ? [...props.value, id]
                    : props.value.filter((each) => each !== id),
                )
              }
            />
            <span>{name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
