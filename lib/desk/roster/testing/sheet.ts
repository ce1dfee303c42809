/** Workbooks for tests, from the XML of their sheet. */
import { zipSync } from 'fflate';

const UTF8 = new TextEncoder();

/** A cell that holds its text itself. */
export const textCell = (at: string, value: string) =>
  `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;

/** A workbook whose sheet is this XML: what libraries do not write, and people's programs do. */
export function workbookOf(
  sheet: string,
  { before = '', dateStyle = false, texts = '', hiddenFirst = '' } = {},
): Uint8Array {
  const xml = (text: string) => UTF8.encode(`<?xml version="1.0" encoding="UTF-8"?>${text}`);
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return zipSync({
    '[Content_Types].xml': xml(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    'xl/workbook.xml': xml(
      `<workbook xmlns="${main}" xmlns:r="${rel}">${before}<sheets>${hiddenFirst && '<sheet name="字典" sheetId="2" state="hidden" r:id="rId3"/>'}<sheet name="名册" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${rel}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${rel}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`,
    ),
    ...(dateStyle && {
      'xl/styles.xml': xml(
        `<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
      ),
    }),
    ...(texts !== '' && { 'xl/sharedStrings.xml': xml(`<sst xmlns="${main}">${texts}</sst>`) }),
    ...(hiddenFirst !== '' && {
      'xl/worksheets/sheet2.xml': xml(`<worksheet xmlns="${main}">${hiddenFirst}</worksheet>`),
    }),
    'xl/worksheets/sheet1.xml': xml(`<worksheet xmlns="${main}">${sheet}</worksheet>`),
  });
}
