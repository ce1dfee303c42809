/** A site profile as a file of its own, `rebind.site-profile/1`: handed from desk to desk, without a notice. */
import { z } from 'zod';
import type { SiteProfile } from '@/lib/page/taught';
import { LARGEST_PACK } from './load';
import { siteProfile } from './schema-profiles';

export const PROFILE_FORMAT = 'rebind.site-profile/1';

/** Why a file is none; each has its own sentence. */
export type ProfileProblem = 'not-a-profile' | 'newer-profile' | 'bad-profile' | 'other-system';

export type ReadProfile =
  | { readonly ok: true; readonly profile: SiteProfile }
  | { readonly ok: false; readonly problem: ProfileProblem; readonly where: string };

const headSchema = z.looseObject({ format: z.string() });

export function writeProfile(profile: SiteProfile): string {
  return `${JSON.stringify({ format: PROFILE_FORMAT, ...profile }, null, 2)}\n`;
}

/**
 * Reads a profile's file. Nothing of it is used where anything is wrong: one bad control would leave the others alone
 * without a word.
 *
 * @param system the only system that is taught here
 */
export function readProfile(text: string, system: string): ReadProfile {
  const refuse = (problem: ProfileProblem, where = ''): ReadProfile => ({ ok: false, problem, where });
  if (text.length > LARGEST_PACK) return refuse('not-a-profile');
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return refuse('not-a-profile');
  }
  const head = headSchema.safeParse(json);
  if (!head.success || !head.data.format.startsWith('rebind.site-profile/')) return refuse('not-a-profile');
  if (head.data.format !== PROFILE_FORMAT) return refuse('newer-profile');
  const { format: _, ...body } = head.data;
  const read = siteProfile.safeParse(body);
  if (!read.success) return refuse('bad-profile', (read.error.issues[0]?.path ?? []).map(String).join('.'));
  if (read.data.system !== system) return refuse('other-system', read.data.system);
  return { ok: true, profile: read.data };
}
