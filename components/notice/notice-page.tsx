/** The page 通知: one notice, for whom and on which day the reader chooses. */
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { LEVEL_NAMES } from '@/components/popup/names';
import { SheetLink } from '@/components/sheet/sheet-link';
import { TextField } from '@/components/ui/field';
import { useSpeech } from '@/components/ui/language';
import { Select } from '@/components/ui/select';
import { askedBy, type Said, settle } from '@/lib/notice/circumstances';
import { dateIn, isCalendarDate } from '@/lib/notice/days';
import { type Audience, LEVELS, type Level } from '@/lib/notice/explanation';
import type { NoticePack } from '@/lib/notice/model';
import { CaseChoice } from './case-choice';
import { NoticeView } from './notice-view';

export interface NoticePageServices {
  /** Those in force first. Never empty. */
  readonly packs: readonly NoticePack[];
  /** Each as written, older versions that ship with the product among them. */
  readonly kept: readonly NoticePack[];
  now(): Date;
  print(): void;
}

export function NoticePage({
  services,
  asked,
}: {
  readonly services: NoticePageServices;
  readonly asked?: string;
}) {
  const { t } = useSpeech();
  const [first] = services.packs;
  const [packId, setPackId] = useState(asked ?? first?.id ?? '');
  const pack = services.packs.find(({ id }) => id === packId) ?? first;
  const [date, setDate] = useState('');
  const [audience, setAudience] = useState<Audience>('budget-unit');
  const [level, setLevel] = useState<Level | ''>('');
  const [said, setSaid] = useState<readonly Said[]>([]);
  if (!pack) return null;
  const today = isCalendarDate(date) ? date : dateIn(services.now(), pack.timeZone);
  const whom = { audience, level: level === '' ? undefined : level };
  return (
    <div className="page notice-page">
      <header>
        <h1>{t('noticePage.title')}</h1>
        <p className="fine">
          {t('ui.productName')} · {t('ui.unofficial')}
        </p>
      </header>
      <main>
        <div className="notice-choice">
          <CaseChoice
            packs={services.packs}
            pack={pack}
            audience={audience}
            level={level || undefined}
            said={said}
            onSay={setSaid}
            onPack={setPackId}
            onAudience={setAudience}
          />
          <Select
            label={t('noticePage.level')}
            value={level}
            options={[
              { value: '' as const, label: t('noticePage.bothLevels') },
              ...LEVELS.map((value) => ({ value, label: t(LEVEL_NAMES[value]) })),
            ]}
            onChoose={(value) => setLevel(value)}
          />
          <TextField
            label={t('noticePage.day')}
            type="date"
            value={date === '' ? today : date}
            error={null}
            onEdit={setDate}
          />
          <button type="button" className="button" onClick={() => services.print()}>
            <Printer aria-hidden="true" size="1.15em" /> {t('noticePage.print')}
          </button>
          <SheetLink
            pack={pack.id}
            audience={audience}
            level={level || undefined}
            date={isCalendarDate(date) ? date : undefined}
          />
        </div>
        <NoticeView
          pack={pack}
          kept={services.kept}
          asked={{ today, ...whom, ...settle(askedBy(pack, whom), said) }}
        />
      </main>
    </div>
  );
}
