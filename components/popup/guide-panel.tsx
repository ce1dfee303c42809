/** The guide in force away from any page: its step, its questions, and the other things a person may want to do. */
import { useMemo } from 'react';
import { SheetLink } from '@/components/sheet/sheet-link';
import { useSpeech } from '@/components/ui/language';
import { StoreFailureNotice } from '@/components/ui/store-failure';
import { type Action, useAction } from '@/components/ui/use-action';
import { caseOf } from '@/lib/certificate/subject-case';
import { circumstancesOf } from '@/lib/guide/circumstance-words';
import type { GuidePlan } from '@/lib/guide/model';
import { guideByFacts, offersFor } from '@/lib/guide/offers';
import { planAway } from '@/lib/guide/plan';
import { planTrouble, troubleOnPage } from '@/lib/guide/trouble';
import type { PersonsWord } from '@/lib/guide/word-place';
import type { CalendarDate } from '@/lib/notice/calendar';
import type { PageState } from '@/lib/page/model';
import type { SubjectRow } from '@/lib/store/model';
import { GuideQuestions } from './guide-questions';
import { GuideWords } from './guide-words';
import { HelpCode } from './help-code';
import { JumpEntry } from './jump-entry';
import { Offers } from './offers';
import type { PopupRecords, PopupServices } from './services';
import { useWantedGuide } from './use-wanted-guide';

export default function GuidePanel(props: {
  readonly subject: SubjectRow;
  readonly records: PopupRecords;
  readonly today: CalendarDate;
  readonly services: PopupServices;
  /** It is what the page was opened for: in sight and in focus, and the one that the certificates call for. */
  readonly isWanted?: boolean;
  /** What stands in the tabs that act for this subject. */
  readonly pages?: readonly PageState[];
}) {
  const { subject, records, today, services } = props;
  const { t, say } = useSpeech();
  const action = useAction();
  const { pack } = services;
  const known = useMemo(
    () =>
      caseOf(
        subject,
        records.certificates,
        pack.mainSystem,
        today,
        circumstancesOf(pack, subject, records.facts),
      ),
    [subject, records, pack, today],
  );
  const plan = useMemo(
    () => planAway(pack, known, records.facts, today, records.journeys),
    [pack, known, records.facts, records.journeys, today],
  );
  const place = useWantedGuide(props.isWanted === true && plan !== null, async () => {
    const isBeside =
      plan?.isPicked &&
      known.renewedAt !== null &&
      guideByFacts(pack, known, records.facts, today) !== plan.guide;
    if (isBeside)
      await action.run(() => services.tell(subject.id, plan.guide, { kind: 'chosen', guide: null }));
  });
  if (!plan) return null;
  const tell = (...words: readonly PersonsWord[]) =>
    void action.run(async () => {
      for (const word of words) await services.tell(subject.id, plan.guide, word);
    });
  const isBegun = plan.progress.some(({ progress }) => 'at' in progress);
  return (
    <section
      ref={place}
      tabIndex={-1}
      className="panel guide"
      aria-labelledby="guide-title"
      data-part="guide"
      data-guide={plan.guide}
      data-step={plan.finished ? 'finished' : plan.step}
    >
      <h2 id="guide-title" className="panel-title">
        {t('popup.guide.title')} <span className="fine">{say(plan.guideTitle)}</span>
      </h2>
      <PageTrouble pages={props.pages ?? []} services={services} />
      {plan.finished ? (
        <>
          <Cautions plan={plan} />
          <p>{t('popup.guide.finished')}</p>
        </>
      ) : (
        <Step plan={plan} action={action} tell={tell} services={services} />
      )}
      {action.failure && <StoreFailureNotice kind={action.failure} />}
      <GuideWords plan={plan} busy={action.busy} onRetract={(of) => tell({ kind: 'retraction', of })} />
      {isBegun && (
        <p>
          <button
            type="button"
            className="button button--quiet"
            onClick={() => services.openSummary(subject.id, plan.guide)}
          >
            {t('popup.guide.summary')}
          </button>
        </p>
      )}
      <SheetLink
        pack={pack.id}
        audience={subject.audience}
        level={subject.level}
        guide={plan.guide}
        date={records.preview ?? undefined}
      />
      <HelpCode pack={pack} plan={plan} subject={subject} services={services} />
      <JumpEntry
        pack={pack}
        plan={plan}
        offered={offersFor(
          pack,
          known,
          records.facts,
          { today, phase: plan.phase?.id ?? null },
          plan.guide,
        ).map(({ guide }) => guide.id)}
        busy={action.busy}
        onSay={tell}
      />
      <Offers
        pack={pack}
        subject={known}
        facts={records.facts}
        plan={plan}
        today={today}
        busy={action.busy}
        onPick={tell}
      />
    </section>
  );
}

