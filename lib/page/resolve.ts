/**
 * Which control a target is: role and name agree, the structure fits, no forbidden word, exactly one to
 * be seen; otherwise ambiguous or missing (design.md §3.3, §6). It never settles for the next best.
 */
import { arrange } from './arrange';
import { collectAtOnce } from './collect';
import { attributeOf, findAllIn, holds, isDisabled, matches, nearest } from './dom';
import { labelFields } from './fields';
import { BOX, DIALOG } from './markup';
import { type PageState, type TargetName, type TargetReport, TROUBLE_STATES } from './model';
import { controlName } from './name';
import { addOverlooked, withoutFalseDialogs } from './overlooked';
import { FRAMED, type Refusal, refusalOf, type Sight, withSecret } from './refusals';
import { findResult } from './result';
import type { Part, Region, Snapshot } from './snapshot';
import { TARGET_RULES, type TargetRule } from './targets';
import { isSeen, layerOf } from './visibility';
import { arrangeWays } from './ways';

export { controlName } from './name';

export interface TargetContext {
  /** What the tab shows, as merged from its frames. */
  readonly page: PageState;
}

export interface Resolution {
  readonly report: TargetReport;
  /** The control, where found. */
  readonly element: Element | null;
}

/** Pages on which a target makes sense at all: elsewhere it is missing, whatever is called so. */
export const PAGES: Readonly<Record<TargetName, readonly PageState[] | null>> = {
  'account-tab': ['login-account', 'login-ca'],
  'ca-tab': ['login-account', 'login-ca'],
  'login-submit': ['login-account', 'login-ca'],
  'ca-menu': null,
  unbind: ['ca-list'],
  'unbind-confirm': ['unbind-confirm'],
  bind: ['ca-list', 'unbind-done'],
  'certificate-choice': ['bind-form', 'login-ca'],
  'pin-field': ['bind-form', 'login-ca', 'unbind-confirm', 'pin-wrong'],
  'bind-confirm': ['bind-form'],
  result: ['unbind-done', 'bind-done', ...TROUBLE_STATES],
};

/**
 * Finds a target in one document.
 *
 * @param context what the page was recognised as: a target belongs to certain pages
 */
export function resolveTarget(document: Document, target: TargetName, context: TargetContext): Resolution {
  const pages = PAGES[target];
  if (pages && !pages.includes(context.page)) return missing(target, ['other-page']);
  try {
    const snapshot = look(document);
    const sight = { snapshot, surfaces: surfacesFor(target, snapshot), page: context.page };
    const refused = new Set<Refusal>();
    const found =
      target === 'result'
        ? findResult(sight.snapshot, context.page)
        : findControls(target, sight, refused).map((part) => part.element);
    if (found.length === 0) {
      const isBehind = target !== 'result' && !sight.surfaces.includes(snapshot.page);
      const behind = isBehind && findControls(target, { ...sight, surfaces: [snapshot.page] }, new Set());
      if (behind && behind.length > 0) refused.add('behind-a-dialog');
      return missing(target, refused.size > 0 ? [...refused] : ['no-match']);
    }
    const [element, second] = found;
    if (!element || second) return ambiguous(target, found.length);
    const others = othersOfGroup(element, snapshot);
    if (others > 0) return ambiguous(target, 1 + others);
    return {
      report: {
        target,
        state: 'found',
        label: controlName(element) || null,
        candidates: 1,
        reasons: isDisabled(element) ? ['disabled'] : [],
      },
      element,
    };
  } catch {
    return missing(target, ['unreadable']);
  }
}

/** Everything that can be seen in a document, arranged, in closer detail than the recogniser has time for. */
export function look(document: Document): Snapshot {
  const snapshot = withoutFalseDialogs(collectAtOnce('', document));
  addOverlooked(snapshot);
  labelFields(snapshot);
  arrange(snapshot);
  arrangeWays(snapshot);
  return snapshot;
}

