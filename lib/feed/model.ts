/**
 * A feed of notice packs: a static address with an index and packs, each a compact JWS signed with ES256
 * (docs/decisions/020-feed.md). Plain types, importable anywhere; instants are ISO 8601, UTC.
 */
import type { PackRules } from '@/lib/notice/pack-rules';

export const FEED_FORMAT = 'rebind.feed/1';
/** The protected header's `typ`: an index can never be taken for a pack, nor the other way round. */
export const INDEX_TYPE = 'rebind-index+jws';
export const PACK_TYPE = 'rebind-pack+jws';
export const ALGORITHM = 'ES256';

/** Bytes; larger answers are not read to their end. A pack's text is at most 2,000,000 characters, as base64 more. */
export const LARGEST_INDEX = 256_000;
export const LARGEST_PACK_FILE = 8_100_000;
export const MOST_PACKS = 200;
export const MOST_KEYS = 8;

/** A public key as JWK, ES256. */
export interface FeedKey {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  /** base64url, 32 bytes each. */
  readonly x: string;
  readonly y: string;
}

/** Where a feed is, and whose signatures count. */
export interface FeedChoice {
  /** The index's own address, http or https. */
  readonly address: string;
  readonly keys: readonly FeedKey[];
}

/** Who set the feed: the administrator's goes before the person's own. */
export type FeedOwner = 'administrator' | 'user';

/** What the administrator's policy says of notice packs. */
export interface Administration extends PackRules {
  readonly feed: FeedChoice | null;
  /** Paths in the policy that could not be read and do not count: `noticeFeed.keys[0].x`. */
  readonly faults: readonly string[];
}

export const NO_ADMINISTRATION: Administration = { feed: null, pinned: [], blocked: [], faults: [] };

export interface IndexEntry {
  readonly id: string;
  readonly version: string;
  /** A file's name beside the index. */
  readonly file: string;
  /** Of the file's bytes, hexadecimal. */
  readonly sha256: string;
}

export interface FeedIndex {
  readonly format: typeof FEED_FORMAT;
  /** Grows with every index; one with a smaller number is an old one played back. */
  readonly serial: number;
  readonly issuedAt: string;
  readonly expiresAt: string;
  readonly packs: readonly IndexEntry[];
}

/** Why a check changed nothing; each has its own sentence (`feed.failure.<code>`). No hyphens: message names. */
export const FEED_FAILURES = [
  'unreachable',
  'timeout',
  'status',
  'redirected',
  'tooLarge',
  'notSigned',
  'strangeKey',
  'forged',
  'wrongKind',
  'unreadable',
  'newerFormat',
  'expired',
  'fromFuture',
  'older',
  'clash',
  'digest',
  'mismatch',
  'badKey',
  'storage',
] as const;
export type FeedFailureCode = (typeof FEED_FAILURES)[number];

export interface FeedFailure {
  readonly code: FeedFailureCode;
  /** A file's name, or the index. */
  readonly file: string;
  /** Holes of the sentence: a status, a serial, a day. */
  readonly params: Readonly<Record<string, string | number>>;
}

/** A pack the feed lists, rightly signed, that this installation does not take; the others are taken all the same. */
export interface PackRefusal {
  readonly id: string;
  readonly version: string;
  /** `unreadable`: not valid, or for a newer Rebind. `older`: a newer version was here. `clash`: one of this number says something else. */
  readonly why: 'unreadable' | 'older' | 'clash';
  /** The first problems, in words of the browser's language. */
  readonly details: readonly string[];
}

/** One pack that an administrator's feed has changed here. */
export interface FeedChange {
  readonly at: string;
  readonly id: string;
  readonly title: string;
  /** null: there was none, or there is none any more. */
  readonly from: string | null;
  readonly to: string | null;
  /** What is different in what is followed, in words of the browser's language. */
  readonly lines: readonly string[];
}

/** A verified pack that waits for the person to look at it. */
export interface FeedOffer {
  readonly id: string;
  readonly version: string;
  readonly text: string;
  /** Thumbprint of the key that signed it. */
  readonly key: string;
  readonly sha256: string;
}

/** The highest number taken, and by whose signature: one of a key no longer trusted does not count. */
export interface Mark<T> {
  readonly value: T;
  readonly key: string;
}

/** What is known of the feed in force; it begins anew with another address. */
export interface FeedState {
  readonly owner: FeedOwner;
  readonly address: string;
  readonly serial: Mark<number> | null;
  /** SHA-256 of that index's content, hexadecimal. */
  readonly digest: string | null;
  /** Of each pack the highest version taken or offered. */
  readonly versions: Readonly<Record<string, Mark<string>>>;
  readonly checkedAt: string | null;
  readonly succeededAt: string | null;
  /** Of the last index accepted. */
  readonly expiresAt: string | null;
  readonly nextAt: string | null;
  /** In a row, since the last success. */
  readonly failures: number;
  readonly failure: FeedFailure | null;
  readonly refusals: readonly PackRefusal[];
  readonly changes: readonly FeedChange[];
  readonly offers: readonly FeedOffer[];
  /** Packs here that came from this feed and are not listed any more. */
  readonly gone: readonly string[];
}

export function newFeedState(owner: FeedOwner, address: string): FeedState {
  return {
    owner,
    address,
    serial: null,
    digest: null,
    versions: {},
    checkedAt: null,
    succeededAt: null,
    expiresAt: null,
    nextAt: null,
    failures: 0,
    failure: null,
    refusals: [],
    changes: [],
    offers: [],
    gone: [],
  };
}
