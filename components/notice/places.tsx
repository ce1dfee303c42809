import { Cite } from '@/components/ui/cite';
import { useSpeech } from '@/components/ui/language';
import type { CalendarDate } from '@/lib/notice/calendar';
import { isValidOn } from '@/lib/notice/condition';
import type { NoticePack } from '@/lib/notice/model';

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
            <p className="fine">
              {place.hours ? t('noticePage.hours', { hours: say(place.hours) }) : t('noticePage.noHours')}
            </p>
            <Cite clause={place.cite} />
          </li>
        ))}
      </ul>
    </section>
  );
}
