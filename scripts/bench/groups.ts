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
  overlay: {
    figures: Object.values(OVERLAY_FIGURES).flat(),
    measure: async (report, options) =>
      (await import('./overlay/measure-overlay')).measureOverlay(report, options),
  },
};
