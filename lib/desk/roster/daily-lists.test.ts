/** Daily lists by the whole way they go: read, told of which certificate they are, matched to a roster as updates. */
import { expect, it } from 'vitest';
import { DAILY_LISTS } from './testing/daily-lists';
import { doneBy } from './testing/update-roster';

const TODAY = '2026-11-28';

it.each(DAILY_LISTS.map((list) => [list.title, list] as const))('%s', async (_, { lines, said, told }) => {
  expect(await doneBy(lines, TODAY)).toMatchObject({ said, told });
});

it('a second list below is of the certificate that its title names; another page of the same list is of the first’s', async () => {
  const lower = (title: string) => [
    '一、CA证书办理情况,,,',
    '单位编码,单位名称,已报,已领',
    '101001,示例市第一中学,√,√',
    `${title},,,`,
    '单位编码,单位名称,已报,已领',
    '101002,示例市第二中学,√,√',
  ];
  const first = '101001 ca collected 2026-11-28';
  expect((await doneBy(lower('二、电子签章办理情况'), TODAY)).said).toEqual([
    first,
    '101002 seal collected 2026-11-28',
  ]);
  expect((await doneBy(lower('第2页'), TODAY)).said).toEqual([first, '101002 ca collected 2026-11-28']);
});

it('lines that name units and nothing of the way are no message of states', async () => {
  const { said, told } = await doneBy(['示例市审核中心', '示例市制证中心', '示例市第一中学 已领'], TODAY);
  expect(said).toEqual([]);
  expect(told).toHaveLength(3);
});
