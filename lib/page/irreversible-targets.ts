import type { TargetName } from './model';

const IRREVERSIBLE: readonly TargetName[] = ['unbind', 'unbind-confirm'];

/** Whether pressing the control may not be undone: its ring looks different, and waits for the warning. */
export function isIrreversible(target: TargetName): boolean {
  return IRREVERSIBLE.includes(target);
}
