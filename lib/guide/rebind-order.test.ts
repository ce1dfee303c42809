/** The swap in another order than the guide's: what was done all the same, and the way back to where it was left. */
import { describe, expect, it } from 'vitest';
import type { PageState } from '@/lib/page/model';
import { holdingOf } from './journey';
import { asGuidePlan, notesOf, progressOf, subjectCase, Walk } from './testing/walk';

const LIST = { unbindVisible: true };

function atList(): Walk {
  const walk = new Walk().open(1);
  walk.see('login-account');
  walk.see('home');
  walk.see('ca-list', LIST);
  return walk;
}

describe('another order than the guide’s', () => {
  it('records an unbinding nobody was ready for, and makes binding the urgent thing', () => {
    const walk = atList();
    const plan = walk.see('unbind-done');
    expect(plan).toMatchObject({ step: 'start-bind' });
    expect(progressOf(plan, 'confirm-unbind')).toBe('seen');
    expect(notesOf(plan, 'stop')).toContain('已解绑，请尽快绑定新CA。');
    expect(asGuidePlan(plan).questions.length).toBeGreaterThan(0);
    expect(notesOf(walk.see('bind-done'), 'stop')).toBe('');
  });

  it('keeps to the answers of the moment: those given afterwards do not excuse it', () => {
    const walk = atList();
    walk.see('unbind-done');
    expect(notesOf(walk.planIn(), 'stop')).toContain('解绑前有问题没确认，请现在逐项核对。');
    expect(notesOf(walk.answerAll(), 'stop')).toContain('解绑前有问题没确认，现在都已核对。');
    walk.see('home');
    expect(notesOf(walk.see('unbind-done'), 'stop')).toContain('解绑前有问题没确认，现在都已核对。');
  });

  it('takes a binding that was only said for open again once the page shows the unbinding after it', () => {
    const walk = atList();
    walk.answerAll();
    for (const step of ['unbind-old', 'confirm-unbind', 'start-bind', 'bind-new', 'try-login', 'try-seal']) {
      walk.say({ kind: 'step', step });
    }
    expect(walk.guidePlan().finished).toBe(true);
    walk.see('unbind-confirm');
    const plan = walk.see('unbind-done');
    expect(plan).toMatchObject({ finished: false, step: 'bind-new' });
    expect(notesOf(plan, 'caution')).toContain('已解绑，请尽快绑定新CA。');
    expect(notesOf(plan, 'caution')).toContain('您确认过绑定，之后页面显示了解绑。');
    expect(walk.see('ca-list', LIST)).toMatchObject({
      step: 'bind-new',
      target: 'bind',
      canSayDone: true,
    });
    // It is still there, says the person, who then unbinds once more; and the page shows a binding.
    const again = asGuidePlan(walk.say({ kind: 'step', step: 'bind-new' }));
    expect(again.step).toBe('try-login');
    expect(notesOf(again, 'caution')).not.toContain('尽快绑定');
    walk.see('unbind-confirm');
    expect(walk.see('unbind-done')).toMatchObject({ step: 'bind-new' });
    const after = walk.see('bind-done');
    // The login and the seal were tried with the binding of before.
    expect(after).toMatchObject({ step: 'try-login', finished: false });
    expect(notesOf(after, 'caution')).not.toContain('解绑');
  });

  it('takes a binding that a page showed for open again, and asks the person to look', () => {
    const walk = atList();
    walk.answerAll();
    for (const page of ['unbind-done', 'bind-done'] as const) walk.see(page);
    walk.say({ kind: 'step', step: 'try-login' });
    walk.say({ kind: 'step', step: 'try-seal' });
    expect(walk.guidePlan().finished).toBe(true);
    walk.see('unbind-confirm');
    const plan = walk.see('unbind-done');
    expect(plan).toMatchObject({ finished: false, step: 'start-bind' });
    expect(notesOf(plan, 'caution')).toContain('请在管理CA的页面看新CA还在不在');
    // What came before the binding stays.
    expect(progressOf(plan, 'confirm-unbind')).toBe('seen');
    // The swap is never open again: the control may take the new CA away.
    expect(notesOf(walk.see('ca-list', LIST), 'stop')).toContain('不要再点解绑');
    // Nor in any other guide, whose control is the same one.
    expect(holdingOf(walk.pack, walk.subject(1), walk.facts)).toMatchObject({ bound: true, holdsNew: 'yes' });
    // Still there, says the person; it is tried once more.
    walk.say({ kind: 'step', step: 'start-bind' });
    expect(walk.say({ kind: 'step', step: 'bind-new' })).toMatchObject({ step: 'try-login' });
    expect(notesOf(walk.planIn(), 'caution')).not.toContain('还在不在');
  });

  it('does not take the page of the first binding, met again after an unbinding, for another binding', () => {
    const walk = atList();
    walk.answerAll();
    // The form of the first binding is no form since.
    for (const page of ['unbind-done', 'bind-form', 'bind-done', 'unbind-confirm', 'unbind-done'] as const) {
      walk.see(page);
    }
    const again = walk.see('bind-done');
    expect(progressOf(again, 'bind-new')).toBe('open');
    expect(notesOf(again, 'caution')).toContain('还在不在');
    // A form in between makes it another one.
    walk.see('bind-form');
    expect(progressOf(walk.see('bind-done'), 'bind-new')).toBe('seen');
    expect(notesOf(walk.planIn(), 'caution')).not.toContain('还在不在');
  });

  it('asks for the binding calmly when every question was answered before', () => {
    const walk = atList();
    walk.answerAll();
    const plan = walk.see('unbind-done');
    expect(notesOf(plan, 'stop')).toBe('');
    expect(notesOf(plan, 'caution')).toContain('已解绑，请尽快绑定新CA。');
  });

  it('passes over the steps an outcome leaves behind, and calls none of them seen', () => {
    const walk = new Walk().open(1);
    const plan = walk.see('unbind-done');
    expect(['log-in', 'open-list', 'confirm-unbind'].map((step) => progressOf(plan, step))).toEqual([
      'passed',
      'passed',
      'seen',
    ]);
  });

  it('passes over the way to a page that was reached', () => {
    const plan = new Walk().open(1).see('unbind-confirm');
    expect(plan).toMatchObject({ step: 'confirm-unbind' });
    expect(['log-in', 'open-list', 'unbind-old'].map((step) => progressOf(plan, step))).toEqual([
      'passed',
      'passed',
      'seen',
    ]);
  });

  it('leaves unbinding open while only the form to bind was opened', () => {
    expect(progressOf(atList().see('bind-form'), 'confirm-unbind')).toBe('open');
  });

  it('does not ask to unbind once the new CA is bound', () => {
    const walk = atList();
    walk.see('bind-form');
    const plan = walk.see('bind-done');
    expect(plan).toMatchObject({ step: 'try-login' });
    expect(progressOf(plan, 'confirm-unbind')).toBe('passed');
    expect(notesOf(plan)).toContain('没有看到原CA解绑');
    // The questions stand by, but trying the login does not wait for them.
    expect(walk.see('ca-list', LIST)).toMatchObject({ step: 'try-login', target: null, held: false });
    expect(walk.answerAll()).toMatchObject({ target: null });
  });

  it('goes along to a form the person opened first, and says what may be missing', () => {
    const plan = atList().see('bind-form');
    expect(plan).toMatchObject({ step: 'bind-new', target: 'bind-confirm' });
    expect(notesOf(plan, 'caution')).toContain('还没有看到原CA解绑');
  });

  it('says so when an unbinding follows the binding', () => {
    const walk = atList();
    walk.see('bind-done');
    expect(notesOf(walk.see('unbind-done'), 'caution')).toContain('绑定之后，页面又显示了解绑');
  });

  it('does not take a result page met again for another unbinding', () => {
    const walk = atList();
    walk.see('unbind-done');
    walk.see('bind-done');
    expect(notesOf(walk.see('unbind-done'))).not.toContain('又显示了解绑');
    walk.see('unbind-confirm');
    expect(notesOf(walk.see('unbind-done'))).toContain('又显示了解绑');
  });
});

