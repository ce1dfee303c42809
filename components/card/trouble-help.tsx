import { useEffect, useState } from 'react';
import type { TroubleChoice } from '@/lib/guide/trouble-choices';
import { textIn } from '@/lib/locale/text';
import { Button } from './button';
import { useCard } from './context';
import { EnvironmentCheck } from './environment-check';
import { SaidLine } from './said-line';
import { useSay } from './use-say';

interface TroubleHelpProps {
  /** False where nothing can be recorded yet: no subject is chosen. */
  readonly canChoose: boolean;
  /** Shown elsewhere in the card already. */
  readonly withoutCheck?: boolean;
}

/**
 * 「看到弹窗了吗？」: alert boxes are invisible to us, so the person says which text they saw. The texts are
 * asked for when this is opened; searching means typing, which is for the popup alone (design.md §3.10).
 */
export function TroubleHelp({ canChoose, withoutCheck = false }: TroubleHelpProps) {
  const { translate, onOpenPopup } = useCard();
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className="evidence"
      data-part="trouble-help"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary data-action="show-troubles">{translate('card.trouble.help')}</summary>
      {isOpen && (
        <>
          {!withoutCheck && <EnvironmentCheck />}
          {canChoose ? <Choices /> : <p>{translate('card.trouble.choose')}</p>}
          <p className="muted">{translate('card.trouble.none')}</p>
          <Button action="search-troubles" look="quiet" onPress={() => void onOpenPopup()}>
            {translate('card.trouble.open')}
          </Button>
        </>
      )}
    </details>
  );
}

function Choices() {
  const { translate, language, recording, onTroubles } = useCard();
  const { state, say } = useSay();
  const [choices, setChoices] = useState<readonly TroubleChoice[] | 'failed' | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for once, each time this is opened
  useEffect(() => {
    void onTroubles().then((found) => setChoices(found ?? 'failed'));
  }, []);
  if (choices === 'failed') return <p>{translate('card.trouble.failed')}</p>;
  return (
    <>
      <p>{translate('card.trouble.ask')}</p>
      <ul className="troubles">
        {choices?.map(({ id, title, phrases }) => (
          <li key={id}>
            <Button
              action="choose-trouble"
              data-trouble={id}
              disabled={!recording}
              onPress={() => say({ kind: 'trouble', trouble: id, answer: 'yes' })}
            >
              <strong>{textIn(title, language)}</strong>
              <span className="muted phrases">{phrases.join(language === 'zh' ? '；' : '; ')}</span>
            </Button>
          </li>
        ))}
      </ul>
      <SaidLine state={state} />
    </>
  );
}
