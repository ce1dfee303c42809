/** What one document shows: pure over (URL, Document), and "not sure" is a normal answer (design.md §6). */
import { arrange, isNearKey, topDialogs } from './arrange';
import { collectAtOnce } from './collect';
import {
  ALERT,
  BUTTON,
  FAULT,
  FIELD,
  HEADING,
  IN_DIALOG,
  IN_PAGE,
  MENU,
  NEAR,
  NO_BIND,
  NO_FORM,
  TEXT,
} from './kinds';
import type { Evidence, PageState, Recognition } from './model';
import { HOME_RULES, MARGIN, PLACES, RULES, type RuleBook, THRESHOLD } from './rules';
import {
  ABSENT,
  BIND,
  BOUND,
  BUSY,
  CERTISH,
  EXPIRED,
  LOCKED,
  PIN,
  SESSION,
  SUCCESS,
  UNBIND,
  WRONG,
} from './senses';
import type { Part, Region, Snapshot } from './snapshot';
import { wordsFor } from './words';

/**
 * What is remembered of the page from one look to the next: which texts appeared after an action, and so
 * are an answer to it, and which were standing there as help.
 *
 * @param view what the page shows, leaving aside what it says
 * @param texts those that would be a fault or an outcome, were they not standing there
 * @returns those that appeared after an action
 */
export type FindFresh = (view: string, texts: readonly string[]) => ReadonlySet<string>;

const MOST_EVIDENCE = 12;
/** Senses that make a text a fault or an outcome, if it is not standing in the page as help. */
const TELLING = ABSENT | WRONG | LOCKED | EXPIRED | SESSION | BUSY | SUCCESS | BOUND;

export const UNSURE: Recognition = { state: 'unknown', confidence: 0, evidence: [], unbindVisible: false };

interface Verdict {
  readonly state: PageState | null;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}

/** Adds up what the parts say; the state with threshold and margin, or none, with all that was seen. */
function judge(parts: readonly Part[], book: RuleBook, snapshot: Snapshot): Verdict {
  const sums: [sum: number, evidence: Evidence[]][] = [];
  for (const [state, ...rules] of book) {
    const evidence = rules.flatMap(([weight, where, all, any, none], index) => {
      const part = parts.find(
        (each) =>
          each.kind & where &&
          (each.senses & all) === all &&
          !(each.senses & none) &&
          (!any || each.senses & any) &&
          !(where & (each.region.type === 'dialog' ? IN_PAGE : IN_DIALOG)) &&
          (!(where & NEAR) || isNearKey(each, snapshot)),
      );
      if (!part) return [];
      const place = PLACES[31 - Math.clz32(part.kind & where)] ?? '';
      const saw = wordsFor(all | (any & part.senses), part.text);
      return { rule: `${state}/${index}`, state, weight, saw, where: place };
    });
    sums.push([evidence.reduce((sum, { weight }) => sum + weight, 0), evidence]);
  }
  const [best, second] = sums.sort(([one], [other]) => other - one);
  const [height, evidence] = best ?? [0, []];
  const lead = height - Math.max(0, second?.[0] ?? 0);
  const state = evidence[0]?.state;
  if (!state || height < THRESHOLD || lead < MARGIN) {
    return { state: null, confidence: 0, evidence: sums.flatMap(([, each]) => each) };
  }
  const confidence = Math.min(1, height / 12) / 2 + Math.min(1, lead / 6) / 2;
  return { state, confidence: Math.round(confidence * 100) / 100, evidence };
}

/** Texts that appeared after an action are messages, whatever they are made of. */
function markFresh(snapshot: Snapshot, findFresh: FindFresh): void {
  const { parts } = snapshot.page;
  const telling = parts.filter(({ kind, senses }) => kind & (TEXT | HEADING) && senses & TELLING);
  const silent = parts.filter((part) => !telling.includes(part));
  const view = `${snapshot.dialogs.length} ${judge(silent, RULES, snapshot).state}`;
  const fresh = findFresh(
    view,
    telling.map(({ text }) => text),
  );
  for (const part of telling) if (fresh.has(part.text)) part.kind |= ALERT;
}

/** Adds a part that stands for what is not there: a form for a certificate, a word for binding. */
function withAbsences({ parts, root }: Region): readonly Part[] {
  const asks = parts.some(({ kind, senses }) => kind & FIELD && senses & (CERTISH | PIN));
  const binds = parts.some(({ kind, senses }) => senses & BIND && !(kind & MENU));
  return [...parts, { ...root, kind: (asks ? 0 : NO_FORM) | (binds ? 0 : NO_BIND), senses: 0 }];
}

function decide(snapshot: Snapshot): Verdict {
  const { page, toasts } = snapshot;
  // Of several dialogs at one height the last was opened last.
  const dialog = topDialogs(snapshot).at(-1);
  const layers: (readonly Part[])[] = [toasts.flatMap(({ parts }) => parts)];
  if (dialog) layers.push(withAbsences(dialog));
  // A box by class name alone may be a hint that floats over a page in use.
  if (!dialog?.explicit)
    layers.push(
      page.parts.filter(({ kind }) => kind & FAULT),
      withAbsences(page),
    );
  const evidence: Evidence[] = [];
  for (const parts of layers) {
    const verdict = judge(parts, RULES, snapshot);
    if (verdict.state) return verdict;
    evidence.push(...verdict.evidence);
  }
  const home = judge(dialog?.explicit ? [] : page.parts, HOME_RULES, snapshot);
  return home.state ? home : { ...home, evidence };
}

/** Reads a snapshot, and uses it up: its parts get the kinds that only the whole shows. */
export function read(snapshot: Snapshot, findFresh?: FindFresh): Recognition {
  arrange(snapshot);
  if (findFresh) markFresh(snapshot, findFresh);
  const { state, confidence, evidence } = decide(snapshot);
  const controls = [snapshot.page, ...snapshot.dialogs].flatMap(({ parts }) => parts);
  const isUnbind = (part: Part) => part.kind & BUTTON && part.senses & UNBIND && isNearKey(part, snapshot);
  return {
    state: state ?? (evidence.some(({ weight }) => weight > 0) || !snapshot.hasText ? 'unknown' : 'other'),
    confidence,
    evidence: [...evidence].sort((one, other) => other.weight - one.weight).slice(0, MOST_EVIDENCE),
    unbindVisible: state === 'unbind-confirm' || controls.some(isUnbind),
  };
}

/**
 * Recognises a document in one go. It reads no field's value, writes nothing, and answers `unknown`
 * rather than throw.
 *
 * @param address the document's URL
 */
export function recognise(address: string, document: Document, findFresh?: FindFresh): Recognition {
  try {
    return read(collectAtOnce(address, document), findFresh);
  } catch {
    return UNSURE;
  }
}
