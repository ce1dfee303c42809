import { changeNotice } from '@/lib/author/base';
import { addEntry, createDraft, type Draft } from '@/lib/author/draft';
import type { Entry } from '@/lib/author/sections';
import type { NoticePack } from '@/lib/notice/model';

/**
 * A supplement that moves the end of 集中发放, as the form has it.
 *
 * @param base the example linjiang-2026-5, which a test in a browser's surroundings reads otherwise than one without
 */
export function linjiangSupplement(base: NoticePack, change: Partial<Entry<'amendments'>>): Draft {
  const begun = createDraft({
    id: 'd',
    now: '2026-06-22T00:00:00.000Z',
    guides: [],
    system: { name: '云海省政府采购系统', hosts: ['zfcg.yunhai.example'] },
  });
  const header = {
    title: '临江市财政局补充通知（示例）',
    issuer: '临江市财政局',
    documentNumber: '临财购〔2026〕8号',
    signedOn: '2026-06-22',
    publishedOn: '2026-06-23',
    packId: 'linjiang-2026-8',
  };
  const draft = changeNotice({ ...begun, header: { ...begun.header, ...header } }, base, '');
  return addEntry(draft, 'amendments', { fact: 'phases/issue', cite: '一', ...change }).draft;
}
