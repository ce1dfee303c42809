/** 通知包: what notices this installation has, where each is from and what part it has; adding and removing. */
import { useState } from 'react';
import { formatDay, formatSpan } from '@/components/ui/dates';
import { useSpeech } from '@/components/ui/language';
import { Select } from '@/components/ui/select';
import { StoreFailureNotice } from '@/components/ui/store-failure';
import { useAction } from '@/components/ui/use-action';
import { keyPart } from '@/lib/locale/key-part';
import type { Translate } from '@/lib/locale/translate';
import { dateIn } from '@/lib/notice/days';
import type { NoticePack } from '@/lib/notice/model';
import { isBlocked, isPinnedTo } from '@/lib/notice/pack-rules';
import type { ReadRow } from '@/lib/store/model';
import { PackAdding } from './pack-adding';
import { Section } from './section';
import type { SettingsServices, ShownPacks } from './services';
import { Sites } from './sites';

export function Packs(props: { readonly packs: ShownPacks; readonly services: SettingsServices }) {
  const { t } = useSpeech();
  const { packs, services } = props;
  const choosing = useAction();
  const [builtin] = packs.builtin;
  const own = builtin?.region.zh ?? '';
  return (
    <Section id="packs" title={t('packs.title')}>
      <p>{t('packs.what')}</p>
      <ul className="pack-list">
        {packs.builtin.map((pack) => (
          <PackItem key={`builtin ${pack.id}`} pack={pack} row={null} packs={packs} services={services} />
        ))}
        {packs.added.map(({ row, pack }) => (
          <PackItem key={row.id} pack={pack} row={row} packs={packs} services={services} />
        ))}
      </ul>
      {packs.regions.length > 1 && (
        <Select
          label={t('packs.region')}
          value={packs.region ?? own}
          options={packs.regions.map((region) => ({ value: region, label: region }))}
          onChoose={(region) => void choosing.run(() => services.setRegion(region === own ? null : region))}
        />
      )}
      {choosing.failure && <StoreFailureNotice kind={choosing.failure} />}
      <Sites sites={packs.sites} services={services} />
      <PackAdding services={services} current={packs.inForce.pack.region.zh} />
    </Section>
  );
}

function PackItem(props: {
  readonly pack: NoticePack | null;
  readonly row: ReadRow['row'] | null;
  readonly packs: ShownPacks;
  readonly services: SettingsServices;
}) {
  const { t, say, language } = useSpeech();
  const { pack, row, packs, services } = props;
  const removing = useAction();
  const [asking, setAsking] = useState(false);
  const name = pack ? say(pack.title) : (row?.id ?? '');
  const zone = packs.inForce.pack.timeZone;
  const { administration } = packs.feed;
  const isPinned = pack !== null && isPinnedTo(administration, pack);
  /** What an administrator's feed brought comes back, and what is pinned is prescribed. */
  const isPrescribed =
    isPinned || (row?.source.kind === 'feed' && row.source.address === administration.feed?.address);
  const mayRemove = row !== null && !isPrescribed;
  const validity =
    pack && formatSpan(pack.validity.from ?? pack.publishedOn, pack.validity.until ?? null, language);
  return (
    <li data-pack={pack?.id ?? row?.id} data-part="pack">
      <p>
        <strong>{name}</strong>
      </p>
      {pack && (
        <p className="fine">
          {t('packs.about', {
            issuer: say(pack.issuer),
            number: pack.documentNumber,
            version: pack.version,
            validity: validity ?? '',
          })}
        </p>
      )}
      <p className="fine">
        {row === null
          ? t('packs.source.builtin')
          : sayOrigin(row, formatDay(dateIn(new Date(row.addedAt), zone), language), t)}
      </p>
      {pack ? (
        <p data-standing={standingOf(pack, packs)}>
          {t(`packs.standing.${keyPart(standingOf(pack, packs))}`)}
        </p>
      ) : (
        <p className="note note--amber">{t('packs.broken')}</p>
      )}
      {isPinned && <p className="fine">{t('packs.pinned')}</p>}
      {mayRemove && !asking && (
        <button type="button" className="button" onClick={() => setAsking(true)}>
          {t('packs.remove')}
        </button>
      )}
      {mayRemove && asking && (
        <div className="note note--amber" role="alert">
          <p>{t('packs.removeAsk', { title: name })}</p>
          <div className="settings-row">
            <button
              type="button"
              className="button"
              disabled={removing.busy}
              onClick={() => void removing.run(() => services.removePack(row.id))}
            >
              {t('packs.removeGo')}
            </button>
            <button type="button" className="button" onClick={() => setAsking(false)}>
              {t('ui.cancel')}
            </button>
          </div>
        </div>
      )}
      {removing.failure && <StoreFailureNotice kind={removing.failure} />}
    </li>
  );
}

/** Where an added pack is from; a feed is named by its host. */
function sayOrigin({ source }: ReadRow['row'], date: string, t: Translate): string {
  if (source.kind === 'file') return t('packs.source.file', { name: source.name, date });
  const params = { host: new URL(source.address).host, date };
  return t(source.owner === 'user' ? 'packs.source.feedUser' : 'packs.source.feedAdministrator', params);
}

/** The part a pack has today; `outdated` where a newer version of it is at hand. */
function standingOf(pack: NoticePack, { inForce, feed }: ShownPacks) {
  const isIt = (notice: { readonly id: string; readonly version: string }) =>
    notice.id === pack.id && notice.version === pack.version;
  const [followed] = inForce.notices;
  const force = inForce.pack.following?.force ?? 'in-force';
  if (followed && isIt(followed)) return force === 'in-force' ? 'followed' : force;
  if (inForce.notices.some(isIt)) return 'beside';
  if (isBlocked(feed.administration, pack)) return 'blocked';
  return inForce.leftOut.find(({ notice }) => isIt(notice))?.why ?? 'outdated';
}
