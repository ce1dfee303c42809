/** What a bureau reports, and whether it will be made in time; on paper and as a workbook. */
import { useMemo, useState } from 'react';
import { formatDate } from '@/components/ui/dates';
import { useSpeech } from '@/components/ui/language';
import { Select } from '@/components/ui/select';
import type { SearchIndex } from '@/lib/desk/roster/find-units';
import type { ReminderFacts } from '@/lib/desk/roster/reminder-note';
import { paceOf, type Report, type ReportLine } from '@/lib/desk/roster/report';
import { reportSheets } from '@/lib/desk/roster/sheets';
import { isCalendarDate } from '@/lib/notice/days';
import { explain } from '@/lib/notice/explain';
import { stateName } from './labels';
import { PacePicture } from './pace-picture';
import { ReminderDialog } from './reminder-dialog';
import type { HeardRoster, RosterServices } from './services';
import { StatesPicture } from './states-picture';
import { useReport } from './use-arranged';
import type { Edits } from './use-edits';
import { useOnPaper } from './use-on-paper';

export function ReportView(props: {
  readonly roster: HeardRoster;
  readonly services: RosterServices;
  /** The list's: it knows the order of the names already. */
  readonly index: SearchIndex;
  readonly say: (text: string) => void;
  readonly save: Edits['save'];
}) {
  const { roster, services, index, say } = props;
  const { t, language, say: sayText } = useSpeech();
  const [reminded, setReminded] = useState<ReportLine | null>(null);
  const { today } = roster;
  const [packId, setPackId] = useState(services.pack.id);
  const pack = services.packs.find(({ id }) => id === packId) ?? services.pack;
  const report = useReport(roster.units, index, services.resting);
  const explanation = useMemo(() => explain(pack, { today, audience: 'budget-unit' }), [pack, today]);
  const stated = explanation.deadline;
  const deadline = roster.deadline ?? stated?.date ?? null;
  const facts: ReminderFacts = { today, deadline, pack };
  const pace = useMemo(
    () => (deadline === null ? null : paceOf(roster.units, today, deadline)),
    [roster.units, today, deadline],
  );
  const saveReport = () => {
    if (!report) return;
    const sheets = reportSheets(report, formatDate(today, language), t);
    void props.save(`${t('roster.report.title')}-${today}.xlsx`, sheets);
  };
  return (
    <section className="roster-report" data-part="roster-report">
      <h2>{t('roster.report.title')}</h2>
      <p className="fine">
        {t('roster.report.scope', { count: roster.units.length })}{' '}
        {t('roster.report.madeOn', { date: formatDate(today, language) })}
      </p>
      <div className="roster-actions">
        <button type="button" className="button button--primary" disabled={!report} onClick={saveReport}>
          {t('roster.report.save')}
        </button>
        <button type="button" className="button" disabled={!report} onClick={services.print}>
          {t('roster.report.print')}
        </button>
        {services.packs.length > 1 && (
          <Select
            label={t('noticePage.which')}
            value={pack.id}
            options={services.packs.map(({ id, documentNumber, issuer }) => ({
              value: id,
              label: `${documentNumber} ${sayText(issuer)}`,
            }))}
            onChoose={setPackId}
          />
        )}
        <label className="roster-select">
          <span className="fine">{t('roster.report.deadline')}</span>
          <input
            className="field-input"
            type="date"
            value={deadline ?? ''}
            onChange={(event) => {
              const { value } = event.currentTarget;
              if (value === '' || isCalendarDate(value))
                void services.saveDeadline(value === '' ? null : value);
            }}
          />
        </label>
      </div>
      <p className="fine">
        {stated
          ? t('roster.report.deadlineHint', {
              date: formatDate(stated.date, language),
              what: sayText(stated.what).replace(/[。.]$/, ''),
              cite: stated.cite,
            })
          : // What the notice set is over; a deadline of the desk's own is not.
            t(deadline === null ? 'roster.report.noDeadline' : 'roster.reminder.own')}
      </p>
      {pace !== null && <PacePicture pace={pace} today={today} />}
      {report ? (
        <>
          <Figures report={report} onRemind={setReminded} />
          <StatesPicture lines={report.lines} />
          <Lists lines={report.lines} />
        </>
      ) : (
        <p className="roster-loading" role="status">
          {t('roster.report.making')}
        </p>
      )}
      {reminded && (
        <ReminderDialog
          line={reminded}
          facts={facts}
          onCopy={(text) =>
            void services.copyText(text).then(
              () => say(t('roster.done.copied')),
              () => say(t('roster.done.failed')),
            )
          }
          onPrint={services.print}
          onClose={() => setReminded(null)}
        />
      )}
    </section>
  );
}

