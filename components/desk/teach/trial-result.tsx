/** How a lesson stands up to what sites do to their pages: said at once, the worst first. */
import { useSpeech } from '@/components/ui/language';
import { keyPart } from '@/lib/locale/key-part';
import type { MessageKey } from '@/lib/locale/translate';
import type { TrialCase, Verdict } from '@/lib/page/teaching/trial';
import { changeWords } from './words';

const WORST_FIRST: readonly Verdict[] = ['wrong', 'ambiguous', 'silent'];
const REASON = /^profile-(name|role|hidden|near|several|rules|forbidden)$/;

export function TrialResult({ cases }: { readonly cases: readonly TrialCase[] }) {
  const { t } = useSpeech();
  const [now, ...changes] = cases;
  if (!now) return null;
  const count = (verdict: Verdict) => changes.filter((each) => each.verdict === verdict).length;
  const notRight = WORST_FIRST.flatMap((verdict) => changes.filter((each) => each.verdict === verdict));
  const reason = now.reasons.find((each) => REASON.test(each));
  return (
    <div data-part="trial" data-now={now.verdict} data-wrong={count('wrong')}>
      <p className={now.verdict === 'right' ? 'note' : 'note note--amber'} role="status">
        {t(`teach.trial.now.${now.verdict}`)}
        {now.verdict !== 'right' && reason && ` ${t(`teach.trial.reason.${keyPart(reason)}` as MessageKey)}`}
      </p>
      <p className={count('wrong') > 0 ? 'note note--red' : ''}>
        {t('teach.trial.sum', {
          all: changes.length,
          right: count('right'),
          silent: count('silent'),
          ambiguous: count('ambiguous'),
          wrong: count('wrong'),
        })}
      </p>
      {notRight.length > 0 && (
        <details open={count('wrong') > 0}>
          <summary>{t('teach.trial.which')}</summary>
          <ul className="desk-list">
            {notRight.map(({ mutation, verdict }) => (
              <li key={mutation} data-verdict={verdict}>
                {t(`teach.trial.one.${verdict as Exclude<Verdict, 'right'>}`, {
                  change: changeWords(t, mutation ?? ''),
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
