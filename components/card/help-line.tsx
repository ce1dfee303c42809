import { Phone } from 'lucide-react';
import { useId, useState } from 'react';
import type { PlannedContact } from '@/lib/guide/model';
import { formatDay } from '@/lib/locale/dates';
import { textIn } from '@/lib/locale/text';
import { Button } from './button';
import { useCard } from './context';

/** Whom to call, always in sight: the number as published, with the date of publication. */
export function HelpLine({ contacts }: { readonly contacts: readonly PlannedContact[] }) {
  const { translate } = useCard();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const [first, ...others] = contacts;
  if (!first) return <footer className="help muted">{translate('card.help.none')}</footer>;
  return (
    <footer className="help">
      <div className="first">
        <Phone aria-hidden="true" />
        <Contact contact={first} />
        {others.length > 0 && (
          <Button
            action="show-contacts"
            look="quiet"
            aria-expanded={isOpen}
            aria-controls={id}
            onPress={() => setOpen(!isOpen)}
          >
            {translate(isOpen ? 'card.help.less' : 'card.help.more')}
          </Button>
        )}
      </div>
      {isOpen && (
        <ul id={id}>
          {others.map((contact) => (
            <li key={contact.role + contact.number}>
              <Contact contact={contact} />
            </li>
          ))}
        </ul>
      )}
    </footer>
  );
}

function Contact({ contact }: { readonly contact: PlannedContact }) {
  const { translate, language } = useCard();
  const published = translate('card.help.published', {
    date: formatDay(contact.publishedOn, language, { year: true }),
  });
  return (
    <div className="contact" data-role={contact.role}>
      <p>
        <strong className="number">{contact.number}</strong> {textIn(contact.name, language)}
      </p>
      <p className="muted">
        <span className="about">{textIn(contact.about, language)} · </span>
        {published}
      </p>
    </div>
  );
}
