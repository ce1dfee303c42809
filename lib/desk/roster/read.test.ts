import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { fileKindOf } from './file-kind';
import { findHeading } from './mapping';
import { neutralCell } from './neutral-cell';
import { decodeText, readText } from './read-text';
import { readUnits } from './read-units';
import { readWorkbook } from './read-workbook';
import { type RawTable, READ_LIMITS, ReadFailure } from './table';
import { textCell as text, workbookOf } from './testing/sheet';

const UTF8 = new TextEncoder();

/** GBK of a few characters, by the table of GB 2312: there is no encoder in the platform. */
const GBK: Readonly<Record<string, readonly number[]>> = {
  单: [0xb5, 0xa5],
  位: [0xce, 0xbb],
  名: [0xc3, 0xfb],
  称: [0xb3, 0xc6],
  一: [0xd2, 0xbb],
  中: [0xd6, 0xd0],
};
const gbk = (text: string) => Uint8Array.from([...text].flatMap((sign) => GBK[sign] ?? [sign.charCodeAt(0)]));

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? '\ufeff' : ''), ...text].map((sign) => sign.charCodeAt(0));
  return Uint8Array.from(
    units.flatMap((unit) => (littleEndian ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
  );
}

function read(table: RawTable, carry = false) {
  const { dataFrom, mapping } = findHeading(table);
  return readUnits(table, { dataFrom, mapping, carrySupervisingUnit: carry });
}
const readList = (text: string) => read(readText(text));

describe('encodings', () => {
  const text = '单位名称,编码\n一中,01';
  it.each([
    ['utf-8', UTF8.encode(text)],
    ['utf-8 with a mark', UTF8.encode(`\ufeff${text}`)],
    ['gbk', gbk(text.replace('编码', 'code'))],
    ['utf-16le with a mark', utf16(text, true, true)],
    ['utf-16be with a mark', utf16(text, false, true)],
    ['utf-16le without a mark', utf16(text, true, false)],
    ['utf-16be without a mark', utf16(text, false, false)],
  ])('%s', (_, bytes) => {
    const { units } = readList(decodeText(bytes).text);
    expect(units).toMatchObject([{ name: '一中', code: '01', line: 2 }]);
  });

  it('rare signs of GB 18030, four bytes each, are names like others', () => {
    const rare = [0x82, 0x30, 0xb7, 0x31, 0x95, 0x32, 0x82, 0x36];
    const bytes = Uint8Array.from([...gbk('单位名称,code\n'), ...rare, ...gbk('中,01')]);
    const { text, encoding } = decodeText(bytes);
    expect([encoding, readList(text).units[0]?.name]).toEqual(['gb18030', '㛃𠀀中']);
  });

  it('says that bytes are no text', () => {
    expect(() => decodeText(Uint8Array.from([0xff, 0x80, 0x80, 0xff, 0x81]))).toThrow(
      expect.objectContaining({ kind: 'unknown-encoding' }),
    );
  });
});

describe('text', () => {
  it.each(['\t', ',', ';', '|', '｜', '，', '；', '^'])('is parted by %j', (separator) => {
    const lines = [
      ['单位名称', '编码', '联系人'],
      ['市一中', '001', '张三'],
      ['市二中', '002', '李四'],
    ];
    const { units } = readList(lines.map((line) => line.join(separator)).join('\r\n'));
    expect(units.map(({ name, code, contact }) => [name, code, contact])).toEqual([
      ['市一中', '001', '张三'],
      ['市二中', '002', '李四'],
    ]);
  });

  it('is parted by spaces below a heading that is, and not where names hold them', () => {
    expect(readList('单位名称 编码\n市一中 001').units).toMatchObject([{ name: '市一中', code: '001' }]);
    expect(readText('First School\nSecond School').rows[0]).toEqual(['First School']);
  });

  it('keeps quoted separators and line breaks in one cell, and counts lines as an editor does', () => {
    const { units, problems } = readList(
      '单位名称\t备注\n"市一中\n（本部）"\t"甲\t乙"\n\t只有备注\n市二中\t',
    );
    expect(units).toMatchObject([
      { name: '市一中 （本部）', notes: '甲 乙', line: 2 },
      { name: '市二中', line: 5 },
    ]);
    expect(problems).toMatchObject([{ line: 4, kind: 'no-name', wholeRow: true }]);
  });

  it('reads full-width digits, and leaves the brackets of a name as they are', () => {
    const { units } = readList(
      '单位名称,编码,联系电话,数量\n第１中学（本部）,１０１００１,０５１９－８８８８８８８８,２把',
    );
    expect(units).toMatchObject([
      { name: '第1中学（本部）', code: '101001', phone: '0519-88888888', keysWanted: 2 },
    ]);
  });

  it('passes over titles, blank lines, repeated headings and totals, and says which', () => {
    const { units, problems, blank } = readList(
      '常州市CA换发名册,,\n填报日期：2023-09-01,,\n序号,单位名称,数量\n1,市一中,1\n,,\n,,\n序号,单位名称,数量\n2,市二中,2\n合计,,3',
    );
    expect(units.map(({ name }) => name)).toEqual(['市一中', '市二中']);
    expect(blank).toBe(2);
    expect(problems.map(({ line, kind }) => [line, kind])).toEqual([
      [7, 'repeated-heading'],
      [9, 'total-row'],
    ]);
  });

  it('joins a heading of two rows', () => {
    const { units } = readList(
      '单位信息,,CA,,电子签章,\n单位名称,编码,状态,日期,状态,日期\n市一中,1,已领,2023年9月4日,待领取,',
    );
    expect(units).toMatchObject([
      { name: '市一中', ca: { state: 'collected', on: '2023-09-04' }, seal: { state: 'ready' } },
    ]);
  });

  it('keeps CA and seal apart where the upper row names them by longer words', () => {
    const { units } = readList(
      '单位名称,CA数字证书,,电子签章,,证书到期日期\n,状态,日期,状态,日期,\n市一中,已领,2026-11-03,,,2027-11-03\n市二中,,,待领,2026-11-04,',
    );
    expect(units.map(({ ca, seal }) => [ca, seal])).toEqual([
      [{ state: 'collected', on: '2026-11-03' }, {}],
      [{}, { state: 'ready', on: '2026-11-04' }],
    ]);
  });

  it('tells totals and remarks from units whose names begin like them', () => {
    const { units, problems } = readList(
      '单位名称,数量\n总数据中心,1\n小计量所,1\n市教育局 小计,2\n合计3家,4\n制表人张三,\n说明：见附件,\n单位数：4,',
    );
    expect(units.map(({ name }) => name)).toEqual(['总数据中心', '小计量所']);
    expect(problems.map(({ line, kind }) => [line, kind])).toEqual(
      [4, 5, 6, 7, 8].map((line) => [line, 'total-row']),
    );
  });

  it.each([':', '#', '·', '/'])('is parted by %j too, below a heading that is', (separator) => {
    const { units } = readList(`单位名称${separator}编码\n市一中${separator}001`);
    expect(units).toMatchObject([{ name: '市一中', code: '001' }]);
  });

  it('cut off or damaged loses those cells alone, and says which', () => {
    const rows = Array.from({ length: 20 }, (_, at) => `${at},${at}中\n`).join('');
    const bytes = Uint8Array.from([
      ...gbk(`单位名称,code\n${rows}`),
      ...[0xd6, 0xff, 0x2c, 0x37, 0x0a], // a bad name, and a code
      ...[...gbk('一中,8'), 0x0a, 0xd6],
    ]);
    const { units, problems } = readList(decodeText(bytes).text);
    expect(units.slice(20)).toMatchObject([
      { line: 22, code: '7' },
      { line: 23, name: '一中', code: '8' },
    ]);
    expect(units[20]?.name).toBeUndefined();
    expect(problems.map(({ line, kind, column }) => [line, kind, column])).toEqual([
      [22, 'damaged-text', 'name'],
      [24, 'damaged-text', 'name'],
      [24, 'no-name', null],
    ]);
  });

  it.each([
    [
      'UTF-8 with a byte that is none',
      [...UTF8.encode('单位名称,编码\n一中,01\n'), 0xff, ...UTF8.encode(',02')],
    ],
    [
      'UTF-8 with half a sign',
      [...UTF8.encode('单位名称,编码\n一中,01\n'), 0xe5, 0xb8, ...UTF8.encode(',02')],
    ],
    ['GBK with a byte that is none', [...gbk('单位名称,code\n一中,01\n'), 0xff, ...gbk(',02')]],
    ['GBK cut off within a sign', [...gbk('单位名称,code\n一中,01\n,02\n'), 0xd6]],
    ['GBK with three', [...gbk('单位名称,code\n一中,01\n'), 0xff, 0xff, ...gbk('一'), 0xff, ...gbk(',02')]],
  ])('a short one, %s: all else is read, and the line is said', (_, bytes) => {
    const { units, problems } = readList(decodeText(Uint8Array.from(bytes)).text);
    expect(units.map(({ name, code }) => [name, code]).filter(([name]) => name)).toEqual([['一中', '01']]);
    expect(problems.map(({ kind }) => kind)).toContain('damaged-text');
  });

  it('that left as a workbook comes back as it was', () => {
    const names = ['=cmd|calc', '-杠', '＠全角', '普通'];
    const { units } = readList(
      ['单位名称\t编码', ...names.map((name) => `${neutralCell(name)}\t`)].join('\n'),
    );
    expect(units.map(({ name }) => name)).toEqual(names.map((name) => name.normalize('NFKC')));
  });

  it('loses no row to a quotation mark that nobody closes', () => {
    const { units } = readList(
      '单位名称,备注\n市"一"中,"说""好"了\n市二中,"未完\n市三中,"甲\n乙"\n"市四中","a ""b"""\n市五中,好',
    );
    expect(units.map(({ line, name, notes }) => [line, name, notes])).toEqual([
      [2, '市"一"中', '"说""好"了'],
      [3, '市二中', '"未完'],
      [4, '市三中', '甲 乙'],
      [6, '市四中', 'a "b"'],
      [7, '市五中', '好'],
    ]);
  });

  it('maps nothing where there is no heading, so that the person does', () => {
    expect(findHeading(readText('市一中,001\n市二中,002'))).toMatchObject({
      dataFrom: 0,
      mapping: [null, null],
    });
    expect(findHeading(readText('市一中\n市二中'))).toMatchObject({ dataFrom: 0, mapping: ['name'] });
  });
});

describe('cells', () => {
  const cell = (column: string, value: string) =>
    readList(`单位名称\t编码\t${column}\n市一中\t001\t${value}`);

  it.each([
    ['联系人', '320401199003071234', 'id-number'],
    ['备注', '口令：abcd1234', 'pin'],
    ['备注', '-----BEGIN PRIVATE KEY-----', 'key-material'],
    ['联系电话', '320401199003071234', 'id-number'],
    ['联系电话', '见附件', 'not-a-phone'],
    ['数量', '若干', 'not-a-number'],
    ['CA状态', '不清楚', 'not-a-state'],
    ['CA状态', '未绑定', 'not-a-state'],
    ['CA日期', '9月初', 'not-a-day'],
    ['级别', '省', 'not-a-level'],
    ['纸质', '也许', 'not-yes-or-no'],
    ['备注', '长'.repeat(1001), 'too-long'],
  ])('%s %s is left out as %s, its row stays', (column, value, kind) => {
    const { units, problems } = cell(column, value);
    expect(units).toHaveLength(1);
    expect(problems).toMatchObject([{ line: 2, kind, wholeRow: false }]);
    if (['id-number', 'pin', 'key-material'].includes(kind)) {
      expect(JSON.stringify([units, problems])).not.toContain(value);
    }
  });

  it.each([
    ['已报', 'filed'],
    ['已报（纸质、扫描件）', 'filed'],
    ['退回补正', 'returned'],
    ['已转服务商', 'forwarded'],
    ['待领取', 'ready'],
    ['未领取', 'ready'],
    ['已领取', 'collected'],
    ['已解绑', 'unbound'],
    ['已解除绑定', 'unbound'],
    ['已绑定', 'bound'],
    ['已试登录', 'login-tried'],
    ['未报', 'not-filed'],
  ])('state %s', (value, state) => {
    expect(cell('CA状态', value).units[0]?.ca.state).toBe(state);
  });

  it.each([
    ['2024年3月5日', '2024-03-05'],
    ['2024.3.5', '2024-03-05'],
    ['２０２４／３／５', '2024-03-05'],
    ['20240305', '2024-03-05'],
    // As a spreadsheet gives a date whose cell is not one; the part behind the point is the time.
    ['45356', '2024-03-05'],
    ['45356.625', '2024-03-05'],
  ])('day %s', (value, day) => {
    const { units, problems } = readList(`单位名称\tCA状态\tCA日期\n市一中\t已领\t${value}`);
    expect(problems).toEqual([]);
    expect(units[0]?.ca).toMatchObject({ state: 'collected', on: day });
  });

  it.each(['3月5日', '453561', '12345', '2024-02-30'])('no day %s', (value) => {
    expect(cell('CA日期', value).problems).toMatchObject([{ kind: 'not-a-day', value }]);
  });

  it('takes a social credit code for one and an ID number never', () => {
    const code = (value: string) => readList(`单位名称,统一社会信用代码\n市一中,${value}`);
    expect(code('11320400014109468K').units[0]?.code).toBe('11320400014109468K');
    // However it is written, it is one code.
    for (const written of [
      '11320400-014109381P',
      '11320400 01410938-1p',
      '１１３２０４００－０１４１０９３８１Ｐ',
    ]) {
      expect(code(written).units[0]?.code).toBe('11320400014109381P');
    }
    // A budget code's hyphens are its own.
    expect(code('101-001').units[0]?.code).toBe('101-001');
    expect(code('320401199003071234')).toMatchObject({ problems: [{ kind: 'id-number' }] });
    // Its last sign is right for a credit code: one in thirty-one is.
    expect(code('320402199001011234')).toMatchObject({ problems: [{ kind: 'id-number', value: null }] });
    // And of a division that there is: only the organisation's own sign is wrong.
    expect(code('321182199211120020')).toMatchObject({ problems: [{ kind: 'id-number' }] });
    expect(code('1.132E+17')).toMatchObject({ problems: [{ kind: 'damaged-code', value: '1.132E+17' }] });
  });
});

/** Writes another uncompressed size into the local header and the directory. */
function declareSize(archive: Uint8Array, size: number): void {
  const view = new DataView(archive.buffer, archive.byteOffset);
  for (let at = 0; at < archive.length - 4; at += 1) {
    if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, size, true);
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  }
}

