/** Lists as they really come. */
import { zipSync } from 'fflate';
import writeWorkbook from 'write-excel-file/node';

const bytes = (text: string) => new TextEncoder().encode(text);

/** A workbook whose one sheet is this XML: what no library writes, and people's programs do. */
export function workbookOf(sheet: string): Uint8Array {
  const xml = (text: string) => bytes(`<?xml version="1.0" encoding="UTF-8"?>${text}`);
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packages = 'http://schemas.openxmlformats.org/package/2006';
  return zipSync({
    '[Content_Types].xml': xml(`<Types xmlns="${packages}/content-types"/>`),
    'xl/workbook.xml': xml(
      `<workbook xmlns="${main}" xmlns:r="${rel}"><sheets><sheet name="名册" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': xml(
      `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': xml(`<worksheet xmlns="${main}">${sheet}</worksheet>`),
  });
}

export const textCell = (at: string, value: string) =>
  `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;

/** A heading of two merged rows, blank lines, full-width digits, formulas with and without results, an error value. */
export function uglyWorkbook(): Uint8Array {
  return workbookOf(
    `<dimension ref="A1"/><sheetData>
      <row r="1">${textCell('A1', '常州市CA换发名册')}</row>
      <row r="2">${textCell('A2', '主管部门')}${textCell('B2', '单位名称')}${textCell('C2', '编码')}${textCell('D2', 'CA')}${textCell('F2', '联系电话')}</row>
      <row r="3">${textCell('D3', '状态')}${textCell('E3', '日期')}</row>
      <row r="5">${textCell('A5', '市教育局')}${textCell('B5', '第１中学（本部）')}${textCell('C5', '１０１００１')}${textCell('D5', '已领')}${textCell('E5', '2023年9月12日')}${textCell('F5', '０５１９－８８８８８８８８')}</row>
      <row r="6"><c r="B6" t="str"><f>"第2"&amp;"中学"</f><v>第2中学</v></c><c r="C6"><v>101002</v></c><c r="D6"><f>VLOOKUP(B6,X:Y,2)</f></c></row>
      <row r="8">${textCell('B8', '第3中学')}<c r="C8" t="e"><v>#N/A</v></c>${textCell('D8', '=1+1')}</row>
      <row r="9"><c r="B9"><f>B8</f></c></row>
      <row r="10">${textCell('B10', '合计')}<c r="C10"><v>3</v></c></row>
    </sheetData><mergeCells count="5"><mergeCell ref="A1:F1"/><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/><mergeCell ref="D2:E2"/><mergeCell ref="A5:A9"/></mergeCells>`,
  );
}

/** Unpacks to more than is allowed, from a few hundred kilobytes. */
export function zipBomb(): Uint8Array {
  return zipSync({
    'xl/workbook.xml': bytes('<a/>'),
    'xl/worksheets/sheet1.xml': new Uint8Array(260_000_000),
  });
}

/** 单位名称,编码 / 市一中,001 in GBK, by the table of GB 2312. */
export function gbkList(): Uint8Array {
  const head = [0xb5, 0xa5, 0xce, 0xbb, 0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xb1, 0xe0, 0xc2, 0xeb, 0x0d, 0x0a];
  const row = [0xca, 0xd0, 0xd2, 0xbb, 0xd6, 0xd0, 0x2c, 0x30, 0x30, 0x31, 0x0d, 0x0a];
  return Uint8Array.from([...head, ...row]);
}

/** So large that libraries would unpack it in a worker. */
export async function longWorkbook(count: number): Promise<Uint8Array> {
  const rows = [['单位名称', '单位编码', '主管部门', 'CA状态', '签章状态']];
  for (let at = 0; at < count; at += 1) {
    rows.push([`第${at}单位`, String(100000 + at), `第${at % 40}局`, '已领', '待领']);
  }
  return new Uint8Array(await writeWorkbook(rows).toBuffer());
}

/** A roster with every state, for pictures and walks. */
export function shownList(): string {
  const states = [
    '未报',
    '已报（纸质、扫描件）',
    '退回补正',
    '已转服务商',
    '待领',
    '已领',
    '已解绑',
    '已绑定',
    '已试登录',
  ];
  const kinds = ['中学', '人民医院', '公路管理站', '住房保障中心'];
  const bureaus = ['市教育局', '市卫生健康委员会', '市交通运输局', '市住房和城乡建设局'];
  const lines = ['单位名称,单位编码,主管预算单位,联系人,联系电话,申领数量,CA状态,签章状态,CA日期,签章日期'];
  for (let at = 0; at < 240; at += 1) {
    const day = `2026-11-${String(1 + (at % 25)).padStart(2, '0')}`;
    lines.push(
      `常州市第${at + 1}${kinds[at % 4]},${101001 + at},${bureaus[at % 4]},王老师,0519-8${String(5680000 + at)},${(at % 3) + 1},${states[(at * 7 + 3) % 9]},${states[(at * 7 + 2) % 9]},${day},${day}`,
    );
  }
  return lines.join('\n');
}
