/** Which packs amend which notice on a day, and in what order they are worked in. Pure. */
import type { NoticePack } from './model';
import { amendedBy, compareDays, compareIssue, type Standing } from './standing';

/** How many packs stand between one that amends and the notice it comes down to. Of those that go round in a circle, some number. */
function depthsOf(standings: ReadonlyMap<string, Standing>): (pack: NoticePack) => number {
  const known = new Map<string, number>();
  const depthOf = (pack: NoticePack): number => {
    const found = known.get(pack.id);
    if (found !== undefined) return found;
    known.set(pack.id, 0);
    const targets = amendedBy(pack).flatMap((id) => standings.get(id)?.pack ?? []);
    const depth = Math.max(0, ...targets.map((each) => 1 + depthOf(each)));
    known.set(pack.id, depth);
    return depth;
  };
  return depthOf;
}

/** The notices a pack comes down to, each looked at once: packs that all name each other have more ways than time. */
function basesOf(pack: NoticePack, standings: ReadonlyMap<string, Standing>): readonly string[] {
  const seen = new Set(amendedBy(pack));
  const bases: string[] = [];
  for (const id of seen) {
    const target = standings.get(id);
    if (!target) continue;
    const further = amendedBy(target.pack);
    if (further.length === 0) bases.push(id);
    else if (target.force !== 'lapsed') for (const each of further) seen.add(each);
  }
  return bases;
}

/**
 * Amending packs by the id of the notice they come down to, through others that amend it too, in the order in which they
 * are worked in: of one day's, what corrects another comes after it. What amends one that is void is void with it.
 */
export function gatherAmending(standings: readonly Standing[]): ReadonlyMap<string, readonly NoticePack[]> {
  const known = new Map(standings.map((each) => [each.pack.id, each] as const));
  const depthOf = depthsOf(known);
  const byWord = (a: NoticePack, b: NoticePack) =>
    compareDays(a, b) || depthOf(a) - depthOf(b) || compareIssue(a, b);
  const amending = standings
    .filter(({ pack, force }) => force === 'in-force' && amendedBy(pack).length > 0)
    .map(({ pack }) => pack)
    .sort(byWord);
  const gathered = new Map<string, NoticePack[]>();
  for (const pack of amending) {
    for (const id of basesOf(pack, known)) gathered.set(id, [...(gathered.get(id) ?? []), pack]);
  }
  return gathered;
}
