import { describe, expect, it } from 'vitest';
import { builtinPack as pack } from '@/lib/notice/builtin';
import type { PageState } from '@/lib/page/model';
import type { Situation } from './model';
import { planFor } from './plan';
import { AFTER, asGuidePlan, IN_TRANSITION, notesOf, subjectCase, tabPage, Walk } from './testing/walk';

const plan = (rest: Partial<Situation>) =>
  planFor({
    pack,
    situation: {
      page: tabPage('home'),
      via: null,
      subject: null,
      subjectCount: 0,
      today: IN_TRANSITION,
      ...rest,
    },
    journey: null,
    facts: [],
  });

describe('pages that are not recognised', () => {
  it.each(['other', 'unknown'] as const)('%s gets silence', (state) => {
    for (const subject of [null, subjectCase()]) {
      expect(plan({ page: tabPage(state), subject })).toEqual({ kind: 'silent' });
    }
  });

  it('get the warning all the same when something there unbinds', () => {
    const page = tabPage('unknown', { unbindVisible: true });
    expect(plan({ page, subject: subjectCase() })).toMatchObject({ kind: 'guide', target: null, held: true });
    expect(notesOf(plan({ page }), 'stop')).toContain('先别点解绑');
  });
});

describe('no subject chosen', () => {
  it.each([
    ['home', 0, '先添加办理主体'],
    ['login-account', 0, '先添加办理主体'],
    ['home', 2, '选择这次为谁办理'],
    ['login-account', 2, '请先登录'],
    ['login-ca', 3, '请先登录'],
  ] as const)('on %s with %i subjects says where to go', (state, subjectCount, words) => {
    const choice = plan({ page: tabPage(state), subjectCount });
    expect(choice).toMatchObject({ kind: 'choose-subject', subjects: subjectCount, page: state });
    expect(notesOf(choice, 'info')).toContain(words);
    expect(choice).toMatchObject({ phase: { id: 'transition', daysLeft: 21, workingDaysLeft: 12 } });
  });

  it('still tells the trouble, warns of unbinding, and names whom to call', () => {
    const choice = plan({ page: tabPage('key-missing', { unbindVisible: true }), subjectCount: 2 });
    expect(choice).toMatchObject({ trouble: { id: 'key-missing', known: 'seen' } });
    expect(notesOf(choice, 'stop')).toContain('先别点解绑');
    expect(choice.kind === 'choose-subject' && choice.contacts.map(({ role }) => role)).toEqual([
      'ca-vendor',
      'ca-counter',
      'seal-vendor',
      'system-vendor',
      'bureau',
    ]);
  });

  it('names only contacts that are for everybody', () => {
    const contacts = pack.contacts.map((contact, index) =>
      index === 0 ? { ...contact, when: { audiences: ['supplier' as const] } } : contact,
    );
    const situation = {
      page: tabPage('home'),
      via: null,
      subject: null,
      subjectCount: 0,
      today: IN_TRANSITION,
    };
    const choice = planFor({ pack: { ...pack, contacts }, situation, journey: null, facts: [] });
    expect(choice.kind === 'choose-subject' && choice.contacts.map(({ role }) => role)).not.toContain(
      'ca-vendor',
    );
  });

  it('asks again for a subject whose kind this notice does not know', () => {
    const choice = plan({ subject: subjectCase({ audience: 'martian' }), subjectCount: 1 });
    expect(choice.kind).toBe('choose-subject');
    expect(notesOf(choice)).toContain('重新选择');
  });
});

