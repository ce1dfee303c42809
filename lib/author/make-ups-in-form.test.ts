/** Days to make up on: from the notice's words over the form into the pack, for this notice's duties and for another's. */
import { describe, expect, it } from 'vitest';
import { explain } from '@/lib/notice/explain';
import { adviseOn } from './advice';
import { checkSheet } from './check-sheet';
import { splitClauses } from './clauses';
import { completeDraft, type Draft, removeEntry, setField } from './draft';
import { takeDown } from './first-draft';
import { makeUpsIn } from './reading/make-ups';
import { reviewDraft } from './review';
import type { Entry } from './sections';
import { MAIN_AND_SUB } from './testing/main-and-sub';
import { PARTS } from './testing/sample-draft';
import { IN_BATCHES } from './testing/trial-notices';
import { blankXihe, withEntries, XIHE } from './testing/xihe-draft';
import { writePack } from './to-pack';

const MAKE_UP = {
  duties: ['duties-1'],
  from: '2026-11-02',
  until: '2026-11-13',
  text: '到市民中心窗口现场办理，不收邮寄件。',
  cite: '二（二）',
} as const;

const DUTY = {
  text: '领取新锁。',
  due: '2026-10-30',
  dueInclusive: 'yes',
  where: '窗口',
  cite: '二（一）',
} as const;

const written = (known: Partial<Entry<'makeUps'>> = {}, duty: Partial<Entry<'duties'>> = {}) =>
  withEntries(withEntries(blankXihe(), 'duties', { ...DUTY, ...duty }), 'makeUps', { ...MAKE_UP, ...known });
const codes = (draft: Draft) => adviseOn(draft, []).map(({ code, entry }) => `${code} ${entry?.id ?? ''}`);

describe('days to make up on', () => {
  it('are written into their duty as the example has them, and printed for checking', () => {
    const { pack, problems } = reviewDraft(written(), [], PARTS);
    expect(problems).toEqual([]);
    expect(pack?.obligations[0]?.makeUps).toEqual(XIHE.obligations[0]?.makeUps);
    const told = pack && explain(pack, { audience: 'budget-unit', level: 'city', today: '2026-11-05' });
    expect(told?.obligations[0]).toMatchObject({ state: 'overdue', makeUps: [{ until: '2026-11-13' }] });
    const sheet = checkSheet(written(), []).find(({ section }) => section === 'makeUps');
    expect(sheet).toMatchObject({ cite: '二（二）' });
    expect(sheet?.values[0]).toEqual({ field: 'duties', value: ['领取新锁。'] });
  });

  it('may be one day, and of several duties', () => {
    const draft = withEntries(written({ duties: ['duties-1', 'duties-2'], until: '' }), 'duties', DUTY);
    const { pack } = reviewDraft(draft, [], PARTS);
    expect(pack?.obligations.map(({ makeUps }) => makeUps?.map(({ from, until }) => [from, until]))).toEqual([
      [['2026-11-02', '2026-11-02']],
      [['2026-11-02', '2026-11-02']],
    ]);
    const less = removeEntry(draft, 'duties', 'duties-2');
    expect(less.entries.makeUps[0]?.duties).toEqual(['duties-1']);
  });

  it('that come no later than what was missed are told at their entry', () => {
    const early = written({ from: '2026-10-20', until: '2026-10-30' });
    expect(reviewDraft(early, [], PARTS).problems).toContainEqual(
      expect.objectContaining({ entry: { section: 'makeUps', id: 'makeUps-1' }, field: 'until' }),
    );
    const late = written({}, { mattersUntil: '2026-11-06' });
    expect(reviewDraft(late, [], PARTS).problems).toMatchObject([
      { entry: { section: 'makeUps', id: 'makeUps-1' }, problem: { code: 'makeUpTooLate' } },
    ]);
    const dayless = written({ from: '', until: '' });
    expect(reviewDraft(dayless, [], PARTS).problems).toContainEqual(
      expect.objectContaining({ entry: { section: 'makeUps', id: 'makeUps-1' }, field: 'from' }),
    );
  });

  it('of a duty of another notice are a change of it, however many entries say them', () => {
    const change = (...all: readonly Partial<Entry<'makeUps'>>[]) =>
      reviewDraft(
        withEntries({ ...blankXihe('xihe-2026-40'), supplements: [XIHE.id] }, 'makeUps', ...all),
        [],
        PARTS,
        XIHE,
      );
    const later = {
      duties: ['base/apply'],
      from: '2026-12-01',
      until: '',
      text: '12月1日再补办一天。',
      cite: '一',
    };
    const { together, problems, pack } = change({ ...MAKE_UP, duties: ['base/apply'] }, later);
    expect(problems).toEqual([]);
    expect(pack?.requires).toContain('amendments');
    const apply = together?.obligations.find(({ id }) => id === 'apply');
    expect(apply?.makeUps?.map(({ from, until }) => [from, until])).toEqual([
      ['2026-11-02', '2026-11-13'],
      ['2026-12-01', '2026-12-01'],
    ]);
    expect(change({ ...later, text: '' }).problems).toContainEqual(
      expect.objectContaining({ entry: { section: 'makeUps', id: 'makeUps-1' }, field: 'text' }),
    );
    // A notice of its own changes nothing of another.
    const alone = writePack(written({ duties: ['base/apply'] }), PARTS, null).value;
    expect(alone).not.toHaveProperty('amendments');
  });

  it('are not in a draft of an older form, which opens all the same', () => {
    const { makeUps, ...older } = written().entries;
    const opened = completeDraft({ ...written(), entries: older } as never);
    expect(opened.entries.makeUps).toEqual([]);
    expect(opened.entries.duties).toEqual(written().entries.duties);
  });
});

