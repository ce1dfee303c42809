/** The page 编写通知: a notice becomes a pack, clause by clause, in a form. */
import { useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useSpeech } from '@/components/ui/language';
import { Tabs } from '@/components/ui/tabs';
import { amends, changeNotice } from '@/lib/author/base';
import { type Clause, splitClauses } from '@/lib/author/clauses';
import { checkEntries, type Draft } from '@/lib/author/draft';
import { HEADER_ITSELF, takeDown } from '@/lib/author/first-draft';
import { takePart } from '@/lib/author/prefill';
import { changedNotice, isSameNumber } from '@/lib/author/reading/relation';
import { reviewDraft } from '@/lib/author/review';
import { SECTION_NAMES, type SectionName } from '@/lib/author/sections';
import { baseOf, type OwnPack, ownPacks, packsToChange } from './base-of';
import { CheckSheet } from './check-sheet';
import { ClauseList } from './clause-list';
import { DraftFile } from './draft-file';
import { Drafts } from './drafts';
import { Findings } from './findings';
import { GuideChoice } from './guide-choice';
import { HeaderForm } from './header-form';
import { NoticeText } from './notice-text';
import { Preview } from './preview';
import { SectionPanel } from './section-panel';
import type { AuthorServices } from './services';
import { useDraft } from './use-draft';
import './author.css';

export function AuthorPage({ services }: { readonly services: AuthorServices }) {
  const { t } = useSpeech();
  const drafting = useDraft(services);
  return (
    <div className="page author">
      <header className="author-head">
        <h1>{t('author.title')}</h1>
        <p className="fine">
          {t('ui.productName')} · {t('ui.unofficial')}
        </p>
        <p>{t('author.what')}</p>
      </header>
      {drafting.draft === null ? (
        <p role="status">{t('ui.loading')}</p>
      ) : (
        <main>
          <Drafts drafting={drafting} draft={drafting.draft} />
          <DraftFile drafting={drafting} draft={drafting.draft} services={services} />
          <Desk
            key={drafting.draft.id}
            draft={drafting.draft}
            drafts={drafting.all}
            services={services}
            onChange={drafting.change}
          />
        </main>
      )}
    </div>
  );
}

const VIEWS = ['form', 'findings', 'preview', 'sheet'] as const;
type View = (typeof VIEWS)[number];

function Desk(props: {
  readonly draft: Draft;
  readonly drafts: readonly Draft[];
  readonly services: AuthorServices;
  readonly onChange: (draft: Draft) => void;
}) {
  const { t } = useSpeech();
  const { draft, services, onChange } = props;
  const [wanted, setWanted] = useState<string | null>(null);
  const [view, setView] = useState<View>('form');
  const clauses = useMemo(() => splitClauses(draft.noticeText), [draft.noticeText]);
  const base = useMemo(
    () =>
      baseOf(
        { supplements: draft.supplements, corrects: draft.corrects, baseFile: draft.baseFile },
        services,
      ),
    [draft.supplements, draft.corrects, draft.baseFile, services],
  );
  // The other drafts stand still while this one is written.
  const own = useRef<readonly OwnPack[] | null>(null);
  own.current ??= ownPacks(props.drafts, draft.id, services);
  const review = useMemo(() => reviewDraft(draft, clauses, services, base), [draft, clauses, services, base]);
  // What changes another notice can be written down once that notice is chosen.
  const parts = SECTION_NAMES.filter(
    (section) => section !== 'amendments' || amends(draft) || draft.entries.amendments.length > 0,
  );
  const year =
    Number(draft.header.publishedOn.slice(0, 4)) ||
    Number(draft.header.signedOn.slice(0, 4)) ||
    services.now().getFullYear();

  const add = (section: SectionName, clause: Clause | null) => {
    const taken = takePart(draft, section, clause, { year, known: services.audiences, base });
    onChange(taken.draft);
    setView('form');
    setWanted(taken.first);
  };

  const seek = (id: string) => {
    setView('form');
    setWanted(id);
  };

  // A text that changes another notice is read beside that one.
  const changed = changedNotice(draft.noticeText);
  const named =
    changed &&
    packsToChange(services.knownPacks, own.current).find(({ pack }) =>
      isSameNumber(pack.documentNumber, changed.documentNumber),
    );
  const isChosen = amends(draft);

  const latest = useRef(draft);
  latest.current = draft;

  const read = async () => {
    const initials = await services.initials();
    // What was written while the reader was loaded stays.
    const now = latest.current;
    const begun =
      changed && named && !isChosen
        ? {
            ...changeNotice(now, named.pack, named.text),
            supplements: [],
            corrects: [],
            [changed.relation]: [named.pack.id],
          }
        : now;
    const beside = isChosen ? base : (named?.pack ?? null);
    const next = takeDown(begun, clauses, { year, known: services.audiences, base: beside, initials });
    // On the screen at once: a key pressed before it would be written into the draft of before, and that kept.
    flushSync(() => {
      onChange(next);
      setView('form');
      setWanted(null);
    });
  };

  /** On to the next one: the author goes through all of them with one button. */
  const checked = (...ids: readonly string[]) => {
    const at = Math.min(...ids.map((id) => draft.unchecked.indexOf(id)));
    const next = checkEntries(draft, ids);
    onChange(next);
    setWanted(next.unchecked[at] ?? next.unchecked[0] ?? null);
  };

  return (
    <div className="author-desk">
      <section className="author-source" aria-labelledby="source-title">
        <h2 id="source-title">{t('author.source')}</h2>
        <NoticeText
          draft={draft}
          clauses={clauses}
          changed={changed && { number: changed.documentNumber, isHere: isChosen || named !== undefined }}
          onChange={onChange}
          onRead={read}
        />
        <ClauseList
          draft={draft}
          clauses={clauses}
          parts={parts}
          onTake={add}
          onSeek={seek}
          onSetAside={(cite, aside) =>
            onChange({
              ...draft,
              setAside: aside ? [...draft.setAside, cite] : draft.setAside.filter((each) => each !== cite),
            })
          }
        />
      </section>
      <div className="author-main">
        <Tabs
          label={t('author.views')}
          chosen={view}
          tabs={VIEWS.map((id) => ({
            id,
            label: t(`author.view.${id}`),
            count: id === 'findings' ? review.problems.length + review.advice.length : null,
          }))}
          onChoose={(id) => setView(id)}
        >
          {view === 'form' && (
            <div className="author-form">
              <HeaderForm
                draft={draft}
                services={services}
                review={review}
                base={base}
                own={own.current}
                onChange={onChange}
                isWanted={wanted === HEADER_ITSELF}
                onChecked={() => checked(HEADER_ITSELF)}
              />
              {parts.map((section) => (
                <SectionPanel
                  key={section}
                  draft={draft}
                  section={section}
                  review={review}
                  base={base}
                  clauses={clauses}
                  wanted={wanted}
                  onChecked={checked}
                  onAdd={() => add(section, null)}
                  onChange={onChange}
                />
              ))}
              <GuideChoice draft={draft} services={services} onChange={onChange} />
            </div>
          )}
          {view === 'findings' && (
            <Findings draft={draft} review={review} services={services} onSeek={seek} />
          )}
          {view === 'preview' && <Preview draft={draft} review={review} base={base} services={services} />}
          {view === 'sheet' && <CheckSheet draft={draft} base={base} clauses={clauses} services={services} />}
        </Tabs>
      </div>
    </div>
  );
}
