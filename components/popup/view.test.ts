import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseFor } from '@/lib/certificate/notice-case';
import { findGuide } from '@/lib/guide/journey';
import { guideJourneyId } from '@/lib/guide/journey-id';
import type { Fact } from '@/lib/guide/model';
import { obligationJourney, wordFact, wordsOf } from '@/lib/guide/obligation-words';
import { builtinPack as pack } from '@/lib/notice/builtin';
import { addDays } from '@/lib/notice/days';
import { AUDIENCES, LEVELS } from '@/lib/notice/explanation';
import { loadPack } from '@/lib/notice/load';
import type { NoticePack, RenewalWindow } from '@/lib/notice/model';
import type { CertificateRow, SubjectRow } from '@/lib/store/model';
import { viewOf } from './view';

const subject: SubjectRow = {
  id: 'unit',
  name: '一中',
  audience: 'budget-unit',
  level: 'city',
  createdAt: '2023-08-01T00:00:00.000Z',
};

function certificate(id: string, over: Partial<CertificateRow> = {}): CertificateRow {
  return {
    id,
    subject: 'unit',
    kind: 'ca',
    generation: 'new',
    label: id,
    holder: null,
    validFrom: null,
    validUntil: '2026-12-29',
    createdAt: '2026-01-01T00:00:00.000Z',
    details: null,
    ...over,
  };
}

function say(obligation: string, answer: 'yes' | 'no', order = 1): Fact {
  const journey = obligationJourney(pack, 'unit', '2023-09-01T00:00:00.000Z').id;
  return {
    ...wordFact(`f${order}`, journey, '2023-09-06T17:00:00.000Z', {
      kind: 'answer',
      question: obligation,
      answer,
    }),
    order,
  };
}

const view = (today: string, certificates: readonly CertificateRow[] = [], facts: readonly Fact[] = []) =>
  viewOf(pack, subject, { certificates, facts }, today);

describe('the countdown', () => {
  it('counts to the certificate that ends first', () => {
    const { countdown } = view('2026-11-22', [
      certificate('a'),
      certificate('b', { kind: 'seal', validUntil: '2026-12-01' }),
    ]);
    expect(countdown).toMatchObject({ date: '2026-12-01', daysLeft: 9, workingDaysLeft: 7, tone: 'soon' });
  });

  it('counts to the notice where that comes first', () => {
    const { countdown } = view('2023-09-20', [
      certificate('old', { generation: 'old', validUntil: '2023-12-29' }),
    ]);
    expect(countdown).toMatchObject({ date: '2023-10-11', daysLeft: 21, workingDaysLeft: 12, tone: 'calm' });
    expect(countdown?.what.kind).toBe('notice');
  });

  it('puts an expiry that nothing covers before the notice', () => {
    const { countdown } = view('2023-09-20', [
      certificate('gone', { generation: 'old', validUntil: '2023-09-18' }),
    ]);
    expect(countdown).toMatchObject({ daysLeft: -2, tone: 'overdue' });
  });

  it('moves on to the next date once the person says that the nearest is done', () => {
    expect(view('2023-09-07').countdown?.date).toBe('2023-09-10');
    const moved = view('2023-09-07', [], [say('complete-replacement', 'yes')]);
    expect(moved.countdown?.date).toBe('2023-10-11');
  });

  it('counts to the last day to make up on once the day itself was missed, until it is said to be done', () => {
    // Day and span as xihe-2026-31 has them: batches until 9 September, 集中补办 in November.
    const withMakeUp: NoticePack = {
      ...pack,
      id: 'made-up',
      phases: [],
      obligations: [
        {
          id: 'collect',
          text: { zh: '到窗口领取新CA。' },
          due: { kind: 'date', date: '2026-09-10', inclusive: true },
          soft: false,
          makeUps: [{ from: '2026-11-02', until: '2026-11-13', cite: '二（二）' }],
          where: [],
          materials: [],
          cite: '二（一）',
        },
        {
          id: 'test',
          text: { zh: '试用新CA。' },
          due: { kind: 'date', date: '2026-12-10', inclusive: true },
          soft: false,
          where: [],
          materials: [],
          cite: '三',
        },
      ],
      validity: {},
    };
    const on = (today: string, facts: readonly Fact[] = []) =>
      viewOf(withMakeUp, subject, { certificates: [], facts }, today);
    const said = (answer: 'yes' | 'no'): Fact => ({
      ...say('collect', answer),
      journey: obligationJourney(withMakeUp, 'unit', '2026-09-01T00:00:00.000Z').id,
    });
    expect(on('2026-09-10').countdown).toMatchObject({ daysLeft: 0, what: { makeUp: null } });
    const missed = on('2026-10-30');
    expect(missed.countdown).toMatchObject({
      date: '2026-11-13',
      daysLeft: 14,
      tone: 'soon',
      what: { due: 'by', makeUp: { from: '2026-11-02' }, cite: '二（二）' },
    });
    // It is asked first all the same, and counted to as well where the answer is no.
    expect(missed.obligations[0]?.state).toBe('ask');
    expect(on('2026-10-30', [said('no')]).countdown?.date).toBe('2026-11-13');
    expect(on('2026-10-30', [said('yes')]).countdown).toMatchObject({
      date: '2026-12-10',
      what: { makeUp: null },
    });
    expect(on('2026-11-14').countdown?.date).toBe('2026-12-10');
  });

  it('names the last working day where the date is none', () => {
    expect(view('2023-09-07').countdown?.lastWorkingDay).toBe('2023-09-08');
    expect(view('2023-09-20').countdown?.lastWorkingDay).toBeNull();
  });

  it('is null with nothing to count to', () => {
    expect(view('2026-11-22').countdown).toBeNull();
  });
});

