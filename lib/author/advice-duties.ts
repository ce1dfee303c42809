/** What a colleague would say of what is told of duties apart from them: days to make up on, places, notes. Pure. */
import { isCalendarDate } from '@/lib/notice/days';
import type { Advice } from './advice-model';
import { inBase } from './base';
import type { Draft } from './draft';
import type { Entry } from './sections';

const hasLastDay = ({ due, dueAnchor, dueLater }: Entry<'duties'>) =>
  due.trim() !== '' || dueAnchor !== 'none' || dueLater;

function* onMakeUp({ id, duties, from }: Entry<'makeUps'>, { entries }: Draft): Generator<Advice> {
  const entry = { section: 'makeUps', id } as const;
  const own = entries.duties.filter((duty) => duties.includes(duty.id));
  const endless = own.find((duty) => !hasLastDay(duty));
  if (endless) yield { code: 'makeUpOfNoDay', params: { name: endless.text.slice(0, 30) }, entry };
  // Of a duty that goes by batches nobody is late before the last of them is over.
  const isOfBatches = own.some(
    ({ dueAnchor, batches }) => dueAnchor.startsWith('batch-') || batches.length > 1,
  );
  const running = entries.batches.find(({ until }) => isCalendarDate(until) && until >= from);
  if (isOfBatches && isCalendarDate(from) && running) {
    yield { code: 'makeUpInBatch', params: { date: from, name: running.name, until: running.until }, entry };
  }
}

export function* onDutyParts(draft: Draft): Generator<Advice> {
  const { makeUps, wheres, notes } = draft.entries;
  for (const makeUp of makeUps) {
    yield* onMakeUp(makeUp, draft);
    if (makeUp.duties.length === 0)
      yield { code: 'noDuty', params: {}, entry: { section: 'makeUps', id: makeUp.id } };
  }
  // Written nowhere, since it is a part of its duty.
  for (const [section, entries] of [
    ['wheres', wheres],
    ['notes', notes],
  ] as const) {
    for (const { id, duty } of entries) {
      if (duty === '' || inBase(duty) !== null) yield { code: 'noDuty', params: {}, entry: { section, id } };
    }
  }
}
