import { useSpeech } from '@/components/ui/language';
import { TextArea } from '@/components/ui/text-area';
import { type Clause, LONGEST_NOTICE } from '@/lib/author/clauses';
import type { Draft } from '@/lib/author/draft';

/** Where the notice's text is pasted; folded away once it has been taken apart. */
export function NoticeText(props: {
  readonly draft: Draft;
  readonly clauses: readonly Clause[];
  readonly onChange: (draft: Draft) => void;
}) {
  const { t } = useSpeech();
  const { draft, clauses } = props;
  return (
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
  );
}