describe('coming back', () => {
  it('leads from the login page to where it was left, and undoes nothing', () => {
    const walk = atList();
    walk.answerAll();
    const plan = walk.see('login-account');
    expect(plan).toMatchObject({ step: 'log-in', target: 'login-submit' });
    expect(progressOf(plan, 'open-list')).toBe('seen');
    expect(walk.see('home')).toMatchObject({ step: 'open-list', target: 'ca-menu' });
    expect(walk.see('ca-list', LIST)).toMatchObject({ step: 'unbind-old', target: 'unbind' });
  });

  it('points at unbind again after a cancelled confirmation', () => {
    const walk = atList();
    walk.answerAll();
    walk.see('unbind-confirm');
    const plan = walk.see('ca-list', LIST);
    expect(plan).toMatchObject({ step: 'confirm-unbind', target: 'unbind', canSayDone: true });
    expect(progressOf(plan, 'confirm-unbind')).toBe('open');
  });

  it('never points at unbind or bind again behind their outcome', () => {
    const walk = atList();
    walk.answerAll();
    walk.see('unbind-done');
    expect(walk.see('unbind-confirm')).toMatchObject({ step: 'start-bind', target: null });
    walk.see('bind-done');
    expect(walk.see('ca-list', LIST)).toMatchObject({ step: 'try-login', target: null });
    expect(walk.see('bind-form')).toMatchObject({ step: 'try-login', target: null });
    expect(walk.see('home')).toMatchObject({ step: 'try-login', target: null });
  });

  it('leads back to the form when the session ended between unbinding and binding', () => {
    const walk = atList();
    walk.answerAll();
    walk.see('unbind-done');
    expect(walk.see('session-expired')).toMatchObject({ step: 'start-bind', target: null });
    expect(walk.see('login-account')).toMatchObject({ step: 'log-in', target: 'login-submit' });
    expect(walk.see('home')).toMatchObject({ step: 'open-list', target: 'ca-menu' });
    expect(walk.see('ca-list')).toMatchObject({ step: 'start-bind', target: 'bind' });
  });
});

