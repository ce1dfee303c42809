/** A draft in which every field of the form holds something: what it does not write, the form cannot. */
import { addEntry, createDraft, type Draft, entriesOf, setField } from '@/lib/author/draft';
import {
  type AnyValue,
  type Field,
  fieldsOf,
  HEADER,
  SECTION_NAMES,
  type SectionName,
} from '@/lib/author/sections';
import { AUDIENCES } from '@/lib/notice/explanation';

/** Of a list of which some are chosen: all but the first, which another entry holds. */
const REST = 'rest';

/** Something a field can hold that is not what it begins with. */
export function sampleValue(name: string, field: Field, option?: string): AnyValue {
  switch (field.kind) {
    case 'flag':
      return true;
    case 'choice':
      return option ?? field.options.at(-1) ?? '';
    case 'some':
      return option === REST ? field.options.slice(1) : field.options.slice(0, 1);
    case 'one':
      return `${field.of}-1`;
    case 'several':
      return [option ?? `${field.of}-1`];
    case 'fact':
      return field.lists[0] === 'accepts' ? '' : (option ?? `${field.lists[0]}/one`);
    case 'date':
      // Later than the notice itself, whose day stands where none of their own is given, and than a first day.
      return /^(?:asOf|publishedOn|until)$/.test(name) ? '2026-03-05' : '2026-03-02';
    case 'count':
      return '3';
    case 'money':
      // No sum of two others.
      return option ?? (name === 'total' ? '150' : '60');
    default:
      return SAMPLES[name] ?? '示例';
  }
}

const SAMPLES: Readonly<Record<string, string>> = {
  number: '66660001',
  postNumber: '0519-66660001',
  postcode: '213000',
  areaCode: '0519',
  hosts: 'caigou.example.cn',
  url: 'https://czj.example.cn/1',
  source: 'https://czj.example.cn/1',
  packId: 'sample-2026-3',
  version: '1.0.0',
  code: 'sample-system',
};

/** What other fields must hold for this one to be asked at all. */
function needed(section: SectionName, name: string): Readonly<Record<string, string>> {
  const only = fieldsOf(section)[name]?.only;
  if (only === undefined || typeof only.is === 'boolean') return {};
  const held = typeof only.is === 'string' ? only.is : (only.is[0] ?? '');
  const isFact = fieldsOf(section)[only.field]?.kind === 'fact';
  return { ...needed(section, only.field), [only.field]: isFact ? `${held}/one` : held };
}

/** Choices an entry can make; one entry is written for each, so that no branch of a part is left out. */
function variants(section: SectionName): readonly Readonly<Record<string, string>>[] {
  const lists = Object.entries(fieldsOf(section)).filter(([, { kind }]) => kind === 'some');
  const found: Record<string, string>[] = [{}, Object.fromEntries(lists.map(([name]) => [name, REST]))];
  // Of a duty of the notice that is changed: written as a change of it.
  if (section === 'makeUps') found.push({ duties: 'base/one' }, { duties: 'base/one', basis: 'inferred' });
  for (const [name, field] of Object.entries(fieldsOf(section))) {
    if (field.kind === 'choice') {
      // What a warning of the kind 没写明的 rests on is settled by its kind.
      const kind = fieldsOf(section).kind;
      const first = name === 'basis' && kind?.kind === 'choice' ? { kind: kind.options[0] ?? '' } : {};
      found.push(...field.options.map((option) => ({ ...needed(section, name), ...first, [name]: option })));
    }
    // Asked only while another is empty.
    if (field.only?.is === '') found.push({ [field.only.field]: '' });
    if (field.kind === 'fact' && field.lists.length > 1) {
      for (const list of field.lists) {
        found.push({ [name]: `${list}/one` });
        if (list !== 'obligations') continue;
        const anchor = fieldsOf(section).dueAnchor;
        if (anchor?.kind === 'choice') {
          for (const each of anchor.options)
            found.push({ [name]: `${list}/one`, dueAnchor: each, fromAnchor: each });
        }
      }
    }
  }
  return found;
}

/** Flags that leave out what another field says; each is set in an entry of its own. */
const OVERRIDING = ['withdrawn', 'dueLater', 'fromLater', 'byPost'];

function filledEntry(
  draft: Draft,
  section: SectionName,
  options: Readonly<Record<string, string>>,
  overriding: string | null,
): Draft {
  const added = addEntry(draft, section, {});
  let next = setField(added.draft, section, added.id, 'cite', '一（一）');
  for (const [name, field] of Object.entries(fieldsOf(section))) {
    if (OVERRIDING.includes(name) && name !== overriding) continue;
    next = setField(next, section, added.id, name, sampleValue(name, field, options[name]));
  }
  return next;
}

export function fullDraft(): Draft {
  let draft = createDraft({
    id: 'full',
    now: '2026-03-01T00:00:00.000Z',
    guides: ['rebind'],
    system: { name: '示例系统', hosts: [] },
  });
  draft = { ...draft, entries: { ...draft.entries, systems: [] } };
  for (const [name, field] of Object.entries(HEADER)) {
    draft = { ...draft, header: { ...draft.header, [name]: String(sampleValue(name, field)) } };
  }
  draft = { ...draft, header: { ...draft.header, publishedOn: '2026-03-02' } };
  for (const section of SECTION_NAMES) {
    variants(section).forEach((options, index) => {
      draft = filledEntry(draft, section, options, null);
      // Of one audience and of one attachment the pack has one entry.
      const entry = entriesOf(draft, section).at(-1);
      if (section === 'attachments' && entry) {
        draft = setField(draft, section, entry.id, 'number', String(index + 10));
      }
      const audience = AUDIENCES[index % AUDIENCES.length];
      if (section === 'audiences' && entry && audience && !('audience' in options)) {
        draft = setField(draft, section, entry.id, 'audience', audience);
      }
    });
    for (const flag of OVERRIDING) {
      if (flag in fieldsOf(section)) {
        const options = section === 'amendments' ? { fact: 'obligations/one' } : {};
        draft = filledEntry(draft, section, options as Readonly<Record<string, string>>, flag);
      }
    }
  }
  return { ...draft, corrects: ['other-2026-1'], supplements: ['other-2026-2'], replaces: ['other-2026-3'] };
}
