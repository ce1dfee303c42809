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

/** What was forbidden later and from elsewhere is forbidden: an unbinding it would have stopped cannot be taken back. */
function rulesOf(
  head: Explanation,
  others: readonly Explanation[],
  later: ReadonlySet<Explanation>,
): readonly RuleAnswer[] {
  return (head.rules ?? []).map((rule) => {
    const answersOf = (all: readonly Explanation[]) =>
      all.flatMap(({ rules }) => rules?.filter(({ action }) => action === rule.action) ?? []);
    if (rule.verdict === 'forbids') return rule;
    const forbidding = answersOf(others.filter((each) => later.has(each))).find(
      ({ verdict }) => verdict === 'forbids',
    );
    if (rule.verdict === 'allows') return forbidding ?? rule;
    const answers = answersOf(others);
    return answers.find(({ verdict }) => verdict !== 'not-stated') ?? rule;
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
 * One answer out of several notices in force, the one followed first. What it says stands, save for what one of `later`
 * (those issued after it) forbids; duties, warnings,
 * contacts and systems of the others are added; theirs alone count where it is silent. Every clause of
 * another notice names that notice.
 */
export function complete(
  head: Explanation,
  others: readonly Explanation[],
  later: ReadonlySet<Explanation>,
): Explanation {
  if (others.length === 0) return head;
  const rules = rulesOf(head, others, later);
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
