/**
 * What words can mean to us, one bit a sense, together a 31-bit integer. Single constants, not an object:
 * the bundler folds them into numbers, and the sentinel has 8 kB (design.md §7).
 */
export const LOGIN = 1 << 0;
/** 证书 alone: may be TLS, a training certificate, a seal. Never enough by itself (trap 6). */
export const CERT = 1 << 1;
/** Words that only a certificate key has: CA, UKey, USBKey, U盾, a certificate's serial number. */
export const KEY = 1 << 2;
export const PIN = 1 << 3;
export const PASSWORD = 1 << 4;
export const ACCOUNT = 1 << 5;
export const UNBIND = 1 << 6;
/** 绑定 as a word of its own: 解除绑定, 已绑定, 未绑定 do not count. */
export const BIND = 1 << 7;
export const SUCCESS = 1 << 8;
export const ASK = 1 << 9;
export const INSERT = 1 << 10;
export const ABSENT = 1 << 11;
export const DRIVER = 1 << 12;
export const INSTALL = 1 << 13;
export const WRONG = 1 << 14;
export const LOCKED = 1 << 15;
export const EXPIRED = 1 << 16;
/** 已绑定: how things stand, not what a control does. */
export const BOUND = 1 << 17;
export const SESSION = 1 << 18;
export const BUSY = 1 << 19;
/** Things that are bound and unbound besides certificates (traps 4 and 5). */
export const OTHER = 1 << 20;
/** Using a certificate is not binding it (trap 7). */
export const USE = 1 << 21;
export const CHANGE = 1 << 22;
export const CANCEL = 1 << 23;
export const PROCEED = 1 << 24;
export const LOGOUT = 1 << 25;
export const HOME = 1 << 26;
export const MANAGE = 1 << 27;
export const FETCH = 1 << 28;
/** Advice and conditions: 如…, 若…, …成功后. Not a statement about now. */
export const ADVICE = 1 << 29;
/** 未绑定: how things stand, too. */
export const UNBOUND = 1 << 30;

export const CERTISH = KEY | CERT;

/** Says something by itself; the others only beside these. */
export const CORE =
  LOGIN |
  CERTISH |
  PIN |
  PASSWORD |
  ACCOUNT |
  UNBIND |
  BIND |
  DRIVER |
  BOUND |
  UNBOUND |
  SESSION |
  BUSY |
  LOGOUT |
  HOME;
