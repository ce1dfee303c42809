/** The settings page: few switches, and what this tool is and does not do. */
import { useEffect, useState } from 'react';
import { useSpeech } from '@/components/ui/language';
import { Rescue } from '@/components/ui/rescue';
import { StoreFailureNotice } from '@/components/ui/store-failure';
import { useAction } from '@/components/ui/use-action';
import { useLargeType } from '@/components/ui/use-large-type';
import { useLastGood } from '@/components/ui/use-last-good';
import { About } from './about';
import { Backup } from './backup';
import { CertificateFiles } from './certificate-files';
import { Erase } from './erase';
import { Feed } from './feed';
import { Notices } from './notices';
import { Packs } from './packs';
import { PreviewDate } from './preview-date';
import { Reminders } from './reminders';
import { Section } from './section';
import type { SettingsHeard, SettingsServices } from './services';
import { Shortcut } from './shortcut';
import './settings.css';

export function SettingsPage({ services }: { readonly services: SettingsServices }) {
  const { t } = useSpeech();
  const [heard, setHeard] = useState<SettingsHeard | null>(null);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` is what asks for another reading.
  useEffect(() => {
    const visit = new AbortController();
    services.watch(setHeard, visit.signal);
    return () => visit.abort();
  }, [services, attempt]);
  const { shown, failure } = useLastGood(heard);
  const settings = shown?.settings ?? null;
  const records = shown?.records ?? null;
  useArrival(records !== null);
  useLargeType(settings?.largeType ?? false);
  return (
    <div className="page settings">
      <header className="settings-head">
        <h1>{t('settings.title')}</h1>
        <p className="fine">
          {t('ui.productName')} · {t('ui.unofficial')}
        </p>
      </header>
      <main>
        {failure !== null && (
          <>
            <StoreFailureNotice kind={failure} onRetry={() => setAttempt((count) => count + 1)} />
            <Rescue failure={failure} onSave={() => services.saveRescue()} />
          </>
        )}
        {settings && (
          <>
            <LargeType on={settings.largeType} services={services} />
            <Reminders settings={settings} services={services} />
            {records && (
              <CertificateFiles
                records={records}
                previewing={settings.preview !== null}
                services={services}
              />
            )}
            <PreviewDate preview={settings.preview} services={services} />
            <Backup services={services} />
          </>
        )}
        <Notices services={services} />
        {shown && <Packs packs={shown.packs} services={services} />}
        {shown && <Feed packs={shown.packs} services={services} />}
        <Shortcut services={services} />
        {heard !== null && <Erase services={services} />}
        <About services={services} />
      </main>
    </div>
  );
}

/** Brings the section into view that the address names, once it is there: it waits for the records. */
function useArrival(ready: boolean): void {
  useEffect(() => {
    const id = location.hash.slice(1);
    if (ready && id !== '') document.getElementById(id)?.scrollIntoView({ block: 'start' });
  }, [ready]);
}

function LargeType(props: { readonly on: boolean; readonly services: SettingsServices }) {
  const { t } = useSpeech();
  const action = useAction();
  return (
    <Section id="large-type" title={t('settings.reading')}>
      <label className="switch">
        <input
          type="checkbox"
          role="switch"
          checked={props.on}
          aria-checked={props.on}
          aria-describedby="large-type-hint"
          onChange={(event) => {
            const on = event.currentTarget.checked;
            void action.run(() => props.services.setLargeType(on));
          }}
        />
        {t('settings.largeType')}
      </label>
      <p id="large-type-hint" className="fine">
        {t('settings.largeTypeHint')}
      </p>
      {action.failure && <StoreFailureNotice kind={action.failure} />}
    </Section>
  );
}
