/** Notices written in the form by its own functions, as the browser's walk does: a county's, and a correction. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compose } from '@/lib/notice/compose';
import { explain } from '@/lib/notice/explain';
import { loadPack } from '@/lib/notice/load';
import { examplePack } from '@/lib/notice/testing/examples';
import { baseFacts } from './base';
import { checkSheet } from './check-sheet';
import { splitClauses } from './clauses';
import { removeEntry, setField } from './draft';
import { findLeads } from './find-leads';
import { findChanges, findDays } from './finds';
import { prefill } from './prefill';
import { reviewDraft } from './review';
import type { Entry } from './sections';
import { PARTS } from './testing/sample-draft';
import { type Walk, walkDraft } from './testing/walk';
import { CORRECTION } from './testing/walks/correction';
import { COUNTY } from './testing/walks/county';

const CITY = examplePack('yunlan-2026-3');
const county = walkDraft(COUNTY, null, 'supplements');
const correction = walkDraft(CORRECTION, CITY, 'corrects');
const reviewed = (draft: typeof county, walk: Walk, base: typeof CITY | null) =>
  reviewDraft(draft, splitClauses(walk.text), PARTS, base);
const codes = (draft: typeof county, walk: Walk, base: typeof CITY | null) =>
  reviewed(draft, walk, base).advice.map(({ code }) => code);

/** The pack in notices/examples is what the form exports; `WRITE_EXAMPLES=1` writes it anew. */
test.each([
  [COUNTY, county, null],
  [CORRECTION, correction, CITY],
] as const)('what the form exports is the example pack: %#', (walk, draft, base) => {
  const { value, problems } = reviewed(draft, walk, base);
  expect(problems).toEqual([]);
  const file = new URL(`../../notices/examples/${walk.name}.json`, import.meta.url);
  const json = `${JSON.stringify(value, null, 2)}\n`;
  if (process.env.WRITE_EXAMPLES) writeFileSync(file, json);
  expect(json).toBe(readFileSync(file, 'utf8'));
});

test('batches and days counted from others are taken from the clauses', () => {
  const { pack } = reviewed(county, COUNTY, null);
  if (!pack) throw new Error('no pack');
  expect(pack.batches.map(({ units, from, until }) => [units, from, until])).toEqual([
    [['县直机关', '县直属事业单位'], '2026-08-03', '2026-08-14'],
    [['各乡镇', '街道'], '2026-08-17', '2026-09-06'],
  ]);
  const asked = { audience: 'budget-unit', level: 'district', today: '2026-07-23' } as const;
  const dues = explain(pack, { ...asked, batch: 'batches-1' }).obligations.map(({ due }) => due);
  // Three working days before 3 August; five after 22 July; from one's own receipt only once it is said.
  expect(dues).toEqual(expect.arrayContaining(['2026-07-29', '2026-07-29', undefined]));
  const received = { 'new-ca': '2026-08-05' };
  const known = explain(pack, { ...asked, received }).obligations.map(({ due }) => due);
  expect(known).toContain('2026-08-15');
  expect(pack.places[0]?.hours?.zh).toContain('下午14:00—17:30');
});

test('a colleague speaks of the Sunday, and of what is not said', () => {
  const said = reviewed(county, COUNTY, null).advice;
  expect(said).toContainEqual(
    expect.objectContaining({ code: 'weekend', params: { date: '2026-09-06', weekday: 0 } }),
  );
  const without = setField(county, 'duties', 'duties-2', 'dueCount', '');
  expect(codes(without, COUNTY, null)).toContain('leadNotTaken');
});

test('a correction moves the day in every fact that had it, in its words too, and in what follows', () => {
  const { together, pack } = reviewed(correction, CORRECTION, CITY);
  if (!together || !pack) throw new Error('no pack');
  expect(pack.corrects).toEqual([CITY.id]);
  expect(pack.requires).toContain('amendments');
  expect(together.phases.map(({ id, from, until }) => [id, from, until])).toEqual([
    ['prepare', '2026-08-17', '2026-08-31'],
    ['transition', '2026-09-01', '2026-11-08'],
    ['new-only', '2026-11-09', undefined],
  ]);
  expect(together.contacts.find(({ role }) => role === 'counter')?.number).toBe('80000166');
  expect(together.systems[0]?.accepts.map(({ until }) => until)).toEqual([
    '2026-08-31',
    '2026-11-08',
    undefined,
  ]);
  // No fact goes on telling the day that was moved.
  const facts = baseFacts(together, ['phases', 'permissions', 'obligations']);
  expect(facts.filter(({ fact }) => JSON.stringify(fact.text).includes('10月30日'))).toEqual([]);
  const asked = { audience: 'budget-unit', level: 'city', today: '2026-11-03' } as const;
  expect(explain(CITY, asked).allows).not.toContain('unbind-old');
  expect(explain(together, asked).allows).toContain('unbind-old');
});

