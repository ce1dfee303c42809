import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '@/lib/notice/days';
import { holdingOf, leadingCertificate, orderByNeed } from './need';
import type { TrackedCertificate } from './status';

const TODAY = '2026-11-22';

function certificate(id: string, over: Partial<TrackedCertificate> = {}): TrackedCertificate {
  return {
    id,
    subject: 'unit',
    kind: 'ca',
    generation: 'new',
    label: id,
    holder: null,
    validFrom: null,
    validUntil: '2027-11-22',
    ...over,
  };
}

const ids = (certificates: readonly TrackedCertificate[]) =>
  orderByNeed(certificates, TODAY).map((one) => one.certificate.id);

describe('orderByNeed', () => {
  it('puts what nothing covers first, then what ends first', () => {
    const rows = [
      certificate('far'),
      certificate('soon', { validUntil: '2026-12-29' }),
      certificate('last-day', { validUntil: TODAY }),
      certificate('covered', { validUntil: '2026-01-01', generation: 'old' }),
      certificate('seal-gone', { validUntil: '2026-11-01', kind: 'seal' }),
      certificate('future', { validFrom: '2026-12-01' }),
    ];
    expect(ids(rows)).toEqual(['seal-gone', 'last-day', 'soon', 'covered', 'far', 'future']);
  });

  it('puts a superseded one last', () => {
    const rows = [
      certificate('old', { label: 'x', validUntil: '2026-11-30' }),
      certificate('new', { label: 'x', validUntil: '2027-11-30' }),
    ];
    expect(ids(rows)).toEqual(['new', 'old']);
  });

  it('is the same whatever the order of the rows, and loses none', () => {
    const row = fc.record({
      id: fc.uuid(),
      kind: fc.constantFrom('ca' as const, 'seal' as const),
      generation: fc.constantFrom('old' as const, 'new' as const),
      label: fc.constantFrom('a', 'b'),
      offset: fc.integer({ min: -400, max: 400 }),
      from: fc.option(fc.integer({ min: -800, max: 100 })),
    });
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: (one) => one.id, maxLength: 8 }), (rows) => {
        const all = rows.map(({ id, kind, generation, label, offset, from }) =>
          certificate(id, {
            kind,
            generation,
            label,
            validUntil: addDays(TODAY, offset),
            validFrom: from === null ? null : addDays(TODAY, from),
          }),
        );
        expect(ids([...all].reverse())).toEqual(ids(all));
        expect([...ids(all)].sort()).toEqual(all.map((one) => one.id).sort());
      }),
    );
  });
});

describe('leadingCertificate', () => {
  const lead = (rows: readonly TrackedCertificate[]) =>
    leadingCertificate(orderByNeed(rows, TODAY))?.certificate.id;

  it('is the expired one that nothing covers', () => {
    expect(lead([certificate('gone', { validUntil: '2026-11-21', kind: 'seal' }), certificate('ca')])).toBe(
      'gone',
    );
  });

  it('passes over an expired one that another covers', () => {
    expect(lead([certificate('gone', { validUntil: '2026-11-21' }), certificate('ca')])).toBe('ca');
  });

  it('is the nearest date otherwise, and null with nothing to count to', () => {
    expect(lead([certificate('far'), certificate('near', { validUntil: '2027-03-01', kind: 'seal' })])).toBe(
      'near',
    );
    expect(lead([])).toBeUndefined();
  });
});

describe('holdingOf', () => {
  const holding = (...rows: TrackedCertificate[]) => holdingOf(rows, 'unit', 'new', TODAY);

  it('takes silence for not known, never for none', () => {
    expect(holding()).toBe('unknown');
    expect(holding(certificate('seal', { kind: 'seal' }))).toBe('unknown');
    expect(holding(certificate('old', { generation: 'old' }))).toBe('unknown');
    expect(holding(certificate('other', { subject: 'other' }))).toBe('unknown');
  });

  it('counts the last day as valid', () => {
    expect(holding(certificate('ca', { validUntil: TODAY }))).toBe('valid');
    expect(holding(certificate('ca', { validUntil: '2026-11-21' }))).toBe('expired');
  });

  it('needs CA and seal to agree where both are known', () => {
    const seal = certificate('seal', { kind: 'seal', validUntil: '2026-01-01' });
    expect(holding(certificate('ca'), seal)).toBe('unknown');
    expect(holding(certificate('ca', { validUntil: '2026-01-01' }), seal)).toBe('expired');
    expect(holding(certificate('ca'), certificate('seal', { kind: 'seal' }))).toBe('valid');
  });
});
