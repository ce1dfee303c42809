/** What one document shows: pure over (URL, Document), and "not sure" is a normal answer (design.md §6). */
import { arrange } from './arrange';
import { collectAtOnce } from './collect';
import { tagOf } from './dom';
import * as K from './kinds';
import { type Evidence, type PageState, type Recognition, UNSURE } from './model';
import { HOME_RULES, MARGIN, RULES, type Rule, type RuleBook, THRESHOLD, TOLD_RULES } from './rules';
import { ABSENT, BOUND, BUSY, EXPIRED, LOCKED, SESSION, SUCCESS, UNBIND, WRONG } from './senses';
import { type Part, pick, type Snapshot } from './snapshot';
import { isAboutElse, isNearKey } from './subject';
import { findValidity } from './validity';
import { wordsFor } from './words';

/** What a page asks for: another view brings help of its own. */
export interface View {
  /** Its fields, its open tab, how many dialogs lie over it; where it has no form, what it is called. */
  readonly asks: string;
  /** Of a form that asks for a password or a PIN, what it is called and asks for; empty where there is none. */
  readonly form: string;
}

/**
 * What is remembered of the page from one look to the next: which texts appeared after an action, and so
 * are an answer to it, and which were standing there as help.
 *
 * @param texts those that would be a fault or an outcome, were they not standing there
 * @returns those that appeared after an action
 */
export type FindFresh = (view: View, texts: readonly string[]) => readonly string[];

/** Senses that make a text a fault or an outcome, if it is not standing in the page as help. */
const TELLING = ABSENT | WRONG | LOCKED | EXPIRED | SESSION | BUSY | SUCCESS | BOUND;

interface Verdict {
  readonly state: PageState | null;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}

/** Whether a part is what a rule wants, but for the words around it. */
export const fits = ({ kind, senses, region }: Part, [, where, all, any = 0, none = 0]: Rule): boolean =>
  !!(kind & where) &&
  (senses & all) === all &&
  !(senses & none) &&
  (!any || !!(senses & any)) &&
  !(where & (region.type === 'dialog' ? K.IN_PAGE : K.IN_DIALOG));

/** A rule of a state's, by its place, and the part that it found. */
type Met = readonly [index: number, rule: Rule, part: Part];

/** In words, for what is told alone: most that rules find is outdone. */
const evidenceOf = (state: PageState, met: readonly Met[]): Evidence[] =>
  met.map(([index, [weight, , all, any = 0], { senses, text, region, element }]) => ({
    rule: `${state}/${index}`,
    state,
    weight,
    saw: wordsFor(all | (any & senses), text),
    where: `${region.type} ${tagOf(element)}`,
  }));

/** Adds up what the parts say; the state with threshold and margin, or none, with all that was seen. */
function judge(parts: readonly Part[], book: RuleBook, snapshot: Snapshot): Verdict {
  // What no part is or says, no rule finds: most rules end here.
  let kinds = 0;
  let senses = 0;
  for (const part of parts) {
    kinds |= part.kind;
    senses |= part.senses;
  }
  const found = book.map(([state, none, ...rules]) => {
    const met: Met[] = [];
    let sum = 0;
    for (const [index, rule] of rules.entries()) {
      const [weight, where, all] = rule;
      if (!(kinds & where) || (senses & all) !== all) continue;
      const part = parts.find(
        (each) =>
          fits(each, rule) &&
          (weight < 0 || !(each.senses & none)) &&
          (!(where & K.NEAR) || isNearKey(each, snapshot)) &&
          !(where & K.OURS && isAboutElse(each, snapshot)),
      );
      if (!part) continue;
      sum += weight;
      met.push([index, rule, part]);
    }
    return { state, sum, met };
  });
  const [best, second] = found.sort((one, other) => other.sum - one.sum);
  const lead = best ? best.sum - Math.max(0, second?.sum ?? 0) : 0;
  if (!best || best.sum < THRESHOLD || lead < MARGIN) {
    return {
      state: null,
      confidence: 0,
      evidence: found.flatMap(({ state, met }) =>
        evidenceOf(
          state,
          met.filter(([, [weight]]) => weight > 0),
        ),
      ),
    };
  }
  const { state, met } = best;
  return {
    state,
    evidence: evidenceOf(state, met),
    confidence: Math.min(100, best.sum * 4 + lead * 8) / 100,
  };
}

/** 绑定失败 is what an answer is called, not a page. */
const FAILED = /失败$/;

const wordsOf = (parts: readonly Part[]): string[] => parts.map(({ text }) => text);

