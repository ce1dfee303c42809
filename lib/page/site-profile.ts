/**
 * A taught control: on this system the step's control is called so, is such a thing, and stands beside
 * these words. It overrides the built-in rules control by control, and only while it holds: what no longer
 * agrees is not used, the disagreement is reported, and the built-in rules decide (docs/site-profile.md).
 * What was taught is data from outside: words are compared as words, a selector is checked before it is used.
 */
import {
  attributeOf,
  carries,
  chainOf,
  dataOf,
  holds,
  matches,
  openShadowOf,
  ownerOf,
  parentOf,
  tagOf,
  typeOf,
  walkerOf,
} from './dom';
import { labelOf } from './fields';
import { BUTTON, FIELD as FIELD_KIND, TABS } from './kinds';
import { ACTING, CONTROL, FIELD } from './markup';
import type { PageState, TargetName, TargetReport } from './model';
import { controlName, textIn } from './name';
import { readable } from './readable';
import { type Refusal, refusalOf, type Sight, withSecret } from './refusals';
import { agrees, look, PAGES, type Resolution, resolveTarget, surfacesFor } from './resolve';
import type { Region } from './snapshot';
import { TARGET_RULES } from './targets';
import {
  isPlainSelector,
  mayBeCalled,
  TAUGHT_ROLES,
  type TaughtControl,
  type TaughtRole,
  type TaughtTarget,
} from './taught';
import { isClipped, isSeen } from './visibility';

export interface TaughtContext {
  readonly page: PageState;
  /** What was taught of this target; null: nothing. */
  readonly taught: TaughtControl | null;
  /** What was taught not to be it: never pointed at, whatever the rules say. */
  readonly notIt?: readonly TaughtControl[] | undefined;
}

/** What disagrees. */
export const DISAGREEMENTS = [
  'profile-forbidden',
  'profile-name',
  'profile-role',
  'profile-hidden',
  'profile-near',
  'profile-several',
  'profile-rules',
] as const;
export type Disagreement = (typeof DISAGREEMENTS)[number];

/** What a report says of a taught control that was not used; null: it was used, or nothing was taught. */
export function disagreementIn({ reasons }: Pick<TargetReport, 'reasons'>): Disagreement | null {
  return DISAGREEMENTS.find((each) => reasons.includes(each)) ?? null;
}

/** More controls of one name than anything could tell apart. */
const MOST_ALIKE = 50;
/** How far up the words around a control stand. */
const REACH = 8;
/** Wrappers between a control's words and the control. */
const WRAPPERS = 5;

/** Finds a target in one document: as taught, while that holds; else by the built-in rules. */
export function resolveWithProfile(
  document: Document,
  target: TargetName,
  context: TaughtContext,
): Resolution {
  const { page, taught, notIt = [] } = context;
  const found = findWithProfile(document, target, { page, taught });
  const { report, element } = found;
  if (!element || !notIt.some((each) => each.target === target && isCalledSo(element, each))) return found;
  const reasons = [...report.reasons, 'profile-not-it'];
  return { report: { target, state: 'missing', label: null, candidates: 0, reasons }, element: null };
}

function findWithProfile(
  document: Document,
  target: TargetName,
  { page, taught }: TaughtContext,
): Resolution {
  const pages = PAGES[target];
  const isTaught = taught?.target === target && (!pages || pages.includes(page));
  if (!isTaught) return resolveTarget(document, target, { page });
  const answer = findTaught(document, taught, page);
  if (typeof answer === 'object') return answer;
  const { report, element } = resolveTarget(document, target, { page });
  return { report: { ...report, reasons: [...report.reasons, 'profile-disagrees', answer] }, element };
}

function findTaught(document: Document, taught: TaughtControl, page: PageState): Resolution | Disagreement {
  if (!mayBeCalled(taught.target, taught.name)) return 'profile-forbidden';
  try {
    const snapshot = look(document);
    const surfaces = surfacesFor(taught.target, snapshot);
    const named = elementsCalled(snapshot.page.element, readable(taught.name));
    if (named.length === 0) return 'profile-name';
    if (named.length > MOST_ALIKE) return 'profile-several';
    const ofRole = named.filter((element) => hasRole(element, taught.role));
    if (ofRole.length === 0) return 'profile-role';
    const seen = ofRole.filter(
      (element) => isSeen(element) && !isClipped(element) && isOn(surfaces, element),
    );
    if (seen.length === 0) return 'profile-hidden';
    const near = seen.filter((element) => standsBy(element, taught.near ?? [], seen));
    if (near.length === 0) return 'profile-near';
    const selected = near.filter((element) => isSelected(element, taught.css));
    const [only, another] = near.length > 1 ? selected : near;
    if (!only || another) return 'profile-several';
    const isStale = taught.css !== undefined && selected.length === 0;
    const isPlaced = isStale ? false : taught.css !== undefined || taught.near !== undefined;
    if (taught.role === 'button' && !saysNothingElse(only, taught.target)) return 'profile-rules';
    if (!isAllowed(only, taught.target, { snapshot, surfaces, page }, isPlaced)) return 'profile-rules';
    const report: TargetReport = {
      target: taught.target,
      state: 'found',
      label: controlName(only) || null,
      candidates: 1,
      reasons: [
        'profile',
        ...(isStale ? ['profile-css'] : []),
        ...(carries(only, 'disabled') || attributeOf(only, 'aria-disabled') === 'true' ? ['disabled'] : []),
      ],
    };
    return { report, element: only };
  } catch {
    return 'profile-hidden';
  }
}

