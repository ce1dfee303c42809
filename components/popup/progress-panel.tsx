import { Check, Circle } from 'lucide-react';
import { useSpeech } from '@/components/ui/language';
import type { StepProgress } from '@/lib/guide/model';
import type { MessageKey } from '@/lib/locale/translate';
import type { GuideProgress } from './progress';

const WORDS = {
  open: 'popup.progress.open',
  passed: 'popup.progress.passed',
  seen: 'popup.progress.seen',
  said: 'popup.progress.said',
  skipped: 'popup.progress.skipped',
} as const satisfies Record<StepProgress['state'], MessageKey>;

/** Where the guide stands; what a page showed and what the person said are told apart. */
export function Progress(props: { readonly progress: GuideProgress; readonly timeZone: string }) {
  const { t, language, say } = useSpeech();
  const { title, steps, current } = props.progress;
  const clock = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: props.timeZone,
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (
    <section className="panel" aria-labelledby="progress-title" data-part="progress">
      <h2 id="progress-title" className="panel-title">
        {t('popup.progress.title')} <span className="fine">{say(title)}</span>
      </h2>
      <p>
        {current
          ? t('popup.progress.at', { number: current.number, total: steps.length, step: say(current.title) })
          : t('popup.progress.finished')}
      </p>
      <details>
        <summary>{t('popup.progress.all')}</summary>
        <ol className="steps">
          {steps.map((step) => {
            const { progress } = step;
            const isKnown = 'at' in progress;
            return (
              <li key={step.id} data-step={step.id} data-progress={progress.state}>
                {isKnown ? (
                  <Check aria-hidden="true" size="1.15em" />
                ) : (
                  <Circle aria-hidden="true" size={16} />
                )}
                <span>
                  {say(step.title)}{' '}
                  <span className="fine">
                    {t(WORDS[progress.state], isKnown ? { time: clock.format(new Date(progress.at)) } : {})}
                  </span>
                </span>
              </li>
            );
          })}
        </ol>
      </details>
    </section>
  );
}
