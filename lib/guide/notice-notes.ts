import { keyPart } from '@/lib/locale/key-part';
import type { Text } from '@/lib/locale/text';
import type { BusinessType, FeeAnswer, ObligationAnswer } from '@/lib/notice/explanation';
import type { NoticePack } from '@/lib/notice/model';
import { askAboutBatch } from './contacts';
import { writeRelativeDay } from './due-words';
import { writeMakeUps } from './make-up-words';
import type { GuideDefinition, PlannedNote, PlannedObligation } from './model';
import { isUnbindInSight, type NoteScene, note, ruleFor } from './note-scene';
import { endedObligations } from './obligation-end';
import { writeBusinessAmount, writeKeyPrice } from './price-words';
import { isTheSwap, writeDay } from './step-place';
import { asSentence, type GuideKey, inline, joinSentences, write, writeDate } from './wording';

type NoticeScene = NoteScene & { readonly pack: NoticePack };

/** A guide that neither unbinds nor binds is about getting the new CA, unless it is an everyday one. */
function isAboutGetting(guide: GuideDefinition): boolean {
  return !guide.repeats && !isTheSwap(guide);
}

/** Getting the new CA is what is left to do first: the guide is about it, or it is known to be missing. */
function isStillToGet({ guide, holding, state }: NoteScene): boolean {
  return isAboutGetting(guide) || (isTheSwap(guide) && holding.holdsNew === 'no' && state.unbound === null);
}

const hasLastDay = ({ due, dueFrom }: ObligationAnswer) =>
  due !== undefined || (dueFrom !== undefined && writeRelativeDay(dueFrom) !== null);

const hasDay = ({ due, dueFrom, announcedLater }: ObligationAnswer) =>
  due !== undefined || dueFrom !== undefined || announcedLater === true;

/** By whether the due day itself counts; never more precise than the notice (design.md §3.6). */
const DUE_KEYS: Readonly<Record<string, GuideKey>> = {
  true: 'obligation.dueBy',
  false: 'obligation.dueExcluding',
  'not-stated': 'obligation.dueBefore',
};

/** What is to be said in the popup before the day is one of the calendar. */
const COUNTED: Readonly<Record<string, GuideKey>> = {
  receipt: 'obligation.byReceipt',
  event: 'obligation.byEvent',
};

function obligationText(obligation: ObligationAnswer, scene: NoticeScene): Text {
  const { text, from, due, dueFrom, dueOf, announcedLater } = obligation;
  const { today } = scene.explanation;
  if (obligation.state === 'overdue' && due) {
    const { where, makeUps } = obligation;
    // A place cannot be telephoned: where there is one, it is where to make up for it.
    const isIncluded = obligation.dueInclusive === true;
    if (makeUps) {
      const day = write(isIncluded ? 'obligation.onOrBefore' : 'obligation.before', {
        date: writeDate(due, today),
      });
      return joinSentences(write('obligation.wasDue', { text, day }), writeMakeUps(makeUps, today));
    }
    const { makeUpsUntil } = obligation;
    if (makeUpsUntil) {
      // The place took it until then: whoever comes now has to ask first.
      return write('obligation.overdueTwice', {
        text,
        day: write(isIncluded ? 'obligation.onOrBefore' : 'obligation.before', {
          date: writeDate(due, today),
        }),
        until: writeDate(makeUpsUntil, today),
        who: scene.who,
      });
    }
    return write(where ? 'obligation.overdueAt' : 'obligation.overdue', {
      text,
      day: write(isIncluded ? 'obligation.onOrBefore' : 'obligation.before', { date: writeDate(due, today) }),
      who: scene.who,
      ...(where && { where }),
    });
  }
  if (announcedLater) return write('obligation.announced', { text });
  if (obligation.state === 'past' && due) {
    return write('obligation.missed', { text, date: writeDate(due, today), who: scene.who });
  }
  if (obligation.state === 'upcoming' && from) {
    const date = writeDate(from, today);
    // Its last day too: whoever plans ahead is not to find out only once it has begun.
    return hasLastDay(obligation)
      ? write('obligation.upcomingBy', { text, date, day: writeDay(obligation, today) })
      : write('obligation.upcoming', { text, date });
  }
  const counted = dueFrom && writeRelativeDay(dueFrom);
  if (counted) {
    const key = COUNTED[dueFrom.anchor.kind] ?? 'obligation.byBatch';
    const { explanation, pack } = scene;
    return write(key, { text, day: counted, who: askAboutBatch(explanation.contacts, pack.issuer) });
  }
  if (!due) return write('obligation.due', { text });
  // Another's day is told as theirs: for one's own the notice sets none.
  if (dueOf) return write('obligation.dueOthers', { text, whose: dueOf, day: writeDay(obligation, today) });
  return write(DUE_KEYS[String(obligation.dueInclusive)] ?? 'obligation.dueBy', {
    text,
    date: writeDate(due, today),
  });
}

