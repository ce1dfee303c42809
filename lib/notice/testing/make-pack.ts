import type { NoticePack } from '@/lib/notice/model';

const text = (zh: string) => ({ zh });

/** The smallest pack that is one: no phases, no rules. Tests put in what they speak of. */
export function makePack(parts: Partial<NoticePack> = {}): NoticePack {
  return {
    format: 'rebind.notice/1',
    requires: [],
    id: 'somewhere-2030-1',
    version: '1.0.0',
    title: text('某市通知'),
    issuer: text('某市财政局'),
    documentNumber: '某财购〔2030〕1号',
    restsOn: [],
    signedOn: '2026-03-01',
    publishedOn: '2026-03-02',
    region: text('某市'),
    timeZone: 'Asia/Shanghai',
    validity: {},
    supplements: [],
    replaces: [],
    mainSystem: 'system',
    systems: [
      {
        id: 'system',
        name: text('系统'),
        aliases: [],
        hosts: ['system.example.cn'],
        accepts: [],
        cite: '一',
      },
    ],
    certificates: [
      {
        id: 'old-ca',
        kind: 'ca',
        generation: 'old',
        name: text('原CA'),
        issuerPhrases: ['某CA'],
        cite: '一',
      },
    ],
    keyCounts: [],
    audiences: [
      {
        id: 'budget-unit',
        name: text('预算单位'),
        aliases: [],
        levels: ['city', 'district'],
        named: true,
        duty: 'must',
        cite: '一',
      },
      {
        id: 'supplier',
        name: text('供应商'),
        aliases: [],
        levels: ['city', 'district'],
        named: true,
        duty: 'must',
        cite: '一',
      },
    ],
    activities: [],
    batches: [],
    phases: [],
    permissions: [],
    obligations: [],
    fees: { tariffs: [], charges: [] },
    contacts: [],
    places: [],
    materials: [],
    attachments: [],
    warnings: [],
    troubles: [],
    guides: [],
    statements: [],
    silences: [],
    ...parts,
  };
}
