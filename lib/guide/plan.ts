import { batchEndsOf } from '@/lib/notice/batch-ends';
import type { NoticePack } from '@/lib/notice/model';
import { phaseOn } from '@/lib/notice/phases';
import type { TabPage } from '@/lib/page/model';
import { noticeCaseOf } from './case';
import { contactsForAnybody } from './contacts';
import { planGuide } from './guide-plan';
import type {
  ChooseSubjectPlan,
  Fact,
  GuidePlan,
  Journey,
  Plan,
  PlannedNote,
  Situation,
  SubjectCase,
} from './model';
import { isUnbindInSight, note } from './note-scene';
import { planPhase } from './planned-phase';
import { isLogin } from './steps';
import { planTrouble, troubleOnPage } from './trouble';
import { type GuideKey, write } from './wording';

export interface PlanParts {
  readonly pack: NoticePack;
  readonly situation: Situation;
  /** The journey in force. null, or one of another subject or pack: the guide is chosen anew. */
  readonly journey: Journey | null;
  /**
   * Facts of the subject's journeys, all of them: a guide may carry on from another. Anybody else's are
   * left aside, so handing over the whole ledger does no harm.
   */
  readonly facts: readonly Fact[];
  /** The subject's journeys, where known: those of another pack are named as stopped. */
  readonly journeys?: readonly Journey[] | undefined;
}

/**
 * What to show on this page, to this subject, on this day: everything the card draws, and nothing
 * personal. Pure: the same parts give the same plan.
 *
 * Silent on pages that are not recognised, unless something there unbinds a certificate: that warning is
 * never left out (design.md §3.4).
 *
 * @throws RangeError where the pack has no guides
 */
export function planFor({ pack, situation, journey, facts, journeys }: PlanParts): Plan {
  const { page, subject, today } = situation;
  const isKnown = page.state !== 'other' && page.state !== 'unknown';
  if (!isKnown && !isUnbindInSight(page)) return { kind: 'silent' };
  if (!subject) return planChoice(pack, situation, whatToChoose(situation));
  const asked = noticeCaseOf(subject, today);
  if (!asked) return planChoice(pack, situation, 'subject.unknownAudience');
  return planGuide({ pack, page, subject, asked, journey, facts, journeys });
}

function whatToChoose({ page, subjectCount }: Situation): GuideKey {
  if (subjectCount === 0) return 'subject.none';
  return isLogin(page.state) ? 'subject.logInFirst' : 'subject.choose';
}

function planChoice(pack: NoticePack, situation: Situation, key: GuideKey): ChooseSubjectPlan {
  const { page, subjectCount, today } = situation;
  const phase = phaseOn(pack, today);
  const warning: readonly PlannedNote[] = isUnbindInSight(page)
    ? [note('stop', write('unbind.noSubject'))]
    : [];
  const trouble = troubleOnPage(pack, page.state);
  return {
    kind: 'choose-subject',
    phase:
      phase &&
      planPhase(
        {
          ...phase,
          from: phase.from ?? null,
          until: phase.until ?? null,
          ends: batchEndsOf(pack, phase, {}),
        },
        today,
      ),
    page: page.state,
    subjects: subjectCount,
    notes: [...warning, note('info', write(key))],
    trouble: trouble && planTrouble(trouble),
    contacts: contactsForAnybody(pack, today, trouble?.trouble.contact),
    pack: { id: pack.id, version: pack.version, documentNumber: pack.documentNumber, issuer: pack.issuer },
  };
}

/**
 * The plan of a subject away from any page: what the popup shows of the guide in force. null where the
 * notice's vocabulary does not have the subject's audience.
 *
 * @param journeys the subject's, where known: those of a notice no longer followed are named as stopped
 */
export function planAway(
  pack: NoticePack,
  subject: SubjectCase,
  facts: readonly Fact[],
  today: Situation['today'],
  journeys?: readonly Journey[],
): GuidePlan | null {
  const asked = noticeCaseOf(subject, today);
  return asked && planGuide({ pack, page: NO_PAGE, subject, asked, journey: null, facts, journeys });
}

/** No page in front. */
export const NO_PAGE: TabPage = {
  state: 'unknown',
  confidence: 0,
  evidence: [],
  frame: null,
  document: null,
  unbindVisible: false,
};
