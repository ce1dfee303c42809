import { useState } from 'react';
import type { GuidePlan } from '@/lib/guide/model';
import { type Text, textIn } from '@/lib/locale/text';
import { fillHoles } from '@/lib/locale/translate';
import type { CardTarget } from '@/lib/messaging/contract';
import { Button } from './button';
import { useCard } from './context';
import { WhyRecognised } from './evidence';
import { History } from './history';
import { CircleCheckBig } from './icons';
import { Irreversible } from './irreversible';
import { Notes } from './notes';
import { Obligations } from './obligations';
import { Preflight } from './preflight';
import { SaidLine } from './said-line';
import { TargetLine } from './target-line';
import { TroubleHelp } from './trouble-help';
import { AfterTrouble, TroubleView } from './trouble-view';
import { useSay } from './use-say';

interface StepViewProps {
  readonly plan: GuidePlan;
  readonly target: CardTarget;
}

/** One step: what to do, then why, then the clause (design.md §8). */
export function StepView({ plan, target }: StepViewProps) {
  const { translate, language, recording } = useCard();
  const holdsNew = plan.asksHoldsNew && <HoldsNew plan={plan} />;
  const isAskedFirst = !plan.holdsNew;
  const { trouble } = plan;
  const cite = plan.cite.length > 0 && (
    <p className="cite">
      {translate('card.cite', {
        document: plan.pack.documentNumber,
        clauses: plan.cite.join(language === 'zh' ? '；' : '; '),
      })}
    </p>
  );
  // The clause is the step's: under a trouble, of which no notice speaks, it goes with the step.
  const isFolded = Boolean(trouble) && !plan.finished;
  const step = plan.finished ? <Finished plan={plan} /> : <Instruction plan={plan} target={target} />;
  // What the step needs to know of besides waits until its questions are answered: on a small screen it
  // would push the first of them out of sight.
  const cautionsLast = !trouble && !plan.finished && isAsking(plan);
  return (
    <>
      <Notes notes={plan.notes} tones={trouble || cautionsLast ? ['stop'] : ['stop', 'caution']} />
      {!recording && <p className="note caution">{translate('card.notRecording')}</p>}
      {isAskedFirst && holdsNew}
      {trouble && (
        <>
          <TroubleView trouble={trouble} documentNumber={plan.pack.documentNumber} />
          <Notes notes={plan.notes} tones={['caution']} />
        </>
      )}
      {isFolded ? (
        <AfterTrouble plan={plan}>
          {step}
          {cite}
        </AfterTrouble>
      ) : (
        step
      )}
      {cautionsLast && <Notes notes={plan.notes} tones={['caution']} />}
      <Obligations obligations={plan.obligations} />
      {!isAskedFirst && holdsNew}
      <Notes notes={plan.notes} tones={['info']} />
      <div className="folds">
        <TroubleHelp canChoose withoutCheck={trouble?.environment === true} />
        <WhyRecognised recognised={plan.recognised} />
      </div>
      <History progress={plan.progress} open={plan.finished} />
      <Otherwise />
      {!isFolded && cite}
    </>
  );
}

const isWarned = ({ notes }: GuidePlan) => notes.some(({ tone }) => tone === 'stop');

/** Answers are all that is wanted now, and the warning says so: before a step that may not be undone. */
const isAsking = (plan: GuidePlan) =>
  plan.held && plan.irreversible && plan.isClosed !== true && plan.saysNext !== true && isWarned(plan);

function Instruction({ plan, target }: StepViewProps) {
  const { translate, language } = useCard();
  const sentence = sayOf(plan, target, language);
  const isNext = plan.held && plan.saysNext === true;
  // "Confirm what is below" stands right above what is to be confirmed.
  const isHere = plan.held && !isNext;
  const preflight = (
    <Preflight
      questions={plan.questions}
      held={plan.held}
      isClosed={plan.isClosed === true}
      irreversible={plan.irreversible}
    />
  );
  return (
    <>
      <p className="muted" data-part="guide-title">
        {translate('card.guide', { title: textIn(plan.guideTitle, language) })}
      </p>
      <h2 className={plan.irreversible ? 'step stop' : 'step'}>
        {!plan.isNotNeeded && (
          <span className="muted">
            {translate('card.step', { number: plan.stepNumber, total: plan.stepCount })}{' '}
          </span>
        )}
        {textIn(plan.title, language)}
      </h2>
      {/* What comes after the questions is told after them, as what follows; what to do now comes first. */}
      {isNext && preflight}
      {/* "Answer what is below" was said by the warning, and is said again by what holds the step. */}
      {!isAsking(plan) && (
        <p className={isNext ? 'say later' : 'say'}>
          {isNext && <span className="muted">{translate('card.preflight.after')}</span>}
          {sentence}
        </p>
      )}
      {isHere && preflight}
      <Irreversible plan={plan} />
      <TargetLine target={target} say={sentence} />
      <Place place={plan.place} />
      {plan.why && (
        <p className="why">
          <span className="muted">{translate('card.why')}</span>
          {textIn(plan.why, language)}
        </p>
      )}
      {plan.dont.length > 0 && (
        <div className="dont">
          <h3>{translate('card.dont')}</h3>
          <ul>
            {plan.dont.map((each) => (
              <li key={each.zh}>{textIn(each, language)}</li>
            ))}
          </ul>
        </div>
      )}
      {plan.canSayDone && <SayDone step={plan.step} canSkip={plan.canSkip === true} />}
      {!isNext && !isHere && preflight}
    </>
  );
}

