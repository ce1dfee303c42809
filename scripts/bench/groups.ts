/**
 * What can be measured, by group. A group is loaded when it is asked for, so that one that cannot be loaded
 * does not stop the others.
 */
import type { Group } from './figure';
import { OVERLAY_FIGURES } from './overlay/figures';

export const GROUPS: Readonly<Record<string, Group>> = {
  sentinel: {
    figures: ['sentinel-bytes', 'sentinel-recogniser-bytes'],
    measure: async (report) => (await import('./sentinel/bytes')).measureBytes(report),
  },
  recognition: {
    figures: [
      'recognition-500',
      'recognition-500-loaded',
      'recognition-5000',
      'recognition-5000-loaded',
      'recognition-50000',
      'recognition-50000-loaded',
      'recognition-50000-longest-task',
      'recognition-layouts',
      'recognition-accuracy',
    ],
    measure: async (report, options) =>
      (await import('./recognition/measure')).measureRecognition(report, options),
  },
  storm: {
    figures: ['storm-main-thread', 'storm-heap'],
    measure: async (report) => (await import('./storm/measure')).measureStorm(report),
  },
  fuzz: {
    figures: ['fuzz-longest-slice'],
    measure: async (report) => (await import('./fuzz/measure')).measureFuzz(report),
  },
  packs: {
    figures: [
      'packs-300kb',
      'packs-300kb-first',
      'packs-200-in-force-first',
      'packs-200-in-force',
      'packs-200-in-force-again',
    ],
    measure: async (report) => (await import('./packs/measure')).measurePacks(report),
  },
  popup: {
    figures: ['popup-open-3', 'popup-open-500', 'popup-open-200-packs'],
    measure: async (report) => (await import('./popup/measure')).measurePopup(report),
  },
  roster: {
    figures: [
      'roster-import',
      'roster-import-with-reading',
      'roster-import-longest-task',
      'roster-search',
      'roster-search-painted',
      'roster-scroll-frame',
    ],
    measure: async (report, options) => (await import('./roster/measure')).measureRoster(report, options),
  },
  overlay: {
    figures: Object.values(OVERLAY_FIGURES).flat(),
    measure: async (report, options) =>
      (await import('./overlay/measure-overlay')).measureOverlay(report, options),
  },
};
