/** Names of the databases; apart from the schema, so that they can be known without Dexie. */
import type { Namespace } from './model';

export const REAL_DATABASE = 'rebind';

export const DATABASE_NAMES: Readonly<Record<Namespace, string>> = {
  real: REAL_DATABASE,
  preview: 'rebind-preview',
  practice: 'rebind-practice',
};
