import type { AddedSite } from '@/lib/notice/added-sites';

/** A site that a pack adds, as the page shows it. */
export interface ShownSite extends AddedSite {
  /** A single host below a registered name: one that may be asked for. */
  readonly isNarrow: boolean;
  readonly isAllowed: boolean;
}

export interface SiteServices {
  /** To be called in the click itself: the browser asks the person only then. Resolves to the answer. */
  allowSite(host: string): Promise<boolean>;
  /** Resolves to false where the browser keeps it (an administrator's setting). */
  forbidSite(host: string): Promise<boolean>;
}
