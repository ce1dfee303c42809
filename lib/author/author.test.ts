import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Plan } from '@/lib/guide/model';
import { planAway } from '@/lib/guide/plan';
import { Walk } from '@/lib/guide/testing/walk';
import { explain } from '@/lib/notice/explain';
import { rounds } from '@/lib/notice/testing/rounds';
import { adviseOn } from './advice';
import { checkSheet } from './check-sheet';
import { splitClauses } from './clauses';
import { addEntry, createDraft, type Draft, entriesOf, moveEntry, removeEntry, setField } from './draft';
import { findChanges, findDays, findTelephones } from './finds';
import { reviewDraft } from './review';
import { blankValue, fieldsOf, SECTION_NAMES } from './sections';
import { BUDGET_UNIT, PARTS, SAMPLE_CLAUSES, sampleDraft } from './testing/sample-draft';

const review = (draft: Draft) => reviewDraft(draft, SAMPLE_CLAUSES, PARTS);
const codes = (draft: Draft) => adviseOn(draft, SAMPLE_CLAUSES).map(({ code }) => code);

test('a notice is taken apart by its numbering, headings are told from clauses', () => {
  expect(SAMPLE_CLAUSES.map(({ cite, isHeading }) => `${cite}${isHeading ? ' 标题' : ''}`)).toEqual([
    '文首',
    '一 标题',
    '一（一）',
    '一（二） 标题',
    '一（二）1',
    '一（二）2',
    '一（二）3',
    '二',
    '三',
    '四',
    '附件',
    '落款',
  ]);
});

test.each([
  ['于9月4日前报送', '2026-09-04', 'due', 'not-stated'],
  ['于９月４日前（含当日）报送', '2026-09-04', 'due', true],
  ['自9月5日起办理', '2026-09-05', 'from', true],
  ['9月11日后申请', '2026-09-11', 'from', 'not-stated'],
  ['截止时间为2027年1月8日', '2027-01-08', 'due', true],
])('%s', (text, date, role, inclusive) => {
  expect(findDays(text, 2026)).toMatchObject([{ date, role, inclusive }]);
});

test('a span gives its two ends, and a day no calendar has is left out', () => {
  expect(
    findDays('12月20日至2027年1月10日为过渡阶段，2月30日前', 2026).map(({ date, role }) => [date, role]),
  ).toEqual([
    ['2026-12-20', 'from'],
    ['2027-01-10', 'due'],
  ]);
});

test('numbers for the whole country are read, and compared whatever stands between their digits', () => {
  expect(findTelephones('苏南数字认证有限公司（示例）：400-000-1122，工作日9:00—17:00')).toMatchObject([
    { number: '400-000-1122', areaCode: '' },
  ]);
  expect(findTelephones('电话调整为400 000 1133。')).toMatchObject([{ number: '400-000-1133' }]);
  expect(findTelephones('系统技术支持：0599-8000202')).toMatchObject([
    { areaCode: '0599', number: '8000202' },
  ]);
});

test('of a span that becomes another its beginning and its end move, each to its own', () => {
  const ends = (text: string) => findChanges(text, 2026).map(({ from, to }) => [from.date, to.date]);
  expect(ends('领取时间由2026年9月28日至9月30日调整为2026年10月12日至10月16日')).toEqual([
    ['2026-09-28', '2026-10-12'],
    ['2026-09-30', '2026-10-16'],
  ]);
  expect(ends('截止时间由9月4日延至9月15日')).toEqual([['2026-09-04', '2026-09-15']]);
  // A day that becomes a span, or a span that becomes a day: the second is its end, the first could be either.
  expect(ends('由9月4日调整为9月10日至9月15日')).toEqual([]);
  expect(ends('由9月1日至9月4日延至9月15日')).toEqual([['2026-09-04', '2026-09-15']]);
});

test('a telephone number comes with the name and the person before it', () => {
  expect(findTelephones('某公司（南京）：李四，025-83330001；窗口电话：13800000000')).toMatchObject([
    { name: '某公司（南京）', person: '李四', areaCode: '025', number: '83330001' },
    { name: '窗口', person: '', areaCode: '', number: '13800000000' },
  ]);
});