/**
 * Texts that appeared after an action are messages, whatever they are made of.
 *
 * @returns those in the form of the dialog on top: they stand before what it asks
 */
function markFresh({ page: { parts }, dialogs }: Snapshot, findFresh: FindFresh): readonly Part[] {
  const dialog = dialogs.at(-1)?.parts ?? [];
  // What a dialog without a field says is its answer anyway, or what it asks.
  const inForm = dialog.some(({ kind }) => kind & K.FIELD) ? pick(dialog, K.TEXT, TELLING) : [];
  const telling = [...pick(parts, K.TEXT | K.HEADING, TELLING), ...inForm];
  const seen = [...parts, ...dialog];
  const fields = [dialogs.length, ...wordsOf(pick(seen, K.FIELD | K.TAB_ON, -1))].join();
  const titles = pick(seen, K.HEADING | K.TITLE, -1).filter(
    ({ senses, text }) => !(senses & TELLING || FAILED.test(text)),
  );
  const named = [fields, ...wordsOf(titles)].join();
  // Over a form a new heading may belong to the answer; a page without one is told from the next by nothing else.
  const isForm = seen.some(({ kind }) => kind & K.SECRET);
  const view = isForm ? { asks: fields, form: named } : { asks: named, form: '' };
  const fresh = findFresh(view, wordsOf(telling));
  for (const part of telling) if (fresh.includes(part.text)) part.kind |= K.ALERT;
  return inForm.filter(({ kind }) => kind & K.ALERT);
}

function decide(snapshot: Snapshot, answers: readonly Part[]): Verdict {
  const { page, toasts, dialogs } = snapshot;
  // Of several dialogs the last was opened last.
  const dialog = dialogs.at(-1);
  const said = dialog?.parts ?? [];
  const toasted = toasts.flatMap(({ parts }) => parts);
  const of = (parts: readonly Part[], kinds: number) => parts.filter(({ kind }) => kind & kinds);
  // What went wrong stands before what it went wrong with.
  const layers: [readonly Part[], RuleBook][] = [
    [toasted, TOLD_RULES],
    [answers, TOLD_RULES],
    [of(said, K.FAULT | K.TITLE), TOLD_RULES],
    [said, RULES],
  ];
  // A box by class name alone may be a hint that floats over a page in use.
  if (!dialog?.explicit) {
    layers.push([of(page.parts, K.FAULT | K.PROSE), TOLD_RULES], [page.parts, RULES]);
  }
  const evidence: Evidence[] = [];
  for (const [parts, book] of layers) {
    const verdict = judge(parts, book, snapshot);
    if (verdict.state) return verdict;
    evidence.push(...verdict.evidence);
  }
  const home = judge(dialog?.explicit ? [] : page.parts, HOME_RULES, snapshot);
  return home.state ? home : { ...home, evidence: [...evidence, ...home.evidence] };
}

/** Reads a snapshot, and uses it up: its parts get the kinds that only the whole shows. */
export function read(snapshot: Snapshot, findFresh?: FindFresh): Recognition {
  arrange(snapshot);
  const answers = findFresh ? markFresh(snapshot, findFresh) : [];
  const { state, confidence, evidence } = decide(snapshot, answers);
  const unbinds = [snapshot.page, ...snapshot.dialogs].flatMap(({ parts }) => pick(parts, K.BUTTON, UNBIND));
  return {
    state: state ?? (evidence.length > 0 ? 'unknown' : 'other'),
    confidence,
    evidence,
    unbindVisible: state === 'unbind-confirm' || unbinds.some((part) => isNearKey(part, snapshot)),
  };
}

/**
 * Adds the days that certificates are valid, where the state lists them. Apart, since the state does not wait for them.
 *
 * @param snapshot what was read
 */
export function withDays(recognition: Recognition, { page, shadows }: Snapshot): Recognition {
  const { state } = recognition;
  const validity =
    state === 'ca-list' || state === 'bind-done' ? findValidity([page.element, ...shadows]) : [];
  return validity.length > 0 ? { ...recognition, validity } : recognition;
}

/**
 * Recognises a document in one go. It reads no field's value, writes nothing, and answers `unknown`
 * rather than throw.
 *
 * @param address the document's URL
 */
export function recognise(address: string, document: Document, findFresh?: FindFresh): Recognition {
  try {
    const snapshot = collectAtOnce(address, document);
    return withDays(read(snapshot, findFresh), snapshot);
  } catch {
    return UNSURE;
  }
}
