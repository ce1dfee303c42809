/** Months, renewal counted as the notice counts it, and days that count from what happened to the person. */
import { describe, expect, it, test } from 'vitest';
import { writeRelativeDay } from '@/lib/guide/due-words';
import { translatorFor } from '@/scripts/notice/command-line';
import { askedBy, readEvent, settle, writeEvent } from './circumstances';
import { addMonths } from './days';
import { explain } from './explain';
import type { NoticeCase } from './explanation';
import { noticeInForce } from './in-force';
import { loadPack } from './load';
import type { NoticePack, Obligation, RenewalWindow } from './model';
import { readNotice } from './reading';
import { renewalFor } from './renewals';
import { sayProblem } from './say-problem';
import { makePack } from './testing/make-pack';

const t = translatorFor('zh');
const text = (zh: string) => ({ zh });
const unit = { audience: 'budget-unit', level: 'city' } as const;

test.each([
  ['2026-05-31', -3, '2026-02-28'],
  ['2028-05-31', -3, '2028-02-29'],
  ['2026-01-31', 1, '2026-02-28'],
  ['2026-12-15', 2, '2027-02-15'],
  ['2026-03-31', -12, '2025-03-31'],
  ['2026-03-31', 0, '2026-03-31'],
])('%s and %i months are %s', (day, months, then) => {
  expect(addMonths(day, months)).toBe(then);
});

describe('renewal', () => {
  const window = (parts: Partial<RenewalWindow>): RenewalWindow => ({
    id: 'w',
    certificates: ['new-ca'],
    cite: '五',
    ...parts,
  });
  const pack = (parts: Partial<RenewalWindow>) =>
    makePack({
      requires: ['renewal-leads', 'month-leads'],
      certificates: [
        { id: 'new-ca', kind: 'ca', generation: 'new', name: text('新CA'), issuerPhrases: [], cite: '一' },
      ],
      renewals: [window(parts)],
    });
  const state = (of: NoticePack, today: string, until = '2026-11-30') =>
    renewalFor(of, { ...unit, today }, { kind: 'ca', generation: 'new' }, until).state;
  const said = (of: NoticePack) =>
    readNotice(of, { ...unit, today: '2026-09-01' }, { t, language: 'zh' }).find(
      ({ id }) => id === 'renewals',
    )?.lines[0]?.text;
  const months = { count: 3, unit: 'months' } as const;

  it('opens months before the last day, and closes with it', () => {
    const of = pack({ opens: months });
    expect(loadPack(of)).toMatchObject({ ok: true, ignored: [] });
    expect(['2026-08-29', '2026-08-30', '2026-11-30', '2026-12-01'].map((day) => state(of, day))).toEqual([
      'upcoming',
      'open',
      'open',
      'closed',
    ]);
    expect(said(of)).toBe('新CA：到期前3个月起可续期，到期当日为止');
  });

  it('can go on after the last day', () => {
    const of = pack({ opensDaysBefore: 30, graceAfter: { count: 60, unit: 'days' } });
    expect(['2026-10-31', '2027-01-29', '2027-01-30'].map((day) => state(of, day))).toEqual([
      'open',
      'open',
      'closed',
    ]);
    expect(said(of)).toBe('新CA：到期前30日起可续期，过期60日内仍可续期');
  });

  it('is not known where the working days of a year are not published', () => {
    const of = pack({ opens: { count: 20, unit: 'working-days' } });
    expect(state(of, '2026-11-10')).toBe('open');
    expect(state(of, '2027-11-10', '2027-11-30')).toBe('not-stated');
  });

  it.each([
    [{}, 'renewals[0].opens', 'renewalOpens'],
    [{ opens: months, opensDaysBefore: 90 }, 'renewals[0].opens', 'renewalOpens'],
    [{ opens: months, closesDaysBefore: 10, graceAfter: months }, 'renewals[0].closes', 'renewalCloses'],
    [{ opensDaysBefore: 30, closesDaysBefore: 60 }, 'renewals[0].closes', 'renewalCloses'],
  ])('is refused: %o', (parts, path, code) => {
    const loaded = loadPack(pack(parts));
    if (loaded.ok) throw new Error('taken');
    expect(loaded.problems).toMatchObject([{ path, code }]);
    for (const each of loaded.problems) expect(sayProblem(each, t)).toMatch(/例如 "(opens|closes)"/);
  });

  it('that a later notice counts otherwise has one opening, the later', () => {
    const later = makePack({
      id: 'later',
      signedOn: '2026-05-01',
      publishedOn: '2026-05-01',
      documentNumber: '某财购〔2030〕9号',
      requires: ['amendments', 'renewal-leads', 'month-leads'],
      supplements: ['somewhere-2030-1'],
      amendments: [
        { id: 'a', list: 'renewals', fact: 'w', text: text('提前3个月。'), opens: months, cite: '一' },
      ],
    });
    const { pack: followed, leftOut } = noticeInForce([pack({ opensDaysBefore: 30 }), later], {
      today: '2026-09-01',
    });
    expect(leftOut).toEqual([]);
    expect(said(followed)).toBe('新CA：到期前3个月起可续期，到期当日为止');
  });

  it('must be named, or the first reader refuses it as a slip of the pen', () => {
    expect(loadPack({ ...pack({ opens: months }), requires: [] })).toMatchObject({
      ok: false,
      problems: [{ params: { name: 'month-leads' } }, { params: { name: 'renewal-leads' } }],
    });
  });
});

