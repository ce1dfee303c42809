/**
 * The evidence, as data. Each rule: what it is for, what it counts, where it looks, what it must read.
 * Weights add up per state within one region (the top dialog, or the page); a state needs `THRESHOLD`
 * and `MARGIN` over the second. Trap numbers are those of the recognition issue.
 */
import type { PageState } from './model';
import { Kind } from './snapshot';
import { Sense } from './words';

export const THRESHOLD = 6;
export const MARGIN = 2;

export interface Rule {
  readonly id: string;
  readonly state: PageState;
  readonly weight: number;
  /** Any of these kinds. */
  readonly where: number;
  /** All of these senses. */
  readonly all: number;
  /** At least one of these. */
  readonly any: number;
  /** None of these. */
  readonly none: number;
  /** Must be about a certificate key, by its own words or those around it. */
  readonly near: boolean;
  /** Only in a dialog, or only outside. */
  readonly only: 'dialog' | 'page' | null;
}

interface More {
  any?: number;
  none?: number;
  near?: boolean;
  only?: 'dialog' | 'page';
}

const {
  button,
  primary,
  heading,
  title,
  text,
  alert,
  note,
  field,
  secret,
  choice,
  column,
  tabOn,
  menu,
  row,
} = Kind;
const S = Sense;
const KEY_OR_CERT = S.key | S.cert;
const SAID = alert | text | heading | title | note;
/** Where an error may stand: help text standing in the page is none (trap 2). */
const FAULT = alert | note;

function rulesFor(state: PageState) {
  return (id: string, weight: number, where: number, all: number, more: More = {}): Rule => ({
    id: `${state}/${id}`,
    state,
    weight,
    where,
    all,
    any: more.any ?? 0,
    none: more.none ?? 0,
    near: more.near ?? false,
    only: more.only ?? null,
  });
}

const account = rulesFor('login-account');
const certificate = rulesFor('login-ca');
const list = rulesFor('ca-list');
const unbind = rulesFor('unbind-confirm');
const unbound = rulesFor('unbind-done');
const bind = rulesFor('bind-form');
const bound = rulesFor('bind-done');
const driver = rulesFor('driver-missing');
const key = rulesFor('key-missing');
const pinWrong = rulesFor('pin-wrong');
const pinLocked = rulesFor('pin-locked');
const expired = rulesFor('certificate-expired');
const taken = rulesFor('already-bound');
const session = rulesFor('session-expired');
const busy = rulesFor('system-busy');

