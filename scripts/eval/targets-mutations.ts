/** Runs in a page under evaluation: what sites do to their markup between two releases, and worse. */
import type { Mutation } from '@/lib/page/mutations/model';
import { PURE_MUTATIONS } from '@/lib/page/mutations/mutations';
import { FRAMED } from './targets-mutations-frame';
import { PROFILES } from './targets-mutations-profile';

/** All mutations, in the order they are reported. */
export const MUTATIONS: readonly Mutation[] = [...PURE_MUTATIONS, ...FRAMED, ...PROFILES];
