import { useMemo, useState } from 'react';
import type { DeskServices } from '@/components/desk/services';
import { AUDIENCE_NAMES, LEVEL_NAMES } from '@/components/popup/names';
import { RadioChoice } from '@/components/ui/field';
import { useSpeech } from '@/components/ui/language';
import { Select } from '@/components/ui/select';
import { type ThreeAnswers, viewOfAnswers } from '@/lib/desk/caller/caller-plan';
import { keyPart } from '@/lib/locale/key-part';
import type { MessageKey } from '@/lib/locale/translate';
import { dateIn } from '@/lib/notice/days';
import { AUDIENCES, LEVELS } from '@/lib/notice/explanation';
import { PAGE_STATES } from '@/lib/page/model';
import { CallerPanel } from './caller-panel';

const PLUGGED = ['old', 'new', 'unknown'] as const;

/** Three questions for callers without the extension lead to the card they would have. */
export function ByQuestions({ services }: { readonly services: DeskServices }) {
  const { t } = useSpeech();
  const [answers, setAnswers] = useState<ThreeAnswers>({
    audience: 'budget-unit',
    level: 'city',
    page: 'login-account',
    plugged: 'unknown',
  });
  const [pack] = services.packs;
  const today = dateIn(services.now(), pack?.timeZone ?? 'Asia/Shanghai');
  const view = useMemo(() => (pack ? viewOfAnswers(pack, answers, today) : null), [pack, answers, today]);
  const change = (part: Partial<ThreeAnswers>) => setAnswers({ ...answers, ...part });
  return (
    <>
      <div className="desk-questions">
        <Select
          label={t('desk.ask.audience')}
          value={answers.audience}
          options={AUDIENCES.map((value) => ({ value, label: t(AUDIENCE_NAMES[value]) }))}
          onChoose={(audience) => change({ audience })}
        />
        <RadioChoice
          legend={t('desk.state.level')}
          name="level"
          value={answers.level}
          options={LEVELS.map((value) => ({ value, label: t(LEVEL_NAMES[value]) }))}
          onChoose={(level) => change({ level })}
        />
        <Select
          label={t('desk.ask.page')}
          value={answers.page}
          options={PAGE_STATES.map((value) => ({
            value,
            label: t(`guide.evidence.state.${keyPart(value)}` as MessageKey),
          }))}
          onChoose={(page) => change({ page })}
        />
        <RadioChoice
          legend={t('desk.ask.plugged')}
          name="plugged"
          value={answers.plugged}
          options={PLUGGED.map((value) => ({ value, label: t(`desk.ask.keys.${value}`) }))}
          onChoose={(plugged) => change({ plugged })}
        />
      </div>
      {pack && view?.plan && (
        <CallerPanel
          key={`${view.plan.guide}/${view.plan.step}`}
          pack={pack}
          plan={view.plan}
          page={answers.page}
          picture={{ by: 'answers', pack: pack.id, answers }}
          audience={answers.audience}
          level={answers.level}
          trouble={null}
          services={services}
        />
      )}
    </>
  );
}
