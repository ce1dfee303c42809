/** The popup: everything by props, so that the same component runs over the store, in tests and by itself. */
import { lazy, Suspense, useState } from 'react';
import { useSpeech } from '@/components/ui/language';
import { useLargeType } from '@/components/ui/use-large-type';
import { useToday } from '@/components/ui/use-today';
import type { SeenValidity } from '@/lib/page/model';
import type { CertificateRow, SubjectRow } from '@/lib/store/model';
import { ActionBar } from './action-bar';
import { DataNotice } from './data-notice';
import { draftOf } from './form-values';
import { Failed, Header, Loading, Welcome } from './frame';
import { PreviewBanner } from './preview-banner';
import { offerKey, offersOf, SeenOffers } from './seen-validity';
import type { FormDraft, Heard, PopupMemory, PopupRecords, PopupServices } from './services';
import { SubjectBar } from './subject-bar';
import { SubjectPanel } from './subject-panel';
import { TroublesPanel } from './troubles-panel';
import { useFollowed, useMemory, useRecords, useTabs } from './use-records';
import { WaitingTabs } from './waiting-tabs';
import './popup.css';
import './print.css';

// The forms carry the dialog library; the countdown does not wait for it.
const SubjectForm = lazy(() => import('./subject-form'));
const CertificateForm = lazy(() => import('./certificate-form'));
const AddFilesDialog = lazy(() => import('./add-files-dialog'));

/**
 * @param first what was read before the popup was put up; null: it reads by itself
 * @param printing in a page of its own that prints itself
 * @param atGuide in a page of its own, at the guide that the certificates call for
 */
export function Popup({
  services,
  first = null,
  printing = false,
  atGuide = false,
}: {
  readonly services: PopupServices;
  readonly printing?: boolean;
  readonly atGuide?: boolean;
  readonly first?: { readonly heard: Heard; readonly memory: PopupMemory } | null;
}) {
  const { heard, again } = useRecords(services, first?.heard ?? null);
  const memory = useMemory(services, first?.memory ?? null);
  const today = useToday(services, services.pack.timeZone);
  const { pack } = useFollowed(services, today);
  useLargeType(heard?.ok === true && heard.records.largeType);
  return (
    <div className="page popup">
      <Header onSettings={() => services.openSettings()} />
      <main className="popup-main" aria-busy={heard === null || memory === null}>
        {heard === null || memory === null ? (
          <Loading />
        ) : heard.ok ? (
          <Records
            records={heard.records}
            memory={memory}
            realToday={today}
            services={services}
            printing={printing}
            atGuide={atGuide}
          />
        ) : (
          <Failed
            failure={heard.failure}
            today={today}
            pack={pack}
            onRetry={again}
            onRescue={() => services.saveRescue()}
          />
        )}
      </main>
      <ActionBar services={services} />
    </div>
  );
}

/** A form in front of the person. */
type OpenForm =
  | { readonly form: 'files'; readonly subject: SubjectRow }
  | { readonly form: 'subject'; readonly row: SubjectRow | null; readonly draft?: FormDraft['values'] }
  | {
      readonly form: 'certificate';
      readonly subject: string;
      readonly row: CertificateRow | null;
      readonly draft?: FormDraft['values'];
      /** The page's days that the form begins with. */
      readonly seen?: SeenValidity;
    };

