/** The page 一页指南: one guide for one audience on one day, to print, for browsers that run no extension. */
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { CaseChoice } from '@/components/notice/case-choice';
import { AUDIENCE_NAMES, LEVEL_NAMES } from '@/components/popup/names';
import { TextField } from '@/components/ui/field';
import { useSpeech } from '@/components/ui/language';
import { Select } from '@/components/ui/select';
import { printableGuides, printGuide } from '@/lib/guide/printed-guide';
import { askedBy, type Said, settle } from '@/lib/notice/circumstances';
import { dateIn, isCalendarDate } from '@/lib/notice/days';
import { AUDIENCES, type Audience, LEVELS, type Level } from '@/lib/notice/explanation';
import type { NoticePack } from '@/lib/notice/model';
import { phaseOn } from '@/lib/notice/phases';
import { Sheet } from './sheet';
import './sheet.css';

export interface SheetServices {
  /** Those in force first. Never empty. */
  readonly packs: readonly NoticePack[];
  now(): Date;
  print(): void;
}

/** What a link asks for; what is not known is passed over. */
export interface SheetAsked {
  readonly pack: string | null;
  readonly audience: string | null;
  readonly level: string | null;
  readonly guide: string | null;
  readonly date: string | null;
}

export function SheetPage({
  services,
  asked,
}: {
  readonly services: SheetServices;
  readonly asked: SheetAsked;
}) {
  const { t, say } = useSpeech();
  const [packId, setPackId] = useState(asked.pack);
  const pack = services.packs.find(({ id }) => id === packId) ?? services.packs[0];
  const [date, setDate] = useState(asked.date ?? '');
  const [audience, setAudience] = useState<Audience>(
    AUDIENCES.find((each) => each === asked.audience) ?? 'budget-unit',
  );
  const [level, setLevel] = useState<Level>(LEVELS.find((each) => each === asked.level) ?? 'city');
  const [guideId, setGuideId] = useState(asked.guide);
  const [said, setSaid] = useState<readonly Said[]>([]);
  if (!pack) return null;
  const today = isCalendarDate(date) ? date : dateIn(services.now(), pack.timeZone);
  const phase = phaseOn(pack, today)?.id ?? null;
  const guides = printableGuides(pack, { audience, level, today }, phase);
  const guide = guides.find(({ id }) => id === guideId) ?? guides[0];
  const circumstances = settle(askedBy(pack, { audience, level }), said);
  const sheet = guide && printGuide(pack, { audience, level, guide: guide.id, today, circumstances });
  return (
    <div className="page sheet-page">
      <header className="sheet-choice">
        <h1>{t('sheet.title')}</h1>
        <p>{t('sheet.about')}</p>
        <div className="sheet-fields">
          <CaseChoice
            packs={services.packs}
            pack={pack}
            audience={audience}
            level={level}
            said={said}
            onSay={setSaid}
            onPack={setPackId}
            onAudience={setAudience}
          />
          <Select
            label={t('noticePage.level')}
            value={level}
            options={LEVELS.map((value) => ({ value, label: t(LEVEL_NAMES[value]) }))}
            onChoose={setLevel}
          />
          {guide && (
            <Select
              label={t('sheet.guide')}
              value={guide.id}
              options={guides.map(({ id, title }) => ({ value: id, label: say(title) }))}
              onChoose={setGuideId}
            />
          )}
          <TextField label={t('noticePage.day')} type="date" value={today} error={null} onEdit={setDate} />
          <button type="button" className="button button--primary" onClick={() => services.print()}>
            <Printer aria-hidden="true" size="1.15em" /> {t('noticePage.print')}
          </button>
        </div>
      </header>
      <main>
        {sheet ? (
          <Sheet
            sheet={sheet}
            who={`${t(AUDIENCE_NAMES[audience])} · ${t(LEVEL_NAMES[level])}`}
            today={today}
          />
        ) : (
          <p className="note note--amber">{t('sheet.none')}</p>
        )}
      </main>
    </div>
  );
}
