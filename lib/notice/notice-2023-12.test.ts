/** 常财购〔2023〕12号 as the built-in pack says it: each expectation is a line of the notice. */
import { describe, expect, it } from 'vitest';
import { builtinPack as pack } from './builtin';
import { daysLeft } from './days';
import { explain } from './explain';
import { AUDIENCES, type Audience, type NoticeCase } from './explanation';
import { phaseOn, phasesFor } from './phases';
import { workingDaysLeft } from './working-days';

const about = (today: string, audience: Audience, rest: Partial<NoticeCase> = {}) =>
  explain(pack, { today, audience, ...rest });
const obligation = (today: string, audience: Audience, id: string) =>
  about(today, audience).obligations.find((each) => each.id === id);

const NAMED = [
  'budget-unit',
  'supervising-budget-unit',
  'central-purchasing-body',
  'framework-supplier',
] as const;
const UNNAMED = ['supplier', 'procurement-agency', 'review-expert', 'finance-department'] as const;

describe('phases (三、1)', () => {
  it.each([
    ['2023-08-01', 'before-publication'],
    ['2023-09-03', 'before-publication'],
    ['2023-09-04', 'application'],
    ['2023-09-10', 'application'],
    ['2023-09-11', 'transition'],
    ['2023-10-11', 'transition'],
    ['2023-10-12', 'new-only'],
    ['2026-11-22', 'new-only'],
  ])('%s is %s', (day, phase) => {
    expect(phaseOn(pack, day)?.id).toBe(phase);
  });

  it('have a transition of 31 days, 19 of them working days', () => {
    const transition = phasesFor(pack).find((each) => each.id === 'transition');
    const { from = '', until = '' } = transition ?? {};
    expect(daysLeft(from, until) + 1).toBe(31);
    expect(workingDaysLeft(from, until)).toBe(19);
  });
});

describe('actions', () => {
  it.each(AUDIENCES)('%s may unbind and bind in the transition, not before', (audience) => {
    expect(about('2023-09-10', audience).forbids).toEqual(expect.arrayContaining(['unbind-old', 'bind']));
    for (const day of ['2023-09-11', '2023-09-20', '2023-10-11']) {
      expect(about(day, audience).allows).toEqual(expect.arrayContaining(['unbind-old', 'bind']));
    }
  });

  it.each(AUDIENCES)('after it, %s hears that unbinding the old one is not stated', (audience) => {
    for (const day of ['2023-10-12', '2024-01-01', '2026-11-22']) {
      const said = about(day, audience);
      expect(said.notStated).toContain('unbind-old');
      expect(said.forbids).toEqual(['use-old']);
      expect(said.allows).toEqual(expect.arrayContaining(['bind', 'use-new']));
    }
  });

  it('marks as inferred what the notice only lets conclude', () => {
    const rule = (day: string, action: string) =>
      about(day, 'budget-unit').rules?.find((each) => each.action === action);
    expect(rule('2023-09-20', 'unbind-old')?.basis).toBe('stated');
    expect(rule('2023-09-05', 'unbind-old')?.basis).toBe('inferred');
    expect(rule('2023-10-12', 'bind')?.basis).toBe('inferred');
    expect(rule('2023-10-12', 'use-old')).toMatchObject({
      verdict: 'forbids',
      basis: 'stated',
      cite: '三、1',
    });
  });

  it('never speaks of everyday unbinding', () => {
    for (const day of ['2023-08-01', '2023-09-05', '2023-09-20', '2026-11-22']) {
      expect(about(day, 'budget-unit').notStated).toContain('unbind');
    }
  });

  it('leaves open whether the new CA works for purchasing before 12 October', () => {
    expect(about('2023-10-11', 'budget-unit').notStated).toContain('use-new');
    expect(about('2023-10-12', 'budget-unit').allows).toContain('use-new');
  });

  it('takes applications from units until 4 September and says nothing of later ones', () => {
    for (const audience of ['budget-unit', 'supervising-budget-unit', 'central-purchasing-body'] as const) {
      expect(about('2023-09-04', audience).allows).toContain('apply');
      expect(about('2023-09-05', audience).notStated).toContain('apply');
    }
  });

  it('takes framework suppliers from 5 September, on working days', () => {
    expect(about('2023-09-04', 'framework-supplier').forbids).toContain('apply');
    expect(about('2023-09-05', 'framework-supplier').allows).toContain('apply');
    expect(about('2023-09-09', 'framework-supplier').notStated).toContain('apply');
    expect(about('2023-10-07', 'framework-supplier').allows).toContain('apply');
    expect(about('2023-10-12', 'framework-supplier').notStated).toContain('apply');
  });

  it('does not know how those it does not name would apply', () => {
    for (const audience of UNNAMED) expect(about('2023-09-05', audience).notStated).toContain('apply');
  });
});