describe('seen and said', () => {
  it('takes a word as said, and keeps it said when the page bears it out', () => {
    const walk = atList();
    walk.sayDone();
    const said = walk.sayDone();
    expect(said).toMatchObject({ step: 'start-bind' });
    expect(progressOf(said, 'confirm-unbind')).toBe('said');
    expect(progressOf(walk.see('unbind-done'), 'confirm-unbind')).toBe('said');
  });

  it('opens the step again when the word is taken back', () => {
    const walk = atList();
    walk.sayDone();
    const word = walk.facts.at(-1)?.id ?? '';
    expect(progressOf(walk.say({ kind: 'retraction', of: word }), 'unbind-old')).toBe('open');
  });

  it('lets nobody take back what the page showed', () => {
    const walk = atList();
    const page = walk.facts.find(({ body }) => body.kind === 'page' && body.state === 'home');
    const plan = walk.say({ kind: 'retraction', of: page?.id ?? '' });
    expect(progressOf(plan, 'log-in')).toBe('seen');
  });

  it('offers no word where only the page can tell', () => {
    const walk = new Walk('2026-11-22').open(1, subjectCase({ newCa: 'none' }));
    walk.see('home');
    walk.sayDone();
    walk.sayDone();
    const waiting = { guide: 'late-comer', step: 'receive-new', canSayDone: false };
    expect(walk.planIn()).toMatchObject(waiting);
    expect(walk.say({ kind: 'step', step: 'receive-new' })).toMatchObject(waiting);
  });
});

describe('the login with the new CA', () => {
  function bound(via: PageState): Walk {
    const walk = new Walk().open(1);
    walk.see(via);
    for (const page of ['home', 'ca-list', 'unbind-done', 'bind-form', 'bind-done'] as const) walk.see(page);
    return walk;
  }

  it('is not shown by a login before the binding', () => {
    const walk = new Walk().open(1);
    walk.see('login-ca');
    walk.see('home', { via: 'login-ca' });
    for (const page of ['ca-list', 'unbind-done', 'bind-form', 'bind-done', 'home'] as const) walk.see(page);
    expect(progressOf(walk.planIn(), 'try-login')).toBe('open');
  });

  it('is not shown by a login with the account', () => {
    const walk = bound('login-account');
    walk.see('login-account');
    expect(progressOf(walk.see('home', { via: 'login-account' }), 'try-login')).toBe('open');
  });

  it('is not shown by a look at the tab for the CA and back', () => {
    const walk = bound('login-account');
    walk.see('login-ca');
    expect(progressOf(walk.see('home'), 'try-login')).toBe('open');
    expect(progressOf(walk.sayDone(), 'try-login')).toBe('said');
  });

  it('is shown by a proved CA login after it, even after a wrong PIN', () => {
    const walk = bound('login-ca');
    walk.see('login-ca');
    walk.see('pin-wrong');
    expect(progressOf(walk.see('home', { via: 'login-ca' }), 'try-login')).toBe('seen');
  });

  it('is shown in another tab too', () => {
    const walk = bound('login-account');
    walk.open(2).see('login-ca', { tab: 2 });
    expect(progressOf(walk.see('home', { tab: 2, via: 'login-ca' }), 'try-login')).toBe('seen');
  });
});

describe('troubles', () => {
  it.each([
    ['driver-missing', '证书助手', 'ca-vendor'],
    ['key-missing', '先看插的是不是对的那把', 'ca-vendor'],
    ['pin-wrong', '以页面提示为准', 'ca-vendor'],
    ['pin-locked', '请不要再试', 'ca-vendor'],
    ['certificate-expired', '先看插的是不是新CA', 'ca-vendor'],
    ['already-bound', '证书已绑定', 'ca-vendor'],
    ['session-expired', '请重新登录', 'system-vendor'],
    ['system-busy', '过几分钟再试', 'system-vendor'],
  ] as const)(
    '%s: keeps the step, points at nothing, says what to do and whom to call',
    (page, words, role) => {
      const walk = atList();
      walk.answerAll();
      const plan = asGuidePlan(walk.see(page));
      expect(plan).toMatchObject({ step: 'unbind-old', target: null });
      expect(plan.trouble).toMatchObject({ known: 'seen', word: null });
      expect(plan.trouble?.text.zh).toContain(words);
      expect(plan.contacts[0]?.role).toBe(role);
      expect(walk.see('ca-list', LIST)).toMatchObject({
        step: 'unbind-old',
        target: 'unbind',
        trouble: null,
      });
    },
  );
});
