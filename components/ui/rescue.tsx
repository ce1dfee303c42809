/** A database that does not open, taken along as it is: nothing is lost by waiting, and a copy in hand is better. */
import type { StoreFailureKind } from '@/lib/store/model';
import { useSpeech } from './language';
import { StoreFailureNotice } from './store-failure';
import { useAction } from './use-action';

/** Failures in which the data lies here all the same, in a shape that can be read. */
const RESCUED: readonly StoreFailureKind[] = ['upgrade-failed', 'corrupted', 'unknown'];

/**
 * Shown under the failure; nothing where there is nothing to take along.
 *
 * @param onSave hands the person the file; rejects with `StoreFailure`
 */
export function Rescue({
  failure,
  onSave,
}: {
  readonly failure: StoreFailureKind;
  readonly onSave: () => Promise<void>;
}) {
  const { t } = useSpeech();
  const saving = useAction();
  if (!RESCUED.includes(failure)) return null;
  return (
    <div className="note" data-part="rescue">
      <p>{t('settings.rescue.what')}</p>
      <button type="button" className="button" disabled={saving.busy} onClick={() => void saving.run(onSave)}>
        {t('settings.rescue.save')}
      </button>
      {saving.failure && <StoreFailureNotice kind={saving.failure} />}
    </div>
  );
}
