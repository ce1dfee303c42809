/** Every phase × audience × level × state of both CAs × page: each gives a plan that stands by itself. */
import { describe, expect, it } from 'vitest';
import type { Text } from '@/lib/locale/text';
import { builtinPack as pack } from '@/lib/notice/builtin';
import { AUDIENCES, LEVELS } from '@/lib/notice/explanation';
import { PAGE_STATES, type PageState } from '@/lib/page/model';
import type { GuidePlan, SubjectCase } from './model';
import { planFor } from './plan';
import { isTrouble } from './steps';
import { subjectCase, tabPage } from './testing/walk';

const DAYS: Readonly<Record<string, string>> = {
  'before-publication': '2023-09-02',
  application: '2023-09-06',
  transition: '2023-09-20',
  'new-only': '2026-11-22',
};
const CA_STATES = ['valid', 'expired', 'none', 'unknown'] as const;
const GUIDES: Readonly<Record<string, readonly string[]>> = {
  'before-publication': ['prepare'],
  application: ['prepare'],
  transition: ['await-new', 'rebind', 'first-binding'],
  'new-only': ['first-binding', 'late-comer'],
};

function* cases(): Generator<SubjectCase> {
  for (const audience of AUDIENCES)
    for (const level of LEVELS)
      for (const oldCa of CA_STATES)
        for (const newCa of CA_STATES) yield subjectCase({ audience, level, oldCa, newCa });
}

const plan = (today: string, subject: SubjectCase, state: PageState, unbindVisible: boolean) =>
  planFor({
    pack,
    situation: { page: tabPage(state, { unbindVisible }), via: null, subject, subjectCount: 1, today },
    journey: null,
    facts: [],
  });

function textsOf(each: GuidePlan): readonly Text[] {
  const { guideTitle, title, say, sayWithoutTarget, why, dont, notes, questions, contacts, progress } = each;
  return [
    guideTitle,
    title,
    say,
    sayWithoutTarget,
    ...(why ? [why] : []),
    ...dont,
    ...notes.map(({ text }) => text),
    ...questions.flatMap(({ ask, how, ifNo }) => [ask, how, ifNo]),
    ...contacts.flatMap(({ name, about }) => [name, about]),
    ...progress.map((step) => step.title),
  ];
}

const checkedTexts = new Map<string, readonly string[]>();

/** What is wrong with a text; the same few hundred come back in every plan. */
function faultsOfText({ zh, en = '' }: Text): readonly string[] {
  const key = `${zh}\n${en}`;
  const known = checkedTexts.get(key);
  if (known) return known;
  // An unfilled hole, a missing key, two full stops, or a value gone wrong.
  const isBroken = /\{(?!label\})|undefined|null|NaN|。。|^[a-z.-]+$/.test(zh);
  const faults = [
    ...(/\p{Script=Han}/u.test(zh) ? [] : [`no Chinese: ${zh}`]),
    ...(en.length > 0 ? [] : [`no English: ${zh}`]),
    ...(isBroken ? [`broken: ${zh}`] : []),
  ];
  checkedTexts.set(key, faults);
  return faults;
}

