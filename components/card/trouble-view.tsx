import type { GuidePlan, PlannedTrouble } from '@/lib/guide/model';
import { textIn } from '@/lib/locale/text';
import { Button } from './button';
import { useCard } from './context';
import { EnvironmentCheck } from './environment-check';
import { formatInstant } from './format-instant';
import { TriangleAlert } from './icons';
import { SaidLine } from './said-line';
import { useSay } from './use-say';

interface TroubleViewProps {
  readonly trouble: PlannedTrouble;
  readonly documentNumber: string;
}

/** A trouble stands where the step stood: what to do first, the cure in order, what not to do, and its source. */
export function TroubleView({ trouble, documentNumber }: TroubleViewProps) {
  const { translate, language } = useCard();
  const { id, known, word, title, text, cause, cure, dont, environment, cite, source } = trouble;
  const how =
    word === null
      ? translate('card.trouble.seen')
      : translate('card.trouble.said', { when: formatInstant(word.at, language) });
  return (
    <section className="trouble" data-part="trouble" data-trouble={id} data-known={known}>
      <h2 className="step trouble-title">
        <TriangleAlert className="trouble-sign" />
        <span>
          {textIn(title, language)} <span className="muted how-known">{how}</span>
        </span>
      </h2>
      <p className="say">{textIn(text, language)}</p>
      {cure.length > 0 && (
        <ol>
          {cure.map((each) => (
            <li key={each.zh}>{textIn(each, language)}</li>
          ))}
        </ol>
      )}
      {dont.length > 0 && (
        <div className="dont">
          <h3>{translate('card.dont')}</h3>
          <ul>
            {dont.map((each) => (
              <li key={each.zh}>{textIn(each, language)}</li>
            ))}
          </ul>
        </div>
      )}
      {environment && <EnvironmentCheck />}
      {word && <TroubleWords trouble={id} fact={word.fact} />}
      {cause && (
        <p className="why">
          <span className="muted">{translate('card.trouble.cause')}</span>
          {textIn(cause, language)}
        </p>
      )}
      <p className="cite">
        {cite !== null && translate('card.cite', { document: documentNumber, clauses: cite })}
        {source && translate('card.trouble.source', { source: textIn(source, language) })}
      </p>
    </section>
  );
}

/** Where the guide goes on afterwards. Open where questions stand before an unbinding: they are never folded away. */
export function AfterTrouble(props: { readonly plan: GuidePlan; readonly children: React.ReactNode }) {
  const { translate, language } = useCard();
  const { plan, children } = props;
  const title = textIn(plan.title, language);
  return (
    <details className="after" data-part="after-trouble" open={plan.questions.length > 0}>
      <summary>{translate('card.trouble.return', { number: plan.stepNumber, title })}</summary>
      {children}
    </details>
  );
}

function TroubleWords({ trouble, fact }: { readonly trouble: string; readonly fact: string }) {
  const { translate, recording } = useCard();
  const { state, say } = useSay();
  return (
    <div className="say-done">
      <Button
        action="trouble-over"
        look="primary"
        disabled={!recording}
        onPress={() => say({ kind: 'trouble', trouble, answer: 'no' })}
      >
        {translate('card.trouble.over')}
      </Button>
      <Button
        action="retract"
        look="quiet"
        data-fact={fact}
        disabled={!recording}
        onPress={() => say({ kind: 'retraction', of: fact })}
      >
        {translate('card.trouble.wrong')}
      </Button>
      <SaidLine state={state} />
    </div>
  );
}