/**
 * The binding itself missed, where the notice goes on and no guide for those who come late tells of it: silence would
 * read as nothing left to do.
 */
function isMissedBinding({ due, optional, endedBy }: ObligationAnswer, scene: NoteScene): boolean {
  const { explanation, guide, shown } = scene;
  if (due === undefined || due >= explanation.today || optional || endedBy !== 'binding') return false;
  const isInForce = explanation.notices?.[0]?.force !== 'lapsed';
  return isInForce && shown !== null && guide.phases.length === 0 && !guide.repeats && !isTheSwap(guide);
}

/**
 * A guide that unbinds or binds is past asking for the new CA: that is said only where it is overdue. A day for what is
 * done with the new CA is said in every guide, or nobody would be told of it.
 */
function isWorthSaying(obligation: ObligationAnswer, scene: NoteScene): boolean {
  const { state, optional, endedBy } = obligation;
  if (state === 'past') return isMissedBinding(obligation, scene);
  if (optional) return false;
  // Where the guide has stopped, what the notice asks for is what can be done.
  if (state === 'overdue' || isStillToGet(scene) || scene.isVoid) return true;
  const isToldByStep = endedBy === 'binding' && isTheSwap(scene.guide);
  return hasDay(obligation) && endedBy !== 'new-ca' && !isToldByStep;
}

/**
 * What the notice asks for and is not done with (`obligation-end.ts`). Never red: the person is asked first whether it is
 * done (design.md §8). Where the pack itself says what to do about a missed day, its words are used.
 * Returns the notes, and the ids of the pack's warnings they have used up.
 */
function obligationNotes(scene: NoticeScene): { notes: readonly PlannedNote[]; used: ReadonlySet<string> } {
  const { explanation } = scene;
  const used = new Set<string>();
  const ended = endedObligations(scene);
  const isAskedApart = new Set(askObligations(scene).map(({ id }) => id));
  const notes: PlannedNote[] = [];
  for (const obligation of explanation.obligations) {
    if (!isWorthSaying(obligation, scene)) continue;
    const warning =
      obligation.state === 'overdue'
        ? explanation.warnings.find(({ cite }) => cite === obligation.cite)
        : undefined;
    if (warning) used.add(warning.id);
    if (ended.has(obligation.id)) continue;
    const madeUp = obligation.makeUps ? [writeMakeUps(obligation.makeUps, explanation.today)] : [];
    // The pack's own words of a missed day need not name the days that are left.
    const text = warning ? joinSentences(warning.text, ...madeUp) : obligationText(obligation, scene);
    const isLate = obligation.state === 'overdue' || obligation.state === 'past';
    // Where the question stands by itself, with its answers, the note does not ask it too.
    const asks = isLate && obligation.ask && !isAskedApart.has(obligation.id) ? [obligation.ask] : [];
    notes.push(note(isLate ? 'caution' : 'info', joinSentences(...asks, text), obligation.cite));
  }
  return { notes, used };
}

/**
 * What the person is asked about, and what they said: overdue things, and whatever was answered already, so
 * that the answer can be taken back here too. The shown step's own obligation is answered by its "done".
 */
export function askObligations(scene: NoteScene): readonly PlannedObligation[] {
  const { explanation, shown, state } = scene;
  const ended = endedObligations(scene);
  return explanation.obligations.flatMap(({ id, ask, state: progress, optional, cite }) => {
    const known = state.obligations.get(id);
    const isOpen = progress === 'overdue' && !optional && !ended.has(id);
    const isOwn = shown?.obligation === id && known?.answer !== 'no';
    if (!ask || isOwn || !(isOpen || (known && progress !== 'past'))) return [];
    return [{ id, ask, cite, answer: known?.answer ?? null, fact: known?.fact ?? null }];
  });
}

/** Prices of single keys that a card has room for. */
const MOST_KEY_PRICES = 2;

