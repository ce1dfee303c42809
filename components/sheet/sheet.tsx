/** What goes on the paper: public facts and steps, and whom to call; boxes to tick with a pen. */
import { formatDate } from '@/components/ui/dates';
import { useSpeech } from '@/components/ui/language';
import type { PrintedGuide, PrintedStep } from '@/lib/guide/printed-guide';
import type { CalendarDate } from '@/lib/notice/calendar';

/** Remarks that fit beside a guide on one page; warnings come first. */
const MOST_NOTES = 4;
const MOST_CONTACTS = 4;

export function Sheet(props: {
  readonly sheet: PrintedGuide;
  readonly who: string;
  readonly today: CalendarDate;
}) {
  const { t, say, language } = useSpeech();
  const { sheet, who, today } = props;
  const { phase } = sheet;
  const grave = sheet.notes.filter(({ tone }) => tone !== 'info');
  const notes = [...grave, ...sheet.notes.filter(({ tone }) => tone === 'info')].slice(0, MOST_NOTES);
  return (
    <article className="sheet" data-part="sheet" data-guide={sheet.guide} data-stopped={sheet.isStopped}>
      <h2>{say(sheet.title)}</h2>
      <p>
        <strong>{who}</strong> · {sheet.documentNumber}
        {phase && (
          <>
            {' · '}
            {say(phase.name)}
            {phase.until !== null &&
              phase.daysLeft !== null &&
              ` ${t('sheet.until', { date: formatDate(phase.until, language) })}`}
          </>
        )}
      </p>
      {notes.length > 0 && (
        <ul className="sheet-notes">
          {notes.map(({ text, tone, cite }) => (
            <li key={text.zh} data-tone={tone}>
              {say(text)}
              {cite !== null && <span className="fine"> {t('ui.cite', { clause: cite })}</span>}
            </li>
          ))}
        </ul>
      )}
      <ol className="sheet-steps">
        {sheet.steps.map((step) => (
          <Step key={step.step} step={step} />
        ))}
      </ol>
      <h3>{t('sheet.call')}</h3>
      {sheet.contacts.length === 0 && <p>{t('popup.contacts.none', { issuer: say(sheet.issuer) })}</p>}
      <ul className="sheet-contacts">
        {sheet.contacts.slice(0, MOST_CONTACTS).map((contact) => (
          <li key={contact.role + contact.number}>
            <strong>{contact.number}</strong> {say(contact.name)}{' '}
            <span className="fine">{say(contact.about)}</span>
          </li>
        ))}
      </ul>
      <footer className="fine">
        {t('sheet.foot', {
          day: formatDate(today, language),
          number: sheet.documentNumber,
          version: sheet.version,
        })}
      </footer>
    </article>
  );
}

function Step({ step }: { readonly step: PrintedStep }) {
  const { t, say } = useSpeech();
  return (
    <li data-step={step.step} data-irreversible={step.irreversible}>
      <p>
        <strong>
          {t('sheet.step', { number: step.number })} {say(step.title)}
        </strong>{' '}
        {say(step.say)}
        {step.dont.length > 0 && <strong> {step.dont.map(say).join('')}</strong>}
        {step.cite.length > 0 && (
          <span className="fine"> {t('ui.cite', { clause: step.cite.join(t('ui.listComma')) })}</span>
        )}
      </p>
      {step.questions.length > 0 && (
        <div className="sheet-questions">
          <p>{t('sheet.questions')}</p>
          <ul>
            {step.questions.map(({ ask }) => (
              <li key={ask.zh}>□ {say(ask)}</li>
            ))}
          </ul>
        </div>
      )}
    </li>
  );
}
