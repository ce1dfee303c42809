/** What a step tells besides its own words: facts of the notice for this case, and how long a wait lasts. */
import { keyPart } from '@/lib/locale/key-part';
import type { Text } from '@/lib/locale/text';
import { dateIn, daysLeft } from '@/lib/notice/days';
import type { KeyAnswer } from '@/lib/notice/explanation';
import type { NoticePack } from '@/lib/notice/model';
import { shift } from '@/lib/notice/moments';
import { workingDaysLeft } from '@/lib/notice/working-days';
import type { PlannedNote, Step } from './model';
import { type NoteScene, note, ruleFor } from './note-scene';
import { joinSentences, joinWords, write, writeDate } from './wording';

type StepScene = NoteScene & { readonly pack: NoticePack };

/** The new CA, where it is bound on this system and the notice of this day still names the old one alone. */
function boundInstead({ pack, guide, holding, subject }: StepScene, key: KeyAnswer): Text | null {
  const isBound = key.system === guide.system && (holding.bound || subject.notedBound === true);
  const newCa = pack.certificates.find(({ kind, generation }) => kind === 'ca' && generation === 'new');
  return isBound && newCa && !key.certificates.includes(newCa.id) ? newCa.name : null;
}

/** 「苏采云：用新CA、方正签章」, the one to try first in front. */
function keyNotes(scene: StepScene): readonly PlannedNote[] {
  return scene.explanation.keys.map((key) => {
    const { systemName, certificateNames, note: remark, cite } = key;
    const names = joinWords(certificateNames);
    const bound = boundInstead(scene, key);
    // Whoever swapped early has nothing left that the old key could open.
    if (bound) {
      const first = write('keys.bound', { system: systemName, first: bound });
      return note('info', remark ? joinSentences(first, remark) : first, cite);
    }
    const text = names
      ? write('keys.use', { system: systemName, first: certificateNames[0] ?? names, names })
      : write('keys.unstated', { system: systemName });
    return note('info', remark ? joinSentences(text, remark) : text, cite);
  });
}

/** Where to apply, with which papers, by when; for those the notice does not name, that it does not say. */
function applicationNotes({ explanation, who }: StepScene): readonly PlannedNote[] {
  const asked = explanation.obligations.filter(({ materials }) => materials.length > 0);
  if (asked.length === 0) return [note('info', write('apply.unstated', { who }))];
  const rule = ruleFor(explanation, 'apply');
  const late = rule?.verdict !== 'allows' && rule?.text ? [note('caution', rule.text, rule.cite)] : [];
  const told = asked.flatMap(({ materials, notes = [], cite, where, optional }) => {
    const papers = materials.map((each) => note('info', write('apply.paper', { paper: each }), cite));
    const to = where ? [note('info', write('apply.where', { where }), cite)] : [];
    const remarks = notes.map((each) => note('info', each, cite));
    return optional ? [] : [...to, ...papers, ...remarks];
  });
  return [...late, ...told];
}

/** How long the wait has lasted, and when to ask; never more exact than anybody said. */
function waitNote({ pack, explanation, state, who }: StepScene, step: Step): readonly PlannedNote[] {
  const { wait } = step;
  const begun = wait && state.steps.get(wait.from);
  if (!wait || (begun?.state !== 'seen' && begun?.state !== 'said')) return [];
  const { today } = explanation;
  const since = dateIn(new Date(begun.at), pack.timeZone);
  const days = Math.max(0, daysLeft(since, today));
  const told =
    days === 0 ? write('wait.today') : write('wait.since', { date: writeDate(since, today), days });
  const { lead } = wait;
  if (!lead) return [note('info', joinSentences(told, write('wait.unstated', { who })))];
  const due = shift(since, lead, 'after') ?? null;
  const usual = write(`wait.${keyPart(lead.unit)}`, { count: lead.count });
  const said = wait.source ? [wait.source, usual] : [usual];
  if (!due) return [note('info', joinSentences(told, ...said, write('wait.unstated', { who })))];
  const isLate = due < today;
  const next = write(isLate ? 'wait.late' : 'wait.until', {
    date: writeDate(due, today),
    left: workingDaysLeft(today, due) ?? 0,
    who,
  });
  return [note(isLate ? 'caution' : 'info', joinSentences(told, ...said, next))];
}

/** Nothing where the guide is over. */
export function writeStepNotes(scene: StepScene): readonly PlannedNote[] {
  const { shown } = scene;
  if (!shown) return [];
  const shows = shown.shows ?? [];
  return [
    ...waitNote(scene, shown),
    ...(shows.includes('keys') ? keyNotes(scene) : []),
    ...(shows.includes('application') ? applicationNotes(scene) : []),
  ];
}