test('a notice gone through in the form is a pack, and says what the notice says', () => {
  const { pack, problems } = review(sampleDraft());
  expect(problems).toEqual([]);
  if (!pack) throw new Error('no pack');
  const asked = { audience: 'budget-unit', level: 'city' } as const;
  const march = explain(pack, { ...asked, today: '2026-03-04' });
  expect(march.phase).toMatchObject({
    name: { zh: '申请阶段' },
    from: '2026-03-02',
    until: '2026-03-13',
    cite: '一（二）1',
  });
  expect(march.forbids).toEqual([]);
  expect(march.notStated).toContain('unbind-old');
  expect(march.obligations).toMatchObject([
    { due: '2026-03-13', dueInclusive: 'not-stated', cite: '一（二）1' },
  ]);
  expect(march.contacts.map(({ number }) => number)).toEqual(['13900000001', '0519-66660001']);
  expect(march.fees.replace).toMatchObject({ total: 100, ca: 60, seal: 40, payer: 'finance', cite: '二' });
  expect(explain(pack, { ...asked, today: '2026-03-20' }).allows).toEqual(
    expect.arrayContaining(['unbind-old', 'bind']),
  );
  expect(explain(pack, { ...asked, today: '2026-04-20' }).forbids).toContain('use-old');
  expect(explain(pack, { ...asked, audience: 'supplier', today: '2026-03-04' }).duty).toBe('not-stated');
});

test('its guides stand in the phases that allow them, with its own clauses and contacts', () => {
  const { pack } = review(sampleDraft());
  const rebind = pack?.guides.find(({ id }) => id === 'rebind');
  expect(rebind?.phases).toEqual(['phases-2']);
  expect(rebind?.steps.find(({ id }) => id === 'unbind-old')?.cite).toEqual(['一（二）2']);
  expect(pack && planAway(pack, BUDGET_UNIT, [], '2026-03-20')?.guide).toBe('rebind');
  expect(pack && planAway(pack, BUDGET_UNIT, [], '2026-05-20')?.guide).not.toBe('rebind');
});

test('without a phase that allows unbinding no guide unbinds for the swap', () => {
  const closed = setField(sampleDraft(), 'phases', 'phases-2', 'unbindOld', 'not-stated');
  const guides = review(closed).pack?.guides.map(({ id }) => id);
  expect(guides).not.toContain('rebind');
  expect(codes(closed)).toContain('noUnbinding');
});

test('whom the notice lets off is spoken of where a phase or a key in use is told to everybody', () => {
  const cite = '一（一）';
  const used = addEntry(sampleDraft(), 'uses', { from: '2026-04-13', cite });
  const stays = addEntry(used.draft, 'uses', { cite });
  const exempt = addEntry(stays.draft, 'audiences', { audience: 'supplier', duty: 'nothing', cite });
  const about = (of: Draft) =>
    adviseOn(of, SAMPLE_CLAUSES).flatMap(({ code, entry }) =>
      code.startsWith('exempt') ? [`${code} ${entry?.id}`] : [],
    );
  expect(about(stays.draft)).toEqual([]);
  // What has no days is gone on with by everybody.
  const [inPhase, inUse] = ['exemptInPhase phases-2', `exemptInUse ${used.id}`];
  expect(about(exempt.draft)).toEqual(expect.arrayContaining([inPhase, inUse]));
  expect(about(exempt.draft)).not.toContain(`exemptInUse ${stays.id}`);
  let named = setField(exempt.draft, 'phases', 'phases-2', 'audiences', ['budget-unit']);
  named = setField(named, 'uses', used.id, 'audiences', ['budget-unit']);
  expect(about(named)).not.toContain(inPhase);
  expect(about(named)).not.toContain(inUse);
  // Who may go without is let off nothing.
  expect(about(setField(exempt.draft, 'audiences', exempt.id, 'duty', 'may'))).toEqual([]);
});

test('a day on which a place is shut is used where the hours of the place tell it', () => {
  const text = '一、领取\n\n（一）在示例窗口（示例路1号）领取。10月1日至10月7日不办理。';
  const hours = '工作日9:00至11:30\n10月1日至10月7日不办理';
  const { draft, id } = addEntry(sampleDraft(), 'places', { name: '示例窗口', hours, cite: '一（一）' });
  const unused = (of: Draft) =>
    adviseOn(of, splitClauses(text)).flatMap(({ code, params }) =>
      code === 'dayNotUsed' ? [params.words] : [],
    );
  expect(unused(setField(draft, 'places', id, 'hours', '工作日9:00至11:30'))).toHaveLength(2);
  expect(unused(draft)).toEqual([]);
});

