import { useId } from 'react';
import type { PlannedQuestion } from '@/lib/guide/model';
import { textIn } from '@/lib/locale/text';
import { Button } from './button';
import { useCard } from './context';
import { Check, OctagonX, X } from './icons';
import { SaidLine } from './said-line';
import { useSay } from './use-say';

interface PreflightProps {
  readonly questions: readonly PlannedQuestion[];
  readonly held: boolean;
  /** No answer opens the step. */
  readonly isClosed: boolean;
  readonly irreversible: boolean;
}

/**
 * The questions before a step, each answered by itself; what holds the step stands above them until it
 * does not. How to check is told for the one in turn, and for every one answered no.
 */
export function Preflight({ questions, held, isClosed, irreversible }: PreflightProps) {
  const { translate } = useCard();
  if (questions.length === 0) return null;
  const count = questions.filter(({ answer }) => answer !== 'yes').length;
  const inTurn = questions.find(({ answer }) => answer === null);
  const openKey = irreversible ? 'card.preflight.held' : 'card.preflight.heldOther';
  const sentence = isClosed ? 'card.preflight.closed' : openKey;
  return (
    <div className="preflight">
      {held ? (
        <p className={irreversible ? 'hold stop' : 'hold caution'} data-held="true">
          <OctagonX />
          <span>{translate(sentence, { count })}</span>
        </p>
      ) : count > 0 ? null : (
        <p className="hold clear" data-held="false">
          <Check />
          <span>{translate('card.preflight.clear')}</span>
        </p>
      )}
      <h3>{translate('card.preflight.title')}</h3>
      <ol>
        {questions.map((question) => (
          <li key={question.id}>
            <Asked question={question} isInTurn={question === inTurn} />
          </li>
        ))}
      </ol>
    </div>
  );
}

interface AskedProps {
  readonly question: PlannedQuestion;
  readonly isInTurn: boolean;
}

function Asked({ question, isInTurn }: AskedProps) {
  const { translate, language, recording } = useCard();
  const { state, say } = useSay();
  const id = useId();
  const { answer } = question;
  const choice = (value: 'yes' | 'no') => (
    <Button
      action={`answer-${value}`}
      look="plain"
      data-question={question.id}
      aria-pressed={answer === value}
      aria-describedby={id}
      disabled={!recording}
      onPress={() => answer !== value && say({ kind: 'answer', question: question.id, answer: value })}
    >
      {answer === value && (value === 'yes' ? <Check /> : <X aria-hidden="true" />)}
      {translate(`card.preflight.${value}`)}
    </Button>
  );
  return (
    <div className="question" data-question={question.id} data-answer={answer ?? 'none'}>
      <div className="ask">
        <p id={id}>{textIn(question.ask, language)}</p>
        <div className="choice">
          {choice('yes')}
          {choice('no')}
        </div>
      </div>
      {question.seen && <p className="muted how">{textIn(question.seen.text, language)}</p>}
      {(isInTurn || answer === 'no') && (
        <p className="muted how">
          {translate('card.preflight.how', { how: textIn(question.how, language) })}
        </p>
      )}
      {answer === 'no' && <p className="if-no">{textIn(question.ifNo, language)}</p>}
      {/* An answer in force speaks for itself; what needs a word is a failure. */}
      {(answer === null || (state !== 'recorded' && state !== 'idle')) && <SaidLine state={state} />}
    </div>
  );
}
