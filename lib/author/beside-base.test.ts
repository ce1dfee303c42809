/** What shows only beside the notice that is changed: told where the clerk wrote it, and nothing that nobody could mend. */
import { describe, expect, it } from 'vitest';
import { examplePack } from '@/lib/notice/testing/examples';
import { adviseOn } from './advice';
import { addEntry, type Draft } from './draft';
import { reviewDraft } from './review';
import { type Entry, fieldsOf, type SectionName } from './sections';
import { linjiangSupplement } from './testing/linjiang-supplement';
import { PARTS } from './testing/sample-draft';

const LINJIANG = examplePack('linjiang-2026-5');

const add = <S extends SectionName>(draft: Draft, section: S, known: Partial<Entry<S>>) =>
  addEntry(draft, section, known).draft;

const supplement = () =>
  linjiangSupplement(LINJIANG, { text: '集中发放延长到6月30日。', until: '2026-06-30' });

const found = (draft: Draft) =>
  reviewDraft(draft, [], PARTS, LINJIANG).problems.map(({ problem, entry }) => [problem.code, entry?.id]);

describe('beside the notice it changes', () => {
  it('a window for renewal in months is no mistake, though the earlier notice has none', () => {
    const draft = add(supplement(), 'renewals', {
      keys: LINJIANG.certificates.map(({ id }) => `base/${id}`),
      opens: '3',
      opensUnit: 'months',
      cite: '六',
    });
    const { problems, together } = reviewDraft(draft, [], PARTS, LINJIANG);
    expect(problems).toEqual([]);
    expect(together?.requires).toEqual(expect.arrayContaining(['month-leads', ...LINJIANG.requires]));
  });

  it('a phase over one of the earlier notice is told at the phase, not at a change of another', () => {
    const draft = add(supplement(), 'phases', {
      name: '评审专家解绑期',
      from: '2026-07-20',
      until: '2026-08-14',
      text: '可以自行解绑。',
      audiences: ['supplier'],
      cite: '四（一）',
    });
    expect(found(draft)).toEqual([['overlap', 'phases-1']]);
  });

  it('a duty of somebody the notices do not name is told at the duty', () => {
    const changed = add(supplement(), 'amendments', {
      fact: 'obligations/collect',
      text: '领取延长。',
      due: '2026-07-14',
      dueInclusive: 'yes',
      cite: '一',
    });
    const draft = add(changed, 'duties', {
      text: '补领。',
      where: '窗口',
      audiences: ['central-purchasing-body'],
      cite: '二',
    });
    expect(found(draft)).toEqual([['unknownReference', 'duties-1']]);
  });

  it('another place or a remark is offered for one’s own duties only: for the other notice’s it would be lost', () => {
    expect(fieldsOf('wheres').duty).toMatchObject({ ownOnly: true });
    expect(fieldsOf('notes').duty).toMatchObject({ ownOnly: true });
    expect(fieldsOf('makeUps').duties).not.toHaveProperty('ownOnly');
  });

  const advice = (draft: Draft) =>
    adviseOn(draft, [], LINJIANG).map(({ code, entry }) => `${code} ${entry?.id ?? ''}`);

  it('somebody added comes under all that names nobody, until that is withdrawn', () => {
    const expert = add(supplement(), 'audiences', {
      audience: 'review-expert',
      duty: 'must',
      cite: '四（一）',
    });
    expect(advice(expert)).toContain('audienceUnderAll audiences-1');
    const again = add(supplement(), 'audiences', { audience: 'supplier', duty: 'must', cite: '四（一）' });
    expect(advice(again).join()).not.toContain('audienceUnderAll');
    const facts = [
      ...['collect', 'bind-main', 'authorise-sub'].map((id) => `obligations/${id}`),
      ...LINJIANG.permissions.map(({ id }) => `permissions/${id}`),
    ];
    const withdrawn = facts.reduce(
      (draft, fact) => add(draft, 'amendments', { fact, withdrawn: true, text: '另写。', cite: '四' }),
      expert,
    );
    expect(advice(withdrawn).join()).not.toContain('audienceUnderAll');
  });

  it('a corrected price that no charge names leaves the old one standing, and that is said', () => {
    const price = add(supplement(), 'tariffs', { name: '主锁', ca: '80', seal: '0', cite: '五' });
    expect(advice(price)).toContain('priceBeside tariffs-1');
    const paid = add(price, 'charges', { business: 'issue', tariff: 'tariffs-1', payer: 'self', cite: '五' });
    expect(advice(paid).join()).not.toContain('priceBeside');
  });

  it('words that still say 6月1日至30日 are pointed at, though they leave the month out', () => {
    const moved = add(supplement(), 'amendments', {
      fact: 'phases/issue',
      text: '延长。',
      until: '2026-07-14',
      cite: '一',
    });
    expect(advice(moved)).toContain('wordsStay amendments-2');
    const said = add(supplement(), 'amendments', {
      fact: 'phases/issue',
      text: '延长。',
      until: '2026-07-14',
      words: '6月1日至7月14日集中发放。',
      cite: '一',
    });
    expect(advice(said).join()).not.toContain('wordsStay');
  });
});