test('where unbinding goes by a stamped application, no guide tells to unbind by oneself', () => {
  let draft = setField(sampleDraft(), 'phases', 'phases-2', 'byApplication', true);
  draft = setField(draft, 'phases', 'phases-2', 'waitDays', '2');
  draft = setField(draft, 'phases', 'phases-2', 'waitUnit', 'working-days');
  const { pack, problems } = review(draft);
  expect(problems).toEqual([]);
  const ids = pack?.guides.map(({ id }) => id);
  expect(ids).not.toContain('rebind');
  const guide = pack?.guides.find(({ id }) => id === 'rebind-by-application');
  expect(guide?.phases).toEqual(['phases-2']);
  expect(guide?.steps.find(({ id }) => id === 'wait')?.wait).toEqual({
    from: 'hand-in',
    lead: { count: 2, unit: 'working-days' },
  });
  expect(guide?.steps.flatMap(({ targets }) => targets.map(({ target }) => target))).not.toContain('unbind');
  const subject = { id: 's', audience: 'budget-unit', level: 'city', oldCa: 'valid' } as const;
  const on = (newCa: 'none' | 'valid') =>
    pack && planAway(pack, { ...subject, newCa }, [], '2026-03-20')?.guide;
  expect([on('none'), on('valid')]).toEqual(['await-new', 'rebind-by-application']);
  // Before it is handed in every question is asked, and a control for unbinding in sight is not to be pressed.
  expect(guide?.steps.find(({ id }) => id === 'hand-in')?.preflight).toEqual(
    guide?.questions.map(({ id }) => id),
  );
  if (!pack) throw new Error('no pack');
  const walk = new Walk('2026-03-20', pack).open(1, { ...subject, newCa: 'valid' });
  const stops = (plan: Plan) => (plan.kind === 'guide' ? plan.notes.map(({ text }) => text.zh).join() : '');
  const asking = walk.see('ca-list', { unbindVisible: true });
  expect(asking).toMatchObject({ kind: 'guide', guide: 'rebind-by-application' });
  expect(stops(asking)).toContain('先别点解绑');
  expect(stops(walk.answerAll())).toContain('不要自己点解绑');
  // What is bound comes after the unbinding: on the list nothing is pointed at before the application is handed in.
  const [firstStep] = guide?.steps ?? [];
  expect(asking).toMatchObject({ step: firstStep?.id, target: null });
  expect(walk.planIn()).toMatchObject({ step: firstStep?.id, target: null });
  // Who has opened the form to bind went there: told to wait, and never to unbind first.
  const binding = walk.see('bind-form');
  expect(stops(binding)).toContain('请等解绑办好');
  expect(stops(binding)).not.toContain('退回解绑');
  for (const { id, targets } of guide?.steps ?? []) {
    if (targets.length > 0) break;
    walk.say({ kind: 'step', step: id });
  }
  const ready = walk.see('ca-list', { unbindVisible: true });
  expect(ready).toMatchObject({ step: 'bind-new', target: 'bind' });
  expect(stops(ready)).not.toContain('请等解绑办好');
  // The words of the notice's own swap by oneself are not in it either.
  expect(review(sampleDraft()).pack?.guides.map(({ id }) => id)).not.toContain('rebind-by-application');
});

test('before the swap one gets ready, after it the late are led on; neither guide unbinds', () => {
  const { pack } = review(sampleDraft());
  const subject = (newCa: 'none' | 'valid') =>
    ({ id: 's', audience: 'budget-unit', level: 'city', oldCa: 'valid', newCa }) as const;
  const guideOn = (today: string, newCa: 'none' | 'valid') =>
    pack && planAway(pack, subject(newCa), [], today)?.guide;
  expect([guideOn('2026-03-05', 'none'), guideOn('2026-03-05', 'valid')]).toEqual(['prepare', 'prepare']);
  // Between two phases, a day of which the notice says nothing.
  expect(guideOn('2026-03-14', 'none')).toBe('prepare');
  expect(pack && planAway(pack, subject('none'), [], '2026-03-14')?.say.zh).toContain('请按通知申请新CA');
  expect([guideOn('2026-03-20', 'none'), guideOn('2026-04-20', 'none')]).toEqual(['await-new', 'late-comer']);
  expect(guideOn('2026-04-20', 'valid')).not.toBe('late-comer');
  for (const id of ['prepare', 'late-comer'])
    expect(pack?.guides.find((guide) => guide.id === id)?.steps.flatMap(({ targets }) => targets)).toEqual(
      [],
    );
});

