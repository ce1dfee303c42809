import type { Journey, NewFact } from '@/lib/guide/model';
import type { CertificateRow, SubjectRow } from '@/lib/store/model';

export function subject(id: string, more: Partial<SubjectRow> = {}): SubjectRow {
  return {
    id,
    name: `常州市某单位${id}`,
    audience: 'budget-unit',
    level: 'city',
    createdAt: '2023-09-01T01:02:03.000Z',
    ...more,
  };
}

export function certificate(id: string, owner: string, more: Partial<CertificateRow> = {}): CertificateRow {
  return {
    id,
    subject: owner,
    kind: 'ca',
    generation: 'new',
    label: '白色新CA锁',
    holder: null,
    validFrom: null,
    validUntil: '2026-12-29',
    details: null,
    createdAt: '2023-09-01T01:02:03.000Z',
    ...more,
  };
}

export function journey(id: string, owner: string, more: Partial<Journey> = {}): Journey {
  return {
    id,
    subject: owner,
    system: 'jszfcg',
    guide: 'rebind',
    pack: 'changzhou-2023-12',
    packVersion: '1.0.0',
    startedAt: '2023-09-20T02:00:00.000Z',
    ...more,
  };
}

export function fact(id: string, of: string, more: Partial<NewFact> = {}): NewFact {
  return {
    id,
    journey: of,
    assertion: 'seen',
    body: { kind: 'page', state: 'ca-list' },
    at: '2023-09-20T02:32:00.000Z',
    tab: 7,
    frame: 0,
    document: 'd-1',
    ...more,
  };
}
