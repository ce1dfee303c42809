import { useState } from 'react';
import { useSpeech } from '@/components/ui/language';
import { StoreFailureNotice } from '@/components/ui/store-failure';
import { useAction } from '@/components/ui/use-action';
import { environmentAnswers } from '@/lib/environment/answers';
import { checkEnvironment } from '@/lib/environment/check';
import type { Finding, MachineReading, PageReading } from '@/lib/environment/model';
import { writeFindings, writeLine } from '@/lib/environment/write';
import { CopyButton } from './copy-button';
import type { TroublesPanelProps } from './troubles-props';

/** Browser, address and clock, looked at when asked for. The page is asked in its own top document. */
export function Environment({ services, subject, records, today }: TroublesPanelProps) {
  const { t, language } = useSpeech();
  const action = useAction();
  const [reading, setReading] = useState<{
    readonly machine: MachineReading;
    readonly page: PageReading | null;
  } | null>(null);
  const { pack, browserFloor: floor } = services;
  const said = subject === null ? {} : environmentAnswers(pack, subject, records.facts, today);
  const findings = reading && checkEnvironment({ ...reading, floor, said });
  return (
    <section className="environment" data-part="environment">
      <button
        type="button"
        className="button"
        disabled={action.busy}
        onClick={() => void action.run(async () => setReading(await services.readEnvironment()))}
      >
        {t(
          action.busy
            ? 'popup.troubles.checking'
            : reading
              ? 'popup.troubles.again'
              : 'popup.troubles.environment',
        )}
      </button>
      {findings && (
        <>
          <ul>
            {findings.map((finding) => (
              <Found key={finding.id} finding={finding} subject={subject} services={services} />
            ))}
          </ul>
          <p className="fine">{t('environment.note')}</p>
          <div className="panel-actions">
            <CopyButton services={services} text={() => writeFindings(findings, t, language)} />
          </div>
        </>
      )}
    </section>
  );
}

function Found(props: {
  readonly finding: Finding;
  readonly subject: string | null;
  readonly services: TroublesPanelProps['services'];
}) {
  const { t, language } = useSpeech();
  const action = useAction();
  const { finding, subject, services } = props;
  const { id, known, tone, say, cures, question } = finding;
  return (
    <li data-finding={id} data-known={known} data-tone={tone}>
      <strong>{t(`environment.${id}.title`)}</strong>{' '}
      <span className="fine">{t(`environment.known.${known}`)}</span>
      <p>{writeLine(say, t, language)}</p>
      {cures.map((cure) => (
        <p key={cure.key} className="fine">
          {writeLine(cure, t, language)}
        </p>
      ))}
      {question && subject !== null && (
        <div className="ask-row">
          {(['yes', 'no'] as const).map((answer) => (
            <button
              key={answer}
              type="button"
              className="button"
              aria-pressed={question.said?.answer === answer}
              disabled={action.busy}
              onClick={() => void action.run(() => services.say(subject, question.id, answer))}
            >
              {t(`environment.${answer}`)}
            </button>
          ))}
          {question.said && (
            <button
              type="button"
              className="button"
              disabled={action.busy}
              onClick={() => void action.run(() => retract(question.said?.fact))}
            >
              {t('card.history.retract')}
            </button>
          )}
          {action.failure && <StoreFailureNotice kind={action.failure} />}
        </div>
      )}
    </li>
  );

  async function retract(fact: string | undefined): Promise<void> {
    if (fact !== undefined && subject !== null) await services.retract({ subject, fact });
  }
}
