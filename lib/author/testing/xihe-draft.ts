/** The beginning of a draft of the example `xihe-2026-31`, which uses the rarer parts of the format. */
import { addEntry, createDraft, type Draft } from '@/lib/author/draft';
import type { Entry, SectionName } from '@/lib/author/sections';
import { examplePack } from '@/lib/notice/testing/examples';

export const XIHE = examplePack('xihe-2026-31');

/** Its header filled in, and nothing else. */
export function blankXihe(packId: string = XIHE.id): Draft {
  const begun = createDraft({
    id: 'd',
    now: '2026-08-01T00:00:00.000Z',
    guides: [],
    system: { name: '云海省政府采购系统', hosts: ['zfcg.yunhai.example'] },
  });
  const header = {
    title: '汐河市财政局通知（示例）',
    issuer: '汐河市财政局',
    documentNumber: '汐财采〔2026〕31号',
    region: '汐河市',
    signedOn: '2026-08-14',
    publishedOn: '2026-08-17',
    packId,
  };
  return { ...begun, header: { ...begun.header, ...header } };
}

/** With entries of one part, in their order, each with the fields that are known. */
export const withEntries = <S extends SectionName>(
  draft: Draft,
  section: S,
  ...all: readonly Partial<Entry<S>>[]
): Draft => all.reduce<Draft>((next, known) => addEntry(next, section, known).draft, draft);