/** The dialogs that lie on top: the highest in the stack; several where none is told to be higher. */
function topDialogs({ dialogs }: Snapshot): readonly Region[] {
  const layers = dialogs.map(({ element }) => layerOf(element));
  return dialogs.filter((_, at) => layers[at] === Math.max(...layers));
}

/** Fields stand beside a question of the page, in its form; not inside it, as its answers do. */
const FILLED: ReadonlySet<TargetName> = new Set(['pin-field', 'certificate-choice']);

/** Where a target can be: in the dialogs on top, and below what may be a mere hint by its class name. */
export function surfacesFor(target: TargetName, snapshot: Snapshot): readonly Region[] {
  const tops = topDialogs(snapshot);
  if (tops.length === 0) return [snapshot.page];
  const isQuestion = FILLED.has(target) && tops.every(({ element }) => !matches(element, `${DIALOG},${BOX}`));
  const isSure = FRAMED.has(target) || (tops.some(({ explicit }) => explicit) && !isQuestion);
  return isSure ? tops : [...tops, snapshot.page];
}

function missing(target: TargetName, reasons: readonly string[]): Resolution {
  return { report: { target, state: 'missing', label: null, candidates: 0, reasons }, element: null };
}

function ambiguous(target: TargetName, candidates: number): Resolution {
  const reasons = [candidates === 2 ? 'two-matches' : 'several-matches'];
  return { report: { target, state: 'ambiguous', label: null, candidates, reasons }, element: null };
}

/** Whether a part is of the kind and has the words that a rule wants. */
export function agrees(part: Part, rule: TargetRule): boolean {
  return (
    (part.kind & rule.where) !== 0 &&
    (part.kind & rule.not) === 0 &&
    (part.senses & rule.all) === rule.all &&
    (rule.any === 0 || (part.senses & rule.any) !== 0) &&
    (part.senses & rule.none) === 0
  );
}

/** A dialog's buttons often stand outside the form that they send. */
const isInDialog = ({ region }: Part): boolean => region.type === 'dialog';

/** More controls of one name than any page has for one deed. */
const MOST_ALIKE = 50;

function findControls(
  target: Exclude<TargetName, 'result'>,
  sight: Sight,
  refused: Set<Refusal>,
): readonly Part[] {
  const parts = sight.surfaces.flatMap((surface) => surface.parts);
  for (const rule of TARGET_RULES[target]) {
    const named = parts.filter((part) => agrees(part, rule));
    // So many of one name are the rows of a list: which one is meant, nothing here can tell.
    if (named.length > MOST_ALIKE) return named;
    const allowed = named.filter((part) => {
      const refusal = refusalOf(part, target, rule, sight);
      if (refusal) refused.add(refusal);
      return refusal === null;
    });
    if (allowed.length === 0) continue;
    const found = withoutContainers(allowed);
    const isSent = target === 'login-submit' || (target === 'bind-confirm' && !found.some(isInDialog));
    const placed = isSent ? withSecret(found, sight) : found;
    if (placed.length > 0) return placed;
    refused.add('outside-the-form');
  }
  return [];
}

/** Of a control inside another of the same name, the inner. */
function withoutContainers(parts: readonly Part[]): readonly Part[] {
  return parts.filter(
    (part) =>
      !parts.some(
        (other) => other !== part && holds(part.element, other.element) && other.element !== part.element,
      ),
  );
}

/** Other radio boxes that answer the same question: pointing at one of them would answer it. */
function othersOfGroup(element: Element, { page }: Snapshot): number {
  const name = attributeOf(element, 'name');
  if (attributeOf(element, 'type') !== 'radio' || !name) return 0;
  const form = nearest(element, 'form') ?? page.element;
  return findAllIn(form, 'input[type=radio]').filter(
    (each) => each !== element && attributeOf(each, 'name') === name && isSeen(each),
  ).length;
}
