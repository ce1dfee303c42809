import { AUDIENCE_NAMES } from '@/components/popup/names';
import { formatDay } from '@/components/ui/dates';
import { useSpeech } from '@/components/ui/language';
import { differencesBetween, differencesForCase } from '@/lib/notice/differences';
import { explain } from '@/lib/notice/explain';
import type { NoticeCase } from '@/lib/notice/explanation';
import type { NoticePack } from '@/lib/notice/model';
import { sayDifferences } from '@/lib/notice/say-difference';

/** What a change makes of the notice, in words: for the chosen audience on the day, then in the whole notice. */
export function Changes(props: {
  readonly base: NoticePack;
  readonly together: NoticePack;
  readonly asked: NoticeCase;
}) {
  const { t, language } = useSpeech();
  const { base, together, asked } = props;
  const voice = { t, language, pack: together };
  const forCase = differencesForCase(explain(base, asked), explain(together, asked));
  const whole = differencesBetween(base, together);
  const list = (lines: readonly string[]) => (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
  return (
    <div className="note" data-part="changes">
      <h3>
        {t('author.changesFor', {
          audience: t(AUDIENCE_NAMES[asked.audience]),
          date: formatDay(asked.today, language),
        })}
      </h3>
      {list(forCase.length === 0 ? [t('author.noChangeFor')] : sayDifferences(forCase, voice))}
      <details>
        <summary>{t('author.changesAll', { number: base.documentNumber, count: whole.length })}</summary>
        {list(sayDifferences(whole, voice))}
      </details>
    </div>
  );
}
