import type { Fact, FactBody, Step, StepProgress } from './model';
import { isEndedByWord, isLeading, isOutcome, isOutcomeOf } from './steps';

/** A thing known, and the fact that says so. */
export interface Known {
  readonly state: 'seen' | 'said';
  readonly at: string;
  readonly fact: string;
}

export interface Answer {
  readonly answer: 'yes' | 'no';
  readonly fact: string;
}

/** A journey's state, derived from its facts alone. */
export interface JourneyState {
  /** One entry a step given, in their order. */
  readonly steps: ReadonlyMap<string, StepProgress>;
  /** Last answer in force by question id. */
  readonly answers: ReadonlyMap<string, Answer>;
  readonly holdsNew: Answer | null;
  /** The old CA's unbinding, and the answers in force when it happened. */
  readonly unbound: (Known & { readonly answers: ReadonlyMap<string, Answer> }) | null;
  readonly bound: Known | null;
  /** A further unbinding was seen after the binding: the new CA may be gone again. */
  readonly unboundAfterBound: boolean;
}

type PageBody = Extract<FactBody, { kind: 'page' }>;

/** Running state of the fold. */
class Folding {
  readonly done = new Map<string, Known>();
  readonly answers = new Map<string, Answer>();
  holdsNew: Answer | null = null;
  unbound: JourneyState['unbound'] = null;
  bound: Known | null = null;
  unboundAfterBound = false;
  /** A confirmation page was seen since the last unbinding: the next one is another unbinding. */
  #confirming = false;
  #unbindingSeen = false;

  constructor(readonly steps: readonly Step[]) {}

  take(fact: Fact): void {
    const { body } = fact;
    if (body.kind === 'page') this.#takePage(fact, body);
    else if (body.kind === 'step') this.#takeWord(fact, body.step);
    else if (body.kind === 'answer') {
      this.answers.set(body.question, { answer: body.answer, fact: fact.id });
    } else if (body.kind === 'holds-new') this.holdsNew = { answer: body.answer, fact: fact.id };
  }

  #takePage(fact: Fact, body: PageBody): void {
    const known: Known = { state: 'seen', at: fact.at, fact: fact.id };
    // Read before this page counts: a page that ends one step must not, by itself, open the next one's gate.
    const isOpenGate = (step: Step) => step.after === undefined || this.done.has(step.after);
    const ended = this.steps.filter(
      (step) => !this.done.has(step.id) && isOpenGate(step) && endsStep(step, body),
    );
    for (const { id } of ended) this.done.set(id, known);
    if (body.state === 'unbind-done') this.#takeUnbinding(known);
    if (body.state === 'bind-done') {
      this.bound = known;
      this.unboundAfterBound = false;
    }
    if (body.state === 'unbind-confirm') this.#confirming = true;
  }

  /** The result page may be met again by going back; only a first one, or a newly confirmed one, is news. */
  #takeUnbinding(known: Known): void {
    const isNews = !this.#unbindingSeen || this.#confirming;
    if (isNews && this.bound) this.unboundAfterBound = true;
    if (this.unbound?.state !== 'seen') this.unbound = { ...known, answers: new Map(this.answers) };
    this.#unbindingSeen = true;
    this.#confirming = false;
  }

  #takeWord(fact: Fact, id: string): void {
    const step = this.steps.find((each) => each.id === id);
    if (!step || this.done.has(id) || !isEndedByWord(step)) return;
    const known: Known = { state: 'said', at: fact.at, fact: fact.id };
    this.done.set(id, known);
    if (isOutcomeOf(step, 'unbind-done')) this.unbound ??= { ...known, answers: new Map(this.answers) };
    if (isOutcomeOf(step, 'bind-done')) this.bound ??= known;
  }
}

function endsStep(step: Step, { state, via }: PageBody): boolean {
  return step.done.some(
    (when) =>
      when.by === 'page' && when.states.includes(state) && (when.via === undefined || when.via === via),
  );
}

/** What became of each step; see `StepProgress`. */
function progressOf(steps: readonly Step[], done: ReadonlyMap<string, Known>): Map<string, StepProgress> {
  const progress = new Map<string, StepProgress>();
  for (const [index, step] of steps.entries()) {
    const known = done.get(step.id);
    const later = steps.slice(index + 1).filter(({ id }) => done.has(id));
    const isBehind = isLeading(step) ? later.length > 0 : later.some(isOutcome);
    progress.set(step.id, known ?? { state: isBehind ? 'passed' : 'open' });
  }
  return progress;
}

/**
 * Folds facts into a journey's state. Deterministic, and a fact delivered twice changes nothing.
 *
 * What a page showed once stays seen, whatever is shown later; a word stays a word even when a page bears
 * it out. A step nobody saw or said is passed over, not done, once a later outcome leaves it behind.
 *
 * @param steps the guide's steps for the subject's audience
 * @param facts facts in force, in order: what `factsInForce` returns
 */
export function foldJourney(steps: readonly Step[], facts: readonly Fact[]): JourneyState {
  const folding = new Folding(steps);
  for (const fact of facts) folding.take(fact);
  const { done, answers, holdsNew, unbound, bound, unboundAfterBound } = folding;
  return { steps: progressOf(steps, done), answers, holdsNew, unbound, bound, unboundAfterBound };
}
