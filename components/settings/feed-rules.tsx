import { useSpeech } from '@/components/ui/language';
import { isBlocked } from '@/lib/notice/pack-rules';
import type { ShownPacks } from './services';

/** What the administrator's policy says of packs, and where it cannot be followed or read. */
export function FeedRules({ packs }: { readonly packs: ShownPacks }) {
  const { t } = useSpeech();
  const { administration } = packs.feed;
  const { pinned, blocked, faults } = administration;
  if (pinned.length + blocked.length + faults.length === 0) return null;
  const known = [...packs.builtin, ...packs.added.map(({ pack }) => pack)].filter((pack) => pack !== null);
  const isHere = ({ id, version }: { readonly id: string; readonly version: string }) =>
    known.some((pack) => pack.id === id && pack.version === version);
  /** Blocked, and followed all the same: nothing else is here. */
  const isLast = (id: string) =>
    packs.inForce.notices.some((notice) => notice.id === id && isBlocked(administration, notice));
  return (
    <div data-part="feed-rules">
      <h3>{t('feed.rules.title')}</h3>
      <ul className="pack-lines">
        {pinned.map((pin) => (
          <li key={`pin ${pin.id}`}>
            {t(isHere(pin) ? 'feed.rules.pinned' : 'feed.rules.pinnedMissing', pin)}
          </li>
        ))}
        {blocked.map(({ id, version }) => (
          <li key={`block ${id} ${version}`} data-last={isLast(id)}>
            {isLast(id)
              ? t('feed.rules.blockedLast', { id })
              : t(version === undefined ? 'feed.rules.blockedAll' : 'feed.rules.blocked', {
                  id,
                  version: version ?? '',
                })}
          </li>
        ))}
      </ul>
      {faults.length > 0 && (
        <p className="note note--amber" data-part="feed-faults">
          {t('feed.rules.faults', { count: faults.length, names: faults.join('、') })}
        </p>
      )}
    </div>
  );
}
