import type { PointerEventHandler } from 'react';
import type { PlannedPhase } from '@/lib/guide/model';
import { formatDay } from '@/lib/locale/dates';
import { Button } from './button';
import type { CardProps } from './card-props';
import { useCard } from './context';
import { Minus } from './icons';
import { MoveButton } from './move-button';
import { PhaseLine } from './phase-line';

interface CardHeaderProps extends Pick<CardProps, 'preview' | 'namespace'> {
  readonly titleId: string;
  readonly phase: PlannedPhase | null;
  readonly onMinimise: () => void;
  readonly onMove: () => void;
  readonly onGrab?: PointerEventHandler<HTMLElement> | undefined;
}

export function CardHeader(props: CardHeaderProps) {
  const { translate } = useCard();
  const { titleId, phase, preview, namespace, onMinimise, onMove, onGrab } = props;
  return (
    <header onPointerDown={onGrab}>
      <DateMark preview={preview} namespace={namespace} />
      <div className="bar">
        <p className="name" id={titleId}>
          <strong>{translate('card.name')}</strong>{' '}
          <span className="tag">{translate('card.unofficial')}</span>
        </p>
        <MoveButton onMove={onMove} />
        <Button
          action="minimise"
          look="icon"
          aria-label={translate('card.minimise')}
          title={translate('card.minimise')}
          onPress={onMinimise}
        >
          <Minus />
        </Button>
      </div>
      {phase && <PhaseLine phase={phase} />}
    </header>
  );
}

/** Says that this is not today, or not real. */
function DateMark({ preview, namespace }: Pick<CardProps, 'preview' | 'namespace'>) {
  const { translate, language } = useCard();
  if (namespace === 'real' && preview === null) return null;
  const date = preview && formatDay(preview, language, { year: true, weekday: true });
  const sentence = !date
    ? translate('card.practiceUndated')
    : translate(namespace === 'practice' ? 'card.practice' : 'card.preview', { date });
  return <p className="date-mark">{sentence}</p>;
}
