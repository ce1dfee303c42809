/** Days that a notice counts in months, from a certificate's last day, or from what happens to a person: written in the form. */
import { expect, test } from 'vitest';
import { explain } from '@/lib/notice/explain';
import type { NoticePack } from '@/lib/notice/model';
import { renewalFor } from '@/lib/notice/renewals';
import { examplePack } from '@/lib/notice/testing/examples';
import { changeNotice } from './base';
import { checkSheet } from './check-sheet';
import { splitClauses } from './clauses';
import { addEntry, completeDraft, createDraft, type Draft, removeEntry, setField } from './draft';
import { takeDown } from './first-draft';
import { withEvents } from './reading/events';
import { renewalsIn } from './reading/words';
import { reviewDraft } from './review';
import type { AnyValue, SectionName } from './sections';
import { PARTS, sampleDraft } from './testing/sample-draft';
import { walkDraft } from './testing/walk';
import { OWN_DAYS as XIHE } from './testing/walks/own-days';

const read = (draft: Draft) => reviewDraft(draft, splitClauses(draft.noticeText), PARTS);
const packOf = (draft: Draft) => {
  const { pack, problems } = read(draft);
  if (!pack) throw new Error(JSON.stringify(problems));
  return pack;
};
const fill = (draft: Draft, section: SectionName, id: string, values: Readonly<Record<string, AnyValue>>) =>
  Object.entries(values).reduce((next, [name, value]) => setField(next, section, id, name, value), draft);
const complaints = (draft: Draft) =>
  read(draft).problems.map(({ entry, field, problem }) => `${entry?.id} ${field} ${problem.code}`);

const due = (values: Readonly<Record<string, AnyValue>>) =>
  fill(sampleDraft(), 'duties', 'duties-1', { due: '', dueCount: '2', ...values });

test('a last day may be months away', () => {
  const pack = packOf(due({ dueAnchor: 'publication', dueSide: 'after', dueUnit: 'months' }));
  expect(pack.obligations[0]?.due).toMatchObject({
    kind: 'relative',
    anchor: { kind: 'publication' },
    lead: { count: 2, unit: 'months' },
  });
  expect(pack.requires).toContain('month-leads');
  const days = packOf(due({ dueAnchor: 'publication', dueSide: 'after', dueUnit: 'days' }));
  expect(days.requires).not.toContain('month-leads');
});

test('what is missing or no number is asked for at its own field', () => {
  const counted = { dueAnchor: 'publication', dueSide: 'after', dueUnit: 'months' };
  expect(complaints(due({ ...counted, dueCount: '' }))).toEqual(['duties-1 dueCount count']);
  expect(complaints(due({ ...counted, dueCount: '两' }))).toEqual(['duties-1 dueCount count']);
  expect(complaints(due({ ...counted, dueAnchor: 'phase-until' }))).toEqual(['duties-1 duePhase id']);
});

const BEGUN = sampleDraft();
const KEY = BEGUN.entries.keys.find(({ generation }) => generation === 'new')?.id ?? '';

function renewal(values: Readonly<Record<string, AnyValue>>): Draft {
  return addEntry(BEGUN, 'renewals', { keys: [KEY], cite: '二', ...values }).draft;
}

test.each([
  // As every reader knows it, as far as that can say it.
  [{ opens: '90' }, { opensDaysBefore: 90 }, []],
  [{ opens: '90', ends: 'before', closes: '30' }, { opensDaysBefore: 90, closesDaysBefore: 30 }, []],
  [
    { opens: '3', opensUnit: 'months' },
    { opens: { count: 3, unit: 'months' } },
    ['month-leads', 'renewal-leads'],
  ],
  [
    { opens: '3', opensUnit: 'months', ends: 'after', grace: '60' },
    { opens: { count: 3, unit: 'months' }, graceAfter: { count: 60, unit: 'days' } },
    ['month-leads', 'renewal-leads'],
  ],
  [
    { opens: '60', ends: 'before', closes: '5', closesUnit: 'working-days' },
    { opensDaysBefore: 60, closes: { count: 5, unit: 'working-days' } },
    ['renewal-leads'],
  ],
  // What is not asked any more is not written: 90 days before, and no end of its own.
  [{ opens: '90', ends: 'expiry', closes: '30', grace: '60' }, { opensDaysBefore: 90 }, []],
] as const)('a renewal is written as the notice counts: %o', (values, expected, abilities) => {
  const pack = packOf(renewal(values));
  const [{ id, certificates, cite, ...days } = { id: '', certificates: [], cite: '' }] = pack.renewals ?? [];
  expect(days).toEqual(expected);
  expect(pack.requires.filter((each) => /^(?:month|renewal)-leads$/.test(each)).sort()).toEqual(abilities);
});

