/**
 * Texts that leave the roster for a spreadsheet or a list. A cell that begins like a formula is run by whoever opens the
 * file (OWASP, "CSV Injection"), so it gets an apostrophe in front, which spreadsheets read as "this is text".
 */
const LIKE_A_FORMULA = /^[\s\u200b\ufeff]*[=+\-@＝＋－＠|%]|^[\t\r\n]/u;

export function neutralCell(text: string): string {
  return LIKE_A_FORMULA.test(text) ? `'${text}` : text;
}
