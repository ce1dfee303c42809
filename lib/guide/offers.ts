import type { NoticePack } from '@/lib/notice/model';
import { chooseGuide, dependsOnHolding, type GuideDay, isOpenOn, journeyState } from './journey';
import type { Fact, GuideDefinition, GuideOffer, SubjectCase } from './model';
import { stepsFor } from './steps';
import type { PersonsWord } from './word-place';

/** One line of 「我要办」. */
export interface OfferedGuide {
  readonly guide: GuideDefinition;
  readonly offer: GuideOffer;
  /** `begun`: something of it was seen or said, and something is still open. */
  readonly state: 'current' | 'begun' | 'new';
}

function isFor(pack: NoticePack, guide: GuideDefinition, subject: SubjectCase, day: GuideDay): boolean {
  const isMeant = guide.when?.audiences?.includes(subject.audience) ?? true;
  return isMeant && isOpenOn(pack, guide, day) && stepsFor(guide, subject).length > 0;
}

/**
 * The guides a person may pick on this day, the one followed now marked, in the pack's order.
 *
 * @param current id of the guide followed now
 */
export function offersFor(
  pack: NoticePack,
  subject: SubjectCase,
  facts: readonly Fact[],
  day: GuideDay,
  current: string,
): readonly OfferedGuide[] {
  return pack.guides.flatMap((guide) => {
    const { offer } = guide;
    if (!offer || !isFor(pack, guide, subject, day)) return [];
    const steps = [...journeyState(pack, guide, subject, facts).steps.values()];
    const isBegun = steps.some((step) => 'at' in step) && steps.some(({ state }) => state === 'open');
    const state = guide.id === current ? 'current' : isBegun ? 'begun' : 'new';
    return [{ guide, offer, state }];
  });
}

/**
 * The words by which a guide is picked, in their order. Where whether a new CA is in hand decides the guide,
 * the word about that is enough: the facts lead on from there, and to the next guide after it.
 *
 * @param again what repeats begins afresh
 */
export function wordsToPick(
  pack: NoticePack,
  { guide, offer }: Pick<OfferedGuide, 'guide' | 'offer'>,
  day: GuideDay,
  again: boolean,
): readonly PersonsWord[] {
  if (offer.holdsNew && dependsOnHolding(pack, day)) {
    return [
      { kind: 'chosen', guide: null },
      { kind: 'holds-new', answer: offer.holdsNew },
    ];
  }
  const isAfresh = again && guide.repeats === true;
  return [{ kind: 'chosen', guide: guide.id, ...(isAfresh && { again: true }) }];
}

/** The guide the facts alone lead to, without any pick. */
export function guideByFacts(
  pack: NoticePack,
  subject: SubjectCase,
  facts: readonly Fact[],
  today: string,
): string {
  const unpicked = facts.filter(({ body }) => body.kind !== 'chosen');
  return chooseGuide(pack, { subject, today }, unpicked);
}
