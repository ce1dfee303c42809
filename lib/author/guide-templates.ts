/**
 * Guides that hold for every notice: how the system is used, without a fact of any notice in them. A pack
 * gets those its author picks, tied to its own phases, clauses and contacts.
 */
import type { GuideDefinition, Step } from '@/lib/guide/model';
import type { Draft } from './draft';

/**
 * Phases a guide is for: those in which people unbind by themselves in the system, those in which they apply for it, or
 * either; those that allow binding; those before and after the swap that do not allow it; or whatever.
 */
type PhaseMark = '@swap' | '@application' | '@unbinding' | '@bind' | '@before' | '@after' | '@any';

export interface GuideTemplate extends Omit<GuideDefinition, 'system' | 'phases'> {
  readonly phases: PhaseMark | string;
}

/** Stands in a template's `cite` for the notice's clause about the swap, the application, and who must replace. */
const CLAUSE_MARKS = { swap: '@swap', application: '@application', audiences: '@audiences' } as const;

/** Rules that hold by their own days, of which no phase tells. */
const ruleOf = ({ entries }: Draft, action: string, byApplication: boolean) =>
  entries.rules.find(
    (rule) => rule.action === action && rule.verdict === 'allows' && rule.byApplication === byApplication,
  );

/**
 * The phases of the draft that a mark stands for; [] for any time. null: the notice has none, so that the guide has
 * no place in it.
 */
export function phasesOf(draft: Draft, mark: string): readonly string[] | null {
  if (mark === '@any') return [];
  const { phases } = draft.entries;
  const unbinding = phases.filter(({ unbindOld }) => unbindOld === 'allows');
  const others = phases.filter((phase) => !unbinding.includes(phase));
  // Days are ISO dates, so that they compare as texts; a phase without one lies on neither side of it.
  const chosen = {
    '@swap': unbinding.filter(({ byApplication }) => !byApplication),
    '@application': unbinding.filter(({ byApplication }) => byApplication),
    '@unbinding': unbinding,
    '@bind': phases.filter(({ bind }) => bind === 'allows'),
    '@before': others.filter(({ until }) => until && unbinding.some(({ from }) => from && until < from)),
    '@after': others.filter(({ from }) => from && unbinding.some(({ until }) => until && until < from)),
  }[mark];
  if (chosen !== undefined && chosen.length > 0) return chosen.map(({ id }) => id);
  // A rule has days of its own, which the plan keeps to; the guide is for any of them.
  const rule = {
    '@swap': ruleOf(draft, 'unbind-old', false),
    '@application': ruleOf(draft, 'unbind-old', true),
    '@unbinding': ruleOf(draft, 'unbind-old', false) ?? ruleOf(draft, 'unbind-old', true),
    '@bind': ruleOf(draft, 'bind', false),
  }[mark];
  return rule ? [] : null;
}

/** How long an application takes, where the notice says it. */
function waitOf(
  draft: Draft,
): { readonly count: number; readonly unit: 'days' | 'working-days' } | undefined {
  const said = [...draft.entries.phases, ...draft.entries.rules].find(
    ({ byApplication, waitDays }) => byApplication && /^\d+$/.test(waitDays.trim()),
  );
  return said && { count: Number(said.waitDays), unit: said.waitWorkingDays ? 'working-days' : 'days' };
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
  const byApplication = [...draft.entries.phases, ...draft.entries.rules].find((each) => each.byApplication);
  const clauses: Readonly<Record<string, string | undefined>> = {
    [CLAUSE_MARKS.swap]:
      swap ?? ruleOf(draft, 'unbind-old', false)?.cite ?? ruleOf(draft, 'bind', false)?.cite,
    [CLAUSE_MARKS.application]: byApplication?.cite,
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
    steps: template.steps.map((step) => tieWait(tieStep(step, clauses, roles), waitOf(draft))),
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

/** A waiting step takes the notice's own time; one that stands for what others publish keeps that. */
function tieWait(step: Step, lead: ReturnType<typeof waitOf>): Step {
  const isOwn = step.wait !== undefined && step.wait.lead === undefined && lead !== undefined;
  return isOwn ? { ...step, wait: { ...step.wait, lead } } : step;
}
