// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { showHtml } from './fixtures/load';
import type { SeenValidity } from './model';
import { recognise } from './recognise';
import { findValidity } from './validity';

const YEAR: SeenValidity = { from: '2025-12-30', until: '2026-12-29' };
const END: SeenValidity = { from: null, until: '2026-12-29' };

/** What is read in a page's body. */
function seen(body: string): readonly SeenValidity[] {
  return findValidity([showHtml(`<body>${body}</body>`).documentElement]);
}

const block = (text: string) => seen(`<div class="card"><h3>CA证书</h3><p>${text}</p></div>`);

/** A list of certificates with these columns between its name and its buttons. */
const list = (heads: readonly string[], ...rows: readonly (readonly string[])[]) =>
  seen(
    `<table><thead><tr><th>证书名称</th>${heads.map((head) => `<th>${head}</th>`).join('')}<th>操作</th></tr></thead>
    <tbody>${rows
      .map(
        (cells) =>
          `<tr><td>国信CA</td>${cells.map((cell) => `<td><div class="cell">${cell}</div></td>`).join('')}<td><a>解绑</a></td></tr>`,
      )
      .join('')}</tbody></table>`,
  );

describe('days written out', () => {
  it.each([
    '有效期 2025-12-30 至 2026-12-29',
    '有效期：2025-12-30至2026-12-29',
    '证书有效期：2025/12/30 ~ 2026/12/29',
    '有效期：2025.12.30 — 2026.12.29',
    '有效期限：2025年12月30日 - 2026年12月29日',
    '有效期自2025年12月30日起至2026年12月29日止',
    '有效期：2025-12-30 00:00:00 到 2026-12-29 23:59:59',
    '有效期：20251230-20261229',
    '有效<b>期</b>：<span>2025-12-30</span> 至 <span>2026-12-29</span>',
    '起止日期：2025-12-30 至 2026-12-29',
    '生效日期：2025-12-30，失效日期：2026-12-29',
    '有效期起：2025-12-30；有效期止：2026-12-29',
  ])('from and until: %s', (text) => {
    expect(block(text)).toEqual([YEAR]);
  });

  it.each([
    '有效期至2026年12月29日',
    '有效期至：2026-12-29 23:59:59',
    '到期日期：2026-12-29',
    '证书将于2026年12月29日到期',
    '证书截止日期：2026-12-29',
    '颁发日期：2025-12-30，到期时间：2026-12-29',
    '江苏省电子政务证书认证中心 有效期至 2026-12-29',
    'Valid until: 2026-12-29',
  ])('until alone: %s', (text) => {
    expect(block(text)).toEqual([END]);
  });

  it.each([
    ['one day, and which is not said', '有效期：2026-12-29'],
    ['a day that is none', '有效期至2026-02-30'],
    ['until midnight', '有效期至2026-12-29 00:00:00'],
    ['an instant with a zone', '有效期至2026-12-29T15:59:59Z'],
    ['an instant in another zone', '有效期至2026-12-29 16:00:00 (UTC)'],
    ['two digits of a year', '有效期至26-12-29'],
    ['an American day', '有效期至12/29/2026'],
    ['a month', '有效期至2026-12'],
    ['backwards', '有效期：2026-12-29 至 2025-12-30'],
    ['a hundred years', '有效期：2025-12-30 至 2099-12-29'],
    ['no word about it', '2025-12-30 至 2026-12-29'],
    ['as of', '截至2026-12-29，您有1张证书'],
    ['as of, otherwise', '截止2026-12-29，您有1张证书'],
    ['a reminder', '证书到期提醒日：2026-12-29'],
    ['a day to do something by', '证书更换截止日期：2026-12-29'],
    ['a licence', '营业执照有效期至2026-12-29'],
    ['when it was bound', '绑定日期：2026-12-29'],
    ['a serial number', '证书序列号：20261229'],
    ['one day run into another', '有效期<br>2025-12-30<br>2026-12-29'],
  ])('nothing: %s', (_, text) => {
    expect(block(text)).toEqual([]);
  });

  it('nothing without a word of certificates near, or with another thing', () => {
    expect(seen('<div><p>有效期至2026-12-29</p></div>')).toEqual([]);
    expect(block('手机证书有效期至2026-12-29')).toEqual([]);
  });
});

