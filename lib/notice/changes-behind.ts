/** Which pairs of notices at hand tell what changed: an older version, what was replaced, supplemented or corrected. Pure. */
import { compose } from './compose';
import type { NoticePack } from './model';
import { amendedBy, compareIssue, compareVersions } from './standing';

export interface ChangedPair {
  /**
   * `version`: an older version of the same notice. `replaces`: the notice it takes the place of; `replaced`: the one that takes
   * its own. `amends`: what it changes in another; `amended`: what another changes in it.
   */
  readonly why: 'version' | 'replaces' | 'replaced' | 'amends' | 'amended';
  readonly before: NoticePack;
  readonly after: NoticePack;
  /** The notice that is the other of the two. */
  readonly other: Pick<NoticePack, 'id' | 'version' | 'documentNumber'>;
}

/**
 * All pairs that the notice is part of, whatever is in force: an office asks what changed long after.
 *
 * @param kept every pack at hand as its writer wrote it, what ships with the product among them
 */
export function changesBehind(
  { id, version }: Pick<NoticePack, 'id' | 'version'>,
  kept: readonly NoticePack[],
): readonly ChangedPair[] {
  const pack = kept.find((each) => each.id === id && each.version === version);
  if (!pack) return [];
  const newestOf = (wanted: string) =>
    kept.filter((each) => each.id === wanted).sort((a, b) => compareVersions(b.version, a.version))[0];
  const [older] = kept
    .filter((each) => each.id === id && compareVersions(each.version, version) < 0)
    .sort((a, b) => compareVersions(b.version, a.version));
  const others = [...new Set(kept.map((each) => each.id))]
    .filter((each) => each !== id)
    .flatMap((each) => newestOf(each) ?? [])
    .sort(compareIssue);
  const pairs: ChangedPair[] = older ? [{ why: 'version', before: older, after: pack, other: older }] : [];
  for (const other of others) {
    if (pack.replaces.includes(other.id)) pairs.push({ why: 'replaces', before: other, after: pack, other });
    if (other.replaces.includes(id)) pairs.push({ why: 'replaced', before: pack, after: other, other });
    if (amendedBy(pack).includes(other.id)) {
      const made = compose(other, pack);
      if (made.ok) pairs.push({ why: 'amends', before: other, after: made.pack, other });
    }
  }
  // Each upon those before it, as they are worked in.
  let worked = pack;
  for (const other of others.filter((each) => amendedBy(each).includes(id))) {
    const made = compose(worked, other);
    if (!made.ok) continue;
    pairs.push({ why: 'amended', before: worked, after: made.pack, other });
    worked = made.pack;
  }
  return pairs;
}
