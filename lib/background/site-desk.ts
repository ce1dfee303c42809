import { addedSites, patternsOfHost } from '@/lib/notice/added-sites';
import type { NoticeShelf } from '@/lib/notice/available';
import { dateIn } from '@/lib/notice/days';
import { SerialQueue } from './serial-queue';

export interface SiteDeskParts {
  readonly shelf: NoticeShelf;
  readonly now: () => Date;
  /** Hosts that are granted by the installation. */
  readonly own: readonly string[];
  readonly hasHosts: (patterns: readonly string[]) => Promise<boolean>;
  readonly watchSites: (patterns: readonly string[]) => Promise<void>;
  /** Looks at pages of these sites that are open already. */
  readonly lookAtTabs: (patterns: readonly string[]) => Promise<void>;
}

/**
 * Sites that packs add: the sentinel is registered where a pack names the host and the person has allowed it, and
 * nowhere else. Asked anew each time, so that an update (which forgets registrations), a permission taken back in
 * the browser's own settings and a pack removed all come to the same.
 */
export class SiteDesk {
  readonly #parts: SiteDeskParts;
  readonly #queue = new SerialQueue<'sites'>();

  constructor(parts: SiteDeskParts) {
    this.#parts = parts;
  }

  /** Patterns of added sites that the person has allowed. */
  async granted(): Promise<readonly string[]> {
    const { shelf, now, own, hasHosts } = this.#parts;
    const packs = await shelf.packs();
    const sites = addedSites(packs, dateIn(now(), shelf.timeZone), own);
    const patterns = sites.map(({ host }) => patternsOfHost(host));
    const allowed = await Promise.all(patterns.map(hasHosts));
    return patterns.filter((_, at) => allowed[at]).flat();
  }

  async isGranted(host: string): Promise<boolean> {
    const granted = await this.granted();
    return patternsOfHost(host).every((pattern) => granted.includes(pattern));
  }

  /** Registers what is granted now, and looks at pages that were open before. */
  sync(): Promise<void> {
    return this.#queue.run('sites', async () => {
      const patterns = await this.granted();
      await this.#parts.watchSites(patterns);
      if (patterns.length > 0) await this.#parts.lookAtTabs(patterns);
    });
  }
}