describe('a day of one’s own', () => {
  const bind: Obligation = {
    id: 'bind',
    text: text('绑定新CA'),
    due: {
      kind: 'relative',
      anchor: { kind: 'event', event: 'unbound' },
      side: 'after',
      lead: { count: 3, unit: 'working-days' },
      inclusive: true,
    },
    soft: false,
    endedBy: 'binding',
    where: [],
    materials: [],
    cite: '三',
  };
  const pack = makePack({
    requires: ['event-dates'],
    events: [{ id: 'unbound', name: text('解绑原CA') }],
    obligations: [bind],
  });
  const on = (today: string, more: Partial<NoticeCase> = {}) =>
    explain(pack, { ...unit, today, ...more }).obligations[0];

  it('is asked for, told as the notice counts it until then, and then a day of the calendar', () => {
    const asked = askedBy(pack, unit);
    expect(asked.events.map(({ id }) => id)).toEqual(['unbound']);
    const untold = on('2026-09-24');
    expect(untold).toMatchObject({ state: 'due', dueFrom: { name: text('解绑原CA') } });
    expect(untold?.dueFrom && writeRelativeDay(untold.dueFrom)?.zh).toBe('自解绑原CA之日起3个工作日内');
    const said = [{ of: 'event', value: writeEvent('unbound', '2026-09-24'), answer: 'yes' }] as const;
    const known = settle(asked, said);
    expect(known).toEqual({ events: { unbound: '2026-09-24' } });
    // 25 September to 27 September are off, 1 to 7 October too.
    expect(on('2026-09-24', known)).toMatchObject({ due: '2026-09-30', state: 'due' });
    expect(on('2026-10-08', known)?.state).toBe('overdue');
    expect(explain(pack, { ...unit, today: '2026-09-24', ...known }).deadline?.date).toBe('2026-09-30');
  });

  it('reads so in print', () => {
    const lines = readNotice(pack, { ...unit, today: '2026-09-24' }, { t, language: 'zh' }).find(
      ({ id }) => id === 'todo',
    )?.lines;
    expect(lines?.[1]?.text).toBe('时间：自解绑原CA之日起3个工作日内（要看您是哪天）');
  });

  it('takes the last word, and none that is no day or of nothing asked about', () => {
    const asked = askedBy(pack, unit);
    const words = (...values: string[]) =>
      settle(
        asked,
        values.map((value) => ({ of: 'event', value, answer: 'yes' }) as const),
      );
    expect(words('unbound 2026-09-24', 'unbound 2026-09-25')).toEqual({ events: { unbound: '2026-09-25' } });
    expect(words('unbound 2026-02-30', 'other 2026-09-25', 'unbound', '')).toEqual({});
    expect(readEvent('unbound 2026-09-24 more')).toBeNull();
  });

  it('is of the pack’s events, and must be named', () => {
    const wrong = loadPack({ ...pack, events: [], requires: [] });
    if (wrong.ok) throw new Error('taken');
    expect(wrong.problems).toMatchObject([
      { path: 'obligations[0].due.anchor.event', code: 'nothingToName' },
      { code: 'abilityMissing', params: { name: 'event-dates' } },
    ]);
    expect(loadPack(pack)).toMatchObject({ ok: true, ignored: [] });
  });
});
