/** What only the whole notice tells: whom it addresses, whose a number without a name is, seals and who provides a key. Pure. */
import { type Clause, OUTSIDE } from '@/lib/author/clauses';
import { addEntry, type Draft, setField } from '@/lib/author/draft';
import { plainSealsIn, providersIn } from './keys';
import { ABOUT } from './things';
import { audiencesIn, type ReadingContext } from './whom';

/**
 * A number without a name is of the firm before it, where the notice writes them side by side; 「联系人：王某」 is of the bureau
 * that issues the notice.
 */
export function withContactNames(draft: Draft, before: ReadonlySet<string>): Draft {
  const { contacts } = draft.entries;
  return contacts.reduce((next, { id, name, person, number, cite }, index) => {
    if (name !== '' || before.has(id)) return next;
    const last = next.entries.contacts[index - 1];
    const isBeside =
      person === '' &&
      last !== undefined &&
      last.cite === cite &&
      new RegExp(`${last.number}[、/或和]\\s*(?:0\\d{2,3}[-—]?)?${number}`).test(draft.noticeText);
    if (isBeside) {
      const fields = { name: last.name, role: last.role, about: last.about };
      return Object.entries(fields).reduce(
        (grown, [field, value]) => setField(grown, 'contacts', id, field, value),
        next,
      );
    }
    if (person === '' || next.header.issuer === '') return next;
    const fields = { name: next.header.issuer, role: 'bureau', about: ABOUT.bureau ?? '' };
    return Object.entries(fields).reduce(
      (grown, [field, value]) => setField(grown, 'contacts', id, field, value),
      next,
    );
  }, draft);
}

/**
 * Where no part says whom the notice is for: those it addresses, and of whom it wants something. Whoever is only told that they
 * can has a choice.
 */
export function withAddressed(draft: Draft, clauses: readonly Clause[], { known }: ReadingContext): Draft {
  if (draft.entries.audiences.length > 0) return draft;
  const head = clauses.find(({ cite }) => cite === OUTSIDE.head)?.text ?? '';
  const line = head.split('\n').find((each) => /[:：]$/.test(each) && !/如下[:：]$/.test(each)) ?? '';
  const addressed = audiencesIn(line, known);
  return known.reduce((next, { id }) => {
    const asked = draft.entries.duties.filter(({ audiences }) =>
      (audiences as readonly string[]).includes(id),
    );
    const isOfAll = draft.entries.duties.some(
      ({ audiences, optional }) => audiences.length === 0 && !optional,
    );
    const isOwn = asked.some(({ optional, dueLater }) => !optional && !dueLater);
    if (asked.length === 0 && !(addressed.includes(id) && isOfAll)) return next;
    // Whom the bureau's own tasks are for is no audience of the swap.
    if (id === 'finance-department' || id === 'supervising-budget-unit') return next;
    const duty =
      isOwn || (isOfAll && addressed.includes(id))
        ? 'must'
        : asked.every(({ dueLater }) => dueLater)
          ? 'not-stated'
          : 'may';
    const cite = asked[0]?.cite ?? OUTSIDE.head;
    return addEntry(next, 'audiences', { audience: id as 'supplier', duty, cite }).draft;
  }, draft);
}

/** Seals without a name of their own, where the notice has keys and tells of no seal by name. */
export function withSeals(draft: Draft, clauses: readonly Clause[]): Draft {
  const told = clauses.filter(({ cite }) => cite !== OUTSIDE.attachments);
  return plainSealsIn(told.map(({ text }) => text).join('\n')).reduce((next, key) => {
    const ofGeneration = next.entries.keys.filter(({ generation }) => generation === key.generation);
    if (ofGeneration.length === 0 || ofGeneration.some(({ kind }) => kind === 'seal')) return next;
    const word = /电子(?:签章|印章)/.exec(key.name ?? '')?.[0] ?? '';
    const own =
      told.find(({ text }) => text.includes(key.name ?? '')) ?? told.find(({ text }) => text.includes(word));
    return addEntry(next, 'keys', { ...key, cite: own?.cite ?? '' }).draft;
  }, draft);
}

/** Who provides a new key, where another sentence than its own says so. */
export function withProviders(draft: Draft, clauses: readonly Clause[]): Draft {
  const text = clauses.map((each) => each.text).join('\n');
  return draft.entries.keys.reduce((next, { id, name, generation, provider }) => {
    if (generation !== 'new' || provider !== '') return next;
    return setField(next, 'keys', id, 'provider', providersIn(text, name));
  }, draft);
}
