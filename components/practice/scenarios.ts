/** Ready-made situations, reached by `?state=NAME`: every page state of design.md §6, some in several places. */
import type { PageState } from '@/lib/page/model';
import {
  type AccountRecord,
  newAccount,
  newTab,
  PIN_TRIES,
  type PracticeState,
  type TabRecord,
} from './system';

export interface Scenario {
  /** What the page in front of the user is. */
  readonly state: PageState;
  /** Answers that are tolerable too: abstaining where nothing is to be pointed at. */
  readonly accept?: readonly PageState[];
  readonly tab: Partial<TabRecord>;
  readonly account?: Partial<AccountRecord>;
}

const IN = { session: 'login-account' } as const;
const LIST = { ...IN, page: 'ca-list' } as const;
const UNBOUND = { bound: null, plugged: 'new' } as const;
const CA_LOGIN = { page: 'login', way: 'login-ca' } as const;

export const SCENARIOS = {
  'login-account': { state: 'login-account', tab: {} },
  'login-ca': { state: 'login-ca', tab: CA_LOGIN },
  home: { state: 'home', tab: { ...IN, page: 'home' } },
  'ca-list': { state: 'ca-list', tab: LIST },
  'ca-list-empty': { state: 'ca-list', tab: LIST, account: UNBOUND },
  'ca-list-new': { state: 'ca-list', tab: LIST, account: { bound: 'new', plugged: 'new' } },
  'unbind-confirm': { state: 'unbind-confirm', tab: { ...LIST, dialog: 'unbind' } },
  'unbind-done': {
    state: 'unbind-done',
    tab: { ...LIST, outcome: 'unbind-done' },
    account: { bound: null },
  },
  /** The system throws the user out and says so on the login page. */
  'unbind-done-out': {
    state: 'unbind-done',
    accept: ['login-account'],
    tab: { outcome: 'unbind-done' },
    account: { bound: null },
  },
  'bind-form': { state: 'bind-form', tab: { ...LIST, dialog: 'bind' }, account: UNBOUND },
  'bind-done': {
    state: 'bind-done',
    tab: { ...LIST, outcome: 'bind-done' },
    account: { bound: 'new', plugged: 'new' },
  },
  'driver-missing': {
    state: 'driver-missing',
    tab: { ...LIST, outcome: 'driver-missing' },
    account: { ...UNBOUND, faults: ['driver-missing'] },
  },
  'key-missing': {
    state: 'key-missing',
    tab: { ...LIST, outcome: 'key-missing' },
    account: { ...UNBOUND, plugged: null },
  },
  'pin-wrong': {
    state: 'pin-wrong',
    tab: { ...LIST, dialog: 'bind', outcome: 'pin-wrong' },
    account: { ...UNBOUND, tries: { old: PIN_TRIES, new: PIN_TRIES - 1 } },
  },
  'pin-locked': {
    state: 'pin-locked',
    tab: { ...LIST, dialog: 'bind', outcome: 'pin-locked' },
    account: { ...UNBOUND, tries: { old: PIN_TRIES, new: 0 } },
  },
  'certificate-expired': {
    state: 'certificate-expired',
    tab: { ...LIST, dialog: 'bind', outcome: 'certificate-expired' },
    account: { ...UNBOUND, faults: ['certificate-expired'] },
  },
  'already-bound': {
    state: 'already-bound',
    tab: { ...LIST, dialog: 'bind', outcome: 'already-bound' },
    account: { ...UNBOUND, faults: ['already-bound'] },
  },
  'account-bound': { state: 'already-bound', tab: { ...LIST, outcome: 'account-bound' } },
  'session-expired': { state: 'session-expired', tab: { page: 'ca-list', outcome: 'session-expired' } },
  'system-busy': {
    state: 'system-busy',
    tab: { ...LIST, outcome: 'system-busy' },
    account: { faults: ['system-busy'] },
  },
  'login-driver-missing': {
    state: 'driver-missing',
    tab: { ...CA_LOGIN, outcome: 'driver-missing' },
    account: { faults: ['driver-missing'] },
  },
  'login-key-missing': {
    state: 'key-missing',
    tab: { ...CA_LOGIN, outcome: 'key-missing' },
    account: { plugged: null },
  },
  'login-pin-wrong': {
    state: 'pin-wrong',
    tab: { ...CA_LOGIN, outcome: 'pin-wrong' },
    account: { tries: { old: PIN_TRIES - 1, new: PIN_TRIES } },
  },
  'login-pin-locked': {
    state: 'pin-locked',
    tab: { ...CA_LOGIN, outcome: 'pin-locked' },
    account: { tries: { old: 0, new: PIN_TRIES } },
  },
  'login-certificate-expired': {
    state: 'certificate-expired',
    tab: { ...CA_LOGIN, outcome: 'certificate-expired' },
    account: { faults: ['certificate-expired'] },
  },
  /** An error the product has no state for: what is on the page besides is as good an answer as none. */
  'login-not-bound': {
    state: 'login-ca',
    accept: ['other', 'unknown'],
    tab: { ...CA_LOGIN, outcome: 'not-bound' },
    account: { plugged: 'new' },
  },
  'login-system-busy': {
    state: 'system-busy',
    tab: { outcome: 'system-busy' },
    account: { faults: ['system-busy'] },
  },
  // Inside, with the menu in sight, but not the home page: to call it home leads nobody astray.
  seal: { state: 'other', accept: ['unknown', 'home'], tab: { ...IN, page: 'seal' } },
  password: { state: 'other', accept: ['unknown', 'home'], tab: { ...IN, page: 'password' } },
  loading: { state: 'unknown', accept: ['other', 'home'], tab: { ...IN, page: 'loading' } },
} as const satisfies Record<string, Scenario>;
export type ScenarioName = keyof typeof SCENARIOS;
export const SCENARIO_NAMES = Object.keys(SCENARIOS) as readonly ScenarioName[];

export function isScenarioName(name: string): name is ScenarioName {
  return Object.hasOwn(SCENARIOS, name);
}

/** The scenario as a whole state; its messages stay until dismissed. */
export function setScene(name: ScenarioName, base: PracticeState): PracticeState {
  const scenario: Scenario = SCENARIOS[name];
  return {
    today: base.today,
    account: { ...newAccount(), ...scenario.account },
    tab: { ...newTab(base.tab.account), ...scenario.tab, held: true },
  };
}
