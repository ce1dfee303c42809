import { useSpeech } from '@/components/ui/language';
import type { Trouble } from '@/lib/notice/model';

/** One trouble with its cure, to read out. */
export function TroubleCure({ trouble }: { readonly trouble: Trouble }) {
  const { t, say } = useSpeech();
  const { title, text, cure = [], dont = [] } = trouble;
  return (
    <details className="trouble" data-trouble={trouble.id}>
      <summary>{say(title ?? text)}</summary>
      <p>{say(text)}</p>
      {cure.length > 0 && (
        <ol className="desk-list">
          {cure.map((each) => (
            <li key={each.zh}>{say(each)}</li>
          ))}
        </ol>
      )}
      {dont.length > 0 && (
        <p className="note note--amber">
          {t('popup.troubles.dont')} {dont.map(say).join('')}
        </p>
      )}
    </details>
  );
}
