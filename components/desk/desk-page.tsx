/** The desk: for those who answer the telephone. One caller by code or by three questions, and many units. */
import { useState } from 'react';
import { useSpeech } from '@/components/ui/language';
import { Tabs } from '@/components/ui/tabs';
import type { CallTally } from '@/lib/desk/caller/call-note';
import type { CalendarDate } from '@/lib/notice/calendar';
import type { NoticePack } from '@/lib/notice/model';
import { ByCode } from './caller/by-code';
import { ByQuestions } from './caller/by-questions';
import { CallNotes } from './caller/call-notes';
import { HelpSearch } from './caller/help-search';
import { RosterPanel } from './roster/roster-panel';
import type { RosterServices } from './roster/services';
import type { TeachServices } from './teach/services';
import { TeachPanel } from './teach/teach-panel';
import './desk.css';

export interface DeskServices {
  /** Packs at hand; the one in force first. Never empty. */
  readonly packs: readonly NoticePack[];
  now(): Date;
  copyText(text: string): Promise<void>;
  readonly roster: RosterServices;
  readonly teach: TeachServices;
  /** Calls counted so far. Both reject with `StoreFailure`. */
  readTally(): Promise<CallTally>;
  /** One more, or one less, of what stands now: another desk may be open. Resolves to what stands then. */
  countCall(today: CalendarDate, cause: string, by: 1 | -1): Promise<CallTally>;
}

const VIEWS = ['code', 'questions', 'search', 'roster', 'teach'] as const;
export type DeskView = (typeof VIEWS)[number];

export const isDeskView = (name: string): name is DeskView => (VIEWS as readonly string[]).includes(name);

export function DeskPage(props: {
  readonly services: DeskServices;
  readonly view: DeskView;
  /** A unit to open in the roster. */
  readonly unit: string | null;
}) {
  const { t } = useSpeech();
  const { services } = props;
  const [view, setView] = useState<DeskView>(props.view);
  const [unit, setUnit] = useState(props.unit);
  return (
    <div className="page desk">
      <header>
        <h1>{t('desk.title')}</h1>
        <p className="fine">
          {t('ui.productName')} · {t('ui.unofficial')} · {t('desk.local')}
        </p>
      </header>
      <main>
        <Tabs
          label={t('desk.views')}
          chosen={view}
          tabs={VIEWS.map((id) => ({ id, label: t(`desk.view.${id}`), count: null }))}
          onChoose={setView}
        >
          {view === 'code' && <ByCode services={services} />}
          {view === 'questions' && <ByQuestions services={services} />}
          {view === 'search' && <HelpSearch services={services} />}
          {view === 'teach' && <TeachPanel services={services.teach} />}
          {view === 'roster' && <RosterPanel services={services.roster} open={unit} />}
        </Tabs>
        {view !== 'roster' && view !== 'teach' && (
          <CallNotes
            services={services}
            onUnit={(name) => {
              setUnit(name);
              setView('roster');
            }}
          />
        )}
      </main>
    </div>
  );
}
