import { FilePlus2, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/ui/dialog';
import { useSpeech } from '@/components/ui/language';
import { Select } from '@/components/ui/select';
import { StoreFailureNotice } from '@/components/ui/store-failure';
import type { Draft } from '@/lib/author/draft';
import type { Drafting } from './use-draft';

/** Which draft is on the screen, and whether what was written is kept. */
export function Drafts(props: { readonly drafting: Drafting; readonly draft: Draft }) {
  const { t } = useSpeech();
  const { drafting, draft } = props;
  const [isAsking, setAsking] = useState(false);
  const { kept } = drafting;
  const others = drafting.all.some(({ id }) => id === draft.id) ? drafting.all : [draft, ...drafting.all];
  return (
    <div className="author-drafts">
      <Select
        label={t('author.draft')}
        value={draft.id}
        options={others.map(({ id, header }) => ({
          value: id,
          label: header.title.trim() || header.documentNumber.trim() || t('author.untitled'),
        }))}
        onChoose={drafting.open}
      />
      <button type="button" className="button" onClick={drafting.begin}>
        <FilePlus2 aria-hidden="true" size="1.15em" /> {t('author.begin')}
      </button>
      <button type="button" className="button button--quiet button--remove" onClick={() => setAsking(true)}>
        <Trash2 aria-hidden="true" size="1.15em" /> {t('author.removeDraft')}
      </button>
      <span className="fine" role="status">
        {kept.state === 'kept' && t('author.kept')}
        {kept.state === 'keeping' && t('ui.saving')}
      </span>
      {kept.state === 'failed' && (
        <StoreFailureNotice kind={kept.why} onRetry={() => drafting.change(draft)} />
      )}
      {isAsking && (
        <ConfirmDialog
          title={t('author.removeQuestion')}
          description={t('author.removeWarning')}
          confirm={t('author.removeDraft')}
          onConfirm={() => {
            setAsking(false);
            void drafting.remove(draft.id);
          }}
          onCancel={() => setAsking(false)}
        />
      )}
    </div>
  );
}
