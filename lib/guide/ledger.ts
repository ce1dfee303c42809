import type { Assertion, Fact, FactBody } from './model';

const ASSERTION: Readonly<Record<FactBody['kind'], Assertion>> = {
  page: 'seen',
  warned: 'seen',
  step: 'said',
  skip: 'said',
  chosen: 'said',
  answer: 'said',
  'holds-new': 'said',
  trouble: 'said',
  circumstance: 'said',
  retraction: 'retracted',
};

/** The only way a body of this kind can be asserted: a page cannot say, a person cannot see (design.md §3.5). */
export function assertionOf(body: FactBody): Assertion {
  return ASSERTION[body.kind];
}

/** Order of arrival; the id settles what a ledger should never hold, so that the fold stays deterministic. */
function byArrival(a: Fact, b: Fact): number {
  return a.order - b.order || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/**
 * The facts of some journeys that hold, in the order in which they arrived. Left out are other journeys'
 * facts, repeated deliveries, facts whose assertion does not fit their body, and words taken back. A
 * retraction takes back an earlier word of its own journey; what a page showed cannot be taken back.
 *
 * @param journeys ids as `journeyId` makes them
 */
export function factsInForce(facts: readonly Fact[], journeys: ReadonlySet<string>): readonly Fact[] {
  const known = new Map<string, Fact>();
  const retracted = new Set<string>();
  for (const fact of [...facts].sort(byArrival)) {
    const { id, journey, assertion, body } = fact;
    if (!journeys.has(journey) || known.has(id) || assertion !== assertionOf(body)) continue;
    known.set(id, fact);
    if (body.kind !== 'retraction') continue;
    const word = known.get(body.of);
    if (word?.assertion === 'said' && word.journey === journey) retracted.add(word.id);
  }
  return [...known.values()].filter(({ id, assertion }) => assertion !== 'retracted' && !retracted.has(id));
}
