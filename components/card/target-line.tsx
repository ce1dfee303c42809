import { useState } from 'react';
import type { Translate } from '@/lib/locale/translate';
import type { CardTarget } from '@/lib/messaging/contract';
import { Button } from './button';
import { useCard } from './context';
import { CircleHelp, ScanSearch, SquareMousePointer } from './icons';

/** Where the step's control is, in words. Not sure is said plainly, with the way on. */
export function targetSentence(target: CardTarget, translate: Translate): string | null {
  const { state, label, place, reasons = [] } = target;
  switch (state) {
    case 'none':
      return null;
    case 'ambiguous':
      return translate('card.target.ambiguous');
    case 'missing':
      return translate(reasons.includes('covered') ? 'card.target.covered' : 'card.target.missing');
    case 'found':
      // The ring stands on what comes before the step's own control.
      if (reasons.includes('first-certificate-choice')) return translate('card.target.firstCertificate');
      if (reasons.includes('first-pin-field')) return translate('card.target.firstPin');
      if (!label) return translate('card.target.foundUnnamed');
      if (reasons.includes('off-screen')) return translate('card.target.offScreen', { label });
      return translate(place === 'inner' ? 'card.target.foundInner' : 'card.target.found', { label });
  }
}

const ICONS = { found: SquareMousePointer, ambiguous: CircleHelp, missing: ScanSearch } as const;

interface TargetLineProps {
  readonly target: CardTarget;
  /** The step's own sentence: it often says already that the system's wording decides. */
  readonly say: string;
}

export function TargetLine({ target, say }: TargetLineProps) {
  const { translate } = useCard();
  const sentence = targetSentence(target, translate);
  if (!sentence || target.state === 'none') return null;
  const Icon = ICONS[target.state];
  return (
    <p className={`target ${target.state}`}>
      <Icon />
      <span>
        {sentence}{' '}
        {target.state === 'found' && !say.includes('以系统界面为准') && (
          <span className="muted">{translate('card.target.official')}</span>
        )}
        {target.state === 'found' && target.reasons?.includes('off-screen') && <BringTarget />}
      </span>
    </p>
  );
}

/** The page is scrolled by nobody but the person: this is how they ask for it. */
function BringTarget() {
  const { translate, onBringTarget } = useCard();
  const [hasFailed, setFailed] = useState(false);
  return (
    <>
      <Button
        action="bring-target"
        look="quiet"
        onPress={() => void onBringTarget().then((brought) => setFailed(!brought))}
      >
        {translate('card.target.bring')}
      </Button>
      {hasFailed && <span role="status">{translate('card.target.missing')}</span>}
    </>
  );
}
