import { describe, expect, it } from 'vitest';
import { addDays } from '@/lib/notice/days';
import { badgeFor, tabBadgeFor } from './badge';

const TODAY = '2026-11-22';
const INFO = '#1a56b0';
const SOON = '#9a5b00';
const OVERDUE = '#b3261e';

const badge = (days: readonly number[], preview = false) =>
  badgeFor({
    today: TODAY,
    expiries: days.map((left) => addDays(TODAY, left)),
    preview,
    previewMark: '预',
  });

describe('the badge', () => {
  it.each([
    ['nothing kept', [], '', INFO],
    ['nothing near', [91, 400], '', INFO],
    ['90 days', [90], '90', INFO],
    ['31 days', [31], '31', INFO],
    ['30 days', [30], '30', SOON],
    ['the nearest of several', [200, 12, 60], '12', SOON],
    ['the last day', [0], '0', SOON],
    ['one that has expired, whatever else is kept', [-1, 5], '!', OVERDUE],
  ])('%s', (_, days, text, color) => {
    expect(badge(days)).toEqual({ text, color });
  });

  it('says that a date is previewed, before all', () => {
    expect(badge([3], true).text).toBe('预');
  });

  it('has at most four characters, whatever the days', () => {
    for (let left = -400; left < 4000; left += 7) expect(badge([left]).text.length).toBeLessThan(5);
  });
});

describe('the badge of one tab', () => {
  it.each([
    [{ waiting: false, cardLost: false }, undefined],
    [{ waiting: true, cardLost: false }, '?'],
    [{ waiting: true, cardLost: true }, '!'],
  ])('%o: %s', (tab, text) => {
    expect(tabBadgeFor(tab)?.text).toBe(text);
  });
});
