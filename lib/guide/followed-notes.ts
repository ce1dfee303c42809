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

/** Notes about the notice followed; none where it is the only one and in force. */
export function writeFollowedNotes(pack: NoticePack, explanation: Explanation): readonly PlannedNote[] {
  const { following } = pack;
  if (!following) return [];
  const force = forceNote(pack, explanation.today);
  const { amendedBy, beside } = following;
  return [
    ...(force ? [force] : []),
    ...changeNotes(pack, explanation),
    ...(amendedBy.length > 0
      ? [note('info', write('followed.amended', { document: pack.documentNumber, by: named(amendedBy) }))]
      : []),
    ...(beside.length > 0
      ? [note('info', write('followed.beside', { document: pack.documentNumber, others: named(beside) }))]
      : []),
  ];
}