/**
 * Whether nothing that a button says of itself forbids the target: a name for assistive technology (绑定) may stand over
 * other words (解绑), and whoever presses it gets what the one or the other says.
 */
function saysNothingElse(element: Element, target: TaughtTarget): boolean {
  const attributes = ['aria-label', 'title', 'alt'].map((name) => attributeOf(element, name));
  const said = [textIn(element), controlName(element), ...attributes];
  return said.every((each) => !/\S/.test(each) || mayBeCalled(target, each));
}

/** Nothing that is taught outweighs these. */
const HARD: ReadonlySet<Refusal> = new Set(['forbidden-word', 'not-about-a-certificate', 'other-way']);

/**
 * Whether the built-in rules let it be. A control that was taken away may leave another of its name, that of
 * another row or form. Where its words mean something to us, the rules must not refuse it; and where no rule
 * would take it, its place must be as taught.
 */
function isAllowed(element: Element, target: TaughtTarget, sight: Sight, isPlaced: boolean): boolean {
  const parts = sight.surfaces.flatMap((surface) => surface.parts);
  const part =
    parts.find((each) => each.element === element) ??
    parts.find((each) => each.kind & (BUTTON | TABS | FIELD_KIND) && holds(element, each.element)) ??
    parts.find((each) => each.kind & (BUTTON | TABS) && holds(each.element, element));
  if (!part?.senses) return true;
  const rules = TARGET_RULES[target].filter((rule) => agrees(part, rule));
  const refusals = rules.map((rule) => refusalOf(part, target, rule, sight));
  const isInForm = target !== 'login-submit' || withSecret([part], sight).length > 0;
  if (refusals.includes(null) && isInForm) return true;
  return isPlaced && !refusals.some((refusal) => refusal && HARD.has(refusal));
}

/** Of a control and the wrappers of its words, the outermost that is called so and is a control. */
function elementsCalled(root: Element, name: string): readonly Element[] {
  const found = new Set<Element>();
  const add = (element: Element) => {
    const isNamed = [controlName(element), matches(element, FIELD) ? labelOf(element) : ''].some(
      (each) => readable(each) === name,
    );
    if (isNamed) found.add(element);
  };
  const roots: Node[] = [root];
  for (const each of roots) {
    const walker = walkerOf(ownerOf(root), each);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (typeOf(node) === 1) {
        const element = node as Element;
        const shadow = openShadowOf(element);
        if (shadow) roots.push(shadow);
        if (matches(element, `${FIELD},[aria-label],[alt],[title]`)) add(element);
        continue;
      }
      const owner = parentOf(node);
      const words = readable(dataOf(node).slice(0, 2 * name.length + 40));
      if (!owner || !words || !name.includes(words)) continue;
      const around = chainOf(owner, WRAPPERS);
      const control = around.findLast((at) => isPressed(at) && readable(textIn(at)) === name);
      if (control) add(control);
    }
  }
  if (found.size > MOST_ALIKE) return [...found];
  return [...found].filter((one) => ![...found].some((other) => other !== one && holds(other, one)));
}

const isPressed = (element: Element): boolean =>
  matches(element, `${CONTROL},${ACTING},img`) || getComputedStyle(element).cursor === 'pointer';

const BUTTONS = /^(button|submit|reset|image)$/i;
const BOXES = /^(radio|checkbox|file)$/i;

function hasRole(element: Element, role: TaughtRole): boolean {
  const type = attributeOf(element, 'type');
  const isInput = tagOf(element) === 'input';
  if (!matches(element, FIELD) || (isInput && BUTTONS.test(type)))
    return role === 'button' && isPressed(element);
  const isChoice =
    tagOf(element) === 'select' ||
    (isInput && BOXES.test(type)) ||
    matches(element, '[readonly],[role$=box]');
  return role === (isChoice ? 'choice' : 'field') || (role === 'choice' && type !== 'password' && !isInput);
}

/** The first role it has; null: it is nothing that is pressed or filled in. */
export const taughtRoleOf = (element: Element): TaughtRole | null =>
  TAUGHT_ROLES.find((role) => hasRole(element, role)) ?? null;

/**
 * Whether a control is what was taught: its words, its kind, and the words around it. A selector counts for nothing
 * here: what was denied once stays denied when the markup changes.
 */
function isCalledSo(element: Element, { name, role, near }: TaughtControl): boolean {
  const around = chainOf(element, WRAPPERS);
  return around.some((each) => {
    const names = [controlName(each), matches(each, FIELD) ? labelOf(each) : ''];
    return (
      names.some((said) => readable(said) === readable(name)) &&
      hasRole(each, role) &&
      standsBy(each, near ?? [], [])
    );
  });
}

const isOn = (surfaces: readonly Region[], element: Element): boolean =>
  surfaces.some((surface) => chainOf(element).includes(surface.element));

/** Whether all these words stand around it, nearer than around another that is called the same. */
function standsBy(element: Element, words: readonly string[], others: readonly Element[]): boolean {
  if (words.length === 0) return true;
  return chainOf(element)
    .slice(1, REACH)
    .filter((around) => others.every((other) => other === element || !holds(around, other)))
    .some((around) => {
      const said = readable(textIn(around, Number.POSITIVE_INFINITY));
      return words.every((each) => said.includes(readable(each)));
    });
}

function isSelected(element: Element, css: string | undefined): boolean {
  if (css === undefined || !isPlainSelector(css)) return false;
  try {
    return matches(element, css);
  } catch {
    return false;
  }
}
