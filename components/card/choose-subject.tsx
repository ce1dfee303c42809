import { useState } from 'react';
import type { ChooseSubjectPlan } from '@/lib/guide/model';
import { Button } from './button';
import { useCard } from './context';
import { PanelTopOpen } from './icons';
import { Notes } from './notes';
import { TroubleHelp } from './trouble-help';
import { TroubleView } from './trouble-view';

/** Names are personal: they are shown and chosen in the popup, never on the page (design.md §3.10). */
export function ChooseSubject({ plan }: { readonly plan: ChooseSubjectPlan }) {
  const { translate, onOpenPopup, recording } = useCard();
  const [state, setState] = useState<'idle' | 'opening' | 'failed'>('idle');
  const none = plan.subjects === 0;
  const open = () => {
    setState('opening');
    onOpenPopup().then((opened) => setState(opened ? 'idle' : 'failed'));
  };
  return (
    <>
      {plan.trouble && <TroubleView trouble={plan.trouble} documentNumber={plan.pack.documentNumber} />}
      <Notes notes={plan.notes} />
      {!recording && <p className="note caution">{translate('card.notRecording')}</p>}
      <h2 className="step">{translate(none ? 'card.subject.add' : 'card.subject.choose')}</h2>
      <p className="say">
        {none
          ? translate('card.subject.addSay')
          : translate('card.subject.chooseSay', { count: plan.subjects })}
      </p>
      <div className="say-done">
        <Button action="open-popup" look="primary" onPress={open}>
          <PanelTopOpen />
          {translate('card.subject.open')}
        </Button>
        <span className="muted">{translate('card.subject.privacy')}</span>
        {state !== 'idle' && (
          <p className={state === 'failed' ? 'said failed' : 'said'} role="status">
            {translate(`card.subject.${state}`)}
          </p>
        )}
      </div>
      <TroubleHelp canChoose={false} withoutCheck={plan.trouble?.environment === true} />
    </>
  );
}
