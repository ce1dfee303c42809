import { useEffect, useRef, useState } from 'react';
import type { Finding } from '@/lib/environment/model';
import { writeLine } from '@/lib/environment/write';
import { Button } from './button';
import { useCard } from './context';
import { SaidLine } from './said-line';
import { useSay } from './use-say';

/** Browser, address and clock, looked at when asked for; what cannot be seen is asked. */
export function EnvironmentCheck() {
  const { translate, onCheckEnvironment } = useCard();
  const [findings, setFindings] = useState<readonly Finding[] | 'pending' | 'failed' | null>(null);
  const check = () => {
    setFindings((before) => (Array.isArray(before) ? before : 'pending'));
    void onCheckEnvironment().then((found) => setFindings(found ?? 'failed'));
  };
  const isList = Array.isArray(findings);
  const list = useRef<HTMLUListElement>(null);
  // What was asked for comes into view. Only the card's own body is scrolled, never the page.
  useEffect(() => {
    const body = isList ? list.current?.closest('.body') : null;
    if (!list.current || !body) return;
    body.scrollTop += list.current.getBoundingClientRect().top - body.getBoundingClientRect().top;
  }, [isList]);
  return (
    <div className="environment" data-part="environment">
      <Button action="check-environment" aria-disabled={findings === 'pending'} onPress={check}>
        {translate(isList ? 'card.trouble.again' : 'card.trouble.check')}
      </Button>
      <p className="muted" role="status">
        {findings === 'pending' && translate('card.trouble.checking')}
        {findings === 'failed' && translate('card.trouble.failed')}
      </p>
      {isList && (
        <>
          <ul ref={list}>
            {findings.map((finding) => (
              <Found key={finding.id} finding={finding} onAnswered={check} />
            ))}
          </ul>
          <p className="muted">{translate('environment.note')}</p>
        </>
      )}
    </div>
  );
}

function Found({ finding, onAnswered }: { readonly finding: Finding; readonly onAnswered: () => void }) {
  const { translate, language } = useCard();
  const { id, known, tone, say, cures, question } = finding;
  return (
    <li className="finding" data-finding={id} data-known={known} data-tone={tone}>
      <strong>{translate(`environment.${id}.title`)}</strong>{' '}
      <span className="tag">{translate(`environment.known.${known}`)}</span>
      <p>{writeLine(say, translate, language)}</p>
      {cures.map((cure) => (
        <p key={cure.key} className="muted">
          {writeLine(cure, translate, language)}
        </p>
      ))}
      {question && <Asked id={question.id} said={question.said} onAnswered={onAnswered} />}
    </li>
  );
}

function Asked({
  id,
  said,
  onAnswered,
}: NonNullable<Finding['question']> & { readonly onAnswered: () => void }) {
  const { translate, recording } = useCard();
  const { state, say } = useSay(onAnswered);
  const choice = (answer: 'yes' | 'no') => (
    <Button
      action={`environment-${answer}`}
      data-question={id}
      aria-pressed={said?.answer === answer}
      disabled={!recording}
      onPress={() => said?.answer !== answer && say({ kind: 'answer', question: id, answer })}
    >
      {translate(`environment.${answer}`)}
    </Button>
  );
  return (
    <div className="choice">
      {choice('yes')}
      {choice('no')}
      {said && (
        <Button
          action="retract"
          look="quiet"
          data-fact={said.fact}
          disabled={!recording}
          onPress={() => say({ kind: 'retraction', of: said.fact })}
        >
          {translate('card.history.retract')}
        </Button>
      )}
      {state !== 'recorded' && <SaidLine state={state} />}
    </div>
  );
}