export const RULES: readonly Rule[] = [
  account('password', 3, secret, S.password, { none: S.pin | S.cert | S.key | S.change }),
  account('password', 2, Kind.bare, 0),
  account('name', 2, field, S.account, { none: KEY_OR_CERT | S.pin }),
  account('button', 2, button, S.login, { none: KEY_OR_CERT | S.change | S.otherThing }),
  account('tab', 3, tabOn, S.login, { any: S.account | S.password, none: KEY_OR_CERT }),
  account('heading', 1, heading | title, S.login, { none: KEY_OR_CERT }),
  account('new-password', -5, secret, S.change),
  account('lock-screen', -4, text | heading, S.locked),

  // A certificate login often has no PIN field: the PIN window belongs to the driver (trap 1).
  certificate('tab', 6, tabOn, S.login, { any: KEY_OR_CERT }),
  certificate('other-tab', -4, tabOn, S.login, { none: KEY_OR_CERT }),
  certificate('title', 6, title, S.login, { any: KEY_OR_CERT, only: 'dialog' }),
  certificate('heading', 5, heading, S.login, { any: KEY_OR_CERT, none: S.advice, only: 'page' }),
  certificate('button', 4, button, S.login, { any: KEY_OR_CERT, none: S.change | S.advice }),
  certificate('pin', 3, secret, S.pin, { none: S.change }),
  certificate('choice', 3, choice, 0, { any: KEY_OR_CERT, none: S.pin | S.bind | S.unbind }),
  certificate('insert', 2, text | note, S.insert, { any: KEY_OR_CERT }),
  certificate('detected', 2, text, S.fetch | S.login, { any: KEY_OR_CERT }),
  certificate('plain-button', 1, button, S.login),
  certificate('account-name', -2, field, S.account, { none: KEY_OR_CERT | S.pin }),

  list('unbind', 6, button, S.unbind, { near: true, none: S.bound }),
  list('bind', 6, button, S.bind | S.key, { none: S.unbind | S.proceed | S.login | S.success }),
  list('bind', 5, button, S.bind, { near: true, none: S.unbind | S.proceed | S.login | S.success }),
  list('bind-in-row', 1, row, S.bind, { near: true, none: S.unbind }),
  list('manage', 2, button, S.manage | S.key, { none: S.use | S.login }),
  list('column', 2, column, S.key),
  list('bound-column', 2, column, 0, { any: S.bind | S.bound | S.unbound }),
  list('heading', 2, heading | title, S.bind | S.key),
  list('heading', 1, heading | title, S.manage | S.key),
  list('status', 2, text | column, S.key, { any: S.bound | S.unbound, none: S.advice }),
  list('pin', -4, secret, S.pin),
  list('form', -2, field, 0, { any: KEY_OR_CERT }),

  // Decide by the primary button: the rest may be identical to binding (trap 3); ask for a key word (trap 4).
  unbind('asks', 7, SAID, S.unbind | S.ask | S.key, { none: S.success | S.bound, only: 'dialog' }),
  unbind('asks-briefly', 6, SAID, S.unbind | S.ask, {
    near: true,
    none: S.key | S.otherThing | S.success | S.bound,
    only: 'dialog',
  }),
  unbind('title', 4, title, S.unbind | S.key, { none: S.success, only: 'dialog' }),
  unbind('title', 3, title, S.unbind, { near: true, none: S.success | S.key, only: 'dialog' }),
  unbind('primary', 5, primary, S.unbind, { near: true, only: 'dialog' }),
  unbind('goes-on', 1, primary, S.proceed, { none: S.bind | S.unbind | S.login, only: 'dialog' }),
  unbind('pin', 1, secret, S.pin),
  unbind('frame', 2, Kind.frame, 0, { only: 'dialog' }),
  unbind('primary-binds', -8, primary, S.bind, { none: S.unbind }),
  unbind('asks', 4, SAID, S.unbind | S.ask | S.key, { none: S.success | S.advice | S.bound, only: 'page' }),
  unbind('heading', 2, heading, S.unbind | S.key, { none: S.success, only: 'page' }),
  unbind('button', 3, button, S.unbind, { near: true, none: S.bound, only: 'page' }),
  unbind('row', -4, row, S.unbind, { only: 'page' }),

  bind('title', 4, title, S.bind | S.key, { none: S.success | S.unbind, only: 'dialog' }),
  bind('title', 3, title, S.bind, { near: true, none: S.success | S.unbind | S.key, only: 'dialog' }),
  bind('adds', 2, title, S.manage | S.key, { only: 'dialog' }),
  bind('primary', 4, primary, S.bind, { near: true, none: S.unbind }),
  bind('heading', 3, heading, S.bind | S.key, { none: S.success | S.unbind, only: 'page' }),
  bind('field', 3, field, 0, { any: KEY_OR_CERT | S.pin, none: S.change }),
  bind('pin', 2, secret, S.pin, { none: S.change }),
  bind('fetch', 1, button, S.fetch, { near: true }),
  bind('text', 2, text, S.bind, { none: S.bound | S.otherThing | S.unbind | S.success }),
  bind('insert', 2, text | note | alert, S.insert, { any: KEY_OR_CERT }),
  bind('goes-on', 1, button, S.proceed),
  bind('button', 3, button, S.bind, { near: true, none: S.unbind, only: 'page' }),
  bind('row', -4, row, S.bind, { only: 'page' }),
  bind('document', 2, Kind.document, S.bind | S.key),
  bind('frame', 2, Kind.frame, 0, { only: 'dialog' }),
  bind('primary-unbinds', -8, primary, S.unbind),
  bind('unbinds', -4, button, S.unbind, { only: 'page' }),
  bind('uses', -4, title | heading, S.use, { none: S.bind }),
  bind('no-field', -3, Kind.noForm, 0, { only: 'page' }),
  bind('no-word', -4, Kind.noBind, 0),

  bound('says', 7, FAULT, S.success | S.key, { any: S.bind | S.bound, none: S.advice | S.unbind }),
  bound('says-briefly', 6, FAULT, S.success, {
    any: S.bind | S.bound,
    none: S.key | S.advice | S.unbind | S.otherThing,
    near: true,
  }),
  bound('stands', 7, heading | text | title, S.success | S.key, {
    any: S.bind | S.bound,
    none: S.advice | S.unbind | S.ask,
  }),
  unbound('says', 7, FAULT, S.success | S.unbind | S.key, { none: S.advice }),
  unbound('says-briefly', 6, FAULT, S.success | S.unbind, {
    none: S.key | S.advice | S.otherThing,
    near: true,
  }),
  unbound('stands', 7, heading | text | title, S.success | S.unbind | S.key, { none: S.advice | S.ask }),

  driver('says', 8, FAULT, S.driver | S.install, { none: S.success }),
  key('absent', 7, FAULT, S.absent, { any: KEY_OR_CERT, none: S.driver | S.success }),
  key('unreadable', 7, FAULT, S.absent | S.driver, { any: KEY_OR_CERT, none: S.install | S.success }),
  key('insert', 6, alert, S.insert, { any: KEY_OR_CERT, none: S.absent | S.use | S.success }),
  key('titled', -5, title, 0, { any: S.bind | S.login | S.unbind | S.use }),
  pinWrong('says', 7, FAULT, S.wrong | S.pin, { none: S.account }),
  pinWrong('says-briefly', 6, FAULT, S.wrong | S.password, { none: S.account | S.pin, near: true }),
  pinLocked('says', 9, FAULT, S.locked, { any: S.pin | KEY_OR_CERT }),
  expired('says', 7, FAULT, S.expired, { any: KEY_OR_CERT, none: S.session }),
  taken('says', 7, FAULT, S.bound, { any: KEY_OR_CERT, none: S.success }),
  session('says', 7, FAULT, S.session, { none: KEY_OR_CERT }),
  session('stands', 6, heading, S.session, { none: KEY_OR_CERT }),
  busy('says', 6, FAULT, S.busy, { none: KEY_OR_CERT | S.driver | S.session }),
  busy('stands', 6, heading, S.busy, { none: KEY_OR_CERT | S.driver | S.advice }),
];

