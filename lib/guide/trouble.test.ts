import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rounds } from '@/lib/notice/testing/rounds';
import type { PageState } from '@/lib/page/model';
import { asGuidePlan, subjectCase, Walk } from './testing/walk';
import { generalTroubles } from './troubles';

const LIST = { unbindVisible: true };
const lastFact = (walk: Walk) => walk.facts.at(-1)?.id ?? '';
const meet = (walk: Walk, trouble: string, answer: 'yes' | 'no' = 'yes', tab = 1) =>
  asGuidePlan(walk.say({ kind: 'trouble', trouble, answer }, tab));

function readyToUnbind(): Walk {
  const walk = new Walk();
  walk.see('ca-list', LIST);
  walk.answerAll();
  return walk;
}

describe('a trouble the person chose', () => {
  it('is said, stands in place of the step, points at nothing, and offers its contact first', () => {
    const plan = meet(readyToUnbind(), 'cancelled');
    expect(plan).toMatchObject({
      step: 'unbind-old',
      target: null,
      trouble: { id: 'cancelled', known: 'said', cite: null },
    });
    expect(plan.contacts[0]?.role).toBe('ca-vendor');
  });

  it('keeps the warning while an unbind control is in sight', () => {
    const walk = new Walk();
    walk.see('ca-list', LIST);
    const plan = meet(walk, 'wrong-key');
    expect(plan.notes.some(({ tone }) => tone === 'stop')).toBe(true);
    expect(plan.questions.length).toBeGreaterThan(0);
  });

  it.each(['retract', 'over'] as const)('goes by the person’s word: %s; then the guide is back', (how) => {
    const walk = readyToUnbind();
    meet(walk, 'cancelled');
    const plan =
      how === 'over'
        ? meet(walk, 'cancelled', 'no')
        : asGuidePlan(walk.say({ kind: 'retraction', of: lastFact(walk) }));
    expect(plan).toMatchObject({ step: 'unbind-old', target: 'unbind', trouble: null });
  });

  it('is not ended by the word that another one is over', () => {
    const walk = readyToUnbind();
    meet(walk, 'cancelled');
    expect(meet(walk, 'pin-wrong', 'no').trouble?.id).toBe('cancelled');
  });

  it('lasts over pages and days until the key is seen to work', () => {
    const walk = readyToUnbind();
    meet(walk, 'pin-locked');
    expect(asGuidePlan(walk.see('unbind-done')).trouble?.id).toBe('pin-locked');
    walk.today = '2023-09-21';
    expect(asGuidePlan(walk.see('login-account')).trouble?.id).toBe('pin-locked');
    expect(asGuidePlan(walk.see('bind-done')).trouble).toBeNull();
  });

  it('ends with a login by the CA that is proved', () => {
    const walk = readyToUnbind();
    meet(walk, 'wrong-key');
    expect(asGuidePlan(walk.see('home', { via: 'login-ca' })).trouble).toBeNull();
  });

  it('gives way to what a page shows later, and comes back when that clears', () => {
    const walk = readyToUnbind();
    walk.see('key-missing');
    expect(meet(walk, 'wrong-key').trouble).toMatchObject({ id: 'wrong-key', known: 'said' });
    expect(asGuidePlan(walk.see('pin-locked')).trouble).toMatchObject({ id: 'pin-locked', known: 'seen' });
    expect(asGuidePlan(walk.see('ca-list', LIST)).trouble).toMatchObject({ id: 'wrong-key', known: 'said' });
  });

  it('of which nobody knows any more changes nothing', () => {
    expect(meet(readyToUnbind(), 'forgotten-by-a-newer-pack')).toMatchObject({
      trouble: null,
      target: 'unbind',
    });
  });

  it('is of one subject alone', () => {
    const walk = readyToUnbind();
    walk.open(2, subjectCase({ id: 'subject-2' }));
    meet(walk, 'cancelled');
    expect(asGuidePlan(walk.see('ca-list', { tab: 2 })).trouble).toBeNull();
  });

  it('never points anywhere, and never counts as a step, in whatever order things happen', () => {
    const page = fc.constantFrom<PageState>(
      'login-account',
      'home',
      'ca-list',
      'unbind-confirm',
      'unbind-done',
      'bind-form',
      'bind-done',
      'key-missing',
      'pin-locked',
    );
    const act = fc.oneof(
      page.map((state) => ({ see: state })),
      fc.record({
        met: fc.constantFrom(...generalTroubles.map(({ id }) => id)),
        answer: fc.constantFrom('yes' as const, 'no' as const),
      }),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        const walk = new Walk();
        const without = new Walk();
        for (const each of acts) {
          if ('see' in each) {
            walk.see(each.see, { unbindVisible: each.see === 'ca-list' });
            without.see(each.see, { unbindVisible: each.see === 'ca-list' });
          } else walk.say({ kind: 'trouble', trouble: each.met, answer: each.answer });
          const plan = walk.planIn();
          if (plan.kind !== 'guide') continue;
          const plain = asGuidePlan(without.planIn());
          if (plan.trouble) expect(plan.target).toBeNull();
          else expect(plan.target).toBe(plain.target);
          const states = (of: typeof plan) => of.progress.map(({ progress }) => progress.state);
          expect(states(plan)).toEqual(states(plain));
          expect(plan.notes).toEqual(plain.notes);
        }
      }),
      rounds(60),
    );
  });
});
