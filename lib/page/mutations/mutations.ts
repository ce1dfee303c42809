/** Changes that need nothing but the document: the desk tries a taught control on them, the benchmark all targets. */
import { DUPLICATES } from './duplicates';
import type { PureMutation } from './model';
import { NAMES } from './names';
import { PLACES } from './places';
import { WORDS } from './words';

/** In the order they are reported. */
export const PURE_MUTATIONS: readonly PureMutation[] = [...NAMES, ...WORDS, ...PLACES, ...DUPLICATES];
