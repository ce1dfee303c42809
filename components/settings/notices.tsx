import { FilePenLine, Headset, ScrollText } from 'lucide-react';
import { useSpeech } from '@/components/ui/language';
import { Section } from './section';
import type { SettingsServices } from './services';

/** The way to the notice itself, and to writing one. */
export function Notices({ services }: { readonly services: SettingsServices }) {
  const { t } = useSpeech();
  return (
    <Section id="notices" title={t('settings.notices.title')}>
      <p>{t('settings.notices.what')}</p>
      <div className="settings-row">
        <button type="button" className="button" onClick={() => services.openNotice()}>
          <ScrollText aria-hidden="true" size="1.15em" /> {t('settings.notices.read')}
        </button>
        <button type="button" className="button" onClick={() => services.openAuthor()}>
          <FilePenLine aria-hidden="true" size="1.15em" /> {t('settings.notices.write')}
        </button>
        <button type="button" className="button" onClick={() => services.openDesk()}>
          <Headset aria-hidden="true" size="1.15em" /> {t('settings.notices.desk')}
        </button>
      </div>
    </Section>
  );
}
