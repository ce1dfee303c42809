import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import { useSpeech } from '@/components/ui/language';
import { useAfterPaint } from '@/components/ui/use-after-paint';
import { caseFor } from '@/lib/certificate/notice-case';
import { circumstancesOf } from '@/lib/guide/circumstance-words';
import type { CalendarDate } from '@/lib/notice/calendar';
import { explain } from '@/lib/notice/explain';
import type { Explanation } from '@/lib/notice/explanation';
import { phasesFor } from '@/lib/notice/phases';
import { caseKey } from '@/lib/notice/ready';
import type { CertificateRow, SubjectRow } from '@/lib/store/model';
import { Certificates } from './certificates';
import { Coming } from './coming';
import { Contacts } from './contacts';
import { Countdown } from './countdown';
import { Fees } from './fees';
import { Loading } from './frame';
import { KeysTable } from './keys-table';
import { NextStep } from './next-step';
import { Obligations } from './obligations';
import { PrintWhenPainted } from './print';
import { Progress } from './progress-panel';
import type { PopupRecords, PopupServices, PopupTab } from './services';
import { Timeline } from './timeline';
import { TroublesPanel } from './troubles-panel';
import { viewOf } from './view';
import { Warnings } from './warnings';

// Planning carries every sentence of the guides; the countdown does not wait for it.
const GuidePanel = lazy(() => import('./guide-panel'));
// Few notices ask.
const Circumstances = lazy(() => import('./circumstances'));

/** What comes later leaves its place empty until then; on paper all comes at once, and nothing is printed before. */
function Later(props: { readonly printing: boolean; readonly children: ReactNode }) {
  return props.printing ? props.children : <Suspense fallback={null}>{props.children}</Suspense>;
}

interface SubjectPanelProps {
  readonly subject: SubjectRow;
  readonly records: PopupRecords;
  readonly today: CalendarDate;
  readonly services: PopupServices;
  /** Everything at once, and printed when it is there. */
  readonly printing: boolean;
  readonly atGuide: boolean;
  /** Pages of the system that are open. */
  readonly tabs: readonly PopupTab[];
  readonly onAddCertificate: () => void;
  readonly onAddFiles: () => void;
  readonly onEditCertificate: (row: CertificateRow) => void;
}

/** Everything about one subject on one day, what is needed first in front. */
export function SubjectPanel(props: SubjectPanelProps) {
  const { subject, records, today, services } = props;
  const { pack, notices } = services;
  const told = useMemo(() => {
    const { certificates, facts } = records;
    const asked = caseFor(pack, subject, certificates, today, circumstancesOf(pack, subject, facts));
    return notices.answers === null ? explain(pack, asked) : notices.answers[caseKey(asked)];
  }, [pack, notices, subject, records, today]);
  // Not worked out before, and what is beside the notice is still being read: no other date in the meantime.
  return told ? <ToldPanel {...props} told={told} isWhole={notices.answers === null} /> : <Loading />;
}

/** @param isWhole the pack has all that belongs to it; until then only what `told` says is shown */
function ToldPanel(props: SubjectPanelProps & { readonly told: Explanation; readonly isWhole: boolean }) {
  const { t } = useSpeech();
  const { subject, records, today, services, told } = props;
  const { pack } = services;
  const view = useMemo(
    () => viewOf(pack, subject, records, today, told),
    [pack, subject, records, today, told],
  );
  const painted = useAfterPaint();
  const { explanation } = view;
  const publishedYear = pack.publishedOn.slice(0, 4);
  return (
    <>
      {view.countdown ? (
        <Countdown countdown={view.countdown} />
      ) : (
        view.judged.length > 0 && <p className="note">{t('popup.countdown.none')}</p>
      )}
      <NextStep
        view={view}
        services={services}
        publishedYear={publishedYear}
        onAddCertificate={props.onAddCertificate}
      />
      {painted && props.isWhole && (
        <Suspense fallback={null}>
          <Later printing={props.printing}>
            <GuidePanel
              key={subject.id}
              subject={subject}
              records={records}
              today={today}
              services={services}
              isWanted={props.atGuide}
              pages={props.tabs.flatMap(({ subject: of, page }) => (of === subject.id ? [page] : []))}
            />
          </Later>
          <Later printing={props.printing}>
            <Circumstances subject={subject} records={records} services={services} />
          </Later>
          <TroublesPanel subject={subject.id} records={records} today={today} services={services} />
          {view.progress && <Progress progress={view.progress} timeZone={pack.timeZone} />}
          <Timeline
            phases={phasesFor(pack, subject.audience, subject.level)}
            today={today}
            documentNumber={pack.documentNumber}
          />
          <KeysTable keys={explanation.keys} />
          <Certificates
            view={view}
            pack={pack}
            today={today}
            reminders={records.preview === null ? records : null}
            onSnooze={(row, until) => services.snooze(row, until)}
            all={props.printing}
            onAdd={props.onAddCertificate}
            onAddFiles={props.onAddFiles}
            onEdit={props.onEditCertificate}
          />
          <Coming view={view} thresholds={records.thresholds} services={services} all={props.printing} />
          <Warnings warnings={view.warnings} />
          <Obligations
            obligations={view.obligations}
            subject={subject.id}
            services={services}
            today={view.today}
          />
          <Fees fees={explanation.fees} publishedYear={publishedYear} />
          <Contacts contacts={explanation.contacts} issuer={pack.issuer} />
          {props.printing && <PrintWhenPainted today={today} />}
        </Suspense>
      )}
    </>
  );
}
