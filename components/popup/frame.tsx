/** The popup before there is a subject to show: its head, waiting, empty and failed. */
import { Settings } from 'lucide-react';
import { useSpeech } from '@/components/ui/language';
import { Rescue } from '@/components/ui/rescue';
import { StoreFailureNotice } from '@/components/ui/store-failure';
import type { CalendarDate } from '@/lib/notice/calendar';
import { contactsFor } from '@/lib/notice/contacts';
import type { NoticePack } from '@/lib/notice/model';
import { phasesFor } from '@/lib/notice/phases';
import type { StoreFailureKind } from '@/lib/store/model';
import { Contacts } from './contacts';
import { Timeline } from './timeline';

export function Header({ onSettings }: { readonly onSettings: () => void }) {
  const { t } = useSpeech();
  return (
    <header className="popup-head">
      <h1 className="popup-name">{t('ui.productName')}</h1>
      <span className="unofficial">{t('ui.unofficial')}</span>
      <button
        type="button"
        className="button button--quiet button--icon"
        aria-label={t('popup.settings')}
        title={t('popup.settings')}
        onClick={onSettings}
      >
        <Settings aria-hidden="true" size="1.15em" />
      </button>
    </header>
  );
}

/** Seen only where reading takes long: the words wait a moment before they appear (popup.css). */
export function Loading() {
  const { t } = useSpeech();
  return (
    <p className="loading" role="status">
      {t('ui.loading')}
    </p>
  );
}

/** No subject yet: what this is, what it keeps and where, and the first thing to do. */
export function Welcome(props: {
  readonly pack: NoticePack;
  readonly today: CalendarDate;
  readonly onAdd: () => void;
}) {
  const { t } = useSpeech();
  return (
    <>
      <section className="welcome" data-part="welcome">
        <h2 className="welcome-title">{t('popup.welcome.title')}</h2>
        <p>{t('popup.welcome.what')}</p>
        <button type="button" className="button button--primary" onClick={props.onAdd}>
          {t('popup.subject.add')}
        </button>
        <p className="fine">{t('popup.welcome.privacy')}</p>
      </section>
      <Timeline
        phases={phasesFor(props.pack)}
        today={props.today}
        documentNumber={props.pack.documentNumber}
      />
      <Contacts contacts={contactsForAnybody(props.pack, props.today)} issuer={props.pack.issuer} />
    </>
  );
}

/** The records cannot be read: said plainly, a copy of them offered, and the telephone stays in sight. */
export function Failed(props: {
  readonly failure: StoreFailureKind;
  readonly pack: NoticePack;
  readonly today: CalendarDate;
  readonly onRetry: () => void;
  readonly onRescue: () => Promise<void>;
}) {
  return (
    <>
      <StoreFailureNotice kind={props.failure} onRetry={props.onRetry} />
      <Rescue failure={props.failure} onSave={props.onRescue} />
      <Contacts contacts={contactsForAnybody(props.pack, props.today)} issuer={props.pack.issuer} />
    </>
  );
}

/** Contacts without a condition; the audience then plays no part. */
function contactsForAnybody(pack: NoticePack, today: CalendarDate) {
  const contacts = pack.contacts.filter((contact) => contact.when === undefined);
  return contactsFor({ ...pack, contacts }, { today, audience: 'supplier' });
}
