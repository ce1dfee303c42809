/** Guides the person picks: everyday unbinding, applications, which key; and the swap kept apart from them. */
import { describe, expect, it } from 'vitest';
import type { GuidePlan } from './model';
import { AFTER, IN_TRANSITION, notesOf, progressOf, subjectCase, Walk } from './testing/walk';

const LIST = { unbindVisible: true };

/** Says each open step done or not needed, until the named one is shown. */
function walkTo(walk: Walk, step: string): GuidePlan {
  for (let left = 12; left > 0 && walk.guidePlan().step !== step; left--) {
    const { canSkip, step: shown } = walk.guidePlan();
    if (canSkip) walk.say({ kind: 'skip', step: shown });
    else walk.sayDone();
  }
  expect(walk.guidePlan().step).toBe(step);
  return walk.guidePlan();
}

describe('a pick', () => {
  it('is followed until it is taken back, and then the facts lead again', () => {
    const walk = new Walk(AFTER).open(1);
    walk.see('home');
    expect(walk.guidePlan()).toMatchObject({ guide: 'first-binding', isPicked: false });
    expect(walk.pick('hand-over')).toMatchObject({ guide: 'hand-over', isPicked: true, asksHoldsNew: false });
    expect(walk.pick(null)).toMatchObject({ guide: 'first-binding' });
    walk.pick('hand-over');
    const fact = walk.facts.at(-1)?.id ?? '';
    expect(walk.say({ kind: 'retraction', of: fact })).toMatchObject({ guide: 'first-binding' });
  });

  it('of one subject is none of another', () => {
    const walk = new Walk(AFTER).open(1, subjectCase({ id: 'one' })).open(2, subjectCase({ id: 'other' }));
    walk.see('home', { tab: 1 });
    walk.see('home', { tab: 2 });
    walk.pick('which-key', 1);
    expect(walk.guidePlan(2).guide).toBe('first-binding');
  });

  it('of a guide that the pack does not have leads nowhere', () => {
    const walk = new Walk(AFTER).open(1);
    walk.see('home');
    expect(walk.pick('no-such-guide')).toMatchObject({ guide: 'first-binding' });
  });

  it('goes on where it was, after a look at another guide; and begins afresh only when that is meant', () => {
    const walk = new Walk(AFTER).open(1);
    walk.see('home');
    walk.pick('hand-over', 1, true);
    walk.sayDone();
    walk.pick('which-key', 1, true);
    walk.pick('hand-over');
    expect(progressOf(walk.planIn(), 'check-holder')).toBe('said');
    walk.pick('hand-over', 1, true);
    expect(progressOf(walk.planIn(), 'check-holder')).toBe('open');
  });

  it('of the swap outside its window stops, with the reason and the way forward', () => {
    const walk = new Walk(AFTER).open(1);
    walk.see('ca-list', LIST);
    const plan = walk.pick('rebind');
    expect(plan).toMatchObject({ guide: 'rebind', target: null, held: true, canSayDone: false });
    expect(notesOf(plan, 'caution')).toContain('办理时间到2023年10月11日（周三）为止，已停下');
    expect(notesOf(plan, 'caution')).toContain('我要办');
    walk.today = '2023-09-05';
    expect(notesOf(walk.planIn(), 'caution')).toContain('从9月11日（周一）起才能办');
  });
});

