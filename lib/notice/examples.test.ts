/** What the example packs show: each thing that real notices say, on the days on which it tells. */
import { describe, expect, it } from 'vitest';
import { translatorFor } from '@/scripts/notice/command-line';
import { builtinPacks } from './builtin';
import { explain } from './explain';
import type { NoticeCase } from './explanation';
import { noticeInForce } from './in-force';
import { readNotice, writeReading } from './reading';
import { renewalFor } from './renewals';
import { examplePack, examplePacks } from './testing/examples';
import { brokenInvariants } from './testing/invariants';

const BATCHES = 'yunlan-2026-3';
const LATER = 'yunlan-2026-7';
/** These two were written in the form of the page 编写通知 (lib/author/walks.test.ts). */
const CORRECTION = 'yunhai-2026-45';
const COUNTY = 'qingxi-2026-6';
const UNDATED = 'qinghe-2026-11';
const KEYS = 'linjiang-2026-5';
/** Written in the form by somebody who had not seen the schema; adds a group with days of its own. */
const KEYS_LATER = 'linjiang-2026-8';
const APPLICATION = 'donglan-2026-9';
const RENEWAL = 'yunhai-2026-2';
/** What trial notices written by strangers said besides (make-ups.test.ts, own-days.test.ts, key-prices.test.ts). */
const STRANGERS = 'xihe-2026-31';
const PROJECTS = 'linshui-2026-4';
/** Written in the form by somebody who had not written the format, from a notice of their own. */
const CLERK = 'yx-2026-17';

type Case = Omit<NoticeCase, 'today'>;

/** The notice in force out of these packs, for one case. */
function tell(ids: readonly string[], today: string, who: Case) {
  const { pack } = noticeInForce(ids.map(examplePack), { today, audience: who.audience });
  return explain(pack, { today, ...who });
}

const unit = { audience: 'budget-unit', level: 'city' } as const;
const supplier = { audience: 'supplier', level: 'city' } as const;
const expert = { audience: 'review-expert', level: 'city' } as const;

/** Each pack on its telling days. */
const TELLING: readonly (readonly [string, readonly string[], string, Case])[] = [
  ['batches-before', [BATCHES], '2026-08-20', { ...unit, batch: 'first' }],
  ['batches-own-window', [BATCHES], '2026-09-10', { ...unit, batch: 'first', oldCa: 'valid' }],
  ['batches-pause', [BATCHES], '2026-09-19', { ...unit, batch: 'second' }],
  ['batches-unknown', [BATCHES], '2026-10-12', supplier],
  ['batches-over', [BATCHES], '2026-11-03', { audience: 'procurement-agency', level: 'city' }],
  ['supplement-and-province', [BATCHES, LATER, RENEWAL], '2026-10-20', { ...unit, batch: 'second' }],
  ['corrected-by-province', [BATCHES, CORRECTION], '2026-11-03', { ...unit, batch: 'third' }],
  ['county-first-batch', [COUNTY], '2026-07-23', { audience: 'budget-unit', batch: 'batches-1' }],
  ['county-agency', [COUNTY], '2026-09-04', { audience: 'procurement-agency' }],
  ['undated', [UNDATED], '2026-06-08', unit],
  ['keys-handed-out', [KEYS], '2026-06-16', unit],
  ['keys-in-use', [KEYS], '2026-07-02', supplier],
  ['keys-later', [KEYS, KEYS_LATER], '2026-06-25', unit],
  ['keys-later-make-up', [KEYS, KEYS_LATER], '2026-07-16', supplier],
  ['keys-later-expert', [KEYS, KEYS_LATER], '2026-07-21', expert],
  [
    'keys-later-expert-unbound',
    [KEYS, KEYS_LATER],
    '2026-07-23',
    { ...expert, events: { 'linjiang-2026-8-events-1': '2026-07-22' } },
  ],
  ['application-before', [APPLICATION], '2026-03-10', supplier],
  ['application', [APPLICATION], '2026-04-08', supplier],
  ['renewal-not-yet', [RENEWAL], '2026-06-01', { ...supplier, expiries: { 'new-ca': '2026-12-31' } }],
  ['renewal-open', [RENEWAL], '2026-10-15', { ...supplier, expiries: { 'new-ca': '2026-12-31' } }],
  ['renewal-late', [RENEWAL], '2026-12-10', { ...supplier, expiries: { 'new-ca': '2026-12-31' } }],
  ['renewal-lapsed', [RENEWAL], '2028-01-01', supplier],
  ['kinds-before', [STRANGERS], '2026-08-27', { ...unit, batch: 'offices' }],
  [
    'kinds-unbound',
    [STRANGERS],
    '2026-09-24',
    { ...unit, batch: 'schools', events: { unbound: '2026-09-22' } },
  ],
  ['kinds-make-up', [STRANGERS], '2026-11-04', { ...unit, batch: 'schools' }],
  ['kinds-over', [STRANGERS], '2026-11-16', unit],
  ['clerk-supervising', [CLERK], '2026-09-10', { audience: 'supervising-budget-unit', level: 'district' }],
  ['clerk-transition', [CLERK], '2026-09-20', { audience: 'procurement-agency', level: 'district' }],
  ['clerk-exempt', [CLERK], '2026-10-12', { audience: 'supplier', level: 'district' }],
  ['clerk-late', [CLERK], '2026-10-14', { audience: 'budget-unit', level: 'district' }],
  ['project-before', [PROJECTS], '2026-07-06', { ...supplier, projectDate: '2026-06-20' }],
  ['project-after', [PROJECTS], '2026-07-06', { ...supplier, projectDate: '2026-07-03', activities: [] }],
  ['project-unknown', [PROJECTS], '2026-06-20', { ...unit, activities: ['open-tender'] }],
];

