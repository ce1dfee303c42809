import { useSpeech } from '@/components/ui/language';
import type { Draft } from '@/lib/author/draft';
import type { AuthorServices } from './services';

/** Which of the general guides the pack offers. */
export function GuideChoice(props: {
  readonly draft: Draft;
  readonly services: AuthorServices;
  readonly onChange: (draft: Draft) => void;
}) {
  const { t, say } = useSpeech();
  const { draft, services } = props;
  return (
    <section className="panel" aria-labelledby="guides-title" data-part="guides">
      <h2 id="guides-title" className="panel-title">
        {t('author.guides')}
      </h2>
      <p className="fine">{t('author.guidesHint')}</p>
      <div className="choice-options">
        {services.templates.map(({ id, title }) => (
          <label key={id} className="choice-option">
            <input
              type="checkbox"
              checked={draft.guides.includes(id)}
              onChange={(event) =>
                props.onChange({
                  ...draft,
                  guides: event.currentTarget.checked
                    ? [...draft.guides, id]
                    : draft.guides.filter((each) => each !== id),
                })
              }
            />
            <span>{say(title)}</span>
          </label>
        ))}
      </div>
    </section>
  );
}
