import { describe, expect, it } from 'vitest';
import { type CertificateDetails, NO_DETAILS } from './details';
import { caseOf } from './subject-case';

const TODAY = '2026-11-22';
const SUBJECT = { id: 's', audience: 'budget-unit', level: 'city' } as const;

const read = (serial: string, key = 'a'): Pick<CertificateDetails, 'reading' | 'history'> => ({
  reading: { issuer: '示例CA', subject: 'a', parts: [{ role: 'both', serial, key }] },
  history: [{ at: `2026-11-0${serial}T02:00:00Z`, kind: 'added', by: 'file', validUntil: '2027-11-01' }],
});

const ca = (id: string, validUntil: string, details: Partial<CertificateDetails> | null, more = {}) => ({
  id,
  subject: 's',
  kind: 'ca' as const,
  generation: 'new' as const,
  label: '新CA',
  holder: null,
  validFrom: null,
  validUntil,
  createdAt: `2026-11-0${id}T02:00:00Z`,
  details: details && { ...NO_DETAILS, ...details },
  ...more,
});

describe('the case of a subject', () => {
  const of = (...certificates: ReturnType<typeof ca>[]) => caseOf(SUBJECT, certificates, 'sucaiyun', TODAY);

  it('has what a file of the new CA says, with the day it was read; nothing of one typed by hand', () => {
    expect(of(ca('1', '2027-11-01', null)).newCaFile).toBeNull();
    expect(of(ca('1', '2027-11-01', read('1'))).newCaFile).toEqual({
      state: 'valid',
      validUntil: '2027-11-01',
      at: '2026-11-01T02:00:00Z',
    });
    expect(of(ca('1', '2026-11-21', read('1'))).newCaFile).toMatchObject({ state: 'expired' });
    const later = ca('1', '2027-11-01', read('1'), { validFrom: '2026-12-01' });
    expect(of(later).newCaFile).toMatchObject({ state: 'not-yet-valid' });
  });

  it('has been renewed where another serial or key is on file that nobody said is bound', () => {
    const before = ca('1', '2026-12-01', read('1'));
    expect(of(before).renewedAt).toBeNull();
    expect(of(before, ca('2', '2027-12-01', read('2'))).renewedAt).toBe('2026-11-02T02:00:00Z');
    expect(of(before, ca('2', '2027-12-01', read('1'))).renewedAt).toBeNull();
    const bound = { bindings: [{ system: 'sucaiyun', state: 'bound' as const, since: null }] };
    const after = of(before, ca('2', '2027-12-01', { ...read('2'), ...bound }));
    expect(after).toMatchObject({ renewedAt: null, notedBound: true });
  });

  it('has nothing of another subject’s certificates', () => {
    const others = ca('1', '2027-11-01', read('1'), { subject: 'other' });
    expect(of(others)).toMatchObject({ newCa: 'unknown', newCaFile: null, notedBound: false });
  });
});