describe('everyday unbinding', () => {
  const atList = (day = AFTER) => {
    const walk = new Walk(day).open(1, subjectCase({ newCa: 'valid' }));
    walk.see('ca-list', LIST);
    walk.pick('bind-again');
    return walk;
  };

  it('asks its own pre-flight, of which the first is whether it is the swap', () => {
    const plan = atList().guidePlan();
    expect(plan).toMatchObject({ step: 'unbind-previous', held: true, target: null, canSkip: true });
    expect(plan.questions[0]?.id).toBe('not-the-swap');
    expect(notesOf(plan, 'stop')).toContain('先别点解绑');
  });

  it('is pointed at once every question is answered yes, on any day, and says whose rules count', () => {
    for (const day of [AFTER, IN_TRANSITION]) {
      const walk = atList(day);
      const plan = walk.answerAll();
      expect(plan).toMatchObject({ target: 'unbind', held: false });
      expect(notesOf(plan, 'stop')).toContain('通知未写，按系统规定');
      const fact = walk.guidePlan().questions[0]?.fact ?? '';
      expect(walk.say({ kind: 'retraction', of: fact })).toMatchObject({ target: null, held: true });
    }
  });

  it('answered “it is the swap” is never pointed at', () => {
    const walk = atList();
    walk.answerAll();
    expect(walk.say({ kind: 'answer', question: 'not-the-swap', answer: 'no' })).toMatchObject({
      target: null,
    });
  });

  it('not needed is passed over by a word, and the binding comes next', () => {
    const walk = atList();
    const plan = walk.say({ kind: 'skip', step: 'unbind-previous' });
    expect(plan).toMatchObject({ step: 'bind-new', target: 'bind' });
    expect(progressOf(plan, 'unbind-previous')).toBe('skipped');
    // What then happens all the same was seen.
    walk.see('unbind-done');
    expect(progressOf(walk.planIn(), 'unbind-previous')).toBe('seen');
  });

  it('a step that everybody needs cannot be skipped', () => {
    const walk = atList();
    walk.say({ kind: 'skip', step: 'bind-new' });
    expect(progressOf(walk.planIn(), 'bind-new')).toBe('open');
  });

  it('gone through without answers leaves binding as the urgent next thing', () => {
    const walk = atList();
    const plan = walk.see('unbind-done');
    expect(plan).toMatchObject({ step: 'bind-new' });
    expect(notesOf(plan, 'stop')).toContain('解绑前有问题没确认');
  });

  it('is led to where a successor of the bound certificate is on file, and away once that is bound', () => {
    const renewedAt = '2026-11-20T02:00:00Z';
    const walk = new Walk(AFTER).open(1, subjectCase({ newCa: 'valid', renewedAt }));
    expect(walk.see('home')).toMatchObject({ guide: 'bind-again', isPicked: false });
    walk.see('bind-done');
    expect(walk.see('home')).toMatchObject({ guide: 'first-binding' });
  });

  it('of the year before does not count for this year’s renewal', () => {
    const walk = new Walk('2025-11-22').open(
      1,
      subjectCase({ newCa: 'valid', renewedAt: '2025-11-20T02:00:00Z' }),
    );
    walk.see('bind-done');
    walk.today = AFTER;
    walk.open(1, subjectCase({ newCa: 'valid', renewedAt: '2026-11-20T02:00:00Z' }));
    const plan = walk.see('home');
    expect(plan).toMatchObject({ guide: 'bind-again' });
    expect(progressOf(plan, 'bind-new')).toBe('open');
  });
});

describe('unbinding by application', () => {
  it('asks before the form is handed in: others then do the unbinding', () => {
    const walk = new Walk(AFTER).open(1);
    walk.see('home');
    walk.pick('unbind-by-application');
    const plan = walkTo(walk, 'hand-in');
    expect(plan).toMatchObject({ held: true, irreversible: true });
    expect(plan.questions.map(({ id }) => id)).toContain('next-key');
    expect(walk.answerAll()).toMatchObject({ held: false });
  });

  it('waits, says since when, until when, whose figure that is, and whom to call when it is late', () => {
    const walk = new Walk('2026-11-20').open(1);
    walk.see('home');
    walk.pick('unbind-by-application');
    walkTo(walk, 'hand-in');
    walk.answerAll();
    const waiting = walk.sayDone();
    expect(waiting).toMatchObject({ step: 'wait' });
    // Friday the 20th; two working days after it is Tuesday the 24th.
    expect(notesOf(waiting, 'info')).toContain('从今天开始等');
    // A figure from elsewhere is not told as this system's.
    expect(notesOf(waiting, 'info')).toContain('别的采购系统公布的时限，供参考。约2个工作日');
    expect(notesOf(waiting, 'info')).toContain('通知未写');
    expect(notesOf(waiting, 'info')).toContain('到11月24日（周二）还没有消息');
    walk.today = '2026-11-25';
    expect(notesOf(walk.planIn(), 'caution')).toContain('从11月20日（周五）开始等，已过5天');
    expect(notesOf(walk.planIn(), 'caution')).toContain(
      '11月24日（周二）已过，请打电话问江苏意源科技有限公司',
    );
  });

  it('says no day where the holidays are not published', () => {
    const walk = new Walk('2026-12-31').open(1);
    walk.see('home');
    walk.pick('unbind-by-application');
    walkTo(walk, 'hand-in');
    walk.answerAll();
    expect(notesOf(walk.sayDone())).toContain('要等多久，通知未写，请问江苏意源科技有限公司');
  });

  it('an answer ends the wait, and binding comes next', () => {
    const walk = new Walk(AFTER).open(1);
    walk.see('home');
    walk.pick('unbind-by-application');
    walkTo(walk, 'hand-in');
    walk.answerAll();
    walk.sayDone();
    walk.sayDone();
    expect(progressOf(walk.planIn(), 'wait')).toBe('said');
    expect(walk.see('ca-list')).toMatchObject({ step: 'bind-new', target: 'bind' });
  });
});

