import { getDomain } from 'tldts-icann';

/**
 * Whether a name is one host that somebody registered, and not a whole branch: no bare TLD (`cn`), no public suffix
 * (`gov.cn`), no pattern, no address in numbers. By the public suffix list, ICANN's part.
 */
export function isNarrowHost(host: string): boolean {
  // Browsers take names whose last part is a number for addresses: 0x7f.1 is this machine.
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*$/.test(host)) return false;
  return getDomain(host) !== null;
}
