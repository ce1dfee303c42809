/** What goes wrong and what to do, to be searched by the words of an alert box; and the environment check. */
import { useMemo, useState } from 'react';
import { useSpeech } from '@/components/ui/language';
import { StoreFailureNotice } from '@/components/ui/store-failure';
import { GuardedInput } from '@/components/ui/text-area';
import { useAction } from '@/components/ui/use-action';
import { troubleInForce } from '@/lib/guide/trouble';
import { choiceOf, findTroubles } from '@/lib/guide/trouble-choices';
import { troublesOf } from '@/lib/guide/troubles';
import { vendorNames } from '@/lib/guide/vendor-names';
import { Environment } from './environment';
import { TroubleEntry } from './trouble-entry';
import type { TroublesPanelProps } from './troubles-props';
import './troubles.css';

export default function Troubles(props: TroublesPanelProps) {
  const { t } = useSpeech();
  const { services, subject, records, today } = props;
  const { pack } = services;
  const [words, setWords] = useState('');
  const known = useMemo(() => {
    const vendors = vendorNames(pack);
    return troublesOf(pack).map((trouble) => ({ ...choiceOf(trouble, vendors), trouble }));
  }, [pack]);
  const found = findTroubles(known, words);
  const inForce =
    subject === null ? null : troubleInForce({ pack, page: 'unknown', subject, facts: records.facts });
  return (
    <div className="troubles-body">
      {inForce?.word && subject !== null && (
        <Current {...props} subject={subject} trouble={inForce.trouble} fact={inForce.word.fact} />
      )}
      <Environment services={services} subject={subject} records={records} today={today} />
      <GuardedInput
        label={t('popup.troubles.search')}
        hint={t('popup.troubles.intro')}
        type="search"
        value={words}
        placeholder="0x0A000025"
        onEdit={setWords}
      />
      <p role="status" className="fine">
        {words.trim() !== '' &&
          (found.length === 0
            ? t('popup.troubles.none')
            : t('popup.troubles.found', { count: found.length }))}
      </p>
      <ul className="trouble-list">
        {found.map(({ id, trouble }) => (
          <li key={id}>
            <TroubleEntry
              trouble={trouble}
              subject={subject}
              today={today}
              services={services}
              isSaid={inForce?.trouble.id === id}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What the person said they met: over, or never was. */
function Current(
  props: TroublesPanelProps & {
    readonly subject: string;
    readonly trouble: Parameters<typeof choiceOf>[0];
    readonly fact: string;
  },
) {
  const { t, say } = useSpeech();
  const action = useAction();
  const { services, subject, trouble, fact } = props;
  return (
    <section className="note note--amber" data-part="current-trouble" data-trouble={trouble.id}>
      <p>{t('popup.troubles.current', { what: say(choiceOf(trouble).title) })}</p>
      <div className="panel-actions">
        <button
          type="button"
          className="button button--primary"
          disabled={action.busy}
          onClick={() => void action.run(() => services.sayTrouble(subject, trouble.id, 'no'))}
        >
          {t('popup.troubles.over')}
        </button>
        <button
          type="button"
          className="button"
          disabled={action.busy}
          onClick={() => void action.run(() => services.retract({ subject, fact }))}
        >
          {t('popup.troubles.wrong')}
        </button>
      </div>
      {action.failure && <StoreFailureNotice kind={action.failure} />}
    </section>
  );
}
