/** Unbinding and the swap are kept from whom they are not for now: a notice to come, no new key, nobody's duty. */
import { describe, expect, it } from 'vitest';
import { builtinPack } from '@/lib/notice/builtin';
import type { NoticePack } from '@/lib/notice/model';
import { examplePack } from '@/lib/notice/testing/examples';
import type { GuidePlan, SubjectCase } from './model';
import { noticeToFollow } from './notice-to-follow';
import { planFor } from './plan';
import { IN_TRANSITION, notesOf, subjectCase, tabPage, Walk } from './testing/walk';
import { inline } from './wording';

function planOn(pack: NoticePack, today: string, subject: SubjectCase, page = tabPage('home')): GuidePlan {
  const plan = planFor({
    pack,
    situation: { page, via: null, subject, subjectCount: 1, today },
    journey: null,
    facts: [],
  });
  if (plan.kind !== 'guide') throw new Error(plan.kind);
  return plan;
}

describe('a notice whose first day has still to come', () => {
  const toCome: NoticePack = { ...builtinPack, validity: { from: '2023-09-25' } };
  const both = subjectCase({ oldCa: 'valid', newCa: 'valid' });

  it('opens no unbinding and no binding, though its phase has begun, and says since when it holds', () => {
    const pack = noticeToFollow([toCome], { today: IN_TRANSITION });
    const walk = new Walk(IN_TRANSITION, pack).open(1, both);
    walk.see('ca-list', { unbindVisible: true });
    walk.answerAll('yes');
    const plan = walk.guidePlan();
    expect(plan.target).toBeNull();
    expect(plan.held).toBe(true);
    expect(notesOf(plan, 'stop')).toMatch(/^先别点解绑/);
    expect(notesOf(plan)).toContain('从9月25日（周一）起施行，今天还不适用');
    expect(plan.say.zh).toContain('还没到办理时间');
    expect(planOn(pack, IN_TRANSITION, both, tabPage('bind-form')).target).toBeNull();
  });

  it('calls nobody late', () => {
    const pack = noticeToFollow([toCome], { today: IN_TRANSITION });
    expect(notesOf(planOn(pack, IN_TRANSITION, subjectCase({ newCa: 'none' })))).not.toMatch(
      /请马上(联系|补办)/,
    );
  });

  it('is followed as ever from that day on', () => {
    const pack = noticeToFollow([toCome], { today: '2023-09-25' });
    const walk = new Walk('2023-09-25', pack).open(1, both);
    walk.see('ca-list', { unbindVisible: true });
    walk.answerAll('yes');
    expect(walk.guidePlan().target).toBe('unbind');
  });
});

describe('no new CA in hand', () => {
  it('said after the questions were answered, has them asked again before anything is unbound', () => {
    const walk = new Walk().open(1, subjectCase({ oldCa: 'valid' }));
    walk.pick('rebind');
    walk.see('ca-list', { unbindVisible: true });
    walk.answerAll('yes');
    expect(walk.guidePlan().target).toBe('unbind');
    walk.say({ kind: 'holds-new', answer: 'no' });
    expect(walk.guidePlan()).toMatchObject({ guide: 'rebind', target: null, held: true });
    expect(walk.guidePlan().questions.every(({ answer }) => answer === null)).toBe(true);
    walk.answerAll('yes');
    expect(walk.guidePlan().target).toBe('unbind');
  });

  it('is said in front of a swap whose notice has no guide for it, with what is to be done first', () => {
    const pack = examplePack('yunlan-2026-3');
    const plan = planOn(pack, '2026-09-10', subjectCase({ oldCa: 'valid', newCa: 'none' }));
    expect(notesOf(plan, 'caution')).toContain('新CA还没到手，先不解绑原CA');
    expect(notesOf(plan)).toContain('领取新CA');
    expect(notesOf(plan)).toContain('《更换登记表》');
    const held = planOn(pack, '2026-09-10', subjectCase({ oldCa: 'valid', newCa: 'valid' }));
    expect(notesOf(held)).not.toMatch(/还没到手|《更换登记表》/);
  });
});

describe('whoever the notice asks nothing of', () => {
  const exempt = subjectCase({ audience: 'finance-department', oldCa: 'valid', newCa: 'valid' });
  const pack = examplePack('yunlan-2026-3');

  it.each(['2026-08-20', '2026-09-10', '2026-11-03'])(
    'is given no step, no day and no guide (%s)',
    (today) => {
      const plan = planOn(pack, today, exempt);
      expect(plan.title.zh).toBe('不用办理');
      expect(plan.guideTitle.zh).toBe('按通知办理');
      expect(plan.place).toBeUndefined();
      expect(plan.canSayDone).toBe(false);
      expect(notesOf(plan)).not.toMatch(/起才能办|办理时间到/);
      expect(plan.contacts.length).toBeGreaterThan(0);
    },
  );

  it('is warned of an unbind control, never told that it is ready', () => {
    const walk = new Walk('2026-09-10', pack).open(1, exempt);
    walk.see('ca-list', { unbindVisible: true });
    walk.answerAll('yes');
    expect(walk.guidePlan()).toMatchObject({ target: null, held: true });
    expect(notesOf(walk.guidePlan(), 'stop')).toBe(
      '先别点解绑。通知写明您不用办；确要解绑的，请先问云海海证科技有限公司。',
    );
  });

  it('may pick the guide all the same', () => {
    const walk = new Walk('2026-09-10', pack).open(1, exempt);
    walk.pick('rebind');
    walk.see('home');
    expect(walk.guidePlan()).toMatchObject({ target: 'ca-menu', canSayDone: true });
  });
});

describe('a held step', () => {
  const both = subjectCase({ oldCa: 'valid', newCa: 'valid' });

  it('waits for the answers in its time, and is closed whatever the answers outside it', () => {
    for (const [today, isClosed] of [
      [IN_TRANSITION, false],
      ['2023-09-06', true],
      ['2026-11-22', true],
    ] as const) {
      const walk = new Walk(today).open(1, both);
      walk.pick('rebind');
      walk.see('ca-list', { unbindVisible: true });
      expect(walk.guidePlan()).toMatchObject({ held: true, isClosed, saysNext: false });
      walk.answerAll('yes');
      expect(walk.guidePlan()).toMatchObject({ held: isClosed, isClosed });
    }
  });
});

describe("a pack's words in a sentence of ours", () => {
  it.each(['江苏意源科技有限公司：', '交表。', '交表；', '交表， '])(
    '%s loses the mark it was copied with',
    (text) => {
      expect(inline(text)).not.toMatch(/[。；：，\s]$/);
    },
  );
});