/** What is wrong with a plan; empty when nothing is. One list, so that a failure names its case. */
function faultsOf(each: GuidePlan, phase: string, unbindVisible: boolean): readonly string[] {
  const faults: string[] = [];
  const demand = (holds: boolean, fault: string) => {
    if (!holds) faults.push(fault);
  };
  demand(each.phase?.id === phase, 'phase');
  demand(GUIDES[phase]?.includes(each.guide) === true, `guide ${each.guide}`);
  demand(each.stepNumber >= 1 && each.stepNumber <= each.stepCount, 'numbering');
  demand(
    each.contacts.length === 5 && each.contacts.every(({ number }) => /^[\d-]{11,}$/.test(number)),
    'contacts',
  );
  for (const text of textsOf(each)) faults.push(...faultsOfText(text));
  demand(!each.sayWithoutTarget.zh.includes('{'), 'a label without its control');
  demand(each.target !== null || !each.say.zh.includes('{'), 'a label without a target');
  const clauses = [...each.cite, ...each.notes.flatMap(({ cite }) => (cite === null ? [] : [cite]))];
  demand(clauses.length > 0, 'no clause');
  demand(
    clauses.every((clause) => /^[一二三四五]|^通知外$|^发布日期$/.test(clause)),
    `odd clause in ${clauses}`,
  );
  demand(each.target !== 'unbind' && each.target !== 'unbind-confirm', 'points at unbinding unasked');
  demand(
    // Filing for a CA that is in hand is passed: neither seen nor said.
    !each.finished &&
      each.progress.every(
        ({ progress }) =>
          progress.state === 'open' || (progress.state === 'passed' && each.guide === 'prepare'),
      ),
    'progress from nothing',
  );
  const isWarned = each.notes.some(({ tone }) => tone === 'stop');
  const isInSight = unbindVisible || each.page === 'unbind-confirm';
  demand(isWarned === isInSight, 'warning');
  demand(!isInSight || each.questions.length >= 4, 'questions');
  demand(!isTrouble(each.page) || each.target === null, 'points in trouble');
  // In the transition the swap's own pre-flight asks it.
  const needsAsking = phase === 'new-only' || (phase === 'transition' && each.guide !== 'rebind');
  demand(each.asksHoldsNew ? needsAsking : true, 'asks what it need not');
  demand(each.guide !== 'prepare' || each.target === null, 'points too early');
  return faults;
}

describe.each(Object.entries(DAYS))('in %s', (phase, today) => {
  it.each(PAGE_STATES)('%s gives every case a plan that stands by itself', (state) => {
    let planned = 0;
    let silent = 0;
    for (const [index, subject] of [...cases()].entries()) {
      // Every other case; the state of the new CA turns the parity, so that each audience meets both.
      const unbindVisible = (index + Math.floor(index / CA_STATES.length)) % 2 === 0;
      const each = plan(today, subject, state, unbindVisible);
      if (each.kind === 'silent') {
        silent++;
        expect(unbindVisible).toBe(false);
        continue;
      }
      if (each.kind !== 'guide') throw new Error(`a ${each.kind} plan for a chosen subject`);
      planned++;
      const faults = faultsOf(each, phase, unbindVisible);
      if (faults.length > 0) throw new Error(`${JSON.stringify(subject)}: ${faults.join('; ')}`);
    }
    const all = AUDIENCES.length * LEVELS.length * CA_STATES.length * CA_STATES.length;
    expect(planned + silent).toBe(all);
    expect(silent).toBe(state === 'other' || state === 'unknown' ? all / 2 : 0);
  });
});

describe('what depends on the case', () => {
  it('the old CA’s state decides in the transition, the new one’s after it', () => {
    for (const subject of cases()) {
      const during = plan('2023-09-20', subject, 'home', false);
      const swap = subject.oldCa === 'none' ? 'first-binding' : 'rebind';
      expect(during).toMatchObject({ guide: subject.newCa === 'none' ? 'await-new' : swap });
      const after = plan('2026-11-22', subject, 'home', false);
      expect(after).toMatchObject({ guide: subject.newCa === 'none' ? 'late-comer' : 'first-binding' });
      expect(after).toMatchObject({ asksHoldsNew: subject.newCa === 'none' || subject.newCa === 'unknown' });
    }
  });

  it('binding is pointed at on the list, unless the new certificate has expired', () => {
    for (const subject of cases()) {
      const after = plan('2026-11-22', subject, 'ca-list', false);
      const isReady = subject.newCa === 'valid' || subject.newCa === 'unknown';
      expect(after).toMatchObject({ target: isReady ? 'bind' : null });
    }
  });
});
