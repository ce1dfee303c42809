import { Cite } from '@/components/ui/cite';
import { formatDate } from '@/components/ui/dates';
import { useSpeech } from '@/components/ui/language';
import type { Text } from '@/lib/locale/text';
import type { ContactAnswer, FeeAnswer } from '@/lib/notice/explanation';
import type { CertificateRow } from '@/lib/store/model';
import { Renewal } from './certificate-item';
import { PAYER_NAMES } from './names';
import { AskDone } from './obligations';
import type { PopupServices } from './services';
import type { PopupView } from './view';

/** The one thing to do now, why, and whom to ask. */
export function NextStep(props: {
  readonly view: PopupView;
  readonly services: PopupServices;
  readonly publishedYear: string;
  readonly onAddCertificate: () => void;
}) {
  const { t } = useSpeech();
  const { next } = props.view;
  return (
    <section
      className={next.kind === 'expired' ? 'next note note--red' : 'next note'}
      aria-labelledby="next-title"
      data-part="next"
      data-next={next.kind}
    >
      <h2 id="next-title" className="next-title">
        {t('popup.next.title')}
      </h2>
      <Body {...props} />
      <NotYet view={props.view} />
    </section>
  );
}

function Body(props: Parameters<typeof NextStep>[0]) {
  const { t, language, say } = useSpeech();
  const { view, services } = props;
  const { next, explanation } = view;
  switch (next.kind) {
    case 'expired':
    case 'ending':
    case 'renewable':
      return (
        <>
          <p>{t(adviceFor(next.kind, next.certificate), { label: next.certificate.label })}</p>
          {/* Of an expired one only what still can be done: some notices leave days after it. */}
          {(next.kind !== 'expired' || next.renewal.state === 'open') &&
            (next.renewal.state === 'not-stated' ? (
              <p>{t('popup.renewal.notStated')}</p>
            ) : (
              <Renewal renewal={next.renewal} />
            ))}
          <FeeLine fee={next.fee} publishedYear={props.publishedYear} />
          <FirstCall contacts={explanation.contacts} issuer={services.pack.issuer} />
        </>
      );
    case 'obligation': {
      const { obligation, state } = next.view;
      return (
        <>
          <p>{say(obligation.text)}</p>
          {obligation.from && state === 'upcoming' && (
            <p>{t('popup.obligations.from', { date: formatDate(obligation.from, language) })}</p>
          )}
          {obligation.where && <p>{t('popup.obligations.where', { place: say(obligation.where) })}</p>}
          <AskDone view={next.view} subject={view.subject.id} services={services} />
          <Cite clause={obligation.cite} />
        </>
      );
    }
    case 'rebind': {
      const rule = explanation.rules?.find((each) => each.action === 'unbind-old');
      return (
        <>
          <p>{rule?.text ? say(rule.text) : t('popup.next.rebind')}</p>
          <p>{t('popup.next.rebindFirst')}</p>
          <button
            type="button"
            className="button button--primary"
            onClick={() => services.openOfficialSite()}
          >
            {t('popup.openSite')}
          </button>
          {rule?.cite && <Cite clause={rule.cite} />}
        </>
      );
    }
    case 'continue':
      return (
        <>
          <p>{t('popup.next.continue', { number: next.number, total: next.total, step: say(next.step) })}</p>
          <button
            type="button"
            className="button button--primary"
            onClick={() => services.openOfficialSite()}
          >
            {t('popup.openSite')}
          </button>
        </>
      );
    case 'rebound':
      return (
        <>
          <p>{t('popup.next.rebound')}</p>
          <button type="button" className="button button--primary" onClick={props.onAddCertificate}>
            {t('popup.certificates.add')}
          </button>
        </>
      );
    case 'add-certificate':
      return (
        <>
          <p>{t('popup.next.addCertificate')}</p>
          <button type="button" className="button button--primary" onClick={props.onAddCertificate}>
            {t('popup.certificates.add')}
          </button>
        </>
      );
    case 'not-named':
      return (
        <>
          <p>{t('popup.next.notNamed')}</p>
          <FirstCall contacts={explanation.contacts} issuer={services.pack.issuer} />
        </>
      );
    case 'calm':
      return <p>{t('popup.next.calm')}</p>;
  }
}

/** What must not be done today, where the notice says so: said before anybody tries (design.md §3.4). */
function NotYet({ view }: { readonly view: PopupView }) {
  const { say } = useSpeech();
  const rule = view.explanation.rules?.find((each) => each.action === 'unbind-old');
  if (rule?.verdict !== 'forbids' || !rule.text) return null;
  return (
    <p className="note note--amber">
      {say(rule.text)} {rule.cite && <Cite clause={rule.cite} />}
    </p>
  );
}

function adviceFor(kind: 'expired' | 'ending' | 'renewable', { generation }: CertificateRow) {
  if (kind === 'renewable') return 'popup.next.renewable';
  if (generation === 'old') return kind === 'expired' ? 'popup.next.expiredOld' : 'popup.next.endingOld';
  return kind === 'expired' ? 'popup.next.expired' : 'popup.next.ending';
}

function FeeLine({ fee, publishedYear }: { readonly fee: FeeAnswer; readonly publishedYear: string }) {
  const { t } = useSpeech();
  if (fee.byKey && fee.total === null) return <p>{t('popup.next.feeByKey')}</p>;
  if (fee.payer === 'not-stated') return <p>{t('popup.next.feeNotStated')}</p>;
  const year = fee.asOf?.slice(0, 4) ?? publishedYear;
  return <p>{t('popup.next.fee', { payer: t(PAYER_NAMES[fee.payer]), year })}</p>;
}

/** The number to call first: the notice names it first. Where it names none, who is to be asked all the same. */
function FirstCall(props: { readonly contacts: readonly ContactAnswer[]; readonly issuer: Text }) {
  const { t, say } = useSpeech();
  const [first] = props.contacts;
  if (!first) return <p>{t('popup.contacts.none', { issuer: say(props.issuer) })}</p>;
  return (
    <p>
      {t('popup.next.callFirst', { name: say(first.name) })}{' '}
      <a href={`tel:${first.number}`}>{first.number}</a>
    </p>
  );
}
