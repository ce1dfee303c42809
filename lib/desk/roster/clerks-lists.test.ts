/** Lists as clerks make them: every field is what its writer meant, and what nobody can tell is told. */
import { describe, expect, it } from 'vitest';
import { CELL_LISTS } from './testing/cell-lists';
import { CHAIN_LISTS } from './testing/chain-lists';
import { countList } from './testing/clerks-count';
import type { ClerksList } from './testing/clerks-list';
import { DOUBTFUL_STEP_LISTS } from './testing/doubtful-step-lists';
import { FORM_LISTS } from './testing/form-lists';
import { MORE_LISTS } from './testing/more-lists';
import { STEP_LISTS } from './testing/step-lists';

describe.each<readonly [string, readonly ClerksList[]]>([
  ['with a column for each step', STEP_LISTS],
  ['with a column for each step, and doubts', DOUBTFUL_STEP_LISTS],
  ['with a form in the name of a step', FORM_LISTS],
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
