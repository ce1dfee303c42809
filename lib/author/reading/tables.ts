/** Tables that pasting has flattened to lines, told in sentences as the other readers know them. Pure. */

/** A line's cells: between tabs, wide spaces, bars; between single spaces where the line is no sentence. */
function cellsOf(line: string): readonly string[] {
  const cells = line
    .split(/\t+|　+|\s{2,}|\s*\|\s*/)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');
  if (cells.length > 1 || /[。；;：:]/.test(line)) return cells;
  return line.split(' ').filter((cell) => cell !== '');
}

const DAYS = /\d{1,2}月\d{1,2}日/;
const AMOUNT = /^\d{1,6}(?:\.\d{1,2})?元?(?:\/[^\d]{1,4})?$/;

/** A row in words; as it stands where its columns are none of those known. */
function sayRow(head: readonly string[], row: readonly string[]): string {
  const at = (sign: RegExp) => head.findIndex((cell, index) => index > 0 && sign.test(cell));
  const cell = (index: number) => row[index] ?? '';
  const asIs = row.join('　');
  if (/^第[一二三四五六七八九十\d]{1,3}批/.test(cell(0))) return `${cell(0)}：${row.slice(1).join('，')}`;
  const [ca, seal] = [at(/CA|证书|锁|介质/), at(/签章|印章/)];
  if (ca > 0 && seal > 0 && AMOUNT.test(cell(ca)) && AMOUNT.test(cell(seal))) {
    const names = row.filter((each, index) => index < Math.min(ca, seal) && !AMOUNT.test(each));
    return `${names.join('')}：CA证书${Number.parseFloat(cell(ca))}元，电子签章${Number.parseFloat(cell(seal))}元`;
  }
  // 「补办　50元/次　—」: of a seal there is none.
  if (ca > 0 && seal > 0 && AMOUNT.test(cell(ca)) && /^[—–－/-]+$|^$|无/.test(cell(seal)))
    return `${cell(0)}：每个${cell(ca)}`;
  const price = at(/元|收费|价格|金额|费用/);
  // The unit stands in the head: 收费（元/年）.
  const unit = /元(?:\/[^）)]{1,4})?/.exec(head[price] ?? '')?.[0] ?? '';
  if (price > 0 && unit !== '' && /^\d{1,6}(?:\.\d{1,2})?$/.test(cell(price)))
    return row.map((each, index) => (index === price ? `${each}${unit}` : each)).join('　');
  const call = at(/电话|热线|手机/);
  const address = at(/地址|地点/);
  const hours = at(/时间/);
  if (call > 0 || address > 0) {
    const person = at(/联系人|经办人|负责人/);
    const place = address > 0 ? `地址：${cell(address)}` : '';
    const open = hours > 0 ? `，办公时间：${cell(hours)}` : '';
    const whom = person > 0 ? `${cell(person)}，` : '';
    return [
      place === '' ? '' : `${cell(0)}，${place}${open}`,
      call > 0 ? `${cell(0)}：${whom}${cell(call)}` : '',
    ]
      .filter((each) => each !== '')
      .join('\n');
  }
  // 「地区　办理时间」.
  const dated = row.findIndex((each) => DAYS.test(each));
  if (row.length === 2 && dated === 1) return `${cell(0)}：${cell(1)}`;
  return asIs;
}

/** A clause's text with the rows of its tables told in sentences. A table has a head without figures and at least two rows. */
export function sayTables(text: string): string {
  const lines = text.split('\n');
  const said: string[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const head = cellsOf(lines[index] ?? '');
    let end = index + 1;
    while (end < lines.length && cellsOf(lines[end] ?? '').length === head.length) end += 1;
    const isTable = head.length > 1 && end - index > 2 && !head.some((cell) => /\d/.test(cell));
    if (!isTable) {
      said.push(lines[index] ?? '');
      continue;
    }
    for (const line of lines.slice(index + 1, end)) said.push(sayRow(head, cellsOf(line)));
    index = end - 1;
  }
  return said.join('\n');
}
