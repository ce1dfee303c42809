import { useSpeech } from '@/components/ui/language';
import type { FeedChange } from '@/lib/feed/model';

/** What an administrator's feed has changed, the newest first: an applied pack was not looked at before. */
export function FeedChanges(props: {
  readonly changes: readonly FeedChange[];
  readonly moment: (instant: string) => string;
}) {
  const { t } = useSpeech();
  return (
    <div data-part="feed-changes">
      <h3>{t('feed.changes')}</h3>
      <ul className="pack-list">
        {props.changes.map(({ at, id, title, from, to, lines }) => (
          <li key={`${at} ${id}`} data-changed={id}>
            <p>{t(kindOf(from, to), { date: props.moment(at), title, from: from ?? '', to: to ?? '' })}</p>
            {lines.length > 0 && (
              <details>
                <summary>{t('feed.change.lines', { count: lines.length })}</summary>
                <ul className="pack-lines">
                  {lines.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function kindOf(from: string | null, to: string | null) {
  if (to === null) return 'feed.change.removed';
  return from === null ? 'feed.change.added' : 'feed.change.changed';
}
