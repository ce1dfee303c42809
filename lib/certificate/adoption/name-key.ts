import type { NameAttribute } from '@/lib/certificate/reading/model';
import { plainCode } from '@/lib/certificate/unit-code';

/**
 * What tells one distinguished name from another. Its encoding does not: CAs write the same unit in UTF8String
 * today and in BMPString a year later, or in another order; nor do width, case and spaces (RFC 5280 7.1),
 * nor hyphens in a unit's code.
 */
export function nameKey(name: readonly NameAttribute[]): string {
  const fold = (value: string) => foldName(plainCode(value) ?? value);
  return JSON.stringify(name.map(({ oid, value }) => [oid, fold(value)].join('=')).sort());
}

export function foldName(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}
