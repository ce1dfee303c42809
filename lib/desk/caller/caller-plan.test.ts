import { expect, test } from 'vitest';
import { helpStateOf } from '@/lib/desk/help-code/place';
import { planAway } from '@/lib/guide/plan';
import { builtinPack as pack } from '@/lib/notice/builtin';
import { AUDIENCES } from '@/lib/notice/explanation';
import { PAGE_STATES, TROUBLE_STATES } from '@/lib/page/model';
import { viewOfAnswers, viewOfCode } from './caller-plan';
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

test('three answers give every caller a card that names whom to call', () => {
  for (const audience of AUDIENCES) {
    for (const page of PAGE_STATES) {
      for (const plugged of ['old', 'new', 'unknown'] as const) {
        const { plan } = viewOfAnswers(pack, { audience, page, plugged }, '2026-11-25');
        expect(plan?.contacts.length).toBeGreaterThan(0);
        if ((TROUBLE_STATES as readonly string[]).includes(page)) expect(plan?.trouble?.known).toBe('seen');
      }
    }
  }
});

test('unbinding is nowhere pointed at for a caller on a day that does not allow it', () => {
  const { plan } = viewOfAnswers(
    pack,
    { audience: 'budget-unit', page: 'ca-list', plugged: 'old' },
    '2026-11-25',
  );
  expect(plan?.target).not.toBe('unbind');
  expect(plan?.notes.some(({ tone }) => tone === 'stop')).toBe(true);
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
