/** What a schema cannot see: whether the parts of a pack go together. Pure, without zod. */
import type { NoticePack } from './model';
import { describeFound, type PackProblem, type Report, writePath } from './problem';
import { checkReferences } from './references';
import { checkRelations } from './relation-checks';
import type { Lead } from './sourcing';

type Path = readonly PropertyKey[];

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Visits every object of a pack with its path, which is the same list all along: who keeps it copies it. */
function visit(
  value: unknown,
  path: PropertyKey[],
  see: (object: Readonly<Record<string, unknown>>, path: Path) => void,
): void {
  if (typeof value !== 'object' || value === null) return;
  const isList = Array.isArray(value);
  if (isRecord(value)) see(value, path);
  for (const [key, item] of isList ? value.entries() : Object.entries(value)) {
    if (typeof item !== 'object') continue;
    path.push(key);
    visit(item, path, see);
    path.pop();
  }
}

const SPANS = [
  ['from', 'until'],
  ['validFrom', 'validUntil'],
  ['projectFrom', 'projectUntil'],
] as const;

/** An end before its start, and an inference nobody answers for, wherever they stand. */
function checkEveryObject(pack: NoticePack, report: Report): void {
  visit(pack, [], (object, path) => {
    for (const [start, end] of SPANS) {
      const first = object[start];
      const last = object[end];
      if (typeof first === 'string' && typeof last === 'string' && last < first) {
        report([...path, end], 'endBeforeStart', last, { start: first });
      }
    }
    if (object.basis === 'inferred' && object.inferredBy === undefined) {
      report([...path, 'inferredBy'], 'inferredBy', undefined);
    }
  });
}

function checkDuplicates(ids: readonly string[], path: Path, key: string, report: Report): void {
  const seen = new Map<string, number>();
  ids.forEach((id, index) => {
    const first = seen.get(id);
    if (first === undefined) seen.set(id, index);
    else report([...path, index, key], 'duplicateId', id, { first: writePath([...path, first]) });
  });
}

const LISTS_WITH_IDS = [
  'systems',
  'certificates',
  'keyCounts',
  'audiences',
  'activities',
  'batches',
  'phases',
  'permissions',
  'obligations',
  'places',
  'materials',
  'attachments',
  'warnings',
  'troubles',
  'guides',
  'statements',
  'silences',
] as const satisfies readonly (keyof NoticePack)[];

function checkIds(pack: NoticePack, report: Report): void {
  const profiles = pack.siteProfiles ?? [];
  checkDuplicates(
    profiles.map(({ system }) => system),
    ['siteProfiles'],
    'system',
    report,
  );
  profiles.forEach(({ controls }, index) => {
    const path = ['siteProfiles', index, 'controls'];
    checkDuplicates(
      controls.map(({ target }) => target),
      path,
      'target',
      report,
    );
  });
  const idsOf = (items: readonly { readonly id: string }[]) => items.map((each) => each.id);
  for (const name of LISTS_WITH_IDS) checkDuplicates(idsOf(pack[name]), [name], 'id', report);
  checkDuplicates(idsOf(pack.amendments ?? []), ['amendments'], 'id', report);
  checkDuplicates(idsOf(pack.events ?? []), ['events'], 'id', report);
  checkDuplicates(idsOf(pack.renewals ?? []), ['renewals'], 'id', report);
  checkDuplicates(idsOf(pack.fees.tariffs), ['fees', 'tariffs'], 'id', report);
  checkDuplicates(idsOf(pack.fees.charges), ['fees', 'charges'], 'id', report);
  pack.systems.forEach((system, index) => {
    checkDuplicates(idsOf(system.accepts), ['systems', index, 'accepts'], 'id', report);
  });
  pack.guides.forEach((guide, index) => {
    checkDuplicates(idsOf(guide.steps), ['guides', index, 'steps'], 'id', report);
    checkDuplicates(idsOf(guide.questions), ['guides', index, 'questions'], 'id', report);
  });
}

/** Whether somebody can be of both: an absent list is everybody. */
function shares(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return a === undefined || b === undefined || a.some((each) => b.includes(each));
}

/** Two phases on one day for one audience leave open which holds; a narrower window must lie in its phase. */
function checkPhases(pack: NoticePack, report: Report): void {
  pack.phases.forEach((phase, index) => {
    if (phase.within !== undefined) {
      const parent = pack.phases.find((each) => each.id === phase.within);
      const inside =
        parent !== undefined &&
        parent.within === undefined &&
        (phase.from ?? '') >= (parent.from ?? '') &&
        (phase.until ?? '9999-12-31') <= (parent.until ?? '9999-12-31');
      if (parent && !inside) {
        report(['phases', index, 'within'], 'outsideParent', phase.within, { other: phase.within });
      }
      return;
    }
    pack.phases.slice(0, index).forEach((other) => {
      if (other.within !== undefined || !shares(phase.audiences, other.audiences)) return;
      if (!shares(phase.levels, other.levels)) return;
      const startsBeforeOtherEnds = (phase.from ?? '') <= (other.until ?? '9999-12-31');
      const endsAfterOtherStarts = (phase.until ?? '9999-12-31') >= (other.from ?? '');
      if (startsBeforeOtherEnds && endsAfterOtherStarts) {
        report(['phases', index], 'overlap', `${phase.from ?? '…'} – ${phase.until ?? '…'}`, {
          other: other.id,
        });
      }
    });
  });
}