describe('the next step', () => {
  const next = (...parts: Parameters<typeof view>) => view(...parts).next.kind;

  it('follows the notice and the certificates', () => {
    expect(next('2026-11-22')).toBe('add-certificate');
    expect(next('2026-11-22', [certificate('a')])).toBe('ending');
    expect(next('2026-11-22', [certificate('a', { validUntil: '2027-11-22' })])).toBe('calm');
    expect(next('2026-11-22', [certificate('a', { validUntil: '2026-11-21' })])).toBe('expired');
    expect(next('2023-09-20')).toBe('obligation');
    expect(next('2023-09-20', [], [say('file-application', 'yes')])).toBe('rebind');
  });

  it('asks about the application before anything else of the notice', () => {
    const asked = view('2023-09-07').next;
    expect(asked).toMatchObject({
      kind: 'obligation',
      view: { state: 'ask', obligation: { id: 'file-application' } },
    });
  });

  it('does not offer the rebinding again once its last step is done', () => {
    const guide = pack.guides.find((each) => each.id === 'rebind');
    const steps = guide?.steps ?? [];
    const facts = steps.map(
      (step, index): Fact => ({
        id: step.id,
        journey: `unit/${guide?.system}/rebind`,
        assertion: 'said',
        body: { kind: 'step', step: step.id },
        at: '2023-09-20T02:00:00.000Z',
        order: index + 10,
        tab: 1,
        frame: 0,
        document: 'd',
      }),
    );
    const seen = view('2023-09-20', [], [say('file-application', 'yes'), ...facts]);
    expect(seen.progress).not.toBeNull();
    expect(seen.next.kind === 'rebind').toBe(!seen.progress?.finished);
  });

  it('goes on with what was begun before asking for papers, and asks for none once all is done', () => {
    const saying = (...steps: readonly string[]) =>
      steps.map(
        (step, index): Fact => ({
          id: step,
          journey: 'unit/sucaiyun/rebind',
          assertion: 'said',
          body: { kind: 'step', step },
          at: '2023-09-20T02:00:00.000Z',
          order: index + 1,
          tab: 1,
          frame: 0,
          document: 'd',
        }),
      );
    const before = ['log-in', 'open-list', 'unbind-old', 'confirm-unbind'];
    expect(view('2023-09-20', [], saying(...before)).next).toMatchObject({ kind: 'continue', number: 5 });
    const whole = [...before, 'start-bind', 'bind-new', 'try-login', 'try-seal'];
    const through = view('2023-09-20', [], saying(...whole));
    expect(through.next).toEqual({ kind: 'rebound' });
    expect(through.countdown).toBeNull();
  });

  it('stands on every day, for every audience and level, and is red only where it may be', () => {
    const day = fc.integer({ min: 0, max: 1613 }).map((offset) => addDays('2023-08-01', offset));
    fc.assert(
      fc.property(
        day,
        fc.constantFrom(...AUDIENCES),
        fc.constantFrom(...LEVELS),
        (today, audience, level) => {
          const seen = viewOf(pack, { ...subject, audience, level }, { certificates: [], facts: [] }, today);
          expect(seen.obligations.every((each) => each.state !== 'overdue')).toBe(true);
          expect(seen.countdown?.tone).not.toBe('overdue');
          expect(seen.next.kind).not.toBe('expired');
          expect(seen.next.kind === 'rebind' && !seen.explanation.allows.includes('unbind-old')).toBe(false);
        },
      ),
    );
  });
});

