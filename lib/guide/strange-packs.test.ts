/**
 * Packs nobody wrote, and people who walk under them: windows moved, permissions gone, notices that come into force
 * late, lapse, are added to or replaced in the middle (issue 5, design.md §3). Whatever comes, no plan may break
 * `strange-breaches.ts`. REBIND_TALLY=400 counts what is broken in as many histories, for whoever looks for causes.
 */
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { rounds } from '@/lib/notice/testing/rounds';
import { breachesAt } from './testing/strange-breaches';
import { type History, history, StrangeWalk } from './testing/strange-walk';

// The full run multiplies the rounds, and reading a pack takes its time.
vi.setConfig({ testTimeout: 900_000 });

function play(each: History, see: (walk: StrangeWalk, at: number) => void): void {
  const walk = new StrangeWalk(each);
  for (const move of each.moves) {
    walk.play(move);
    for (const at of [0, 1]) see(walk, at);
  }
}

it('no history under any pack breaks what must hold', () => {
  fc.assert(
    fc.property(history, (each) => {
      play(each, (walk, at) => expect(breachesAt(walk, at)).toEqual([]));
    }),
    rounds(12),
  );
});

it.runIf(process.env.REBIND_TALLY)('is counted', () => {
  const numRuns = Number(process.env.REBIND_TALLY);
  const seed = Number(process.env.REBIND_SEED ?? Date.now() % 2 ** 31);
  const tally = new Map<string, { count: number; where: string }>();
  const kinds = new Map<string, number>();
  const counts = { plans: 0, unbindRings: 0, bindRings: 0 };
  const packs = new Set<string>();
  for (const each of fc.sample(history, { numRuns, seed })) {
    play(each, (walk, at) => {
      packs.add(JSON.stringify(each.recipe));
      const plan = walk.plan(at);
      counts.plans++;
      if (plan.kind === 'guide' && plan.target?.startsWith('unbind')) counts.unbindRings++;
      if (plan.kind === 'guide' && plan.target?.startsWith('bind')) counts.bindRings++;
      for (const [what, where] of breachesAt(walk, at)) {
        const known = tally.get(what);
        const here = `${walk.packs.base.id} [${walk.packs.kept}] ${walk.shelf} ${walk.today} ${where}`;
        tally.set(what, { count: (known?.count ?? 0) + 1, where: known?.where ?? here });
      }
    });
    for (const kind of new StrangeWalk(each).packs.kept) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  console.log({ seed, histories: numRuns, packs: packs.size, ...counts, kinds: Object.fromEntries(kinds) });
  for (const [what, { count, where }] of tally) console.log(count, what, where);
  expect([...tally.keys()]).toEqual([]);
});
