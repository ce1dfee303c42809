import { ExternalLink, GraduationCap, Phone } from 'lucide-react';
import { useSpeech } from '@/components/ui/language';
import { CONTACTS_ID } from './contacts';
import type { PopupServices } from './services';

/** Always in sight: the official site with its address, the practice site, the telephone. */
export function ActionBar({ services }: { readonly services: PopupServices }) {
  const { t } = useSpeech();
  return (
    <footer className="action-bar" data-part="actions">
      <button type="button" className="button button--primary" onClick={() => services.openOfficialSite()}>
        <ExternalLink aria-hidden="true" size="1.15em" />
        {t('popup.openSite')}
      </button>
      <button type="button" className="button" onClick={() => services.openPractice()}>
        <GraduationCap aria-hidden="true" size="1.15em" />
        {t('popup.practice')}
      </button>
      <button type="button" className="button" onClick={goToContacts}>
        <Phone aria-hidden="true" size="1.15em" />
        {t('popup.call')}
      </button>
      <p className="action-bar-address fine">
        {t('popup.officialAddress')} <span translate="no">{services.officialAddress}</span>
      </p>
    </footer>
  );
}

function goToContacts(): void {
  const heading = document.getElementById(CONTACTS_ID);
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}
