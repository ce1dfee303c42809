import { describe, expect, it } from 'vitest';
import { noticeNumber } from './notice-number';
import { reviewDraft } from './review';
import { packSoFar } from './so-far';
import { PARTS, SAMPLE_CLAUSES, sampleDraft } from './testing/sample-draft';

const draft = sampleDraft();
const without = (rest: Partial<typeof draft.header> = {}) => ({
  ...draft,
  header: { ...draft.header, documentNumber: ' ', ...rest },
});

describe('a notice without a document number', () => {
  it('is a notice all the same, and is called by who issued it and when', () => {
    const { issuer } = draft.header;
    const { pack, problems } = reviewDraft(without({ signedOn: '2026-02-05' }), SAMPLE_CLAUSES, PARTS);
    expect(problems).toEqual([]);
    expect(pack?.documentNumber).toBe(`${issuer}2026年2月5日通知`);
  });

  it('is asked for its issuer and day, not for a number', () => {
    const { pack, problems } = reviewDraft(without({ issuer: '', signedOn: '' }), SAMPLE_CLAUSES, PARTS);
    expect(pack).toBeNull();
    const paths = problems.map(({ problem }) => problem.path);
    expect(paths.join()).toMatch(/issuer/);
    expect(paths.join()).not.toMatch(/documentNumber/);
    expect(packSoFar(without({ issuer: '' }), PARTS, null, '2026-03-05')).not.toBeNull();
  });

  it('keeps a number that is there, without the blanks around it', () => {
    expect(noticeNumber({ ...draft.header, documentNumber: ' 示财购〔2026〕3号 ' })).toBe(
      '示财购〔2026〕3号',
    );
    expect(noticeNumber({ documentNumber: '', issuer: '示例中心', signedOn: '3月5日' })).toBe('示例中心通知');
  });
});
