import { Pencil, Plus } from 'lucide-react';
import { useSpeech } from '@/components/ui/language';
import { leadingCertificate, orderByNeed } from '@/lib/certificate/need';
import type { CalendarDate } from '@/lib/notice/calendar';
import type { CertificateRow, SubjectRow } from '@/lib/store/model';
import { describeStatus } from './certificate-item';
import { AUDIENCE_NAMES, LEVEL_NAMES, nameOf } from './names';

/** Whom one acts for. With several, all names are in sight, each with its own alarm. */
export function SubjectBar(props: {
  readonly subjects: readonly SubjectRow[];
  readonly certificates: readonly CertificateRow[];
  readonly today: CalendarDate;
  readonly chosen: SubjectRow;
  readonly onChoose: (id: string) => void;
  readonly onAdd: () => void;
  readonly onEdit: (row: SubjectRow) => void;
}) {
  const { t } = useSpeech();
  const { chosen } = props;
  return (
    <section className="subjects" aria-label={t('popup.subject.title')} data-part="subjects">
      {props.subjects.length > 1 && (
        <fieldset className="subject-choice">
          <legend className="visually-hidden">{t('popup.subject.choose')}</legend>
          {props.subjects.map((subject) => (
            <label key={subject.id} className="subject-option">
              <input
                type="radio"
                name="subject"
                checked={subject.id === chosen.id}
                onChange={() => props.onChoose(subject.id)}
              />
              <span>{nameOf(subject, t)}</span>
              <Alarm subject={subject.id} certificates={props.certificates} today={props.today} />
            </label>
          ))}
        </fieldset>
      )}
      <div className="subject-line">
        <div>
          {props.subjects.length === 1 && <strong className="subject-name">{nameOf(chosen, t)}</strong>}{' '}
          <span className="fine">
            {chosen.name !== '' && `${t(AUDIENCE_NAMES[chosen.audience])} · `}
            {t(LEVEL_NAMES[chosen.level])}
          </span>
        </div>
        <div className="subject-actions">
          <button type="button" className="button button--quiet" onClick={() => props.onEdit(chosen)}>
            <Pencil aria-hidden="true" size="1.15em" /> {t('ui.edit')}
          </button>
          <button type="button" className="button button--quiet" onClick={props.onAdd}>
            <Plus aria-hidden="true" size="1.15em" /> {t('popup.subject.add')}
          </button>
        </div>
      </div>
    </section>
  );
}

/** What another subject has to tell, beside its name: nothing where all is calm. */
function Alarm(props: {
  readonly subject: string;
  readonly certificates: readonly CertificateRow[];
  readonly today: CalendarDate;
}) {
  const { t } = useSpeech();
  const own = props.certificates.filter((row) => row.subject === props.subject);
  const lead = leadingCertificate(orderByNeed(own, props.today));
  if (lead === null) return null;
  const { key, params, tone } = describeStatus(lead);
  return tone === 'soon' || tone === 'overdue' ? (
    <span className={`chip chip--${tone}`}>{t(key, params)}</span>
  ) : null;
}
