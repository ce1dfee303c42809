/**
 * The imitated system as a pure state machine: an account with at most one bound certificate, a session,
 * a key in the slot, and faults a trainer may switch on. Which words and markup show it is a skin's business.
 */

import type { LoginKind } from '@/lib/guide/model';
import type { CalendarDate } from '@/lib/notice/calendar';
import type { TroubleState } from '@/lib/page/model';
import type { PracticeAccount, PracticeKey } from './certificates';

/** Wrong PINs a key takes before it locks itself; 6 to 10 are seen in the field (field-notes §1). */
export const PIN_TRIES = 6;

export const FAULTS = [
  /** The vendor's helper process does not answer. */
  'driver-missing',
  /** Every PIN typed from now on is wrong, and counts. */
  'pin-wrong',
  /** The certificate in the slot has run out. */
  'certificate-expired',
  /** The certificate in the slot is bound to somebody else's account. */
  'already-bound',
  /** The next action finds the session gone. Once. */
  'session-expired',
  /** Every action is answered with "busy" until switched off. */
  'system-busy',
  /** The system throws the user out as soon as the certificate is unbound. */
  'logout-after-unbind',
  /** Unbinding happens at the first click, as some real systems do. */
  'unbind-at-once',
  /** Old pages ask through `window.confirm`, which no DOM shows. Skins without it ignore this. */
  'native-confirm',
] as const;
export type Fault = (typeof FAULTS)[number];

/** Kept by the "server": survives logout, reload and the browser. */
export interface AccountRecord {
  readonly bound: PracticeKey | null;
  /** The key in the slot. */
  readonly plugged: PracticeKey | null;
  readonly tries: Readonly<Record<PracticeKey, number>>;
  readonly faults: readonly Fault[];
}

export type PracticePage =
  | 'login'
  | 'home'
  | 'ca-list'
  | 'seal'
  | 'password'
  /** Before the data are there: nothing to recognise. */
  | 'loading';

export type Dialog = 'unbind' | 'bind';

export type Outcome =
  | 'unbind-done'
  | 'bind-done'
  | TroubleState
  /** This account has a certificate already; the page state is `already-bound` as well. */
  | 'account-bound'
  /** CA login with a certificate that no account has bound. */
  | 'not-bound';

/** Kept by the tab: gone with it. */
export interface TabRecord {
  readonly account: PracticeAccount;
  readonly session: LoginKind | null;
  readonly page: PracticePage;
  readonly way: LoginKind;
  readonly dialog: Dialog | null;
  readonly outcome: Outcome | null;
  /** Shown until dismissed, even where a skin would let it fade: for deep links and screenshots. */
  readonly held: boolean;
}

export interface PracticeState {
  readonly account: AccountRecord;
  readonly tab: TabRecord;
  /** The rehearsal's day; certificates are dated around it. */
  readonly today: CalendarDate;
}

/** `not-asked`: the skin leaves the PIN to the driver's own window, which always gets it right here. */
export type PinEntry = 'right' | 'wrong' | 'not-asked';

export type PracticeEvent =
  // what a person does on the imitated site
  | { readonly type: 'choose-way'; readonly way: LoginKind }
  | { readonly type: 'login-account' }
  | { readonly type: 'login-ca'; readonly pin: PinEntry }
  | { readonly type: 'logout' }
  | { readonly type: 'open'; readonly page: PracticePage }
  | { readonly type: 'ask-unbind' }
  | { readonly type: 'confirm-unbind' }
  /** `reads`: this skin looks for the key before it opens the form, not after. */
  | { readonly type: 'ask-bind'; readonly reads: boolean }
  | { readonly type: 'submit-bind'; readonly pin: PinEntry }
  | { readonly type: 'cancel' }
  | { readonly type: 'dismiss' }
  // what the console does
  | { readonly type: 'plug'; readonly key: PracticeKey | null }
  | { readonly type: 'lock'; readonly key: PracticeKey; readonly locked: boolean }
  | { readonly type: 'fault'; readonly fault: Fault; readonly on: boolean }
  | { readonly type: 'today'; readonly date: CalendarDate }
  | { readonly type: 'reset' };

export function newAccount(): AccountRecord {
  return { bound: 'old', plugged: 'old', tries: { old: PIN_TRIES, new: PIN_TRIES }, faults: [] };
}

export function newTab(account: PracticeAccount = 'a'): TabRecord {
  return {
    account,
    session: null,
    page: 'login',
    way: 'login-account',
    dialog: null,
    outcome: null,
    held: false,
  };
}

export function newPractice(today: CalendarDate, account: PracticeAccount = 'a'): PracticeState {
  return { account: newAccount(), tab: newTab(account), today };
}

/** What a reload leaves of a single-page application: the place, but no dialog and no message. */
export function afterReload(state: PracticeState): PracticeState {
  const page = state.tab.session === null ? 'login' : state.tab.page;
  return inTab(state, { page, dialog: null, outcome: null, held: false });
}

/**
 * PINs are simulated: six or more digits count as right. The text is looked at and forgotten; it is never
 * stored, and nobody should type a real one.
 */
export function judgePin(typed: string): PinEntry {
  return /^\d{6,}$/.test(typed) ? 'right' : 'wrong';
}

export function hasFault(state: PracticeState, fault: Fault): boolean {
  return state.account.faults.includes(fault);
}

/** Whether the key in the slot has used up its tries. */
export function isLocked(state: PracticeState, key: PracticeKey): boolean {
  return state.account.tries[key] === 0;
}

function inTab(state: PracticeState, change: Partial<TabRecord>): PracticeState {
  return { ...state, tab: { ...state.tab, ...change } };
}

