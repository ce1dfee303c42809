import { describe, expect, it } from 'vitest';
import { factsInForce } from './ledger';
import type { Assertion, Fact, FactBody } from './model';

const OWN = 's/sucaiyun/rebind';
const WORD: FactBody = { kind: 'step', step: 'log-in' };

function fact(id: string, order: number, assertion: Assertion, body: FactBody, journey = OWN): Fact {
  return {
    id,
    journey,
    assertion,
    body,
    at: '2023-09-20T02:00:00Z',
    order,
    tab: 1,
    frame: 0,
    document: 'd',
  };
}
const retract = (id: string, order: number, of: string, journey = OWN) =>
  fact(id, order, 'retracted', { kind: 'retraction', of }, journey);
const ids = (facts: readonly Fact[]) => factsInForce(facts, new Set([OWN])).map(({ id }) => id);

describe('facts in force', () => {
  it('come in their order of arrival, each once', () => {
    const a = fact('a', 1, 'said', WORD);
    const b = fact('b', 2, 'seen', { kind: 'page', state: 'home' });
    expect(ids([b, a, b, a])).toEqual(['a', 'b']);
  });

  it('leave out a word taken back, and only that', () => {
    const said = fact('a', 1, 'said', WORD);
    const again = fact('c', 3, 'said', WORD);
    expect(ids([said, retract('b', 2, 'a'), again])).toEqual(['c']);
  });

  it('keep what a page showed, whoever wants it back', () => {
    expect(ids([fact('a', 1, 'seen', { kind: 'page', state: 'home' }), retract('b', 2, 'a')])).toEqual(['a']);
  });

  it('keep a word against a retraction that came before it, or from another journey', () => {
    const said = fact('a', 2, 'said', WORD);
    expect(ids([retract('b', 1, 'a'), said])).toEqual(['a']);
    expect(ids([said, retract('b', 3, 'a', 'other/sucaiyun/rebind')])).toEqual(['a']);
  });

  it('keep a word against a retraction from a journey that is carried on', () => {
    const other = 'other/sucaiyun/rebind';
    const facts = [fact('a', 1, 'said', WORD), retract('b', 2, 'a', other)];
    expect(factsInForce(facts, new Set([OWN, other])).map(({ id }) => id)).toEqual(['a']);
  });

  it('keep the first of two that claim one id', () => {
    const first = fact('a', 1, 'said', WORD);
    const second = fact('a', 2, 'seen', { kind: 'page', state: 'bind-done' });
    expect(factsInForce([second, first], new Set([OWN]))).toEqual([first]);
  });

  it('leave out what nobody can assert: a page’s word, a person’s sight', () => {
    expect(ids([fact('a', 1, 'seen', WORD), fact('b', 2, 'said', { kind: 'page', state: 'home' })])).toEqual(
      [],
    );
  });

  it('leave out other journeys', () => {
    expect(ids([fact('a', 1, 'said', WORD, 'other/sucaiyun/rebind')])).toEqual([]);
  });
});
