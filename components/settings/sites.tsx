/** Sites that notice packs add: each is allowed by the person, in a click, or stays without us. */
import { useState } from 'react';
import { useSpeech } from '@/components/ui/language';
import { useAction } from '@/components/ui/use-action';
import type { ShownSite, SiteServices } from './site-services';

export function Sites(props: { readonly sites: readonly ShownSite[]; readonly services: SiteServices }) {
  const { t } = useSpeech();
  if (props.sites.length === 0) return null;
  return (
    <div data-part="sites">
      <h3>{t('sites.title')}</h3>
      <p>{t('sites.what')}</p>
      <ul className="pack-list">
        {props.sites.map((site) => (
          <SiteItem key={site.host} site={site} services={props.services} />
        ))}
      </ul>
    </div>
  );
}

function SiteItem({ site, services }: { readonly site: ShownSite; readonly services: SiteServices }) {
  const { t, say } = useSpeech();
  const [wasRefused, setRefused] = useState(false);
  const changing = useAction();
  const { host, name, documentNumber, isNarrow, isAllowed } = site;
  const change = (asked: Promise<boolean>) => void changing.run(async () => setRefused(!(await asked)));
  return (
    <li data-site={host} data-allowed={isAllowed}>
      <p>
        <strong>{host}</strong>　{say(name)}（{documentNumber}）
      </p>
      <p>{t(isAllowed ? 'sites.on' : isNarrow ? 'sites.off' : 'sites.broad')}</p>
      {isAllowed && (
        <button
          type="button"
          className="button"
          disabled={changing.busy}
          onClick={() => change(services.forbidSite(host))}
        >
          {t('sites.forbid')}
        </button>
      )}
      {!isAllowed && isNarrow && (
        <button
          type="button"
          className="button"
          disabled={changing.busy}
          onClick={() => change(services.allowSite(host))}
        >
          {t('sites.allow')}
        </button>
      )}
      {wasRefused && (
        <p className="note note--amber" role="alert">
          {t(isAllowed ? 'sites.kept' : 'sites.refused', { host })}
        </p>
      )}
    </li>
  );
}
