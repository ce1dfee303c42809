import { AUDIENCE_NAMES } from '@/components/popup/names';
import { formatDay } from '@/components/ui/dates';
import { useSpeech } from '@/components/ui/language';
import type { PackOn } from '@/lib/author/pack-on';
import { differencesBetween, differencesForCase } from '@/lib/notice/differences';
import { explain } from '@/lib/notice/explain';
import type { NoticeCase } from '@/lib/notice/explanation';
import type { NoticePack } from '@/lib/notice/model';
import { sayDifferences } from '@/lib/notice/say-difference';
import { validFacts } from '@/lib/notice/valid-facts';

/** What a change makes of the notice, in words: for the chosen audience on the day, then in the whole notice. */
export function Changes(props: {
  readonly base: NoticePack;
  /** All changes made, whatever their days. */
  readonly together: NoticePack;
  /** Those of the day that is asked about. */
  readonly onDay: PackOn;
  readonly asked: NoticeCase;
}) {
  const { t, say, language } = useSpeech();
  const { base, together, onDay, asked } = props;
  const voice = { t, language, pack: together };
  const forCase = differencesForCase(
    explain(validFacts(base, asked.today), asked),
    explain(onDay.pack, asked),
  );
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
      {onDay.isUnfit && (
        <p className="note note--amber" data-part="unfit">
          {t('author.changesUnfit', { date: formatDay(asked.today, language) })}
        </p>
      )}
      {onDay.toCome.length > 0 && (
        <ul data-part="to-come">
          {onDay.toCome.map(({ id, validFrom = '', text }) => (
            <li key={id}>
              {t('author.changeFrom', {
                date: formatDay(validFrom, language),
                what: say(text),
              })}
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>{t('author.changesAll', { number: base.documentNumber, count: whole.length })}</summary>
        {list(sayDifferences(whole, voice))}
      </details>
    </div>
  );
}
