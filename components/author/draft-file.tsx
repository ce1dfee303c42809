/** A draft is taken along as a file, and gone on with from one. */
import { useState } from 'react';
import { FileDrop } from '@/components/popup/file-drop';
import { useSpeech } from '@/components/ui/language';
import type { Draft } from '@/lib/author/draft';
import { loadPack } from '@/lib/notice/load';
import type { AuthorServices } from './services';
import type { Drafting } from './use-draft';

const nameOf = ({ header }: Draft) => header.packId.trim() || header.title.trim().slice(0, 30) || 'draft';

export function DraftFile(props: {
  readonly drafting: Drafting;
  readonly draft: Draft;
  readonly services: AuthorServices;
}) {
  const { t } = useSpeech();
  const { drafting, draft, services } = props;
  const [told, setTold] = useState<{ readonly words: string; readonly isWrong: boolean } | null>(null);
  const open = async (files: readonly File[]) => {
    const text = (await files[0]?.text()) ?? '';
    const found = services.readDraft(text);
    if (found) {
      drafting.add(found);
      setTold({ words: t('author.draftOpened'), isWrong: false });
      return;
    }
    // A pack has not what the draft had: the notice's text, and who looked at what. Its draft may be here all the same.
    const pack = loadPack(text);
    const own = pack.ok && drafting.all.find(({ header }) => header.packId.trim() === pack.pack.id);
    if (own) drafting.open(own.id);
    setTold({
      words: t(own ? 'author.packsDraft' : pack.ok ? 'author.packNoDraft' : 'author.noDraftFile'),
      isWrong: !own,
    });
  };
  return (
    <details className="author-draft-file" data-part="draft-file">
      <summary>{t('author.draftFile')}</summary>
      <p>
        <button
          type="button"
          className="button"
          onClick={() =>
            services.saveFile(
              `${nameOf(draft)}.draft.json`,
              'application/json',
              `${JSON.stringify(draft, null, 2)}\n`,
            )
          }
        >
          {t('author.saveDraft')}
        </button>
      </p>
      <FileDrop
        busy={false}
        other={{
          accept: '.json,application/json',
          drop: t('author.draftDrop'),
          choose: t('author.draftChoose'),
          fine: t('author.draftFine'),
        }}
        onFiles={(files) => void open(files)}
      />
      {told !== null && (
        <p className={told.isWrong ? 'note note--red' : 'note'} role={told.isWrong ? 'alert' : 'status'}>
          {told.words}
        </p>
      )}
    </details>
  );
}