describe('a notice without a number to call', () => {
  it.each(['home', 'key-missing', 'login-ca', 'unbind-confirm'] as const)(
    'on %s names who issued it',
    (state) => {
      const mute = { ...pack, contacts: [] };
      for (const subject of [
        null,
        subjectCase({ newCa: 'none' }),
        subjectCase({ audience: 'review-expert' }),
      ]) {
        const situation = { page: tabPage(state), via: null, subject, subjectCount: 2, today: AFTER };
        const silent = planFor({ pack: mute, situation, journey: null, facts: [] });
        expect(silent).toMatchObject({ contacts: [], pack: { issuer: pack.issuer } });
        if (silent.kind === 'guide') expect(silent.place?.where.zh).not.toMatch(/undefined|\{/);
      }
      // Nobody but the issuer is left to be sent to.
      const situation = {
        via: null,
        subject: subjectCase({ newCa: 'expired' }),
        subjectCount: 1,
        today: AFTER,
      };
      const asked = planFor({
        pack: mute,
        situation: { ...situation, page: tabPage('home') },
        journey: null,
        facts: [],
      });
      expect(notesOf(asked)).toContain(`发通知的${pack.issuer.zh}`);
    },
  );
});

describe('what every plan carries', () => {
  it('the phase with its days, counted as the notice counts them', () => {
    expect(asGuidePlan(plan({ subject: subjectCase() })).phase).toEqual({
      id: 'transition',
      name: { zh: '过渡阶段', en: 'Transition' },
      from: '2023-09-11',
      until: '2023-10-11',
      daysLeft: 21,
      workingDaysLeft: 12,
    });
    expect(asGuidePlan(plan({ subject: subjectCase(), today: AFTER })).phase).toMatchObject({
      id: 'new-only',
      until: null,
      daysLeft: null,
      workingDaysLeft: null,
    });
  });

  it('contacts, the step’s own in front and nobody twice', () => {
    const walk = new Walk().open(1);
    const roles = (state: PageState) => asGuidePlan(walk.see(state)).contacts.map(({ role }) => role);
    expect(roles('login-account')[0]).toBe('system-vendor');
    expect(roles('ca-list')[0]).toBe('ca-vendor');
    expect(new Set(roles('ca-list')).size).toBe(5);
  });

  it('nothing personal: not even the subject’s id', () => {
    const subject = subjectCase({ id: 'b2c9-secret' });
    expect(JSON.stringify(plan({ subject }))).not.toContain('b2c9-secret');
  });

  it('for those the notice does not name, that it does not name them, and whom to ask', () => {
    const notes = notesOf(plan({ subject: subjectCase({ audience: 'review-expert' }) }));
    expect(notes).toContain('通知未把您列为更换对象，是否要换，请问江苏意源科技有限公司。');
  });

  it('nothing twice: a warning the step or the red note gives already is left out', () => {
    const over = (page: PageState, unbindVisible: boolean, newCa: 'none' | 'valid') =>
      notesOf(
        plan({ page: tabPage(page, { unbindVisible }), subject: subjectCase({ newCa }), today: AFTER }),
      ).split('过渡阶段已结束').length - 1;
    expect(over('home', false, 'none')).toBe(0);
    expect(over('home', false, 'valid')).toBe(1);
    expect(over('home', true, 'valid')).toBe(1);
  });

  it('fees only while a new CA is still to be had', () => {
    const fees = (today: string, newCa: 'none' | 'valid') =>
      asGuidePlan(plan({ subject: subjectCase({ newCa, oldCa: 'expired' }), today })).notes.filter(
        ({ cite }) => cite === '二',
      ).length;
    expect(fees(AFTER, 'none')).toBeGreaterThan(0);
    expect(fees(AFTER, 'valid')).toBe(0);
    expect(fees(IN_TRANSITION, 'none')).toBeGreaterThan(0);
    expect(fees(IN_TRANSITION, 'valid')).toBe(0);
  });

  it('prices of single keys where there is room for them, else where they stand', () => {
    const [charge] = pack.fees.charges.filter(({ business }) => business === 'replace');
    if (!charge) throw new Error('no charge');
    const told = (count: number) => {
      const charges = pack.certificates.slice(0, count).map(({ id }) => {
        return { ...charge, id: `of-${id}`, certificates: [id], when: undefined, cite: '十' };
      });
      const situation = {
        page: tabPage('home'),
        via: null,
        subject: subjectCase({ newCa: 'none' }),
        subjectCount: 1,
      };
      const guide = planFor({
        pack: { ...pack, fees: { ...pack.fees, charges } },
        situation: { ...situation, today: IN_TRANSITION },
        journey: null,
        facts: [],
      });
      return asGuidePlan(guide)
        .notes.filter(({ cite }) => cite === '十')
        .map(({ text }) => text.zh);
    };
    expect(told(2).join('\n')).toMatch(/：每年115\.2元.*：每年115\.2元/s);
    expect(told(3)).toEqual(['费用按锁或套数分列，请看通知页的“费用”。']);
  });

  it('when a missed duty can be made up for, as long as it can', () => {
    const makeUps = [{ from: '2023-09-18', until: '2023-09-22', cite: '十一' }];
    const obligations = pack.obligations.map((each) =>
      each.id === 'file-application' ? { ...each, makeUps } : each,
    );
    const told = (today: string, warnings: typeof pack.warnings) => {
      const subject = subjectCase({ newCa: 'none' });
      const situation = { page: tabPage('home'), via: null, subject, subjectCount: 1, today };
      const guide = planFor({
        pack: { ...pack, obligations, warnings },
        situation,
        journey: null,
        facts: [],
      });
      return JSON.stringify(asGuidePlan(guide).notes.map(({ text }) => text.zh));
    };
    // Beside the pack's own words about the missed day, and where it has none.
    for (const warnings of [pack.warnings, []]) {
      expect(told('2023-09-19', warnings)).toContain('错过的，可在9月18日（周一）至9月22日（周五）补办。');
      expect(told('2023-09-25', warnings)).not.toContain('补办。');
    }
  });

  it('dates of another year with their year', () => {
    const early = plan({ subject: subjectCase(), today: '2022-12-30' });
    expect(notesOf(early)).toContain('2023年9月4日（周一）前');
  });
});
