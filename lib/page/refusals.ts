/** Why something of the right name is not the control that is meant (design.md §6). */
import { isAboutKey } from './about';
import { chainOf, findIn, follows, holds, isDisabled, nearest } from './dom';
import { BUTTON, FIELD, MENU, PRIMARY, ROW, SECRET, TABS } from './kinds';
import type { PageState, TargetName } from './model';
import { textIn } from './name';
import { ACCOUNT, BIND, CERTISH, KEY, LOGIN, PASSWORD, PIN, UNBIND } from './senses';
import { type Part, pick, type Region, type Snapshot } from './snapshot';
import {
  CHANGES_WAY,
  CONSENTS,
  FORBIDDEN,
  LEADS_ELSEWHERE,
  NO_SUBMIT,
  type TargetRule,
  TELLS_ABOUT,
} from './targets';
import { isClipped } from './visibility';
import { residueOf } from './vocabulary';
import { wayOf } from './ways';

export type Refusal =
  | 'forbidden-word'
  | 'not-about-a-certificate'
  | 'behind-a-dialog'
  | 'other-page'
  | 'other-way'
  | 'says-more'
  | 'outside-the-form'
  | 'no-match';

/** Targets that stand in the dialog where the page asks by a dialog. */
export const FRAMED: ReadonlySet<TargetName> = new Set(['unbind-confirm', 'bind-confirm']);

export interface Sight {
  readonly snapshot: Snapshot;
  /** What lies on top: where the target is looked for. */
  readonly surfaces: readonly Region[];
  readonly page: PageState;
}

/** Where one is, not where one may go. */
const TRAIL = '[class*=breadcrumb],[class*=crumb]';
/** The way in for others: another door, not another way. */
const OTHER_PEOPLE = /个人|法人|专家|管理员|监管|入口|门户/;
const CHOOSES = /^请?选择.{0,10}$/;
const SELECT = '[class*=select],[class*=Select],[class*=picker],[class*=combo],[aria-haspopup=listbox]';

/** A name that leads somewhere else, by the words of the name itself. */
function leadsElsewhere({ text, kind, element }: Part, target: TargetName): boolean {
  if (target === 'ca-menu')
    return LEADS_ELSEWHERE.test(text) || text.includes('/') || nearest(element, TRAIL) !== null;
  if (target === 'account-tab' && OTHER_PEOPLE.test(text)) return true;
  // CA锁办理 under the form is no way to log in.
  if (target === 'ca-tab' && LEADS_ELSEWHERE.test(text)) return true;
  if (target === 'certificate-choice' && CONSENTS.test(text)) return true;
  // A field leads nowhere, whatever its label explains.
  if (kind & FIELD) return false;
  if (target === 'login-submit') return NO_SUBMIT.test(text) || TELLS_ABOUT.test(text);
  // A list of keys made of a `div` begins by telling to choose; other words about choosing are help.
  if (target === 'certificate-choice' && !(kind & FIELD))
    return !CHOOSES.test(text) || !nearest(element, SELECT);
  return TELLS_ABOUT.test(text);
}

/** A field for an account's own password: no key's. */
const isAccountSecret = ({ kind, senses }: Part): boolean =>
  !!(kind & SECRET) && !(senses & CERTISH) && !(senses & PIN && !(senses & PASSWORD));

/** The way to log in that a page shows is not the one this control belongs to. */
function isOfOtherWay(part: Part, target: TargetName, { snapshot, page }: Sight): boolean {
  const parts = [snapshot.page, ...snapshot.dialogs].flatMap((region) => region.parts);
  const way = wayOf(part);
  const switches = part.senses & LOGIN || CHANGES_WAY.test(part.text);
  if (target === 'account-tab')
    return part.kind & TABS ? way !== 'account' : page !== 'login-ca' || !switches;
  // On the page of the key's own login its button is what submits.
  if (target === 'ca-tab') return !(part.kind & TABS) && (page !== 'login-account' || !switches);
  const accounts = pick(parts, FIELD, ACCOUNT).filter(({ senses }) => !(senses & CERTISH));
  if (target === 'login-submit') {
    // 普通登录 beside 登录 is the other way.
    if (page === 'login-ca' && way === 'account') return true;
    if (!(part.senses & CERTISH)) return false;
    if (page === 'login-account') return true;
    // Beside a form for the account, the key's button is the other way in, whatever the page was taken for.
    const hasAccountForm = accounts.length > 0 && parts.some(isAccountSecret);
    return hasAccountForm && !parts.some(({ kind, senses }) => kind & SECRET && senses & PIN && senses & KEY);
  }
  if (target !== 'pin-field' || page === 'unbind-confirm' || page === 'bind-form') return false;
  // 口令 beside a login name is the account's password.
  return !(part.senses & CERTISH) && !/pin/.test(part.text) && accounts.length > 0;
}