test('new entries of a change take no id of the notice that is changed', () => {
  const { value, pack } = reviewed(correction, CORRECTION, CITY);
  expect((value.obligations as { id: string }[]).map(({ id }) => id)).toEqual(['yunhai-2026-45-duties-1']);
  // Written in the form itself, the base has the same ids as every other draft: `duties-1`.
  const base = reviewed(county, COUNTY, null).pack;
  const added = walkDraft({ ...CORRECTION, steps: [{ take: '四', as: 'duties' }] }, base, 'supplements');
  const second = reviewed(added, CORRECTION, base);
  expect(second.problems).toEqual([]);
  expect(second.together?.obligations).toHaveLength((base?.obligations.length ?? 0) + 1);
  expect(pack?.guides).toEqual([]);
});

test('what a change forgets is said, and what does not fit is told at the change', () => {
  const forgotten = removeEntry(correction, 'amendments', 'amendments-1');
  expect(codes(correction, CORRECTION, CITY)).not.toContain('dayStaysBeside');
  expect(codes(forgotten, CORRECTION, CITY)).toContain('dayStaysBeside');
  const bare = setField(correction, 'amendments', 'amendments-2', 'words', '');
  expect(codes(bare, CORRECTION, CITY)).toContain('wordsStay');
  expect(codes(correction, CORRECTION, null)).toContain('baseAbsent');
  const wrong = setField(correction, 'amendments', 'amendments-2', 'fact', 'phases/none');
  const found = reviewed(wrong, CORRECTION, CITY);
  expect(found.pack).toBeNull();
  expect(found.problems).toContainEqual(
    expect.objectContaining({ entry: { section: 'amendments', id: 'amendments-2' } }),
  );
});

test('the check sheet names the facts that are changed, each with its clause', () => {
  const sheet = checkSheet(correction, splitClauses(CORRECTION.text), CITY);
  const changes = sheet.filter(({ section }) => section === 'amendments');
  expect(changes).toHaveLength(correction.entries.amendments.length);
  expect(changes.every(({ clause }) => clause !== null)).toBe(true);
  expect(changes.flatMap(({ values }) => values)).toContainEqual({ field: 'fact', value: '过渡阶段' });
});

test('a system has one id whoever writes of it', () => {
  expect(reviewed(county, COUNTY, null).value.mainSystem).toBe('lct-linze-example');
  const known = { ...PARTS, knownSystems: CITY.systems };
  const draft = setField(county, 'systems', 'systems-1', 'hosts', 'zfcg.yunhai.example');
  expect(reviewDraft(draft, [], known).value.mainSystem).toBe('yunhai-procurement');
});

test.each([
  ['自本通知印发之日起5个工作日内', 'signing', 'after', 5, 'working-days'],
  ['收到本通知之日起五个工作日内', 'receipt-notice', 'after', 5, 'working-days'],
  ['收到新证书之日起10日内', 'receipt-new-ca', 'after', 10, 'days'],
  ['自领取新CA之日起3个工作日', 'receipt-new-ca', 'after', 3, 'working-days'],
  ['自收到之日起10日内', 'receipt', 'after', 10, 'days'],
  ['证书到期前30日', 'certificate-expiry', 'before', 30, 'days'],
  ['于本批次开始前十五个工作日', 'batch-from', 'before', 15, 'working-days'],
  ['过渡期结束后10天内', 'phase-until', 'after', 10, 'days'],
  ['有效期届满前3个月', 'certificate-expiry', 'before', 3, 'months'],
  ['自本通知发布之日起两个月内', 'publication', 'after', 2, 'months'],
  ['原CA解绑后3个工作日内绑定', 'event', 'after', 3, 'working-days'],
  ['应自单位变更登记之日起1个月内', 'event', 'after', 1, 'months'],
  ['过期60日内仍可续期', 'certificate-expiry', 'after', 60, 'days'],
  ['自本通知发布之日起一个工作日内', 'publication', 'after', 1, 'working-days'],
])('%s', (text, anchor, side, count, unit) => {
  expect(findLeads(text)).toMatchObject([{ anchor, side, count, unit }]);
});

test('a day that becomes another is seen, and a span may leave out its second month', () => {
  expect(findChanges('由9月4日延至9月15日', 2026)).toMatchObject([
    { from: { date: '2026-09-04' }, to: { date: '2026-09-15' } },
  ]);
  expect(findChanges('9月4日至9月15日办理', 2026)).toEqual([]);
  expect(findDays('9月19日至20日', 2026).map(({ date, role }) => [date, role])).toEqual([
    ['2026-09-19', 'from'],
    ['2026-09-20', 'due'],
  ]);
});

