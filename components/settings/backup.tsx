/** Keeping a copy in a file, and bringing one back: what it would do is shown before it does it. */
import { useState } from 'react';
import { useSpeech } from '@/components/ui/language';
import { StoreFailureNotice } from '@/components/ui/store-failure';
import { useAction } from '@/components/ui/use-action';
import { PassphraseFields, usePassphrase } from './passphrase';
import { Restore } from './restore';
import { Section } from './section';
import type { SettingsServices } from './services';

export function Backup({ services }: { readonly services: SettingsServices }) {
  const { t } = useSpeech();
  const saving = useAction();
  const [locked, setLocked] = useState(false);
  const [done, setDone] = useState(false);
  const passphrase = usePassphrase();
  const save = async () => {
    const given = locked ? passphrase.take() : null;
    if (locked && given === null) return;
    setDone(false);
    if (!(await saving.run(() => services.saveBackup(given)))) return;
    passphrase.forget();
    setDone(true);
  };
  return (
    <Section id="backup" title={t('settings.backup.title')}>
      <p>{t('settings.backup.what')}</p>
      <label className="switch">
        <input
          type="checkbox"
          checked={locked}
          onChange={(event) => setLocked(event.currentTarget.checked)}
        />
        {t('settings.backup.lock')}
      </label>
      {locked && <PassphraseFields passphrase={passphrase} />}
      <button type="button" className="button" disabled={saving.busy} onClick={() => void save()}>
        {t(saving.busy ? 'ui.saving' : 'settings.backup.save')}
      </button>
      {saving.failure && <StoreFailureNotice kind={saving.failure} />}
      <p role="status">{done && t('settings.backup.done')}</p>
      <Restore services={services} />
    </Section>
  );
}
