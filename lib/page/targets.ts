/** What each target is called and where it stands, as data (design.md §6). */
import type { TargetName } from './model';
import { Kind } from './snapshot';
import { Sense } from './words';

export interface TargetRule {
  /** Any of these kinds. */
  readonly where: number;
  readonly all: number;
  readonly any: number;
  readonly none: number;
  /** Must be about a certificate key. */
  readonly near: boolean;
  /** Kinds that it must not be. */
  readonly not: number;
}

interface More {
  all?: number;
  any?: number;
  none?: number;
  near?: boolean;
  not?: number;
}

const rule = (where: number, more: More): TargetRule => ({
  where,
  all: more.all ?? 0,
  any: more.any ?? 0,
  none: more.none ?? 0,
  near: more.near ?? false,
  not: more.not ?? 0,
});

const { button, tab, tabOn, menu, primary, field, secret, choice, row } = Kind;
const S = Sense;
const KEY_OR_CERT = S.key | S.cert;
const TABS = tab | tabOn;

/** Whatever a control does besides, with one of these words it is never the one to point at. */
export const FORBIDDEN = /注销|删除|解锁|吊销|挂失|上报|冻结|作废|(?<![a-z])delete/;
/** Links about certificates that lead out of the guide. */
export const LEADS_ELSEWHERE = /办理|申请|下载|指南|说明|驱动|帮助|通知|公告|咨询|流程|续费|购买|手册|视频/;

/**
 * In the order they are tried: the first rule with any match decides, and it must have exactly one.
 * `result` has none: it is where the state's own evidence stands.
 */
export const TARGET_RULES: Readonly<Record<Exclude<TargetName, 'result'>, readonly TargetRule[]>> = {
  'account-tab': [rule(TABS, { any: S.account | S.password, none: KEY_OR_CERT | S.pin | S.change })],
  'ca-tab': [
    rule(TABS, { any: KEY_OR_CERT, none: S.bind | S.unbind }),
    rule(button, { all: S.login, any: KEY_OR_CERT, none: S.change | S.bind | S.unbind, not: TABS }),
  ],
  'login-submit': [
    rule(button, {
      all: S.login,
      none: S.change | S.otherThing | S.account | S.password | S.logout | S.bind,
      not: TABS | menu,
    }),
    rule(primary, { all: S.proceed, none: S.bind | S.unbind }),
  ],
  'ca-menu': [
    rule(menu, { any: KEY_OR_CERT, none: S.login | S.use | S.unbind, not: TABS }),
    rule(button, {
      all: S.manage,
      any: KEY_OR_CERT,
      none: S.login | S.use | S.unbind | S.bind,
      not: TABS | row,
    }),
  ],
  unbind: [rule(button, { all: S.unbind, none: S.bind | S.bound | S.login, near: true, not: TABS | menu })],
  'unbind-confirm': [
    rule(primary, { all: S.unbind, none: S.bind }),
    rule(primary, { all: S.proceed, none: S.bind | S.login }),
    rule(button, { all: S.unbind, none: S.bind | S.bound, near: true, not: TABS | menu | row }),
  ],
  bind: [
    rule(button, {
      all: S.bind,
      none: S.unbind | S.login | S.bound | S.unbound | S.success,
      near: true,
      not: TABS | menu,
    }),
  ],
  'certificate-choice': [
    rule(choice, { any: KEY_OR_CERT, none: S.pin | S.login | S.unbind }),
    rule(field, { all: S.fetch, any: KEY_OR_CERT, none: S.pin | S.login | S.unbind }),
  ],
  'pin-field': [rule(secret, { all: S.pin, none: S.change })],
  'bind-confirm': [
    rule(primary, { all: S.bind, none: S.unbind }),
    rule(primary, { all: S.proceed, none: S.unbind | S.login }),
    rule(button, { all: S.bind, none: S.unbind | S.bound | S.login, near: true, not: TABS | menu | row }),
    rule(button, { all: S.proceed, none: S.unbind | S.login | S.cancel | S.logout, not: TABS | menu | row }),
  ],
};
