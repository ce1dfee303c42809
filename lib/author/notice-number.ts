import { isCalendarDate } from '@/lib/notice/days';
import type { HeaderValues } from './sections';

/** 「2026年3月5日」; empty for what is no day yet. */
function dayOf(text: string): string {
  if (!isCalendarDate(text)) return '';
  const [year, month, day] = text.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/**
 * What a notice is called where its clauses are cited: its document number; where it has none, who issued it and when,
 * 「示例县公共资源交易中心2026年3月5日通知」. What is still to be filled in of these is asked for by itself.
 */
export function noticeNumber({
  documentNumber,
  issuer,
  signedOn,
}: Pick<HeaderValues, 'documentNumber' | 'issuer' | 'signedOn'>): string {
  return documentNumber.trim() || `${issuer.trim()}${dayOf(signedOn.trim())}通知`;
}
