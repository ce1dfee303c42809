import { useEffect, useState } from 'react';
import { useSpeech } from '@/components/ui/language';
import { Section } from './section';
import type { SettingsServices } from './services';

/** The keys that lead to the card on the page: shown here, changed in the browser. */
export function Shortcut({ services }: { readonly services: SettingsServices }) {
  const { t } = useSpeech();
  const [keys, setKeys] = useState<string | null>(null);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    const visit = new AbortController();
    const read = () =>
      void services.shortcut().then(
        (found) => visit.signal.aborted || setKeys(found),
        () => setKeys(''),
      );
    read();
    // Back from the browser's page, where it may have been changed.
    window.addEventListener('focus', read, visit);
    return () => visit.abort();
  }, [services]);
  return (
    <Section id="shortcut" title={t('settings.shortcut.title')}>
      {keys !== null && (
        <p>{keys === '' ? t('settings.shortcut.none') : t('settings.shortcut.keys', { keys })}</p>
      )}
      <button
        type="button"
        className="button"
        onClick={() => void services.changeShortcut().then((opened) => setFailed(!opened))}
      >
        {t('settings.shortcut.change')}
      </button>
      {hasFailed && <p role="alert">{t('settings.shortcut.failed')}</p>}
    </Section>
  );
}