test('the person is told what was written: three months before, and sixty days after', () => {
  const pack = packOf(renewal({ opens: '3', opensUnit: 'months', ends: 'after', grace: '60' }));
  const on = (today: string) =>
    renewalFor(
      pack,
      { audience: 'budget-unit', level: 'city', today },
      { kind: 'ca', generation: 'new' },
      '2026-08-31',
    );
  expect(on('2026-05-30').state).toBe('upcoming');
  expect(on('2026-05-31')).toMatchObject({ state: 'open', from: '2026-05-31', until: '2026-10-30' });
});

test('an end that was chosen and has no number is asked for; it does not pass for the last day', () => {
  expect(complaints(renewal({ opens: '90', ends: 'before' }))).toEqual(['renewals-1 closes count']);
  expect(complaints(renewal({ opens: '90', ends: 'after' }))).toEqual(['renewals-1 grace count']);
  expect(complaints(renewal({ ends: 'expiry' }))).toEqual(['renewals-1 opens renewalOpens']);
});

test.each([
  [
    '证书到期前90日可申请续期，到期前30日停止受理',
    { opens: '90', opensUnit: 'days', ends: 'before', closes: '30' },
  ],
  [
    '证书到期前3个月内可申请续期，过期60日内仍可续期',
    { opens: '3', opensUnit: 'months', ends: 'after', grace: '60' },
  ],
  ['有效期届满前两个月起办理续期', { opens: '2', opensUnit: 'months' }],
  ['到期前15个工作日办理延期', { opens: '15', opensUnit: 'working-days' }],
])('it is read from the clause: %s', (text, expected) => {
  const [found] = renewalsIn({ cite: '五', text, isHeading: false });
  expect(found).toMatchObject(expected);
  expect(found && 'ends' in found).toBe('ends' in expected);
});

test('a price that goes up sixty days after expiry is no renewal, nor two ends at once', () => {
  const found = (text: string) => renewalsIn({ cite: '五', text, isHeading: false });
  expect(found('过期60日内缴费')).toEqual([]);
  expect(found('到期前90日可续期，到期前30日停止受理，过期60日内可补')).toMatchObject([{ ends: 'before' }]);
});

test('the check sheet prints both ends as they were chosen, and nothing that is not asked any more', () => {
  const draft = renewal({ opens: '3', opensUnit: 'months', ends: 'after', grace: '60', closes: '30' });
  const sheet = checkSheet(draft, splitClauses(draft.noticeText));
  const fact = sheet.find(({ section }) => section === 'renewals');
  expect(fact).toMatchObject({ cite: '二', clause: expect.stringContaining('更换费用') });
  expect(Object.fromEntries(fact?.values.map(({ field, value }) => [field, value]) ?? [])).toMatchObject({
    opens: '3',
    opensUnit: 'months',
    ends: 'after',
    grace: '60',
    graceUnit: 'days',
  });
  expect(fact?.values.map(({ field }) => field)).not.toContain('closes');
});

test('a draft of the form before this one opens and says what it said', () => {
  const { opensUnit, ends, closesUnit, grace, graceUnit, ...old } = renewal({ opens: '90', closes: '30' })
    .entries.renewals[0] ?? { id: '', cite: '' };
  const phase = BEGUN.entries.phases[1];
  if (!phase) throw new Error('no phase');
  const { waitUnit, ...rest } = phase;
  const kept = {
    ...BEGUN,
    entries: {
      ...BEGUN.entries,
      renewals: [old],
      phases: [{ ...rest, byApplication: true, waitDays: '2', waitWorkingDays: true }],
    },
  };
  const draft = completeDraft(kept as unknown as Parameters<typeof completeDraft>[0]);
  expect(draft.entries.phases[0]).toMatchObject({ waitUnit: 'working-days' });
  expect(draft.entries.phases[0]).not.toHaveProperty('waitWorkingDays');
  const pack = packOf(draft);
  expect(pack.renewals).toMatchObject([{ opensDaysBefore: 90, closesDaysBefore: 30 }]);
  expect(pack.permissions.find(({ byApplication }) => byApplication)?.byApplication?.wait).toEqual({
    count: 2,
    unit: 'working-days',
  });
  // Read again it stays what it is, whatever was chosen since.
  const chosen = fill(draft, 'renewals', 'renewals-1', { ends: 'expiry' });
  expect(packOf(completeDraft(chosen)).renewals?.[0]).not.toHaveProperty('closesDaysBefore');
});

