/** Unbinding that needs an application, told in another clause than the phase it is allowed in. */
import { expect, test } from 'vitest';
import { planAway } from '@/lib/guide/plan';
import { type Clause, splitClauses } from './clauses';
import type { Draft } from './draft';
import { linkEntries } from './reading/links';
import { reviewDraft } from './review';
import { readNotice } from './testing/read-notice';
import { BUDGET_UNIT, PARTS } from './testing/sample-draft';

const TEXT = `示例县财政局关于换绑CA的通知（示例）

示财购〔2026〕18号

一、全县采购单位应当更换CA。

二、过渡阶段：2026年12月14日至2027年1月15日，系统同时支持原CA和新CA，各单位在此期间完成原CA解绑和新CA绑定。

三、原CA不能自行解绑。由单位填写《原CA解绑申请表》并加盖公章，报县财政局政府采购监督管理科，县财政局收到申请后2个工作日内办结。

示例县财政局

2026年11月24日`;

const review = (draft: Draft, clauses: readonly Clause[] = splitClauses(TEXT)) =>
  reviewDraft({ ...draft, header: { ...draft.header, publishedOn: '2026-11-25' } }, clauses, PARTS);
const remarks = (draft: Draft) =>
  review(draft)
    .advice.filter(({ code }) => code === 'unbindsAlone')
    .map(({ entry, params }) => [entry?.section, params.name]);

/** What the author does about it: the phase itself is marked. */
const marked = (draft: Draft): Draft => ({
  ...draft,
  entries: {
    ...draft.entries,
    phases: draft.entries.phases.map((phase) => ({ ...phase, byApplication: true })),
  },
});

test('a phase that lets people unbind alone is remarked where another entry asks for an application', () => {
  const draft = readNotice(TEXT);
  expect(remarks(draft)).toEqual([['phases', '过渡阶段']]);
  expect(remarks(marked(draft))).toEqual([]);
});

test('of other people and of other days nothing is remarked', () => {
  const draft = readNotice(TEXT);
  const rulesWith = (change: object, phaseOf: readonly string[] = []) => ({
    ...draft,
    entries: {
      ...draft.entries,
      rules: draft.entries.rules.map((rule) => ({ ...rule, ...change })),
      phases: draft.entries.phases.map((phase) => ({ ...phase, audiences: [...phaseOf] })),
    },
  });
  expect(remarks(rulesWith({ audiences: ['supplier'] }, ['budget-unit']))).toEqual([]);
  expect(remarks(rulesWith({ from: '2027-01-16' }))).toEqual([]);
  expect(remarks(rulesWith({ until: '2026-12-13' }))).toEqual([]);
  expect(remarks(rulesWith({ verdict: 'forbids' }))).toEqual([]);
});

test('unmarked it would lead people to unbind alone; marked, to apply', () => {
  const guideOf = (draft: Draft) => {
    const { pack } = review(draft);
    return pack && planAway(pack, BUDGET_UNIT, [], '2026-12-16')?.guide;
  };
  const draft = readNotice(TEXT);
  expect(guideOf(draft)).toBe('rebind');
  expect(guideOf(marked(draft))).toBe('rebind-by-application');
});

test('an application asked for in a phase by its name is that phase’s own, and no rule of every day', () => {
  const draft = readNotice(TEXT.replace('由单位填写', '过渡阶段内，由单位填写'));
  expect(draft.entries.rules).toEqual([]);
  expect(draft.entries.phases).toMatchObject([
    { unbindOld: 'allows', byApplication: true, waitDays: '2', waitUnit: 'working-days', cite: '二；三' },
  ]);
  expect(draft.entries.phases[0]?.applicationMaterials).toEqual(draft.entries.materials.map(({ id }) => id));
  expect(remarks(draft)).toEqual([]);
  const { pack } = review(draft);
  expect(pack && planAway(pack, BUDGET_UNIT, [], '2026-12-16')?.guide).toBe('rebind-by-application');
});

test('a phase may be called anything', () => {
  const draft = readNotice(TEXT);
  const phases = draft.entries.phases.map((phase) => ({ ...phase, name: '过渡(一' }));
  const linked = linkEntries({ ...draft, entries: { ...draft.entries, phases } }, splitClauses(TEXT), []);
  expect(linked.entries.phases.map(({ name }) => name)).toEqual(['过渡(一']);
});

test('an application asked of some people only stays their own: the phase is everybody’s', () => {
  const draft = readNotice(TEXT);
  const applied = (audiences: readonly string[]) => {
    const rules = draft.entries.rules.map((rule) => ({
      ...rule,
      audiences: [...audiences],
      text: '过渡阶段内申请',
    }));
    return linkEntries({ ...draft, entries: { ...draft.entries, rules } }, splitClauses(TEXT), []).entries;
  };
  expect(applied([])).toMatchObject({ rules: [], phases: [{ byApplication: true }] });
  expect(applied(['supplier'])).toMatchObject({
    rules: [{ byApplication: true }],
    phases: [{ byApplication: false }],
  });
});
