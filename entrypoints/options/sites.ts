import type { ShownSite, SiteServices } from '@/components/settings/site-services';
import { addedSites, patternsOfHost } from '@/lib/notice/added-sites';
import type { CalendarDate } from '@/lib/notice/calendar';
import type { NoticePack } from '@/lib/notice/model';
import { askForHosts, giveHostsBack, hasHosts } from '@/lib/platform/host-permission';
import { OFFICIAL_HOST } from '@/lib/platform/official-site';

/** Sites that packs add. The list of public suffixes is loaded where there is one to look at. */
export async function readSites(
  packs: readonly NoticePack[],
  today: CalendarDate,
): Promise<readonly ShownSite[]> {
  const sites = addedSites(packs, today, [OFFICIAL_HOST]);
  if (sites.length === 0) return [];
  const { isNarrowHost } = await import('@/lib/notice/narrow-host');
  return Promise.all(
    sites.map(async (site) => ({
      ...site,
      isNarrow: isNarrowHost(site.host),
      isAllowed: await hasHosts(patternsOfHost(site.host)),
    })),
  );
}

/** The background hears of the change by itself. @param changed the page reads anew */
export function siteServices(changed: () => void): SiteServices {
  return {
    async allowSite(host) {
      const isAllowed = await askForHosts(patternsOfHost(host));
      changed();
      return isAllowed;
    },
    async forbidSite(host) {
      const isGone = await giveHostsBack(patternsOfHost(host));
      changed();
      return isGone;
    },
  };
}
