import { Button } from './button';
import { useCard } from './context';
import { Move } from './icons';

/** Puts the card, or its tab, into the next corner. */
export function MoveButton({ onMove }: { readonly onMove: () => void }) {
  const { translate } = useCard();
  const label = translate('card.move');
  return (
    <Button action="move" look="icon" aria-label={label} title={label} onPress={onMove}>
      <Move />
    </Button>
  );
}