test('a span that becomes another moves both its days: in phases and rules, and in what the systems accept', () => {
  const [clause] = splitClauses('一、过渡阶段由2026年9月1日至10月30日调整为2026年9月15日至11月20日。').filter(
    ({ cite }) => cite === '一',
  );
  if (!clause) throw new Error('no clause');
  const changes = prefill('amendments', clause, 2026, [], CITY) as readonly Partial<Entry<'amendments'>>[];
  const of = (fact: string) => changes.filter((each) => each.fact === fact);
  expect(of('phases/transition')).toMatchObject([{ from: '2026-09-15', until: '2026-11-20' }]);
  // What ends before it and what begins after it go with it.
  expect(of('phases/prepare')).toMatchObject([{ until: '2026-09-14' }]);
  expect(of('phases/new-only')).toMatchObject([{ from: '2026-11-21' }]);
  expect(new Set(changes.map(({ fact }) => fact)).size).toBe(changes.length);
  const uses = prefill('uses', clause, 2026, [], CITY) as readonly Partial<Entry<'uses'>>[];
  expect(uses.map(({ insteadOf, from, until }) => [insteadOf, from, until])).toEqual([
    ['accepts/old-only', '', '2026-09-14'],
    ['accepts/both', '2026-09-15', '2026-11-20'],
    ['accepts/new-only', '2026-11-21', ''],
  ]);
});

test.each([
  // [clause, the days of the base's phases after it]
  [
    '过渡阶段延长至11月20日',
    [
      ['transition', '2026-09-01', '2026-11-20'],
      ['new-only', '2026-11-21', ''],
    ],
  ],
  [
    '过渡期截止时间相应顺延至2026年11月20日',
    [
      ['transition', '2026-09-01', '2026-11-20'],
      ['new-only', '2026-11-21', ''],
    ],
  ],
  [
    '过渡阶段开始时间推迟到9月7日',
    [
      ['prepare', '2026-08-17', '2026-09-06'],
      ['transition', '2026-09-07', '2026-10-30'],
    ],
  ],
  [
    '过渡阶段调整为9月7日至11月20日',
    [
      ['prepare', '2026-08-17', '2026-09-06'],
      ['transition', '2026-09-07', '2026-11-20'],
      ['new-only', '2026-11-21', ''],
    ],
  ],
])('a new day without its old one moves the day of what it names: %s', (words, expected) => {
  const [clause] = splitClauses(`一、${words}。`).filter(({ cite }) => cite === '一');
  if (!clause) throw new Error('no clause');
  const changes = prefill('amendments', clause, 2026, [], CITY) as readonly Partial<Entry<'amendments'>>[];
  const days = CITY.phases
    .map(({ id, from, until }) => {
      const change = changes.find(({ fact }) => fact === `phases/${id}`);
      return change && [id, change.from ?? from ?? '', change.until ?? until ?? ''];
    })
    .filter((each) => each !== undefined);
  expect(days).toEqual(expected);
});

test('a new day is moved nowhere where several facts could be meant, or none is named', () => {
  const of = (words: string) => {
    const [clause] = splitClauses(`一、${words}。`).filter(({ cite }) => cite === '一');
    return clause ? prefill('amendments', clause, 2026, [], CITY) : [];
  };
  // Three batches, three last days.
  for (const words of [
    '第一批和第三批办理时间延长至11月20日',
    '各批次办理时间均延长至11月20日',
    '有关工作延长至11月20日',
  ]) {
    expect(of(words)).toEqual([expect.objectContaining({ cite: '一', withdrawn: false })]);
    expect(of(words)[0]).not.toHaveProperty('fact');
  }
  expect(of('第二批办理时间延长至10月8日')).toEqual([
    expect.objectContaining({ fact: expect.stringMatching(/^batches\//), until: '2026-10-08' }),
  ]);
});

test('what a system accepts is to be changed in its own part, and says so', () => {
  const said = codes(removeEntry(correction, 'uses', correction.entries.uses[0]?.id ?? ''), CORRECTION, CITY);
  expect(said).toContain('useStaysBeside');
  expect(said).not.toContain('dayStaysBeside');
});

test('exported packs are read by everybody’s reader without a field it does not know', () => {
  for (const [draft, walk, base] of [
    [county, COUNTY, null],
    [correction, CORRECTION, CITY],
  ] as const) {
    const loaded = loadPack(JSON.stringify(reviewed(draft, walk, base).value));
    expect(loaded).toMatchObject({ ok: true, ignored: [] });
    if (loaded.ok && base) expect(compose(base, loaded.pack).ok).toBe(true);
  }
});