/** The step in words, quoting the page's own label in 「」 where it was found. */
export function sayOf(plan: GuidePlan, target: CardTarget, language: 'zh' | 'en'): string {
  const found = target.state === 'found' && target.label !== null;
  const missing = target.state === 'missing' || target.state === 'ambiguous' || plan.target === null;
  const text: Text = missing ? plan.sayWithoutTarget : plan.say;
  const sentence = textIn(text, language);
  if (!found) return sentence.includes('{label}') ? textIn(plan.sayWithoutTarget, language) : sentence;
  // 登 录 is how the page spaces it, not how it is said.
  const label = target.label?.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '');
  const quoted = language === 'zh' ? `「${label}」` : `“${label}”`;
  return fillHoles(sentence.replace(/[「“]\{label\}[」”]/g, '{label}'), { label: quoted });
}

/** Where it is done and by when, or that no date is stated. */
function Place({ place }: Pick<GuidePlan, 'place'>) {
  const { translate, language } = useCard();
  if (!place) return null;
  return (
    <p className="muted" data-part="place">
      {translate('card.place', { where: textIn(place.where, language), by: textIn(place.by, language) })}
    </p>
  );
}

/** Another guide is picked in the popup. */
function Otherwise() {
  const { translate, onOpenPopup } = useCard();
  const [failed, setFailed] = useState(false);
  return (
    <div className="history">
      <Button
        action="choose-guide"
        look="quiet"
        onPress={() => onOpenPopup().then((opened) => setFailed(!opened))}
      >
        {translate('card.otherGuide')}
      </Button>
      {failed && <p className="muted">{translate('card.subject.failed')}</p>}
    </div>
  );
}

function SayDone({ step, canSkip }: { readonly step: string; readonly canSkip: boolean }) {
  const { translate, recording } = useCard();
  const { state, say } = useSay();
  return (
    <div className="say-done">
      <Button
        action="say-done"
        look="plain"
        disabled={!recording}
        aria-disabled={state === 'pending'}
        onPress={() => say({ kind: 'step', step })}
      >
        {translate('card.done')}
      </Button>
      {canSkip && (
        <Button
          action="skip"
          look="plain"
          disabled={!recording}
          aria-disabled={state === 'pending'}
          onPress={() => say({ kind: 'skip', step })}
        >
          {translate('card.skip')}
        </Button>
      )}
      <span className="muted">{translate('card.doneNote')}</span>
      <SaidLine state={state} />
    </div>
  );
}

function HoldsNew({ plan }: { readonly plan: GuidePlan }) {
  const { translate, recording } = useCard();
  const { state, say } = useSay();
  const said = plan.holdsNew?.answer ?? null;
  const choice = (answer: 'yes' | 'no') => (
    <Button
      action={`holds-new-${answer}`}
      aria-pressed={said === answer}
      disabled={!recording}
      onPress={() => said !== answer && say({ kind: 'holds-new', answer })}
    >
      {translate(`card.holdsNew.${answer}`)}
    </Button>
  );
  return (
    <fieldset className="holds-new">
      <legend>{translate('card.holdsNew.ask')}</legend>
      <div className="choice">
        {choice('yes')}
        {choice('no')}
      </div>
      <SaidLine state={state} />
    </fieldset>
  );
}

function Finished({ plan }: { readonly plan: GuidePlan }) {
  const { translate, language } = useCard();
  const count = plan.progress.filter(({ progress }) => progress.state === 'said').length;
  return (
    <div className="finished">
      <h2 className="step done">
        <CircleCheckBig /> {translate('card.finished.title')}
      </h2>
      <p>
        {textIn(plan.guideTitle, language)}。
        {count === 0 ? translate('card.finished.seenAll') : translate('card.finished.some', { count })}
      </p>
      <p className="say">{textIn(plan.sayWithoutTarget, language)}</p>
    </div>
  );
}
