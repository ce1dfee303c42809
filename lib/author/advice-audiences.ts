/** What a colleague would say where a notice adds somebody to one that says of its duties and days for nobody in particular. Pure. */
import type { Audience } from '@/lib/notice/explanation';
import type { NoticePack } from '@/lib/notice/model';
import type { Advice } from './advice-model';
import { baseFacts } from './base';
import type { Draft } from './draft';

interface Restricted {
  readonly when?: { readonly audiences?: readonly string[] };
}

/**
 * Whoever is added comes under all that the earlier notice says without naming anybody: its last days, and until when the
 * old key may be used.
 */
export function* onAddedAudiences(draft: Draft, base: NoticePack): Generator<Advice> {
  const { audiences, amendments } = draft.entries;
  const ended = new Set(amendments.filter(({ withdrawn }) => withdrawn).map(({ fact }) => fact));
  const open = baseFacts(base, ['obligations', 'permissions']).filter(({ value, fact }) => {
    const named = (fact as Restricted).when?.audiences ?? [];
    return named.length === 0 && fact.optional !== true && !ended.has(value);
  });
  const [first] = open;
  if (!first) return;
  const known: ReadonlySet<Audience> = new Set(base.audiences.map(({ id }) => id));
  for (const { id, audience } of audiences) {
    if (known.has(audience as Audience)) continue;
    yield {
      code: 'audienceUnderAll',
      params: { number: base.documentNumber, count: open.length, name: first.name },
      entry: { section: 'audiences', id },
    };
  }
}

/**
 * 采购单位 means those that supervise others too. A notice that never tells them apart says of them, as taken down, nothing:
 * they read 通知未写要不要办理.
 */
export function* onUnnamedAudiences(draft: Draft): Generator<Advice> {
  const { audiences } = draft.entries;
  const units = audiences.find(({ audience }) => audience === 'budget-unit');
  const isNamed = audiences.some(({ audience }) => audience === 'supervising-budget-unit');
  if (!units || units.duty === 'nothing' || isNamed || /主管(?:预算)?(?:单位|部门)/.test(draft.noticeText))
    return;
  yield { code: 'supervisingUnnamed', params: {}, entry: { section: 'audiences', id: units.id } };
}