test('what a duty lacks of its place is told at that field, not at its words', () => {
  const bare = setField(sampleDraft(), 'duties', 'duties-1', 'where', '');
  // A place that is chosen names itself; a contact says where nothing is done.
  expect(review(bare).problems.filter(({ entry }) => entry?.id === 'duties-1')).toEqual([]);
  expect(review(bare).value).toMatchObject({
    obligations: [{ where: [{ text: { zh: bare.entries.places[0]?.name } }] }],
  });
  const nowhere = setField(bare, 'duties', 'duties-1', 'place', '');
  const placed = setField(nowhere, 'duties', 'duties-1', 'contact', 'contacts-1');
  const problem = review(placed).problems.find(({ entry }) => entry?.id === 'duties-1');
  expect(problem).toMatchObject({ field: 'where', entry: { section: 'duties' } });
});

test('guide templates carry no fact of any notice', () => {
  const words = JSON.stringify(PARTS.templates);
  expect(words).not.toMatch(/意源|国信|方正|常州|富深|财购|20\d\d年|\d+月\d+日/);
  expect(words).not.toMatch(/Yiyuan|Guoxin|Founder|Changzhou|Fushen|\b20\d\d\b/);
});

test('a last day named twice in its clause is clear if one of them is', () => {
  const clauseOf = (text: string) => splitClauses(`一、${text}`).filter(({ cite }) => cite === '一');
  const unclear = (text: string) =>
    adviseOn(setField(sampleDraft(), 'phases', 'phases-2', 'cite', '一'), clauseOf(text)).filter(
      ({ code, entry }) => code === 'uncertainDay' && entry?.id === 'phases-2',
    );
  expect(unclear('应于2026年4月12日前解绑原CA。')).toHaveLength(1);
  expect(unclear('过渡阶段2026年3月16日至4月12日，应于2026年4月12日前解绑原CA。')).toEqual([]);
});

test('a colleague points at what is easily overlooked', () => {
  const draft = setField(sampleDraft(), 'duties', 'duties-1', 'due', '2026-02-28');
  expect(adviseOn(draft, SAMPLE_CLAUSES)).toEqual(
    expect.arrayContaining([
      {
        code: 'dueOnPublication',
        params: { date: '2026-02-28' },
        entry: { section: 'duties', id: 'duties-1' },
      },
      // 2026-02-28 is a Saturday on which people worked, so it is no day off; 12 April is a Sunday.
      {
        code: 'weekend',
        params: { date: '2026-04-12', weekday: 0 },
        entry: { section: 'phases', id: 'phases-2' },
      },
      {
        code: 'uncertainDay',
        params: { date: '2026-02-28', word: '前' },
        entry: { section: 'duties', id: 'duties-1' },
      },
      {
        code: 'noHours',
        params: { name: '示例市行政服务中心2楼窗口' },
        entry: { section: 'places', id: 'places-1' },
      },
      {
        code: 'dayNotInClause',
        params: { date: '2026-02-28', cite: '一（二）1' },
        entry: { section: 'duties', id: 'duties-1' },
      },
      { code: 'clauseWithoutEntry', params: { cite: '附件' }, cite: '附件' },
    ]),
  );
  expect(codes(draft).filter((code) => code === 'weekend')).toHaveLength(1);
});

test('while the year is not known, no day is called wrong', () => {
  const draft = sampleDraft();
  const header = { ...draft.header, publishedOn: '', signedOn: '' };
  expect(codes({ ...draft, header }).filter((code) => code.startsWith('day'))).toEqual([]);
});

test('a clause set aside is not asked about, nor a day that was used', () => {
  const draft = { ...sampleDraft(), setAside: ['附件'] };
  expect(codes(draft)).not.toContain('clauseWithoutEntry');
  expect(codes(draft)).not.toContain('dayNotUsed');
  const shorter = removeEntry(draft, 'phases', 'phases-2');
  expect(adviseOn(shorter, SAMPLE_CLAUSES)).toContainEqual({
    code: 'dayNotUsed',
    params: { words: '4月12日', cite: '一（二）2' },
    cite: '一（二）2',
  });
});

