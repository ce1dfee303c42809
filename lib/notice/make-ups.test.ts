/** Days to make up on, envelopes, hours of one number, batches that no name tells: what strangers' notices say besides. */
import { describe, expect, it } from 'vitest';
import { planContacts } from '@/lib/guide/contacts';
import { writeMakeUps } from '@/lib/guide/make-up-words';
import { translatorFor } from '@/scripts/notice/command-line';
import { explain } from './explain';
import type { ObligationAnswer } from './explanation';
import { noticeInForce } from './in-force';
import { loadPack } from './load';
import type { MakeUp, NoticePack, Obligation } from './model';
import { readNotice, writeReading } from './reading';
import { sayProblem } from './say-problem';
import { makePack } from './testing/make-pack';

const t = translatorFor('zh');
const text = (zh: string) => ({ zh });
const unit = { audience: 'budget-unit', level: 'city' } as const;

const makeUps: readonly MakeUp[] = [
  { from: '2026-09-21', until: '2026-09-21', text: text('到同一窗口。'), cite: '二' },
  { from: '2026-11-02', until: '2026-11-13', cite: '二' },
];
const collect: Obligation = {
  id: 'collect',
  text: text('到窗口领取新CA。'),
  due: { kind: 'date', date: '2026-09-17', inclusive: true },
  soft: false,
  makeUps,
  where: [],
  materials: [],
  cite: '二',
};
const pack = (parts: Partial<Obligation> = {}): NoticePack =>
  makePack({ requires: ['obligations'], obligations: [{ ...collect, ...parts }] });
const on = (today: string, of = pack()) => explain(of, { ...unit, today }).obligations[0] as ObligationAnswer;

describe('days to make up on', () => {
  it('keep a missed duty open until the last of them, and are told while they last', () => {
    expect(on('2026-09-17')).toMatchObject({ state: 'due', makeUps: [{ until: '2026-09-21' }, {}] });
    expect(on('2026-09-18').state).toBe('overdue');
    expect(on('2026-09-22').makeUps?.map(({ from }) => from)).toEqual(['2026-11-02']);
    expect(on('2026-11-13').state).toBe('overdue');
    expect(on('2026-11-14')).toMatchObject({ state: 'past' });
    expect(on('2026-11-14').makeUps).toBeUndefined();
  });

  it('keep an optional one from being over', () => {
    expect(on('2026-10-01', pack({ optional: true })).state).toBe('due');
    expect(on('2026-11-14', pack({ optional: true })).state).toBe('past');
  });

  it('are what somebody who missed the day is counted down to', () => {
    const next = (today: string, parts: Partial<Obligation> = {}) =>
      explain(pack(parts), { ...unit, today }).deadline;
    expect(next('2026-09-17')).toMatchObject({ date: '2026-09-17', daysLeft: 0 });
    expect(next('2026-09-17')?.makeUp).toBeUndefined();
    expect(next('2026-09-18')).toMatchObject({ date: '2026-09-21', daysLeft: 3, makeUp: { cite: '二' } });
    // The last day of the span, before it has begun as well.
    expect(next('2026-09-22')).toMatchObject({ date: '2026-11-13', makeUp: { from: '2026-11-02' } });
    expect(next('2026-11-13')).toMatchObject({ daysLeft: 0, what: collect.text, soft: false });
    expect(next('2026-11-14')).toBeNull();
    // 「9月17日前，不含当日」 is missed when that day comes.
    const due = { kind: 'date', date: '2026-09-17', inclusive: false } as const;
    expect(next('2026-09-17', { due })).toMatchObject({ date: '2026-09-21' });
    // Never who only may need it, and never by another's day.
    expect(next('2026-09-18', { optional: true })).toBeNull();
    expect(next('2026-09-18', { dueOf: text('主管预算单位报财政') })).toBeNull();
    const read = writeReading(readNotice(pack(), { ...unit, today: '2026-09-22' }, { t, language: 'zh' }), {
      t,
    });
    expect(read).toContain(
      '错过原定日期的，2026年11月2日（周一）至2026年11月13日（周五）补办：到窗口领取新CA。',
    );
  });

  it('are said as days and spans', () => {
    expect(writeMakeUps(on('2026-09-18').makeUps ?? [], '2026-09-18').zh).toBe(
      '错过的，可在9月21日（周一）、11月2日（周一）至11月13日（周五）补办。到同一窗口。',
    );
    const said = writeReading(readNotice(pack(), { ...unit, today: '2026-09-18' }, { t, language: 'zh' }), {
      t,
    });
    expect(said).toContain('- 错过的可补办：2026年9月21日（周一）。到同一窗口。（二）');
    expect(said).toContain('- 错过的可补办：2026年11月2日（周一）至2026年11月13日（周五）。（二）');
  });

  it('must come after the day that was missed, and before the last that matters', () => {
    const problems = (parts: Partial<Obligation>) => {
      const loaded = loadPack(pack(parts));
      return loaded.ok ? [] : loaded.problems.map((each) => sayProblem(each, t));
    };
    expect(problems({})).toEqual([]);
    expect(problems({ makeUps: [{ from: '2026-09-10', until: '2026-09-11', cite: '二' }] })).toEqual([
      expect.stringMatching(
        /^obligations\[0\]\.makeUps\[0\]\.until：补办日应晚于截止日2026-09-17，例如 .*"2026-09-11"$/,
      ),
    ]);
    expect(problems({ mattersUntil: '2026-10-31' })).toEqual([
      expect.stringMatching(/^obligations\[0\]\.makeUps\[1\]\.until：补办日晚于mattersUntil所写的2026-10-31/),
    ]);
    expect(problems({ makeUps: [{ from: '2026-11-03', until: '2026-11-02', cite: '二' }] })).toHaveLength(1);
  });

  it('can be set by a later notice', () => {
    const later = makePack({
      id: 'somewhere-2030-2',
      documentNumber: '某财购〔2030〕2号',
      publishedOn: '2026-09-25',
      signedOn: '2026-09-25',
      requires: ['amendments'],
      supplements: ['somewhere-2030-1'],
      amendments: [
        {
          id: 'more',
          list: 'obligations',
          fact: 'collect',
          text: text('没领的12月1日补领。'),
          makeUps: [{ from: '2026-12-01', until: '2026-12-01', cite: '一' }],
          cite: '一',
        },
      ],
    });
    const loaded = loadPack(later);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    const { pack: followed } = noticeInForce([pack(), loaded.pack], { today: '2026-11-20' });
    expect(on('2026-11-20', followed)).toMatchObject({
      state: 'overdue',
      makeUps: [{ from: '2026-12-01', cite: '某财购〔2030〕2号 一' }],
    });
  });
});

