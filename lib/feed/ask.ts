/** One round with a feed: the index, then the packs that are new here. Changes nothing. */
import { isBlocked, isPinnedTo, type PackRules, pinnedVersion } from '@/lib/notice/pack-rules';
import { compareVersions } from '@/lib/notice/standing';
import { judgeIndex } from './judge-index';
import { thumbprintOf } from './keys';
import {
  type FeedChoice,
  type FeedFailure,
  type FeedIndex,
  type FeedOffer,
  type FeedState,
  INDEX_TYPE,
  type IndexEntry,
  LARGEST_INDEX,
  LARGEST_PACK_FILE,
  PACK_TYPE,
  type PackRefusal,
} from './model';
import { sha256Of, verifySigned } from './verify';

export type Fetched =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false;
      readonly why: 'unreachable' | 'timeout' | 'status' | 'redirected' | 'tooLarge' | 'unreadable';
      readonly status?: number | undefined;
    };

/** The way to the network: one file, whole, at most so many bytes. Never rejects. */
export type FetchFile = (address: string, mostBytes: number) => Promise<Fetched>;

/** A pack from a feed that is here already. */
export interface Kept {
  readonly id: string;
  readonly version: string;
  readonly key: string;
  readonly sha256: string;
}

export type FeedRound =
  | { readonly ok: false; readonly failure: FeedFailure }
  | {
      readonly ok: true;
      readonly index: FeedIndex;
      readonly key: string;
      readonly digest: string;
      /** Every pack to be had, those that are here already left out. */
      readonly fresh: readonly FeedOffer[];
      readonly refusals: readonly PackRefusal[];
      /** Thumbprints of the keys that count. */
      readonly trusted: ReadonlySet<string>;
    };

/** Of each pack the version to be had: the one prescribed, else the newest that is not blocked. */
export function entriesWanted(index: FeedIndex, rules: PackRules): readonly IndexEntry[] {
  const wanted = new Map<string, IndexEntry>();
  for (const entry of index.packs) {
    const pin = pinnedVersion(rules, entry.id);
    if (isBlocked(rules, entry) || (pin !== undefined && pin !== entry.version)) continue;
    const known = wanted.get(entry.id);
    if (!known || compareVersions(known.version, entry.version) < 0) wanted.set(entry.id, entry);
  }
  return [...wanted.values()];
}

/**
 * Asks a feed. All that was not had in order (an answer, a signature, a digest) makes the whole round fail; an older
 * version of a single pack is left out and named.
 */
export async function askFeed(
  { address, keys }: FeedChoice,
  parts: {
    readonly state: FeedState;
    readonly kept: readonly Kept[];
    readonly rules: PackRules;
    readonly now: Date;
    readonly fetchFile: FetchFile;
  },
): Promise<FeedRound> {
  const { state, kept, rules, now, fetchFile } = parts;
  const trusted = new Set(await Promise.all(keys.map(thumbprintOf)));
  const indexFile = new URL(address).pathname.split('/').at(-1) || 'index';
  const answer = await fetchFile(address, LARGEST_INDEX);
  if (!answer.ok) return failed(answer, indexFile, LARGEST_INDEX);
  const judged = await judgeIndex(answer.text, {
    keys,
    trusted,
    state,
    now,
    type: INDEX_TYPE,
    file: indexFile,
  });
  if (!judged.ok) return judged;
  const { index, key, digest } = judged;
  const refusals: PackRefusal[] = [];
  const fresh: FeedOffer[] = [];
  for (const entry of entriesWanted(index, rules)) {
    const isIt = (one: Kept) =>
      one.id === entry.id &&
      one.version === entry.version &&
      one.sha256 === entry.sha256 &&
      trusted.has(one.key);
    const mark = state.versions[entry.id];
    const isOld =
      mark &&
      trusted.has(mark.key) &&
      compareVersions(entry.version, mark.value) < 0 &&
      !isPinnedTo(rules, entry);
    const offered = state.offers.find(isIt);
    if (isOld) refusals.push({ id: entry.id, version: entry.version, why: 'older', details: [mark.value] });
    else if (offered) fresh.push(offered);
    else if (!kept.some(isIt)) {
      const got = await fetchPack(entry, address, keys, fetchFile);
      if ('failure' in got) return { ok: false, failure: got.failure };
      fresh.push(got);
    }
  }
  return { ok: true, index, key, digest, fresh, refusals, trusted };
}

async function fetchPack(
  entry: IndexEntry,
  address: string,
  keys: FeedChoice['keys'],
  fetchFile: FetchFile,
): Promise<FeedOffer | { readonly failure: FeedFailure }> {
  const { id, version, file, sha256 } = entry;
  const answer = await fetchFile(new URL(file, address).href, LARGEST_PACK_FILE);
  if (!answer.ok) return failed(answer, file, LARGEST_PACK_FILE);
  const refuse = (code: FeedFailure['code']) => ({ failure: { code, file, params: {} } });
  if ((await sha256Of(answer.text)) !== sha256) return refuse('digest');
  const verified = await verifySigned(answer.text, keys, PACK_TYPE);
  if (!verified.ok) return refuse(verified.code);
  if (!names(verified.text, entry)) return refuse('mismatch');
  return { id, version, text: verified.text, key: verified.key, sha256 };
}

/** Whether a pack's text calls itself what the index calls it. */
function names(text: string, { id, version }: IndexEntry): boolean {
  try {
    const pack = JSON.parse(text) as { id?: unknown; version?: unknown } | null;
    return pack?.id === id && pack.version === version;
  } catch {
    return false;
  }
}

function failed(answer: Extract<Fetched, { ok: false }>, file: string, most: number) {
  const params: Record<string, string | number> = {};
  if (answer.status !== undefined) params.status = answer.status;
  if (answer.why === 'tooLarge') params.most = Math.floor(most / 1000);
  return { ok: false, failure: { code: answer.why, file, params } } as const;
}