const FIGURES = ['units', 'filed', 'collected', 'bound'] as const;

function Figures(props: { readonly report: Report; readonly onRemind: (line: ReportLine) => void }) {
  const { t } = useSpeech();
  const { lines, total } = props.report;
  return (
    <div className="report-scroll">
      <table className="report-table" data-part="report-table">
        <thead>
          <tr>
            <th scope="col">{t('roster.report.supervisingUnit')}</th>
            {FIGURES.map((figure) => (
              <th key={figure} scope="col" className="figure">
                {t(`roster.report.${figure}`)}
              </th>
            ))}
            <th scope="col" className="figure">
              {t('roster.report.rate')}
            </th>
            <th scope="col" className="figure">
              {t('roster.report.unfinished')}
            </th>
            <td className="no-print" />
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <FigureRow key={line.supervisingUnit} line={line} name={line.supervisingUnit || t('roster.none')}>
              <button
                type="button"
                className="button button--quiet"
                disabled={line.unfinished.length === 0}
                onClick={() => props.onRemind(line)}
              >
                {t('roster.report.reminder')}
              </button>
            </FigureRow>
          ))}
        </tbody>
        <tfoot>
          <FigureRow line={total} name={t('roster.report.total')} />
        </tfoot>
      </table>
      <p className="fine">{t('roster.report.rule')}</p>
    </div>
  );
}

function FigureRow(props: {
  readonly line: ReportLine;
  readonly name: string;
  readonly children?: React.ReactNode;
}) {
  const { line, name } = props;
  return (
    <tr data-supervising-unit={line.supervisingUnit}>
      <th scope="row">{name}</th>
      {FIGURES.map((figure) => (
        <td key={figure} className="figure">
          {line[figure]}
        </td>
      ))}
      <td className="figure">{line.rate}%</td>
      <td className="figure">{line.unfinished.length}</td>
      <td className="no-print">{props.children}</td>
    </tr>
  );
}

/** So many names are written out; the workbook has all. */
const LISTED = 500;
/** More supervising units, or more names in all, are folded: a page of thousands of names is no help, and slow. */
const UNFOLDED = { lines: 30, names: 1_000 };

function Lists({ lines }: { readonly lines: readonly ReportLine[] }) {
  const { t } = useSpeech();
  const names = lines.reduce((sum, { unfinished }) => sum + unfinished.length, 0);
  const isShort = lines.length <= UNFOLDED.lines && names <= UNFOLDED.names;
  // Nobody can press a summary on paper.
  const isOnPaper = useOnPaper();
  return (
    <section className="report-lists">
      <h3>{t('roster.report.perUnit')}</h3>
      {lines.map((line) => (
        <List key={line.supervisingUnit} line={line} isOpenFirst={isShort} isOnPaper={isOnPaper} />
      ))}
    </section>
  );
}

/** Names are put on the page when they are to be seen: a hundred thousand folded ones would hold it for seconds. */
function List(props: {
  readonly line: ReportLine;
  readonly isOpenFirst: boolean;
  readonly isOnPaper: boolean;
}) {
  const { t } = useSpeech();
  const { supervisingUnit, unfinished } = props.line;
  const [isOpened, setOpened] = useState(props.isOpenFirst);
  const isOpen = isOpened || props.isOnPaper;
  return (
    <details className="report-list" open={isOpen}>
      {/* Opened here and not by the browser, which tells of it a little later: a page printed meanwhile would lack the list. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is a control, and its keys click */}
      <summary
        onClick={(event) => {
          event.preventDefault();
          setOpened(!isOpened);
        }}
      >
        {supervisingUnit || t('roster.none')} <span className="fine">{unfinished.length}</span>
      </summary>
      {isOpen && unfinished.length === 0 && <p className="fine">{t('roster.report.allDone')}</p>}
      {isOpen && unfinished.length > 0 && (
        <ul>
          {unfinished.slice(0, LISTED).map(({ id, name, ca, seal }) => (
            <li key={id}>
              {t('roster.reminder.listed', {
                name,
                ca: stateName(ca.state, t),
                seal: stateName(seal.state, t),
              })}
            </li>
          ))}
        </ul>
      )}
      {isOpen && unfinished.length > LISTED && (
        <p className="fine">{t('roster.report.listed', { count: unfinished.length - LISTED })}</p>
      )}
    </details>
  );
}
