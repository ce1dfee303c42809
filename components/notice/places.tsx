import { Cite } from '@/components/ui/cite';
import { useSpeech } from '@/components/ui/language';
import type { CalendarDate } from '@/lib/notice/calendar';
import { isValidOn } from '@/lib/notice/condition';
import type { NoticePack, Post } from '@/lib/notice/model';

/** Where to go. Hours that are not written are shown as not written. */
export function Places({ pack, today }: { readonly pack: NoticePack; readonly today: CalendarDate }) {
  const { t, say } = useSpeech();
  const places = pack.places.filter((place) => isValidOn(place, today));
  if (places.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="places-title" data-part="places">
      <h3 id="places-title" className="panel-title">
        {t('noticePage.places')}
      </h3>
      <ul className="obligations">
        {places.map((place) => (
          <li key={place.id}>
            <strong>{say(place.name)}</strong>
            <p>{say(place.address)}</p>
            {place.post ? (
              <PostLines post={place.post} />
            ) : (
              <p className="fine">
                {place.hours ? t('noticePage.hours', { hours: say(place.hours) }) : t('noticePage.noHours')}
              </p>
            )}
            <Cite clause={place.cite} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What stands on the envelope; nobody goes there, so no hours. */
function PostLines({ post }: { readonly post: Post }) {
  const { t, say } = useSpeech();
  return (
    <div data-part="post">
      <p>{t('noticePage.post.recipient', { recipient: say(post.recipient) })}</p>
      {post.postcode && <p>{t('noticePage.post.postcode', { code: post.postcode })}</p>}
      {post.number && <p>{t('noticePage.post.number', { number: post.number })}</p>}
      <p className="fine">{post.note ? say(post.note) : t('noticePage.post.only')}</p>
    </div>
  );
}
