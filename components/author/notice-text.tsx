import { WandSparkles } from 'lucide-react';
import { useState } from 'react';
import { useSpeech } from '@/components/ui/language';
import { TextArea } from '@/components/ui/text-area';
import { type Clause, LONGEST_NOTICE } from '@/lib/author/clauses';
import type { Draft } from '@/lib/author/draft';
import { isUntouched } from '@/lib/author/first-draft';

/** Where the notice's text is pasted; folded away once it has been taken apart. */
export function NoticeText(props: {
  readonly draft: Draft;
  readonly clauses: readonly Clause[];
  readonly onChange: (draft: Draft) => void;
  /** The notice that the text says it changes; `isHere`: it is at hand, or chosen already. */
  readonly changed: { readonly number: string; readonly isHere: boolean } | null;
  /** Takes the whole notice down. */
  readonly onRead: () => Promise<void>;
}) {
  const { t } = useSpeech();
  const { draft, clauses, changed } = props;
  const [isReading, setReading] = useState(false);
  const canRead = clauses.length > 1 && isUntouched(draft);
  return (
    <>
      <details open={draft.noticeText === ''}>
        <summary>
          {draft.noticeText === ''
            ? t('author.pasteFirst')
            : t('author.clauseCount', { count: clauses.length })}
        </summary>
        <TextArea
          label={t('author.paste')}
          hint={t('author.pasteHint')}
          holds="prose"
          rows={12}
          maxLength={LONGEST_NOTICE}
          value={draft.noticeText}
          onEdit={(noticeText) => props.onChange({ ...draft, noticeText })}
        />
      </details>
      {canRead && (
        <div className="author-read">
          <p>{t('author.readHint')}</p>
          {changed && (
            <p className="note note--amber">
              {t(changed.isHere ? 'author.readBase' : 'author.readNoBase', { number: changed.number })}
            </p>
          )}
          <button
            type="button"
            className="button button--primary"
            disabled={isReading || changed?.isHere === false}
            onClick={() => {
              setReading(true);
              void props.onRead().finally(() => setReading(false));
            }}
          >
            <WandSparkles aria-hidden="true" size="1.15em" /> {t('author.read')}
          </button>
        </div>
      )}
    </>
  );
}
