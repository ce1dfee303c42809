import { lazy, Suspense, useState } from 'react';
import { useSpeech } from '@/components/ui/language';
import { StoreFailureNotice } from '@/components/ui/store-failure';
import { useAction } from '@/components/ui/use-action';
import { Section } from './section';
import type { SettingsServices } from './services';

const ConfirmDialog = lazy(() =>
  import('@/components/ui/dialog').then((all) => ({ default: all.ConfirmDialog })),
);

/** One press and one question, and everything of ours is gone from this browser. */
export function Erase({ services }: { readonly services: SettingsServices }) {
  const { t } = useSpeech();
  const action = useAction();
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState(false);
  const erase = async () => {
    if (!(await action.run(() => services.eraseEverything()))) return;
    setAsking(false);
    setDone(true);
  };
  return (
    <Section id="erase" title={t('settings.erase.title')}>
      <p>{t('settings.erase.what')}</p>
      <button
        type="button"
        className="button button--danger"
        onClick={() => {
          setDone(false);
          setAsking(true);
        }}
      >
        {t('settings.erase.button')}
      </button>
      <p role="status">{done && t('settings.erase.done')}</p>
      <Suspense>
        {asking && (
          <ConfirmDialog
            title={t('settings.erase.question')}
            description={t('settings.erase.warning')}
            confirm={t('settings.erase.button')}
            busy={action.busy}
            failure={action.failure && <StoreFailureNotice kind={action.failure} />}
            onConfirm={() => void erase()}
            onCancel={() => setAsking(false)}
          />
        )}
      </Suspense>
    </Section>
  );
}