describe('in a table', () => {
  it('one column for both, two columns, and the last day alone', () => {
    expect(list(['有效期'], ['2025-12-30 至 2026-12-29'])).toEqual([YEAR]);
    expect(list(['生效日期', '失效日期'], ['2025-12-30', '2026-12-29'])).toEqual([YEAR]);
    expect(list(['签发日期', '有效期至'], ['2025-12-30', '2026-12-29'])).toEqual([END]);
    expect(list(['有效起始时间', '有效截止时间'], ['2025-12-30 08:00', '2026-12-29 23:59'])).toEqual([YEAR]);
  });

  it('an old and a new one', () => {
    expect(list(['有效期至'], ['2023-11-01'], ['2026-12-29'])).toEqual([
      { from: null, until: '2023-11-01' },
      END,
    ]);
  });

  it('nothing where the column does not say which day it is', () => {
    expect(list(['有效期'], ['2026-12-29'])).toEqual([]);
    expect(list(['绑定时间'], ['2026-12-29'])).toEqual([]);
    expect(list(['日期'], ['2026-12-29'])).toEqual([]);
  });

  it('nothing where one line has two last days', () => {
    expect(list(['有效期至', '到期日'], ['2026-12-29', '2027-01-31'])).toEqual([]);
  });

  it('nothing where cells reach over several columns', () => {
    expect(
      seen(`<table><tr><th>证书名称</th><th>有效期至</th><th>签发日期</th></tr>
        <tr><td rowspan="2">国信CA</td><td>2026-12-29</td><td>2025-12-30</td></tr>
        <tr><td>2026-12-29</td><td>2025-12-30</td><td>解绑</td></tr></table>`),
    ).toEqual([]);
  });

  it('a line of buttons below, over all columns, changes nothing; a head over two does', () => {
    const row = '<tr><td>国信CA</td><td>2026-12-29</td><td>解绑</td></tr>';
    const head = '<tr><th>证书名称</th><th>有效期至</th><th>操作</th></tr>';
    expect(seen(`<table>${head}${row}<tr><td colspan="3">刷新</td></tr></table>`)).toEqual([END]);
    const wide = '<tr><th>证书名称</th><th colspan="2">有效期至</th><th>操作</th></tr>';
    expect(
      seen(
        `<table>${wide}<tr><td>国信CA</td><td>2026-12-29</td><td>2027-12-29</td><td>解绑</td></tr></table>`,
      ),
    ).toEqual([]);
  });

  it('its head may be a table of its own, or made of roles', () => {
    expect(
      seen(`<div><div><table><tr><th>证书名称</th><th>有效期至</th></tr></table></div>
        <div><table><tr><td>国信CA</td><td>2026-12-29</td></tr></table></div></div>`),
    ).toEqual([END]);
    expect(
      seen(`<div role="table"><div role="row"><div role="columnheader">证书</div><div role="columnheader">到期日</div></div>
        <div role="row"><div role="cell">国信CA</div><div role="cell">2026-12-29</div></div></div>`),
    ).toEqual([END]);
  });

  it('a table of names and values', () => {
    expect(
      seen(
        `<table><tr><th>证书名称</th><td>国信CA</td></tr><tr><th>证书有效期</th><td>2025-12-30 至 2026-12-29</td></tr></table>`,
      ),
    ).toEqual([YEAR]);
    expect(seen('<dl><dt>证书名称</dt><dd>国信CA</dd><dt>失效日期</dt><dd>2026-12-29</dd></dl>')).toEqual([
      END,
    ]);
  });

  it('nothing of a table about another thing', () => {
    expect(
      seen(
        '<table><tr><th>项目名称</th><th>有效期至</th></tr><tr><td>办公家具</td><td>2026-12-29</td></tr></table>',
      ),
    ).toEqual([]);
  });
});

describe('what is never read', () => {
  it.each([
    ['a field', '<input value="2026-12-29">'],
    ['a text area', '<textarea>2026-12-29</textarea>'],
    ['a choice', '<select><option>2026-12-29</option></select>'],
    ['an editable region', '<span contenteditable>2026-12-29</span>'],
    ['a text box by role', '<span role="textbox">2026-12-29</span>'],
    ['hidden text', '<span style="display:none">2026-12-29</span>'],
    ['text withheld', '<span aria-hidden="true">2026-12-29</span>'],
  ])('%s', (_, cell) => {
    expect(list(['有效期至'], [cell])).toEqual([]);
  });
});

it('is told of lists of certificates alone', () => {
  const page = (heading: string) =>
    showHtml(`<body><h2>${heading}</h2><table><tr><th>证书名称</th><th>有效期至</th><th>操作</th></tr>
      <tr><td>国信CA</td><td>2026-12-29</td><td><button>解绑</button></td></tr></table></body>`);
  expect(recognise('http://jszfcg.jsczt.cn/', page('CA证书管理'))).toMatchObject({
    state: 'ca-list',
    validity: [END],
  });
  const article = showHtml('<body><h1>通知</h1><p>CA证书有效期至2026年12月29日。</p></body>');
  expect(recognise('http://jszfcg.jsczt.cn/', article).validity).toBeUndefined();
});

it('more than one person has are nobody’s', () => {
  const rows = Array.from({ length: 9 }, (_, at) => [`2026-12-${10 + at}`]);
  expect(list(['有效期至'], ...rows)).toEqual([]);
});

it('a long list of other days is not one person’s, and project numbers are no days', () => {
  const rows = Array.from({ length: 70 }, (_, at) => [`2026-12-${10 + (at % 5)}`]);
  expect(list(['有效期至'], ...rows)).toEqual([]);
  expect(list(['有效期至', '编号'], ['2026-12-29', 'JSZC-3204000001'])).toEqual([END]);
});
