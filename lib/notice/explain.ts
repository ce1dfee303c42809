import { allowancesOn } from './allowances';
import { batchEndsOf } from './batch-ends';
import { complete, type IsLater } from './complete';
import { fits, isValidOn } from './condition';
import { contactsFor } from './contacts';
import { isCalendarDate, isWithin } from './days';
import { deadlineFor } from './deadline';
import type {
  Explanation,
  NoticeAnswer,
  NoticeCase,
  PhaseAnswer,
  RemarkAnswer,
  WarningAnswer,
} from './explanation';
import { feesFor } from './fees';
import { keysFor, usableOn } from './keys';
import type { NoticePack, NoticeRef, Phase, Silence, Statement } from './model';
import { obligationsFor } from './obligations';
import { phaseOn, windowsOn } from './phases';
import { compareIssue } from './standing';

function answerOf(phase: Phase, pack: NoticePack, asked: NoticeCase): PhaseAnswer {
  const { id, name, from, until, cite } = phase;
  const ends = batchEndsOf(pack, phase, asked);
  return { id, name, from: from ?? null, until: until ?? null, ...(ends && { ends }), cite };
}

function warningsFor(pack: NoticePack, asked: NoticeCase): readonly WarningAnswer[] {
  return pack.warnings
    .filter(
      (each) =>
        fits(each.when, asked) !== 'no' && isWithin(asked.today, each) && isValidOn(each, asked.today),
    )
    .map((each) => ({ id: each.id, text: each.text, cite: each.cite }));
}

function remarksFor(
  remarks: readonly (Statement & Pick<Silence, 'ask'>)[],
  asked: NoticeCase,
): readonly RemarkAnswer[] {
  return remarks
    .filter((each) => fits(each.when, asked) !== 'no' && isValidOn(each, asked.today))
    .map((each) => ({
      id: each.id,
      text: each.text,
      ...(each.ask !== undefined && { ask: each.ask }),
      cite: each.cite,
    }));
}

/** The notices behind an answer: the one followed, those worked into it, those beside it. */
function noticesOf(pack: NoticePack): readonly NoticeAnswer[] {
  const { following } = pack;
  const answer = (part: NoticeAnswer['part']) => (ref: NoticeRef) => {
    const { id, version, title, documentNumber, publishedOn } = ref;
    return { part, id, version, title, documentNumber, publishedOn };
  };
  const followed = { ...answer('followed')(pack), force: following?.force ?? 'in-force' };
  return [
    followed,
    ...(following?.amendedBy.map(answer('amends')) ?? []),
    ...(following?.beside.map(answer('beside')) ?? []),
  ];
}

/**
 * What a notice means for one case on one day. `asked.today` is a calendar day in the pack's time zone
 * (`dateIn(now, pack.timeZone)`); nothing here reads a clock or the machine's zone. Where the pack is one that
 * `in-force.ts` worked out, notices in force beside it answer where it is silent. Throws RangeError where
 * today is no day of the calendar.
 */
export function explain(pack: NoticePack, asked: NoticeCase): Explanation {
  if (!isCalendarDate(asked.today)) throw new RangeError(`not a calendar day: ${asked.today}`);
  const alone = explainAlone(pack, asked);
  if (!pack.following) return alone;
  // Ids of batches and activities are the notice's own: another's may mean something else by them.
  const { batch, activities, ...elsewhere } = asked;
  const { beside, lastWords = [pack, ...beside] } = pack.following;
  const others = beside.map((each) => explainAlone(each, elsewhere));
  const isLater: IsLater = (one, other) => {
    const [later, earlier] = [lastWords[one], lastWords[other]];
    return later !== undefined && earlier !== undefined && compareIssue(later, earlier) > 0;
  };
  return { ...complete(alone, others, isLater), notices: noticesOf(pack) };
}

function explainAlone(pack: NoticePack, asked: NoticeCase): Explanation {
  const { allows, forbids, notStated, rules } = allowancesOn(pack, asked);
  const audience = pack.audiences.find((each) => each.id === asked.audience);
  const phase = phaseOn(pack, asked.today, asked.audience, asked.level);
  const windows = windowsOn(pack, asked.today, asked.audience, asked.level);
  return {
    pack: { id: pack.id, version: pack.version, title: pack.title, documentNumber: pack.documentNumber },
    today: asked.today,
    audience: asked.audience,
    level: asked.level ?? null,
    named: audience?.named ?? false,
    duty: audience?.duty ?? 'not-stated',
    phase: phase && answerOf(phase, pack, asked),
    ...(windows.length > 0 && { windows: windows.map((each) => answerOf(each, pack, asked)) }),
    allows,
    forbids,
    notStated,
    rules,
    usable: usableOn(pack, asked),
    obligations: obligationsFor(pack, asked),
    fees: feesFor(pack, asked),
    keys: keysFor(pack, asked),
    deadline: deadlineFor(pack, asked),
    contacts: contactsFor(pack, asked),
    warnings: warningsFor(pack, asked),
    statements: remarksFor(pack.statements, asked),
    silences: remarksFor(pack.silences, asked),
  };
}
