/**
 * Guides that hold for every notice: how the system is used, without a fact of any notice in them. A pack
 * gets those its author picks, tied to its own phases, clauses and contacts.
 */
import type { GuideDefinition, Step } from '@/lib/guide/model';
import type { Draft } from './draft';

/**
 * Phases a guide is for: those that allow the swap, or binding; those before and after the swap that do not allow it;
 * or whatever.
 */
type PhaseMark = '@swap' | '@bind' | '@before' | '@after' | '@any';

export interface GuideTemplate extends Omit<GuideDefinition, 'system' | 'phases'> {
  readonly phases: PhaseMark | string;
}

/** Stands in a template's `cite` for the notice's clause about the swap, and about who must replace. */
const CLAUSE_MARKS = { swap: '@swap', audiences: '@audiences' } as const;

function phasesOf(draft: Draft, mark: string): readonly string[] | null {
  if (mark === '@any') return [];
  const { phases } = draft.entries;
  const swap = phases.filter(({ unbindOld }) => unbindOld === 'allows');
  const others = phases.filter((phase) => !swap.includes(phase));
  // Days are ISO dates, so that they compare as texts; a phase without one lies on neither side of it.
  const chosen = {
    '@swap': swap,
    '@bind': phases.filter(({ bind }) => bind === 'allows'),
    '@before': others.filter(({ until }) => until && swap.some(({ from }) => from && until < from)),
    '@after': others.filter(({ from }) => from && swap.some(({ until }) => until && until < from)),
  }[mark];
  return chosen === undefined || chosen.length === 0 ? null : chosen.map(({ id }) => id);
}

/**
 * The guides of a draft. A guide for a phase that the notice does not have is left out: unbinding is never
 * advised where no phase allows it (design.md §3.4).
 */
export function makeGuides(
  draft: Draft,
  templates: readonly GuideTemplate[],
  roles: ReadonlySet<string | undefined>,
): readonly GuideDefinition[] {
  // Without a system there is nothing to guide through; that it is missing is told once, by the form.
  if (draft.entries.systems.length === 0) return [];
  const picked = templates.filter(({ id }) => draft.guides.includes(id));
  const swap = draft.entries.phases.find(
    (phase) => phase.unbindOld === 'allows' || phase.bind === 'allows',
  )?.cite;
  const clauses: Readonly<Record<string, string | undefined>> = {
    [CLAUSE_MARKS.swap]: swap,
    [CLAUSE_MARKS.audiences]: draft.entries.audiences[0]?.cite,
  };
  const fitting = picked.flatMap((template) => {
    const phases = phasesOf(draft, template.phases);
    return phases === null ? [] : [{ template, phases }];
  });
  const ids = new Set(fitting.map(({ template }) => template.id));
  return fitting.map(({ template, phases }) => ({
    ...template,
    system: draft.entries.systems[0]?.id ?? '',
    phases,
    continues: template.continues?.filter((id) => ids.has(id)),
    steps: template.steps.map((step) => tieStep(step, clauses, roles)),
  }));
}

function tieStep(
  step: Step,
  clauses: Readonly<Record<string, string | undefined>>,
  roles: ReadonlySet<string | undefined>,
): Step {
  const cite = step.cite.map((mark) => clauses[mark] ?? '').filter((clause) => clause !== '');
  const { call, ...rest } = step;
  return { ...rest, cite: [...new Set(cite)], ...(call !== undefined && roles.has(call) && { call }) };
}
