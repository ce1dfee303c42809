import { useId, useState } from 'react';
import type { GuidePlan } from '@/lib/guide/model';
import { textIn } from '@/lib/locale/text';
import { Button } from './button';
import { useCard } from './context';
import { formatInstant } from './format-instant';
import { ChevronDown, Eye, UserCheck } from './icons';
import { SaidLine } from './said-line';
import { useSay } from './use-say';

/** What was seen and what was said, never mixed; what was said can be taken back. */
export function History({
  progress,
  open = false,
}: {
  readonly progress: GuidePlan['progress'];
  readonly open?: boolean;
}) {
  const { translate } = useCard();
  const [isOpen, setOpen] = useState(open);
  const id = useId();
  const done = progress.filter((each) => 'at' in each.progress);
  if (done.length === 0) return null;
  return (
    <div className="history">
      <Button
        action="show-history"
        look="quiet"
        aria-expanded={isOpen}
        aria-controls={id}
        onPress={() => setOpen(!isOpen)}
      >
        <ChevronDown className={isOpen ? 'turned' : ''} />
        {translate('card.history.title')} {done.length}/{progress.length}
      </Button>
      {isOpen && (
        <ul id={id}>
          {done.map((entry) => (
            <Entry key={entry.step} entry={entry} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Entry({ entry }: { readonly entry: GuidePlan['progress'][number] }) {
  const { translate, language, recording } = useCard();
  const { state, say } = useSay();
  const { progress } = entry;
  if (!('at' in progress)) return null;
  const what = textIn(entry.title, language);
  const when = formatInstant(progress.at, language);
  const isSaid = progress.state !== 'seen';
  const Icon = isSaid ? UserCheck : Eye;
  return (
    <li data-step={entry.step} data-assertion={progress.state}>
      <Icon />
      <span>{translate(`card.history.${progress.state}`, { what, when })}</span>
      {isSaid && (
        <Button
          action="retract"
          look="quiet"
          data-fact={progress.fact}
          aria-label={translate('card.history.retractLabel', { what })}
          disabled={!recording}
          onPress={() => say({ kind: 'retraction', of: progress.fact })}
        >
          {translate('card.history.retract')}
        </Button>
      )}
      <SaidLine state={state} />
    </li>
  );
}