describe('every example', () => {
  it('is marked as one, says what it needs, and is not shipped', () => {
    expect(Object.keys(examplePacks)).toHaveLength(12);
    for (const pack of Object.values(examplePacks)) {
      expect(pack.title.zh).toMatch(/（示例）$/);
      expect(pack.requires.length).toBeGreaterThan(0);
      expect(builtinPacks.map(({ id }) => id)).not.toContain(pack.id);
    }
  });

  it.each(TELLING)('reads as written down: %s', async (name, ids, today, who) => {
    const { pack } = noticeInForce(ids.map(examplePack), { today, audience: who.audience });
    const t = translatorFor('zh');
    const reading = readNotice(pack, { today, ...who }, { t, language: 'zh' });
    const head = `${ids.join(' + ')} ${today} ${JSON.stringify(who)}`;
    const text = `${head}\n\n${writeReading(reading, { t })}\n`;
    expect(text).not.toMatch(/undefined|noticeWords|\{[a-z]+\}/);
    await expect(text).toMatchFileSnapshot(`fixtures/examples/${name}.txt`);
  });

  it('tells every fact with a clause', () => {
    for (const [name, ids, today, who] of TELLING) {
      const { pack } = noticeInForce(ids.map(examplePack), { today });
      const voice = { t: translatorFor('zh'), language: 'zh' } as const;
      const facts = readNotice(pack, { today, ...who }, voice).filter(({ id }) => id !== 'about');
      const bare = facts.flatMap(({ lines }) => lines).filter(({ cite, under }) => cite === null && !under);
      for (const { text } of bare) expect(text, name).toMatch(/未写|没有写|没有列出|没有要交/);
    }
  });
});

describe('batches, a window inside a transition, gates, two CAs at once', () => {
  it('give each batch its own days, counted in working days', () => {
    const dues = (batch: string) =>
      tell([BATCHES], '2026-09-01', { ...unit, batch }).obligations.map(({ id, due }) => [id, due]);
    expect(dues('first')).toEqual([
      ['check-unit', '2026-08-31'],
      ['register', '2026-09-02'],
      ['collect', '2026-09-18'],
      ['swap', '2026-10-30'],
    ]);
    // Sunday 20 September works.
    expect(Object.fromEntries(dues('second')).register).toBe('2026-09-17');
    expect(Object.fromEntries(dues('third')).collect).toBe('2026-10-23');
    expect(
      Object.fromEntries(tell([BATCHES], '2026-09-01', unit).obligations.map((o) => [o.id, o.due])).register,
    ).toBe(undefined);
  });

  it('close unbinding and binding in the window, and open them around it', () => {
    const on = (today: string) => tell([BATCHES], today, unit);
    expect(on('2026-09-18')).toMatchObject({ allows: ['apply', 'unbind-old', 'bind', 'use-old', 'use-new'] });
    expect(on('2026-09-19')).toMatchObject({
      phase: { id: 'transition' },
      windows: [{ id: 'pause' }],
      forbids: ['unbind-old', 'bind'],
    });
    expect(on('2026-09-21').windows).toBeUndefined();
    expect(on('2026-08-31').forbids).toContain('unbind-old');
    expect(on('2026-10-31').notStated).toContain('unbind-old');
  });

  it('take either CA while both are accepted', () => {
    expect(tell([BATCHES], '2026-08-31', unit).usable).toEqual(['old-ca']);
    expect(tell([BATCHES], '2026-10-30', unit).usable).toEqual(['new-ca', 'old-ca']);
    expect(tell([BATCHES], '2026-10-31', unit).usable).toEqual(['new-ca']);
  });

  it('name what comes first', () => {
    const { obligations } = tell([BATCHES], '2026-09-01', unit);
    expect(obligations.map(({ after }) => after)).toEqual([
      undefined,
      ['check-unit'],
      ['register'],
      ['collect'],
    ]);
  });
});

