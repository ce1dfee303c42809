/** What was done, to print or to save. Names are left out unless the person wants theirs on the paper. */
import { Printer, Save } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Failed, Loading } from '@/components/popup/frame';
import type { Heard, PopupServices } from '@/components/popup/services';
import { useFollowed } from '@/components/popup/use-records';
import { useSpeech } from '@/components/ui/language';
import { caseOf } from '@/lib/certificate/subject-case';
import { circumstancesOf } from '@/lib/guide/circumstance-words';
import { summarise, summaryFile, writeSummary } from '@/lib/guide/summary';
import { dateIn } from '@/lib/notice/days';
import './summary.css';

export interface SummaryServices
  extends Pick<PopupServices, 'pack' | 'notices' | 'now' | 'watch' | 'saveRescue'> {
  print(): void;
  saveText(name: string, text: string): void;
}

export function SummaryPage(props: {
  readonly subject: string;
  readonly guide: string;
  readonly services: SummaryServices;
}) {
  const { services } = props;
  const [heard, setHeard] = useState<Heard | null>(null);
  useEffect(() => {
    const visit = new AbortController();
    services.watch(setHeard, visit.signal);
    return () => visit.abort();
  }, [services]);
  const today = dateIn(services.now(), services.pack.timeZone);
  return (
    <div className="page summary">
      <main aria-busy={heard === null}>
        {heard === null ? (
          <Loading />
        ) : heard.ok ? (
          <Paper {...props} records={heard.records} today={heard.records.preview ?? today} />
        ) : (
          <Failed
            failure={heard.failure}
            today={today}
            pack={services.pack}
            onRetry={() => location.reload()}
            onRescue={() => services.saveRescue()}
          />
        )}
      </main>
    </div>
  );
}

function Paper(
  props: Parameters<typeof SummaryPage>[0] & {
    readonly records: Extract<Heard, { ok: true }>['records'];
    readonly today: string;
  },
) {
  const { t, say, language } = useSpeech();
  const [withUnit, setWithUnit] = useState(false);
  const { records, services, today } = props;
  const { pack } = useFollowed(services, today);
  const row = records.subjects.find(({ id }) => id === props.subject);
  const isKnown = pack.guides.some(({ id }) => id === props.guide);
  const known =
    row &&
    caseOf(row, records.certificates, pack.mainSystem, today, circumstancesOf(pack, row, records.facts));
  const summary = known && isKnown ? summarise(pack, props.guide, known, records.facts) : null;
  if (!row || !summary) return <p className="note">{t('popup.summary.none')}</p>;
  const voice = { translate: t, say, language, timeZone: pack.timeZone };
  // A folder shows the name alone: a preview must not look like a record there.
  const fileName = `rebind-${records.preview === null ? '' : 'preview-'}${props.guide}-${today}.txt`;
  const lines = writeSummary(summary, voice, {
    madeAt: services.now().toISOString(),
    unit: withUnit ? row.name : null,
    preview: records.preview,
  });
  return (
    <article data-part="summary">
      <h1>{t('popup.summary.title')}</h1>
      {lines.head.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <h2>{t('popup.summary.steps')}</h2>
      <ul className="summary-lines">
        {lines.steps.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {lines.answers.length > 0 && (
        <>
          <h2>{t('popup.summary.questions')}</h2>
          <ul className="summary-lines">
            {lines.answers.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      <p className="fine">{t('popup.summary.note')}</p>
      <div className="summary-actions">
        <label>
          <input
            type="checkbox"
            checked={withUnit}
            onChange={(event) => setWithUnit(event.currentTarget.checked)}
          />{' '}
          {t('popup.summary.withUnit')}
        </label>
        <button type="button" className="button button--primary" onClick={() => services.print()}>
          <Printer aria-hidden="true" size={16} /> {t('popup.summary.print')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => services.saveText(fileName, summaryFile(lines, t))}
        >
          <Save aria-hidden="true" size={16} /> {t('popup.summary.save')}
        </button>
      </div>
    </article>
  );
}
