import { expect, test } from 'vitest';
import { helpStateOf } from '@/lib/desk/help-code/place';
import type { Fact, GuidePlan, SubjectCase } from '@/lib/guide/model';
import { obligationJourneyId } from '@/lib/guide/obligation-words';
import { planAway, planFor } from '@/lib/guide/plan';
import { holdsAlways, ofGuide } from '@/lib/guide/testing/random-walks';
import { builtinPack as pack } from '@/lib/notice/builtin';
import { AUDIENCES, type Audience, LEVELS, type Level } from '@/lib/notice/explanation';
import { PAGE_STATES, type PageState, TROUBLE_STATES } from '@/lib/page/model';
import { PLUGGED, type Plugged, type ThreeAnswers, viewOfAnswers, viewOfCode } from './caller-plan';
import { findHelp, helpIndex } from './find-help';

const PARTS = { pack, target: 'none', machine: null, reading: null } as const;

test('the helper sees the step the caller sees, for every audience, away from any page', () => {
  for (const today of ['2023-09-05', '2023-09-20', '2026-11-25']) {
    for (const audience of AUDIENCES) {
      const subject = { id: 's', audience, level: 'city', oldCa: 'unknown', newCa: 'unknown' } as const;
      const plan = planAway(pack, subject, [], today);
      const state = plan && helpStateOf({ ...PARTS, plan, who: subject });
      if (!plan || !state) continue;
      expect({ today, audience, ...viewOfCode(pack, state, today) }).toMatchObject({
        isExact: true,
        plan: { guide: plan.guide, step: plan.step },
      });
    }
  }
});

test('a card of another phase is told, and what only a wrong clock allows is not read out', () => {
  const subject = {
    id: 's',
    audience: 'budget-unit',
    level: 'city',
    oldCa: 'unknown',
    newCa: 'unknown',
  } as const;
  const plan = planAway(pack, subject, [], '2023-09-20');
  const state = plan && helpStateOf({ ...PARTS, plan, who: subject });
  if (!state) throw new Error('no state');
  expect(viewOfCode(pack, state, '2023-09-21').isOtherPhase).toBe(false);
  const later = viewOfCode(pack, { ...state, page: 'ca-list', target: 'found' }, '2026-11-25');
  expect(later.isOtherPhase).toBe(true);
  expect(later.plan?.target).not.toBe('unbind');
});

/** A caller of an audience on a page, with nothing done yet; null where no guide speaks there. */
function callerOn(
  page: PageState,
  today: string,
  rest: Partial<Pick<SubjectCase, 'newCa'>> & { readonly audience?: Audience; readonly level?: Level } = {},
  facts: readonly Fact[] = [],
) {
  const who = { id: 's', audience: 'budget-unit', level: 'city', oldCa: 'unknown', ...rest } as const;
  const subject = { newCa: 'unknown', ...who } as const;
  const unbindVisible = page === 'ca-list' || page === 'unbind-confirm';
  const tab = { state: page, confidence: 1, evidence: [], frame: null, document: null, unbindVisible };
  const isAway = page === 'other' || page === 'unknown';
  const plan = isAway
    ? planAway(pack, subject, facts, today)
    : planFor({
        pack,
        situation: { page: tab, via: null, subject, subjectCount: 1, today },
        journey: null,
        facts,
      });
  if (plan?.kind !== 'guide') return null;
  const state = helpStateOf({ ...PARTS, plan, who, target: plan.target ? 'found' : 'none' });
  return state && { plan, state };
}

test('nothing is ringed for the helper that the caller’s card does not ring: the new CA may be over', () => {
  for (const [page, today] of [
    ['bind-form', '2023-09-20'],
    ['ca-list', '2026-11-25'],
    ['bind-form', '2026-11-25'],
  ] as const) {
    const caller = callerOn(page, today, { newCa: 'expired' });
    if (!caller) throw new Error('no card');
    expect(caller.plan.target).toBeNull();
    const { plan, isExact } = viewOfCode(pack, caller.state, today);
    expect({ target: plan?.target, isExact }).toEqual({ target: null, isExact: true });
    expect(plan?.sayWithoutTarget).toEqual(caller.plan.sayWithoutTarget);
    const known = callerOn(page, today, { newCa: 'valid' });
    expect(known && viewOfCode(pack, known.state, today).plan?.target).toBe(known?.plan.target);
  }
});

test('on random ways the helper’s ring is the caller’s or none, and a card that differs is told', () => {
  let seen = 0;
  holdsAlways(
    ofGuide((walk, plan, tab) => {
      const who = walk.subject(tab) as SubjectCase & { readonly audience: Audience };
      const state = helpStateOf({ ...PARTS, plan, who, target: plan.target ? 'found' : 'none' });
      const view = state && viewOfCode(pack, state, walk.today);
      if (!view) throw new Error('no code');
      seen += 1;
      if (view.isExact) {
        expect([view.plan?.guide, view.plan?.finished, view.plan?.target]).toEqual([
          plan.guide,
          plan.finished,
          plan.target,
        ]);
        if (!plan.finished) expect(view.plan?.step).toBe(plan.step);
      } else if (plan.target === null) expect(view.plan?.target).toBeNull();
      if (view.plan?.target === 'unbind') expect(plan.target).toBe('unbind');
    }),
    15,
  );
  expect(seen).toBeGreaterThan(50);
});