test('an entry may rest on two clauses: both count as used, and its day may stand in either', () => {
  const cite = '一（二）2；一（二）3';
  const draft = setField(sampleDraft(), 'phases', 'phases-3', 'cite', cite);
  const said = adviseOn(draft, SAMPLE_CLAUSES).filter(({ entry }) => entry?.id === 'phases-3');
  expect(said.map(({ code }) => code)).not.toContain('unknownClause');
  expect(said.map(({ code }) => code)).not.toContain('dayNotInClause');
  const sheet = checkSheet(draft, SAMPLE_CLAUSES).find(({ id }) => id === 'phases-3');
  expect(sheet?.clause).toMatch(/3月16日.*4月13日/s);
  const wrong = setField(draft, 'phases', 'phases-3', 'cite', '一（二）2；九');
  expect(adviseOn(wrong, SAMPLE_CLAUSES)).toContainEqual(
    expect.objectContaining({ code: 'unknownClause', params: { cite: '九' } }),
  );
});

test('what is removed is mentioned nowhere any more', () => {
  const draft = removeEntry(removeEntry(sampleDraft(), 'materials', 'materials-1'), 'contacts', 'contacts-2');
  expect(draft.entries.duties[0]).toMatchObject({ materials: [], contact: '' });
  expect(review(draft).problems).toEqual([]);
});

test('the check sheet holds every fact beside its clause, with names for ids', () => {
  const sheet = checkSheet(sampleDraft(), SAMPLE_CLAUSES);
  const duty = sheet.find(({ section }) => section === 'duties');
  expect(duty?.clause).toContain('3月13日前');
  expect(duty?.values).toContainEqual({ field: 'materials', value: ['CA更换申请表'] });
  const facts = SECTION_NAMES.flatMap((name) => entriesOf(sampleDraft(), name));
  expect(sheet.slice(1).map(({ id }) => id)).toEqual(facts.map(({ id }) => id));
  expect(sheet[0]).toMatchObject({ section: 'header', cite: '文首' });
});

test('a mistake is told at the entry it was made in', () => {
  const draft = setField(sampleDraft(), 'phases', 'phases-2', 'until', '2026-03-01');
  expect(review(draft).problems).toContainEqual(
    expect.objectContaining({ entry: { section: 'phases', id: 'phases-2' }, field: 'until' }),
  );
  expect(review(draft).pack).toBeNull();
});

test('moving an entry keeps all of them', () => {
  const draft = moveEntry(sampleDraft(), 'phases', 'phases-3', -1);
  expect(draft.entries.phases.map(({ id }) => id)).toEqual(['phases-1', 'phases-3', 'phases-2']);
  expect(moveEntry(draft, 'phases', 'phases-1', -1).entries.phases[0]?.id).toBe('phases-1');
});

test('whatever is typed, the draft is read without a throw and every problem has its sentence', {
  timeout: 60_000,
}, () => {
  const garbage = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom('2026-02-30', '<b>x</b>', '‮', '999999999'),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...SECTION_NAMES),
      garbage,
      fc.nat(20),
      fc.string(),
      (section, value, at, text) => {
        const fields = Object.entries(fieldsOf(section)).filter(
          ([, field]) => typeof blankValue(field) === 'string',
        );
        const [field] = fields[at % fields.length] ?? [];
        const [entry] = entriesOf(sampleDraft(), section);
        if (!field || !entry) return;
        const draft = setField(sampleDraft(), section, entry.id, field, value);
        const result = reviewDraft({ ...draft, noticeText: text }, splitClauses(text), PARTS);
        expect(result.pack === null).toBe(result.problems.length > 0);
      },
    ),
    rounds(300),
  );
});

test('any text is taken apart without losing the order or repeating a clause', () => {
  const line = fc.oneof(
    fc.constantFrom('一、甲', '（一）乙', '1．丙', '(2)丁', '附件：1.戊', '2026年1月1日', ''),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const clauses = splitClauses(lines.join('\n'));
      expect(new Set(clauses.map(({ cite }) => cite)).size).toBe(clauses.length);
      expect(clauses.every(({ text }) => text !== '')).toBe(true);
    }),
    rounds(500),
  );
});

test('a new draft is no pack yet, and says what is missing', () => {
  const blank = createDraft({
    id: 'd',
    now: '2026-01-01T00:00:00.000Z',
    guides: [],
    system: { name: '系统', hosts: [] },
  });
  const { pack, problems } = reviewDraft(blank, [], PARTS);
  expect(pack).toBeNull();
  expect(problems.every(({ entry }) => entry === null || entry.section === 'audiences')).toBe(true);
});
