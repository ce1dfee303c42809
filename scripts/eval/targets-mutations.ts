/** Runs in a page under evaluation: what sites do to their markup between two releases, and worse. */
import type { TargetName } from '@/lib/page/model';
import type { Mutation } from './targets-model';
import { DUPLICATES } from './targets-mutations-duplicates';
import { NAMES } from './targets-mutations-names';
import { PLACES } from './targets-mutations-places';
import { WORDS } from './targets-mutations-words';

/** Targets that are fields: what is said about buttons does not hold for them. */
export const FIELDS: ReadonlySet<TargetName> = new Set(['certificate-choice', 'pin-field']);

/** All mutations, in the order they are reported. */
export const MUTATIONS: readonly Mutation[] = [...NAMES, ...WORDS, ...PLACES, ...DUPLICATES];
