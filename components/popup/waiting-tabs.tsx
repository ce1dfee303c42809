import { useEffect, useState } from 'react';
import { useSpeech } from '@/components/ui/language';
import { useAction } from '@/components/ui/use-action';
import type { SubjectRow } from '@/lib/store/model';
import { nameOf } from './names';
import type { PopupServices, PopupTab } from './services';

interface Props {
  readonly tabs: readonly PopupTab[];
  readonly subjects: readonly SubjectRow[];
  readonly services: PopupServices;
  readonly onChosen: (subject: string) => void;
}

/**
 * Pages of 苏采云 that wait for their subject, and what the one in front of the person acts for. Asked, never
 * guessed: account names on pages are not read (design.md §4).
 */
export function WaitingTabs({ tabs, subjects, services, onChosen }: Props) {
  const { t } = useSpeech();
  const waiting = tabs.filter((tab) => tab.waiting);
  const current = tabs.find((tab) => tab.current);
  const settled =
    subjects.length > 1 && current && !current.waiting && current.subject !== null ? current : null;
  return (
    <>
      {tabs.some((tab) => tab.cardLost) && <p className="note note--amber">{t('popup.tabs.cardLost')}</p>}
      {waiting.map((tab) => (
        <section key={tab.tab} className="note note--amber" data-part="waiting" data-tab={tab.tab}>
          <h2 className="next-title">
            {t(tab.current || waiting.length === 1 ? 'popup.tabs.waiting' : 'popup.tabs.waitingOther')}
          </h2>
          <p>{t('popup.tabs.why')}</p>
          <SubjectButtons tab={tab} subjects={subjects} services={services} onChosen={onChosen} />
        </section>
      ))}
      {settled && (
        <details className="fine" data-part="settled">
          <summary>{t('popup.tabs.actsFor', { name: nameOfId(settled.subject, subjects, t) })}</summary>
          <SubjectButtons tab={settled} subjects={subjects} services={services} onChosen={onChosen} />
        </details>
      )}
      {current && <ShortcutLine services={services} />}
    </>
  );
}

/** How the keyboard gets to the card that stands on the page in front. */
function ShortcutLine({ services }: { readonly services: PopupServices }) {
  const { t } = useSpeech();
  const [keys, setKeys] = useState('');
  useEffect(() => {
    let isLeft = false;
    services.shortcut().then(
      (found) => isLeft || setKeys(found),
      () => {},
    );
    return () => {
      isLeft = true;
    };
  }, [services]);
  return keys === '' ? null : <p className="fine">{t('popup.shortcut', { keys })}</p>;
}

function SubjectButtons(props: Omit<Props, 'tabs'> & { readonly tab: PopupTab }) {
  const { t } = useSpeech();
  const action = useAction();
  const choose = (subject: string) =>
    void action.run(async () => {
      if (!(await props.services.chooseSubject(props.tab.tab, subject))) throw new Error('tab is gone');
      props.onChosen(subject);
    });
  return (
    <div className="ask-row">
      {props.subjects.map((subject) => (
        <button
          key={subject.id}
          type="button"
          className="button"
          aria-pressed={subject.id === props.tab.subject}
          disabled={action.busy}
          onClick={() => choose(subject.id)}
        >
          {nameOf(subject, t)}
        </button>
      ))}
      {action.failure && <p role="alert">{t('popup.tabs.gone')}</p>}
    </div>
  );
}

function nameOfId(
  id: string | null,
  subjects: readonly SubjectRow[],
  t: Parameters<typeof nameOf>[1],
): string {
  const subject = subjects.find((one) => one.id === id);
  return subject ? nameOf(subject, t) : '';
}
