/** Lists with columns of steps, imported as updates: what differs is shown, and nothing goes back without being asked for. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addUnit, type Moment, unitOf } from './change-unit';
import { findHeading } from './mapping';
import { TRACK_STATES, type TrackState, type UnitRow } from './model';
import { editOfPlan, planImport } from './plan-import';
import { readList } from './read-list';
import { readUnits } from './read-units';
import { rankOf, type SaidTrack } from './said-track';

const AT: Moment = { at: '2026-11-28T02:00:00.000Z', today: '2026-11-28', by: 'update' };

function unitAt(code: string, ca: SaidTrack): UnitRow {
  const facts = unitOf({ line: 1, name: `单位${code}`, code, ca, seal: {} });
  return { ...addUnit(code, facts, AT), change: 1, stamp: 1 };
}

async function planOf(roster: readonly UnitRow[], lines: readonly string[]) {
  const list = await readList({ label: '', from: lines.join('\n'), encoding: null, separator: null });
  const [table] = list.sheets;
  if (!table) throw new Error('no table');
  const { units, problems } = readUnits(table, {
    ...findHeading(table),
    carrySupervisingUnit: false,
    today: AT.today,
  });
  return { plan: planImport(roster, units, 'updates', AT), problems };
}

/** What each unit's CA would become, with what is told of it. */
async function differences(roster: readonly UnitRow[], lines: readonly string[]) {
  const { plan } = await planOf(roster, lines);
  return plan.changed.flatMap(({ before, differences: all }) =>
    all.map(({ field, from, to, backwards }) => [before.code, field, from, to, backwards]),
  );
}

describe('a list of steps as updates', () => {
  it('takes units on, with the day of each step', async () => {
    const roster = [unitAt('101', { state: 'forwarded' }), unitAt('102', { state: 'forwarded' })];
    const lines = ['单位编码,CA领取时间,CA绑定时间', '101,2026-11-03,2026-11-05', '102,2026-11-04,'];
    expect(await differences(roster, lines)).toEqual([
      ['101', 'ca', 'forwarded', 'bound@2026-11-05;collected@2026-11-03', false],
      ['102', 'ca', 'forwarded', 'collected@2026-11-04', false],
    ]);
  });

  it('takes nobody back who is further than its columns go; a day that is new is shown and kept', async () => {
    const roster = [unitAt('101', { state: 'bound', on: '2026-11-05' }), unitAt('102', { state: 'bound' })];
    const lines = ['单位编码,CA已报,CA领取时间', '101,√,2026-11-03', '102,√,'];
    const { plan } = await planOf(roster, lines);
    expect(plan.same).toBe(1);
    expect(plan.changed.flatMap(({ differences: all }) => all)).toEqual([
      {
        field: 'ca',
        from: 'bound@2026-11-05',
        to: 'bound@2026-11-05;collected@2026-11-03',
        backwards: false,
      },
    ]);
    const choice = { backwards: false, renames: false };
    const [changed] = editOfPlan(plan, choice, { id: 'e', label: '' }, AT, () => 'n').changed;
    expect(changed?.after.ca).toMatchObject({
      state: 'bound',
      dates: { collected: '2026-11-03', bound: '2026-11-05' },
    });
  });

  it('a step that is denied takes a unit back where that is asked for', async () => {
    const roster = [unitAt('101', { state: 'collected' })];
    expect(await differences(roster, ['单位编码,CA已报,CA已领', '101,√,×'])).toEqual([
      ['101', 'ca', 'collected', 'filed@2026-11-28', true],
    ]);
    expect(await differences(roster, ['单位编码,CA已报,CA已领', '101,√,'])).toEqual([]);
  });

  it('what was sent back is news of a unit that was passed on', async () => {
    const roster = [unitAt('101', { state: 'forwarded' })];
    expect(await differences(roster, ['单位编码,CA已报,CA退回时间', '101,√,2026-11-20'])).toEqual([
      ['101', 'ca', 'forwarded', 'returned@2026-11-20', false],
    ]);
  });

  it('days of two lines of one unit are both kept, and the further state', async () => {
    const roster = [unitAt('101', { state: 'forwarded' })];
    const lines = ['单位编码,CA申报时间,CA领取时间', '101,2026-10-09,', '101,,2026-11-03'];
    expect(await differences(roster, lines)).toEqual([
      ['101', 'ca', 'forwarded', 'collected@2026-11-03;filed@2026-10-09', false],
    ]);
  });

  it('never takes a unit back by ticks alone, nor further than the last tick, whatever is ticked', async () => {
    const heads = ['CA已报', 'CA已领', 'CA已解绑', 'CA已绑定', 'CA已试登录'];
    const states: readonly TrackState[] = ['filed', 'collected', 'unbound', 'bound', 'login-tried'];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
        fc.constantFrom(...TRACK_STATES),
        async (ticks, had) => {
          const list = [`单位编码,${heads.join(',')}`, `101,${ticks.map((is) => (is ? '√' : '')).join(',')}`];
          const { plan } = await planOf([unitAt('101', { state: had })], list);
          const last = states.filter((_, at) => ticks[at]).at(-1);
          const is = plan.changed[0]?.facts.ca.state ?? had;
          expect(is).toBe(last !== undefined && rankOf(last) > rankOf(had) ? last : had);
        },
      ),
    );
  });
});
