import { expect, it } from 'vitest';
import type { RelativeDay } from '@/lib/notice/explanation';
import { writeRelativeDay } from './due-words';

const after = (
  lead: RelativeDay['lead'],
  anchor: RelativeDay['anchor'] = { kind: 'receipt', of: 'new-ca' },
) => writeRelativeDay({ anchor, side: 'after', lead, name: { zh: '单位变更登记' } })?.zh;

it.each([
  [{ count: 10, unit: 'days' }, '自收到新CA之日起10日内', '自单位变更登记之日起10日内'],
  [{ count: 3, unit: 'working-days' }, '自收到新CA之日起3个工作日内', '自单位变更登记之日起3个工作日内'],
  [{ count: 2, unit: 'months' }, '自收到新CA之日起2个月内', '自单位变更登记之日起2个月内'],
] as const)('%o is counted in the notice’s own unit', (lead, received, happened) => {
  expect(after(lead)).toBe(received);
  expect(after(lead, { kind: 'event', event: 'renamed' })).toBe(happened);
});
