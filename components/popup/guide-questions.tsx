import { useSpeech } from '@/components/ui/language';
import type { GuidePlan } from '@/lib/guide/model';
import type { PersonsWord } from '@/lib/guide/word-place';

/** The pre-flight away from the page: the same questions, each by itself with how to check it. */
export function GuideQuestions(props: {
  readonly plan: GuidePlan;
  readonly busy: boolean;
  readonly tell: (word: PersonsWord) => void;
}) {
  const { t, say } = useSpeech();
  const { questions, held, isClosed } = props.plan;
  if (questions.length === 0) return null;
  const count = questions.filter(({ answer }) => answer !== 'yes').length;
  return (
    <div className="guide-questions" data-part="questions" data-held={held}>
      {held && (
        <p className="note note--red">{t(isClosed ? 'popup.guide.closed' : 'popup.guide.held', { count })}</p>
      )}
      <h3 className="fine">{t('popup.guide.ask')}</h3>
      <ol className="guide-rows">
        {questions.map(({ id, ask, how, ifNo, answer, seen }) => (
          <li key={id} data-question={id} data-answer={answer ?? 'none'}>
            <div className="ask-row">
              <span id={`question-${id}`}>{say(ask)}</span>
              {(['yes', 'no'] as const).map((value) => (
                <button
                  key={value}
                  type="button"
                  className="button"
                  aria-pressed={answer === value}
                  aria-describedby={`question-${id}`}
                  disabled={props.busy}
                  onClick={() =>
                    answer !== value && props.tell({ kind: 'answer', question: id, answer: value })
                  }
                >
                  {t(`popup.guide.${value}`)}
                </button>
              ))}
            </div>
            {seen && <p className="fine">{say(seen.text)}</p>}
            {answer !== 'yes' && <p className="fine">{t('popup.guide.how', { how: say(how) })}</p>}
            {answer === 'no' && <p className="note note--amber">{say(ifNo)}</p>}
          </li>
        ))}
      </ol>
    </div>
  );
}
