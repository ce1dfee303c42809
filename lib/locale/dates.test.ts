import { describe, expect, it } from 'vitest';
import { formatDay } from './dates';

describe('formatDay', () => {
  it('writes Chinese days in Arabic digits with units', () => {
    expect(formatDay('2023-10-11', 'zh')).toBe('10月11日');
    expect(formatDay('2023-10-11', 'zh', { weekday: true })).toBe('10月11日（周三）');
    expect(formatDay('2026-12-29', 'zh', { year: true })).toBe('2026年12月29日');
  });

  it('writes English days', () => {
    expect(formatDay('2023-10-11', 'en', { year: true, weekday: true })).toBe('11 Oct 2023 (Wed)');
  });
});
