/**
 * The released recogniser over the invented pages of tests/pages: the bars of the recognition issue
 * (95 of 100 right or tolerated, 89 strictly; each label's recall; silence; no d taken for e), set by set.
 */
import { expect, test } from '@playwright/test';
import { readPages } from '@/scripts/eval/read-pages';
import { isRight, summarise } from '@/scripts/eval/score';
import { inRoot } from '@/scripts/setup/paths.mjs';

const SETS = ['set-a', 'set-b', 'set-c', 'set-d', 'set-e', 'set-f', 'set-g', 'set-h', 'set-i'];

for (const set of SETS) {
  test(`recognises the pages of ${set}`, async () => {
    // Some ninety pages, one after another.
    test.setTimeout(240_000);
    const scored = await readPages(inRoot('tests', 'pages', set), () => {});
    const { files, right, rightOrTolerated, labels, falseAlarms, confusedDE } = summarise(scored);
    const wrong = scored.filter((file) => !isRight(file)).map(({ file, state }) => `${file} ${state}`);
    expect(rightOrTolerated / files, wrong.join(', ')).toBeGreaterThanOrEqual(0.95);
    expect(right / files, wrong.join(', ')).toBeGreaterThanOrEqual(58 / 65);
    for (const [label, { recall }] of Object.entries(labels)) {
      // Home pages and unbind-done have no letter in the issue, and are a handful in each set.
      if (label === '-') continue;
      expect(recall[0] / recall[1], `recall of ${label}: ${wrong.join(', ')}`).toBeGreaterThanOrEqual(0.8);
    }
    expect(falseAlarms.all, wrong.join(', ')).toBeLessThanOrEqual(1);
    expect(falseAlarms.asDEF, wrong.join(', ')).toBe(0);
    expect(confusedDE).toBe(0);
  });
}
