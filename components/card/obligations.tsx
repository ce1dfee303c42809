import type { PlannedObligation } from '@/lib/guide/model';
import { textIn } from '@/lib/locale/text';
import { Button } from './button';
import { useCard } from './context';
import { SaidLine } from './said-line';
import { useSay } from './use-say';

/** Asked before anything is called late (design.md §8); the popup asks the same, and either shows the answer. */
export function Obligations({ obligations }: { readonly obligations: readonly PlannedObligation[] }) {
  return obligations.map((each) => <Asked key={each.id} obligation={each} />);
}

function Asked({ obligation: { id, ask, answer, fact } }: { readonly obligation: PlannedObligation }) {
  const { translate, language, recording } = useCard();
  const { state, say } = useSay();
  const choice = (value: 'yes' | 'no') => (
    <Button
      action={`obligation-${value}`}
      data-obligation={id}
      aria-pressed={answer === value}
      disabled={!recording}
      onPress={() => answer !== value && say({ kind: 'obligation', obligation: id, answer: value })}
    >
      {translate(`card.obligation.${value}`)}
    </Button>
  );
  return (
    <fieldset className="holds-new" data-obligation={id} data-answer={answer ?? 'none'}>
      <legend>{textIn(ask, language)}</legend>
      <div className="choice">
        {choice('yes')}
        {choice('no')}
        {fact && (
          <Button
            action="retract"
            look="quiet"
            data-fact={fact}
            disabled={!recording}
            onPress={() => say({ kind: 'retraction', of: fact })}
          >
            {translate('card.history.retract')}
          </Button>
        )}
      </div>
      {(answer === null || (state !== 'recorded' && state !== 'idle')) && <SaidLine state={state} />}
    </fieldset>
  );
}
