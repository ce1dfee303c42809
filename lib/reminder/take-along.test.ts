import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { TrackedCertificate } from '@/lib/certificate/status';
import type { ObligationAnswer } from '@/lib/notice/explanation';
import { writeCalendar } from './calendar-file';
import { comingDates } from './coming-dates';
import { isQuiet, isTimeOfDay } from './quiet-hours';

const certificate = (
  id: string,
  validUntil: string,
  over: Partial<TrackedCertificate> = {},
): TrackedCertificate => ({
  id,
  subject: 's',
  kind: 'ca',
  generation: 'new',
  label: '张三的锁',
  holder: '张三',
  validFrom: null,
  validUntil,
  ...over,
});
const obligation = (id: string, due: string | undefined, over: Partial<ObligationAnswer> = {}) =>
  ({
    id,
    due,
    text: { zh: '报送申请表' },
    soft: false,
    cite: '一（二）',
    optional: false,
    ...over,
  }) as ObligationAnswer;

describe('comingDates', () => {
  it('puts expiries and due days on one line, and leaves out what is over', () => {
    const dates = comingDates(
      [
        certificate('far', '2027-05-01'),
        certificate('gone', '2026-01-01', { kind: 'seal' }),
        certificate('replaced', '2026-12-01', { label: 'x', holder: null }),
        certificate('replacing', '2027-12-01', { label: 'x', holder: null }),
      ],
      [
        obligation('a', '2026-11-30'),
        obligation('a', '2026-11-30'),
        obligation('over', '2026-11-01'),
        obligation('undated', undefined),
        obligation('optional', '2026-12-05', { optional: true }),
      ],
      '2026-11-25',
    );
    expect(dates.map(({ id, daysLeft }) => [id, daysLeft])).toEqual([
      ['a-2026-11-30', 5],
      ['far-2027-05-01', 157],
      ['replacing-2027-12-01', 371],
    ]);
    expect(JSON.stringify(dates)).not.toContain('张三');
  });

  it('puts the last day to make up on in the place of one that was missed', () => {
    const makeUps = [{ from: '2026-12-01', until: '2026-12-04', text: null, cite: '二（二）' }];
    const over = { state: 'overdue', makeUps } as const;
    const [missed, ahead] = comingDates(
      [],
      [obligation('a', '2026-11-20', over), obligation('b', '2026-12-31', { state: 'due', makeUps })],
      '2026-11-25',
    );
    expect(missed).toMatchObject({
      id: 'a-2026-12-04',
      daysLeft: 9,
      what: { due: 'by', makeUp: makeUps[0], cite: '二（二）' },
    });
    expect(ahead).toMatchObject({ id: 'b-2026-12-31', what: { makeUp: null } });
  });

  it('tells a day as the notice counts it, and another’s as another’s', () => {
    const today = '2026-11-25';
    const dues = comingDates(
      [],
      [
        obligation('a', '2026-11-26', { dueInclusive: 'not-stated' }),
        obligation('b', '2026-11-27', { dueInclusive: false }),
        obligation('c', '2026-11-28', { dueInclusive: 'not-stated', dueOf: { zh: '主管预算单位报送' } }),
        obligation('d', '2026-11-29', { dueInclusive: true }),
        obligation('e', '2026-11-30', { dueInclusive: 'not-stated', soft: true }),
        // Over though its day has come only now, or is still ahead.
        obligation('f', today, { dueInclusive: false, state: 'overdue' }),
        obligation('g', '2026-12-01', { state: 'past' }),
      ],
      today,
    ).map(({ what }) => (what.kind === 'deadline' ? [what.due, what.whose?.zh ?? null] : []));
    expect(dues).toEqual([
      ['before', null],
      ['excluding', null],
      ['others', '主管预算单位报送'],
      ['by', null],
      ['soft', null],
    ]);
  });

  it('on one day puts the notice first, and has one order whatever that of the rows', () => {
    const rows = [certificate('z', '2026-12-01'), certificate('a', '2026-12-01', { kind: 'seal' })];
    const owed = [obligation('m', '2026-12-01'), obligation('n', '2026-11-26')];
    const ids = (reversed: boolean) =>
      comingDates(
        reversed ? [...rows].reverse() : rows,
        reversed ? [...owed].reverse() : owed,
        '2026-11-25',
      ).map(({ id }) => id);
    expect(ids(false)).toEqual(['n-2026-11-26', 'm-2026-12-01', 'z-2026-12-01', 'a-2026-12-01']);
    expect(ids(true)).toEqual(ids(false));
    expect(comingDates([], [], '2026-11-25')).toEqual([]);
  });
});

