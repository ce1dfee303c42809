/** Keeps the rehearsal across reloads, and in step across the documents of one tab. */
import type { CalendarDate } from '@/lib/notice/calendar';
import { PRACTICE_ACCOUNTS, PRACTICE_KEYS, type PracticeAccount } from './certificates';
import {
  type AccountRecord,
  afterReload,
  FAULTS,
  newAccount,
  newPractice,
  newTab,
  type PracticeEvent,
  type PracticeState,
  reducePractice,
  type TabRecord,
} from './system';

/** The part of `Storage` that is used, so that tests hand in a map. */
export type KeyValues = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface PracticeStoreOptions {
  /** What the imitated server remembers: `localStorage`. */
  readonly local: KeyValues;
  /** What the tab remembers: `sessionStorage`, which the frames of a tab share. */
  readonly session: KeyValues;
  /** The day until another is chosen. */
  readonly usualDay: CalendarDate;
  /** A single-page skin loses dialogs and messages when its document is loaded again. */
  readonly forgetsDialogs: boolean;
}

export interface PracticeStore {
  get(): PracticeState;
  dispatch(event: PracticeEvent): PracticeState;
  /** Puts a prepared state in place: deep links. */
  put(state: PracticeState): void;
  /** Changes to another rehearsal account, whose record is kept apart. */
  switchAccount(account: PracticeAccount): void;
  /** Reads again what another document wrote. */
  refresh(): void;
  subscribe(hear: () => void): () => void;
}

const ACCOUNT_KEY = (account: PracticeAccount) => `practice-account-${account}`;
const TAB_KEY = 'practice-tab';
const DAY_KEY = 'practice-day';

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isOneOf<T extends string>(values: readonly T[], value: unknown): value is T {
  return typeof value === 'string' && (values as readonly string[]).includes(value);
}

/** Storage may be refused, or hold what an older version wrote: then the rehearsal begins afresh. */
function read(storage: KeyValues, key: string): unknown {
  try {
    return JSON.parse(storage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

/** @returns false where storage is refused: the rehearsal then runs until the document is closed. */
function write(storage: KeyValues, key: string, value: unknown): boolean {
  try {
    storage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

function asAccount(value: unknown): AccountRecord | null {
  if (!isRecord(value) || !isRecord(value.tries) || !Array.isArray(value.faults)) return null;
  const key = (each: unknown) => each === null || isOneOf(PRACTICE_KEYS, each);
  const { old, new: fresh } = value.tries;
  const tries = typeof old === 'number' && typeof fresh === 'number';
  const faults = value.faults.every((each) => isOneOf(FAULTS, each));
  return key(value.bound) && key(value.plugged) && tries && faults
    ? (value as unknown as AccountRecord)
    : null;
}

function asTab(value: unknown): TabRecord | null {
  if (!isRecord(value) || !isOneOf(PRACTICE_ACCOUNTS, value.account)) return null;
  const fresh = newTab(value.account);
  const known = Object.keys(fresh).every((key) => key in value);
  return known ? (value as unknown as TabRecord) : null;
}

function asDay(value: unknown): CalendarDate | null {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : null;
}

export function createPracticeStore(options: PracticeStoreOptions): PracticeStore {
  const { local, session } = options;
  const listeners = new Set<() => void>();
  let isKept = true;

  function load(): PracticeState {
    const tab = asTab(read(session, TAB_KEY)) ?? newTab();
    const account = asAccount(read(local, ACCOUNT_KEY(tab.account))) ?? newAccount();
    return { account, tab, today: asDay(read(local, DAY_KEY)) ?? options.usualDay };
  }

  function keep(next: PracticeState): void {
    const written = [
      next.tab === state.tab || write(session, TAB_KEY, next.tab),
      next.account === state.account || write(local, ACCOUNT_KEY(next.tab.account), next.account),
      next.today === state.today || write(local, DAY_KEY, next.today),
    ];
    isKept &&= written.every(Boolean);
    const changed = next !== state;
    state = next;
    if (changed) for (const hear of listeners) hear();
  }

  let state = load();
  // A deep link holds its dialog once; `held` is cleared by the first action.
  if (options.forgetsDialogs && !state.tab.held) keep(afterReload(state));

  return {
    get: () => state,
    dispatch(event) {
      // Another document of the tab may have written since: its step must not be undone by ours.
      if (isKept) state = load();
      keep(reducePractice(state, event));
      return state;
    },
    put: keep,
    switchAccount(account) {
      const kept = asAccount(read(local, ACCOUNT_KEY(account)));
      keep({ ...newPractice(state.today, account), account: kept ?? newAccount() });
    },
    refresh() {
      state = load();
      for (const hear of listeners) hear();
    },
    subscribe(hear) {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
  };
}
