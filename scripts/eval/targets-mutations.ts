/** Runs in a page under evaluation: what sites do to their markup between two releases, and worse. */
import type { Mutation } from './targets-model';
import { DUPLICATES } from './targets-mutations-duplicates';
import { NAMES } from './targets-mutations-names';
import { PLACES } from './targets-mutations-places';
import { PROFILES } from './targets-mutations-profile';
import { WORDS } from './targets-mutations-words';

/** All mutations, in the order they are reported. */
export const MUTATIONS: readonly Mutation[] = [...NAMES, ...WORDS, ...PLACES, ...DUPLICATES, ...PROFILES];
