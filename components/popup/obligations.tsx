import { Cite } from '@/components/ui/cite';
import { formatDate } from '@/components/ui/dates';
import { useSpeech } from '@/components/ui/language';
import { StoreFailureNotice } from '@/components/ui/store-failure';
import { useAction } from '@/components/ui/use-action';
import { writeRelativeDay } from '@/lib/guide/due-words';
import { writeMakeUps } from '@/lib/guide/make-up-words';
import type { MessageKey } from '@/lib/locale/translate';
import type { CalendarDate } from '@/lib/notice/calendar';
import { type DueKind, dueKindOf } from '@/lib/notice/due-kind';
import type { ObligationAnswer } from '@/lib/notice/explanation';
import type { PopupServices } from './services';
import type { ObligationView } from './view';

const STATE_NAMES = {
  upcoming: 'popup.obligations.state.upcoming',
  due: 'popup.obligations.state.due',
  ask: 'popup.obligations.state.ask',
  overdue: 'popup.obligations.state.overdue',
  past: 'popup.obligations.state.past',
  said: 'popup.obligations.state.said',
  ended: 'popup.obligations.state.ended',
} as const satisfies Record<ObligationView['state'], MessageKey>;

const DUE = {
  by: 'popup.obligations.due',
  soft: 'popup.obligations.dueSoft',
  before: 'popup.obligations.dueBefore',
  excluding: 'popup.obligations.dueExcluding',
  others: 'popup.obligations.dueOthers',
} as const satisfies Record<DueKind, MessageKey>;

interface Props {
  readonly obligations: readonly ObligationView[];
  readonly subject: string;
  readonly services: PopupServices;
  readonly today: CalendarDate;
}

/** What the notice asks of this audience, and how each stands. What is over is folded away. */
export function Obligations({ obligations, subject, services, today }: Props) {
  const { t } = useSpeech();
  const open = obligations.filter((view) => view.state !== 'past');
  const past = obligations.filter((view) => view.state === 'past');
  return (
    <section className="panel" aria-labelledby="obligations-title" data-part="obligations">
      <h2 id="obligations-title" className="panel-title">
        {t('popup.obligations.title')}
      </h2>
      {obligations.length === 0 && <p>{t('popup.obligations.none')}</p>}
      {open.length === 0 && past.length > 0 && <p>{t('popup.obligations.allPast')}</p>}
      <ObligationList views={open} subject={subject} services={services} today={today} />
      {past.length > 0 && (
        <details>
          <summary>{t('popup.obligations.past', { count: past.length })}</summary>
          <ObligationList views={past} subject={subject} services={services} today={today} />
        </details>
      )}
    </section>
  );
}

function ObligationList(props: {
  readonly views: readonly ObligationView[];
  readonly subject: string;
  readonly services: PopupServices;
  readonly today: CalendarDate;
}) {
  const { t, language, say } = useSpeech();
  return (
    <ul className="obligations">
      {props.views.map((view) => {
        const { obligation, state } = view;
        return (
          <li key={obligation.id} data-obligation={obligation.id} data-state={state}>
            <p>
              <span className={`chip chip--${state}`}>{t(STATE_NAMES[state])}</span> {say(obligation.text)}
            </p>
            <Dates obligation={obligation} />
            {obligation.where && (
              <p className="fine">{t('popup.obligations.where', { place: say(obligation.where) })}</p>
            )}
            {obligation.materials.length > 0 && (
              <p className="fine">
                {t('popup.obligations.materials', {
                  list: obligation.materials.map(say).join(t('ui.listSemicolon')),
                })}
              </p>
            )}
            {obligation.makeUps && (
              <p data-part="make-ups">{say(writeMakeUps(obligation.makeUps, props.today))}</p>
            )}
            {obligation.notes?.map((note) => (
              <p key={note.zh} className="fine">
                {say(note)}
              </p>
            ))}
            <Cite clause={obligation.cite} />
            {view.word?.answer === 'yes' && (
              <p className="fine">
                {t('popup.obligations.saidOn', { date: formatDate(view.word.on, language) })}
              </p>
            )}
            {state !== 'past' && state !== 'upcoming' && state !== 'ended' && (
              <AskDone view={view} subject={props.subject} services={props.services} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Dates({ obligation }: { readonly obligation: ObligationAnswer }) {
  const { t, language, say } = useSpeech();
  const { from, due, dueFrom, dueOf, announcedLater } = obligation;
  if (announcedLater) return <p className="fine">{t('popup.obligations.announcedLater')}</p>;
  const counted = dueFrom && writeRelativeDay(dueFrom);
  const parts = [
    from && t('popup.obligations.from', { date: formatDate(from, language) }),
    due &&
      t(DUE[dueKindOf(obligation)], {
        date: formatDate(due, language),
        whose: dueOf ? say(dueOf) : '',
      }),
    counted && say(counted),
  ].filter((part) => part !== undefined && part !== null);
  return parts.length > 0 ? <p className="fine">{parts.join(t('ui.listComma'))}</p> : null;
}

/**
 * Asks whether it was done, before anything turns red, and takes the answer: the person's word, which can
 * be taken back (design.md §3.5).
 */
export function AskDone(props: {
  readonly view: ObligationView;
  readonly subject: string;
  readonly services: PopupServices;
}) {
  const { t, say } = useSpeech();
  const action = useAction();
  const { view, services } = props;
  const { obligation, state, word } = view;
  const answer = (value: 'yes' | 'no') =>
    void action.run(() => services.say(props.subject, obligation.id, value));
  return (
    <div className="ask" data-part="ask">
      {word?.answer === 'no' && state === 'overdue' && (
        <p className="note note--red">{t('popup.obligations.callNow')}</p>
      )}
      {word === null && (
        <div className="ask-row">
          <span>{obligation.ask ? say(obligation.ask) : t('popup.obligations.ask')}</span>
          <button type="button" className="button" disabled={action.busy} onClick={() => answer('yes')}>
            {t('popup.obligations.yes')}
          </button>
          <button type="button" className="button" disabled={action.busy} onClick={() => answer('no')}>
            {t('popup.obligations.no')}
          </button>
        </div>
      )}
      {word !== null && (
        <button
          type="button"
          className="button button--quiet"
          disabled={action.busy}
          onClick={() => void action.run(() => services.retract(word))}
        >
          {t('popup.obligations.retract')}
        </button>
      )}
      {action.failure && <StoreFailureNotice kind={action.failure} />}
    </div>
  );
}
