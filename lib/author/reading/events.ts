/** Days of one's own that duties count from, as their words name them: 原CA解绑后3个工作日内. Pure. */
import { baseEntries } from '@/lib/author/base';
import { addEntry, type Draft, setField } from '@/lib/author/draft';
import { findLeads } from '@/lib/author/find-leads';
import type { NoticePack } from '@/lib/notice/model';

/**
 * What these duties count from, taken down once for all of them and tied to each. A duty that already counts from something
 * chosen stays as it is.
 * @param ids of duties that were just read; others may be half written
 * @param base the notice that is changed: what it names already is not named again
 */
export function withEvents(draft: Draft, ids: ReadonlySet<string>, base: NoticePack | null): Draft {
  return draft.entries.duties.reduce((next, duty) => {
    if (!ids.has(duty.id) || duty.dueAnchor !== 'event' || duty.dueEvent !== '') return next;
    const name = findLeads(duty.text).find(({ anchor }) => anchor === 'event')?.event;
    if (name === undefined) return next;
    const known =
      next.entries.events.find((each) => each.name === name)?.id ??
      baseEntries(base, 'events').find((each) => each.name === name)?.value;
    if (known !== undefined) return setField(next, 'duties', duty.id, 'dueEvent', known);
    const added = addEntry(next, 'events', { name, cite: duty.cite });
    return setField(added.draft, 'duties', duty.id, 'dueEvent', added.id);
  }, draft);
}
