import { Cite } from '@/components/ui/cite';
import { useSpeech } from '@/components/ui/language';
import type { Explanation } from '@/lib/notice/explanation';
import { BUSINESS_TYPES, type FeeAnswer } from '@/lib/notice/explanation';
import { BUSINESS_NAMES, PAYER_NAMES } from './names';

/** Where the payer is said, and where the amounts are. */
const citesOf = ({ cite, payer, inWords = [] }: FeeAnswer) =>
  [...new Set(payer === 'not-stated' ? inWords : [cite, ...inWords])].join('；');

/** What the four kinds of business cost this subject and who pays; with the year, since prices age. */
export function Fees(props: { readonly fees: Explanation['fees']; readonly publishedYear: string }) {
  const { t, say } = useSpeech();
  const yearOf = (fee: FeeAnswer) => fee.asOf?.slice(0, 4) ?? props.publishedYear;
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
                  <strong>
                    {fee.total !== null
                      ? t('popup.fees.yuan', { amount: fee.total })
                      : t(fee.inWords ? 'popup.fees.inWords' : 'popup.notStated')}
                  </strong>
                  <span className={fee.conditional ? 'chip' : `chip chip--${fee.payer}`}>
                    {fee.conditional
                      ? t('popup.fees.conditional', { payer: t(PAYER_NAMES[fee.payer]) })
                      : t(PAYER_NAMES[fee.payer])}
                  </span>
                  {fee.ca !== null && fee.seal !== null && (
                    <p className="fine">{t('popup.fees.parts', { ca: fee.ca, seal: fee.seal })}</p>
                  )}
                  {fee.note && <p className="fine">{say(fee.note)}</p>}
                  <p className="fine">
                    {t('popup.fees.year', { year: yearOf(fee) })}{' '}
                    <Cite clause={fee.inWords ? citesOf(fee) : fee.cite} />
                  </p>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
