/** Which notice this one supplements, corrects or takes the place of. */
import { useState } from 'react';
import { FileDrop } from '@/components/popup/file-drop';
import { useSpeech } from '@/components/ui/language';
import { Select } from '@/components/ui/select';
import { amendedIds, changeNotice } from '@/lib/author/base';
import type { Draft } from '@/lib/author/draft';
import { loadPack } from '@/lib/notice/load';
import type { NoticePack } from '@/lib/notice/model';
import { sayProblem } from '@/lib/notice/say-problem';
import { type OwnPack, packsToChange } from './base-of';
import type { AuthorServices } from './services';

interface Props {
  readonly draft: Draft;
  readonly services: AuthorServices;
  readonly base: NoticePack | null;
  /** Notices written here that are not published to this machine yet. */
  readonly own: readonly OwnPack[];
  readonly onChange: (draft: Draft) => void;
}

const RELATIONS = ['supplements', 'corrects'] as const;

export function BaseChoice({ draft, services, base, own, onChange }: Props) {
  const { t, say } = useSpeech();
  const [refused, setRefused] = useState<string | null>(null);
  const [id = ''] = amendedIds(draft);
  const others = packsToChange(services.knownPacks, own).filter(({ pack }) => pack.id !== base?.id);
  const offered = [...(base ? [base] : []), ...others.map(({ pack }) => pack)];
  const options = [
    { value: '', label: t('author.noBase') },
    ...offered.map((pack) => ({ value: pack.id, label: `${pack.documentNumber} ${say(pack.title)}` })),
    // A notice that is not at hand any more is still named.
    ...(id !== '' && !offered.some((pack) => pack.id === id) ? [{ value: id, label: id }] : []),
  ];
  const choose = (wanted: string) => {
    setRefused(null);
    const pack = offered.find((each) => each.id === wanted);
    const file = others.find((each) => each.pack === pack)?.text ?? '';
    if (pack) onChange(changeNotice(draft, pack, pack === base ? draft.baseFile : file));
    else if (wanted === '') {
      const guides = services.templates.map((each) => each.id);
      onChange({ ...draft, supplements: [], corrects: [], baseFile: '', guides });
    }
  };
  const read = async (files: readonly File[]) => {
    const text = (await files[0]?.text()) ?? '';
    const loaded = loadPack(text);
    if (!loaded.ok) {
      const [problem] = loaded.problems;
      setRefused(t('author.baseRefused', { problem: problem ? sayProblem(problem, t) : '' }));
      return;
    }
    setRefused(null);
    onChange(changeNotice(draft, loaded.pack, text));
  };
  return (
    <div className="author-wide" data-part="base">
      <Select label={t('author.base')} value={id} options={options} onChoose={choose} />
      {id !== '' && (
        <Select
          label={t('author.relation')}
          value={draft.corrects.length > 0 ? 'corrects' : 'supplements'}
          options={RELATIONS.map((value) => ({ value, label: t(`author.${value}`) }))}
          onChoose={(relation) => onChange({ ...draft, supplements: [], corrects: [], [relation]: [id] })}
        />
      )}
      <details>
        <summary>{t('author.baseFromFile')}</summary>
        <FileDrop
          busy={false}
          other={{
            accept: '.json,application/json',
            drop: t('author.baseDrop'),
            choose: t('author.baseFile'),
            fine: t('author.baseFine'),
          }}
          onFiles={(files) => void read(files)}
        />
      </details>
      {refused !== null && (
        <p className="note note--red" role="alert">
          {refused}
        </p>
      )}
    </div>
  );
}