/**
 * What a page shows to be wrong just now stands before the step here too: "type the PIN" must not be read while the card
 * on the page says not to try it again.
 */
function PageTrouble(props: { readonly pages: readonly PageState[]; readonly services: PopupServices }) {
  const { t, say } = useSpeech();
  const { pack } = props.services;
  const seen = props.pages.flatMap((page) => troubleOnPage(pack, page) ?? [])[0];
  if (!seen) return null;
  const { id, title, text, dont } = planTrouble(seen);
  return (
    <div className="note note--amber" data-part="page-trouble" data-trouble={id}>
      <p>
        <strong>{t('popup.guide.pageTrouble', { title: say(title) })}</strong>
      </p>
      <p>{say(text)}</p>
      {dont.length > 0 && <p className="fine">{t('popup.guide.dont', { what: dont.map(say).join('') })}</p>}
      <p className="fine">{t('popup.guide.troubleFirst')}</p>
    </div>
  );
}

function Step(props: {
  readonly plan: GuidePlan;
  readonly action: Action;
  readonly tell: (...words: readonly PersonsWord[]) => void;
  readonly services: PopupServices;
}) {
  const { t, say } = useSpeech();
  const { plan, action, tell, services } = props;
  const guide = services.pack.guides.find(({ id }) => id === plan.guide);
  const isOnSite = guide?.steps.some(({ id, targets }) => id === plan.step && targets.length > 0) === true;
  return (
    <>
      <p>
        <strong>
          {plan.isNotNeeded
            ? say(plan.title)
            : t('popup.guide.step', {
                number: plan.stepNumber,
                total: plan.stepCount,
                step: say(plan.title),
              })}
        </strong>
      </p>
      <Cautions plan={plan} />
      <p>{say(plan.sayWithoutTarget)}</p>
      {plan.why && <p className="fine">{say(plan.why)}</p>}
      <GuideNotes plan={plan} />
      {plan.place && (
        <p className="fine" data-part="place">
          {t('popup.guide.where', { place: say(plan.place.where) })}
          {t('ui.listSemicolon')}
          {t('popup.guide.by', { date: say(plan.place.by) })}
        </p>
      )}
      {plan.dont.length > 0 && (
        <p className="fine">{t('popup.guide.dont', { what: plan.dont.map(say).join('') })}</p>
      )}
      {plan.cite.length > 0 && (
        <p className="cite">{t('popup.guide.cite', { clauses: plan.cite.join(t('ui.listSemicolon')) })}</p>
      )}
      <GuideQuestions plan={plan} busy={action.busy} tell={tell} />
      {isOnSite && (
        <p>
          {t('popup.guide.onSite')}{' '}
          <button type="button" className="button" onClick={() => services.openOfficialSite()}>
            {t('popup.openSite')}
          </button>
        </p>
      )}
      {(plan.canSayDone || plan.canSkip) && (
        <div className="ask-row" data-part="words">
          {plan.canSayDone && (
            <button
              type="button"
              className="button"
              data-action="say-done"
              disabled={action.busy}
              onClick={() => tell({ kind: 'step', step: plan.step })}
            >
              {t('popup.guide.done')}
            </button>
          )}
          {plan.canSkip && (
            <button
              type="button"
              className="button"
              data-action="skip"
              disabled={action.busy}
              onClick={() => tell({ kind: 'skip', step: plan.step })}
            >
              {t('popup.guide.skip')}
            </button>
          )}
          <span className="fine">{t('popup.guide.doneNote')}</span>
        </div>
      )}
    </>
  );
}

/** What is wrong or urgent, whatever became of the steps: what was unbound elsewhere is not bound by a guide's end. */
function Cautions({ plan }: { readonly plan: GuidePlan }) {
  const { say } = useSpeech();
  return plan.notes
    .filter((each) => each.tone !== 'info' && !plan.stepNotes?.includes(each))
    .map(({ text }) => (
      <p key={text.zh} className="note note--amber">
        {say(text)}
      </p>
    ));
}

/** Which key, where and with what, how long: what the step itself tells. The notice's warnings stand elsewhere. */
function GuideNotes({ plan }: { readonly plan: GuidePlan }) {
  const { say } = useSpeech();
  const notes = plan.stepNotes ?? [];
  if (notes.length === 0) return null;
  return (
    <ul className="warnings">
      {notes.map(({ text, cite }) => (
        <li key={text.zh}>
          {say(text)} {cite && <span className="cite">（{cite}）</span>}
        </li>
      ))}
    </ul>
  );
}
