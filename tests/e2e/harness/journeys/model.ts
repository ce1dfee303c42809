/** What a journey through one guide is, for the table of journeys and for whoever walks one. */
import type { CardWish } from '../overlay';
import type { SubjectEntry } from '../own-pages';
import type { Person } from '../person';

/** Where on the site a stride begins; a person gets there again after a reload or a restart. */
export type Place = 'login-account' | 'login-ca' | 'home' | 'ca-list' | 'unbind-confirm' | 'bind-form';

/** Something goes wrong before a stride, is shown for what it is, and is put right again. */
export interface Mishap {
  readonly name: string;
  readonly begins: (person: Person) => Promise<void>;
  /** What the card shows meanwhile. */
  readonly sees: CardWish;
  readonly ends: (person: Person) => Promise<void>;
  /** False where the page stays as it is, and nobody has to find back. */
  readonly leadsAway: boolean;
}

export interface Stride {
  readonly name: string;
  readonly from: Place;
  /** What the card must show before it. */
  readonly sees: CardWish;
  /** The card warns here not to go on yet: once it is painted, the ledger says so. */
  readonly warns?: true;
  /** What the person then does. */
  readonly act: (person: Person) => Promise<void>;
  /** Nothing but a word: it may be given in any tab. */
  readonly byWord?: true | undefined;
  readonly mishaps?: readonly Mishap[];
}

export interface Journey {
  readonly guide: string;
  /** The day previewed. */
  readonly date: string;
  readonly subject: SubjectEntry;
  /** What the person picks under 「我要办」; null: the facts lead there. */
  readonly picks: string | null;
  /** What the site holds beforehand: a scenario of the practice site, left by logging out. */
  readonly account?: string;
  /** From the login page to the last word. */
  readonly strides: readonly Stride[];
  /** What the card shows in the end. */
  readonly ends: CardWish;
}
