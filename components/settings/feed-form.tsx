/** Subscribing: an address and the publisher's key, whose fingerprint is compared before anything is asked for. */
import { useState } from 'react';
import { TextField } from '@/components/ui/field';
import { useSpeech } from '@/components/ui/language';
import { StoreFailureNotice } from '@/components/ui/store-failure';
import { TextArea } from '@/components/ui/text-area';
import { useAction } from '@/components/ui/use-action';
import type { ReadKey } from '@/lib/feed/keys';
import { isFeedAddress } from '@/lib/feed/schema';
import type { FeedServices } from './feed-services';

export function FeedForm({ services }: { readonly services: Pick<FeedServices, 'readFeedKey' | 'setFeed'> }) {
  const { t } = useSpeech();
  const [address, setAddress] = useState('');
  const [pasted, setPasted] = useState('');
  const [read, setRead] = useState<ReadKey | null>(null);
  const [isBadAddress, setBadAddress] = useState(false);
  const [wasRefused, setRefused] = useState(false);
  const setting = useAction();
  const isGood = isFeedAddress(address.trim());
  const host = isGood ? new URL(address.trim()).host : '';
  const edit = (change: () => void) => {
    change();
    setRead(null);
    setBadAddress(false);
    setRefused(false);
  };
  const look = async () => {
    setBadAddress(!isGood);
    setRead(await services.readFeedKey(pasted));
  };
  return (
    <form
      data-part="feed-form"
      onSubmit={(event) => {
        event.preventDefault();
        void look();
      }}
    >
      <h3>{t('feed.form.title')}</h3>
      <TextField
        label={t('feed.form.address')}
        hint={t('feed.form.addressHint')}
        type="url"
        value={address}
        error={isBadAddress ? t('feed.form.badAddress') : null}
        onEdit={(value) => edit(() => setAddress(value))}
      />
      <TextArea
        label={t('feed.form.key')}
        hint={t('feed.form.keyHint')}
        rows={5}
        holds="public-key"
        value={pasted}
        onEdit={(value) => edit(() => setPasted(value))}
      />
      {read?.ok === false && (
        <p className="field-error" role="alert" data-key-error={read.why}>
          {t(`feed.form.${read.why}`)}
        </p>
      )}
      {read?.ok && isGood ? (
        <div data-part="feed-key">
          <p>{t('feed.fingerprint', { fingerprint: read.fingerprint })}</p>
          <p>{t('feed.fingerprintAsk')}</p>
          <p>{t('feed.form.asks', { host })}</p>
          <button
            type="button"
            className="button button--primary"
            disabled={setting.busy}
            onClick={() => {
              const asked = services.setFeed(address.trim(), read.key);
              void setting.run(async () => setRefused(!(await asked)));
            }}
          >
            {t('feed.form.subscribe')}
          </button>
        </div>
      ) : (
        <button type="submit" className="button">
          {t('feed.form.look')}
        </button>
      )}
      {wasRefused && (
        <p className="note note--amber" role="alert">
          {t('feed.form.refused', { host })}
        </p>
      )}
      {setting.failure && <StoreFailureNotice kind={setting.failure} />}
    </form>
  );
}
