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

const areDisjoint = (a: readonly string[], b: readonly string[]) =>
  a.length > 0 && b.length > 0 && !a.some((each) => b.includes(each));

/**
 * Unbinding by an application told apart from the phase it is allowed in: the phase by itself would lead people to unbind
 * alone, which cannot be undone.
 */
function* onApplications({ entries }: Draft): Generator<Advice> {
  const applied = entries.rules.filter(
    ({ action, verdict, byApplication }) => action === 'unbind-old' && verdict === 'allows' && byApplication,
  );
  for (const { id, name, from, until, unbindOld, byApplication, audiences } of entries.phases) {
    if (unbindOld !== 'allows' || byApplication) continue;
    const isSaidElsewhere = applied.some(
      (rule) =>
        !areDisjoint(rule.audiences, audiences) &&
        (rule.from === '' || until === '' || rule.from <= until) &&
        (rule.until === '' || from === '' || from <= rule.until),
    );
    if (isSaidElsewhere) yield { code: 'unbindsAlone', params: { name }, entry: { section: 'phases', id } };
  }
}

export function* onDutyParts(draft: Draft): Generator<Advice> {
  const { makeUps, wheres, notes } = draft.entries;
  yield* onApplications(draft);
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
