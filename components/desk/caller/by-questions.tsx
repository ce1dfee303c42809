import { useMemo } from 'react';
import type { DeskServices } from '@/components/desk/services';
import { AUDIENCE_NAMES, LEVEL_NAMES } from '@/components/popup/names';
import { RadioChoice } from '@/components/ui/field';
import { useSpeech } from '@/components/ui/language';
import { Select } from '@/components/ui/select';
import { PLUGGED, type ThreeAnswers, viewOfAnswers } from '@/lib/desk/caller/caller-plan';
import { troublesOf } from '@/lib/guide/troubles';
import { keyPart } from '@/lib/locale/key-part';
import type { MessageKey } from '@/lib/locale/translate';
import { dateIn } from '@/lib/notice/days';
import { AUDIENCES, LEVELS } from '@/lib/notice/explanation';
import { PAGE_STATES } from '@/lib/page/model';
import { CallerPanel } from './caller-panel';

/** Before the id of a trouble, among the values of the list that holds pages too. */
const SAID = 'says:';

export const FIRST_ANSWERS: ThreeAnswers = {
  audience: 'budget-unit',
  level: 'city',
  page: 'login-account',
  plugged: 'unknown',
};

/** Three questions for callers without the extension lead to the card they would have. */
export function ByQuestions({
  services,
  answers,
  onAnswer,
}: {
  readonly services: DeskServices;
  /** Kept by the desk: whoever looks something up in between does not ask the caller again. */
  readonly answers: ThreeAnswers;
  readonly onAnswer: (answers: ThreeAnswers) => void;
}) {
  const { t, say } = useSpeech();
  const [pack] = services.packs;
  const today = dateIn(services.now(), pack?.timeZone ?? 'Asia/Shanghai');
  const view = useMemo(() => (pack ? viewOfAnswers(pack, answers, today) : null), [pack, answers, today]);
  const change = (part: Partial<ThreeAnswers>) => onAnswer({ ...answers, ...part });
  const troubles = useMemo(() => (pack ? troublesOf(pack) : []), [pack]);
  // What makes no page of its own: an alert box, a button that is not there.
  const messages = troubles.filter(({ states = [] }) => states.length === 0);
  const named = troubles.find(({ id }) => id === answers.trouble) ?? null;
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
          value={answers.trouble === undefined ? answers.page : `${SAID}${answers.trouble}`}
          options={[
            ...PAGE_STATES.map((value) => ({
              value: value as string,
              label:
                value === 'other' || value === 'unknown'
                  ? t(`desk.ask.${value}`)
                  : t(`guide.evidence.state.${keyPart(value)}` as MessageKey),
              group: t('desk.ask.pages'),
            })),
            ...messages.map(({ id, title, text }) => ({
              value: `${SAID}${id}`,
              label: say(title ?? text),
              group: t('desk.ask.messages'),
            })),
          ]}
          onChoose={(value) => {
            const page = PAGE_STATES.find((each) => each === value);
            change(
              page ? { page, trouble: undefined } : { page: 'unknown', trouble: value.slice(SAID.length) },
            );
          }}
        />
        <RadioChoice
          legend={t('desk.ask.plugged')}
          name="plugged"
          value={answers.plugged}
          options={PLUGGED.map((value) => ({
            value,
            label: t(`desk.ask.keys.${keyPart(value)}` as MessageKey),
          }))}
          onChoose={(plugged) => change({ plugged })}
        />
      </div>
      {answers.plugged === 'old-new-at-hand' && (
        <p className="note note--amber" data-part="key-first">
          {t('desk.keyFirst')}
        </p>
      )}
      {pack && view?.plan && (
        <CallerPanel
          key={`${view.plan.guide}/${view.plan.step}`}
          pack={pack}
          plan={view.plan}
          page={answers.page}
          picture={{ by: 'answers', pack: pack.id, answers }}
          audience={answers.audience}
          level={answers.level}
          trouble={named}
          signs={answers}
          services={services}
        />
      )}
    </>
  );
}