function Records(props: {
  readonly records: PopupRecords;
  readonly memory: PopupMemory;
  readonly realToday: string;
  readonly services: PopupServices;
  readonly printing: boolean;
  readonly atGuide: boolean;
}) {
  const { records, memory } = props;
  const { t } = useSpeech();
  const { tabs, again } = useTabs(props.services);
  const [chosenId, setChosenId] = useState(memory.subject);
  const [form, setForm] = useState<OpenForm | null>(() =>
    props.printing || props.atGuide ? null : reopen(memory.draft, records),
  );
  const [declined, setDeclined] = useState(memory.declined ?? []);
  const { subjects, certificates, preview } = records;
  const today = preview ?? props.realToday;
  const services = useFollowed(props.services, today);
  const chosen = subjects.find((subject) => subject.id === chosenId) ?? subjects[0];

  const choose = (id: string) => {
    setChosenId(id);
    services.remember({ subject: id });
  };
  const close = () => {
    setForm(null);
    services.remember({ draft: null });
  };
  const decline = (offer: SeenValidity) => {
    const all = [...declined, offerKey(offer)];
    setDeclined(all);
    services.remember({ declined: all });
  };
  const addSubject = () => setForm({ form: 'subject', row: null });
  return (
    <>
      <DataNotice services={services} />
      {preview !== null && <PreviewBanner date={preview} services={services} />}
      <WaitingTabs
        tabs={tabs}
        subjects={subjects}
        services={services}
        onChosen={(subject) => {
          choose(subject);
          again();
        }}
      />
      {!services.isKnown ? (
        <Loading />
      ) : chosen === undefined ? (
        <>
          <Welcome pack={services.pack} today={today} onAdd={addSubject} />
          <TroublesPanel subject={null} records={records} today={today} services={services} />
        </>
      ) : (
        <>
          <SubjectBar
            subjects={subjects}
            certificates={certificates}
            today={today}
            chosen={chosen}
            onChoose={choose}
            onAdd={addSubject}
            onEdit={(row) => setForm({ form: 'subject', row })}
          />
          <SeenOffers
            offers={offersOf(tabs, chosen.id, certificates, declined)}
            onKeep={(seen) =>
              setForm({
                form: 'certificate',
                subject: chosen.id,
                row: null,
                draft: { validFrom: seen.from ?? '', validUntil: seen.until },
                seen,
              })
            }
            onDecline={decline}
          />
          <SubjectPanel
            key={chosen.id}
            subject={chosen}
            records={records}
            today={today}
            services={services}
            printing={props.printing}
            atGuide={props.atGuide}
            tabs={tabs}
            onAddCertificate={() => setForm({ form: 'certificate', subject: chosen.id, row: null })}
            onAddFiles={() => setForm({ form: 'files', subject: chosen })}
            onEditCertificate={(row) => setForm({ form: 'certificate', subject: chosen.id, row })}
          />
        </>
      )}
      <Suspense fallback={<p className="visually-hidden">{t('ui.loading')}</p>}>
        {form?.form === 'subject' && (
          <SubjectForm
            services={services}
            row={form.row}
            others={subjects.filter((other) => other.id !== form.row?.id)}
            draft={form.draft}
            onEdit={(values) =>
              services.remember({
                draft: {
                  form: 'subject',
                  namespace: records.namespace,
                  id: form.row?.id ?? null,
                  values: draftOf(values),
                },
              })
            }
            onSaved={choose}
            onClose={close}
          />
        )}
        {form?.form === 'files' && (
          <AddFilesDialog
            services={services}
            subject={form.subject}
            certificates={certificates}
            onClose={close}
          />
        )}
        {form?.form === 'certificate' && (
          <CertificateForm
            services={services}
            subject={form.subject}
            row={form.row}
            draft={form.draft}
            seen={form.seen}
            onEdit={(values) =>
              services.remember({
                draft: {
                  form: 'certificate',
                  namespace: records.namespace,
                  id: form.row?.id ?? null,
                  subject: form.subject,
                  values: draftOf(values),
                },
              })
            }
            onClose={close}
          />
        )}
      </Suspense>
    </>
  );
}

/** Opens the form that the closing popup left half done, unless what it was about is gone. */
function reopen(draft: FormDraft | null, records: PopupRecords): OpenForm | null {
  if (draft === null || draft.namespace !== records.namespace) return null;
  if (draft.form === 'subject') {
    const row = records.subjects.find((subject) => subject.id === draft.id) ?? null;
    return row === null && draft.id !== null ? null : { form: 'subject', row, draft: draft.values };
  }
  const row = records.certificates.find((certificate) => certificate.id === draft.id) ?? null;
  const isGone = row === null && draft.id !== null;
  const subject = records.subjects.find((each) => each.id === draft.subject);
  return isGone || !subject ? null : { form: 'certificate', subject: subject.id, row, draft: draft.values };
}
