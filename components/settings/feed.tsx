/** 通知包订阅: which feed is followed, how it went, what waits, what it changed; the administrator's rules. */
import { useState } from 'react';
import { formatDate } from '@/components/ui/dates';
import { useSpeech } from '@/components/ui/language';
import { StoreFailureNotice } from '@/components/ui/store-failure';
import { useAction } from '@/components/ui/use-action';
import type { FeedFailure, FeedState } from '@/lib/feed/model';
import { dateIn, timeIn } from '@/lib/notice/days';
import { FeedChanges } from './feed-changes';
import { FeedForm } from './feed-form';
import { FeedOffers } from './feed-offers';
import { FeedRules } from './feed-rules';
import type { ShownFeed } from './feed-services';
import { Section } from './section';
import type { SettingsServices, ShownPacks } from './services';

export function Feed(props: { readonly packs: ShownPacks; readonly services: SettingsServices }) {
  const { t } = useSpeech();
  const { packs, services } = props;
  const { feed } = packs;
  const { administration, choice } = feed;
  const inForce = administration.feed ?? choice;
  return (
    <Section id="feed" title={t('feed.title')}>
      <p>{t('feed.what')}</p>
      <FeedRules packs={packs} />
      {inForce && <Followed feed={feed} packs={packs} services={services} />}
      {administration.feed && choice && (
        <p className="note note--amber" data-part="feed-overruled">
          {t('feed.overruled', { address: choice.address })}
        </p>
      )}
      {!administration.feed && choice === null && <FeedForm services={services} />}
    </Section>
  );
}

/** An instant as the day and minute it was here. */
function useMoments(zone: string) {
  const { language } = useSpeech();
  return (instant: string) => {
    const at = new Date(instant);
    return `${formatDate(dateIn(at, zone), language)} ${timeIn(at, zone)}`;
  };
}

function Followed(props: {
  readonly feed: ShownFeed;
  readonly packs: ShownPacks;
  readonly services: SettingsServices;
}) {
  const { t } = useSpeech();
  const { feed, packs, services } = props;
  const { administration, choice, fingerprints } = feed;
  const inForce = administration.feed ?? choice;
  const owner = administration.feed ? 'administrator' : 'user';
  const checking = useAction();
  const moment = useMoments(packs.inForce.pack.timeZone);
  const state = feed.state?.address === inForce?.address && feed.state?.owner === owner ? feed.state : null;
  if (!inForce) return null;
  return (
    <div data-part="feed-followed" data-owner={owner}>
      <p>{t(`feed.source.${owner}`, { address: inForce.address })}</p>
      {fingerprints.map((fingerprint) => (
        <p className="fine" key={fingerprint}>
          {t('feed.fingerprint', { fingerprint })}
        </p>
      ))}
      <Standing state={state} now={services.now()} moment={moment} />
      {state?.failure && (
        <>
          <Failure failure={state.failure} at={moment(state.checkedAt ?? '')} moment={moment} />
          {state.failure.code === 'unreachable' && !feed.hasHost && (
            <Allow address={inForce.address} services={services} />
          )}
        </>
      )}
      {state && state.refusals.length > 0 && <Refusals state={state} />}
      {state && state.gone.length > 0 && (
        <p className="note note--amber">{t('feed.gone', { names: state.gone.join('、') })}</p>
      )}
      {state && state.offers.length > 0 && (
        <FeedOffers offers={state.offers} current={packs.inForce.pack.region.zh} services={services} />
      )}
      <div className="settings-row">
        <button
          type="button"
          className="button"
          disabled={checking.busy}
          onClick={() => void checking.run(() => services.checkFeed())}
        >
          {t(checking.busy ? 'feed.checking' : 'feed.check')}
        </button>
        {owner === 'user' && <Stop services={services} />}
      </div>
      {checking.failure && <StoreFailureNotice kind={checking.failure} />}
      {state && state.changes.length > 0 && <FeedChanges changes={state.changes} moment={moment} />}
    </div>
  );
}

function Standing(props: {
  readonly state: FeedState | null;
  readonly now: Date;
  readonly moment: (instant: string) => string;
}) {
  const { t } = useSpeech();
  const { state, now, moment } = props;
  if (!state?.checkedAt) return <p>{t('feed.never')}</p>;
  const { checkedAt, succeededAt, nextAt, expiresAt, failure } = state;
  const isStale = expiresAt !== null && new Date(expiresAt) <= now;
  return (
    <>
      {failure === null && !isStale && <p data-feed-outcome="well">{t('feed.well')}</p>}
      <p className="fine">
        {[
          t('feed.checked', { date: moment(checkedAt) }),
          succeededAt && failure && t('feed.succeeded', { date: moment(succeededAt) }),
          nextAt && t('feed.next', { date: moment(nextAt) }),
        ]
          .filter(Boolean)
          .join('　')}
      </p>
      {expiresAt !== null && (
        <p className={isStale ? 'note note--amber' : 'fine'} data-feed-stale={isStale}>
          {t(isStale ? 'feed.stale' : 'feed.valid', { date: moment(expiresAt) })}
        </p>
      )}
    </>
  );
}

function Failure(props: {
  readonly failure: FeedFailure;
  readonly at: string;
  readonly moment: (instant: string) => string;
}) {
  const { t } = useSpeech();
  const { code, file, params } = props.failure;
  const date = typeof params.at === 'string' ? props.moment(params.at) : '';
  return (
    <div className="note note--amber" role="alert" data-feed-failure={code}>
      <p>{t('feed.failed', { date: props.at })}</p>
      <p>{t(`feed.failure.${code}`, { ...params, file, date })}</p>
    </div>
  );
}

function Allow(props: { readonly address: string; readonly services: SettingsServices }) {
  const { t } = useSpeech();
  const allowing = useAction();
  const host = new URL(props.address).host;
  return (
    <>
      <p>{t('feed.allowWhy', { host })}</p>
      <button
        type="button"
        className="button"
        disabled={allowing.busy}
        onClick={() => void allowing.run(() => props.services.allowFeedHost(props.address))}
      >
        {t('feed.allow')}
      </button>
    </>
  );
}

function Refusals({ state }: { readonly state: FeedState }) {
  const { t } = useSpeech();
  return (
    <div className="note note--amber" data-part="feed-refusals">
      <p>{t('feed.refusals', { count: state.refusals.length })}</p>
      <ul className="pack-problems">
        {state.refusals.map(({ id, version, why, details }) => (
          <li key={`${id} ${version}`}>
            {t(`feed.refusal.${why}`, { id, version, details: details.join(' ') })}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Stop({ services }: { readonly services: SettingsServices }) {
  const { t } = useSpeech();
  const [asking, setAsking] = useState(false);
  const stopping = useAction();
  if (!asking) {
    return (
      <button type="button" className="button" onClick={() => setAsking(true)}>
        {t('feed.stop')}
      </button>
    );
  }
  return (
    <div className="note note--amber" role="alert">
      <p>{t('feed.stopAsk')}</p>
      <div className="settings-row">
        <button
          type="button"
          className="button"
          disabled={stopping.busy}
          onClick={() => void stopping.run(() => services.stopFeed())}
        >
          {t('feed.stopGo')}
        </button>
        <button type="button" className="button" onClick={() => setAsking(false)}>
          {t('ui.cancel')}
        </button>
      </div>
      {stopping.failure && <StoreFailureNotice kind={stopping.failure} />}
    </div>
  );
}