describe('which key', () => {
  it('names the key to try first on each system, with the clause, by the day', () => {
    const keys = (day: string, audience = 'budget-unit') => {
      const walk = new Walk(day).open(1, subjectCase({ audience }));
      walk.see('home');
      return notesOf(walk.pick('which-key'), 'info');
    };
    expect(keys(AFTER)).toContain('苏采云：先插新CA。要用到：新CA、方正签章。');
    expect(keys(AFTER)).toContain('常州市政府采购业务管理平台：先插原国信CA。');
    expect(keys(IN_TRANSITION)).toContain('苏采云：先插原国信CA。');
    expect(keys(AFTER, 'framework-supplier')).toContain('常州市政府采购业务管理平台：用哪把，通知未写。');
  });

  it('tells a purchaser to keep the old one, and others that the notice says nothing of theirs', () => {
    const steps = (audience: string) => {
      const walk = new Walk(AFTER).open(1, subjectCase({ audience }));
      walk.see('home');
      return (walk.pick('which-key') as GuidePlan).progress.map(({ step }) => step);
    };
    expect(steps('budget-unit')).toContain('keep-old');
    expect(steps('review-expert')).toContain('keep-old-others');
  });
});

describe('which key', () => {
  const asking = (walk: Walk) => {
    walk.pick('which-key');
    return notesOf(walk.planIn(), 'info');
  };

  it('is the old one in the transition, until the new one was bound', () => {
    const walk = new Walk('2023-09-23').open(1);
    walk.see('home');
    expect(asking(walk)).toContain('苏采云：先插原国信CA');
    walk.pick('rebind');
    walk.see('bind-done');
    const told = asking(walk);
    expect(told).toContain('苏采云：记录里新CA已绑定，请先插新CA。');
    expect(told).not.toContain('苏采云：先插原国信CA');
    expect(told).toContain('常州市政府采购业务管理平台：先插原国信CA');
  });
});

