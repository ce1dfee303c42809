import { type Speech, useSpeech } from '@/components/ui/language';
import { useAction } from '@/components/ui/use-action';
import { contactsForAnybody } from '@/lib/guide/contacts';
import type { PlannedContact } from '@/lib/guide/model';
import type { Text } from '@/lib/locale/text';
import type { CalendarDate } from '@/lib/notice/calendar';
import type { Trouble } from '@/lib/notice/model';
import { CopyButton } from './copy-button';
import type { PopupServices } from './services';

interface TroubleEntryProps {
  readonly trouble: Trouble;
  readonly subject: string | null;
  readonly today: CalendarDate;
  readonly services: PopupServices;
  /** The person said so already. */
  readonly isSaid: boolean;
}

/** One trouble: its texts in front, and behind them what to do, what not, whom to call, and the source. */
export function TroubleEntry({ trouble, subject, today, services, isSaid }: TroubleEntryProps) {
  const speech = useSpeech();
  const { t, say } = speech;
  const { id, title, text, phrases, cause, cure = [], dont = [], contact, cite, inferredBy } = trouble;
  const [first] = contactsForAnybody(services.pack, today, contact);
  return (
    <details className="trouble" data-trouble={id}>
      <summary>
        <strong>{say(title ?? text)}</strong>
        <span className="fine">{phrases.join(speech.language === 'zh' ? '；' : '; ')}</span>
      </summary>
      <p>{say(text)}</p>
      {cure.length > 0 && (
        <>
          <h3>{t('popup.troubles.cure')}</h3>
          <ol>
            {cure.map((each) => (
              <li key={each.zh}>{say(each)}</li>
            ))}
          </ol>
        </>
      )}
      {dont.length > 0 && (
        <>
          <h3>{t('popup.troubles.dont')}</h3>
          <ul>
            {dont.map((each) => (
              <li key={each.zh}>{say(each)}</li>
            ))}
          </ul>
        </>
      )}
      {first ? (
        <p>
          {t('popup.troubles.call')}
          {say(first.name)} <a href={`tel:${first.number}`}>{first.number}</a>
        </p>
      ) : (
        <p>{t('popup.contacts.none', { issuer: say(services.pack.issuer) })}</p>
      )}
      {cause && (
        <p className="fine">
          {t('popup.troubles.cause')}
          {say(cause)}
        </p>
      )}
      <p className="fine">{inferredBy ? t('popup.troubles.source', { source: say(inferredBy) }) : cite}</p>
      <div className="panel-actions">
        {subject !== null && <Record id={id} subject={subject} services={services} isSaid={isSaid} />}
        <CopyButton
          services={services}
          text={() => writeTrouble(trouble, first, services.pack.issuer, speech)}
        />
      </div>
    </details>
  );
}

function Record(props: {
  readonly id: string;
  readonly subject: string;
  readonly services: PopupServices;
  readonly isSaid: boolean;
}) {
  const { t } = useSpeech();
  const action = useAction();
  const { id, subject, services, isSaid } = props;
  return (
    <>
      <button
        type="button"
        className="button"
        aria-pressed={isSaid}
        disabled={action.busy}
        onClick={() => isSaid || void action.run(() => services.sayTrouble(subject, id, 'yes'))}
      >
        {t('popup.troubles.record')}
      </button>
      <p role="status" className="fine">
        {isSaid && t('popup.troubles.recorded')}
        {action.failure && t('popup.troubles.notRecorded')}
      </p>
    </>
  );
}

/** A trouble as plain text, for the telephone or a message: public facts only, no unit and no name. */
export function writeTrouble(
  { title, text, cure = [], dont = [] }: Trouble,
  first: PlannedContact | undefined,
  issuer: Text,
  { t, say }: Speech,
): string {
  return [
    say(title ?? text),
    say(text),
    ...cure.map((each, index) => `${index + 1}. ${say(each)}`),
    ...(dont.length > 0 ? [t('popup.troubles.dont'), ...dont.map((each) => `× ${say(each)}`)] : []),
    first
      ? `${t('popup.troubles.call')}${say(first.name)} ${first.number}`
      : t('popup.contacts.none', { issuer: say(issuer) }),
  ].join('\n');
}
