/** How far a subject is through the guide in force: derived from its facts, like everything of a journey. */
import { caseOf } from '@/lib/certificate/subject-case';
import { circumstancesOf } from '@/lib/guide/circumstance-words';
import { chooseGuide, findGuide, guideDayOf, holdingOf, isOpenOn, journeyState } from '@/lib/guide/journey';
import { isLeftUnbound } from '@/lib/guide/left-unbound';
import type { Fact, StepProgress } from '@/lib/guide/model';
import { endsReached } from '@/lib/guide/obligation-end';
import { stepsFor } from '@/lib/guide/steps';
import type { Text } from '@/lib/locale/text';
import type { CalendarDate } from '@/lib/notice/calendar';
import type { ObligationEnd } from '@/lib/notice/explanation';
import type { NoticePack } from '@/lib/notice/model';
import { phaseOn } from '@/lib/notice/phases';
import type { CertificateRow, SubjectRow } from '@/lib/store/model';

export interface GuideProgress {
  readonly guide: string;
  readonly title: Text;
  readonly steps: readonly { readonly id: string; readonly title: Text; readonly progress: StepProgress }[];
  /** The first step still open; null where none is. From 1. */
  readonly current: { readonly number: number; readonly title: Text } | null;
  /** Nothing is left to do in it. */
  readonly finished: boolean;
  /** The old CA was unbound or the new one bound, as seen or said: what led there is behind. */
  readonly underway: boolean;
}

/** null where the pack has no guide for the day, or nothing of it was seen or said yet. */
export function progressOf(
  pack: NoticePack,
  subject: SubjectRow,
  certificates: readonly CertificateRow[],
  facts: readonly Fact[],
  today: CalendarDate,
): GuideProgress | null {
  const known = caseOf(subject, certificates, pack.mainSystem, today, circumstancesOf(pack, subject, facts));
  if (pack.guides.length === 0) return null;
  const guide = findGuide(pack, chooseGuide(pack, { subject: known, today }, facts));
  if (
    !isOpenOn(
      pack,
      guide,
      guideDayOf({ today, phase: phaseOn(pack, today, subject.audience, subject.level) }),
    )
  )
    return null;
  const state = journeyState(pack, guide, known, facts);
  const steps = stepsFor(guide, subject).map(({ id, title }) => ({
    id,
    title,
    progress: state.steps.get(id) ?? ({ state: 'open' } as const),
  }));
  if (!steps.some(({ progress }) => progress.state === 'seen' || progress.state === 'said')) return null;
  const index = steps.findIndex(({ progress }) => progress.state === 'open');
  const open = steps[index];
  return {
    guide: guide.id,
    title: guide.title,
    steps,
    current: open ? { number: index + 1, title: open.title } : null,
    finished: open === undefined,
    underway: state.unbound !== null || state.bound !== null,
  };
}

/** What ends duties and has come, as the records have it: seen, said or entered, in whatever guide. */
export function endsOf(
  pack: NoticePack,
  subject: SubjectRow,
  certificates: readonly CertificateRow[],
  facts: readonly Fact[],
  today: CalendarDate,
): ReadonlySet<ObligationEnd> {
  const known = caseOf(subject, certificates, pack.mainSystem, today, circumstancesOf(pack, subject, facts));
  return endsReached({
    holding: holdingOf(pack, known, facts),
    subject: known,
    isLeftUnbound: isLeftUnbound(pack, pack.mainSystem, subject.id, facts),
  });
}