describe('the case put to the notice', () => {
  it('leaves out what is not known', () => {
    expect(caseFor(pack, subject, [], '2026-11-22')).toEqual({
      today: '2026-11-22',
      audience: 'budget-unit',
      level: 'city',
      expiries: {},
    });
  });

  it('carries the old CA’s state and the last days by the pack’s own ids', () => {
    const rows = [
      certificate('o', { generation: 'old', validUntil: '2023-12-29' }),
      certificate('x', { subject: 'other' }),
    ];
    expect(caseFor(pack, subject, rows, '2023-09-20')).toMatchObject({
      oldCa: 'valid',
      expiries: { 'old-ca': '2023-12-29' },
    });
    expect(caseFor(pack, subject, rows, '2024-01-01').oldCa).toBe('expired');
  });
});

describe('words about obligations', () => {
  it('takes the latest in force, dated in the notice’s zone', () => {
    const facts = [say('file-application', 'no', 1), say('file-application', 'yes', 2)];
    expect(wordsOf(pack, 'unit', facts)).toEqual([
      { subject: 'unit', obligation: 'file-application', answer: 'yes', on: '2023-09-07', fact: 'f2' },
    ]);
    expect(wordsOf(pack, 'other', facts)).toEqual([]);
  });

  it('forgets a word taken back, and goes back to the one before', () => {
    const { journey } = say('file-application', 'no', 1);
    const back: Fact = {
      ...wordFact('r', journey, '2023-09-07T00:00:00.000Z', { kind: 'retraction', of: 'f2' }),
      order: 3,
    };
    const facts = [say('file-application', 'no', 1), say('file-application', 'yes', 2), back];
    expect(wordsOf(pack, 'unit', facts).map((word) => word.answer)).toEqual(['no']);
  });

  it('does not let a page say it', () => {
    const forged: Fact = { ...say('file-application', 'yes'), assertion: 'seen' };
    expect(wordsOf(pack, 'unit', [forged])).toEqual([]);
  });
});

describe('renewal', () => {
  const window = (parts: Partial<RenewalWindow> = {}): RenewalWindow => ({
    id: 'renewal',
    certificates: pack.certificates.filter(({ generation }) => generation === 'new').map(({ id }) => id),
    opensDaysBefore: 120,
    closesDaysBefore: 10,
    asOf: '2026-03-01',
    cite: '五、2',
    ...parts,
  });
  /** The built-in notice with what it does not say; the schema takes it. */
  function withRenewals(...renewals: readonly RenewalWindow[]): NoticePack {
    const loaded = loadPack({ ...pack, renewals });
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    return loaded.pack;
  }
  const on = (today: string, from: NoticePack = withRenewals(window())) =>
    viewOf(from, subject, { certificates: [certificate('a')], facts: [] }, today);

  it.each([
    ['2026-08-30', 'valid', 'upcoming', 'calm'],
    ['2026-08-31', 'renewal-open', 'open', 'renewable'],
    ['2026-09-29', 'renewal-open', 'open', 'renewable'],
    ['2026-09-30', 'soon', 'open', 'ending'],
    ['2026-12-19', 'soon', 'open', 'ending'],
    ['2026-12-20', 'soon', 'closed', 'ending'],
    ['2026-12-29', 'last-day', 'closed', 'ending'],
  ])('on %s: %s, window %s, next %s', (today, status, state, next) => {
    const { judged, next: action } = on(today);
    expect(judged[0]?.status.kind).toBe(status);
    expect(judged[0]?.renewal).toEqual({
      state,
      from: '2026-08-31',
      until: '2026-12-19',
      year: '2026',
      note: null,
      cite: '五、2',
    });
    expect(action.kind).toBe(next);
  });

  it.each([
    ['the notice of 2023 says nothing', pack],
    [
      'it is of another certificate',
      withRenewals(
        window({ certificates: [pack.certificates.find((c) => c.generation === 'old')?.id ?? ''] }),
      ),
    ],
    ['it may be for this case only', withRenewals(window({ when: { oldCa: ['valid'] } }))],
    ['it is for others', withRenewals(window({ when: { audiences: ['review-expert'] } }))],
    ['it holds no longer', withRenewals(window({ validUntil: '2025-12-31' }))],
    ['two contradict each other', withRenewals(window(), window({ id: 'other', opensDaysBefore: 30 }))],
  ])('is not stated where %s', (_, from) => {
    const { judged } = on('2026-09-15', from);
    expect(judged[0]).toMatchObject({ status: { kind: 'valid' }, renewal: { state: 'not-stated' } });
  });

  it('carries the year of the notice where the window has none of its own', () => {
    const { judged } = on('2026-09-15', withRenewals(window({ asOf: undefined })));
    expect(judged[0]?.renewal).toMatchObject({ state: 'open', year: '2023' });
  });

  it('a window over a certificate that the pack does not have is refused', () => {
    expect(loadPack({ ...pack, renewals: [window({ certificates: ['none'] })] })).toMatchObject({
      ok: false,
      problems: [{ path: 'renewals[0].certificates[0]' }],
    });
  });
});

