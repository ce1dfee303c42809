/** What a colleague would say where a notice lets some people off, and speaks to them all the same. Pure. */
import type { Advice } from './advice-model';
import type { Draft } from './draft';
import { PHASE_FIELDS } from './phase-actions';

/**
 * What names nobody is told to everybody: beside 「供应商不在本次更换范围，所持CA照常使用」, a day from which "the old CA must
 * not be used" reads, to a supplier, as said of his own. A key that has no days stays in use, whoever holds it.
 */
export function* onExempt({ entries }: Draft): Generator<Advice> {
  const { audiences, phases, uses, systems } = entries;
  if (!audiences.some(({ duty }) => duty === 'nothing')) return;
  for (const phase of phases) {
    const { id, name } = phase;
    if (phase.audiences.length > 0 || PHASE_FIELDS.every((field) => phase[field] === 'not-stated')) continue;
    yield { code: 'exemptInPhase', params: { name }, entry: { section: 'phases', id } };
  }
  for (const { id, system, from, until, audiences: whom } of uses) {
    if (whom.length > 0 || (from.trim() === '' && until.trim() === '')) continue;
    const name = systems.find((each) => each.id === system)?.name ?? '';
    yield { code: 'exemptInUse', params: { name }, entry: { section: 'uses', id } };
  }
}
