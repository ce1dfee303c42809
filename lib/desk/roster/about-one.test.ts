/** Lists of one certificate's states, whose column says only 「状态」. */
import { expect, it } from 'vitest';
import { ofOneCertificate } from './about-one';
import { findHeading } from './mapping';
import { readText } from './read-text';

function columns(lines: readonly string[], { sheet = '', file = '' } = {}) {
  const table = readText(lines.join('\n'));
  return ofOneCertificate(findHeading(table), { ...table, name: sheet }, file).mapping;
}
const PLAIN = ['单位名称,状态,日期', '甲校,已领,2026-09-12'];

it.each<readonly [string, readonly string[], { sheet?: string; file?: string }, readonly (string | null)[]]>([
  ['title', ['方正签章办理日报（2026-09-12）', ...PLAIN], {}, ['name', 'sealState', 'sealDate']],
  ['title of the CA', ['CA数字证书发放表', ...PLAIN], {}, ['name', 'caState', 'caDate']],
  ['sheet', PLAIN, { sheet: '电子签章' }, ['name', 'sealState', 'sealDate']],
  ['file', PLAIN, { sheet: 'Sheet1', file: '签章日报0912.xlsx' }, ['name', 'sealState', 'sealDate']],
  [
    'title before the file',
    ['电子签章日报', ...PLAIN],
    { file: 'CA换绑.xlsx' },
    ['name', 'sealState', 'sealDate'],
  ],
  ['title of both', ['CA数字证书和电子签章情况', ...PLAIN], { file: '签章.xlsx' }, ['name', 'state', 'date']],
  ['nothing', PLAIN, { sheet: 'Sheet1', file: '日报.xlsx' }, ['name', 'state', 'date']],
])('%s', (_, lines, names, mapping) => expect(columns(lines, names)).toEqual(mapping));

it('a heading of the other certificate, or a column that says the product, leaves it to the person', () => {
  const other = ['签章日报', '单位名称,状态,CA数量', '甲校,已领,2'];
  expect(columns(other)).toEqual(['name', 'state', 'keysWanted']);
  const product = ['签章日报', '单位名称,产品,状态', '甲校,CA,已领'];
  expect(columns(product)).toEqual(['name', 'product', 'state']);
  // Whom to call for the CA is whom to call.
  const contact = ['签章日报', '单位名称,CA经办人,状态', '甲校,张三,已领'];
  expect(columns(contact)).toEqual(['name', 'contact', 'sealState']);
});
