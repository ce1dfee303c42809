import { useRef, useState } from 'react';
import { useSpeech } from '@/components/ui/language';
import { StoreFailureNotice } from '@/components/ui/store-failure';
import { useAction } from '@/components/ui/use-action';
import { keyPart } from '@/lib/locale/key-part';
import { BACKUP_TABLES, type BackupError, type Preference } from '@/lib/store/model';
import { SecretField } from './passphrase';
import type { RestoreOffer, SettingsServices } from './services';

/** More than an engine reads in one piece. A roster of a hundred thousand units takes about 80 MB. */
const LARGEST_BACKUP = 400_000_000;
/** What is larger must show at its head that it is ours, before it is read whole. */
const READ_AT_ONCE = 1_000_000;
const HEAD = 1_000;

async function isHopeless(file: File): Promise<boolean> {
  if (file.size <= READ_AT_ONCE) return false;
  return file.size > LARGEST_BACKUP || !(await file.slice(0, HEAD).text()).includes('rebind.backup/');
}

export function Restore({ services }: { readonly services: SettingsServices }) {
  const { t } = useSpeech();
  const input = useRef<HTMLInputElement>(null);
  const restoring = useAction();
  const opening = useAction();
  const [text, setText] = useState<string | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [error, setError] = useState<BackupError | null>(null);
  const [offer, setOffer] = useState<RestoreOffer | null>(null);
  const [preference, setPreference] = useState<Preference>('ours');
  const [done, setDone] = useState(false);

  const look = (file: string, given: string | null) =>
    opening.run(async () => {
      const looked = await services.lookAtBackup(file, given);
      setOffer(looked.ok ? looked.offer : null);
      setError(looked.ok ? null : looked.error);
      // Only a locked file is asked about again.
      const asksAgain = !looked.ok && (looked.error === 'locked' || looked.error === 'wrong-passphrase');
      setText(looked.ok || asksAgain ? file : null);
    });
  const choose = async (file: File) => {
    setDone(false);
    setOffer(null);
    setError(null);
    setPassphrase('');
    if (await isHopeless(file)) setError('not-a-backup');
    else await look(await file.text(), null);
  };
  const restore = async (chosen: RestoreOffer) => {
    if (!(await restoring.run(() => chosen.restore(preference)))) return;
    setOffer(null);
    setText(null);
    setPassphrase('');
    setDone(true);
  };
  const asks = text !== null && (error === 'locked' || error === 'wrong-passphrase');
  return (
    <>
      <h3>{t('settings.restore.title')}</h3>
      <p>{t('settings.restore.what')}</p>
      <button
        type="button"
        className="button"
        disabled={opening.busy || restoring.busy}
        onClick={() => input.current?.click()}
      >
        {t('settings.restore.choose')}
      </button>
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        tabIndex={-1}
        accept=".json,application/json"
        aria-label={t('settings.restore.choose')}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) void choose(file).catch(() => setError('not-a-backup'));
          event.currentTarget.value = '';
        }}
      />
      {error !== null && (
        <p className="note note--amber" role="alert" data-backup-error={error}>
          {t(`settings.restore.error.${keyPart(error)}`)}
        </p>
      )}
      {asks && text !== null && (
        <form
          className="settings-row"
          onSubmit={(event) => {
            event.preventDefault();
            void look(text, passphrase);
          }}
        >
          <SecretField label={t('settings.backup.passphrase')} value={passphrase} onEdit={setPassphrase} />
          <button type="submit" className="button" disabled={opening.busy || passphrase === ''}>
            {t('settings.restore.open')}
          </button>
        </form>
      )}
      {opening.failure && <StoreFailureNotice kind={opening.failure} />}
      {offer && (
        <Offer
          offer={offer}
          preference={preference}
          busy={restoring.busy}
          onPrefer={setPreference}
          onRestore={() => void restore(offer)}
          onCancel={() => setOffer(null)}
        />
      )}
      {restoring.failure && <StoreFailureNotice kind={restoring.failure} />}
      <p role="status">{done && t('settings.restore.done')}</p>
    </>
  );
}

/** Nothing to choose: facts and journeys stay as they are, of packs the newer version stands. */
const DECIDED: readonly string[] = ['facts', 'journeys', 'packs'];

function Offer(props: {
  readonly offer: RestoreOffer;
  readonly preference: Preference;
  readonly busy: boolean;
  readonly onPrefer: (preference: Preference) => void;
  readonly onRestore: () => void;
  readonly onCancel: () => void;
}) {
  const { t } = useSpeech();
  const { plan, unreadable, madeOn } = props.offer;
  const tables = BACKUP_TABLES.filter((table) => table !== 'settings');
  const differs = tables.some((table) => !DECIDED.includes(table) && plan[table].different > 0);
  const left = BACKUP_TABLES.reduce((sum, table) => sum + unreadable[table] + plan[table].orphaned, 0);
  return (
    <div className="restore-offer" data-part="restore-offer">
      <p>{t('settings.restore.madeOn', { date: madeOn })}</p>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{t('settings.restore.table')}</th>
            <th scope="col">{t('settings.restore.added')}</th>
            <th scope="col">{t('settings.restore.same')}</th>
            <th scope="col">{t('settings.restore.different')}</th>
          </tr>
        </thead>
        <tbody>
          {tables.map((table) => (
            <tr key={table} data-table={table}>
              <th scope="row">{t(`settings.restore.tables.${table}`)}</th>
              <td>{plan[table].added}</td>
              <td>{plan[table].same}</td>
              <td>{plan[table].different}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && <p className="note note--amber">{t('settings.restore.leftOut', { count: left })}</p>}
      {differs && (
        <fieldset className="choice">
          <legend className="field-label">{t('settings.restore.prefer')}</legend>
          {(['ours', 'backup'] as const).map((each) => (
            <label key={each} className="choice-option">
              <input
                type="radio"
                name="preference"
                checked={props.preference === each}
                onChange={() => props.onPrefer(each)}
              />
              <span>{t(`settings.restore.preference.${each}`)}</span>
            </label>
          ))}
        </fieldset>
      )}
      <div className="settings-row">
        <button
          type="button"
          className="button button--primary"
          disabled={props.busy}
          onClick={props.onRestore}
        >
          {t(props.busy ? 'ui.saving' : 'settings.restore.go')}
        </button>
        <button type="button" className="button" onClick={props.onCancel}>
          {t('ui.cancel')}
        </button>
      </div>
    </div>
  );
}
