/** What other notices say and ours does not (design.md §5): the model must be able to carry it. */
import { describe, expect, it } from 'vitest';
import { allowancesOn } from './allowances';
import { fits } from './condition';
import { contactsFor } from './contacts';
import { explain } from './explain';
import type { NoticeCase } from './explanation';
import { keysFor } from './keys';
import { loadPack } from './load';
import type { Moment, NoticePack, Obligation, Permission, Phase } from './model';
import { obligationsFor } from './obligations';
import { phaseOn, phasesFor, windowsOn } from './phases';
import { makePack } from './testing/make-pack';

/** A pack that the schema takes, so that no test rests on one it would refuse. */
function checked(parts: Partial<NoticePack>): NoticePack {
  const loaded = loadPack(makePack(parts));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.pack;
}

const phase = (id: string, parts: Partial<Phase> = {}): Phase => ({
  id,
  name: { zh: id },
  text: { zh: id },
  cite: '一',
  ...parts,
});
const obligation = (parts: Partial<Obligation>): Obligation => ({
  id: 'it',
  text: { zh: '办理' },
  soft: false,
  where: [],
  materials: [],
  cite: '二',
  ...parts,
});
const on = (date: string, inclusive: boolean | 'not-stated' = true): Moment => ({
  kind: 'date',
  date,
  inclusive,
});
const unit = (today: string, rest: Partial<NoticeCase> = {}): NoticeCase => ({
  today,
  audience: 'budget-unit',
  ...rest,
});
const stateOn = (pack: NoticePack, today: string, rest: Partial<NoticeCase> = {}) =>
  obligationsFor(pack, unit(today, rest))[0]?.state;

describe('phases', () => {
  it('may be missing altogether', () => {
    const pack = checked({});
    expect(phaseOn(pack, '2026-03-01')).toBeNull();
    expect(explain(pack, unit('2026-03-01'))).toMatchObject({ phase: null, deadline: null, usable: [] });
  });

  it('may leave gaps and open ends', () => {
    const pack = checked({
      phases: [phase('late', { from: '2026-05-01' }), phase('early', { until: '2026-03-31' })],
    });
    expect(phaseOn(pack, '1999-01-01')?.id).toBe('early');
    expect(phaseOn(pack, '2026-04-15')).toBeNull();
    expect(phaseOn(pack, '2099-01-01')?.id).toBe('late');
    expect(phasesFor(pack).map((each) => each.id)).toEqual(['early', 'late']);
  });

  it('may hold a narrower window, which does not hide its phase', () => {
    const pack = checked({
      phases: [
        phase('inner', { from: '2026-03-10', until: '2026-03-12', within: 'outer' }),
        phase('outer', { from: '2026-03-01', until: '2026-03-31' }),
      ],
    });
    expect(phaseOn(pack, '2026-03-11')?.id).toBe('outer');
    expect(windowsOn(pack, '2026-03-11').map((each) => each.id)).toEqual(['inner']);
    expect(windowsOn(pack, '2026-03-13')).toEqual([]);
  });

  it('may differ by audience; without one only those for everybody count', () => {
    const pack = checked({
      phases: [
        phase('units', { from: '2026-03-01', until: '2026-03-31', audiences: ['budget-unit'] }),
        phase('suppliers', { from: '2026-03-15', until: '2026-04-30', audiences: ['supplier'] }),
      ],
    });
    expect(phaseOn(pack, '2026-03-20', 'budget-unit')?.id).toBe('units');
    expect(phaseOn(pack, '2026-03-20', 'supplier')?.id).toBe('suppliers');
    expect(phaseOn(pack, '2026-03-20', 'review-expert')).toBeNull();
    expect(phaseOn(pack, '2026-03-20')).toBeNull();
  });
});

