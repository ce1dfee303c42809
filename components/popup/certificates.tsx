import { FileUp, Plus } from 'lucide-react';
import { useState } from 'react';
import { useSpeech } from '@/components/ui/language';
import type { CalendarDate } from '@/lib/notice/calendar';
import { daysLeft } from '@/lib/notice/days';
import type { NoticePack } from '@/lib/notice/model';
import { announcementKey, isReminded } from '@/lib/reminder/announcements';
import type { CertificateRow } from '@/lib/store/model';
import { CertificateItem } from './certificate-item';
import type { PopupRecords } from './services';
import type { PopupView } from './view';

/** How many are drawn before the person asks for the rest: nobody reads hundreds, and each costs time. */
const SHOWN_FIRST = 12;

/** All certificates and seals of the subject, in order of need. */
export function Certificates(props: {
  readonly view: Pick<PopupView, 'judged' | 'bindings'>;
  readonly pack: Pick<NoticePack, 'systems' | 'timeZone'>;
  readonly today: CalendarDate;
  /** null: a date is previewed, and reminders are of today. */
  readonly reminders: Pick<PopupRecords, 'snoozed' | 'thresholds'> | null;
  readonly onSnooze: (row: CertificateRow, until: CalendarDate) => Promise<void>;
  /** All of them from the start, for paper. */
  readonly all: boolean;
  readonly onAdd: () => void;
  readonly onAddFiles: () => void;
  readonly onEdit: (row: CertificateRow) => void;
}) {
  const { t } = useSpeech();
  const { judged, bindings } = props.view;
  const { reminders, today } = props;
  const [all, setAll] = useState(props.all);
  const shown = all ? judged : judged.slice(0, SHOWN_FIRST);
  return (
    <section className="panel" aria-labelledby="certificates-title" data-part="certificates">
      <h2 id="certificates-title" className="panel-title">
        {t('popup.certificates.title')}
      </h2>
      {judged.length === 0 ? (
        <p>{t('popup.certificates.none')}</p>
      ) : (
        <ul className="certificates">
          {shown.map((one) => (
            <CertificateItem
              key={one.certificate.id}
              judged={one}
              bindings={bindings.get(one.certificate.id) ?? []}
              systems={props.pack.systems}
              timeZone={props.pack.timeZone}
              snooze={
                // Where no reminder comes there is none to put off.
                reminders && isReminded(daysLeft(today, one.certificate.validUntil), reminders)
                  ? {
                      today,
                      until: reminders.snoozed[announcementKey(one.certificate)] ?? null,
                      onSnooze: (until) => props.onSnooze(one.certificate, until),
                    }
                  : null
              }
              onEdit={props.onEdit}
            />
          ))}
        </ul>
      )}
      {shown.length < judged.length && (
        <button type="button" className="button" onClick={() => setAll(true)}>
          {t('popup.certificates.showAll', { count: judged.length })}
        </button>
      )}
      <div className="panel-actions">
        <button type="button" className="button" onClick={props.onAddFiles}>
          <FileUp aria-hidden="true" size="1.15em" /> {t('popup.files.open')}
        </button>
        <button type="button" className="button button--quiet" onClick={props.onAdd}>
          <Plus aria-hidden="true" size="1.15em" /> {t('popup.certificates.add')}
        </button>
      </div>
    </section>
  );
}
