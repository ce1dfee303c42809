/** A notice and what a clerk does with it in the form; the same steps are walked in a browser (tests/e2e). */
import { baseEntries, changeNotice } from '@/lib/author/base';
import { nameOfEntry } from '@/lib/author/check-sheet';
import { splitClauses } from '@/lib/author/clauses';
import { createDraft, type Draft, entriesOf, removeEntry, sectionOf, setField } from '@/lib/author/draft';
import { takePart } from '@/lib/author/prefill';
import { type AnyValue, fieldsOf, type HEADER, type SectionName } from '@/lib/author/sections';
import type { NoticePack } from '@/lib/notice/model';
import { PARTS } from './sample-draft';

/** What a field gets: words, a day, a choice; on and off; several choices. Other entries are named as the form names them. */
export type Given = string | boolean | readonly string[];

export interface Walk {
  /** Id of the pack. */
  readonly name: string;
  readonly text: string;
  readonly header: Readonly<Partial<Record<keyof typeof HEADER, string>>>;
  readonly steps: readonly Step[];
}

export type Step =
  /** A clause is taken down as entries of a part. */
  | { readonly take: string; readonly as: SectionName }
  | { readonly aside: string }
  | { readonly remove: string }
  | { readonly entry: string; readonly fill: Readonly<Record<string, Given>> };

/** The draft that the steps come to, by the form's own functions. */
export function walkDraft(walk: Walk, base: NoticePack | null, relation: 'supplements' | 'corrects'): Draft {
  let draft = createDraft({
    id: walk.name,
    now: '2026-07-22T01:00:00.000Z',
    guides: PARTS.templates.map(({ id }) => id),
    system: { name: '苏采云', hosts: ['jszfcg.jsczt.cn'] },
  });
  draft = { ...draft, noticeText: walk.text };
  if (base) {
    draft = changeNotice(draft, base, JSON.stringify(base));
    draft = { ...draft, supplements: [], corrects: [], [relation]: [base.id] };
  }
  draft = { ...draft, header: { ...draft.header, ...walk.header } };
  const clauses = splitClauses(walk.text);
  const year = Number(draft.header.publishedOn.slice(0, 4));
  for (const step of walk.steps) {
    if ('take' in step) {
      const clause = clauses.find(({ cite }) => cite === step.take);
      if (!clause) throw new Error(`no clause ${step.take}`);
      draft = takePart(draft, step.as, clause, { year, known: PARTS.audiences, base }).draft;
    } else if ('aside' in step) draft = { ...draft, setAside: [...draft.setAside, step.aside] };
    else if ('remove' in step) draft = removeEntry(draft, sectionOf(step.remove), step.remove);
    else {
      const section = sectionOf(step.entry);
      if (!entriesOf(draft, section).some(({ id }) => id === step.entry)) throw new Error(`no ${step.entry}`);
      for (const [name, value] of Object.entries(step.fill)) {
        draft = setField(
          draft,
          section,
          step.entry,
          name,
          held(draft, base, section, name, value, step.entry),
        );
      }
    }
  }
  return draft;
}

/** What the form keeps for what the clerk chose. */
function held(
  draft: Draft,
  base: NoticePack | null,
  section: SectionName,
  name: string,
  value: Given,
  id: string,
): AnyValue {
  const field = fieldsOf(section)[name];
  if (!field) throw new Error(`no field ${section}.${name}`);
  const before = entriesOf(draft, section).find((entry) => entry.id === id)?.[name];
  const added = (values: readonly string[]) => [...(Array.isArray(before) ? before : []), ...values];
  if (field.kind === 'some' && Array.isArray(value)) return added(value as readonly string[]);
  if (!('of' in field) || typeof value === 'boolean') return value;
  const of = field.of as SectionName;
  const choices = [
    ...entriesOf(draft, of).map((entry) => ({ value: entry.id, name: nameOfEntry(draft, of, entry.id) })),
    ...baseEntries('ownOnly' in field ? null : base, of).map((each) => ({
      ...each,
      name: `${base?.documentNumber ?? ''} ${each.name}`,
    })),
  ];
  const chosen = (label: string) => {
    const found = choices.find((each) => each.name === label);
    if (!found) throw new Error(`${section}.${name}: nothing is called ${label}`);
    return found.value;
  };
  return typeof value === 'string' ? chosen(value) : added(value.map(chosen));
}
