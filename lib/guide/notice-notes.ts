import type { Text } from '@/lib/locale/text';
import type { FeeAnswer, ObligationAnswer } from '@/lib/notice/explanation';
import type { PlannedNote } from './model';
import { isUnbindInSight, type NoteScene, note, ruleFor } from './note-scene';
import { isUnbinding } from './preflight';
import { asSentence, joinSentences, write, writeDate } from './wording';

function obligationText(obligation: ObligationAnswer, scene: NoteScene): Text {
  const { text, from, due, announcedLater } = obligation;
  const { today } = scene.explanation;
  if (obligation.state === 'overdue' && due) {
    return write('obligation.overdue', {
      text,
      date: writeDate(due, today),
      where: obligation.where ?? scene.who,
    });
  }
  if (announcedLater) return write('obligation.announced', { text });
  if (obligation.state === 'upcoming' && from) {
    return write('obligation.upcoming', { text, date: writeDate(from, today) });
  }
  return due
    ? write('obligation.dueBy', { text, date: writeDate(due, today) })
    : write('obligation.due', { text });
}

/**
 * What has to be done before the new CA is in hand. Never red: the person is asked first whether it is
 * done (design.md §8). Where the pack itself says what to do about a missed day, its words are used.
 * Returns the notes, and the ids of the pack's warnings they have used up.
 */
function obligationNotes(scene: NoteScene): { notes: readonly PlannedNote[]; used: ReadonlySet<string> } {
  const { explanation, holding, steps, state } = scene;
  const used = new Set<string>();
  const notes: PlannedNote[] = [];
  for (const obligation of explanation.obligations) {
    if (obligation.optional || obligation.state === 'past') continue;
    const warning =
      obligation.state === 'overdue'
        ? explanation.warnings.find(({ cite }) => cite === obligation.cite)
        : undefined;
    if (warning) used.add(warning.id);
    const isSaid = steps.some(({ id, cite }) => {
      const progress = state.steps.get(id)?.state;
      return cite.includes(obligation.cite) && (progress === 'said' || progress === 'seen');
    });
    if (holding.holdsNew === 'yes' || isSaid) continue;
    const text = warning ? warning.text : obligationText(obligation, scene);
    const isLate = obligation.state === 'overdue';
    const asked = isLate && obligation.ask ? joinSentences(obligation.ask, text) : asSentence(text);
    notes.push(note(isLate ? 'caution' : 'info', asked, obligation.cite));
  }
  return { notes, used };
}

function feeNote(business: 'issue' | 'replace', fee: FeeAnswer, who: Text): PlannedNote {
  const { total, ca, seal, payer } = fee;
  if (total === null || ca === null || seal === null) {
    return note('info', fee.note ? asSentence(fee.note) : write('fee.unstated', { who }), fee.cite);
  }
  const amount = write(`fee.${business}`, { total, ca, seal });
  return note('info', joinSentences(amount, fee.note ?? write(`fee.${payer}`, { who })), fee.cite);
}

/** Only where a new CA is still to be had: in guides that neither unbind nor bind. */
function feeNotes(scene: NoteScene): readonly PlannedNote[] {
  const { explanation, guide, holding, subject, who } = scene;
  const isAboutGetting = !guide.steps.some(
    (step) => isUnbinding(step) || step.targets.some(({ target }) => target === 'bind'),
  );
  if (!isAboutGetting || holding.holdsNew === 'yes') return [];
  const { issue, replace } = explanation.fees;
  if (subject.oldCa === 'none') return [feeNote('issue', issue, who)];
  const notes = [feeNote('replace', replace, who)];
  return subject.oldCa === 'unknown' ? [...notes, feeNote('issue', issue, who)] : notes;
}

/** The pack's own warnings, less those already said in other words of this plan. */
function warningNotes(scene: NoteScene, used: ReadonlySet<string>): readonly PlannedNote[] {
  const { explanation, page, shown } = scene;
  const rule = ruleFor(explanation, 'unbind-old')?.text?.zh;
  const isRuleSaid = rule !== undefined && (isUnbindInSight(page) || shown?.say.zh.includes(rule) === true);
  return explanation.warnings
    .filter(({ id, text }) => !used.has(id) && !(isRuleSaid && rule && text.zh.includes(rule)))
    .map(({ text, cite }) => note('info', asSentence(text), cite));
}

/** What the notice says to this case today, in the pack's words. */
export function writeNoticeNotes(scene: NoteScene): readonly PlannedNote[] {
  const { notes, used } = obligationNotes(scene);
  return [...notes, ...feeNotes(scene), ...warningNotes(scene, used)];
}
