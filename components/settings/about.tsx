import { useSpeech } from '@/components/ui/language';
import { Section } from './section';
import type { SettingsServices } from './services';

/** What this is, what it does not do, and which notice it speaks for. */
export function About({ services }: { readonly services: SettingsServices }) {
  const { t, say } = useSpeech();
  const { pack } = services;
  return (
    <Section id="about" title={t('settings.about.title')}>
      <p>{t('settings.about.traffic')}</p>
      <p>{t('settings.about.privateWindows')}</p>
      <p>{t('settings.about.unofficial')}</p>
      <p>{t('settings.about.notice', { number: pack.documentNumber, title: say(pack.title) })}</p>
      <p>
        {t('settings.about.official')} <span translate="no">{services.officialAddress}</span>
      </p>
      <p className="fine">{t('settings.about.version', { version: services.version })}</p>
    </Section>
  );
}
