import type { PlannedNote } from './model';
import { isUnbindInSight, type NoteScene, note, ruleFor } from './note-scene';
import { isAnswered, isUnbinding, isUnbindingByOthers } from './preflight';
import { isNewMissing } from './step-place';
import { endPages, isOutcomeOf } from './steps';
import { isBoundAlready, isUnbindAllowed, unbindAction } from './unbinding';
import { joinSentences, write } from './wording';

/** The guide has others unbind, on an application: a control for it in sight is not for the person to press. */
function isByApplication({ steps }: NoteScene): boolean {
  return steps.some(isUnbindingByOthers) && steps.filter(isUnbinding).every(isUnbindingByOthers);
}

/** Binding while nothing says that others have unbound: waiting is the way on, never an unbinding by oneself. */
function appliedNote(scene: NoteScene): readonly PlannedNote[] {
  const { steps, shown, state } = scene;
  const isOpen = steps.some(
    (step) => isUnbindingByOthers(step) && state.steps.get(step.id)?.state === 'open',
  );
  const isBinding = shown !== null && endPages(shown).includes('bind-done');
  return isOpen && isBinding && !state.unbound ? [note('caution', write('order.bindBeforeApplied'))] : [];
}

/** The warning that stands on screen whenever an unbind control does, before any click (design.md §3.4). */
function unbindNote(scene: NoteScene): readonly PlannedNote[] {
  const { explanation, guide, page, subject, state, holding, questions, answers, who } = scene;
  if (!isUnbindInSight(page)) return [];
  const isEveryday = unbindAction(guide) === 'unbind';
  const rule = ruleFor(explanation, unbindAction(guide));
  const cite = rule?.cite ?? null;
  // Our own words carry no clause: the notice says nothing about what an unbinding costs.
  if (state.unbound || isBoundAlready(guide, state, holding)) {
    return [note('stop', write('unbind.behind'))];
  }
  if (scene.isNotNeeded) return [note('stop', write('unbind.notNeeded', { who }))];
  // Its time is not now, whatever the rule for the day: the words for it would call it ready.
  if (scene.isVoid && (!rule?.text || rule.verdict === 'allows')) {
    return [note('stop', write('unbind.void', { guide: guide.title, who }))];
  }
  if (!scene.isVoid && isUnbindAllowed(explanation, guide)) {
    if (subject.newCa === 'expired') return [note('stop', write('unbind.expired'))];
    if (!isAnswered(questions, answers)) return [note('stop', write('unbind.unanswered'))];
    if (isByApplication(scene)) return [note('stop', write('unbind.byApplication', { who }))];
    if (!isEveryday) return [note('stop', write('unbind.ready'))];
    const ready = write('unbind.readyEveryday');
    return [note('stop', rule?.text ? joinSentences(ready, rule.text) : ready, cite)];
  }
  const text = rule?.text
    ? write('unbind.closed', { rule: rule.text, who })
    : write('unbind.silent', { who });
  const isForbidden = explanation.forbids.includes(unbindAction(guide));
  return [
    note('stop', isForbidden || isEveryday ? text : joinSentences(text, write('unbind.everyday')), cite),
  ];
}

/** Once unbound, nothing works until the new CA is bound: that is the urgent thing now. */
function unboundNote(scene: NoteScene): readonly PlannedNote[] {
  const { explanation, state, questions, answersWhenUnbound, holding, who } = scene;
  const { unbound, bound } = state;
  // On a site that binds first it may have been the old one: the person looks.
  if (state.unboundAfterBound === 'seen') return [note('caution', write('unbound.afterBound'))];
  const isUnbound = unbound !== null && bound === null;
  if (!isUnbound && !scene.isLeftUnbound) {
    return scene.isHandedInUnprepared ? [note('stop', write('unbound.handedIn', { who }))] : [];
  }
  if (!explanation.allows.includes('bind')) return [note('stop', write('unbound.closed', { who }))];
  if (holding.holdsNew === 'no') return [note('stop', write('unbound.withoutNew', { who }))];
  // What this guide knows nothing of was done in another one: there it goes on.
  if (!isUnbound) return [note('caution', write('unbound.elsewhere'))];
  // Answered afterwards is too late to excuse it, and leaves nothing to check.
  const late = isAnswered(questions, scene.answers) ? 'unbound.checkedLate' : 'unbound.unanswered';
  return [
    isAnswered(questions, answersWhenUnbound)
      ? note('caution', write('unbound.bindNow'))
      : note('stop', write(late)),
    ...(state.unboundAfterBound ? [note('caution', write('unbound.afterSaid'))] : []),
  ];
}

/** The person went another way than the guide: said, not blamed. */
function orderNotes(scene: NoteScene): readonly PlannedNote[] {
  const { steps, shown, state, who } = scene;
  if (isByApplication(scene)) return appliedNote(scene);
  const unbinding = steps.find((step) => isOutcomeOf(step, 'unbind-done'));
  const progress = unbinding && state.steps.get(unbinding.id)?.state;
  if (!unbinding || unbinding.optional || !shown) return [];
  if (progress === 'passed' && state.bound) return [note('info', write('order.boundWithoutUnbind', { who }))];
  const isAhead = steps.indexOf(shown) > steps.indexOf(unbinding) && endPages(shown).includes('bind-done');
  return progress === 'open' && isAhead ? [note('caution', write('order.bindBeforeUnbind'))] : [];
}

function expiredNote(scene: NoteScene): readonly PlannedNote[] {
  const { subject, who } = scene;
  return subject.newCa === 'expired' ? [note('caution', write('newExpired', { who }))] : [];
}

/** With the old key alone the swap only looks ready to begin; a guide about getting the new one says so itself. */
function missingNote(scene: NoteScene): readonly PlannedNote[] {
  const { steps, isVoid, isNotNeeded, who } = scene;
  if (!isNewMissing(scene) || isVoid || isNotNeeded) return [];
  // A system that takes both keeps the old one bound: there is nothing to hold back but the binding.
  const key = steps.some(isUnbinding) ? 'newMissing' : 'newMissingToBind';
  return [note('caution', write(key, { who }))];
}

/** What the page and the journey call for, the most pressing first. */
export function writePageNotes(scene: NoteScene): readonly PlannedNote[] {
  return [
    ...unbindNote(scene),
    ...unboundNote(scene),
    ...scene.stopped,
    ...orderNotes(scene),
    ...missingNote(scene),
    ...expiredNote(scene),
  ];
}
