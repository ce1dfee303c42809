/** Why a key is not seen, as far as browser, address and clock can tell: the vocabulary. Types only. */
import type { MessageKey, MessageParams } from '@/lib/locale/translate';

/** How a result is known; what nobody saw or said stays unknown. */
export type Known = 'seen' | 'said' | 'unknown';

/** What a permission query answered; `unsupported`: the browser does not know the name. */
export type PermissionAnswer = 'granted' | 'denied' | 'prompt' | 'unsupported';

/** Read in the site's own top document: the answers are that document's. */
export interface PageReading {
  /** `http:`, `https:`; another for pages that are no site's. */
  readonly protocol: string;
  /** The current name (Chromium 145) and the one before it (142). */
  readonly loopbackNetwork: PermissionAnswer;
  readonly localNetworkAccess: PermissionAnswer;
}

/** Browser and clock of this computer; the same wherever in the browser it is read. */
export interface MachineReading {
  readonly userAgent: string;
  /** From `navigator.userAgentData`; empty where the browser has none. */
  readonly brands: readonly { readonly brand: string; readonly version: string }[];
  readonly now: Date;
  /** Minutes behind UTC, as `Date.getTimezoneOffset` tells: −480 in Shanghai. */
  readonly offset: number;
}

export const QUESTIONS = ['environment-assistants', 'environment-keys'] as const;
/** Ids under which the person's answers stand in the ledger. */
export type EnvironmentQuestion = (typeof QUESTIONS)[number];

export interface Said {
  readonly answer: 'yes' | 'no';
  /** The fact, to take it back. */
  readonly fact: string;
}

export type EnvironmentKey = Extract<MessageKey, `environment.${string}`>;

/** A sentence of the locale files, and what fills its holes. `at` (ISO 8601, UTC) is told in Shanghai time. */
export interface Line {
  readonly key: EnvironmentKey;
  readonly params?: MessageParams | undefined;
  readonly at?: string | undefined;
}

export type FindingId = 'browser' | 'address' | 'access' | 'mode' | 'clock' | 'zone' | 'assistants' | 'keys';

/** `ask`: for the person to compare or to answer. */
export type FindingTone = 'ok' | 'caution' | 'ask';

export interface Finding {
  readonly id: FindingId;
  readonly known: Known;
  readonly tone: FindingTone;
  readonly say: Line;
  /** What to do, in order; for whom it is, stands in the sentence. */
  readonly cures: readonly Line[];
  /** Asked of the person, and what they said. */
  readonly question?: { readonly id: EnvironmentQuestion; readonly said: Said | null } | undefined;
}
