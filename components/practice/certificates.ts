import type { CalendarDate } from '@/lib/notice/calendar';

/** The keys of the rehearsal: the one being replaced and its successor. */
export const PRACTICE_KEYS = ['old', 'new'] as const;
export type PracticeKey = (typeof PRACTICE_KEYS)[number];

/** Two units to rehearse as, so that two tabs can be two subjects. Invented, and obviously so. */
export const PRACTICE_ACCOUNTS = ['a', 'b'] as const;
export type PracticeAccount = (typeof PRACTICE_ACCOUNTS)[number];

export interface PracticeCertificate {
  readonly key: PracticeKey;
  /** Unit it was issued to. */
  readonly holder: string;
  readonly issuer: string;
  readonly serial: string;
  /** Calendar days, both inclusive. */
  readonly validFrom: CalendarDate;
  readonly validUntil: CalendarDate;
}

const HOLDERS: Record<PracticeAccount, string> = { a: '演练单位甲', b: '演练单位乙' };
const LOGIN_NAMES: Record<PracticeAccount, string> = { a: 'yanlian01', b: 'yanlian02' };
const ISSUERS: Record<PracticeKey, string> = { old: '示例CA中心（原）', new: '示例CA中心（新）' };

/** Days from the rehearsal's day to either end of a certificate's validity. */
const VALIDITY: Record<PracticeKey, readonly [from: number, until: number]> = {
  old: [-284, 81],
  new: [-6, 359],
};
const EXPIRED: readonly [from: number, until: number] = [-368, -3];

/** The calendar day `days` after `date`; both are days, so no time zone is involved. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

export function holderOf(account: PracticeAccount): string {
  return HOLDERS[account];
}

export function loginNameOf(account: PracticeAccount): string {
  return LOGIN_NAMES[account];
}

/** The certificate in a key, dated around the rehearsal's day so that it is valid on it unless asked not to be. */
export function certificateOf(
  account: PracticeAccount,
  key: PracticeKey,
  today: CalendarDate,
  expired = false,
): PracticeCertificate {
  const [from, until] = expired ? EXPIRED : VALIDITY[key];
  return {
    key,
    holder: HOLDERS[account],
    issuer: ISSUERS[key],
    serial: `YL${account === 'a' ? '0001' : '0002'}${key === 'old' ? '2209' : '2309'}0000${key === 'old' ? '11' : '27'}`,
    validFrom: addDays(today, from),
    validUntil: addDays(today, until),
  };
}
