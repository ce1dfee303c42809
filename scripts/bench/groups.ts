/**
 * What can be measured, by group. A group is loaded when it is asked for, so that one that cannot be loaded
 * does not stop the others.
 */
import type { Group } from './figure';

export const GROUPS: Readonly<Record<string, Group>> = {
  sentinel: {
    figures: ['sentinel-bytes', 'sentinel-recogniser-bytes'],
    measure: async (report) => (await import('./sentinel/bytes')).measureBytes(report),
  },
};