describe('an envelope', () => {
  const withPost = (post: object) =>
    loadPack(
      makePack({
        places: [{ id: 'p', name: text('某公司'), address: text('某市某路9号'), post, cite: '三' } as never],
      }),
    );

  it('is told as one, without hours', () => {
    const loaded = withPost({
      recipient: text('某公司制证部'),
      postcode: '229900',
      number: '0588-6677001',
      note: text('用EMS，不收到付件。'),
    });
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    const [line] =
      readNotice(loaded.pack, { ...unit, today: '2026-09-18' }, { t, language: 'zh' }).find(
        ({ id }) => id === 'places',
      )?.lines ?? [];
    expect(line?.text).toBe(
      '某公司（邮寄）：某市某路9号，某公司制证部，邮编229900，电话0588-6677001。用EMS，不收到付件。',
    );
  });

  it.each([
    [{ recipient: text('某公司'), postcode: '22990' }, 'places[0].post.postcode'],
    [{ postcode: '229900' }, 'places[0].post.recipient'],
    [{ recipient: text('某公司'), number: 'EMS' }, 'places[0].post.number'],
  ])('is checked: %o', (post, path) => {
    expect(withPost(post)).toMatchObject({ ok: false, problems: [{ path }] });
  });
});

it('a number has its own hours, told wherever the number is', () => {
  const contact = {
    role: 'counter',
    name: text('窗口'),
    number: '6677001',
    areaCode: '0588',
    about: text('换证'),
    hours: text('工作日8:30—11:30、14:00—17:30'),
    publishedOn: '2026-03-02',
    cite: '六',
  };
  const other = { ...contact, role: 'office', number: '6680021', hours: undefined };
  const of = makePack({ contacts: [contact, other] });
  const { contacts } = explain(of, { ...unit, today: '2026-09-18' });
  expect(contacts.map(({ hours }) => hours?.zh)).toEqual([contact.hours.zh, undefined]);
  expect(planContacts(contacts, []).map(({ about }) => about.zh)).toEqual([
    '换证，工作日8:30—11:30、14:00—17:30',
    '换证',
  ]);
  expect(
    readNotice(of, { ...unit, today: '2026-09-18' }, { t, language: 'zh' }).find(
      ({ id }) => id === 'contacts',
    )?.lines[0]?.text,
  ).toContain('换证，工作日8:30—11:30、14:00—17:30（2026年3月2日（周一）公布）');
});

it('a batch says who is in it where no name does', () => {
  const batch = {
    id: 'first',
    name: text('第一批'),
    units: [],
    who: text('城东区、城西区的单位'),
    cite: '二',
  };
  const of = makePack({
    requires: ['batches'],
    batches: [{ ...batch, from: '2026-09-01', until: '2026-09-05' }],
  });
  expect(loadPack(of)).toMatchObject({ ok: true, ignored: [] });
  const said = writeReading(readNotice(of, { ...unit, today: '2026-09-01' }, { t, language: 'zh' }), { t });
  expect(said).toContain('第一批：2026年9月1日（周二）至2026年9月5日（周六）（城东区、城西区的单位）（二）');
});

it('no duty comes before itself, in however many steps', () => {
  const duty = (id: string, ...after: string[]): Obligation => ({
    id,
    text: text(id),
    soft: false,
    where: [],
    materials: [],
    after,
    cite: '二',
  });
  const paths = (...obligations: Obligation[]) => {
    const loaded = loadPack(makePack({ requires: ['obligations', 'gates'], obligations }));
    return loaded.ok ? [] : loaded.problems.map(({ path, code }) => `${path} ${code}`);
  };
  expect(paths(duty('a', 'a'))).toEqual(['obligations[0].after afterCircle']);
  expect(paths(duty('a', 'b'), duty('b', 'c'), duty('c', 'a'))).toHaveLength(3);
  expect(paths(duty('a'), duty('b', 'a'), duty('c', 'a', 'b'))).toEqual([]);
});

it('an address that only browsers read as one is none', () => {
  expect(loadPack(makePack({ source: 'https:\\\\elsewhere.example' }))).toMatchObject({
    ok: false,
    problems: [{ path: 'source', code: 'url' }],
  });
});
