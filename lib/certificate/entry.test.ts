import { describe, expect, it } from 'vitest';
import { type CertificateEntry, checkCertificateEntry, checkSubjectName, LONGEST } from './entry';

const good: CertificateEntry = {
  label: ' 新CA  主锁 ',
  holder: '',
  validFrom: '2025-12-30',
  validUntil: '2026-12-29',
};

const problemsOf = (over: Partial<CertificateEntry>) => {
  const checked = checkCertificateEntry({ ...good, ...over });
  return checked.ok ? null : checked.problems;
};

describe('checkCertificateEntry', () => {
  it('tidies what it keeps', () => {
    expect(checkCertificateEntry(good)).toEqual({
      ok: true,
      value: { label: '新CA 主锁', holder: null, validFrom: '2025-12-30', validUntil: '2026-12-29' },
    });
  });

  it('takes an unknown first day and a single day', () => {
    expect(problemsOf({ validFrom: '' })).toBeNull();
    expect(problemsOf({ validFrom: '2026-12-29' })).toBeNull();
  });

  it.each([
    [{ label: '  ' }, { label: 'missing' }],
    [{ label: '锁'.repeat(LONGEST.label + 1) }, { label: 'too-long' }],
    [{ label: '口令 123456' }, { label: 'pin' }],
    [{ holder: '320402199001011234' }, { holder: 'id-number' }],
    [{ validUntil: '' }, { validUntil: 'missing' }],
    [{ validUntil: '2026-02-30' }, { validUntil: 'not-a-day' }],
    [{ validUntil: '2026/12/29' }, { validUntil: 'not-a-day' }],
    [{ validUntil: '20266-12-29' }, { validUntil: 'not-a-day' }],
    [{ validUntil: '2206-12-29' }, { validUntil: 'unlikely-year' }],
    [{ validFrom: '1925-12-30' }, { validFrom: 'unlikely-year' }],
    [{ validFrom: '2026-13-01' }, { validFrom: 'not-a-day' }],
    [{ validUntil: '2025-12-29' }, { validUntil: 'ends-before-it-begins' }],
    [
      { label: '', validUntil: '2025-12-29' },
      { label: 'missing', validUntil: 'ends-before-it-begins' },
    ],
  ])('%j', (over, problems) => {
    expect(problemsOf(over)).toEqual(problems);
  });
});

describe('checkSubjectName', () => {
  it('lets the name be empty unless that would look like another', () => {
    expect(checkSubjectName(' ', '预算单位', [])).toEqual({ ok: true, value: '' });
    expect(checkSubjectName('', '预算单位', ['预算单位'])).toEqual({
      ok: false,
      problems: { name: 'taken' },
    });
  });

  it('refuses a name that is taken, too long, or holds a number it must not', () => {
    expect(checkSubjectName('一中', '预算单位', ['一中'])).toMatchObject({ problems: { name: 'taken' } });
    expect(checkSubjectName('中'.repeat(61), '', [])).toMatchObject({ problems: { name: 'too-long' } });
    expect(checkSubjectName('李某320402199001011234', '', [])).toMatchObject({
      problems: { name: 'id-number' },
    });
  });
});