test('a trouble that the caller said is on the helper’s card too', () => {
  const trouble: Fact = {
    id: 'f',
    journey: obligationJourneyId(pack, 's'),
    assertion: 'said',
    body: { kind: 'trouble', trouble: 'assistant-missing', answer: 'yes' },
    at: '2026-11-25T01:00:00Z',
    order: 1,
    tab: null,
    frame: null,
    document: null,
  };
  for (const page of ['home', 'login-ca', 'key-missing', 'unknown'] as const) {
    const caller = callerOn(page, '2026-11-25', {}, [trouble]);
    expect(caller?.plan.trouble?.id).toBe('assistant-missing');
    const view = caller && viewOfCode(pack, caller.state, '2026-11-25');
    expect(view?.plan?.trouble).toMatchObject({ id: 'assistant-missing', known: 'said' });
  }
});

test('a caller who has not said which unit it is has no step: the helper is told', () => {
  const plan = planFor({
    pack,
    situation: {
      page: {
        state: 'home',
        confidence: 1,
        evidence: [],
        frame: null,
        document: null,
        unbindVisible: false,
      },
      via: null,
      subject: null,
      subjectCount: 0,
      today: '2026-11-25',
    },
    journey: null,
    facts: [],
  });
  const state = helpStateOf({ ...PARTS, plan, who: null });
  expect(state).toMatchObject({ guide: null, audience: null });
  expect(state && viewOfCode(pack, state, '2026-11-25')).toMatchObject({
    isExact: false,
    place: { guide: null },
  });
});

test('between unbinding and binding the helper is told that the code does not say what was answered', () => {
  const guide = pack.guides.findIndex(({ id }) => id === 'rebind');
  const caller = callerOn('ca-list', '2023-09-20');
  const behind = pack.guides[guide]?.steps.map((_, step) =>
    caller ? viewOfCode(pack, { ...caller.state, guide, step }, '2023-09-20').isBehindUnbinding : null,
  );
  const ids = pack.guides[guide]?.steps.map(({ id }) => id) ?? [];
  expect(ids.filter((_, at) => behind?.[at])).toEqual(['start-bind', 'bind-new']);
});

test('three answers lead to the card that the code would: every audience, level, page and key', () => {
  let compared = 0;
  for (const today of ['2023-09-20', '2026-11-25']) {
    for (const [order, audience] of AUDIENCES.entries()) {
      // Both levels on one day, one or the other on the other: the full comparison takes long.
      for (const level of today > '2026' ? LEVELS : LEVELS.slice(order % 2, (order % 2) + 1)) {
        for (const page of PAGE_STATES) {
          for (const [plugged, newCa] of [
            ['old', 'none'],
            ['old-new-at-hand', 'valid'],
            ['new', 'valid'],
            ['unknown', 'unknown'],
          ] as const) {
            const caller = callerOn(page, today, { audience, level, newCa });
            if (!caller) continue;
            compared += 1;
            const { plan } = viewOfAnswers(pack, { audience, level, page, plugged }, today);
            expect(plan).toEqual(caller.plan);
            const view = viewOfCode(pack, caller.state, today);
            expect({ today, audience, level, page, plugged, ...shownOf(view.plan) }).toEqual({
              today,
              audience,
              level,
              page,
              plugged,
              ...shownOf(plan),
            });
          }
        }
      }
    }
  }
  expect(compared).toBe(3 * AUDIENCES.length * PAGE_STATES.length * 4);
}, 60_000);

function shownOf(plan: GuidePlan | null) {
  const { guide, step, stepNumber, stepCount, title, target, dont, irreversible } = plan ?? {};
  return {
    guide,
    step,
    stepNumber,
    stepCount,
    title,
    target,
    dont,
    irreversible,
    trouble: plan?.trouble?.id,
  };
}

test('three answers give every caller a card that names whom to call', () => {
  for (const audience of AUDIENCES) {
    for (const page of PAGE_STATES) {
      for (const plugged of PLUGGED) {
        const { plan } = viewOfAnswers(pack, { audience, level: 'city', page, plugged }, '2026-11-25');
        expect(plan?.contacts.length).toBeGreaterThan(0);
        if ((TROUBLE_STATES as readonly string[]).includes(page)) expect(plan?.trouble?.known).toBe('seen');
      }
    }
  }
});

