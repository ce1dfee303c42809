import { useSpeech } from '@/components/ui/language';
import type { Draft } from '@/lib/author/draft';
import { phasesOf } from '@/lib/author/guide-templates';
import { saySpan } from '@/lib/notice/say-value';
import type { AuthorServices } from './services';

/** Which of the general guides the pack offers. */
export function GuideChoice(props: {
  readonly draft: Draft;
  readonly services: AuthorServices;
  readonly onChange: (draft: Draft) => void;
}) {
  const { t, say, language } = useSpeech();
  const { draft, services } = props;
  /** Which of the notice's own phases a guide comes in, so that its author sees the days it is shown. */
  const when = (mark: string) => {
    const own = phasesOf(draft, mark);
    if (own === null) return t('author.guideNowhere');
    if (own.length === 0) return t('author.guideAnyTime');
    const phases = draft.entries.phases.filter(({ id }) => own.includes(id));
    return phases
      .map(({ name, from, until }) =>
        t('author.guideIn', { name, span: saySpan({ from, until }, { t, language }) }),
      )
      .join(t('author.semicolon'));
  };
  return (
    <section className="panel" aria-labelledby="guides-title" data-part="guides">
      <h2 id="guides-title" className="panel-title">
        {t('author.guides')}
      </h2>
      <p className="fine">{t('author.guidesHint')}</p>
      <div className="choice-options">
        {services.templates.map(({ id, title, phases }) => (
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
            <span>
              {say(title)} <span className="fine">{when(phases)}</span>
            </span>
          </label>
        ))}
      </div>
    </section>
  );
}
