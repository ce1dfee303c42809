import { useState } from 'react';
import { TextField } from '@/components/ui/field';
import { useSpeech } from '@/components/ui/language';
import { readJumpCode } from '@/lib/desk/help-code/codes';
import { placeIn } from '@/lib/desk/help-code/place';
import { hashPack } from '@/lib/desk/help-code/state';
import { type Jump, wayTo, wordsFor } from '@/lib/guide/jump';
import type { GuidePlan, Step } from '@/lib/guide/model';
import type { PersonsWord } from '@/lib/guide/word-place';
import type { NoticePack } from '@/lib/notice/model';

/** 步骤码: the helpdesk names a step, the person says what is behind them, and the guide goes there. */
export function JumpEntry(props: {
  readonly pack: NoticePack;
  readonly plan: GuidePlan;
  /** Ids of the guides that may be picked today. */
  readonly offered: readonly string[];
  readonly busy: boolean;
  readonly onSay: (...words: readonly PersonsWord[]) => void;
}) {
  const { t } = useSpeech();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState<string | null>(null);
  return (
    <details data-part="jump">
      <summary>{t('desk.jump.have')}</summary>
      <form
        noValidate
        className="ask-row"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(typed);
        }}
      >
        <TextField label={t('desk.jump.code')} holds="code" value={typed} error={null} onEdit={setTyped} />
        <button type="submit" className="button">
          {t('desk.jump.look')}
        </button>
      </form>
      {asked !== null && <Answer {...props} code={asked} onDone={() => setAsked(null)} />}
    </details>
  );
}

type Props = Parameters<typeof JumpEntry>[0];

function Answer(props: Props & { readonly code: string; readonly onDone: () => void }) {
  const { t, say } = useSpeech();
  const { pack, plan, busy, onSay } = props;
  const read = readJumpCode(props.code);
  const note = (words: string) => (
    <p className="note note--amber" role="status">
      {words}
    </p>
  );
  if (!read.ok) return note(t(`desk.code.problem.${read.problem}`, read.params));
  // What is in force is one notice out of several; its own number and version are what a code was made for.
  if (read.state.pack !== hashPack(plan.pack)) {
    return note(t('desk.jump.otherPack', { number: plan.pack.documentNumber, version: plan.pack.version }));
  }
  const { guide, step } = placeIn(pack, read.state);
  if (guide === null || guide === 'beyond' || step === null || step === 'beyond')
    return note(t('desk.jump.noStep'));
  if (guide.id !== plan.guide) {
    if (!props.offered.includes(guide.id)) return note(t('desk.jump.notNow', { guide: say(guide.title) }));
    return (
      <>
        <p>{t('desk.jump.otherGuide', { guide: say(guide.title), step: say(step.title) })}</p>
        <button
          type="button"
          className="button"
          data-action="jump-guide"
          disabled={busy}
          onClick={() => onSay({ kind: 'chosen', guide: guide.id })}
        >
          {t('desk.jump.pick', { guide: say(guide.title) })}
        </button>
      </>
    );
  }
  const way = wayTo(guide, plan, step.id);
  if (!way) return note(t('desk.jump.behind', { step: say(step.title) }));
  return <Way {...props} way={way} named={step} titles={titlesOf(plan, say)} />;
}

function titlesOf(plan: GuidePlan, say: (text: Step['title']) => string): (step: string) => string {
  return (id) => {
    const known = plan.progress.find(({ step }) => step === id);
    return known ? say(known.title) : id;
  };
}

function Way(props: {
  readonly way: Jump;
  readonly named: Step;
  readonly titles: (step: string) => string;
  readonly busy: boolean;
  readonly onSay: Props['onSay'];
  readonly onDone: () => void;
}) {
  const { t } = useSpeech();
  const { way, titles, busy } = props;
  return (
    <div data-part="jump-way">
      <p>{t('desk.jump.to', { step: titles(way.reaches) })}</p>
      {way.stops === 'preflight' && <p className="note note--amber">{t('desk.jump.preflight')}</p>}
      {way.stops === 'page' && <p className="note note--amber">{t('desk.jump.page')}</p>}
      {way.open.length > 0 ? (
        <>
          <p>{t('desk.jump.before')}</p>
          <ul className="warnings">
            {way.open.map((id) => (
              <li key={id}>{titles(id)}</li>
            ))}
          </ul>
          <button
            type="button"
            className="button"
            data-action="jump-done"
            disabled={busy}
            onClick={() => {
              props.onSay(...wordsFor(way));
              props.onDone();
            }}
          >
            {t('desk.jump.allDone')}
          </button>
          <p className="fine">{t('popup.guide.doneNote')}</p>
        </>
      ) : (
        // Held by the questions of the step in front of them, nobody has to open anything.
        way.stops !== 'preflight' && <p className="fine">{t('desk.jump.there')}</p>
      )}
    </div>
  );
}
