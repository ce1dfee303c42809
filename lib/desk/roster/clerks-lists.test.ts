/** Lists as clerks make them: every field is what its writer meant, and what nobody can tell is told. */
import { describe, expect, it } from 'vitest';
import { CELL_LISTS } from './cell-lists-fixture';
import { CHAIN_LISTS } from './chain-lists-fixture';
import { countList } from './clerks-count-fixture';
import type { ClerksList } from './clerks-list';
import { DOUBTFUL_STEP_LISTS } from './doubtful-step-lists-fixture';
import { MORE_LISTS } from './more-lists-fixture';
import { STEP_LISTS } from './step-lists-fixture';

describe.each<readonly [string, readonly ClerksList[]]>([
  ['with a column for each step', STEP_LISTS],
  ['with a column for each step, and doubts', DOUBTFUL_STEP_LISTS],
  ['with two things in one cell', CELL_LISTS],
  ['of a second set', MORE_LISTS],
  ['that a group chat wrote', CHAIN_LISTS],
])('a list %s', (_, lists) => {
  it.each(lists.map((list) => [list.title, list] as const))('%s', async (_title, list) => {
    const { right, ...faults } = await countList(list);
    expect(faults).toEqual({ wrong: 0, missing: 0, guessed: 0, untold: 0, needless: 0, notes: [] });
    expect(right).toBeGreaterThan(0);
  });
});
