/** What one document shows: pure over (URL, Document), and "not sure" is a normal answer (design.md §6). */
import { arrange, isNearKey, topDialogs } from './arrange';
import { collectAtOnce } from './collect';
import type { Evidence, PageState, Recognition } from './model';
import { HOME_RULES, MARGIN, PLACES, RULES, type Rule, THRESHOLD } from './rules';
import { Kind, type Part, type Region, type Snapshot } from './snapshot';
import { Sense, wordsFor } from './words';

/** What the sentinel knows from before: which texts of the page appeared after an action. */
export interface Memory {
  /** Asked of texts that would be a fault or an outcome were they not standing in the page. */
  isFresh(text: string): boolean;
}

const NOTHING_FRESH: Memory = { isFresh: () => false };
const MOST_EVIDENCE = 12;

interface Verdict {
  readonly state: PageState | null;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}

const NONE: Verdict = { state: null, confidence: 0, evidence: [] };

function placeOf(part: Part, rule: Rule): string {
  return PLACES.find(([kind]) => part.kind & kind & rule.where)?.[1] ?? 'text';
}

function score(parts: readonly Part[], rules: readonly Rule[], snapshot: Snapshot): Verdict {
  const evidence = new Map<string, Evidence>();
  const near = new Map<Part, boolean>();
  for (const part of parts) {
    const scope = part.region.kind === 'dialog' ? 'dialog' : 'page';
    for (const rule of rules) {
      if (!(part.kind & rule.where) || (part.senses & rule.all) !== rule.all) continue;
      if (part.senses & rule.none || (rule.any && !(part.senses & rule.any))) continue;
      if (rule.only && rule.only !== scope) continue;
      if (rule.near) {
        if (!near.has(part)) near.set(part, isNearKey(part, snapshot));
        if (!near.get(part)) continue;
      }
      const known = evidence.get(rule.id);
      if (known && Math.abs(known.weight) >= Math.abs(rule.weight)) continue;
      evidence.set(rule.id, {
        rule: rule.id,
        state: rule.state,
        weight: rule.weight,
        saw: wordsFor(rule.all | (rule.any & part.senses), part.text),
        where: placeOf(part, rule),
      });
    }
  }
  return judge([...evidence.values()]);
}

/** The state with threshold and margin, or none, with all that was seen. */
function judge(evidence: readonly Evidence[]): Verdict {
  const sums = new Map<PageState, number>();
  for (const { state, weight } of evidence) sums.set(state, (sums.get(state) ?? 0) + weight);
  const [best, second] = [...sums].sort((one, other) => other[1] - one[1]);
  if (!best) return NONE;
  const lead = best[1] - Math.max(0, second?.[1] ?? 0);
  if (best[1] < THRESHOLD || lead < MARGIN) return { state: null, confidence: 0, evidence };
  const height = Math.min(1, best[1] / (2 * THRESHOLD));
  const distance = Math.min(1, lead / (2 * MARGIN + 2));
  return {
    state: best[0],
    confidence: Math.round((0.5 * height + 0.5 * distance) * 100) / 100,
    evidence: evidence.filter((each) => each.state === best[0]),
  };
}

const ALERTS = Kind.alert | Kind.note;
/** Texts that are a fault or an outcome, if they are not standing in the page as help. */
const TELLING =
  Sense.absent |
  Sense.wrong |
  Sense.locked |
  Sense.expired |
  Sense.session |
  Sense.busy |
  Sense.success |
  Sense.bound;

export const isTelling = (part: Part): boolean =>
  !!(part.kind & (Kind.text | Kind.heading | Kind.note)) && (part.senses & TELLING) !== 0;

function decide(document: Document, snapshot: Snapshot): Verdict {
  // Of several at one height the last was opened last.
  const dialog = topDialogs(document, snapshot).at(-1);
  const toasts = snapshot.toasts.flatMap((toast) => toast.parts);
  const said = score(toasts, RULES, snapshot);
  if (said.state) return said;
  const surfaces: Region[] = dialog ? [dialog] : [snapshot.page];
  // A box by class name alone may be a hint that floats over a page in use.
  if (dialog && !dialog.explicit) surfaces.push(snapshot.page);
  let seen = said;
  for (const surface of surfaces) {
    const parts = withAbsences(surface);
    const alerts = surface.kind === 'page' ? parts.filter((part) => part.kind & ALERTS) : [];
    for (const verdict of [score(alerts, RULES, snapshot), score(parts, RULES, snapshot)]) {
      if (verdict.state) return verdict;
      if (verdict.evidence.length > 0) seen = verdict;
    }
  }
  if (dialog?.explicit) return seen;
  const home = score(snapshot.page.parts, HOME_RULES, snapshot);
  // 'home' is what remains: not where something more particular was nearly seen.
  return home.state ? home : seen;
}

/** Adds the parts that stand for what is not there: a form for a certificate, a word for binding. */
function withAbsences({ parts, root }: Region): readonly Part[] {
  if (!root) return parts;
  const asks = parts.some(
    (part) => part.kind & Kind.field && part.senses & (Sense.key | Sense.cert | Sense.pin),
  );
  const binds = parts.some((part) => part.senses & Sense.bind && !(part.kind & Kind.menu));
  const absent = (asks ? 0 : Kind.noForm) | (binds ? 0 : Kind.noBind);
  return absent === 0 ? parts : [...parts, { ...root, kind: absent, senses: 0, text: '' }];
}

const isUnbindControl = (part: Part) =>
  (part.kind & (Kind.button | Kind.primary)) !== 0 && (part.senses & Sense.unbind) !== 0;

/** Reads a snapshot. `snapshot` is used up: its parts get the kinds that only the whole shows. */
export function read(document: Document, snapshot: Snapshot, memory: Memory = NOTHING_FRESH): Recognition {
  arrange(snapshot);
  for (const part of snapshot.page.parts) {
    if (isTelling(part) && memory.isFresh(part.text)) part.kind |= Kind.alert;
  }
  const { state, confidence, evidence } = decide(document, snapshot);
  const controls = [snapshot.page, ...snapshot.dialogs].flatMap((region) => region.parts);
  return {
    state: state ?? (evidence.length === 0 && snapshot.hasText ? 'other' : 'unknown'),
    confidence,
    evidence: [...evidence].sort((one, other) => other.weight - one.weight).slice(0, MOST_EVIDENCE),
    unbindVisible:
      state === 'unbind-confirm' ||
      controls.some((part) => isUnbindControl(part) && isNearKey(part, snapshot)),
  };
}

/**
 * Recognises a document in one go. It reads no field's value, writes nothing, and answers `unknown`
 * rather than throw.
 *
 * @param address the document's URL
 */
export function recognise(address: string, document: Document, memory?: Memory): Recognition {
  try {
    return read(document, collectAtOnce(address, document), memory);
  } catch {
    return UNSURE;
  }
}

export const UNSURE: Recognition = { state: 'unknown', confidence: 0, evidence: [], unbindVisible: false };