describe('usable certificates and keys (三、1, 三、2)', () => {
  it('change on 12 October on Sucaiyun, for everybody', () => {
    for (const audience of AUDIENCES) {
      expect(about('2023-10-11', audience).usable).toEqual(['old-ca', 'old-seal']);
      expect(about('2023-10-12', audience).usable).toEqual(['new-ca', 'new-seal']);
    }
  });

  it('stay the old ones on the management platform, for purchasers, as of 2023', () => {
    for (const audience of ['budget-unit', 'supervising-budget-unit'] as const) {
      const key = about('2026-11-22', audience).keys.find(
        (each) => each.system === 'changzhou-procurement-management',
      );
      expect(key?.certificates).toEqual(['old-ca', 'old-seal']);
      expect(key?.note?.zh).toContain('2023年通知要求保留，有新通知从其规定');
      expect(key?.cite).toBe('三、2');
    }
  });

  it('are not stated there for anybody else', () => {
    for (const audience of ['central-purchasing-body', 'framework-supplier', ...UNNAMED] as const) {
      const key = about('2023-09-20', audience).keys.find(
        (each) => each.system === 'changzhou-procurement-management',
      );
      expect(key?.certificates).toEqual([]);
      expect(key?.note?.zh).toContain('未写');
    }
  });
});

describe('obligations', () => {
  it.each([
    ['2023-08-31', 'upcoming'],
    ['2023-09-01', 'due'],
    ['2023-09-04', 'due'],
    ['2023-09-05', 'overdue'],
    ['2023-10-11', 'overdue'],
    ['2023-10-12', 'past'],
    ['2026-11-22', 'past'],
  ])('the filing "before 4 September" is, on %s, %s', (day, state) => {
    const filing = {
      'budget-unit': 'file-application',
      'supervising-budget-unit': 'collect-applications',
      'central-purchasing-body': 'file-application-central',
    } as const;
    for (const [audience, id] of Object.entries(filing)) {
      const found = obligation(day, audience as Audience, id);
      expect(found).toMatchObject({ state, due: '2023-09-04', dueInclusive: 'not-stated', soft: false });
      expect(found?.ask?.zh).toBe('申请表交了吗？');
    }
  });

  it.each([
    ['2023-09-04', 'due'],
    ['2023-09-10', 'due'],
    ['2023-09-11', 'due'],
    ['2023-10-11', 'due'],
    ['2023-10-12', 'past'],
  ])('the soft 10 September is, on %s, %s and never overdue', (day, state) => {
    for (const audience of NAMED) {
      expect(obligation(day, audience, 'complete-replacement')).toMatchObject({ state, soft: true });
    }
  });

  it.each([
    ['2023-09-10', 'upcoming'],
    ['2023-09-11', 'due'],
    ['2023-10-11', 'due'],
    ['2023-10-12', 'past'],
  ])('the rebinding is, on %s, %s', (day, state) => {
    for (const audience of NAMED) expect(obligation(day, audience, 'rebind')?.state).toBe(state);
    for (const audience of UNNAMED) {
      expect(obligation(day, audience, 'rebind-if-replaced')).toMatchObject({ state, optional: true });
    }
  });

  it('on-site handling begins on 5 September, that day included (一（二）3)', () => {
    expect(obligation('2023-09-04', 'framework-supplier', 'apply-on-site')?.state).toBe('upcoming');
    const found = obligation('2023-09-05', 'framework-supplier', 'apply-on-site');
    expect(found?.state).toBe('due');
    expect(found?.where?.zh).toContain('4楼开标大厅');
    expect(found?.materials.map((each) => each.zh).join()).toContain('营业执照复印件（盖公章）');
  });

  it('more than one set is asked for after 11 September, whose own day is not stated (一（二）5)', () => {
    expect(obligation('2023-09-11', 'budget-unit', 'apply-extra-set')).toMatchObject({
      state: 'upcoming',
      fromInclusive: 'not-stated',
      optional: true,
    });
    expect(obligation('2023-09-12', 'budget-unit', 'apply-extra-set')?.state).toBe('due');
  });

  it('where to file depends on the level; without one both are given', () => {
    const where = (level?: 'city' | 'district') =>
      about('2023-09-04', 'supervising-budget-unit', { level }).obligations.find(
        (each) => each.id === 'collect-applications',
      )?.where?.zh;
    expect(where('city')).toBe('市级：市财政局政府采购管理处');
    expect(where('district')).toBe('辖市、区：所在辖市、区财政局（电话，通知未写）');
    expect(where()).toBe('市级：市财政局政府采购管理处；辖市、区：所在辖市、区财政局（电话，通知未写）');
  });

  it('of 2023 are all past today, for everybody', () => {
    for (const audience of AUDIENCES) {
      const states = about('2026-11-22', audience).obligations.map((each) => each.state);
      expect(new Set(states)).toEqual(new Set(['past']));
    }
  });
});

