import { describe, expect, test } from 'vitest';
import { builtinPack } from './builtin';
import { ASKED_NOTHING, type Asked, askedBy, asksAnything, type Said, settle } from './circumstances';
import { explain } from './explain';
import { AUDIENCES, LEVELS } from './explanation';
import { noticeInForce } from './in-force';
import { examplePack } from './testing/examples';
import { makePack } from './testing/make-pack';

const batches = examplePack('yunlan-2026-3');
const projects = examplePack('linshui-2026-4');
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

describe('what a notice asks', () => {
  test('is nothing where it tells nobody apart: the built-in notice, for anybody', () => {
    for (const audience of AUDIENCES) {
      for (const level of LEVELS) {
        expect(asksAnything(askedBy(builtinPack, { audience, level }))).toBe(false);
      }
    }
  });

  test('is batches, activities or the project’s date, where a fact goes by them', () => {
    expect(ids(askedBy(batches, { audience: 'budget-unit', level: 'city' }).batches)).toEqual([
      'first',
      'second',
      'third',
    ]);
    expect(askedBy(projects, { audience: 'supplier', level: 'city' })).toMatchObject({
      batches: [],
      projectDate: true,
    });
    expect(ids(askedBy(projects, { audience: 'budget-unit', level: 'city' }).activities)).toContain(
      'open-tender',
    );
  });

  test('is not asked of an audience or level that the fact is not for', () => {
    const pack = makePack({
      activities: [{ id: 'fair', name: { zh: '集市' } }],
      permissions: [
        {
          id: 'p',
          action: 'bind',
          verdict: 'forbids',
          when: { audiences: ['supplier'], levels: ['city'], activities: ['fair'] },
          text: { zh: '不行。' },
          cite: '一',
        },
      ],
    });
    expect(ids(askedBy(pack, { audience: 'supplier', level: 'city' }).activities)).toEqual(['fair']);
    // Level not known: it may be.
    expect(ids(askedBy(pack, { audience: 'supplier' }).activities)).toEqual(['fair']);
    expect(askedBy(pack, { audience: 'supplier', level: 'district' }).activities).toEqual([]);
    expect(askedBy(pack, { audience: 'budget-unit', level: 'city' }).activities).toEqual([]);
  });

  test('is the day of receipt where a day counts from it, and of what', () => {
    const duty = examplePack('qingxi-2026-6').obligations.find(({ id }) => id === 'duties-3');
    if (!duty) throw new Error('no such duty');
    const pack = makePack({ obligations: [duty] });
    expect(askedBy(pack, { audience: 'budget-unit' }).received).toEqual(['new-ca']);
    expect(asksAnything(askedBy(pack, { audience: 'budget-unit' }))).toBe(true);
    expect(askedBy(pack, { audience: 'supplier' })).toEqual(ASKED_NOTHING);
  });

  test('is no batch where batches are told and nothing goes by them', () => {
    const pack = makePack({ batches: batches.batches });
    expect(askedBy(pack, { audience: 'supplier' })).toEqual(ASKED_NOTHING);
  });
});

describe('what was said', () => {
  const asked: Asked = {
    batches: batches.batches,
    activities: [
      { id: 'a', name: { zh: '甲' } },
      { id: 'b', name: { zh: '乙' } },
    ],
    projectDate: true,
    received: ['new-ca'],
    events: [{ id: 'unbound', name: { zh: '解绑原CA' } }],
  };
  const yes = (of: Said['of'], value: string): Said => ({ of, value, answer: 'yes' });

  test('settles nothing by itself; the later word counts', () => {
    expect(settle(asked, [])).toEqual({});
    expect(settle(asked, [yes('batch', 'first'), yes('batch', 'second')])).toEqual({ batch: 'second' });
    expect(settle(asked, [yes('project-date', '2026-07-01')])).toEqual({ projectDate: '2026-07-01' });
  });

  test('is a day of receipt only where the notice counts from it', () => {
    expect(
      settle(asked, [yes('new-ca-received', '2026-07-01'), yes('notice-received', '2026-07-02')]),
    ).toEqual({
      received: { 'new-ca': '2026-07-01' },
    });
    expect(settle(asked, [yes('new-ca-received', '上周')])).toEqual({});
  });

  test('is no activity before each was answered: not asked about is not a no', () => {
    expect(settle(asked, [yes('activity', 'a')])).toEqual({});
    expect(settle(asked, [yes('activity', 'a'), { of: 'activity', value: 'b', answer: 'no' }])).toEqual({
      activities: ['a'],
    });
  });

  test('of what the notice does not ask is left out', () => {
    expect(
      settle(ASKED_NOTHING, [yes('batch', 'first'), yes('activity', 'a'), yes('project-date', '2026-07-01')]),
    ).toEqual({});
    expect(settle(asked, [yes('batch', 'of-another'), yes('project-date', '昨天')])).toEqual({});
  });
});

test('a batch of the notice followed is none of another’s of the same name', () => {
  const dates = (from: string, until: string) =>
    batches.batches.map((each) => (each.id === 'first' ? { ...each, from, until } : each));
  const city = { ...batches, batches: dates('2026-09-07', '2026-09-18') };
  const province = {
    ...batches,
    id: 'province',
    documentNumber: '某省〔2026〕1号',
    region: { zh: city.region.zh.slice(0, 3) },
    batches: dates('2026-09-09', '2026-09-10'),
  };
  const { pack } = noticeInForce([city, province], { today: '2026-09-08' });
  expect(pack.following?.beside.map(({ id }) => id)).toEqual(['province']);
  const asked = { today: '2026-09-08', audience: 'budget-unit', level: 'city', batch: 'first' } as const;
  const ofProvince = (each: typeof asked | Omit<typeof asked, 'batch'>) =>
    JSON.stringify(explain(pack, each).obligations.filter(({ id }) => id.startsWith('province/')));
  const { batch, ...unknown } = asked;
  expect(ofProvince(asked)).toBe(ofProvince(unknown));
  expect(explain(pack, asked).obligations).not.toEqual(explain(pack, unknown).obligations);
});
