import { useSpeech } from '@/components/ui/language';
import { Select } from '@/components/ui/select';
import { type Clause, citesOf, OUTSIDE } from '@/lib/author/clauses';
import { type Draft, entriesOf } from '@/lib/author/draft';
import { findLeads } from '@/lib/author/find-leads';
import { findAmounts, findDays, findPapers, findTelephones } from '@/lib/author/finds';
import { SECTION_NAMES, type SectionName } from '@/lib/author/sections';
import { entryName, sectionName } from './words';

/** 「到期前3个月起可以续期」: when one may, and no duty. */
const isOfRenewal = (text: string) =>
  /续期|续费|延期/.test(text) && findLeads(text).some(({ anchor }) => anchor === 'certificate-expiry');

/** Parts a clause most likely belongs to, by what is found in it. */
function likelyParts(text: string, isChange: boolean): readonly SectionName[] {
  const parts: SectionName[] = [];
  if (isChange && /延|推迟|提前|调整|变更|更正|修改|改为|废止|取消|不再/.test(text)) {
    parts.push('amendments');
    if (findDays(text, 2000).length > 1) parts.push('uses');
  }
  if (/第[一二三四五六七八九十\d]{1,3}批/.test(text)) parts.push('batches');
  if (findDays(text, 2000).length > 0) parts.push('phases', 'duties');
  else if (isOfRenewal(text)) parts.push('renewals');
  else if (findLeads(text).length > 0) parts.push('duties');
  if (/(?:逾期|错过|未|没).*补[办领报交]/.test(text)) parts.push('makeUps');
  if (findPapers(text).length > 0) parts.push('materials');
  if (/地址|窗口|大厅|现场/.test(text)) parts.push('places');
  if (findTelephones(text).length > 0) parts.push('contacts');
  if (findAmounts(text).length > 0) parts.push('tariffs', 'charges');
  if (/对象|适用/.test(text)) parts.push('audiences', 'keys');
  if (/保留|停用/.test(text)) parts.push('uses', 'warnings');
  return parts.length === 0 ? ['duties', 'statements'] : parts;
}

/** The notice's clauses, each with what can be taken down from it. */
export function ClauseList(props: {
  readonly draft: Draft;
  readonly clauses: readonly Clause[];
  /** Parts of the form as it stands. */
  readonly parts: readonly SectionName[];
  readonly onTake: (section: SectionName, clause: Clause) => void;
  readonly onSetAside: (cite: string, aside: boolean) => void;
  /** Brings an entry into sight. */
  readonly onSeek: (entry: string) => void;
}) {
  const { t } = useSpeech();
  const { draft, clauses } = props;
  const takenFrom = (cite: string) =>
    SECTION_NAMES.flatMap((section) =>
      entriesOf(draft, section)
        .filter((entry) => citesOf(entry.cite).includes(cite))
        .map(({ id }) => ({ section, id })),
    );
  return (
    <ol className="author-clauses">
      {clauses.map((clause) => {
        const taken = takenFrom(clause.cite);
        const count = taken.length;
        const isAside = draft.setAside.includes(clause.cite);
        const likely = likelyParts(clause.text, props.parts.includes('amendments'));
        const isFrame = clause.cite === OUTSIDE.head || clause.cite === OUTSIDE.signature;
        return (
          <li
            key={clause.cite}
            className="author-clause"
            data-clause={clause.cite}
            data-used={count > 0 || undefined}
          >
            <p>
              <strong>{clause.cite}</strong> <span className="author-clause-text">{clause.text}</span>
            </p>
            {count > 0 && (
              <ul className="author-taken">
                {taken.map(({ section, id }) => (
                  <li key={id}>
                    <button type="button" className="button button--quiet" onClick={() => props.onSeek(id)}>
                      {sectionName(section, t)} · {entryName(draft, section, id, t)}
                    </button>
                    {draft.unchecked.includes(id) && (
                      <span className="chip chip--soon">{t('author.unchecked')}</span>
                    )}
                  </li>
                ))}
              </ul>
            )}
            {!clause.isHeading && (
              <div className="author-take">
                {count > 0 && <span className="chip chip--said">{t('author.taken', { count })}</span>}
                {!isFrame &&
                  likely.map((section) => (
                    <button
                      key={section}
                      type="button"
                      className="button"
                      onClick={() => props.onTake(section, clause)}
                    >
                      {t('author.take', { part: sectionName(section, t) })}
                    </button>
                  ))}
                <Select
                  label={t('author.takeOther', { cite: clause.cite })}
                  value=""
                  options={[
                    { value: '', label: t('author.chooseOther') },
                    ...props.parts.map((value) => ({ value, label: sectionName(value, t) })),
                  ]}
                  onChoose={(value) => value !== '' && props.onTake(value, clause)}
                />
                {count === 0 && !isFrame && (
                  <label className="choice-option">
                    <input
                      type="checkbox"
                      checked={isAside}
                      onChange={(event) => props.onSetAside(clause.cite, event.currentTarget.checked)}
                    />
                    <span>{t('author.setAside')}</span>
                  </label>
                )}
              </div>
            )}
          </li>
        );
      })}
    </ol>
  );
}
