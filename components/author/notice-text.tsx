import { useId } from 'react';
import { useSpeech } from '@/components/ui/language';
import { type Clause, LONGEST_NOTICE } from '@/lib/author/clauses';
import type { Draft } from '@/lib/author/draft';

/** Where the notice's text is pasted; folded away once it has been taken apart. */
export function NoticeText(props: {
  readonly draft: Draft;
  readonly clauses: readonly Clause[];
  readonly onChange: (draft: Draft) => void;
}) {
  const { t } = useSpeech();
  const id = useId();
  const { draft, clauses } = props;
  return (
    <details open={draft.noticeText === ''}>
      <summary>
        {draft.noticeText === ''
          ? t('author.pasteFirst')
          : t('author.clauseCount', { count: clauses.length })}
      </summary>
      <label className="field-label" htmlFor={id}>
        {t('author.paste')}
      </label>
      <textarea
        id={id}
        className="field-input"
        rows={12}
        maxLength={LONGEST_NOTICE}
        value={draft.noticeText}
        onChange={(event) => props.onChange({ ...draft, noticeText: event.currentTarget.value })}
      />
      <p className="field-hint">{t('author.pasteHint')}</p>
    </details>
  );
}
