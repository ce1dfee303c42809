import { describe, expect, it } from 'vitest';
import { formatDate, formatDay, formatShortDay, formatSpan } from './dates';

describe('dates in words', () => {
  it('writes the weekday with the date', () => {
    expect(formatDate('2023-10-11', 'zh')).toBe('2023年10月11日（周三）');
    expect(formatDate('2026-11-22', 'en')).toBe('22 Nov 2026 (Sun)');
  });

  it('drops leading zeros', () => {
    expect(formatDay('2026-01-05', 'zh')).toBe('2026年1月5日');
    expect(formatShortDay('2026-01-05', 'en')).toBe('5 Jan');
  });

  it.each([
    ['2023-09-11', '2023-10-11', '2023年9月11日—10月11日', '11 Sep – 11 Oct 2023'],
    ['2025-12-30', '2026-12-29', '2025年12月30日—2026年12月29日', '30 Dec 2025 – 29 Dec 2026'],
    ['2023-10-12', undefined, '2023年10月12日起', 'from 12 Oct 2023'],
    [null, '2023-09-03', '至2023年9月3日', 'until 3 Sep 2023'],
    [undefined, null, '', ''],
  ])('writes the span from %s until %s', (from, until, zh, en) => {
    expect(formatSpan(from, until, 'zh')).toBe(zh);
    expect(formatSpan(from, until, 'en')).toBe(en);
  });
});
