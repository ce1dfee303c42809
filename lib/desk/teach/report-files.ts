/** A report of a page as one archive: an HTML file a frame, and the index that `eval:pages` reads. */
import { strToU8, zipSync } from 'fflate';
import type { PageState } from '@/lib/page/model';
import type { Still } from '@/lib/page/still/model';
import { writeStill } from '@/lib/page/still/write-still';

export interface Report {
  readonly still: Still;
  /** What recognition made of the document. */
  readonly state: PageState;
}

export const nameOfReport = (at: number): string => `page-${String(at + 1).padStart(2, '0')}.html`;

/**
 * One line a file. No label is given, since nobody has judged the page yet: whoever receives it writes what it should
 * have been in place of `state`.
 */
export function indexOfReports(reports: readonly Pick<Report, 'state'>[]): string {
  return reports
    .map(({ state }, at) => `${JSON.stringify({ file: nameOfReport(at), label: '-', state })}\n`)
    .join('');
}

export function zipReports(reports: readonly Report[]): Uint8Array {
  const pages = reports.map(({ still }, at) => [nameOfReport(at), strToU8(writeStill(still))] as const);
  return zipSync({ ...Object.fromEntries(pages), 'index.jsonl': strToU8(indexOfReports(reports)) });
}