describe('a supplement that moves a deadline', () => {
  it('changes just that, and names itself', () => {
    const before = tell([BATCHES], '2026-10-20', unit);
    const after = tell([BATCHES, LATER], '2026-10-20', unit);
    const changed = after.obligations.filter((each, at) => each.due !== before.obligations[at]?.due);
    expect(changed.map(({ id, due, cite }) => [id, due, cite])).toEqual([
      ['swap', '2026-11-20', '三（一）；云财购〔2026〕7号 一'],
    ]);
    expect(after.phase?.until).toBe('2026-11-20');
    expect(after.contacts.find(({ role }) => role === 'counter')).toMatchObject({
      number: '0500-80000188',
      publishedOn: '2026-10-19',
    });
    expect(tell([BATCHES, LATER], '2026-11-10', unit).allows).toContain('unbind-old');
    expect(tell([BATCHES], '2026-11-10', unit).notStated).toContain('unbind-old');
  });

  it('adds a duty for the batch and level it names', () => {
    const has = (who: Partial<Case>) =>
      tell([BATCHES, LATER], '2026-10-20', { ...unit, ...who }).obligations.some(
        ({ id }) => id === 'explain-delay',
      );
    expect(has({ level: 'district', batch: 'third' })).toBe(true);
    expect(has({ level: 'city', batch: 'third' })).toBe(false);
    expect(has({ level: 'district', batch: 'first' })).toBe(false);
  });
});

describe('a notice without dates, optional', () => {
  it('makes nothing overdue, ever, and has no phase and no deadline', () => {
    for (const today of ['2026-04-22', '2031-01-01']) {
      const told = tell([UNDATED], today, unit);
      expect(told).toMatchObject({ phase: null, deadline: null, duty: 'may' });
      expect(told.obligations.map(({ state, optional }) => [state, optional])).toEqual([
        ['due', true],
        ['upcoming', true],
      ]);
    }
    expect(tell([UNDATED], '2026-06-08', supplier)).toMatchObject({ duty: 'nothing', obligations: [] });
  });
});

describe('several keys', () => {
  it('are told apart by colour, and each has its system', () => {
    const { keys } = tell([KEYS], '2026-07-02', unit);
    expect(keys.map(({ system, certificates }) => [system, certificates])).toEqual([
      ['yunhai-procurement', ['main', 'sub']],
      ['contract-signing', ['main', 'legal']],
    ]);
    const looks = examplePack(KEYS).certificates.flatMap(({ look }) => look?.colour?.zh ?? []);
    expect(looks).toEqual(['蓝色', '灰色', '红色']);
    expect(examplePack(KEYS).keyCounts.map(({ count }) => count)).toEqual([1, 2, 1]);
  });
});

describe('a supplement that adds a group of its own', () => {
  const told = (today: string, who: Case) => tell([KEYS, KEYS_LATER], today, who);

  it('moves the last days of those it was for, and the day the old key stops', () => {
    const dues = told('2026-06-25', unit).obligations.flatMap(({ due }) => due ?? []);
    expect(dues.filter((day) => day === '2026-07-14')).toHaveLength(3);
    expect(told('2026-07-14', unit).allows).toContain('use-old');
    expect(told('2026-07-15', unit).forbids).toContain('use-old');
    expect(told('2026-07-16', supplier).deadline?.date).toBe('2026-07-17');
    expect(told('2026-06-25', supplier).fees.issue).toMatchObject({ total: 80 });
  });

  it('gives the group its own days only: three working days from its unbinding', () => {
    const events = { 'linjiang-2026-8-events-1': '2026-07-22' };
    const { obligations, forbids, allows } = told('2026-07-21', { ...expert, events });
    expect(obligations.map(({ due }) => due).filter(Boolean)).toEqual(['2026-08-14', '2026-07-27']);
    expect(allows).toEqual(expect.arrayContaining(['unbind-old', 'bind']));
    expect(forbids).toEqual([]);
    expect(told('2026-08-15', expert).allows).not.toContain('unbind-old');
    expect(told('2026-07-21', unit).allows).not.toContain('unbind-old');
  });

  it('breaks nothing beside the notice it changes', () => {
    for (const today of ['2026-06-25', '2026-07-16', '2026-07-21', '2026-08-17']) {
      const { pack, leftOut } = noticeInForce([KEYS, KEYS_LATER].map(examplePack), { today });
      expect(leftOut).toEqual([]);
      expect(brokenInvariants(pack)).toEqual([]);
    }
  });

  it('opens renewal three months before the last day, to all who have the new keys', () => {
    const { pack } = noticeInForce([KEYS, KEYS_LATER].map(examplePack), { today: '2026-09-01' });
    const state = (today: string) =>
      renewalFor(pack, { today, ...supplier }, { kind: 'ca', generation: 'new' }, '2027-06-30').state;
    expect(['2027-03-29', '2027-03-30', '2027-06-30', '2027-07-01'].map(state)).toEqual([
      'upcoming',
      'open',
      'open',
      'closed',
    ]);
  });
});

