/** Ten thousand spoilt packs (REBIND_ROUNDS multiplies a tenth of them): none crashes, none passes that breaks an invariant. */
import { describe, expect, it } from 'vitest';
import { withGuide } from '@/lib/guide/plain-guide';
import { planAway } from '@/lib/guide/plan';
import { translatorFor } from '@/scripts/notice/command-line';
import { drawSeeded } from '@/tests/seeded-numbers';
import { builtinPack } from './builtin';
import { compose } from './compose';
import { differencesBetween } from './differences';
import { AUDIENCES } from './explanation';
import { noticeInForce } from './in-force';
import { loadPack } from './load';
import type { NoticePack } from './model';
import { readNotice, writeReading } from './reading';
import { sayDifferences } from './say-difference';
import { sayProblem } from './say-problem';
import { amendedBy } from './standing';
import { examplePack, examplePacks } from './testing/examples';
import { brokenAlone, brokenInvariants } from './testing/invariants';
import { mutatePack } from './testing/mutate';
import { rounds } from './testing/rounds';

const t = translatorFor('zh');
const voice = { t, language: 'zh' } as const;
const DAYS = ['2023-09-20', '2026-03-16', '2026-09-19', '2026-10-20', '2031-01-01'];

/** Uses a pack in every way there is. Throws where one of them does. */
function walkEverywhere(pack: NoticePack, before: NoticePack, draw: () => number): void {
  const today = DAYS[Math.floor(draw() * DAYS.length)] ?? '2026-09-19';
  const audience = AUDIENCES[Math.floor(draw() * AUDIENCES.length)] ?? 'supplier';
  const others = [
    pack,
    examplePack('yunlan-2026-3'),
    examplePack('yunlan-2026-7'),
    examplePack('yunhai-2026-2'),
  ];
  const { pack: followed } = noticeInForce(others, { today, audience });
  for (const each of [pack, followed]) {
    if (each.systems.length === 0) continue;
    const text = writeReading(readNotice(each, { today, audience, batch: 'first' }, voice), { t });
    if (/undefined|\[object/.test(text)) throw new Error(`not in words: ${text}`);
    const subject = { id: 's', audience, level: 'city', oldCa: 'valid', newCa: 'none' } as const;
    planAway(withGuide(each), subject, [], today);
  }
  sayDifferences(differencesBetween(before, pack), { ...voice, pack });
}

/** A supplement worked into each of the examples it changes, where the two go together. */
const workedIn = (pack: NoticePack): readonly NoticePack[] =>
  amendedBy(pack).flatMap((id) => {
    const base = examplePacks[id];
    const composed = base && compose(base, pack);
    return composed?.ok ? [composed.pack] : [];
  });

const sources = [...Object.values(examplePacks), builtinPack];
const SHARE = Math.ceil(rounds(1000).numRuns / sources.length);

it('has supplements that go together with what they change', () => {
  expect(sources.filter((each) => workedIn(each).length > 0).length).toBeGreaterThan(2);
});

describe('spoilt packs', { timeout: 600_000 }, () => {
  it.each(sources.map((pack) => [pack.id, pack] as const))('of %s', (id, source) => {
    const { draw } = drawSeeded(`fuzz ${id}`);
    let passed = 0;
    for (let round = 0; round < SHARE; round += 1) {
      const spoilt = mutatePack(source, draw);
      const loaded = loadPack(round % 2 === 0 ? spoilt : JSON.stringify(spoilt));
      if (!loaded.ok) {
        expect(loaded.problems.length).toBeGreaterThan(0);
        for (const problem of loaded.problems.slice(0, 5))
          expect(sayProblem(problem, t)).not.toMatch(
            /\{(?:options|max|known|start|other|first|sum|verdict|list|parts|name|names)\}/,
          );
        continue;
      }
      passed += 1;
      const { pack } = loaded;
      const isAlone = amendedBy(pack).length === 0;
      expect(isAlone ? brokenInvariants(pack) : brokenAlone(pack), JSON.stringify(spoilt)).toEqual([]);
      // What is followed in the end breaks nothing either, whatever was worked into it.
      const shelf = [examplePack('yunlan-2026-3'), pack];
      for (const today of ['2026-09-19', '2026-10-20']) {
        const { pack: followed } = noticeInForce(shelf, { today });
        if (followed.following?.force !== 'lapsed') expect(brokenInvariants(followed)).toEqual([]);
      }
      for (const each of workedIn(pack)) expect(brokenInvariants(each)).toEqual([]);
      walkEverywhere(pack, source, draw);
    }
    // A test of packs that never pass would test nothing.
    expect(passed).toBeGreaterThan(0);
  });
});
