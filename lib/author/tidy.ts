/** A pasted text's lines as their author wrote them: without what scanning, copying and page width did to them. Pure. */

/** Full-width digits and letters as half-width ones, and a dash between digits as the one of telephone numbers. */
function evenWidth(line: string): string {
  return line
    .replace(/[０-９Ａ-Ｚａ-ｚ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/(?<=\d\s*)－(?=\s*\d)/g, '-')
    .replace(/通[\s　]+知(?=$|[（(])/, '通知');
}

/** 「丹 湖 市 财 政 局」: a space after more than every third sign. */
function isSpacedOut(line: string): boolean {
  const signs = line.replace(/\s/g, '').length;
  const gaps = line.match(/(?<=\S)[ \u00a0](?=\S)/g)?.length ?? 0;
  return signs > 5 && gaps / signs > 0.3;
}

/** Spaces out, but between two Latin words. */
const close = (line: string) => line.replace(/(?<![A-Za-z])\s+|\s+(?![A-Za-z])/g, '');

/** How wide a line is printed, in Chinese signs: a letter or digit is half of one. */
const wide = (line: string) => line.length - (line.match(/[\u0020-\u007e]/g)?.length ?? 0) / 2;

/** Columns of a table: its lines stay lines. */
const isRow = (line: string) => /\t|　|\S {2,}\S|\|/.test(line);

/** Lines broken at the page's width, joined again: where many are as long as the longest, each goes on in the next. */
function joinWrapped(lines: readonly string[]): readonly string[] {
  const width = Math.max(0, ...lines.filter((line) => !isRow(line)).map(wide));
  const isFull = (line: string) => wide(line) >= width - 2 && !isRow(line) && !/[。；;：:]$/.test(line);
  const full = lines.filter(isFull).length;
  if (width < 20 || width > 60 || full < 4 || full < lines.length / 5) return lines;
  const joined: string[] = [];
  let goesOn = false;
  for (const line of lines) {
    if (goesOn) joined.push(`${joined.pop() ?? ''}${line}`);
    else joined.push(line);
    goesOn = isFull(line);
  }
  return joined;
}

/** The lines of a pasted text that hold something. */
export function linesOf(text: string): readonly string[] {
  const lines = text
    .split(/\r\n|[\n\r]/)
    .map((line) => evenWidth(line.trim()))
    .filter((line) => line !== '');
  const spaced = lines.filter(isSpacedOut).length;
  const isAll = spaced > 3 && spaced > lines.length / 3;
  return joinWrapped(lines.map((line) => (isAll || isSpacedOut(line) ? close(line) : line)));
}
