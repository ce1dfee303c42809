import { fits, isValidOn } from './condition';
import { isWithin } from './days';
import { ACTIONS, type Action, type NoticeCase, type RuleAnswer } from './explanation';
import type { ByApplication, NoticePack, Permission } from './model';
import { isWorkingDay } from './working-days';

export interface Allowances {
  readonly allows: readonly Action[];
  readonly forbids: readonly Action[];
  readonly notStated: readonly Action[];
  /** One per action, in the order of `ACTIONS`. */
  readonly rules: readonly RuleAnswer[];
}

function isInForce(permission: Permission, asked: NoticeCase): boolean {
  if (!isWithin(asked.today, permission) || !isValidOn(permission, asked.today)) return false;
  return !(permission.workingDaysOnly && isWorkingDay(asked.today) === false);
}

function applicationOf(
  pack: NoticePack,
  { materials, contact, wait }: ByApplication,
): NonNullable<RuleAnswer['byApplication']> {
  const names = materials.flatMap((id) => pack.materials.find((each) => each.id === id)?.name ?? []);
  return { materials: names, ...(contact !== undefined && { contact }), ...(wait && { wait }) };
}

function ruleFor(pack: NoticePack, asked: NoticeCase, action: Action): RuleAnswer {
  const inForce = pack.permissions.filter((each) => each.action === action && isInForce(each, asked));
  const rule =
    inForce.find((each) => each.verdict === 'forbids' && fits(each.when, asked) !== 'no') ??
    inForce.find((each) => each.verdict === 'allows' && fits(each.when, asked) === 'yes') ??
    inForce.find((each) => each.verdict === 'not-stated' && fits(each.when, asked) !== 'no');
  if (!rule) return { action, verdict: 'not-stated', text: null, basis: 'not-stated', cite: null };
  return {
    action,
    verdict: rule.verdict,
    text: rule.text,
    basis: rule.basis ?? 'stated',
    cite: rule.cite,
    ...(fits(rule.when, asked) === 'maybe' && { conditional: true }),
    ...(rule.byApplication && { byApplication: applicationOf(pack, rule.byApplication) }),
  };
}

/**
 * What the notice says each action may be done on the case's day, on its main system. Every action is in
 * exactly one list. Silence is not permission (design.md §3.6): what no rule covers is not stated, a
 * permission counts only where the case certainly meets its condition, a prohibition wherever it may.
 */
export function allowancesOn(pack: NoticePack, asked: NoticeCase): Allowances {
  const rules = ACTIONS.map((action) => ruleFor(pack, asked, action));
  const having = (verdict: RuleAnswer['verdict']) =>
    rules.filter((each) => each.verdict === verdict).map((each) => each.action);
  return { allows: having('allows'), forbids: having('forbids'), notStated: having('not-stated'), rules };
}
