/** Packs the person's own feed offers: each is looked at as one from a file, by the same preview. */
import { useState } from 'react';
import { useSpeech } from '@/components/ui/language';
import { StoreFailureNotice } from '@/components/ui/store-failure';
import { useAction } from '@/components/ui/use-action';
import type { FeedOffer } from '@/lib/feed/model';
import type { FeedServices } from './feed-services';
import type { LookedAtPack } from './looked-at-pack';
import { PackRefusal } from './pack-adding';
import { PackPreview } from './pack-preview';

export function FeedOffers(props: {
  readonly offers: readonly FeedOffer[];
  readonly current: string;
  readonly services: Pick<FeedServices, 'lookAtOffer'>;
}) {
  const { t } = useSpeech();
  return (
    <div data-part="feed-offers">
      <p>{t('feed.offers', { count: props.offers.length })}</p>
      <ul className="pack-list">
        {props.offers.map((offer) => (
          <Offer key={offer.sha256} offer={offer} current={props.current} services={props.services} />
        ))}
      </ul>
    </div>
  );
}

function Offer(props: {
  readonly offer: FeedOffer;
  readonly current: string;
  readonly services: Pick<FeedServices, 'lookAtOffer'>;
}) {
  const { t } = useSpeech();
  const { offer } = props;
  const [found, setFound] = useState<LookedAtPack | null>(null);
  const [wasLate, setLate] = useState(false);
  const looking = useAction();
  const using = useAction();
  const name = t('feed.offer', { id: offer.id, version: offer.version });
  const use = (looked: Extract<LookedAtPack, { ok: true }>, chooseRegion: boolean) =>
    using.run(async () => {
      setLate(!(await looked.use({ chooseRegion })));
      setFound(null);
    });
  return (
    <li data-offer={offer.id}>
      <p>{name}</p>
      {found === null && (
        <button
          type="button"
          className="button"
          disabled={looking.busy}
          onClick={() => void looking.run(async () => setFound(await props.services.lookAtOffer(offer)))}
        >
          {t('feed.look')}
        </button>
      )}
      {found?.ok === false && <PackRefusal name={name} found={found} />}
      {found?.ok && (
        <PackPreview
          found={found}
          current={props.current}
          busy={using.busy}
          onUse={(chooseRegion) => void use(found, chooseRegion)}
          onLeave={() => setFound(null)}
        />
      )}
      {wasLate && <p role="status">{t('feed.notOffered')}</p>}
      {looking.failure && <StoreFailureNotice kind={looking.failure} />}
      {using.failure && <StoreFailureNotice kind={using.failure} />}
    </li>
  );
}