describe('applying', () => {
  const applying = (audience: string, level: 'city' | 'district', day = '2023-09-04') => {
    const walk = new Walk(day).open(1, subjectCase({ audience, level }));
    walk.see('home');
    walk.pick('apply');
    return walk;
  };

  it.each([
    ['budget-unit', 'city', 'hand-in-unit', '主管预算单位'],
    ['supervising-budget-unit', 'city', 'hand-in-city', '市级：市财政局政府采购管理处'],
    [
      'supervising-budget-unit',
      'district',
      'hand-in-district',
      '辖市、区：所在辖市、区财政局（电话，通知未写）',
    ],
    ['central-purchasing-body', 'district', 'hand-in-central', '同级财政部门'],
    [
      'framework-supplier',
      'city',
      'go-on-site',
      '市公共资源交易中心4楼开标大厅，锦绣路2号行政服务中心1-1号楼',
    ],
  ] as const)(
    '%s of a %s goes to the right place by the day that is stated',
    (audience, level, step, where) => {
      const plan = walkTo(applying(audience, level), step);
      expect(plan.place?.where.zh).toBe(where);
      expect(plan.place?.by.zh).toMatch(
        audience === 'framework-supplier'
          ? /^9月5日（周二）起，到哪天为止通知未写$/
          : audience === 'budget-unit'
            ? // The day is the supervising unit's; for the unit below it the notice sets none.
              /^您交的日期，通知未写；主管预算单位报同级财政部门的日期是9月4日（周一）前（是否含当日，通知未写）$/
            : /^9月4日（周一）前（是否含当日，通知未写）$/,
      );
    },
  );

  it('gives no day of years ago for a deadline', () => {
    const plan = walkTo(applying('central-purchasing-body', 'city', '2026-11-26'), 'hand-in-central');
    expect(plan.place?.by.zh).toBe('通知写的日期是2023年9月4日（周一），已过；现在怎么办请先问');
    const onSite = walkTo(applying('framework-supplier', 'city', '2026-11-26'), 'go-on-site');
    expect(onSite.place?.by.zh).toBe('2023年9月5日（周二）起，到哪天为止通知未写');
  });

  it('lists the papers, and says after the day that the notice does not say whether it is still taken', () => {
    const early = applying('budget-unit', 'city').guidePlan();
    expect(notesOf(early, 'info')).toContain('盖公章的纸质件和彩色扫描件');
    expect(notesOf(early, 'caution')).toBe('');
    expect(notesOf(applying('budget-unit', 'city', '2023-09-08').guidePlan())).toContain(
      '是否还收申请表，通知未写',
    );
  });

  it('for those the notice does not name says so, and whom to ask', () => {
    const plan = applying('review-expert', 'city').guidePlan();
    expect(plan).toMatchObject({ step: 'ask-how' });
    expect(plan.say.zh).toContain('通知未写');
    expect(plan.place?.where.zh).toContain('江苏意源科技有限公司');
  });

  it('is one word with the notice’s obligation: said here, it is asked nowhere else', () => {
    const walk = applying('budget-unit', 'city', '2023-09-06');
    walkTo(walk, 'hand-in-unit');
    walk.sayDone();
    expect(walk.pick(null)).toMatchObject({ guide: 'prepare', obligations: [{ answer: 'yes' }] });
    expect(progressOf(walk.planIn(), 'apply-unit')).toBe('said');
  });
});

describe('something begun that cannot go on', () => {
  it('is named, with what carries it on, when its window has closed', () => {
    const walk = new Walk(IN_TRANSITION).open(1);
    walk.see('ca-list', LIST);
    walk.answerAll();
    walk.see('unbind-done');
    walk.today = '2023-10-12';
    const plan = walk.see('home');
    expect(plan).toMatchObject({ guide: 'first-binding' });
    expect(notesOf(plan, 'caution')).toContain(
      '“解绑原CA，绑定新CA”没办完就过了办理时间，停在“开始绑定新CA”',
    );
    expect(notesOf(plan, 'caution')).toContain('已办的还算数，请按“绑定新CA”接着办');
    // Once bound there is nothing to go on with.
    expect(notesOf(walk.see('bind-done'))).not.toContain('没办完');
    walk.see('home', { via: 'login-ca' });
    walk.sayDone();
    expect(walk.guidePlan().finished).toBe(true);
    expect(notesOf(walk.planIn())).not.toContain('没办完');
  });

  it('is not named where nothing was begun', () => {
    const walk = new Walk(AFTER).open(1);
    expect(notesOf(walk.see('home'))).not.toContain('没办完');
  });

  it('is not called cut off on a day before its time: a trainer previews one day after another, back too', () => {
    const walk = new Walk(AFTER).open(1, subjectCase({ newCa: 'none' }));
    walk.see('home');
    expect(walk.sayDone()).toMatchObject({ guide: 'late-comer' });
    walk.today = IN_TRANSITION;
    const plan = walk.see('home');
    expect(plan).toMatchObject({ guide: 'await-new' });
    expect(notesOf(plan)).not.toContain('过了办理时间');
  });
});