/** Asked only where nothing more particular was found: every page behind the login has its menu. */
const home = rulesFor('home');
export const HOME_RULES: readonly Rule[] = [
  home('menu', 3, menu | button | text, S.manage, { any: KEY_OR_CERT, none: S.login | S.advice }),
  home('menu-bind', 3, menu, S.bind, { any: KEY_OR_CERT, none: S.login }),
  home('logout', 3, button | menu, S.logout),
  home('welcome', 2, heading | text | menu | button, S.home),
  home('address', 1, Kind.address, S.home),
];

/** In words, for evidence: where a part stood. The first that applies. */
export const PLACES: readonly (readonly [number, string])[] = [
  [Kind.alert, 'message'],
  [Kind.title, 'dialog title'],
  [Kind.primary, 'primary button'],
  [Kind.row, 'button in a row'],
  [Kind.tabOn, 'open tab'],
  [Kind.menu, 'menu'],
  [Kind.button, 'button'],
  [Kind.secret, 'password field'],
  [Kind.field, 'field'],
  [Kind.column, 'table header'],
  [Kind.heading, 'heading'],
  [Kind.note, 'marked text'],
  [Kind.document, 'document title'],
  [Kind.address, 'address'],
  [Kind.frame, 'frame'],
  [Kind.noForm | Kind.noBind, 'page'],
  [Kind.text, 'text'],
];