describe('fees (二)', () => {
  const NEW = { total: 192, ca: 97, seal: 95 };
  const REPLACEMENT = { total: 115.2, ca: 58.2, seal: 57 };
  const payers = (audience: Audience, oldCa?: 'valid' | 'expired' | 'none') => {
    const { issue, replace, renew, reissue } = about('2023-09-20', audience, { oldCa }).fees;
    return [issue.payer, replace.payer, renew.payer, reissue.payer];
  };

  it('are 192 yuan a year for a new one and 115.2 for everything else', () => {
    for (const audience of AUDIENCES) {
      const { issue, replace, renew, reissue } = about('2023-09-20', audience).fees;
      expect(issue).toMatchObject(NEW);
      for (const fee of [replace, renew, reissue]) expect(fee).toMatchObject(REPLACEMENT);
      for (const fee of [issue, replace, renew, reissue]) expect(fee.cite).toBe('二');
    }
  });

  it.each([
    ['budget-unit', 'valid', ['finance', 'free', 'finance', 'finance']],
    ['budget-unit', 'expired', ['finance', 'not-stated', 'finance', 'finance']],
    ['budget-unit', 'none', ['finance', 'not-stated', 'finance', 'finance']],
    ['supervising-budget-unit', 'valid', ['finance', 'free', 'finance', 'finance']],
    ['central-purchasing-body', 'valid', ['finance', 'free', 'finance', 'finance']],
    ['framework-supplier', 'valid', ['self', 'free', 'self', 'self']],
    ['framework-supplier', 'expired', ['self', 'not-stated', 'self', 'self']],
    ['supplier', 'valid', ['self', 'free', 'self', 'self']],
    ['procurement-agency', 'none', ['self', 'not-stated', 'self', 'self']],
    ['review-expert', 'valid', ['finance', 'free', 'finance', 'not-stated']],
    ['review-expert', 'expired', ['finance', 'not-stated', 'finance', 'not-stated']],
    ['finance-department', 'valid', ['not-stated', 'free', 'not-stated', 'not-stated']],
  ] as const)('%s with an old CA that is %s: issue, replace, renew, reissue', (audience, oldCa, expected) => {
    expect(payers(audience, oldCa)).toEqual(expected);
  });

  it('say that the free replacement is conditional where the state of the old CA is not known', () => {
    expect(about('2023-09-20', 'supplier').fees.replace).toMatchObject({ payer: 'free', conditional: true });
    expect(about('2023-09-20', 'supplier', { oldCa: 'valid' }).fees.replace.conditional).toBeUndefined();
  });

  it("are shown as 2023's", () => {
    for (const fee of Object.values(about('2026-11-22', 'supplier').fees)) {
      expect(fee.asOf).toBe('2023-09-04');
      expect(fee.note?.zh).toContain('2023年标准');
    }
  });
});