test('the old key plugged in does not say that there is no new one', () => {
  const asked = { audience: 'budget-unit', level: 'city', page: 'ca-list' } as const;
  const guideOf = (plugged: Plugged) => viewOfAnswers(pack, { ...asked, plugged }, '2026-11-25').plan?.guide;
  expect(guideOf('old')).toBe('late-comer');
  expect(guideOf('old-new-at-hand')).toBe('first-binding');
});

test('two keys at once, and what an alert box says, are on the card as the caller’s own word; a page’s own fault stays', () => {
  const asked = { audience: 'supplier', level: 'city', page: 'login-ca', plugged: 'new' } as const;
  const troubleOf = (part: Partial<ThreeAnswers>) => {
    const trouble = viewOfAnswers(pack, { ...asked, ...part }, '2026-11-25').plan?.trouble;
    return trouble && [trouble.id, trouble.known];
  };
  expect(troubleOf({})).toBeNull();
  expect(troubleOf({ plugged: 'both' })).toEqual(['too-many-keys', 'said']);
  expect(troubleOf({ page: 'unknown', trouble: 'control-dead' })).toEqual(['control-dead', 'said']);
  expect(troubleOf({ page: 'unknown', trouble: 'user-mismatch', plugged: 'both' })).toEqual([
    'user-mismatch',
    'said',
  ]);
  expect(troubleOf({ page: 'pin-locked', plugged: 'both' })).toEqual(['pin-locked', 'seen']);
});

test('unbinding is nowhere pointed at for a caller on a day that does not allow it', () => {
  const { plan } = viewOfAnswers(
    pack,
    { audience: 'budget-unit', level: 'city', page: 'ca-list', plugged: 'old' },
    '2026-11-25',
  );
  expect(plan?.target).not.toBe('unbind');
  expect(plan?.notes.some(({ tone }) => tone === 'stop')).toBe(true);
});

/** What people at a bureau asked for, written down before the index was widened; each with what answers it. */
test.each([
  ['多少钱', /^fee-/],
  ['更换费', /^fee-/],
  ['评审专家 费用', /^fee-issue-expert/],
  ['在哪办', /^place-/],
  ['办理地点', /^place-/],
  ['营业执照', /^paper-business-licence|^duty-apply-on-site/],
  ['附件', /^paper-/],
  ['一个单位几把', /^count-/],
  ['签章电话', /^seal-vendor/],
  ['采购处', /^bureau/],
  ['区财政局电话', /^says-district-telephone/],
  ['189 1239 7618', /^ca-vendor/],
  ['过渡期', /^phase-transition/],
  ['还能解绑吗', /^phase-transition|unbind-after|transition-over/],
  ['旧锁能扔吗', /keep-old/],
  ['代理机构要换吗', /unnamed/],
  ['周末上班吗', /hours/],
  ['常财购', /^title/],
  ['gdjd', /^phase-transition/],
  ['sqb', /^paper-|^duty-/],
])('%s is answered among the first', (asked, id) => {
  const first = findHelp(helpIndex(pack), asked).slice(0, 8);
  expect(first.filter((each) => id.test(each.id))).not.toEqual([]);
});

test('nothing is answered twice in the same words to the same people', () => {
  const all = findHelp(helpIndex(pack), '通知未写').map(({ text, audiences }) =>
    JSON.stringify([text, audiences]),
  );
  expect(all.length).toBeGreaterThan(10);
  expect(new Set(all).size).toBe(all.length);
});

test('a price is found with whom it is for', () => {
  const found = findHelp(helpIndex(pack), '费用');
  const self = found.filter(({ id }) => id.startsWith('fee-'));
  expect(self.length).toBeGreaterThan(3);
  expect(self.every(({ text }) => /年标准|通知未写/.test(text.zh))).toBe(true);
  expect(self.some(({ audiences }) => audiences?.includes('supplier'))).toBe(true);
});

test.each([
  ['0x0A000025', 'trouble'],
  ['U盾 没检测到', 'trouble'],
  ['85681829', 'contact'],
  ['czj', 'contact'],
  ['过渡阶段', 'notice'],
])('%s is found', (asked, kind) => {
  expect(findHelp(helpIndex(pack), asked).map((each) => each.kind)).toContain(kind);
});

test.each([
  ['电脑认不出U盾', 'key-missing'],
  ['输错太多次，不让输了', 'pin-locked'],
  ['换了锁，以前的标书打不开', 'cannot-decrypt'],
])('%s leads the desk where it leads the popup, before anything else', (asked, id) => {
  expect(findHelp(helpIndex(pack), asked)[0]).toMatchObject({ kind: 'trouble', id });
});

test('nothing is found where nothing fits, and by an empty question', () => {
  expect(findHelp(helpIndex(pack), '量子纠缠')).toEqual([]);
  expect(findHelp(helpIndex(pack), '  ')).toEqual([]);
  expect(findHelp(helpIndex(pack), '，。')).toEqual([]);
});
