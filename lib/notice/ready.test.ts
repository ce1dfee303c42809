import { describe, expect, test } from 'vitest';
import { noticeToFollow } from '@/lib/guide/notice-to-follow';
import { builtinPack } from './builtin';
import { addDays } from './days';
import type { NoticePack } from './model';
import { caseKey, holdsOn, makeReady, nextTurn, withBeside } from './ready';
import { examplePacks } from './testing/examples';
import { makePack } from './testing/make-pack';

const system = builtinPack.mainSystem;

/** Notices of one place that come, go, add to each other and void facts of their own. */
const CROWD: readonly NoticePack[] = [
  builtinPack,
  {
    ...builtinPack,
    id: 'province',
    documentNumber: '苏财购〔2026〕8号',
    region: { zh: '江苏省' },
    publishedOn: '2026-03-01',
    signedOn: '2026-03-01',
    validity: { until: '2026-06-30' },
    warnings: builtinPack.warnings.map((each) => ({ ...each, validFrom: '2026-04-10' })),
  },
  {
    ...makePack(),
    id: 'correction',
    documentNumber: '常财购〔2026〕9号',
    region: builtinPack.region,
    mainSystem: system,
    systems: [],
    certificates: [],
    audiences: [],
    requires: ['amendments'],
    corrects: [builtinPack.id],
    publishedOn: '2026-05-04',
    signedOn: '2026-05-04',
    amendments: [
      {
        id: 'later',
        list: 'obligations',
        fact: 'file-application',
        due: { kind: 'date', date: '2026-05-25', inclusive: true },
        text: { zh: '延至5月25日。' },
        cite: '一',
        validUntil: '2026-08-01',
      },
    ],
  },
  {
    ...builtinPack,
    id: 'next-year',
    documentNumber: '常财购〔2026〕20号',
    replaces: [builtinPack.id],
    publishedOn: '2026-09-01',
    signedOn: '2026-09-01',
    validity: { from: '2026-10-01' },
  },
];

describe.each([
  ['what ships', [builtinPack]],
  ['a crowd', CROWD],
  ['the examples', [builtinPack, ...Object.values(examplePacks)]],
] as const)('%s', (_, packs) => {
  test('from one turn to the next every day has the same notice, fact by fact', () => {
    let from = '2026-01-01';
    let turns = 0;
    while (from < '2026-12-01') {
      const before = nextTurn(packs, from) ?? '2026-12-01';
      const first = JSON.stringify(noticeToFollow([...packs], { today: from, system }));
      for (let day = from; day < before && day < '2026-12-01'; day = addDays(day, 1)) {
        expect(JSON.stringify(noticeToFollow(packs, { today: day, system })), day).toBe(first);
      }
      from = before;
      turns += 1;
    }
    // Else the days above were compared with themselves alone, or there was but one span to look at.
    expect(turns).toBeGreaterThanOrEqual(packs.length > 1 ? 3 : 1);
    expect(turns).toBeLessThan(40);
  });
});

test('the notice comes apart and together again; what ships is not kept a second time', () => {
  const followed = noticeToFollow(CROWD, { today: '2026-05-10', system });
  const shipped = noticeToFollow([builtinPack], { today: '2026-05-10', system });
  const { notice, beside } = makeReady(CROWD, followed, shipped, '2026-05-10');
  expect(beside.map(({ id }) => id)).toEqual(['province']);
  expect(notice).toMatchObject({ from: '2026-05-10', before: '2026-07-01', beside: 1 });
  expect(notice.pack?.following?.beside).toEqual([]);
  expect(notice.pack && withBeside(notice.pack, beside)).toEqual(followed);
  const plain = noticeToFollow([builtinPack, examplePacks['qinghe-2026-11'] ?? builtinPack], {
    today: '2026-05-10',
    system,
  });
  expect(makeReady([builtinPack], plain, shipped, '2026-05-10').notice.pack).toBeNull();
});

test('holds from its day until the day before the turn', () => {
  const span = { from: '2026-05-10', before: '2026-07-01' };
  expect(['2026-05-09', '2026-05-10', '2026-06-30', '2026-07-01'].map((day) => holdsOn(span, day))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(holdsOn({ ...span, before: null }, '2099-01-01')).toBe(true);
});

test('a case has one key whatever the order of its parts, and another for every part that differs', () => {
  const asked = { today: '2026-05-10', audience: 'budget-unit', level: 'city' } as const;
  expect(caseKey({ ...asked, expiries: { a: '2026-01-01', b: '2026-01-02' }, activities: ['x', 'y'] })).toBe(
    caseKey({ ...asked, expiries: { b: '2026-01-02', a: '2026-01-01' }, activities: ['y', 'x'] }),
  );
  const all = [
    asked,
    { ...asked, today: '2026-05-11' },
    { ...asked, audience: 'supplier' as const },
    { ...asked, level: 'district' as const },
    { ...asked, oldCa: 'valid' as const },
    { ...asked, batch: 'one' },
    { ...asked, projectDate: '2026-01-01' },
    { ...asked, activities: ['x'] },
    { ...asked, expiries: { a: '2026-01-01' } },
  ];
  expect(new Set(all.map(caseKey)).size).toBe(all.length);
});