function inAccount(state: PracticeState, change: Partial<AccountRecord>): PracticeState {
  return { ...state, account: { ...state.account, ...change } };
}

function say(state: PracticeState, outcome: Outcome): PracticeState {
  return inTab(state, { outcome, held: false });
}

function withFault(state: PracticeState, fault: Fault, on: boolean): PracticeState {
  const faults = state.account.faults.filter((each) => each !== fault);
  return inAccount(state, { faults: on ? [...faults, fault] : faults });
}

/** Every action meets these first: is the person still in, and does the system answer? */
function admit(
  state: PracticeState,
  needsSession: boolean,
  act: (state: PracticeState) => PracticeState,
): PracticeState {
  const clear = inTab(state, { outcome: null, held: false });
  if (needsSession && clear.tab.session === null) return say(clear, 'session-expired');
  if (needsSession && hasFault(clear, 'session-expired')) {
    const out = withFault(clear, 'session-expired', false);
    return say(inTab(out, { session: null, dialog: null }), 'session-expired');
  }
  if (hasFault(clear, 'system-busy')) return say(clear, 'system-busy');
  return act(clear);
}

/** What the vendor's helper finds in the slot. */
function readKey(state: PracticeState): PracticeKey | TroubleState {
  if (hasFault(state, 'driver-missing')) return 'driver-missing';
  return state.account.plugged ?? 'key-missing';
}

function isKey(read: PracticeKey | TroubleState): read is PracticeKey {
  return read === 'old' || read === 'new';
}

/** Reads the key, checks its PIN (a wrong one costs a try) and hands it on. */
function useKey(
  state: PracticeState,
  pin: PinEntry,
  act: (state: PracticeState, key: PracticeKey) => PracticeState,
): PracticeState {
  const read = readKey(state);
  if (!isKey(read)) return say(state, read);
  if (isLocked(state, read)) return say(state, 'pin-locked');
  if (pin === 'wrong' || hasFault(state, 'pin-wrong')) {
    const left = state.account.tries[read] - 1;
    const tried = inAccount(state, { tries: { ...state.account.tries, [read]: left } });
    return say(tried, left === 0 ? 'pin-locked' : 'pin-wrong');
  }
  if (hasFault(state, 'certificate-expired')) return say(state, 'certificate-expired');
  return act(inAccount(state, { tries: { ...state.account.tries, [read]: PIN_TRIES } }), read);
}

function unbind(state: PracticeState): PracticeState {
  if (state.account.bound === null) return inTab(state, { dialog: null });
  const unbound = inTab(inAccount(state, { bound: null }), { dialog: null });
  const out = hasFault(state, 'logout-after-unbind')
    ? inTab(unbound, { session: null, page: 'login', way: 'login-account' })
    : unbound;
  return say(out, 'unbind-done');
}

function bind(state: PracticeState, key: PracticeKey): PracticeState {
  if (state.account.bound !== null) return say(inTab(state, { dialog: null }), 'account-bound');
  if (hasFault(state, 'already-bound')) return say(state, 'already-bound');
  return say(inTab(inAccount(state, { bound: key }), { dialog: null }), 'bind-done');
}

function enter(state: PracticeState, session: LoginKind): PracticeState {
  return inTab(state, { session, page: 'home', dialog: null, outcome: null });
}

/** One step of the imitated system. Total: an event that makes no sense where it arrives changes nothing. */
export function reducePractice(state: PracticeState, event: PracticeEvent): PracticeState {
  switch (event.type) {
    case 'choose-way':
      return inTab(state, { way: event.way, outcome: null, held: false });
    case 'login-account':
      return admit(state, false, (ready) => enter(ready, 'login-account'));
    case 'login-ca':
      return admit(state, false, (ready) =>
        useKey(ready, event.pin, (opened, key) =>
          opened.account.bound === key ? enter(opened, 'login-ca') : say(opened, 'not-bound'),
        ),
      );
    case 'logout':
      return inTab(state, {
        session: null,
        page: 'login',
        way: 'login-account',
        dialog: null,
        outcome: null,
        held: false,
      });
    case 'open':
      return admit(state, true, (ready) => inTab(ready, { page: event.page, dialog: null }));
    case 'ask-unbind':
      return admit(state, true, (ready) => {
        if (ready.account.bound === null) return ready;
        return hasFault(ready, 'unbind-at-once') ? unbind(ready) : inTab(ready, { dialog: 'unbind' });
      });
    case 'confirm-unbind':
      return state.tab.dialog === 'unbind' ? admit(state, true, unbind) : state;
    case 'ask-bind':
      return admit(state, true, (ready) => {
        if (ready.account.bound !== null) return say(ready, 'account-bound');
        const read = readKey(ready);
        return event.reads && !isKey(read) ? say(ready, read) : inTab(ready, { dialog: 'bind' });
      });
    case 'submit-bind':
      return state.tab.dialog === 'bind'
        ? admit(state, true, (ready) => useKey(ready, event.pin, bind))
        : state;
    case 'cancel':
      return inTab(state, { dialog: null, outcome: null, held: false });
    case 'dismiss': {
      const dismissed = inTab(state, { outcome: null, held: false });
      return dismissed.tab.session === null ? inTab(dismissed, { page: 'login', dialog: null }) : dismissed;
    }
    case 'plug':
      return inAccount(state, { plugged: event.key });
    case 'lock':
      return inAccount(state, {
        tries: { ...state.account.tries, [event.key]: event.locked ? 0 : PIN_TRIES },
      });
    case 'fault':
      return withFault(state, event.fault, event.on);
    case 'today':
      return { ...state, today: event.date };
    case 'reset':
      return newPractice(state.today, state.tab.account);
  }
}
