import { textIn } from '@/lib/locale/text';
import { Button } from './button';
import type { CardProps } from './card-props';
import { useCard } from './context';
import { ChevronUp } from './icons';
import { Irreversible } from './irreversible';
import { MoveButton } from './move-button';
import { Notes } from './notes';

/** The card as a small tab: the name of the step, or of the trouble in its way, and whatever must not be overlooked. */
export function MinimisedCard({ plan, onMinimise, onMove }: CardProps) {
  const { translate, language } = useCard();
  return (
    <div className="tab">
      <Notes notes={plan.notes} tones={['stop']} />
      {plan.kind === 'guide' && !plan.finished && <Irreversible plan={plan} />}
      <div className="tab-bar">
        <Button action="restore" look="quiet" onPress={() => onMinimise(false)}>
          <ChevronUp />
          <span className="hidden">{translate('card.restore')}</span>
          {plan.trouble ? (
            <span>{textIn(plan.trouble.title, language)}</span>
          ) : plan.kind === 'guide' ? (
            <span>
              {!plan.finished &&
                !plan.isNotNeeded &&
                translate('card.step', { number: plan.stepNumber, total: plan.stepCount })}{' '}
              {plan.finished ? translate('card.finished.title') : textIn(plan.title, language)}
            </span>
          ) : (
            <span>{translate(plan.subjects === 0 ? 'card.subject.add' : 'card.subject.choose')}</span>
          )}
          <span className="tag">{translate('card.unofficial')}</span>
        </Button>
        <MoveButton onMove={onMove} />
      </div>
    </div>
  );
}