describe('a colleague says', () => {
  it('nothing of what is right but what weekday it ends on', () => {
    expect(codes(written()).filter((code) => code.endsWith('makeUps-1'))).toEqual([]);
    expect(codes(written({ until: '2026-11-15' }))).toContain('weekend makeUps-1');
    expect(codes(written({ from: '2026-11-14', until: '' }))).toContain('weekend makeUps-1');
  });

  it('that a duty has no last day, that no duty is chosen, that a batch still runs', () => {
    expect(codes(written({}, { due: '' }))).toContain('makeUpOfNoDay makeUps-1');
    expect(codes(written({ duties: [] }))).toContain('noDuty makeUps-1');
    expect(codes(withEntries(blankXihe(), 'notes', { text: '须本人办理。', cite: '二' }))).toContain(
      'noDuty notes-1',
    );
    const batched = withEntries(
      written({}, { due: '', dueAnchor: 'batch-until', dueCount: '3' }),
      'batches',
      {
        name: '第三批',
        who: '其余单位',
        from: '2026-10-19',
        until: '2026-11-06',
        cite: '二（一）',
      },
    );
    expect(codes(batched)).toContain('makeUpInBatch makeUps-1');
    expect(codes(setField(batched, 'batches', 'batches-1', 'until', '2026-10-30'))).not.toContain(
      'makeUpInBatch makeUps-1',
    );
  });
});

describe('what is read of a notice', () => {
  const daysIn = (text: string) =>
    makeUpsIn({ cite: '二', text, isHeading: false }, { year: 2026, known: PARTS.audiences });

  it('is a suggestion with its clause, for the dated duties of that clause', () => {
    const header = { ...blankXihe().header, signedOn: '2027-08-16', publishedOn: '2027-08-16' };
    const draft = takeDown({ ...blankXihe(), header, noticeText: IN_BATCHES }, splitClauses(IN_BATCHES), {
      year: 2027,
      known: PARTS.audiences,
      base: null,
      initials: () => 'x',
    });
    const [found, another] = draft.entries.makeUps;
    expect(found).toMatchObject({ from: '2027-11-01', until: '2027-11-12', cite: '二' });
    expect(another).toBeUndefined();
    expect(draft.unchecked).toContain('makeUps-1');
    const duties = draft.entries.duties.filter(({ id }) => found?.duties.includes(id));
    expect(duties.map(({ due, dueAnchor }) => due || dueAnchor)).toEqual([
      'batch-from',
      '2027-09-17',
      '2027-10-15',
      '2027-10-29',
    ]);
  });

  it.each([
    ['逾期未办的，11月2日至11月13日集中补办', '2026-11-02', '2026-11-13', ''],
    ['错过的，9月21日到市民中心二楼补领，须带介绍信', '2026-09-21', '', '到市民中心二楼补领。'],
    ['未按时报送的，补报时间为11月2日至6日', '2026-11-02', '2026-11-06', ''],
  ])('%s', (text, from, until, where) => {
    expect(daysIn(text)).toEqual([{ from, until, text: where }]);
  });

  it.each([
    '逾期未办的，不再补办',
    '遗失的，11月2日至11月13日补办',
    '逾期未办的，11月2日起补办',
    '逾期未办的，11月13日前补办',
    '逾期未领的，可于9月21日或9月28日补领',
    '错过的，9月21日到月底补领',
    '逾期未办的，停止受理，补办另行通知',
    '11月2日至11月13日办理',
  ])('nothing of: %s', (text) => {
    expect(daysIn(text)).toEqual([]);
  });
});

describe('the notice of the example, read whole', () => {
  const header = { ...blankXihe().header };
  const { entries } = takeDown(
    { ...blankXihe(), header, noticeText: MAIN_AND_SUB },
    splitClauses(MAIN_AND_SUB),
    {
      year: 2026,
      known: PARTS.audiences,
      base: null,
      initials: () => 'x',
    },
  );

  it('tells its days to make up on once, and not as a warning or a statement too', () => {
    expect(entries.makeUps).toMatchObject([
      { ...MAKE_UP, duties: expect.any(Array), text: '到市民中心窗口集中补办。' },
    ]);
    expect(entries.makeUps[0]?.duties).toContain('duties-1');
    const told = [...entries.warnings, ...entries.statements, ...entries.duties].map(({ text }) => text);
    expect(told.join()).not.toContain('集中补办');
  });

  it('has the number on its envelope there alone', () => {
    expect(entries.places.map(({ postNumber }) => postNumber)).toEqual(['0500-88000704', '']);
    expect(entries.contacts.map(({ number }) => number)).toEqual(['88000701', '88000702', '88000703']);
    expect(entries.contacts.map(({ hours }) => hours)).toEqual([
      ...XIHE.contacts.slice(0, 2).map((each) => each.hours?.zh),
      '',
    ]);
  });
});
