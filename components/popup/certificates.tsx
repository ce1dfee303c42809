import { Pencil, Plus } from 'lucide-react';
import { formatDate, formatDay } from '@/components/ui/dates';
import { useSpeech } from '@/components/ui/language';
import type { MessageKey, MessageParams } from '@/lib/locale/translate';
import type { CertificateRow } from '@/lib/store/model';
import { GENERATION_NAMES, KIND_NAMES } from './names';
import type { Judged } from './view';

type Tone = 'calm' | 'soon' | 'overdue' | 'done';

/** A status in words, and how loud it may be: red for the overdue alone, and only where nothing covers. */
export function describeStatus({ status, uncovered }: Judged): {
  readonly key: MessageKey;
  readonly params: MessageParams;
  readonly tone: Tone;
} {
  switch (status.kind) {
    case 'not-yet-valid':
      return { key: 'popup.status.notYetValid', params: { count: status.startsIn }, tone: 'calm' };
    case 'valid':
      return { key: 'popup.status.daysLeft', params: { count: status.daysLeft }, tone: 'calm' };
    case 'soon':
      return { key: 'popup.status.daysLeft', params: { count: status.daysLeft }, tone: 'soon' };
    case 'last-day':
      return { key: 'popup.status.lastDay', params: {}, tone: 'soon' };
    case 'expired':
      return {
        key: 'popup.status.expired',
        params: { count: status.daysAgo },
        tone: uncovered ? 'overdue' : 'done',
      };
    case 'superseded':
      return { key: 'popup.status.superseded', params: {}, tone: 'done' };
  }
}

/** All certificates and seals of the subject, in order of need. */
export function Certificates(props: {
  readonly judged: readonly Judged[];
  readonly onAdd: () => void;
  readonly onEdit: (row: CertificateRow) => void;
}) {
  const { t } = useSpeech();
  return (
    <section className="panel" aria-labelledby="certificates-title" data-part="certificates">
      <div className="panel-head">
        <h2 id="certificates-title" className="panel-title">
          {t('popup.certificates.title')}
        </h2>
        <button type="button" className="button button--quiet" onClick={props.onAdd}>
          <Plus aria-hidden="true" size="1.15em" /> {t('popup.certificates.add')}
        </button>
      </div>
      {props.judged.length === 0 ? (
        <p>{t('popup.certificates.none')}</p>
      ) : (
        <ul className="certificates">
          {props.judged.map((one) => (
            <CertificateItem key={one.certificate.id} judged={one} onEdit={props.onEdit} />
          ))}
        </ul>
      )}
    </section>
  );
}

function CertificateItem(props: { readonly judged: Judged; readonly onEdit: (row: CertificateRow) => void }) {
  const { t, language } = useSpeech();
  const { certificate } = props.judged;
  const status = describeStatus(props.judged);
  const { validFrom, validUntil } = certificate;
  return (
    <li className="certificate" data-certificate={certificate.id} data-status={props.judged.status.kind}>
      <div>
        <strong>{certificate.label}</strong>{' '}
        <span className="fine">
          {t(GENERATION_NAMES[certificate.generation])}
          {' · '}
          {t(KIND_NAMES[certificate.kind])}
          {certificate.holder && ` · ${certificate.holder}`}
        </span>
        <p>
          <span className={`chip chip--${status.tone}`}>{t(status.key, status.params)}</span>{' '}
          {t('popup.certificates.until', { date: formatDate(validUntil, language) })}
        </p>
        {validFrom && (
          <p className="fine">{t('popup.certificates.from', { date: formatDay(validFrom, language) })}</p>
        )}
      </div>
      <button
        type="button"
        className="button button--quiet"
        aria-label={t('popup.certificates.editNamed', { label: certificate.label })}
        onClick={() => props.onEdit(certificate)}
      >
        <Pencil aria-hidden="true" size="1.15em" /> {t('ui.edit')}
      </button>
    </li>
  );
}