describe('the next date that matters', () => {
  it.each([
    ['budget-unit', '2023-09-01', '2023-09-04', 3, 2],
    ['budget-unit', '2023-09-04', '2023-09-04', 0, 1],
    ['budget-unit', '2023-09-05', '2023-09-10', 5, 4],
    ['budget-unit', '2023-09-20', '2023-10-11', 21, 12],
    ['budget-unit', '2023-10-11', '2023-10-11', 0, 1],
    ['central-purchasing-body', '2023-09-04', '2023-09-04', 0, 1],
    ['framework-supplier', '2023-09-04', '2023-09-10', 6, 5],
    ['supplier', '2023-09-04', '2023-10-11', 37, 24],
    ['review-expert', '2023-10-01', '2023-10-11', 10, 5],
  ] as const)('for %s on %s is %s', (audience, day, date, days, workingDays) => {
    expect(about(day, audience).deadline).toMatchObject({
      date,
      daysLeft: days,
      workingDaysLeft: workingDays,
    });
  });

  it('is soft on 10 September, whose last working day is the 8th', () => {
    expect(about('2023-09-05', 'budget-unit').deadline).toMatchObject({
      soft: true,
      lastWorkingDay: '2023-09-08',
    });
  });

  it('is none after the transition', () => {
    for (const audience of AUDIENCES) {
      expect(about('2023-10-12', audience).deadline).toBeNull();
      expect(about('2026-11-22', audience).deadline).toBeNull();
    }
  });
});

describe('contacts (五)', () => {
  it('put the vendor in charge first and dial landlines with the area code', () => {
    const contacts = about('2023-09-20', 'budget-unit').contacts;
    expect(contacts.map((each) => [each.role, each.number])).toEqual([
      ['ca-vendor', '18912397618'],
      ['ca-counter', '18796993764'],
      ['seal-vendor', '13951813273'],
      ['system-vendor', '0519-85588210'],
      ['bureau', '0519-85681829'],
    ]);
    for (const contact of contacts) expect(contact.publishedOn).toBe('2023-09-04');
  });
});

describe('warnings', () => {
  const ids = (day: string, audience: Audience, rest: Partial<NoticeCase> = {}) =>
    about(day, audience, rest).warnings.map((each) => each.id);

  it('tell those the notice does not name, every day', () => {
    for (const audience of UNNAMED) {
      const said = about('2023-09-20', audience);
      expect(said.named).toBe(false);
      expect(
        said.warnings.some((each) => each.text.zh.startsWith('通知未把您列为更换对象，是否要换，请问')),
      ).toBe(true);
    }
    for (const audience of NAMED) {
      expect(about('2023-09-20', audience).named).toBe(true);
      expect(ids('2023-09-20', audience).filter((id) => id.startsWith('not-named'))).toEqual([]);
    }
  });

  it('tell purchasers to keep the old key, as of 2023', () => {
    for (const day of ['2023-09-05', '2023-09-20', '2026-11-22']) {
      expect(ids(day, 'budget-unit')).toContain('keep-old');
      expect(ids(day, 'supplier')).toContain('keep-old-others');
    }
  });

  it('change with the phase', () => {
    expect(ids('2023-09-10', 'budget-unit')).toContain('not-yet');
    expect(ids('2023-09-11', 'budget-unit')).not.toContain('not-yet');
    expect(ids('2023-10-11', 'budget-unit')).not.toContain('transition-over');
    expect(ids('2023-10-12', 'budget-unit')).toContain('transition-over');
    expect(ids('2023-09-05', 'budget-unit')).toContain('missed-filing');
    expect(ids('2023-09-04', 'budget-unit')).not.toContain('missed-filing');
  });

  it('speak of an expired old CA unless it is known to be valid', () => {
    expect(ids('2023-09-20', 'budget-unit', { oldCa: 'expired' })).toContain('expired-old');
    expect(ids('2023-09-20', 'budget-unit', { oldCa: 'valid' })).not.toContain('expired-old');
  });
});

describe('every fact', () => {
  it('carries its clause, and every inference says whose it is', () => {
    const facts: Record<string, unknown>[] = [];
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('cite' in value && typeof value.cite === 'string') facts.push(value as Record<string, unknown>);
      for (const item of Object.values(value)) walk(item);
    };
    const { guides: _, ...notice } = pack;
    walk(notice);
    expect(facts.length).toBeGreaterThan(100);
    const clause = /^(一（[一二]）[1-5]?|二|三、[12]|四|五|文首|落款|发布日期|附件|通知外)$/;
    expect(facts.filter((each) => !clause.test(String(each.cite)))).toEqual([]);
    expect(facts.filter((each) => each.basis === 'inferred' && !each.inferredBy)).toEqual([]);
  });

  it('is in Chinese and English', () => {
    const untranslated: unknown[] = [];
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('zh' in value && !('en' in value)) untranslated.push(value);
      for (const item of Object.values(value)) walk(item);
    };
    walk(pack);
    expect(untranslated).toEqual([]);
  });
});