function refusalInDialog(part: Part, target: TargetName, { snapshot, surfaces }: Sight): Refusal | null {
  // A neutral 确定 is what its dialog asks: the dialog must say so, and say nothing else.
  if (part.senses & (BIND | UNBIND)) return isAboutKey(part, snapshot) ? null : 'not-about-a-certificate';
  const surface = surfaces.find((each) => each.parts.includes(part));
  // What the other buttons offer is not what is asked.
  const sum =
    surface?.parts.reduce(
      (senses, each) =>
        each !== part && each.kind & BUTTON && surface.type === 'dialog' ? senses : senses | each.senses,
      0,
    ) ?? 0;
  const asked = target === 'unbind-confirm' ? UNBIND : BIND | KEY;
  const opposed = target === 'unbind-confirm' ? 0 : UNBIND;
  if (!(sum & asked) || sum & opposed) return 'no-match';
  return isAboutKey(part, snapshot) ? null : 'not-about-a-certificate';
}

/** A list that says it is empty. */
const EMPTY = /暂无|没有(数据|记录)|无(数据|记录)/;
/** How far up its buttons the list may stand. */
const LIST_REACH = 6;

/** A button over a list, off, where the list is empty: there is nothing to unbind. */
function isOverNothing({ element, kind }: Part): boolean {
  if (kind & ROW || !isDisabled(element)) return false;
  const around = chainOf(element, LIST_REACH).find((each) => findIn(each, 'table,[role=table],[role=grid]'));
  return around !== undefined && EMPTY.test(textIn(around, MOST_SAID));
}
const MOST_SAID = 400;

/** Why a part that has the right name and kind is not the target; null: it is. */
export function refusalOf(part: Part, target: TargetName, rule: TargetRule, sight: Sight): Refusal | null {
  if (isClipped(part.element)) return 'no-match';
  if (FORBIDDEN.test(part.text) || leadsElsewhere(part, target)) return 'forbidden-word';
  if (isOfOtherWay(part, target, sight)) return 'other-way';
  if (target === 'unbind' && isOverNothing(part)) return 'no-match';
  // On the list itself 绑定CA is a deed; on the first page it may lead to the list.
  if (target === 'ca-menu' && part.senses & BIND && !(part.kind & MENU) && sight.page !== 'home')
    return 'other-page';
  if (rule.near && !isAboutKey(part, sight.snapshot)) return 'not-about-a-certificate';
  const refusal = FRAMED.has(target) ? refusalInDialog(part, target, sight) : null;
  return refusal ?? (saysMore(part, target, sight) ? 'says-more' : null);
}

/**
 * Whether a name says more than we understand. Where its place tells what it does (the one that goes on in
 * its dialog, the one that submits the form of the one secret), or it names the key itself, it may.
 */
function saysMore(part: Part, target: TargetName, { surfaces }: Sight): boolean {
  const isPlaced = FRAMED.has(target) ? PRIMARY : target === 'ca-menu' ? MENU : 0;
  // 证书 alone may be any: 资质证书.
  if (part.kind & isPlaced && (target !== 'ca-menu' || part.senses & KEY)) return false;
  if (part.senses & KEY && (target === 'bind' || target === 'unbind' || target === 'bind-confirm'))
    return false;
  if (target === 'login-submit' && secretsOn(surfaces).length === 1) return false;
  return residueOf(part.text, target) !== '';
}

const secretsOn = (surfaces: readonly Region[]): readonly Part[] =>
  surfaces.flatMap(({ parts }) => parts.filter(({ kind }) => kind & SECRET));

/** How far up the button of a form without a `form` may stand. */
const FORM_REACH = 6;

/**
 * Those that stand with the one secret the page asks for, after it: a link in the page's head, or a tab over
 * the form, submits nothing.
 */
export function withSecret(found: readonly Part[], { surfaces }: Sight): readonly Part[] {
  const [secret, another] = secretsOn(surfaces);
  if (!secret || another) return found;
  const form = nearest(secret.element, 'form');
  const chain = chainOf(secret.element).slice(1);
  // A dialog's buttons often stand outside the form that they send.
  const dialog = secret.region.type === 'dialog' ? chain.indexOf(secret.region.element) + 1 : 0;
  const reach = Math.max(dialog, form ? chain.indexOf(form) + 2 : FORM_REACH);
  for (const around of chain.slice(0, reach)) {
    const inside = found.filter(({ element }) => holds(around, element) && follows(element, secret.element));
    if (inside.length > 0) return inside;
  }
  return [];
}