describe('unbinding by stamped application', () => {
  it('tells the papers, the waiting time and whom to call, from an open first day on', () => {
    const rule = (today: string, action: string) =>
      tell([APPLICATION], today, supplier).rules?.find((each) => each.action === action);
    expect(rule('2026-03-15', 'unbind-old')?.verdict).toBe('not-stated');
    for (const today of ['2026-03-16', '2030-01-01']) {
      expect(rule(today, 'unbind-old')).toMatchObject({
        verdict: 'allows',
        byApplication: { contact: 'system-vendor', wait: { count: 2, unit: 'working-days' } },
      });
    }
    expect(rule('2026-04-08', 'unbind-old')?.byApplication?.materials).toHaveLength(2);
    expect(tell([APPLICATION], '2030-01-01', supplier).phase).toMatchObject({
      id: 'by-application',
      until: null,
    });
  });
});

describe('renewal from 90 until 30 days before expiry', () => {
  const state = (today: string) => {
    const { pack } = noticeInForce([examplePack(RENEWAL)], { today });
    return renewalFor(pack, { today, ...supplier }, { kind: 'ca', generation: 'new' }, '2026-12-31').state;
  };
  it('opens and closes to the day', () => {
    expect(['2026-10-01', '2026-10-02', '2026-12-01', '2026-12-02'].map(state)).toEqual([
      'upcoming',
      'open',
      'open',
      'closed',
    ]);
  });

  it('is a duty with days of the person’s own certificate', () => {
    const told = tell([RENEWAL], '2026-10-15', { ...supplier, expiries: { 'new-ca': '2026-12-31' } });
    expect(told.obligations[0]).toMatchObject({ from: '2026-10-02', due: '2026-12-01', state: 'due' });
    expect(told.deadline?.date).toBe('2026-12-01');
  });

  it('is law until the notice’s own last day', () => {
    expect(tell([RENEWAL], '2027-12-31', supplier).obligations).toHaveLength(1);
    const over = tell([RENEWAL], '2028-01-01', supplier);
    expect(over).toMatchObject({ obligations: [], notices: [{ force: 'lapsed' }] });
  });

  it('answers beside a city’s notice that is silent on it', () => {
    const told = tell([BATCHES, RENEWAL], '2026-10-15', supplier);
    expect(told.pack.id).toBe(BATCHES);
    expect(told.fees.renew).toMatchObject({ total: 100, cite: '云海财购〔2026〕2号 六' });
    expect(told.fees.replace.cite).toBe('五');
  });
});

describe('rules by the project’s date', () => {
  it('decide which CA, and say nothing while the date is not known', () => {
    const who = (projectDate?: string) => ({
      ...supplier,
      ...(projectDate && { projectDate }),
      activities: [],
    });
    const on = (projectDate?: string) => tell([PROJECTS], '2026-07-06', who(projectDate));
    expect(on('2026-06-30')).toMatchObject({ usable: ['old-ca'] });
    expect(on('2026-07-01')).toMatchObject({ usable: ['new-ca'] });
    expect(on('2026-07-01').forbids).toContain('use-old');
    expect(on()).toMatchObject({ usable: [] });
    expect(on().allows).not.toContain('use-old');
  });

  it('begin before publication for some, and forbid unbinding to whoever tenders', () => {
    expect(tell([PROJECTS], '2026-06-03', unit).phase?.id).toBe('already');
    expect(tell([PROJECTS], '2026-07-06', { ...supplier, activities: ['open-tender'] }).forbids).toContain(
      'unbind-old',
    );
    expect(tell([PROJECTS], '2026-07-06', { ...supplier, activities: [] }).forbids).not.toContain(
      'unbind-old',
    );
  });
});
