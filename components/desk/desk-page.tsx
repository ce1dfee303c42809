/** The desk: for those who answer the telephone. One caller by code or by three questions, and many units. */
import { useState } from 'react';
import { useSpeech } from '@/components/ui/language';
import { Tabs } from '@/components/ui/tabs';
import { ByCode } from './caller/by-code';
import { ByQuestions, FIRST_ANSWERS } from './caller/by-questions';
import { CallNotes } from './caller/call-notes';
import { HelpSearch } from './caller/help-search';
import { RosterPanel } from './roster/roster-panel';
import type { DeskServices } from './services';
import { TeachPanel } from './teach/teach-panel';
import './desk.css';

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
  // A call goes on while something is looked up: no caller reads sixteen digits twice because of that.
  const [typed, setTyped] = useState('');
  const [answers, setAnswers] = useState(FIRST_ANSWERS);
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
          {view === 'code' && <ByCode services={services} typed={typed} onType={setTyped} />}
          {view === 'questions' && (
            <ByQuestions services={services} answers={answers} onAnswer={setAnswers} />
          )}
          {view === 'search' && <HelpSearch services={services} />}
          {view === 'teach' && <TeachPanel services={services.teach} />}
          {view === 'roster' && <RosterPanel services={services.roster} open={unit} />}
        </Tabs>
        {/* Out of sight beside the wide views, and never gone: its clock runs, what was typed stays. */}
        <div hidden={view === 'roster' || view === 'teach'}>
          <CallNotes
            services={services}
            onUnit={(name) => {
              setUnit(name);
              setView('roster');
            }}
          />
        </div>
      </main>
    </div>
  );
}
