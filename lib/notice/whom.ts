/** Whom a notice speaks to, as packs name them. */

export const AUDIENCES = [
  'budget-unit',
  'supervising-budget-unit',
  'central-purchasing-body',
  'framework-supplier',
  'supplier',
  'procurement-agency',
  'review-expert',
  'finance-department',
] as const;
export type Audience = (typeof AUDIENCES)[number];

export const LEVELS = ['city', 'district'] as const;
export type Level = (typeof LEVELS)[number];

/** State of the old certificate, where the rules depend on it. */
export type OldCertificate = 'valid' | 'expired' | 'none';
