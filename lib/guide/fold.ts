import type { Fact, FactBody, Step, StepProgress } from './model';
import type { Outcome } from './outcomes';
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
  /** Last word in force about the notice's obligations, by their ids. */
  readonly obligations: ReadonlyMap<string, Answer>;
  readonly holdsNew: Answer | null;
  /** The old CA's unbinding, and the answers in force when it happened. */
  readonly unbound: (Known & { readonly answers: ReadonlyMap<string, Answer> }) | null;
  readonly bound: Known | null;
  /** How the binding was known after which an unbinding was seen: the new CA may be gone again, and `bound` is null. */
  readonly unboundAfterBound: 'seen' | 'said' | null;
  /** A page showed a binding, whatever came after it. */
  readonly everSeenBound: boolean;
}

type PageBody = Extract<FactBody, { kind: 'page' }>;

/** What happened on the same system in a guide whose facts do not count here. */
export type Elsewhere = Outcome | 'unbind-confirm' | 'bind-form';

/** Key of what this guide's own facts showed, beside other journeys' ids. */
const HERE = '';

interface Skipped {
  readonly at: string;
  readonly fact: string;
}

/** Running state of the fold. */
class Folding {
  readonly done = new Map<string, Known>();
  /** Steps the person says are not needed, by their ids. */
  readonly skipped = new Map<string, Skipped>();
  readonly answers = new Map<string, Answer>();
  readonly obligations = new Map<string, Answer>();
  holdsNew: Answer | null = null;
  unbound: JourneyState['unbound'] = null;
  bound: Known | null = null;
  unboundAfterBound: JourneyState['unboundAfterBound'] = null;
  everSeenBound = false;
  /** Journeys that showed a confirmation page since their last unbinding: the next one is another unbinding. */
  readonly #confirming = new Set<string>();
  readonly #unbindingSeen = new Set<string>();
  /** A form that binds was seen since the last unbinding. */
  #atForm = false;
  /** Steps done with a binding that may be gone. */
  readonly #aside = new Map<string, Known>();
  readonly #noticeFacts = new Set<string>();

  constructor(
    readonly steps: readonly Step[],
    readonly notice: string | null,
  ) {}

  take(fact: Fact): void {
    const { body } = fact;
    if (body.kind === 'page') this.#takePage(fact, body);
    else if (body.kind === 'step') this.#takeWord(fact, body.step);
    else if (body.kind === 'skip') this.#takeSkip(fact, body.step);
    else if (body.kind === 'answer' && fact.journey === this.notice) this.#takeObligation(fact, body);
    else if (body.kind === 'answer') {
      this.answers.set(body.question, { answer: body.answer, fact: fact.id });
    } else if (body.kind === 'holds-new') this.holdsNew = { answer: body.answer, fact: fact.id };
  }

  /**
   * Something unbound or bound in another guide on the same system. Only a binding of this guide is touched by it: it is
   * open again after an unbinding, and stands as it stood once the other guide has bound.
   */
  takeElsewhere(fact: Fact, what: Elsewhere): void {
    const known: Known = { state: fact.assertion === 'seen' ? 'seen' : 'said', at: fact.at, fact: fact.id };
    if (what === 'unbind-confirm') this.#confirming.add(fact.journey);
    else if (what === 'bind-form') this.#atForm = true;
    else if (what === 'bind-done') this.#restoreBinding(known, isFresh(fact));
    else if (this.#isNewUnbinding(fact, fact.journey) && this.bound) {
      this.#reopenBinding(this.bound);
      this.unbound ??= { ...known, answers: new Map(this.answers) };
    }
  }

  #takePage(fact: Fact, body: PageBody): void {
    if (body.state === 'bind-done' && !isFresh(fact) && this.#isMetAgain()) return;
    if (body.state === 'bind-form') this.#atForm = true;
    const known: Known = { state: 'seen', at: fact.at, fact: fact.id };
    // Before the steps end: what was done with a binding that is gone is open again, for this page too.
    if (body.state === 'unbind-done') this.#takeUnbinding(fact, known);
    // Read before this page counts: a page that ends one step must not, by itself, open the next one's gate.
    const isOpenGate = (step: Step) => step.after === undefined || this.done.has(step.after);
    const ended = this.steps.filter(
      (step) => !this.done.has(step.id) && isOpenGate(step) && endsStep(step, body),
    );
    for (const { id } of ended) this.done.set(id, known);
    if (body.state === 'bind-done') {
      this.bound = known;
      this.everSeenBound = true;
      this.unboundAfterBound = null;
    }
    if (body.state === 'unbind-confirm') this.#confirming.add(HERE);
  }

