/** A masked snapshot of a page, to report it: shown in full before anything is saved. */
import { useState } from 'react';
import { useSpeech } from '@/components/ui/language';
import type { FrameReportFile } from '@/lib/desk/teach/picker-session';
import { nameOfReport, zipReports } from '@/lib/desk/teach/report-files';
import { writeStill } from '@/lib/page/still/write-still';
import type { TeachServices } from './services';
import type { Teaching } from './use-teaching';
import { stateWords } from './words';

export function ReportView({
  teaching,
  services,
}: {
  readonly teaching: Teaching;
  readonly services: TeachServices;
}) {
  const { t } = useSpeech();
  const [reports, setReports] = useState<readonly FrameReportFile[] | null>(null);
  const [isSaved, setSaved] = useState(false);
  const make = async () => {
    setSaved(false);
    setReports(await teaching.report());
  };
  const save = (all: readonly FrameReportFile[]) => {
    services.saveFile('page-report.zip', 'application/zip', new Blob([zipReports(all).slice()]));
    setSaved(true);
  };
  return (
    <section aria-labelledby="teach-report" data-part="report">
      <h2 id="teach-report">{t('teach.report.title')}</h2>
      <p>{t('teach.report.about')}</p>
      <div className="teach-row">
        <button type="button" className="button" onClick={() => void make()}>
          {t('teach.report.make')}
        </button>
        {reports && reports.length > 0 && (
          <button type="button" className="button button--primary" onClick={() => save(reports)}>
            {t('teach.report.save', { count: reports.length })}
          </button>
        )}
      </div>
      {reports?.map(({ frame, still, state }, at) => (
        <div key={frame}>
          <h3>{t('teach.report.one', { name: nameOfReport(at), state: stateWords(t, state) })}</h3>
          {still.isCut && <p className="note note--amber">{t('teach.report.cut')}</p>}
          {/* The file itself, word for word: what is not here is not in it. */}
          <textarea
            className="teach-report"
            readOnly
            rows={16}
            aria-label={nameOfReport(at)}
            data-part="report-text"
            value={writeStill(still)}
          />
        </div>
      ))}
      <p role="status">{isSaved && t('teach.report.saved')}</p>
    </section>
  );
}