const OWN_DAYS = `示例市财政局关于更换CA的通知（示例）
示财购〔2026〕9号
一、更换对象为全市预算单位。原甲CA更换为乙CA。
二、各单位应在原CA解绑后3个工作日内绑定新锁，并试盖一次电子印章。
三、单位更名或合并的，应自变更登记之日起1个月内申请变更证书信息。
四、原CA解绑后5个工作日内交回旧锁。
五、受理后2个工作日内办结。申请解绑后2个工作日内由服务商解绑。
示例市财政局
2026年3月1日
`;

test('a day of one’s own is read with its name, once for all that count from it; it waits to be looked at', () => {
  const begun = createDraft({ id: 'd', now: '', guides: [], system: { name: '系统', hosts: ['a.example'] } });
  const clauses = splitClauses(OWN_DAYS);
  const context = { year: 2026, known: PARTS.audiences, base: null, initials: () => 'sl-2026-9' };
  const draft = takeDown({ ...begun, noticeText: OWN_DAYS }, clauses, context);
  const { events, duties } = draft.entries;
  expect(events.map(({ name, cite }) => [name, cite])).toEqual([
    ['原CA解绑', '二'],
    ['变更登记', '三'],
  ]);
  expect(draft.unchecked).toEqual(expect.arrayContaining(['events-1', 'events-2']));
  expect(
    duties
      .filter(({ dueAnchor }) => dueAnchor !== 'none')
      .map(({ cite, dueAnchor, dueEvent, dueCount, dueUnit, dueSide, dueInclusive }) =>
        [cite, dueAnchor, dueEvent, dueCount, dueUnit, dueSide, dueInclusive].join(' '),
      ),
  ).toEqual([
    '二 event events-1 3 working-days after yes',
    '三 event events-2 1 months after yes',
    '四 event events-1 5 working-days after yes',
  ]);
  // Nothing of it is said of days that the other side takes.
  expect(draft.entries.events.map(({ name }) => name).join()).not.toMatch(/受理|申请/);
});

test('a duty counts from a day of one’s own: the pack names it, the person is asked for it, and the day comes of that', () => {
  const added = addEntry(sampleDraft(), 'events', { name: '原CA解绑', cite: '一（二）2' });
  const draft = fill(added.draft, 'duties', 'duties-1', {
    due: '',
    dueAnchor: 'event',
    dueEvent: added.id,
    dueSide: 'after',
    dueCount: '3',
    dueUnit: 'working-days',
    dueInclusive: 'yes',
  });
  const pack = packOf(draft);
  expect(pack.events).toEqual([{ id: 'events-1', name: { zh: '原CA解绑' } }]);
  expect(pack.requires).toContain('event-dates');
  const asked = { audience: 'budget-unit', level: 'city', today: '2026-03-20' } as const;
  const [open] = explain(pack, asked).obligations;
  expect(open).toMatchObject({ dueFrom: { name: { zh: '原CA解绑' } } });
  expect(open?.due).toBeUndefined();
  const [known] = explain(pack, { ...asked, events: { 'events-1': '2026-03-20' } }).obligations;
  expect(known?.due).toBe('2026-03-25');
  // Its name stands on the sheet, with its clause; taken away, the duty asks for another.
  const sheet = checkSheet(draft, splitClauses(draft.noticeText));
  expect(sheet).toContainEqual(
    expect.objectContaining({
      section: 'events',
      cite: '一（二）2',
      clause: expect.stringContaining('过渡阶段'),
      values: [{ field: 'name', value: '原CA解绑' }],
    }),
  );
  expect(sheet.find(({ section }) => section === 'duties')?.values).toContainEqual({
    field: 'dueEvent',
    value: ['原CA解绑'],
  });
  expect(complaints(removeEntry(draft, 'events', added.id))).toEqual(['duties-1 dueEvent id']);
});

