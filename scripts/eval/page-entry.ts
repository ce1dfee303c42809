/** Runs in a page under evaluation: the resolver, and where in the document it points. */
import { type PageState, TARGET_NAMES } from '@/lib/page/model';
import { resolveTarget } from '@/lib/page/resolve';

/** What the resolver makes of one target. */
export interface TargetReading {
  readonly state: 'found' | 'ambiguous' | 'missing';
  readonly text: string | null;
  readonly tag: string | null;
  /** A CSS path; ` >>> ` enters an open shadow root. */
  readonly path: string | null;
  readonly reasons: readonly string[];
}

/** A CSS path that names one element: tags and positions, no ids, since pages repeat those. */
function pathOf(element: Element): string {
  const parts: string[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) {
    const { parentElement, localName } = at;
    const alike = [...(at.parentNode?.children ?? [])].filter((each) => each.localName === localName);
    parts.unshift(alike.length > 1 ? `${localName}:nth-of-type(${alike.indexOf(at) + 1})` : localName);
    if (parentElement) continue;
    const root = at.getRootNode();
    const inside = parts.join(' > ');
    return root instanceof ShadowRoot ? `${pathOf(root.host)} >>> ${inside}` : inside;
  }
  return parts.join(' > ');
}

/** Every target that belongs to a page of this state. */
function readTargets(page: PageState): Record<string, TargetReading> {
  const readings = TARGET_NAMES.map((target) => {
    const { report, element } = resolveTarget(document, target, { page });
    const { state, label, reasons } = report;
    const tag = element?.localName ?? null;
    return [target, { state, text: label, tag, path: element ? pathOf(element) : null, reasons }] as const;
  });
  return Object.fromEntries(readings.filter(([, { reasons }]) => !reasons.includes('other-page')));
}

declare global {
  var rebindEvaluation: { readonly readTargets: typeof readTargets };
}
globalThis.rebindEvaluation = { readTargets };