describe('workbooks', () => {
  it('are read as a library wrote them: numbers, days, leading zeros', async () => {
    const file = await writeWorkbook([
      ['单位名称', '编码', 'CA日期', 'CA状态', '数量'].map((value) => ({ value })),
      [
        { value: '市一中' },
        { value: '00123' },
        { value: new Date('2023-09-04T00:00:00Z'), format: 'yyyy-mm-dd' },
        { value: '已领' },
        { value: 3 },
      ],
    ]).toBuffer();
    const {
      sheets: [sheet],
    } = await readWorkbook(new Uint8Array(file));
    if (!sheet) throw new Error('no sheet');
    expect(read(sheet).units).toMatchObject([
      { name: '市一中', code: '00123', keysWanted: 3, ca: { state: 'collected', on: '2023-09-04' } },
    ]);
  });

  it('take no code that the spreadsheet has rounded, and join no two units by one', async () => {
    const {
      sheets: [sheet],
    } = await readWorkbook(
      workbookOf(
        `<sheetData><row r="1">${text('A1', '单位名称')}${text('B1', '编码')}</row>
          <row r="2">${text('A2', '市一中')}<c r="B2"><v>123204004669528390</v></c></row>
          <row r="3">${text('A3', '市二中')}<c r="B3"><v>1.2320400466952839E+17</v></c></row>
          <row r="4">${text('A4', '市三中')}<c r="B4"><v>12320400466952</v></c></row></sheetData>`,
      ),
    );
    if (!sheet) throw new Error('no sheet');
    const { units, problems } = read(sheet);
    expect(units.map(({ name, code }) => [name, code])).toEqual([
      ['市一中', null],
      ['市二中', null],
      ['市三中', '12320400466952'],
    ]);
    expect(problems.map(({ line, kind }) => [line, kind])).toEqual([
      [2, 'damaged-code'],
      [3, 'damaged-code'],
    ]);
  });

  it('lose nothing to a wrong dimension, merged cells, formulas and error values', async () => {
    const bytes = workbookOf(
      `<dimension ref="A1"/><sheetData>
        <row r="1">${text('A1', '名册')}</row>
        <row r="2">${text('A2', '主管部门')}${text('B2', '单位名称')}${text('C2', 'CA')}</row>
        <row r="3">${text('C3', '状态')}${text('D3', '日期')}</row>
        <row r="4">${text('A4', '教育局')}${text('B4', '市一中')}${text('C4', '已领')}<c r="D4"><f>TODAY()</f></c></row>
        <row r="5"><c r="B5" t="str"><f>CONCAT(&quot;市&quot;,&quot;二中&quot;)</f><v>市二中</v></c><c r="C5" t="e"><v>#N/A</v></c></row>
        <row r="7"><c r="B7"><f>B5</f></c>${text('C7', '已报')}</row>
      </sheetData><mergeCells count="5"><mergeCell ref="A1:D1"/><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/><mergeCell ref="C2:D2"/><mergeCell ref="A4:A7"/></mergeCells>`,
    );
    const {
      sheets: [sheet],
    } = await readWorkbook(bytes);
    if (!sheet) throw new Error('no sheet');
    const { units, problems } = read(sheet);
    expect(units).toMatchObject([
      { line: 4, name: '市一中', supervisingUnit: '教育局', ca: { state: 'collected' } },
      { line: 5, name: '市二中', supervisingUnit: '教育局', ca: {} },
    ]);
    expect(problems.map(({ line, kind, column }) => [line, kind, column])).toEqual([
      [4, 'formula', 'caDate'],
      [5, 'error-value', 'caState'],
      [6, 'no-name', null],
      [7, 'formula', 'name'],
      [7, 'no-name', null],
    ]);
  });

  it('whose cells do not say where they stand are read in their order', async () => {
    const bare = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
    const {
      sheets: [sheet],
    } = await readWorkbook(
      workbookOf(
        `<cols><col min="1" max="4" width="9"/></cols><sheetData>
          <row>${bare('单位名称')}${bare('编码')}${bare('CA状态')}${bare('备注')}</row>
          <row>${bare('市一中')}<c/><c><f>X1</f></c>${bare('好')}</row>
          <row/>
          <row r='6'>${bare('市二中')}<c r='C6' t="inlineStr"><is><t>已领</t></is></c>${bare('远')}</row>
          <row>${bare('市三中')}<c><v>103</v></c></row>
        </sheetData>`,
      ),
    );
    if (!sheet) throw new Error('no sheet');
    const { units, problems } = read(sheet);
    expect(units.map(({ line, name, code, ca, notes }) => [line, name, code, ca?.state, notes])).toEqual([
      [2, '市一中', null, undefined, '好'],
      [6, '市二中', null, 'collected', '远'],
      [7, '市三中', '103', undefined, null],
    ]);
    expect(problems.map(({ line, kind, column }) => [line, kind, column])).toEqual([
      [2, 'formula', 'caState'],
    ]);
  });

  it('of LibreOffice count days from 1904 where they say so', async () => {
    const bytes = workbookOf(
      `<sheetData><row r="1">${text('A1', '单位名称')}${text('B1', 'CA日期')}</row>
        <row r="2">${text('A2', '市一中')}<c r="B2" s="1"><v>44867</v></c></row></sheetData>`,
      { before: '<workbookPr backupFile="false" date1904="true"/>', dateStyle: true },
    );
    const {
      sheets: [sheet],
    } = await readWorkbook(bytes);
    if (!sheet) throw new Error('no sheet');
    expect(read(sheet).units).toMatchObject([{ ca: { on: '2026-11-03' } }]);
  });

  it('keep no place for what stands far away: coloured cells are passed over, a filled row is said', async () => {
    const list = `<row r="1">${text('A1', '单位名称')}<c r="XFD1" s="1"/></row><row r="2">${text('A2', '市一中')}${text('XFD2', '远')}</row>`;
    const {
      sheets: [sheet],
    } = await readWorkbook(
      workbookOf(`<sheetData>${list}<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>`),
    );
    expect(sheet?.rows).toEqual([['单位名称'], ['市一中']]);
    await expect(
      readWorkbook(
        workbookOf(`<sheetData>${list}<row r="1048576">${text('A1048576', '远')}</row></sheetData>`),
      ),
    ).rejects.toMatchObject({ kind: 'too-many-rows' });
  });

  it('that would unpack to more than allowed are refused before they do', async () => {
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(1000) });
    declareSize(bomb, READ_LIMITS.unpackedBytes + 1);
    await expect(readWorkbook(bomb)).rejects.toMatchObject({ kind: 'bomb' });
  });

  it('whose declared sizes lie unpack no further than they declare', async () => {
    const lying = zipSync({ 'xl/workbook.xml': new Uint8Array(5_000_000) });
    declareSize(lying, 100);
    await expect(readWorkbook(lying)).rejects.toBeInstanceOf(ReadFailure);
  });

  it.each([
    ['an old .xls or a locked one', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'old-excel'],
    ['a web page', UTF8.encode('<html><table>'), 'web-page'],
    [
      'a web page in UTF-16',
      Uint8Array.from([0xff, 0xfe, ...[...'<html>'].flatMap((sign) => [sign.charCodeAt(0), 0])]),
      'web-page',
    ],
    ['a table within a page’s part', UTF8.encode('\r\n<div class="x"><table><tr><td>单位名称'), 'web-page'],
    ['a SYLK file called .csv', UTF8.encode('ID;PWXL;N;E\r\nC;Y1;X1;K"单位名称"\r\n'), 'not-a-list'],
    ['a web page behind a remark', UTF8.encode('<!-- saved from -->\n<table>'), 'web-page'],
    ['a web page saved whole', UTF8.encode('MIME-Version: 1.0\nContent-Type: multipart/related'), 'web-page'],
    ['a sheet of Excel 4', Uint8Array.from([0x09, 0x08, 0x10, 0, 0, 6, 5, 0]), 'old-excel'],
    ['data of a program', UTF8.encode('[{"单位名称":"市一中"}]'), 'not-a-list'],
    ['a PDF', UTF8.encode('%PDF-1.7'), 'not-a-list'],
    ['nothing', new Uint8Array(), 'empty'],
    ['too much', new Uint8Array(READ_LIMITS.fileBytes + 1), 'too-large'],
  ])('%s is refused as such', (_, bytes, kind) => {
    expect(() => fileKindOf(bytes)).toThrow(expect.objectContaining({ kind }));
  });

  it('that are cut off or no workbook at all are said to be so', async () => {
    const whole = workbookOf('<sheetData/>');
    await expect(readWorkbook(whole.slice(0, 200))).rejects.toMatchObject({ kind: 'damaged' });
    await expect(readWorkbook(zipSync({ 'word/document.xml': UTF8.encode('<a/>') }))).rejects.toMatchObject({
      kind: 'not-a-list',
    });
    await expect(readWorkbook(whole)).rejects.toMatchObject({ kind: 'no-rows' });
  });
});
