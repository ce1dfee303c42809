/** What the page in front shows of certificates' validity: offered, and kept by the person's yes alone. */
import { formatDate } from '@/components/ui/dates';
import { useSpeech } from '@/components/ui/language';
import type { SeenValidity } from '@/lib/page/model';
import type { CertificateRow } from '@/lib/store/model';
import type { PopupTab } from './services';

/** A name for what is offered, to remember that it was declined. */
export const offerKey = ({ from, until }: SeenValidity): string => `${from ?? ''}/${until}`;

/**
 * What of the page in front is news for this subject: not of another subject's page, not what is kept
 * already, not what the person declined.
 */
export function offersOf(
  tabs: readonly PopupTab[],
  subject: string,
  certificates: readonly CertificateRow[],
  declined: readonly string[],
): readonly SeenValidity[] {
  const shown = tabs.flatMap((tab) => (tab.current && tab.subject === subject ? tab.validity : []));
  const isKept = ({ from, until }: SeenValidity) =>
    certificates.some(
      (row) =>
        row.subject === subject && row.validUntil === until && (from === null || row.validFrom === from),
    );
  return shown.filter(
    (one, at) =>
      !isKept(one) &&
      !declined.includes(offerKey(one)) &&
      shown.findIndex((each) => offerKey(each) === offerKey(one)) === at,
  );
}

export function SeenOffers(props: {
  readonly offers: readonly SeenValidity[];
  readonly onKeep: (offer: SeenValidity) => void;
  readonly onDecline: (offer: SeenValidity) => void;
}) {
  const { t, language } = useSpeech();
  const { offers } = props;
  if (offers.length === 0) return null;
  return (
    <section className="note" aria-labelledby="seen-title" data-part="seen-validity">
      <h2 id="seen-title" className="next-title">
        {t('popup.seen.title')}
      </h2>
      <ul className="seen-offers">
        {offers.map((offer) => {
          const until = formatDate(offer.until, language);
          const days =
            offer.from === null
              ? t('popup.certificates.until', { date: until })
              : t('popup.seen.range', { from: formatDate(offer.from, language), until });
          return (
            <li key={offerKey(offer)} data-from={offer.from ?? ''} data-until={offer.until}>
              <p>{days}</p>
              <div className="ask-row">
                <button type="button" className="button" onClick={() => props.onKeep(offer)}>
                  {t('popup.seen.keep')}
                </button>
                <button type="button" className="button button--quiet" onClick={() => props.onDecline(offer)}>
                  {t('popup.seen.decline')}
                </button>
              </div>
            </li>
          );
        })}
      </ul>
      <p className="fine">{t(offers.length > 1 ? 'popup.seen.whySeveral' : 'popup.seen.why')}</p>
    </section>
  );
}
