/** The sample notice gone through in the form. */

import templates from '@/knowledge/guide-templates.json';
import { splitClauses } from '@/lib/author/clauses';
import { addEntry, createDraft, type Draft } from '@/lib/author/draft';
import type { GuideTemplate } from '@/lib/author/guide-templates';
import { prefill } from '@/lib/author/prefill';
import type { Entry, SectionName } from '@/lib/author/sections';
import type { WritingParts } from '@/lib/author/to-pack';
import type { NoticePack } from '@/lib/notice/model';
import builtin from '@/notices/changzhou-2023-12.json';
import { SAMPLE_NOTICE } from './sample-notice';

export const PARTS: WritingParts = {
  audiences: (builtin as unknown as NoticePack).audiences,
  templates: templates as unknown as readonly GuideTemplate[],
};

/** A city's budget unit with both CAs in date, as plans ask. */
export const BUDGET_UNIT = {
  id: 's',
  audience: 'budget-unit',
  level: 'city',
  oldCa: 'valid',
  newCa: 'valid',
} as const;

export const SAMPLE_CLAUSES = splitClauses(SAMPLE_NOTICE);

/** A draft as the form would have it after somebody has gone through the sample notice. */
export function sampleDraft(): Draft {
  let draft = createDraft({
    id: 'draft',
    now: '2026-02-28T01:00:00.000Z',
    guides: PARTS.templates.map(({ id }) => id),
    system: { name: '示例采购系统', hosts: ['caigou.example.cn'] },
  });
  draft = {
    ...draft,
    noticeText: SAMPLE_NOTICE,
    header: {
      ...draft.header,
      title: '示例市财政局关于更换CA数字证书和电子签章的通知（示例）',
      issuer: '示例市财政局',
      documentNumber: '示财购〔2026〕3号',
      region: '示例市',
      signedOn: '2026-02-27',
      publishedOn: '2026-02-28',
      packId: 'sample-2026-3',
    },
  };
  const take = <S extends SectionName>(section: S, cite: string, ...known: readonly Partial<Entry<S>>[]) => {
    const clause = SAMPLE_CLAUSES.find((each) => each.cite === cite);
    if (!clause) throw new Error(`no clause ${cite}`);
    prefill(section, clause, 2026, PARTS.audiences).forEach((entry, index) => {
      draft = addEntry(draft, section, { ...(entry as Partial<Entry<S>>), ...known[index] }).draft;
    });
  };
  take('audiences', '一（一）');
  take('keys', '一（一）', { keep: 'no', keepWhy: '原CA不再保留。' }, { phrases: '乙CA、乙认证' });
  take('uses', '一（二）3', { system: 'systems-1', keys: ['keys-2'], from: '2026-04-13' });
  take('phases', '一（二）1', { name: '申请阶段', apply: 'allows' });
  // The clause names its last day twice; the second is the duty's.
  draft = { ...draft, entries: { ...draft.entries, phases: draft.entries.phases.slice(0, 1) } };
  take('phases', '一（二）2', { name: '过渡阶段', unbindOld: 'allows', bind: 'allows' });
  take('phases', '一（二）3', { name: '启用新CA', useNew: 'allows', useOld: 'forbids', bind: 'allows' });
  take('materials', '一（二）1');
  take('places', '三');
  take('contacts', '四', { about: 'CA更换' }, { about: '政策问题', areaCode: '0519' });
  take('duties', '一（二）1', {
    materials: ['materials-1'],
    place: 'places-1',
    contact: 'contacts-2',
    where: '市财政局',
    ask: '申请表交了吗？',
  });
  take('tariffs', '二');
  take('charges', '二', { business: 'replace', tariff: 'tariffs-1', payer: 'finance' });
  return draft;
}
