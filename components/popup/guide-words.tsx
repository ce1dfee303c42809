import { useSpeech } from '@/components/ui/language';
import type { GuidePlan } from '@/lib/guide/model';

/** The person's words about steps, each to be taken back: a slip of the hand is no record for good. */
export function GuideWords(props: {
  readonly plan: GuidePlan;
  readonly busy: boolean;
  readonly onRetract: (fact: string) => void;
}) {
  const { t, say } = useSpeech();
  const words = props.plan.progress.flatMap(({ title, progress }) =>
    progress.state === 'said' || progress.state === 'skipped' ? [{ title, fact: progress.fact }] : [],
  );
  if (words.length === 0) return null;
  return (
    <details>
      <summary>{t('popup.guide.words', { count: words.length })}</summary>
      <ul className="guide-rows">
        {words.map(({ title, fact }) => (
          <li key={fact} className="ask-row">
            <span>{say(title)}</span>
            <button
              type="button"
              className="button button--quiet"
              aria-label={t('popup.guide.retractLabel', { what: say(title) })}
              disabled={props.busy}
              onClick={() => props.onRetract(fact)}
            >
              {t('popup.guide.retract')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
