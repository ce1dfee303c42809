/** Where a step is done and by when, as far as the notice says: 「在哪办」「办到哪天」. */
import type { Text } from '@/lib/locale/text';
import type { ObligationAnswer } from '@/lib/notice/explanation';
import type { NoticePack } from '@/lib/notice/model';
import type { GuidePlan, Step } from './model';
import type { NoteScene } from './note-scene';
import { isUnbinding } from './preflight';
import { endPages } from './steps';
import { write, writeDate } from './wording';

type PlaceScene = NoteScene & { readonly pack: NoticePack };

function byObligation(
  { due, from, dueInclusive, announcedLater, soft }: ObligationAnswer,
  today: string,
): Text {
  if (announcedLater) return write('place.announced');
  if (due === undefined) {
    return from === undefined
      ? write('place.unstated')
      : write('place.from', { date: writeDate(from, today) });
  }
  const date = writeDate(due, today);
  if (soft) return write('place.soft', { date });
  if (dueInclusive === 'not-stated') return write('place.before', { date });
  return write(dueInclusive === false ? 'place.excluding' : 'place.until', { date });
}

/** The day by which the notice wants an unbinding or a binding: the end of the phase that is for it. */
function byPhase({ explanation, guide }: PlaceScene, step: Step): Text {
  const { phase, today } = explanation;
  const isRebinding =
    isUnbinding(step) || endPages(step).some((page) => page === 'bind-form' || page === 'bind-done');
  const isOwn = phase && guide.phases.length > 0 && guide.phases.includes(phase.id);
  if (!isOwn || !phase.until || !isRebinding) return write('place.unstated');
  return write('place.until', { date: writeDate(phase.until, today) });
}

/** The place is the system for what is done on a page, the notice's for what it asks for, else whom to ask. */
export function placeOf(scene: PlaceScene, step: Step): GuidePlan['place'] {
  const { pack, explanation, guide, who } = scene;
  const obligation = explanation.obligations.find(({ id }) => id === step.obligation);
  if (obligation) {
    return { where: obligation.where ?? who, by: byObligation(obligation, explanation.today) };
  }
  const system = pack.systems.find(({ id }) => id === guide.system);
  const contact = explanation.contacts.find(({ role }) => role === step.call);
  const where =
    step.targets.length > 0 && system ? system.name : write('place.ask', { who: contact?.name ?? who });
  return { where, by: byPhase(scene, step) };
}
