/** Sites that notice packs add to the one the product ships with: which, for which system, by which notice. Pure. */
import type { Text } from '@/lib/locale/text';
import type { CalendarDate } from './calendar';
import { noticeInForce } from './in-force';
import type { NoticePack } from './model';

export interface AddedSite {
  readonly host: string;
  /** System id. */
  readonly system: string;
  readonly name: Text;
  /** Of the notice that is followed there. */
  readonly documentNumber: string;
}

/** Match patterns for one host, and no host below it: one a scheme, as browsers keep what people allow. */
export function patternsOfHost(host: string): readonly string[] {
  return [`http://${host}/*`, `https://${host}/*`];
}

/**
 * Hosts of a notice's own system alone: its guides speak of that one. What it says of another system is which
 * certificate to keep there, and a ring on that one's 解绑 would be a trap.
 */
function hostsOf(pack: NoticePack, system: string): readonly string[] {
  if (pack.mainSystem !== system) return [];
  return pack.systems.find(({ id }) => id === system)?.hosts ?? [];
}

/** @param own hosts that are granted anyway */
export function addedSites(
  packs: readonly NoticePack[],
  today: CalendarDate,
  own: readonly string[],
): readonly AddedSite[] {
  const sites = new Map<string, AddedSite>();
  for (const system of new Set(packs.map(({ mainSystem }) => mainSystem))) {
    const { pack } = noticeInForce(packs, { today, system });
    for (const host of hostsOf(pack, system)) {
      if (own.includes(host) || sites.has(host)) continue;
      const name = pack.systems.find(({ id }) => id === system)?.name ?? pack.title;
      sites.set(host, { host, system, name, documentNumber: pack.documentNumber });
    }
  }
  return [...sites.values()];
}

/** Whether a notice's guides may be shown on a host: it is one of its own system's. */
export function speaksOfHost(pack: NoticePack, host: string): boolean {
  return hostsOf(pack, pack.mainSystem).includes(host);
}