  /**
   * After an unbinding the page that showed the binding before may come back: by going back, by loading again, with the browser's
   * last session. It is no other binding, unless a form to bind was seen in between or the page is known to be a fresh one; where
   * neither is, the person's word counts.
   */
  #isMetAgain(): boolean {
    return this.everSeenBound && this.unboundAfterBound !== null && !this.#atForm;
  }

  /** The result page may be met again by going back; only a first one, a newly confirmed or a fresh one is news. */
  #isNewUnbinding(fact: Fact, journey: string): boolean {
    const isFirst = !this.#unbindingSeen.has(journey);
    const isNews = fact.assertion === 'said' || isFirst || this.#confirming.has(journey) || isFresh(fact);
    this.#unbindingSeen.add(journey);
    this.#confirming.delete(journey);
    this.#atForm = false;
    return isNews;
  }

  #takeUnbinding(fact: Fact, known: Known): void {
    if (this.#isNewUnbinding(fact, HERE)) {
      if (this.bound) this.#reopenBinding(this.bound);
      else this.#reopenSkipped();
    }
    if (this.unbound?.state !== 'seen') this.unbound = { ...known, answers: new Map(this.answers) };
  }

  /** The page is newer than the binding: whoever binds after it, or finds the CA still there, says so again. */
  #reopenBinding({ state, fact }: Known): void {
    this.bound = null;
    this.unboundAfterBound = state;
    // A try with it, seen or said, was a try with that binding. What was said first and seen then has the word's fact.
    const isOfIt = (step: Step) =>
      this.done.get(step.id)?.fact === fact || (isOutcomeOf(step, 'bind-done') && this.done.has(step.id));
    this.#putAside(this.steps.findIndex(isOfIt));
  }

  /** 「不需要这一步」 was said of the binding before anything was unbound: now it is needed. */
  #reopenSkipped(): void {
    const from = this.steps.findIndex((step) => isOutcomeOf(step, 'bind-done') && this.skipped.has(step.id));
    for (const { id } of from < 0 ? [] : this.steps.slice(from)) this.skipped.delete(id);
    this.#putAside(from);
  }

  #putAside(from: number): void {
    for (const { id } of from < 0 ? [] : this.steps.slice(from)) {
      const known = this.done.get(id);
      if (known) this.#aside.set(id, known);
      this.done.delete(id);
    }
  }

  /** Bound again in another guide, where the tries of it are asked for as well. */
  #restoreBinding(known: Known, fresh: boolean): void {
    const isDoubtful = known.state === 'seen' && !fresh && this.#isMetAgain();
    if (this.bound || !this.unboundAfterBound || isDoubtful) return;
    this.bound = known;
    this.unboundAfterBound = null;
    for (const [id, before] of this.#aside) if (!this.done.has(id)) this.done.set(id, before);
    this.#aside.clear();
  }

  /** The last word counts, so a "no" takes back the "yes" before it. */
  #takeObligation(fact: Fact, { question, answer }: Extract<FactBody, { kind: 'answer' }>): void {
    this.#noticeFacts.add(fact.id);
    this.obligations.set(question, { answer, fact: fact.id });
    for (const step of this.steps) {
      if (step.obligation !== question) continue;
      if (answer === 'yes') this.#takeWord(fact, step.id);
      else if (this.#noticeFacts.has(this.done.get(step.id)?.fact ?? '')) this.done.delete(step.id);
    }
  }

  #takeSkip({ id: fact, at }: Fact, id: string): void {
    const isOptional = this.steps.some((step) => step.id === id && step.optional === true);
    if (isOptional) this.skipped.set(id, { at, fact });
  }

  #takeWord(fact: Fact, id: string): void {
    const step = this.steps.find((each) => each.id === id);
    if (!step || this.done.has(id) || !isEndedByWord(step)) return;
    const known: Known = { state: 'said', at: fact.at, fact: fact.id };
    this.done.set(id, known);
    if (isOutcomeOf(step, 'unbind-done')) this.unbound ??= { ...known, answers: new Map(this.answers) };
    if (isOutcomeOf(step, 'bind-done') && !this.bound) {
      this.bound = known;
      this.unboundAfterBound = null;
    }
  }
}

function isFresh({ body }: Fact): boolean {
  return body.kind === 'page' && body.fresh === true;
}

function endsStep(step: Step, { state, via }: PageBody): boolean {
  return step.done.some(
    (when) =>
      when.by === 'page' && when.states.includes(state) && (when.via === undefined || when.via === via),
  );
}

/** What became of each step; see `StepProgress`. */
function progressOf(
  steps: readonly Step[],
  { done, skipped }: Pick<Folding, 'done' | 'skipped'>,
): Map<string, StepProgress> {
  const progress = new Map<string, StepProgress>();
  for (const [index, step] of steps.entries()) {
    const unneeded = skipped.get(step.id);
    // What was done all the same is done.
    const known = done.get(step.id) ?? (unneeded && ({ state: 'skipped', ...unneeded } as const));
    const after = steps.slice(index + 1);
    const later = after.filter(({ id }) => done.has(id));
    // The way to a step that is not needed is not needed either.
    const isWayBehind = later.length > 0 || after.some(({ id }) => skipped.has(id));
    const isBehind = isLeading(step) ? isWayBehind : later.some(isOutcome);
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
 * @param notice id of the journey that keeps the words about obligations, where its facts are among them
 * @param elsewhere by id, those of the facts that belong to other guides on the same system, and what they tell of
 */
export function foldJourney(
  steps: readonly Step[],
  facts: readonly Fact[],
  notice: string | null = null,
  elsewhere: ReadonlyMap<string, Elsewhere> = new Map(),
): JourneyState {
  const folding = new Folding(steps, notice);
  for (const fact of facts) {
    const what = elsewhere.get(fact.id);
    if (what) folding.takeElsewhere(fact, what);
    else folding.take(fact);
  }
  const { answers, obligations, holdsNew, unbound, bound, unboundAfterBound, everSeenBound } = folding;
  return {
    steps: progressOf(steps, folding),
    answers,
    obligations,
    holdsNew,
    unbound,
    bound,
    unboundAfterBound,
    everSeenBound,
  };
}
