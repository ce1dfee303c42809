/**
 * Guides that hold for every notice: how the system is used, without a fact of any notice in them. A pack
 * gets those its author picks, tied to its own phases, clauses and contacts.
 */
import type { GuideDefinition, Step } from '@/lib/guide/model';
import type { Lead } from '@/lib/notice/sourcing';
import type { Draft } from './draft';
import { PHASE_ACTIONS, type PhaseField } from './phase-actions';

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

type Allowed = Extract<PhaseField, 'unbindOld' | 'bind'>;

/** Rules that allow an action, by itself or by application; of a phase's own verdict that is said with it. */
const rulesOf = ({ entries }: Draft, field: Allowed, byApplication: boolean) =>
  entries.rules.filter(
    (rule) =>
      rule.action === PHASE_ACTIONS[field] &&
      rule.verdict === 'allows' &&
      rule.byApplication === byApplication,
  );

/** Days are ISO dates, so that they compare as texts. */
const liesIn = (
  inner: { readonly from: string; readonly until: string },
  outer: { readonly from: string; readonly until: string },
) =>
  inner.from !== '' &&
  outer.from <= inner.from &&
  (outer.until === '' || (inner.until !== '' && inner.until <= outer.until));

/**
 * The phases in which an action is allowed: by themselves, in a window of theirs, or by a rule for some people whose days
 * lie in them. [] where a rule allows it by days of its own: then the plan keeps to those. null: nowhere.
 */
function phasesAllowing(draft: Draft, field: Allowed, byApplication: boolean): readonly string[] | null {
  const { phases } = draft.entries;
  const allows = (phase: (typeof phases)[number]) =>
    phase[field] === 'allows' && (field === 'bind' || phase.byApplication === byApplication);
  const rules = rulesOf(draft, field, byApplication);
  const outer = phases.filter(({ within }) => within === '');
  if (rules.some((rule) => !outer.some((phase) => liesIn(rule, phase)))) return [];
  const found = outer.filter(
    (phase) =>
      allows(phase) ||
      phases.some((inner) => inner.within === phase.id && allows(inner)) ||
      rules.some((rule) => liesIn(rule, phase)),
  );
  return found.length === 0 ? null : found.map(({ id }) => id);
}

/** Phases, or any time, in either of two ways. */
function either(one: readonly string[] | null, other: readonly string[] | null): readonly string[] | null {
  if (one === null || other === null) return one ?? other;
  return one.length === 0 || other.length === 0 ? [] : [...new Set([...one, ...other])];
}

/**
 * The phases of the draft that a mark stands for; [] for any time. null: the notice has none, so that the guide has
 * no place in it.
 */
export function phasesOf(draft: Draft, mark: string): readonly string[] | null {
  const swap = phasesAllowing(draft, 'unbindOld', false);
  const application = phasesAllowing(draft, 'unbindOld', true);
  const unbinding = either(swap, application);
  const { phases } = draft.entries;
  // A phase without a day lies on neither side of the swap.
  const own = phases.filter(({ id }) => unbinding?.includes(id));
  const others = phases.filter((phase) => phase.within === '' && !own.includes(phase));
  const beside = (isBeside: (phase: (typeof phases)[number]) => boolean) => {
    const found = others.filter(isBeside);
    return found.length === 0 ? null : found.map(({ id }) => id);
  };
  switch (mark) {
    case '@any':
      return [];
    case '@swap':
      return swap;
    case '@application':
      return application;
    case '@unbinding':
      return unbinding;
    case '@bind':
      return phasesAllowing(draft, 'bind', false);
    case '@before':
      return beside(({ until }) => until !== '' && own.some(({ from }) => from !== '' && until < from));
    case '@after':
      return beside(({ from }) => from !== '' && own.some(({ until }) => until !== '' && until < from));
    default:
      return null;
  }
}

/** How long an application takes, where the notice says it. */
function waitOf(draft: Draft): Lead | undefined {
  const said = [...draft.entries.phases, ...draft.entries.rules].find(
    ({ byApplication, waitDays }) => byApplication && /^\d+$/.test(waitDays.trim()),
  );
  return said && { count: Number(said.waitDays), unit: said.waitUnit as Lead['unit'] };
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
      swap ?? rulesOf(draft, 'unbindOld', false)[0]?.cite ?? rulesOf(draft, 'bind', false)[0]?.cite,
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
