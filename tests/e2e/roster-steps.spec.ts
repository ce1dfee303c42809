/** A list with a column for each step, through the released page: shown as read, judged, imported, and followed by updates. */
import { expectNoViolation } from './harness/accessible';
import { expect, test } from './harness/fixtures';
import { sentences } from './harness/own-pages';
import { RosterPage } from './harness/roster';

const t = sentences('zh');

const LIST = [
  '示例区换发进度表,,,,,,,',
  '序号,单位编码及名称,CA,,,签章,,经办人（电话）',
  ',,已报,已领,已绑定,已报,已领,',
  '1,101001 示例市第一中学,√,√,2026-11-05,√,,王芳 0519-85681001',
  '2,101002 示例市第二中学,√,老李去了,,√,,李强 0519-85681002',
  '3,101003 示例市人民医院,√,×,√,,,',
].join('\n');

test('a column for each step: the furthest step that is done, the rest is told; updates show the days they bring', async ({
  browserWithExtension,
}) => {
  const roster = await RosterPage.open(browserWithExtension);
  const { page } = roster;
  await roster.startImport('import');
  await roster.choose({ name: '进度.csv', bytes: LIST });
  const columns = roster.dialog().locator('.mapping-list select');
  await expect(columns).toHaveCount(8);
  expect(await columns.evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value))).toEqual([
    '',
    'nameAndCode',
    'ca-filed',
    'ca-collected',
    'ca-bound',
    'seal-filed',
    'seal-collected',
    'contactAndPhone',
  ]);
  await expectNoViolation(page, 'columns of steps');
  await roster.check();
  expect(await roster.problems()).toEqual(['5 not-a-step', '6 steps-differ']);
  await roster.finish();
  await expect(roster.rows()).toHaveCount(3);

  await roster.startImport('update');
  await roster.choose({
    name: '领取.csv',
    bytes: '单位编码,CA领取时间\n101001,2026-11-03\n101002,2026-11-04',
  });
  await roster.check();
  const changes = roster.dialog().locator('[data-changed]');
  await expect(changes).toHaveCount(2);
  await expect(changes.first()).toContainText(t('roster.state.collected'));
  await expect(changes.first()).toContainText('11月3日');
  // Bound before, and not taken back by a list of what was collected.
  expect(await roster.dialog().getByText(t('roster.import.backwardsMark')).count()).toBe(0);
  await roster.finish('roster.import.goUpdates');
});