describe('dates of an obligation', () => {
  it('that is over at once when the day itself does not count', () => {
    const phases = [phase('run', { until: '2026-12-31' })];
    const pack = checked({ phases, obligations: [obligation({ due: on('2026-03-10', false) })] });
    expect(stateOn(pack, '2026-03-09')).toBe('due');
    expect(stateOn(pack, '2026-03-10')).toBe('overdue');
  });

  it('that matters, unless told otherwise, while a phase of the notice still runs', () => {
    const phases = [
      phase('run', { from: '2026-03-01', until: '2026-04-30' }),
      phase('on', { from: '2026-05-01' }),
    ];
    const pack = checked({ phases, obligations: [obligation({ due: on('2026-03-10') })] });
    expect(stateOn(pack, '2026-03-10')).toBe('due');
    expect(stateOn(pack, '2026-03-11')).toBe('overdue');
    expect(stateOn(pack, '2026-04-30')).toBe('overdue');
    expect(stateOn(pack, '2026-05-01')).toBe('past');
    expect(stateOn(checked({ obligations: pack.obligations }), '2026-03-11')).toBe('past');
  });

  it('of a soft or optional one never make it overdue', () => {
    const phases = [phase('run', { until: '2026-04-30' })];
    const due = on('2026-03-10');
    expect(stateOn(checked({ phases, obligations: [obligation({ due, soft: true })] }), '2026-03-11')).toBe(
      'due',
    );
    expect(
      stateOn(checked({ phases, obligations: [obligation({ due, optional: true })] }), '2026-03-11'),
    ).toBe('past');
  });

  it('announced later are upcoming, or due without a day', () => {
    const later: Moment = { kind: 'announced-later', note: { zh: '另行通知' } };
    const fromLater = checked({ obligations: [obligation({ from: later })] });
    expect(obligationsFor(fromLater, unit('2030-01-01'))[0]).toMatchObject({
      state: 'upcoming',
      announcedLater: true,
    });
    const dueLater = checked({ obligations: [obligation({ due: later })] });
    expect(obligationsFor(dueLater, unit('2026-03-05'))[0]).toMatchObject({
      state: 'due',
      announcedLater: true,
    });
  });

  it("relative to a certificate's expiry need that day", () => {
    const from: Moment = {
      kind: 'relative',
      anchor: { kind: 'certificate-expiry', certificate: 'old-ca' },
      side: 'before',
      lead: { count: 90, unit: 'days' },
      inclusive: true,
    };
    const pack = checked({ obligations: [obligation({ from })] });
    const expiries = { 'old-ca': '2026-12-29' };
    expect(obligationsFor(pack, unit('2026-09-29', { expiries }))[0]).toMatchObject({
      state: 'upcoming',
      from: '2026-09-30',
    });
    expect(stateOn(pack, '2026-09-30', { expiries })).toBe('due');
    expect(obligationsFor(pack, unit('2026-09-30'))[0]?.from).toBeUndefined();
  });

  it('three working days before a phase step over holidays', () => {
    const due: Moment = {
      kind: 'relative',
      anchor: { kind: 'phase-from', phase: 'new-only' },
      side: 'before',
      lead: { count: 3, unit: 'working-days' },
      inclusive: true,
    };
    const pack = checked({
      phases: [phase('new-only', { from: '2023-10-12' })],
      obligations: [obligation({ due })],
    });
    expect(obligationsFor(pack, unit('2023-10-01'))[0]?.due).toBe('2023-10-09');
    expect(explain(pack, unit('2023-10-07')).deadline).toMatchObject({
      date: '2023-10-09',
      daysLeft: 2,
      workingDaysLeft: 3,
    });
  });

  it('may go by batch', () => {
    const due: Moment = {
      kind: 'relative',
      anchor: { kind: 'batch-until' },
      side: 'before',
      lead: { count: 0, unit: 'days' },
      inclusive: true,
    };
    const batch = (id: string, until: string) => ({
      id,
      name: { zh: id },
      units: ['市直'],
      until,
      cite: '三',
    });
    const pack = checked({
      batches: [batch('first', '2026-03-10'), batch('second', '2026-04-10')],
      obligations: [obligation({ due })],
    });
    const dueOf = (id?: string) => obligationsFor(pack, unit('2026-03-01', { batch: id }))[0]?.due;
    expect([dueOf('first'), dueOf('second'), dueOf()]).toEqual(['2026-03-10', '2026-04-10', undefined]);
  });

  it('end with the notice', () => {
    const pack = checked({ validity: { until: '2026-06-30' }, obligations: [obligation({})] });
    expect(stateOn(pack, '2026-06-30')).toBe('due');
    expect(stateOn(pack, '2026-07-01')).toBe('past');
  });

  it('may stand behind a gate', () => {
    const pack = checked({
      obligations: [obligation({ id: 'train' }), obligation({ id: 'apply', after: ['train'] })],
    });
    expect(obligationsFor(pack, unit('2026-03-05'))[1]?.after).toEqual(['train']);
  });
});

