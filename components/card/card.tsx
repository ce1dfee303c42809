import { useEffect, useId, useRef } from 'react';
import { useAfterPaint } from '@/components/ui/use-after-paint';
import { textIn } from '@/lib/locale/text';
import { CardHeader } from './card-header';
import type { CardProps } from './card-props';
import { ChooseSubject } from './choose-subject';
import { CardContext, useCard } from './context';
import { HelpLine } from './help-line';
import { MinimisedCard } from './minimised-card';
import { StepView } from './step-view';
import { targetSentence } from './target-line';
import { useKeptFocus } from './use-kept-focus';

/** The card: public facts, the step and its words; nothing personal, nothing typed. */
export function Card(props: CardProps) {
  return (
    <CardContext value={props.services}>
      <CardFrame {...props} />
    </CardContext>
  );
}

function CardFrame(props: CardProps) {
  const { translate } = props.services;
  const { plan, target, preview, largeType, corner, widest, isMinimised } = props;
  const guide = plan.kind === 'guide' ? plan : null;
  const step = guide?.step ?? plan.kind;
  const keptFocus = useKeptFocus(`${step} ${isMinimised}`);
  return (
    <section
      {...keptFocus}
      ref={props.ref}
      className="card"
      role="dialog"
      aria-modal="false"
      aria-label={translate('card.label')}
      lang={props.services.language === 'zh' ? 'zh-CN' : 'en'}
      tabIndex={-1}
      data-part="card"
      data-guide={guide?.guide ?? ''}
      data-step={step}
      data-page={plan.page}
      data-phase={plan.phase?.id ?? ''}
      data-target-state={target.state}
      data-trouble={plan.trouble?.id}
      data-preview={preview ?? undefined}
      style={widest == null || isMinimised ? undefined : { maxWidth: widest }}
      data-corner={corner}
      data-minimised={isMinimised || undefined}
      data-large-type={largeType || undefined}
    >
      {isMinimised ? <MinimisedCard {...props} /> : <Whole {...props} />}
      <Announcement {...props} />
    </section>
  );
}

function Whole(props: CardProps) {
  const { plan, target } = props;
  const titleId = useId();
  const body = useRef<HTMLElement>(null);
  // A new step, and a step that was held and no longer is, begin at their top: what to do stands there.
  const scene = `${plan.trouble?.id}/${plan.kind === 'guide' ? `${plan.step}/${plan.held}` : plan.kind}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scene is what it waits for
  useEffect(() => {
    if (body.current) body.current.scrollTop = 0;
  }, [scene]);
  return (
    <>
      <CardHeader
        titleId={titleId}
        phase={plan.phase}
        preview={props.preview}
        namespace={props.namespace}
        onMinimise={() => props.onMinimise(true)}
        onMove={props.onMove}
        onGrab={props.onGrab}
      />
      {/* Focusable, so that it can be scrolled by keyboard where nothing inside can be reached. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable (WCAG 2.1.1) */}
      <section ref={body} className="body" tabIndex={0} aria-labelledby={titleId}>
        {plan.kind === 'guide' ? (
          <StepView key={plan.step} plan={plan} target={target} />
        ) : (
          <ChooseSubject plan={plan} />
        )}
      </section>
      <HelpLine
        contacts={plan.contacts}
        issuer={plan.pack.issuer}
        numbered={props.numbered}
        marks={props.marks ?? []}
        helpCode={props.helpCode}
      />
    </>
  );
}

/** Read out when the step or its state changes, without taking the focus. */
function Announcement({ plan, target }: CardProps) {
  const { translate, language } = useCard();
  // A region that is born full is not read out: it must be there before its words.
  const isThere = useAfterPaint();
  const sentences: (string | null)[] = [];
  if (plan.trouble) {
    sentences.push(textIn(plan.trouble.title, language), textIn(plan.trouble.text, language));
  } else if (plan.kind === 'choose-subject') {
    sentences.push(translate(plan.subjects === 0 ? 'card.subject.add' : 'card.subject.choose'));
  } else if (plan.finished) sentences.push(translate('card.finished.title'));
  else {
    const number = translate('card.step', { number: plan.stepNumber, total: plan.stepCount });
    sentences.push(plan.isNotNeeded ? null : number);
    sentences.push(textIn(plan.title, language), targetSentence(target, translate));
  }
  sentences.push(
    ...plan.notes.filter(({ tone }) => tone === 'stop').map(({ text }) => textIn(text, language)),
  );
  const [stop, gap] = language === 'zh' ? ['。', ''] : ['.', ' '];
  // Titles end without a mark, sentences with one: a reader that is told two reads out the second.
  const closed = sentences.flatMap((each) => (each ? [/[。.！!？?]$/.test(each) ? each : each + stop] : []));
  return (
    <p className="hidden" aria-live="polite" aria-atomic="true" data-part="announcement">
      {isThere && closed.join(gap)}
    </p>
  );
}
