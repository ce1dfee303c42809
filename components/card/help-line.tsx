import { useId, useState } from 'react';
import type { PlannedContact } from '@/lib/guide/model';
import { formatDay } from '@/lib/locale/dates';
import { type Text, textIn } from '@/lib/locale/text';
import { Button } from './button';
import { useCard } from './context';
import { Hash, Phone } from './icons';

interface HelpLineProps {
  readonly contacts: readonly PlannedContact[];
  readonly issuer: Text | undefined;
  /** How many controls of the page carry numbers; null: none were asked for. */
  readonly numbered: number | null;
  /** What the page calls the numbered controls, in their order. */
  readonly marks: readonly string[];
  readonly helpCode: string | null;
}

/** Whom to call, always in sight: the number as published, with the date of publication. */
export function HelpLine({ contacts, issuer, numbered, marks, helpCode }: HelpLineProps) {
  const { translate, language } = useCard();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const [first, ...others] = contacts;
  if (!first) {
    return (
      <footer className="help muted">
        {translate('card.help.none', { issuer: issuer ? textIn(issuer, language) : '' })}
        <Aids helpCode={helpCode} numbered={numbered} marks={marks} />
      </footer>
    );
  }
  return (
    <footer className="help">
      <div className="first">
        <Phone />
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
      <Aids helpCode={helpCode} numbered={numbered} marks={marks} />
    </footer>
  );
}

/** What the voice on the telephone asks for, side by side where there is room: the step needs the height. */
function Aids({ helpCode, numbered, marks }: Pick<HelpLineProps, 'helpCode' | 'numbered' | 'marks'>) {
  return (
    <div className={helpCode === null ? 'aids lone' : 'aids'}>
      <HelpCode code={helpCode} />
      <Numbering numbered={numbered} marks={marks} />
    </div>
  );
}

/** The number to read out; it changes with the step, and is not announced by itself. */
function HelpCode({ code }: { readonly code: string | null }) {
  const { translate } = useCard();
  if (code === null) return null;
  return (
    <p className="help-code" data-part="help-code">
      {translate('card.help.code')} <strong className="number">{code}</strong>
    </p>
  );
}

/** 「请点标着3的按钮」: numbers on the page, so that a voice on the telephone can point. */
function Numbering({ numbered, marks }: Pick<HelpLineProps, 'numbered' | 'marks'>) {
  const { translate, onNumber } = useCard();
  const isOn = numbered !== null;
  return (
    <div className="numbering">
      <Button action="number" look="quiet" aria-pressed={isOn} onPress={() => onNumber(!isOn)}>
        <Hash />
        {translate(isOn ? 'card.number.off' : 'card.number.on')}
      </Button>
      <p className="muted" role="status">
        {isOn && translate(numbered === 0 ? 'card.number.none' : 'card.number.done', { count: numbered })}
      </p>
      {isOn && marks.length > 0 && (
        <details className="marks" data-part="marks">
          <summary>{translate('card.number.list')}</summary>
          <ul>
            {marks.map((label, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the number is what tells them apart.
              <li key={at}>
                <strong className="number">{at + 1}</strong> {label || translate('card.number.noWords')}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
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