describe('conditions', () => {
  it('are maybe where the case does not say', () => {
    const asked = unit('2026-03-01');
    expect(fits(undefined, asked)).toBe('yes');
    expect(fits({ audiences: ['budget-unit'] }, asked)).toBe('yes');
    expect(fits({ audiences: ['supplier'], levels: ['city'] }, asked)).toBe('no');
    expect(fits({ audiences: ['budget-unit'], levels: ['city'] }, asked)).toBe('maybe');
    expect(fits({ activities: ['bidding'] }, asked)).toBe('maybe');
    expect(fits({ activities: ['bidding'] }, unit('2026-03-01', { activities: [] }))).toBe('no');
    expect(fits({ activities: ['bidding'] }, unit('2026-03-01', { activities: ['bidding'] }))).toBe('yes');
  });

  it("may go by the project's own date", () => {
    const rule = { projectFrom: '2026-01-01' };
    expect(fits(rule, unit('2026-03-01', { projectDate: '2025-12-31' }))).toBe('no');
    expect(fits(rule, unit('2026-03-01', { projectDate: '2026-01-01' }))).toBe('yes');
    expect(fits(rule, unit('2026-03-01'))).toBe('maybe');
  });

  const permission = (parts: Partial<Permission>): Permission => ({
    id: 'rule',
    action: 'unbind',
    verdict: 'allows',
    text: { zh: '可以' },
    cite: '四',
    ...parts,
  });

  it('that may hold prohibit, but do not permit', () => {
    const when = { levels: ['city'] as const };
    const allowed = checked({ permissions: [permission({ when })] });
    expect(allowancesOn(allowed, unit('2026-03-01')).notStated).toContain('unbind');
    expect(allowancesOn(allowed, unit('2026-03-01', { level: 'city' })).allows).toContain('unbind');
    const forbidden = checked({ permissions: [permission({ verdict: 'forbids', when })] });
    expect(allowancesOn(forbidden, unit('2026-03-01')).forbids).toContain('unbind');
    expect(allowancesOn(forbidden, unit('2026-03-01', { level: 'district' })).notStated).toContain('unbind');
  });

  it('let a prohibition stand against a permission of the same day', () => {
    const pack = checked({
      permissions: [
        permission({}),
        permission({ id: 'no', verdict: 'forbids', from: '2026-03-10', until: '2026-03-12' }),
      ],
    });
    expect(allowancesOn(pack, unit('2026-03-09')).allows).toContain('unbind');
    expect(allowancesOn(pack, unit('2026-03-10')).forbids).toContain('unbind');
  });

  it("heed a fact's own validity", () => {
    const pack = checked({ permissions: [permission({ validUntil: '2026-03-31' })] });
    expect(allowancesOn(pack, unit('2026-03-31')).allows).toContain('unbind');
    expect(allowancesOn(pack, unit('2026-04-01')).notStated).toContain('unbind');
  });

  it('carry unbinding by stamped application with a waiting time', () => {
    const byApplication = { materials: ['letter'], wait: { count: 2, unit: 'working-days' as const } };
    const pack = checked({
      materials: [
        { id: 'letter', name: { zh: '解绑申请' }, forms: [{ kind: 'paper', stamped: true }], cite: '四' },
      ],
      permissions: [permission({ byApplication })],
    });
    expect(pack.permissions[0]?.byApplication).toEqual(byApplication);
  });
});

describe('what is absent', () => {
  it('is an audience the notice does not know: not named, its duty not stated', () => {
    const asked: NoticeCase = { today: '2026-03-01', audience: 'review-expert' };
    expect(explain(checked({}), asked)).toMatchObject({ named: false, duty: 'not-stated' });
    expect(explain(checked({}), unit('2026-03-01'))).toMatchObject({ named: true, duty: 'must' });
  });

  it('is a day that does not exist: an exception rather than an answer', () => {
    expect(() => explain(checked({}), unit('2026-02-29'))).toThrow(RangeError);
  });

  it('is a fee not stated', () => {
    expect(explain(checked({}), unit('2026-03-01')).fees.issue).toEqual({
      total: null,
      ca: null,
      seal: null,
      payer: 'not-stated',
      note: null,
      cite: '某财购〔2030〕1号',
    });
  });

  it('is a system without certificates', () => {
    expect(keysFor(checked({}), unit('2026-03-01'))).toMatchObject([
      { system: 'system', certificates: [], note: null },
    ]);
  });
});

describe('contacts', () => {
  it('may be for one level only', () => {
    const contact = (role: string, levels?: readonly ('city' | 'district')[]) => ({
      role,
      name: { zh: role },
      number: '12345678',
      about: { zh: '咨询' },
      publishedOn: '2026-03-02',
      cite: '五',
      ...(levels && { when: { levels } }),
    });
    const pack = checked({ contacts: [contact('vendor'), contact('bureau', ['city'])] });
    const roles = (rest: Partial<NoticeCase>) =>
      contactsFor(pack, unit('2026-03-05', rest)).map((each) => each.role);
    expect(roles({ level: 'city' })).toEqual(['vendor', 'bureau']);
    expect(roles({ level: 'district' })).toEqual(['vendor']);
    expect(roles({})).toEqual(['vendor', 'bureau']);
  });
});
