/** What each target is called and where it stands, as data (design.md §6). */

import { BUTTON, CHOICE, FIELD, MENU, PRIMARY, ROW, SECRET, TABS, TEXT } from './kinds';
import type { TargetName } from './model';
import {
  ACCOUNT,
  BIND,
  BOUND,
  CANCEL,
  CERT,
  CERTISH,
  CHANGE,
  FETCH,
  KEY,
  LOGIN,
  LOGOUT,
  MANAGE,
  OTHER,
  PASSWORD,
  PIN,
  PROCEED,
  SUCCESS,
  UNBIND,
  UNBOUND,
  USE,
} from './senses';

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

/** Whatever a control does besides, with one of these words it is never the one to point at. */
export const FORBIDDEN = /注销|删除|解锁|吊销|挂失|上报|冻结|作废|(?<![a-z])delete/;
/** Links about certificates that lead out of the guide. */
export const LEADS_ELSEWHERE = /办理|申请|下载|指南|说明|驱动|帮助|通知|公告|咨询|流程|续费|购买|手册|视频/;
/** A link about what a button does, which is not that button. */
export const TELLS_ABOUT =
  /下载|指南|说明|帮助|通知|公告|咨询|流程|手册|视频|记录|历史|日志|须知|协议|教程|问题|问答|如何|怎[么样]|为什么|是否/;
/** Asks for a consent or a wish, however much it speaks of the certificate: 我已知晓，绑定后原U盾失效. */
export const CONSENTS = /^(我已|我同意|本人|同意|是否|记住)|知晓|知悉|阅读|协议|承诺/;
/** Changes the way to log in, without the word 登录. */
export const CHANGES_WAY = /切换|改用|换用|使用|方式/;
/** Speaks of logging in, and does not submit this form. */
export const NO_SUBMIT = /重新|返回|其[他它]|切换|更多|方式|找回|注册|没有|忘记/;

/**
 * In the order they are tried: the first rule with any match decides, and it must have exactly one.
 * `result` has none: it is where the state's own evidence stands.
 */
export const TARGET_RULES: Readonly<Record<Exclude<TargetName, 'result'>, readonly TargetRule[]>> = {
  // 口令登录 beside U盾登录 is the account's: ways.ts tells them apart.
  'account-tab': [
    rule(TABS, { none: CERTISH | CHANGE }),
    rule(BUTTON, { all: LOGIN, any: ACCOUNT | PASSWORD, none: CERTISH | CHANGE | OTHER, not: TABS }),
    rule(BUTTON, { any: ACCOUNT | PASSWORD, none: CERTISH | CHANGE | OTHER | LOGIN, not: TABS }),
  ],
  'ca-tab': [
    rule(TABS, { any: CERTISH, none: BIND | UNBIND }),
    rule(BUTTON, { all: LOGIN, any: CERTISH, none: CHANGE | BIND | UNBIND, not: TABS }),
    rule(BUTTON, { any: CERTISH, none: CHANGE | BIND | UNBIND | LOGIN, not: TABS }),
  ],
  'login-submit': [
    rule(BUTTON, {
      all: LOGIN,
      none: CHANGE | OTHER | ACCOUNT | PASSWORD | LOGOUT | BIND,
      not: TABS | MENU,
    }),
    rule(PRIMARY, { all: PROCEED, none: BIND | UNBIND }),
    rule(BUTTON, { all: PROCEED, none: BIND | UNBIND | CANCEL | LOGOUT, not: TABS | MENU | ROW }),
  ],
  'ca-menu': [
    rule(MENU, { any: CERTISH, none: LOGIN | USE | UNBIND, not: TABS }),
    rule(BUTTON, {
      all: MANAGE,
      any: CERTISH,
      none: LOGIN | USE | UNBIND | BIND,
      not: TABS | ROW,
    }),
    rule(BUTTON, { all: KEY, none: LOGIN | USE | UNBIND | FETCH | OTHER, not: TABS }),
  ],
  unbind: [rule(BUTTON, { all: UNBIND, none: BIND | BOUND | LOGIN | CANCEL, near: true, not: TABS | MENU })],
  'unbind-confirm': [
    rule(PRIMARY, { all: UNBIND, none: BIND }),
    rule(PRIMARY, { all: PROCEED, none: BIND | LOGIN }),
    rule(BUTTON, { all: UNBIND, none: BIND | BOUND | CANCEL, near: true, not: TABS | MENU | ROW }),
    rule(BUTTON, { all: PROCEED, none: BIND | LOGIN | CANCEL | LOGOUT, not: TABS | MENU | ROW }),
  ],
  bind: [
    rule(BUTTON, {
      all: BIND,
      none: UNBIND | LOGIN | BOUND | UNBOUND | SUCCESS | CANCEL,
      near: true,
      not: TABS | MENU,
    }),
  ],
  'certificate-choice': [
    // 证书列表 under CA机构: the certificate, not who issued it.
    rule(CHOICE, { all: CERT, none: PIN | LOGIN | UNBIND }),
    rule(CHOICE, { any: CERTISH, none: PIN | LOGIN | UNBIND }),
    rule(FIELD, { all: FETCH, any: CERTISH, none: PIN | LOGIN | UNBIND }),
    rule(BUTTON | TEXT, { all: FETCH, any: CERTISH, none: PIN | LOGIN | UNBIND | BIND }),
  ],
  'pin-field': [rule(SECRET, { all: PIN, none: CHANGE })],
  'bind-confirm': [
    rule(PRIMARY, { all: BIND, none: UNBIND }),
    rule(PRIMARY, { all: PROCEED, none: UNBIND | LOGIN }),
    rule(BUTTON, { all: BIND, none: UNBIND | BOUND | LOGIN | CANCEL, near: true, not: TABS | MENU | ROW }),
    rule(BUTTON, { all: PROCEED, none: UNBIND | LOGIN | CANCEL | LOGOUT, not: TABS | MENU | ROW }),
  ],
};
