import { describe, expect, it } from 'vitest';
import type { Answer } from '@/scripts/eval/targets-model';
import { type ScoredCase, summariseTargets } from '@/scripts/eval/targets-score';

const reading = (answer: Answer) => ({ answer, label: null, reasons: [] });

function scored(page: string, mutation: string | null, seen: Answer, known: Answer, more = {}): ScoredCase {
  return {
    page,
    target: 'unbind',
    mutation,
    benign: true,
    expected: true,
    applies: true,
    state: 'ca-list',
    seen: reading(seen),
    known: reading(known),
    css: 'wrong',
    role: 'missing',
    ...more,
  };
}

describe('the summary of targets', () => {
  const cases = [
    scored('a', null, 'right', 'right'),
    scored('a', 'wrapped', 'right', 'right'),
    scored('a', 'renamed', 'missing', 'right'),
    scored('a', 'removed', 'missing', 'wrong', { benign: false }),
    scored('b', null, 'missing', 'missing'),
    scored('b', 'wrapped', 'wrong', 'ambiguous'),
    scored('c', null, 'missing', 'missing', { benign: false, expected: false }),
  ];
  const summary = summariseTargets(cases);

  it('counts a wrong answer whichever way the page state was told', () => {
    expect(summary).toMatchObject({ wrong: 2, cases: 7, pages: 3 });
  });

  it('counts as found what the resolver found, and apart what recognition was right about as well', () => {
    expect(summary).toMatchObject({ benign: 3, found: 2, foundSeen: 1 });
    expect(summary.unmutated).toEqual({ expected: 2, found: 1, foundSeen: 1, absent: 1, wrong: 0 });
  });

  it('counts as still found only what was found before', () => {
    expect(summary.still).toEqual({ known: [2, 2], seen: [1, 2] });
  });

  it('gives peers the same cases', () => {
    expect(summary.peers).toEqual({
      css: { wrong: 4, found: 0, benign: 3 },
      role: { wrong: 0, found: 0, benign: 3 },
    });
    expect(summary.mutations.removed).toMatchObject({
      benign: false,
      cases: 1,
      known: { wrong: 1, found: 0 },
    });
  });
});