describe('what a page showed to be done', () => {
  const journey = guideJourneyId(pack, 'unit', findGuide(pack, 'rebind'));
  const shown = (state: 'unbind-done' | 'bind-done', order: number): Fact => ({
    id: `page${order}`,
    journey,
    assertion: 'seen',
    body: { kind: 'page', state },
    at: '2023-09-20T02:00:00.000Z',
    tab: 1,
    frame: 0,
    document: 'd',
    order,
  });
  const statesOf = (facts: readonly Fact[]) =>
    Object.fromEntries(
      view('2023-09-20', [], facts).obligations.map(({ obligation, state }) => [obligation.id, state]),
    );
  const bound = [shown('unbind-done', 1), shown('bind-done', 2)];

  it('is not asked for again, counted down to or warned of, though the guide is not at its end', () => {
    const before = view('2023-09-20');
    expect(before.countdown?.date).toBe('2023-10-11');
    expect(before.warnings.map(({ id }) => id)).toContain('missed-filing');
    const after = view('2023-09-20', [], bound);
    expect(after.progress?.finished).toBe(false);
    expect(after.countdown).toBeNull();
    expect(after.warnings.map(({ id }) => id)).not.toContain('missed-filing');
    expect(statesOf(bound)).toMatchObject({
      'file-application': 'ended',
      'complete-replacement': 'ended',
      rebind: 'ended',
    });
  });

  it('leaves the binding to do after an unbinding, whichever came last', () => {
    expect(statesOf([shown('unbind-done', 1)])).toMatchObject({ 'file-application': 'ended', rebind: 'due' });
    expect(view('2023-09-20', [], [shown('unbind-done', 1)]).countdown?.date).toBe('2023-10-11');
    expect(statesOf([...bound, shown('unbind-done', 3)])).toMatchObject({ rebind: 'due' });
  });

  it('is done with what the notice asks for before it, as on the card', () => {
    const first = ({ id, endedBy, ...each }: NoticePack['obligations'][number]) => {
      if (id === 'rebind') return { ...each, id, endedBy, after: ['file-application'] };
      return id === 'file-application' ? { ...each, id } : { ...each, id, endedBy };
    };
    const gated = { ...pack, obligations: pack.obligations.map(first) };
    const stateOf = (facts: readonly Fact[]) =>
      viewOf(gated, subject, { certificates: [], facts }, '2023-09-20').obligations.find(
        ({ obligation }) => obligation.id === 'file-application',
      )?.state;
    expect(stateOf([shown('unbind-done', 1)])).toBe('ask');
    expect(stateOf(bound)).toBe('ended');
  });

  it('stays open for whoever says that it is not done', () => {
    expect(statesOf([...bound, say('file-application', 'no', 3)])).toMatchObject({
      'file-application': 'overdue',
    });
  });
});
