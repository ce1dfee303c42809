/**
 * What a site profile teaches, as data, and what may be taught at all. No DOM stands behind this file: the
 * border that reads packs imports it too.
 */
import type { TargetName } from './model';
import { readable } from './readable';
import { BIND, CANCEL, LOGOUT, UNBIND } from './senses';
import { FORBIDDEN } from './targets';
import { sensesOf } from './words';

/** `button`: whatever is pressed, a link or a `div` too. `choice`: a list, a radio or a box to tick. */
export const TAUGHT_ROLES = ['button', 'field', 'choice'] as const;
export type TaughtRole = (typeof TAUGHT_ROLES)[number];

/** Targets that can be taught: where a page says how something ended is told by its words. */
export type TaughtTarget = Exclude<TargetName, 'result'>;

export interface TaughtControl {
  readonly target: TaughtTarget;
  /** What it is called, whole: its words, or a field's label. Never a pattern. */
  readonly name: string;
  readonly role: TaughtRole;
  /** Words that all stand in its row, dialog or section. */
  readonly near?: readonly string[] | undefined;
  /** Tells apart several that agree; alone it is never enough. */
  readonly css?: string | undefined;
}

/** How one system's controls are called. */
export interface SiteProfile {
  /** A system's id in the pack. */
  readonly system: string;
  readonly controls: readonly TaughtControl[];
  /** Controls that are not the target, though they may look like it. A target may have several. */
  readonly notIt?: readonly TaughtControl[] | undefined;
}

export const LONGEST_SELECTOR = 200;

/** What a taught name must not say, by target (design.md §6). */
const NEVER: Readonly<Record<TaughtTarget, number>> = {
  'account-tab': BIND | UNBIND,
  'ca-tab': BIND | UNBIND,
  'login-submit': BIND | UNBIND | CANCEL | LOGOUT,
  'ca-menu': UNBIND | LOGOUT,
  unbind: BIND | CANCEL,
  'unbind-confirm': BIND | CANCEL,
  bind: UNBIND | CANCEL,
  'certificate-choice': UNBIND,
  'pin-field': BIND | UNBIND,
  'bind-confirm': UNBIND | CANCEL,
};

/** The opposite in words that recognition does not know, since it needs none of them: where a person teaches, they may be met. */
const BINDS = /(?<!un-?)bind/;
const UNBINDS = /un-?bind|解除|撤[销消]|移除|清除|断开|unlink|remove|revoke/;
const OPPOSITE: Readonly<Partial<Record<TaughtTarget, RegExp>>> = {
  unbind: BINDS,
  'unbind-confirm': BINDS,
  bind: UNBINDS,
  'bind-confirm': UNBINDS,
};

/**
 * Whether a selector is simple enough to be run on a page that we do not know: short, tags, ids, classes,
 * attributes and positions. `:has()` and its like may take time without end.
 */
export function isPlainSelector(selector: string): boolean {
  const rest = selector.replace(/:(nth-child|nth-of-type)\(\d{1,4}\)|:(first|last)-(child|of-type)/g, '');
  return (
    selector.length <= LONGEST_SELECTOR &&
    /^[^:()\\{}@;/]+$/.test(rest) &&
    rest.split(/[\s>+~,]+/).length <= 20
  );
}

/** Whether a name may be taught for a target at all. */
export function mayBeCalled(target: TaughtTarget, name: string): boolean {
  const words = readable(name);
  const isOpposite = Boolean(sensesOf(words) & NEVER[target]) || OPPOSITE[target]?.test(words) === true;
  return words !== '' && !FORBIDDEN.test(words) && !isOpposite;
}
