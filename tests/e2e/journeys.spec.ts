/**
 * Every guide of the notice on the practice skins, interrupted (issue 5 "Shown"). The quick suite walks each
 * once, with one interruption; the full one walks each with every kind before every stride, and as it runs
 * every test three times, each time on another skin.
 */
import notice from '@/notices/changzhou-2023-12.json' with { type: 'json' };
import { isFull } from './harness/extent';
import { expect, test } from './harness/fixtures';
import { JOURNEYS } from './harness/journeys/table';
import { INTERRUPTIONS, type Interruption, walkJourney } from './harness/journeys/walk';
import { SKINS, type SkinName } from './harness/person';

const NAMES = Object.keys(SKINS) as readonly SkinName[];
const skinOf = (turn: number): SkinName => NAMES[turn % NAMES.length] ?? 'element';

/** The quick suite's sample: how each is interrupted, and before which stride. */
const SAMPLE: Readonly<Record<string, readonly [Interruption, number]>> = {
  prepare: ['restart', 3],
  apply: ['update', 2],
  'await-new': ['mishap', 0],
  rebind: ['restart', 6],
  'late-comer': ['restart', 2],
  'first-binding': ['mishap', 3],
  'bind-again': ['other-tab', 0],
  'hand-over': ['update', 7],
  'unbind-by-application': ['restart', 3],
  'which-key': ['other-tab', 0],
  'key-recognised': ['mishap', 6],
  'after-binding': ['update', 1],
};

test.use({ updatable: true });

test('the table has a journey for each guide of the notice', () => {
  const walked = JOURNEYS.map(({ guide }) => guide);
  expect(walked.toSorted()).toEqual(notice.guides.map(({ id }) => id).toSorted());
  expect(Object.keys(SAMPLE).toSorted()).toEqual(walked.toSorted());
});

for (const [at, journey] of JOURNEYS.entries()) {
  const { guide, strides } = journey;
  if (!isFull) {
    const [by, before] = SAMPLE[guide] ?? ['restart', 0];
    const skin = skinOf(at);
    const where = by === 'other-tab' ? '' : ` before “${strides[before]?.name}”`;
    test(`${guide}, skin ${skin}, ${by}${where}: the guide goes on to its end`, async ({
      browserWithExtension,
    }) => {
      await walkJourney(browserWithExtension, journey, { skin, by, before });
    });
    continue;
  }
  for (const [turn, by] of INTERRUPTIONS.entries()) {
    test(`${guide}, ${by} before every stride: the guide goes on to its end`, async ({
      browserWithExtension,
    }, { repeatEachIndex }) => {
      test.setTimeout(60_000 + strides.length * 30_000);
      const skin = skinOf(at + turn + repeatEachIndex);
      await test.step(`skin ${skin}`, () => walkJourney(browserWithExtension, journey, { skin, by }));
    });
  }
}
