import { Cite } from '@/components/ui/cite';
import { formatDate } from '@/components/ui/dates';
import { type Speech, useSpeech } from '@/components/ui/language';
import { writeRelativeDay } from '@/lib/guide/due-words';
import { writeMakeUps } from '@/lib/guide/make-up-words';
import type { MessageKey } from '@/lib/locale/translate';
import type { Explanation, ObligationAnswer, ObligationProgress } from '@/lib/notice/explanation';

const STATES = {
  upcoming: 'noticePage.state.upcoming',
  due: 'noticePage.state.due',
  overdue: 'noticePage.state.overdue',
  past: 'noticePage.state.past',
} as const satisfies Record<ObligationProgress, MessageKey>;

/** By when, as exactly as the notice says it: 前 without a word about the day itself stays 前. */
function datesOf(duty: ObligationAnswer, { t, say, language }: Speech): readonly string[] {
  if (duty.announcedLater) return [t('noticePage.announcedLater')];
  const day = (date: string) => formatDate(date, language);
  const from =
    duty.from &&
    t(duty.fromInclusive === 'not-stated' ? 'noticePage.after' : 'noticePage.from', { date: day(duty.from) });
  const until =
    duty.due &&
    t(
      duty.dueInclusive === 'not-stated'
        ? 'noticePage.before'
        : duty.dueInclusive === false
          ? 'noticePage.beforeExclusive'
          : 'noticePage.by',
      {
        date: day(duty.due),
      },
    );
  // Another's day is told as theirs: for one's own the notice sets none.
  const due = until && duty.dueOf ? t('noticePage.others', { whose: say(duty.dueOf), day: until }) : until;
  const counted = duty.dueFrom && writeRelativeDay(duty.dueFrom);
  const parts = [from, due, counted ? say(counted) : undefined, duty.soft ? t('noticePage.soft') : undefined];
  return parts.filter((part) => part !== undefined);
}

/** What I must do, by when, where, with what. */
export function Duties({ explanation }: { readonly explanation: Explanation }) {
  const { t, say, language } = useSpeech();
  return (
    <section className="panel" aria-labelledby="duties-title" data-part="duties">
      <h3 id="duties-title" className="panel-title">
        {t('noticePage.duties')}
      </h3>
      {explanation.obligations.length === 0 && <p>{t('noticePage.noDuties')}</p>}
      <ol className="obligations">
        {explanation.obligations.map((duty) => {
          const first = (duty.after ?? []).flatMap(
            (id) => explanation.obligations.find((each) => each.id === id)?.text ?? [],
          );
          return (
            <li key={duty.id} data-obligation={duty.id} data-state={duty.state}>
              <p>
                {/* Nothing turns red before it was asked whether it is done; here nobody is asked. */}
                <span className={`chip chip--${duty.state === 'overdue' ? 'ask' : duty.state}`}>
                  {t(STATES[duty.state])}
                </span>{' '}
                {duty.optional && <span className="chip">{t('noticePage.optional')}</span>} {say(duty.text)}
              </p>
              {datesOf(duty, { t, say, language }).map((line) => (
                <p key={line}>{line}</p>
              ))}
              {duty.state === 'overdue' && <p>{duty.ask ? say(duty.ask) : t('noticePage.askDone')}</p>}
              {duty.where && <p className="fine">{t('noticePage.where', { place: say(duty.where) })}</p>}
              {duty.materials.length > 0 && (
                <p className="fine">
                  {t('noticePage.needs', { list: duty.materials.map(say).join(t('ui.listSemicolon')) })}
                </p>
              )}
              {first.map((text) => (
                <p key={text.zh} className="fine">
                  {t('noticePage.first', { what: say(text) })}
                </p>
              ))}
              {duty.makeUps && (
                <p data-part="make-ups">{say(writeMakeUps(duty.makeUps, explanation.today))}</p>
              )}
              {duty.notes?.map((note) => (
                <p key={note.zh} className="fine">
                  {say(note)}
                </p>
              ))}
              <Cite clause={duty.cite} />
            </li>
          );
        })}
      </ol>
    </section>
  );
}
