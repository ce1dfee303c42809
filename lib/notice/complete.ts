/** What other notices in force say where the one followed is silent, and what they forbid after it: never more than it leaves open. */
import type {
  BusinessType,
  DeadlineAnswer,
  Explanation,
  FeeAnswer,
  KeyAnswer,
  ObligationAnswer,
  RuleAnswer,
} from './explanation';

/** Whether one of the notices spoke after another, each by its place: 0 is the one followed. */
export type IsLater = (one: number, other: number) => boolean;

/**
 * The first that says anything of an action is heard. What another forbade after it is forbidden all the same: an unbinding
 * it would have stopped cannot be taken back.
 */
function rulesOf(all: readonly Explanation[], isLater: IsLater): readonly RuleAnswer[] {
  const [head] = all;
  return (head?.rules ?? []).map((rule) => {
    const said = all.flatMap(({ rules }, at) => {
      const own = rules?.find(({ action, verdict }) => action === rule.action && verdict !== 'not-stated');
      return own ? [{ own, at }] : [];
    });
    const [heard] = said;
    if (!heard || heard.own.verdict === 'forbids') return heard?.own ?? rule;
    const stopped = said.find(({ own, at }) => own.verdict === 'forbids' && isLater(at, heard.at));
    return (stopped ?? heard).own;
  });
}

function feeOf(head: FeeAnswer, others: readonly FeeAnswer[]): FeeAnswer {
  const says = ({ payer, total, byKey }: FeeAnswer) =>
    payer !== 'not-stated' || total !== null || byKey !== undefined;
  return says(head) ? head : (others.find(says) ?? head);
}

/** The ids of two notices' certificates need not mean the same thing, so only whole systems are added. */
function keysOf(head: Explanation, others: readonly Explanation[]): readonly KeyAnswer[] {
  const known = new Set(head.keys.map(({ system }) => system));
  const added = new Map<string, KeyAnswer>();
  for (const key of others.flatMap(({ keys }) => keys)) {
    if (!known.has(key.system) && !added.has(key.system)) added.set(key.system, key);
  }
  return [...head.keys, ...added.values()];
}

/**
 * Another notice's duty is told under a name of its own, and not asked about: the answer would be kept under
 * the name of one of the notice followed. Nor is a day counted from what only that notice would ask.
 */
function dutiesOf(others: readonly Explanation[]): readonly ObligationAnswer[] {
  return others.flatMap(({ pack, obligations }) =>
    obligations.map(({ ask, after, dueFrom, id, ...rest }) => ({ ...rest, id: `${pack.id}/${id}` })),
  );
}

function nearest(deadlines: readonly (DeadlineAnswer | null)[]): DeadlineAnswer | null {
  return deadlines.reduce(
    (next, each) => (next === null || (each !== null && each.date < next.date) ? each : next),
    null,
  );
}

/**
 * One answer out of several notices in force, the one followed first. What it says stands, save for what another
 * forbade after it; duties, warnings, contacts and systems of the others are added; theirs alone count where it is silent. Every clause of
 * another notice names that notice.
 */
export function complete(head: Explanation, others: readonly Explanation[], isLater: IsLater): Explanation {
  if (others.length === 0) return head;
  const rules = rulesOf([head, ...others], isLater);
  const having = (verdict: RuleAnswer['verdict']) =>
    rules.filter((each) => each.verdict === verdict).map(({ action }) => action);
  const fee = (business: BusinessType) =>
    feeOf(
      head.fees[business],
      others.map(({ fees }) => fees[business]),
    );
  const naming = head.named ? head : (others.find(({ named }) => named) ?? head);
  const numbers = new Set(head.contacts.map(({ number }) => number));
  return {
    ...head,
    named: naming.named,
    duty: naming.duty,
    phase: head.phase ?? others.find(({ phase }) => phase !== null)?.phase ?? null,
    rules,
    allows: having('allows'),
    forbids: having('forbids'),
    notStated: having('not-stated'),
    obligations: [...head.obligations, ...dutiesOf(others)],
    fees: { issue: fee('issue'), replace: fee('replace'), renew: fee('renew'), reissue: fee('reissue') },
    keys: keysOf(head, others),
    deadline: nearest([head.deadline, ...others.map(({ deadline }) => deadline)]),
    contacts: [
      ...head.contacts,
      ...others.flatMap(({ contacts }) => contacts.filter(({ number }) => !numbers.has(number))),
    ],
    warnings: [...head.warnings, ...others.flatMap(({ warnings }) => warnings)],
    statements: [...(head.statements ?? []), ...others.flatMap(({ statements }) => statements ?? [])],
  };
}
