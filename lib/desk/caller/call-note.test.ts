import { expect, test } from 'vitest';
import { causesOf, countCall, writeDuration } from './call-note';

test('calls are counted by day and cause, and a miscount is taken back', () => {
  let tally = countCall({}, '2026-11-25', 'key-missing');
  tally = countCall(tally, '2026-11-25', 'key-missing');
  tally = countCall(tally, '2026-11-25', 'pin-locked');
  expect(causesOf(tally, '2026-11-25')).toEqual([
    ['key-missing', 2],
    ['pin-locked', 1],
  ]);
  tally = countCall(tally, '2026-11-25', 'pin-locked', -1);
  tally = countCall(tally, '2026-11-25', 'pin-locked', -1);
  expect(causesOf(tally, '2026-11-25')).toEqual([['key-missing', 2]]);
  expect(causesOf(tally, '2026-11-24')).toEqual([]);
});

test('days of more than a month ago are forgotten', () => {
  const tally = countCall({ '2026-10-24': { other: 3 }, '2026-10-26': { other: 1 } }, '2026-11-25', 'other');
  expect(Object.keys(tally)).toEqual(['2026-10-26', '2026-11-25']);
});

test('the time reads like a clock', () => {
  expect([0, 7_999, 187_000].map(writeDuration)).toEqual(['0:00', '0:07', '3:07']);
});
