/** Which notice the plan follows, and what other notices have changed in it: said on the card. */
import type { Text } from '@/lib/locale/text';
import type { Explanation } from '@/lib/notice/explanation';
import type { NoticePack } from '@/lib/notice/model';
import type { PlannedNote } from './model';
import { note } from './note-scene';
import { asSentence, write, writeDate } from './wording';

function named(notices: readonly { readonly documentNumber: string }[]): Text {
  const numbers = notices.map(({ documentNumber }) => documentNumber);
  return { zh: numbers.join('、'), en: numbers.join(', ') };
}

/** A notice that does not hold today: said before anything else of it. */
function forceNote({ following, documentNumber }: NoticePack, today: string): PlannedNote | null {
  if (!following || following.force === 'in-force') return null;
  const date = following.turns === undefined ? '' : writeDate(following.turns, today);
  const holes = { document: documentNumber, date };
  if (following.force === 'not-yet') return note('caution', write('followed.notYet', holes));
  return following.replacedBy
    ? note('caution', write('followed.replaced', { ...holes, by: following.replacedBy.documentNumber }))
    : note('caution', write('followed.lapsed', holes));
}

/** Changes of what this case must do, or of the phase it is in. */
function changeNotes({ following }: NoticePack, { obligations, phase }: Explanation): readonly PlannedNote[] {
  const open = new Set(obligations.filter(({ state }) => state !== 'past').map(({ id }) => id));
  return (following?.amendments ?? []).flatMap(({ list, fact, text, cite }) => {
    const concerns = list === 'obligations' ? open.has(fact) : list === 'phases' && fact === phase?.id;
    return concerns ? [note('caution', asSentence(text), cite)] : [];
  });
}

/** A narrower window that is open today: what it stops or opens matters before the step does. */
function windowNotes(pack: NoticePack, { windows }: Explanation): readonly PlannedNote[] {
  return (windows ?? []).flatMap(({ id }) => {
    const window = pack.phases.find((each) => each.id === id);
    return window ? [note('caution', asSentence(window.text), window.cite)] : [];
  });
}

/** Whoever has nothing to do is told so before any step. */
function dutyNote(pack: NoticePack, { audience, duty }: Explanation): readonly PlannedNote[] {
  if (duty !== 'nothing') return [];
  const stated = pack.audiences.find(({ id }) => id === audience);
  const text = stated?.note ? asSentence(stated.note) : write('followed.nothing');
  return [note('caution', text, stated?.cite)];
}

/** Notes about the notice followed: whether it holds, what others changed, what it says of today and of this case. */
export function writeFollowedNotes(pack: NoticePack, explanation: Explanation): readonly PlannedNote[] {
  const { following } = pack;
  const own = [...dutyNote(pack, explanation), ...windowNotes(pack, explanation)];
  if (!following) return own;
  const force = forceNote(pack, explanation.today);
  const { amendedBy, beside } = following;
  return [
    ...(force ? [force] : []),
    ...own,
    ...changeNotes(pack, explanation),
    ...(amendedBy.length > 0
      ? [note('info', write('followed.amended', { document: pack.documentNumber, by: named(amendedBy) }))]
      : []),
    ...(beside.length > 0
      ? [note('info', write('followed.beside', { document: pack.documentNumber, others: named(beside) }))]
      : []),
  ];
}
