/**
 * Which control a target is: role and name agree, the structure fits, no forbidden word, exactly one to
 * be seen; otherwise ambiguous or missing (design.md §3.3, §6). It never settles for the next best.
 */
import { arrange, isNearKey } from './arrange';
import { collectAtOnce } from './collect';
import { attributeOf, carries, dataOf, holds, ownerOf, parentOf, typeOf, walkerOf } from './dom';
import { BUTTON, FIELD, MENU, TABS } from './kinds';
import { type PageState, type TargetName, type TargetReport, TROUBLE_STATES } from './model';
import { controlName } from './name';
import { fits } from './recognise';
import { RULES, THRESHOLD } from './rules';
import { BIND, KEY, UNBIND } from './senses';
import type { Part, Region, Snapshot } from './snapshot';
import { FORBIDDEN, LEADS_ELSEWHERE, TARGET_RULES, type TargetRule } from './targets';
import { isClipped, layerOf } from './visibility';

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
const PAGES: Readonly<Record<TargetName, readonly PageState[] | null>> = {
  'account-tab': ['login-account', 'login-ca'],
  'ca-tab': ['login-account', 'login-ca'],
  'login-submit': ['login-account', 'login-ca'],
  'ca-menu': null,
  unbind: ['ca-list'],
  'unbind-confirm': ['unbind-confirm'],
  bind: ['ca-list'],
  'certificate-choice': ['bind-form', 'login-ca'],
  'pin-field': ['bind-form', 'login-ca', 'unbind-confirm'],
  'bind-confirm': ['bind-form'],
  result: ['unbind-done', 'bind-done', ...TROUBLE_STATES],
};

/** Targets that stand in the dialog where the page asks by a dialog. */
const FRAMED: ReadonlySet<TargetName> = new Set(['unbind-confirm', 'bind-confirm']);

type Refusal = 'forbidden-word' | 'not-about-a-certificate' | 'behind-a-dialog' | 'other-page' | 'no-match';

/**
 * Finds a target in one document.
 *
 * @param context what the page was recognised as: a target belongs to certain pages
 */
export function resolveTarget(document: Document, target: TargetName, context: TargetContext): Resolution {
  const pages = PAGES[target];
  if (pages && !pages.includes(context.page)) return missing(target, ['other-page']);
  try {
    const snapshot = collectAtOnce('', document);
    arrange(snapshot);
    const tops = topDialogs(snapshot).filter((dialog) => dialog.explicit || FRAMED.has(target));
    const surfaces = tops.length > 0 ? tops : [snapshot.page];
    const parts = surfaces.flatMap((surface) => surface.parts);
    const refused = new Set<Refusal>();
    const found =
      target === 'result'
        ? findResult(parts, snapshot, context.page)
        : findControls(parts, target, snapshot, surfaces, refused);
    if (found.length === 0) {
      if (tops.length > 0 && target !== 'result') {
        const behind = findControls(snapshot.page.parts, target, snapshot, [snapshot.page], new Set());
        if (behind.length > 0) refused.add('behind-a-dialog');
      }
      return missing(target, refused.size > 0 ? [...refused] : ['no-match']);
    }
    const [only, second] = found;
    if (!only || second) return ambiguous(target, found.length);
    const element = target === 'result' ? innermost(only.element) : only.element;
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

/** The dialogs that lie on top: the highest in the stack; several where none is told to be higher. */
function topDialogs({ dialogs }: Snapshot): readonly Region[] {
  const layers = dialogs.map(({ element }) => layerOf(element));
  return dialogs.filter((_, at) => layers[at] === Math.max(...layers));
}

function missing(target: TargetName, reasons: readonly string[]): Resolution {
  return { report: { target, state: 'missing', label: null, candidates: 0, reasons }, element: null };
}

function ambiguous(target: TargetName, candidates: number): Resolution {
  const reasons = [candidates === 2 ? 'two-matches' : 'several-matches'];
  return { report: { target, state: 'ambiguous', label: null, candidates, reasons }, element: null };
}

function agrees(part: Part, rule: TargetRule): boolean {
  return (
    (part.kind & rule.where) !== 0 &&
    (part.kind & rule.not) === 0 &&
    (part.senses & rule.all) === rule.all &&
    (rule.any === 0 || (part.senses & rule.any) !== 0) &&
    (part.senses & rule.none) === 0
  );
}

function findControls(
  parts: readonly Part[],
  target: Exclude<TargetName, 'result'>,
  snapshot: Snapshot,
  surfaces: readonly Region[],
  refused: Set<Refusal>,
): readonly Part[] {
  for (const rule of TARGET_RULES[target]) {
    const named = parts.filter((part) => agrees(part, rule));
    const allowed = named.filter((part) => {
      const refusal = refusalOf(part, target, rule, snapshot, surfaces);
      if (refusal) refused.add(refusal);
      return refusal === null;
    });
    if (allowed.length > 0) return withoutContainers(allowed);
  }
  return [];
}

function refusalOf(
  part: Part,
  target: TargetName,
  rule: TargetRule,
  snapshot: Snapshot,
  surfaces: readonly Region[],
): Refusal | null {
  if (isClipped(part.element)) return 'no-match';
  if (FORBIDDEN.test(part.text)) return 'forbidden-word';
  if (target === 'ca-menu' && LEADS_ELSEWHERE.test(part.text)) return 'forbidden-word';
  if (rule.near && !isNearKey(part, snapshot)) return 'not-about-a-certificate';
  if (!FRAMED.has(target)) return null;
  // A neutral 确定 is what its dialog asks: the dialog must say so, and say nothing else.
  const surface = surfaces.find((each) => each.parts.includes(part));
  const sum = surface?.parts.reduce((senses, each) => senses | each.senses, 0) ?? 0;
  if (part.senses & (BIND | UNBIND)) return isNearKey(part, snapshot) ? null : 'not-about-a-certificate';
  const asked = target === 'unbind-confirm' ? UNBIND : BIND | KEY;
  const opposed = target === 'unbind-confirm' ? 0 : UNBIND;
  if (!(sum & asked) || sum & opposed) return 'no-match';
  return isNearKey(part, snapshot) ? null : 'not-about-a-certificate';
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

/** Where the words stand that the state was recognised by. */
function findResult(parts: readonly Part[], snapshot: Snapshot, page: PageState): readonly Part[] {
  const spoken = [...snapshot.toasts.flatMap((toast) => toast.parts), ...parts];
  const rules = RULES.flatMap(([state, none, ...all]) =>
    state === page
      ? all.map(([weight, where, ...senses]) => ({ none, rule: [weight, where, ...senses] as const }))
      : [],
  );
  const telling = spoken.filter(
    (part) =>
      !(part.kind & (BUTTON | FIELD | MENU | TABS)) &&
      rules.some(({ none, rule }) => rule[0] >= THRESHOLD && !(part.senses & none) && fits(part, rule)),
  );
  return withoutContainers(telling);
}

/** The element that holds the words and nothing besides. */
function innermost(element: Element): Element {
  const owners = new Set<Element>();
  const walker = walkerOf(ownerOf(element), element);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const owner = typeOf(node) === 3 && /\S/.test(dataOf(node)) ? parentOf(node) : null;
    if (owner) owners.add(owner);
  }
  const [only, another] = owners;
  return only && !another ? only : element;
}

function isDisabled(element: Element): boolean {
  return carries(element, 'disabled') || attributeOf(element, 'aria-disabled') === 'true';
}