/** What comes first must not in the end come after: a person would never find where to begin. */
function checkOrder(pack: NoticePack, report: Report): void {
  const firstOf = new Map(pack.obligations.map(({ id, after = [] }) => [id, after] as const));
  pack.obligations.forEach(({ id, after }, index) => {
    const seen = new Set<string>();
    const queue = [...(after ?? [])];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push(...(firstOf.get(next) ?? []));
    }
    if (seen.has(id)) report(['obligations', index, 'after'], 'afterCircle', after, { id });
  });
}

/** Roughly, in days: enough to see what is the longer where it cannot be a matter of a few. */
function lengthOf(lead: Lead | undefined, days = 0): number {
  if (lead === undefined) return days;
  return lead.count * { days: 1, 'working-days': 1.4, months: 30.5 }[lead.unit];
}

function checkMeanings(pack: NoticePack, report: Report): void {
  if (pack.publishedOn < pack.signedOn) {
    report(['publishedOn'], 'signedAfterPublished', pack.publishedOn, { signed: pack.signedOn });
  }
  pack.systems.forEach((system, index) => {
    system.accepts.forEach((each, at) => {
      const silent = each.basis === 'not-stated';
      if (silent !== (each.certificates.length === 0)) {
        report(['systems', index, 'accepts', at, 'certificates'], 'emptyAcceptance', each.certificates);
      }
    });
  });
  pack.permissions.forEach((each, index) => {
    if ((each.verdict === 'not-stated') !== (each.basis === 'not-stated')) {
      report(['permissions', index, 'basis'], 'basisContradiction', each.basis, { verdict: each.verdict });
    }
  });
  pack.obligations.forEach((each, index) => {
    const from = each.from?.kind === 'date' ? each.from.date : undefined;
    const due = each.due?.kind === 'date' ? each.due.date : undefined;
    if (from !== undefined && due !== undefined && due < from) {
      report(['obligations', index, 'due', 'date'], 'endBeforeStart', due, { start: from });
    }
    each.makeUps?.forEach((makeUp, at) => {
      const path = ['obligations', index, 'makeUps', at];
      // A day to make up on that is no later than the one missed is a slip of the pen.
      if (due !== undefined && makeUp.until <= due) {
        report([...path, 'until'], 'makeUpBeforeDue', makeUp.until, { due });
      }
      if (each.mattersUntil !== undefined && makeUp.until > each.mattersUntil) {
        report([...path, 'until'], 'makeUpTooLate', makeUp.until, { last: each.mattersUntil });
      }
    });
    const last = each.mattersUntil;
    const start = due ?? from;
    if (last !== undefined && start !== undefined && last < start) {
      report(['obligations', index, 'mattersUntil'], 'endBeforeStart', last, { start });
    }
  });
  pack.renewals?.forEach((each, index) => {
    const path = ['renewals', index];
    const openings = [each.opensDaysBefore, each.opens].filter((one) => one !== undefined);
    if (openings.length !== 1) report([...path, 'opens'], 'renewalOpens', each.opens);
    const ends = [each.closesDaysBefore, each.closes, each.graceAfter].filter((one) => one !== undefined);
    if (ends.length > 1) report([...path, 'closes'], 'renewalCloses', ends);
    if (lengthOf(each.opens, each.opensDaysBefore) < lengthOf(each.closes, each.closesDaysBefore)) {
      report([...path, 'closes'], 'renewalCloses', each.closes ?? each.closesDaysBefore);
    }
  });
  pack.fees.tariffs.forEach((each, index) => {
    if (each.ca === undefined && each.seal === undefined) return;
    const sum = Math.round(((each.ca ?? 0) + (each.seal ?? 0)) * 100) / 100;
    if (sum !== Math.round(each.total * 100) / 100) {
      report(['fees', 'tariffs', index, 'total'], 'total', each.total, { sum });
    }
  });
}

/** Everything that is wrong between the parts of a pack whose values are right each by itself. */
export function crossCheck(pack: NoticePack): readonly PackProblem[] {
  const problems: PackProblem[] = [];
  const report: Report = (path, code, found, params = {}) => {
    problems.push({ path: writePath(path), code, params, found: describeFound(found) });
  };
  checkEveryObject(pack, report);
  checkIds(pack, report);
  checkPhases(pack, report);
  checkMeanings(pack, report);
  checkOrder(pack, report);
  checkReferences(pack, report);
  checkRelations(pack, report);
  return problems;
}
