import { SOON_THRESHOLDS } from '@/lib/certificate/status';
import type { Settings } from './model';

/** What holds where nothing was set. Without zod: the popup's first paint needs it. */
export const DEFAULT_SETTINGS: Settings = {
  preview: null,
  largeType: false,
  announced: {},
  thresholds: SOON_THRESHOLDS,
  quiet: null,
  snoozed: {},
  cardPlaces: {},
  rosterViews: [],
  rosterDeadline: null,
  callTally: {},
  noticeRegion: null,
  siteProfiles: [],
};
