/** Phases of one draft beside each other: told twice, one inside another, named in another part of the notice. Pure. */
import type { Clause } from '@/lib/author/clauses';
import { addEntry, type Draft, removeEntry, setField } from '@/lib/author/draft';
import { PHASE_ACTIONS, type PhaseField } from '@/lib/author/phase-actions';
import type { Entry } from '@/lib/author/sections';
import { rulesIn } from './phase-rules';
import { sentencesOf, wholeOf } from './sentences';
import { audiencesIn, type ReadingContext } from './whom';

/** A phase strictly inside another is a window in it. */
function nestPhases(draft: Draft): Draft {
  const { phases } = draft.entries;
  return phases.reduce((next, inner) => {
    const outer = phases.find(
      ({ id, from, until }) =>
        id !== inner.id &&
        inner.until !== '' &&
        from <= inner.from &&
        (until === '' || inner.until <= until) &&
        !(from === inner.from && until === inner.until),
    );
    return outer && inner.from !== '' ? setField(next, 'phases', inner.id, 'within', outer.id) : next;
  }, draft);
}

/**
 * A phase without an end that only says which key is used, with another phase inside it, is no phase but a rule: people
 * are in the inner one.
 */
function openEndsAsRules(draft: Draft): Draft {
  const isRule = (phase: Entry<'phases'>) =>
    phase.until === '' &&
    phase.unbindOld === 'not-stated' &&
    draft.entries.phases.some(({ id, from }) => id !== phase.id && from !== '' && from >= phase.from);
  return draft.entries.phases.filter(isRule).reduce((next, phase) => {
    const { from, text, cite, audiences } = phase;
    const rules = (['bind', 'useOld', 'useNew'] as const)
      .filter((field) => phase[field] !== 'not-stated')
      .map((field) => ({ action: PHASE_ACTIONS[field], verdict: phase[field], from, text, cite, audiences }));
    return rules.reduce(
      (grown, rule) => addEntry(grown, 'rules', rule as Partial<Entry<'rules'>>).draft,
      removeEntry(next, 'phases', phase.id),
    );
  }, draft);
}

/** What one of two phases or rules says that the other leaves open. */
function together<T extends Readonly<Record<string, unknown>>>(one: T, other: T): T | null {
  const merged: Record<string, unknown> = { ...one };
  for (const field of Object.keys(PHASE_ACTIONS)) {
    const [a, b] = [one[field], other[field]];
    if (a === b || b === 'not-stated') continue;
    if (a !== 'not-stated') return null;
    merged[field] = b;
  }
  return merged as T;
}

/**
 * A phase of the same days, told twice in a notice (in its part on the swap, and again under questions and answers), is one:
 * with what both say, and both clauses.
 */
function tellPhasesOnce(draft: Draft): Draft {
  const { phases } = draft.entries;
  const same = (one: Entry<'phases'>, other: Entry<'phases'>) =>
    one.from === other.from &&
    one.until === other.until &&
    one.audiences.join() === other.audiences.join() &&
    one.levels.join() === other.levels.join();
  return phases.reduce((next, later) => {
    const first = next.entries.phases.find((each) => each.id !== later.id && same(each, later));
    const isThere = next.entries.phases.some(({ id }) => id === later.id);
    if (!first || !isThere || phases.indexOf(later) < phases.findIndex(({ id }) => id === first.id))
      return next;
    const merged = together(first, later);
    if (!merged) return next;
    const cite = first.cite.split('；').includes(later.cite) ? first.cite : `${first.cite}；${later.cite}`;
    const told = Object.keys(PHASE_ACTIONS).reduce(
      (grown, field) => setField(grown, 'phases', first.id, field, merged[field as PhaseField]),
      setField(next, 'phases', first.id, 'cite', cite),
    );
    return removeEntry(told, 'phases', later.id);
  }, draft);
}

/**
 * 「在过渡期内登录系统，先解绑旧证书，再绑定新证书」 under another title than the phase's own: whoever that is said of may do it in
 * the days of the phase that it names. Where it names nobody, and stands under nobody's title, it is said of all.
 */
function rulesInNamedPhase(draft: Draft, clauses: readonly Clause[], known: ReadingContext['known']): Draft {
  return clauses.reduce((next, clause) => {
    if (clause.isHeading) return next;
    return sentencesOf(clause.text).reduce((grown, sentence) => {
      const phase = grown.entries.phases.find(
        ({ name, unbindOld, until, cite }) =>
          name.length > 2 &&
          unbindOld === 'not-stated' &&
          until !== '' &&
          !cite.split('；').includes(clause.cite) &&
          new RegExp(`(?:于|在)?${name}(?:内|期间|里)`).test(sentence),
      );
      const { unbindOld, bind } = rulesIn(sentence);
      if (!phase || unbindOld !== 'allows' || bind !== 'allows') return grown;
      const own = audiencesIn(sentence, known);
      const over = clauses.filter(
        ({ cite, isHeading }) => isHeading && clause.cite !== cite && clause.cite.startsWith(cite),
      );
      const audiences = own.length > 0 ? own : audiencesIn(over.at(-1)?.text ?? '', known);
      const rule = {
        from: phase.from,
        until: phase.until,
        text: wholeOf(sentence),
        audiences,
        verdict: 'allows' as const,
        cite: clause.cite,
      };
      const unbinding = addEntry(grown, 'rules', { ...rule, action: PHASE_ACTIONS.unbindOld }).draft;
      return addEntry(unbinding, 'rules', { ...rule, action: PHASE_ACTIONS.bind }).draft;
    }, next);
  }, draft);
}

/** Each phase once, and what other parts of the notice let people do in it. */
export function gatherPhases(
  draft: Draft,
  clauses: readonly Clause[],
  known: ReadingContext['known'],
): Draft {
  return rulesInNamedPhase(tellPhasesOnce(draft), clauses, known);
}

/** Windows in their phases, and what only says which key is used as rules. */
export function settlePhases(draft: Draft): Draft {
  return nestPhases(openEndsAsRules(draft));
}
