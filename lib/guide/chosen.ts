/** Guides the person picks by name, 「我要办」, instead of being led to one by the facts. */
import type { NoticePack } from '@/lib/notice/model';
import { factsInForce } from './ledger';
import type { Fact, GuideDefinition, SubjectCase } from './model';
import { obligationJourneyId } from './obligation-words';

type Chosen = Fact & { readonly body: Extract<Fact['body'], { kind: 'chosen' }> };

/** The picks of a subject that stand, in their order. They are kept in the notice's own journey. */
function picksOf(pack: Pick<NoticePack, 'id'>, subject: string, facts: readonly Fact[]): readonly Chosen[] {
  const inForce = factsInForce(facts, new Set([obligationJourneyId(pack, subject)]));
  return inForce.filter((fact): fact is Chosen => fact.body.kind === 'chosen');
}

export interface PickedGuide {
  readonly guide: GuideDefinition;
  /** The fact, to take back. */
  readonly fact: string;
}

/** The guide the subject's last pick names; null where there is none, or the pack no longer has it. */
export function pickOf(
  pack: Pick<NoticePack, 'id'> & { readonly guides: readonly GuideDefinition[] },
  subject: string,
  facts: readonly Fact[],
): PickedGuide | null {
  const last = picksOf(pack, subject, facts).at(-1);
  const guide = pack.guides.find(({ id }) => id === last?.body.guide);
  return last && guide ? { guide, fact: last.id } : null;
}

/**
 * The facts of this time through a guide: what repeats begins afresh with a pick that says so, and with a
 * certificate that took the place of the one bound before.
 */
export function factsOfThisTime(
  pack: Pick<NoticePack, 'id'>,
  guide: GuideDefinition,
  subject: SubjectCase,
  facts: readonly Fact[],
): readonly Fact[] {
  if (!guide.repeats) return facts;
  const begun = picksOf(pack, subject.id, facts).findLast(
    ({ body }) => body.guide === guide.id && body.again === true,
  );
  const order = begun?.order ?? -1;
  const renewedAt = subject.renewedAt ?? '';
  const kept = obligationJourneyId(pack, subject.id);
  return facts.filter((fact) => fact.journey === kept || (fact.order > order && fact.at >= renewedAt));
}