test('a change of another notice counts from what that one names, and may name more', () => {
  const base = examplePack('xihe-2026-31');
  let draft = changeNotice(sampleDraft(), base, JSON.stringify(base));
  const blank = createDraft({ id: 'd', now: '', guides: [], system: { name: '', hosts: [] } });
  draft = { ...draft, entries: { ...blank.entries, systems: [] }, noticeText: '' };
  const amended = addEntry(draft, 'amendments', {
    fact: 'obligations/bind',
    text: '绑定期限改为解绑后5个工作日内。',
    dueAnchor: 'event',
    dueEvent: 'base/unbound',
    dueSide: 'after',
    dueCount: '5',
    dueUnit: 'working-days',
    dueInclusive: 'yes',
    cite: '一',
  });
  const renewal = addEntry(amended.draft, 'amendments', {
    fact: 'renewals/new',
    text: '续期改为到期前2个月起，到期日为止。',
    opens: '2',
    opensUnit: 'months',
    ends: 'expiry',
    cite: '二',
  });
  const { pack, together, problems } = reviewDraft(renewal.draft, [], PARTS, base);
  expect(problems).toEqual([]);
  expect(pack?.requires).toEqual(expect.arrayContaining(['event-dates', 'month-leads', 'renewal-leads']));
  expect(together?.obligations.find(({ id }) => id === 'bind')?.due).toMatchObject({
    anchor: { kind: 'event', event: 'unbound' },
    lead: { count: 5 },
  });
  // The sixty days after expiry are taken back with it.
  expect(together?.renewals?.[0]).toMatchObject({ opens: { count: 2, unit: 'months' }, closesDaysBefore: 0 });
  expect(together?.renewals?.[0]).not.toHaveProperty('graceAfter');
  // Read from its own words, an event of that notice is not named again.
  const read = addEntry(draft, 'duties', {
    text: '原CA解绑后5个工作日内交回旧锁。',
    dueAnchor: 'event',
    cite: '三',
  });
  const tied = withEvents(read.draft, new Set([read.id]), base);
  expect(tied.entries.events).toEqual([]);
  expect(tied.entries.duties.at(-1)?.dueEvent).toBe('base/unbound');
  // What somebody is still choosing is left alone.
  expect(withEvents(read.draft, new Set(), base)).toBe(read.draft);
});

test('a colleague compares how long something is with its clause, and asks about what can hardly be meant', () => {
  const said = (text: string, values: Readonly<Record<string, AnyValue>>) => {
    const draft = addEntry({ ...BEGUN, noticeText: text }, 'duties', {
      text: '办理。',
      dueAnchor: 'publication',
      dueSide: 'after',
      cite: '一',
      ...values,
    });
    return read(draft.draft)
      .advice.filter(({ entry }) => entry?.id === draft.id)
      .map(({ code, params }) => [code, params.count, params.unit]);
  };
  const clause = '一、自本通知发布之日起10个工作日内办理，9月30日前完成。';
  expect(said(clause, { dueCount: '10', dueUnit: 'working-days' })).not.toContainEqual(
    expect.arrayContaining(['leadNotInClause']),
  );
  expect(said(clause, { dueCount: '10', dueUnit: 'days' })).toContainEqual(['leadNotInClause', 10, 'days']);
  // 30日 is a day of the calendar there.
  expect(said(clause, { dueCount: '30', dueUnit: 'days' })).toContainEqual(['leadNotInClause', 30, 'days']);
  expect(
    said('一、自本通知发布之日起两个月内办理。', { dueCount: '2', dueUnit: 'months' }),
  ).not.toContainEqual(expect.arrayContaining(['leadNotInClause']));
  // What is said in other words cannot be compared.
  expect(said('一、自本通知发布之日起半年内办理。', { dueCount: '6', dueUnit: 'months' })).not.toContainEqual(
    expect.arrayContaining(['leadNotInClause']),
  );
  expect(said(clause, { dueCount: '30', dueUnit: 'months' })).toContainEqual(['longLead', 30, 'months']);
  // Not asked any more, it is not compared.
  expect(
    said(clause, { dueAnchor: 'none', dueCount: '30', dueUnit: 'days', due: '2026-09-30' }),
  ).not.toContainEqual(expect.arrayContaining(['leadNotInClause']));
});