function feeNote(business: BusinessType, fee: FeeAnswer, who: Text): PlannedNote {
  const { payer, inWords, byKey } = fee;
  const amount = writeBusinessAmount(business, fee);
  if (byKey) {
    // The price of a set alone would pass for all there is to pay.
    const told =
      byKey.length > MOST_KEY_PRICES ? [write('fee.byKey')] : byKey.map((each) => writeKeyPrice(each, who));
    const whole = amount ? [amount, fee.note ?? write(`fee.${keyPart(payer)}`, { who })] : [];
    const cites = [...new Set([...(amount ? [fee.cite] : []), ...byKey.map(({ cite }) => cite)])];
    return note('info', joinSentences(...whole, ...told), cites.join('；'));
  }
  if (!amount) {
    if (fee.note) return note('info', asSentence(fee.note), fee.cite);
    return inWords
      ? note('info', write('fee.inWords', { who }), inWords.join('；'))
      : note('info', write('fee.unstated', { who }), fee.cite);
  }
  return note('info', joinSentences(amount, fee.note ?? write(`fee.${keyPart(payer)}`, { who })), fee.cite);
}

/** Only where a new CA is still to be had. */
function feeNotes(scene: NoteScene): readonly PlannedNote[] {
  const { explanation, guide, holding, subject, shown, who } = scene;
  // What a notice that is over says of fees is void, and its silence says nothing.
  if (explanation.notices?.[0]?.force === 'lapsed') return [];
  // Nothing to do is nothing to pay.
  if (explanation.duty === 'nothing' && !guide.repeats) return [];
  const { issue, replace, renew, reissue } = explanation.fees;
  if (guide.repeats) {
    const isShown = shown?.shows?.includes('fees') === true;
    return isShown ? [feeNote('renew', renew, who), feeNote('reissue', reissue, who)] : [];
  }
  if (!isStillToGet(scene) || holding.holdsNew === 'yes') return [];
  if (subject.oldCa === 'none') return [feeNote('issue', issue, who)];
  const notes = [feeNote('replace', replace, who)];
  // With an old CA that is over, or not known of, it may be charged as a new one: both are told.
  return subject.oldCa === 'valid' ? notes : [...notes, feeNote('issue', issue, who)];
}

/** The pack's own warnings, less those the plan says already, and those about fees where no fee is due. */
function warningNotes(scene: NoteScene, used: ReadonlySet<string>): readonly PlannedNote[] {
  const { explanation, page, shown, isLeftUnbound } = scene;
  const rule = inline(ruleFor(explanation, 'unbind-old')?.text?.zh ?? '');
  // Whoever has unbound is past asking whether it can still be done.
  const isSaid = isUnbindInSight(page) || isLeftUnbound || shown?.say.zh.includes(rule) === true;
  const isRuleSaid = (text: string) => rule !== '' && text.includes(rule) && isSaid;
  const feeClauses = isStillToGet(scene) ? [] : Object.values(explanation.fees).map(({ cite }) => cite);
  return explanation.warnings
    .filter(({ id, text, cite }) => {
      const isAboutFees = cite !== null && feeClauses.includes(cite);
      return !used.has(id) && !isRuleSaid(text.zh) && !isAboutFees;
    })
    .map(({ text, cite }) => note('info', asSentence(text), cite));
}

/**
 * To whom the notice does not name: whether the new CA is for them at all is the first thing to ask. Where the pack
 * has words of its own about the audience, they are told as its warnings.
 */
function unnamedNotes(scene: NoticeScene): readonly PlannedNote[] {
  const { pack, explanation, guide, holding, state, who } = scene;
  const audience = pack.audiences.find(({ id }) => id === explanation.audience);
  if (explanation.named || explanation.duty !== 'not-stated' || !audience || audience.note) return [];
  if (explanation.notices?.[0]?.force === 'lapsed' || guide.repeats) return [];
  if (holding.holdsNew === 'yes' || state.unbound || state.bound) return [];
  return [note('caution', write('notNamed', { who }), audience.cite)];
}

/** What the notice says to this case today, in the pack's words. */
export function writeNoticeNotes(scene: NoticeScene): readonly PlannedNote[] {
  const { notes, used } = obligationNotes(scene);
  return [...unnamedNotes(scene), ...notes, ...feeNotes(scene), ...warningNotes(scene, used)];
}
