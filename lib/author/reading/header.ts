/** The notice itself, as its head and its end tell it: title, number, issuer, days. Pure. */
import { type Clause, OUTSIDE } from '@/lib/author/clauses';
import { findDays } from '@/lib/author/finds';
import type { HeaderValues } from '@/lib/author/sections';
import { linesOf } from '@/lib/author/tidy';

const NUMBER =
  /[\p{Script=Han}A-Za-z]{1,12}\s*[〔[［(（【]\s*(\d{4})\s*[〕\]］)）】]\s*第?\s*(\d{1,4})\s*号/u;
const PUBLISHED = /(?:发布|发文|公开|印发)(?:日期|时间)\s*[:：]?\s*(\d{4})[-年./](\d{1,2})[-月./](\d{1,2})/;

const two = (digits: string | undefined) => (digits ?? '').padStart(2, '0');

/** Lines of the title: they end with 的通知, and may be broken over two. */
function titleOf(lines: readonly string[]): string {
  const end = lines.findIndex((line) =>
    /(?:通知|公告|通告|函|更正|补充通知)(?:[（(][^）)]{1,10}[）)])?$/.test(line),
  );
  if (end < 0) return '';
  const last = lines[end] ?? '';
  const before = lines[end - 1] ?? '';
  const isBroken = !/关于/.test(last) && /关于/.test(before) && !NUMBER.test(before);
  // Two that issue it together stand with a space between them.
  return (isBroken ? before + last : last)
    .replace(/(?<=[局厅部委会心])\s+(?=\S{2,30}(?:关于|转发))/g, '　')
    .replace(/[^\S　]+/g, '');
}

/** 「常州市财政局关于…」: who issues it. */
const issuerOf = (title: string) =>
  /^(.{3,40}?(?:局|厅|部|委|中心|办公室|政府|公司))(?=关于|转发)/.exec(title)?.[1] ?? '';

/** A region by the issuer's name: 常州市财政局 is of 常州市, 临泽市青溪县财政局 of 临泽市青溪县. */
const regionOf = (issuer: string) =>
  /^(.{1,20}?(?:省|市|区|县|自治州)(?:[^　局厅部委]{1,8}?(?:市|区|县))?)(?=.{0,12}?(?:局|厅|部|委|中心|办))/.exec(
    issuer,
  )?.[1] ?? '';

/** A text by its sounds' initials, as ids are written: 常州 is cz. */
export function latinOf(text: string, initials: (text: string) => string): string {
  return initials(text)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/**
 * What the pasted text says of the notice itself. What it does not say is left out: the day of publication is as a rule
 * not in it.
 * @param initials of a text by sound, for the pack's id: 常州 is cz
 */
export function headerIn(
  notice: string,
  clauses: readonly Clause[],
  initials: (text: string) => string,
): Partial<HeaderValues> {
  const lines = linesOf(notice);
  const title = titleOf(lines.slice(0, 20));
  const signature = clauses.find(({ cite }) => cite === OUTSIDE.signature)?.text ?? '';
  // Without an issuer in the title it is whoever signs.
  const signer = signature
    .split('\n')
    .find((line) => /(?:局|厅|部|委|中心|办公室|政府|处|科|股|公司)$/.test(line));
  const issuer = issuerOf(title) || (signer ?? '');
  const number = NUMBER.exec(lines.slice(0, 20).find((line) => NUMBER.test(line) && line.length < 40) ?? '');
  const signed = findDays(signature, 0).at(0);
  const published = PUBLISHED.exec(notice);
  const region = regionOf(issuer);
  const sounds = latinOf(region.replace(/[省市区县州]/g, ''), initials);
  const found = {
    title,
    issuer,
    region,
    documentNumber: number?.[0].replace(/\s+/g, '') ?? '',
    signedOn: signed?.date ?? '',
    publishedOn: published ? `${published[1]}-${two(published[2])}-${two(published[3])}` : '',
    urgency:
      lines
        .slice(0, 6)
        .find((line) => /^(?:特\s*急|加\s*急|急\s*件)$/.test(line))
        ?.replace(/\s/g, '') ?? '',
    packId: number && sounds !== '' ? `${sounds}-${number[1]}-${number[2]}` : '',
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== ''));
}
