/** A result page that shows again: another unbinding, or the old page met again. Only the browser can tell. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { PageState } from '@/lib/page/model';
import type { Arrival } from '@/lib/platform/documents';
import { IN_TRANSITION, Stage } from './stage';

let stage: Stage;
let documents = 0;

const LED: Arrival = { by: 'navigate', fromSite: true, acted: false };

/** Each page in a document of its own, as a site of many pages shows them. */
async function show(state: PageState, arrival: Arrival | null = LED): Promise<void> {
  stage.arrival = arrival;
  documents += 1;
  await stage.page(state, { document: `page-${documents}` });
}

/** The swap on a site that asks for no confirmation of its own. */
beforeEach(async () => {
  stage = new Stage();
  stage.now = new Date(`${IN_TRANSITION}T02:00:00Z`);
  await stage.addSubjects('a');
  await show('ca-list');
  await stage.answerAllQuestions();
  for (const state of ['unbind-done', 'ca-list', 'bind-form', 'bind-done'] as const) await show(state);
  expect(progressOf('bind-new')).toBe('seen');
});

const progressOf = (step: string) => stage.plan().progress.find((each) => each.step === step)?.progress.state;

describe('an unbinding shown after the binding', () => {
  it('is another one where a page of the site led to it, and the binding is open again', async () => {
    await show('ca-list');
    await show('unbind-done');
    expect(progressOf('bind-new')).toBe('open');
    expect(
      stage
        .plan()
        .notes.map(({ text }) => text.zh)
        .join(),
    ).toContain('绑定之后，页面又显示了解绑');
  });

  it.each([
    ['by the back button', { ...LED, by: 'traverse' }],
    ['by loading it again', { ...LED, by: 'reload' }],
    ['from a bookmark or another site', { ...LED, fromSite: false }],
    ['nobody knows how', null],
  ] as const)('is the old page met again where it came %s', async (_how, arrival) => {
    await show('ca-list', arrival);
    await show('unbind-done', arrival);
    expect(progressOf('bind-new')).toBe('seen');
  });

  it('is told by neither where one document shows it all', async () => {
    stage.arrival = LED;
    await stage.page('ca-list', { document: 'single' });
    await stage.page('unbind-done', { document: 'single' });
    expect(progressOf('bind-new')).toBe('seen');
  });

  it('counts once, however often its page reports', async () => {
    await show('unbind-done');
    await show('bind-form');
    await show('bind-done');
    const before = await stage.facts('real');
    await stage.page('bind-done', { document: `page-${documents}` });
    expect(await stage.facts('real')).toEqual(before);
    expect(progressOf('bind-new')).toBe('seen');
  });
});

describe('a binding after it, on a site that binds without a form', () => {
  beforeEach(async () => {
    await show('unbind-done');
    expect(progressOf('bind-new')).toBe('open');
  });

  it('is seen where a page of the site led to it', async () => {
    await show('ca-list');
    await show('bind-done');
    expect(progressOf('bind-new')).toBe('seen');
  });

  it('is none where the first binding’s page was met again', async () => {
    await show('bind-done', { ...LED, by: 'traverse' });
    expect(progressOf('bind-new')).toBe('open');
  });
});