test.each([
  ['自原CA解绑之日起', 'eventWords'],
  ['原CA解绑后3个工作日', 'eventWords'],
  ['收到新CA', 'eventIsReceipt'],
  ['原CA解绑', undefined],
  ['自行解绑', undefined],
])('a colleague looks at how an event is named: %s', (name, expected) => {
  const { draft, id } = addEntry(BEGUN, 'events', { name, cite: '一（二）2' });
  const codesOf = (of: Draft) =>
    read(of).advice.flatMap(({ code, entry }) => (entry?.id === id ? [code] : []));
  expect(codesOf(draft)).toEqual([...(expected ? [expected] : []), 'eventUnused']);
  const used = fill(draft, 'duties', 'duties-1', { dueAnchor: 'event', dueEvent: id });
  expect(codesOf(used)).toEqual(expected ? [expected] : []);
});

test('of a renewal that a change moves, the end that stays is pointed out', () => {
  const base = examplePack('xihe-2026-31');
  const change = (values: Readonly<Record<string, AnyValue>>) => {
    const begun = changeNotice(BEGUN, base, '');
    const { draft } = addEntry(begun, 'amendments', {
      fact: 'renewals/new',
      text: '改为到期前2个月起。',
      opens: '2',
      opensUnit: 'months',
      cite: '一',
      ...values,
    });
    return reviewDraft(draft, [], PARTS, base).advice.map(({ code }) => code);
  };
  expect(change({ ends: 'same' })).toContain('renewalEndStays');
  expect(change({ ends: 'after', grace: '30' })).not.toContain('renewalEndStays');
  expect(change({ opens: '', ends: 'same' })).not.toContain('renewalEndStays');
});

test('what xihe-2026-31 counts comes of its clauses by the form, one press each, and is told people alike', () => {
  const example = examplePack('xihe-2026-31');
  const draft = walkDraft(XIHE, null, 'supplements');
  const pack = packOf(draft);
  // Events came along with the duties, and wait to be looked at.
  expect(draft.unchecked).toEqual(['events-1', 'events-2']);
  const namesOf = ({ events = [] }: NoticePack) => events.map(({ name }) => name.zh);
  expect(namesOf(pack)).toEqual(namesOf(example));
  for (const ability of ['month-leads', 'renewal-leads', 'event-dates']) {
    expect(pack.requires).toContain(ability);
  }
  const daysOf = ({ renewals = [] }: NoticePack) =>
    renewals.map(({ opens, closes, graceAfter, opensDaysBefore, closesDaysBefore }) => [
      opens,
      closes,
      graceAfter,
      opensDaysBefore,
      closesDaysBefore,
    ]);
  expect(daysOf(pack)).toEqual(daysOf(example));
  const duesOf = (of: NoticePack) =>
    of.obligations.flatMap(({ due }) => {
      if (due?.kind !== 'relative' || due.anchor.kind !== 'event') return [];
      const { event } = due.anchor;
      const name = of.events?.find(({ id }) => id === event)?.name.zh;
      return [{ ...due, anchor: name }];
    });
  expect(duesOf(example)).toHaveLength(2);
  expect(duesOf(pack)).toEqual(duesOf(example));
  // And so on one day, for somebody who said on which days it happened to them.
  const told = (of: NoticePack, unbound: string, renamed: string) => {
    const asked = { audience: 'budget-unit', level: 'city', today: '2026-09-14' } as const;
    const events = { [unbound]: '2026-09-14', [renamed]: '2026-08-31' };
    return explain(of, { ...asked, events })
      .obligations.flatMap(({ due }) => due ?? [])
      .sort();
  };
  expect(told(pack, 'events-1', 'events-2')).toEqual(['2026-09-17', '2026-09-30']);
  expect(told(example, 'unbound', 'renamed')).toEqual(expect.arrayContaining(['2026-09-17', '2026-09-30']));
  expect(read(draft).advice.map(({ code }) => code)).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/^(?:lead|event|longLead)/)]),
  );
});
