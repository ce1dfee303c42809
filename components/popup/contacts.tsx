import { Phone } from 'lucide-react';
import { Cite } from '@/components/ui/cite';
import { formatDay } from '@/components/ui/dates';
import { useSpeech } from '@/components/ui/language';
import type { Text } from '@/lib/locale/text';
import type { ContactAnswer } from '@/lib/notice/explanation';

export const CONTACTS_ID = 'contacts';

/** Whom to telephone, as published. Numbers age: the day of publication stands with them. */
export function Contacts({
  contacts,
  issuer,
}: {
  readonly contacts: readonly ContactAnswer[];
  /** Named where the notice gives no number. */
  readonly issuer: Text;
}) {
  const { t, language, say } = useSpeech();
  return (
    <section className="panel" aria-labelledby={CONTACTS_ID} data-part="contacts">
      <h2 id={CONTACTS_ID} className="panel-title" tabIndex={-1}>
        {t('popup.contacts.title')}
      </h2>
      {contacts.length === 0 && <p>{t('popup.contacts.none', { issuer: say(issuer) })}</p>}
      <ul className="contacts">
        {contacts.map((contact) => (
          <li key={`${contact.role} ${contact.number}`} data-role={contact.role}>
            <a className="contact-number" href={`tel:${contact.number}`}>
              <Phone aria-hidden="true" size="1.15em" />
              <span>{contact.number}</span>
            </a>
            <strong>
              {say(contact.name)}
              {contact.person && ` ${contact.person}`}
            </strong>
            <p>{say(contact.about)}</p>
            {contact.hours && <p>{t('popup.contacts.hours', { hours: say(contact.hours) })}</p>}
            <p className="fine">
              {t('popup.contacts.published', { date: formatDay(contact.publishedOn, language) })}{' '}
              <Cite clause={contact.cite} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
