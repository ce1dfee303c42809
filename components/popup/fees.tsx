import { Cite } from '@/components/ui/cite';
import { useSpeech } from '@/components/ui/language';
import { writePriced } from '@/lib/guide/price-words';
import type { Explanation } from '@/lib/notice/explanation';
import { BUSINESS_TYPES, type FeeAnswer, type PriceAnswer } from '@/lib/notice/explanation';
import { BUSINESS_NAMES, PAYER_NAMES } from './names';

/** Where the payer is said, and where the amounts are. */
const citesOf = ({ cite, payer, inWords = [] }: FeeAnswer) =>
  [...new Set(payer === 'not-stated' ? inWords : [cite, ...inWords])].join('；');

/** What the four kinds of business cost this subject and who pays; with the year, since prices age. */
export function Fees(props: { readonly fees: Explanation['fees']; readonly publishedYear: string }) {
  const { t, say } = useSpeech();
  const yearOf = (fee: PriceAnswer) => fee.asOf?.slice(0, 4) ?? props.publishedYear;
  return (
    <section className="panel" aria-labelledby="fees-title" data-part="fees">
      <h2 id="fees-title" className="panel-title">
        {t('popup.fees.title')} <span className="fine">{t('popup.fees.unit')}</span>
      </h2>
      <table className="rows">
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t('popup.fees.business')}</th>
            <th scope="col">{t('popup.fees.amountAndPayer')}</th>
          </tr>
        </thead>
        <tbody>
          {BUSINESS_TYPES.map((business) => {
            const fee = props.fees[business];
            return (
              <tr key={business} data-business={business}>
                <th scope="row">{t(BUSINESS_NAMES[business])}</th>
                <td>
                  {(fee.total !== null || !fee.byKey) && (
                    <Price
                      price={fee}
                      unknown={t(fee.inWords ? 'popup.fees.inWords' : 'popup.notStated')}
                      clause={fee.inWords ? citesOf(fee) : fee.cite}
                      year={yearOf(fee)}
                    />
                  )}
                  {fee.byKey?.map((price) => {
                    const of = say(writePriced(price));
                    return (
                      <div key={of} data-part="key-price">
                        <p>{of}</p>
                        <Price
                          price={price}
                          unknown={t('popup.notStated')}
                          clause={price.cite}
                          year={yearOf(price)}
                        />
                      </div>
                    );
                  })}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** One price, who pays it, and of which year it is. */
function Price(props: {
  readonly price: PriceAnswer;
  /** Said where the notice names no amount. */
  readonly unknown: string;
  readonly clause: string;
  readonly year: string;
}) {
  const { t, say } = useSpeech();
  const { total, ca, seal, per, payer, conditional, note } = props.price;
  const payerName = t(PAYER_NAMES[payer]);
  return (
    <>
      <strong>
        {total === null
          ? props.unknown
          : t(per === 'once' ? 'popup.fees.once' : 'popup.fees.yuan', { amount: total })}
      </strong>
      <span className={conditional ? 'chip' : `chip chip--${payer}`}>
        {conditional ? t('popup.fees.conditional', { payer: payerName }) : payerName}
      </span>
      {ca !== null && seal !== null && <p className="fine">{t('popup.fees.parts', { ca, seal })}</p>}
      {note && <p className="fine">{say(note)}</p>}
      <p className="fine">
        {t('popup.fees.year', { year: props.year })} <Cite clause={props.clause} />
      </p>
    </>
  );
}