describe('isQuiet', () => {
  // 22:30 in Shanghai.
  const late = new Date('2026-11-25T14:30:00Z');
  it.each([
    [{ from: '20:00', until: '08:00' }, true],
    [{ from: '22:30', until: '22:31' }, true],
    [{ from: '08:00', until: '22:30' }, false],
    [{ from: '23:00', until: '08:00' }, false],
    [{ from: '08:00', until: '08:00' }, false],
    [null, false],
  ])('%j', (quiet, expected) => {
    expect(isQuiet(quiet, late, 'Asia/Shanghai')).toBe(expected);
  });

  it('knows a time of day', () => {
    expect(['00:00', '23:59', '24:00', '7:00', ''].map(isTimeOfDay)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('writeCalendar', () => {
  const [date] = comingDates([certificate('c', '2026-12-29')], [], '2026-11-25');
  if (!date) throw new Error('no date');
  const text = writeCalendar(
    [date],
    () => '新CA证书到期，请办理；详见通知',
    [30, 7],
    new Date('2026-11-25T00:00:00Z'),
  );
  // RFC 5545 3.1: long lines are folded.
  const lines = text.replaceAll('\r\n ', '').split('\r\n');

  it('holds a whole-day event with the same id every time', () => {
    expect(lines).toContain('BEGIN:VCALENDAR');
    expect(lines).toContain('UID:c-2026-12-29@rebind');
    expect(lines).toContain('DTSTART;VALUE=DATE:20261229');
    expect(lines).toContain('SUMMARY:新CA证书到期，请办理；详见通知');
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });

  it('reminds at nine in the morning of each chosen day and of the day itself', () => {
    const triggers = lines
      .filter((line) => line.startsWith('TRIGGER'))
      .map((line) => line.replace(/.*:/, ''));
    expect(triggers).toEqual(['-P29DT15H', '-P6DT15H', 'PT9H']);
    // Of its end, a whole day's nine o'clock would be the next morning's; without an end it is no alarm at all.
    expect(text).not.toContain('RELATED=END');
  });

  it('takes nobody’s day', () => {
    expect(lines).toContain('TRANSP:TRANSPARENT');
  });

  it('ends each line, the last one too', () => {
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });
});

describe('what another reader makes of the calendar file', () => {
  // ical.js reads what Thunderbird's calendar reads; it shares nothing with the writer.
  const words = `${'新CA证书到期；请提前办理，详见通知\\第三部分“换绑”：'.repeat(6)}\n第二行`;
  const dates = comingDates(
    [certificate('c', '2026-12-29'), certificate('d', '2028-02-29', { kind: 'seal' })],
    [obligation('a', '2026-11-30')],
    '2026-11-25',
  );
  const text = writeCalendar(dates, () => words, [90, 30, 7], new Date('2026-11-25T00:00:00Z'));
  const events = new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((each) => new ICAL.Event(each));

  it('folds lines at 75 octets, never inside a character', () => {
    const lines = text.split('\r\n');
    expect(lines.filter((line) => line.startsWith(' ')).length).toBeGreaterThan(10);
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(text).not.toContain('\ufffd');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('whole days with the very words and ids, in no time zone but the reader’s own', () => {
    expect(events.map((event) => [event.uid, event.startDate.toString(), event.startDate.isDate])).toEqual([
      ['a-2026-11-30@rebind', '2026-11-30', true],
      ['c-2026-12-29@rebind', '2026-12-29', true],
      ['d-2028-02-29@rebind', '2028-02-29', true],
    ]);
    // RFC 5545 3.6.1: without an end, a whole-day event is that day.
    expect(events.map((event) => event.duration.toSeconds())).toEqual([86_400, 86_400, 86_400]);
    for (const event of events) expect(event.summary).toBe(words);
    expect(text).not.toContain('TZID');
  });

  it('alarms at nine in the morning of each day that was chosen, and of the day itself', () => {
    const [, expiry] = events;
    const alarms = expiry?.component.getAllSubcomponents('valarm') ?? [];
    const at = alarms.map((alarm) => {
      const trigger = alarm.getFirstProperty('trigger');
      const time = (
        trigger?.getParameter('related') === 'END' ? expiry?.endDate : expiry?.startDate
      )?.clone();
      if (time) time.isDate = false;
      time?.addDuration(trigger?.getFirstValue() as ICAL.Duration);
      return time?.toString();
    });
    // The 90th day before was over when the file was made: a calendar would show it as missed at once.
    expect(at).toEqual(['2026-11-29T09:00:00', '2026-12-22T09:00:00', '2026-12-29T09:00:00']);
    expect(alarms.every((alarm) => alarm.getFirstPropertyValue('action') === 'DISPLAY')).toBe(true);
    expect(alarms.every((alarm) => alarm.getFirstPropertyValue('description') === words)).toBe(true);
  });
});
