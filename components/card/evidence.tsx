import type { GuidePlan } from '@/lib/guide/model';
import { textIn } from '@/lib/locale/text';
import { useCard } from './context';

/** Why the page is taken for what it is, for whoever asks; folded away until then. */
export function WhyRecognised({ recognised }: Pick<GuidePlan, 'recognised'>) {
  const { translate, language } = useCard();
  const { as, because } = recognised;
  return (
    <details className="evidence" data-part="evidence">
      <summary data-action="show-evidence">{translate('card.evidence.title')}</summary>
      <p>{translate('card.evidence.page', { state: textIn(as, language) })}</p>
      {because.length === 0 ? (
        <p>{translate('card.evidence.none')}</p>
      ) : (
        <ul>
          {because.map((each) => (
            <li key={each.zh}>{textIn(each, language)}</li>
          ))}
        </ul>
      )}
      <p className="muted">{translate('card.evidence.note')}</p>
    </details>
  );
}
