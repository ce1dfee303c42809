import { beforeEach, describe, expect, it, vi } from 'vitest';
import { wordsOf } from '@/lib/guide/obligation-words';
import { builtinPack } from '@/lib/notice/builtin';
import type { PageState } from '@/lib/page/model';
import { ownPage, Stage, sender } from './stage';

let stage: Stage;

beforeEach(() => {
  stage = new Stage();
});

describe('one round', () => {
  it('stays silent and injects nothing on a page it does not know', async () => {
    await stage.addSubjects('a');
    await stage.page('unknown');
    expect(stage.injected).toEqual([]);
    expect(stage.card()).toBeUndefined();
  });

  it('injects card and pointer once a document, and again in the next', async () => {
    await stage.addSubjects('a');
    await stage.previewTransition();
    await stage.page('login-account');
    await stage.page('home');
    expect(stage.injected).toEqual(['1/0/guide', '1/0/pointer']);
    await stage.page('home', { document: 'another' });
    expect(stage.injected).toEqual(['1/0/guide', '1/0/pointer', '1/0/guide', '1/0/pointer']);
  });

  it('points at unbinding only after every question, and draws only when the one frame has found it', async () => {
    await stage.addSubjects('a');
    await stage.previewTransition();
    await stage.page('home');
    await stage.page('ca-list');
    expect(stage.plan()).toMatchObject({ held: true, target: null });
    expect(stage.rings()).toEqual([]);
    await stage.answerAllQuestions();
    expect(stage.plan()).toMatchObject({ held: false, target: 'unbind' });
    expect(stage.rings()).toEqual([]);
    await stage.answer({ state: 'found', label: '解除绑定' });
    expect(stage.rings()).toEqual([0]);
    expect(stage.card()?.target).toMatchObject({ state: 'found', label: '解除绑定', place: 'top' });
  });

  it('rings what may not be undone only once the warning about this page was painted', async () => {
    await stage.addSubjects('a');
    await stage.previewTransition();
    await stage.page('ca-list');
    await stage.answerAllQuestions();
    const paint = (state: 'shown' | 'lost', warnsOn: PageState | null) =>
      stage.conductor.card({ type: 'page.card', state, warnsOn }, sender(1, 0));
    // A new document of the same page: its card is injected, and has painted nothing yet.
    await stage.page('ca-list', { document: 'anew', isPainted: false });
    await stage.answer({ state: 'found', label: '解除绑定' }, { document: 'anew' });
    expect(stage.card()?.target).toMatchObject({ state: 'found' });
    expect(stage.rings()).toEqual([]);
    await paint('shown', null);
    expect(stage.rings()).toEqual([]);
    await paint('shown', 'home');
    expect(stage.rings()).toEqual([]);
    await paint('shown', 'ca-list');
    expect(stage.rings()).toEqual([0]);
    await paint('lost', null);
    expect(stage.rings()).toEqual([]);
  });

  it('rings what can be undone without waiting for the card', async () => {
    await stage.addSubjects('a');
    await stage.previewTransition();
    await stage.page('home', { isPainted: false });
    await stage.answer({ state: 'found', label: 'CA管理' });
    expect(stage.rings()).toEqual([0]);
  });

  it('takes the ring away when the page changes under it', async () => {
    await stage.addSubjects('a');
    await stage.previewTransition();
    await stage.page('ca-list');
    await stage.answerAllQuestions();
    await stage.answer({ state: 'found' });
    await stage.page('system-busy');
    expect(stage.rings()).toEqual([]);
  });

  it('does not believe an answer to an older request', async () => {
    await stage.addSubjects('a');
    await stage.previewTransition();
    await stage.page('ca-list');
    await stage.answerAllQuestions();
    const late = {
      type: 'page.target',
      document: 'doc-1-0',
      request: 'draw-of-long-ago',
      report: { target: 'unbind', state: 'found', label: '解绑', candidates: 1, reasons: [] },
    } as const;
    await stage.conductor.target(late, sender(1, 0));
    expect(stage.rings()).toEqual([]);
  });

  it('forgets a frame that is gone when its parent reports anew', async () => {
    await stage.addSubjects('a');
    await stage.previewTransition();
    await stage.page('home');
    await stage.page('bind-form', { frame: 5 });
    expect(stage.plan().page).toBe('bind-form');
    stage.gone.add('1/5');
    await stage.page('home', { document: 'reloaded' });
    expect(stage.plan().page).toBe('home');
  });
});

describe('what stands too long', () => {
  it('is planned anew when the day turns under it: no ring on unbinding after the window', async () => {
    await stage.addSubjects('a');
    stage.now = new Date('2023-10-11T15:59:00Z');
    await stage.page('ca-list');
    await stage.answerAllQuestions();
    stage.now = new Date('2023-10-11T16:30:00Z');
    await stage.answer({ state: 'found' });
    expect(stage.rings()).toEqual([]);
    expect(stage.plan().phase?.id).toBe('new-only');
  });

  it('tells a page back from the cache that nothing is pointed at', async () => {
    await stage.addSubjects('a');
    await stage.previewTransition();
    await stage.page('ca-list', { document: 'doc-1-0' });
    await stage.answerAllQuestions();
    await stage.answer({ state: 'found' });
    await stage.page('unbind-confirm', { document: 'second' });
    const [first] = stage.plan().questions;
    await stage.say({ kind: 'answer', question: `${first?.id}`, answer: 'no' }, 'no-1');
    stage.shown.length = 0;
    await stage.page('ca-list', { document: 'doc-1-0' });
    expect(stage.plan()).toMatchObject({ held: true, target: null });
    const told = stage.shown.map(({ message }) => message);
    expect(told.some((message) => message.type === 'show.point' && message.target === null)).toBe(true);
  });

  it('leaves other tabs alone: one that never answers holds up none', async () => {
    await stage.addSubjects('a');
    await stage.previewTransition();
    await stage.page('ca-list', { tab: 1 });
    await stage.page('ca-list', { tab: 2 });
    stage.silent.add('1/0');
    void stage.conductor.preview({ type: 'pages.preview', date: null }, ownPage);
    await expect.poll(() => stage.card(2)?.namespace).toBe('real');
  });
});

describe('facts', () => {
  it('are written once, however often the same page is reported', async () => {
    await stage.addSubjects('a');
    await stage.previewTransition();
    await stage.page('home');
    const before = await stage.facts('preview');
    await stage.conductor.replanAll();
    await stage.conductor.replanAll();
    expect(await stage.facts('preview')).toEqual(before);
    expect(before.every(({ assertion }) => assertion === 'seen')).toBe(true);
  });

  it('of a preview never reach the real ledger', async () => {
    await stage.addSubjects('a');
    await stage.previewTransition();
    await stage.page('ca-list');
    await stage.answerAllQuestions();
    expect((await stage.facts('preview')).length).toBeGreaterThan(3);
    expect(await stage.facts('real')).toEqual([]);
    await stage.conductor.preview({ type: 'pages.preview', date: null }, ownPage);
    expect(stage.card()).toMatchObject({ namespace: 'real', preview: null });
    expect(stage.plan().phase?.id).toBe('new-only');
  });

  it('survive a stopped worker, and so does what the tab shows', async () => {
    await stage.addSubjects('a');
    await stage.previewTransition();
    await stage.page('ca-list');
    await stage.answerAllQuestions();
    const { step, questions } = stage.plan();
    stage.startWorker();
    await stage.conductor.replanAll();
    expect(stage.plan()).toMatchObject({ step, questions });
    await stage.page('unbind-done');
    expect(stage.plan().progress.find((each) => each.step === 'unbind-old')?.progress.state).toBe('seen');
  });

  it('record the warning only once it was painted on the card', async () => {
    await stage.addSubjects('a');
    await stage.previewTransition();
    const report = {
      confidence: 1,
      evidence: [],
      document: 'd',
      top: true,
      childFrames: 0,
    } as const;
    const kinds = async () => (await stage.facts('preview')).map(({ body }) => body.kind);
    const see = (state: PageState, sequence: number) =>
      stage.conductor.seen(
        {
          type: 'page.seen',
          report: { ...report, state, sequence, unbindVisible: state === 'ca-list' },
        },
        sender(1, 0),
      );
    await see('home', 1);
    await stage.paint();
    // The card is up, and shows the step of the page before.
    await see('ca-list', 2);
    expect(await kinds()).not.toContain('warned');
    // Up, but what was painted last was the plan without a warning.
    await stage.conductor.card({ type: 'page.card', state: 'shown', warnsOn: null }, sender(1, 0));
    expect(await kinds()).not.toContain('warned');
    await stage.paint();
    expect(await kinds()).toContain('warned');
  });

  it('say that nothing is recorded while the store refuses, and show no made-up progress', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    await stage.addSubjects('a');
    stage.failStore = true;
    await stage.page('home');
    expect(stage.card()?.recording).toBe(false);
    stage.failStore = false;
    await stage.conductor.replanAll();
    expect(stage.card()?.recording).toBe(true);
    error.mockRestore();
  });
});

describe("the person's word", () => {
  beforeEach(async () => {
    await stage.addSubjects('a');
    await stage.previewTransition();
    await stage.page('ca-list');
  });

  it('is recorded once when it is delivered twice', async () => {
    const [question] = stage.plan().questions;
    const word = { kind: 'answer', question: `${question?.id}`, answer: 'yes' } as const;
    expect(await stage.say(word, 'same-id')).toEqual({ ok: true });
    expect(await stage.say(word, 'same-id')).toEqual({ ok: true });
    expect((await stage.facts('preview')).filter(({ id }) => id === 'same-id')).toHaveLength(1);
  });

  it('about another step than the one in force is refused', async () => {
    const message = {
      type: 'page.said',
      id: 'x',
      word: { kind: 'step', step: 'try-seal' },
      guide: 'rebind',
      step: 'try-seal',
    } as const;
    expect(await stage.conductor.said(message, sender(1, 0))).toEqual({ ok: false, why: 'stale' });
    expect((await stage.facts('preview')).some(({ assertion }) => assertion === 'said')).toBe(false);
  });

  it('is acknowledged again when the first answer was lost with its worker', async () => {
    const { guide, step } = stage.plan();
    const message = { type: 'page.said', id: 'kept', word: { kind: 'step', step }, guide, step } as const;
    expect(await stage.conductor.said(message, sender(1, 0))).toEqual({ ok: true });
    stage.startWorker();
    expect(await stage.conductor.said(message, sender(1, 0))).toEqual({ ok: true });
    expect((await stage.facts('preview')).filter(({ id }) => id === 'kept')).toHaveLength(1);
  });

  it('given on a previewed card never reaches the real ledger', async () => {
    const [question] = stage.plan().questions;
    await (await stage.store('real')).settings.set('preview', null);
    const word = { kind: 'answer', question: `${question?.id}`, answer: 'yes' } as const;
    expect(await stage.say(word, 'w')).toEqual({ ok: false, why: 'stale' });
    expect((await stage.facts('real')).some(({ assertion }) => assertion === 'said')).toBe(false);
  });

  it('can be taken back, and only if it was said', async () => {
    const [question] = stage.plan().questions;
    await stage.say({ kind: 'answer', question: `${question?.id}`, answer: 'yes' }, 'w1');
    expect(stage.plan().questions[0]).toMatchObject({ answer: 'yes', fact: 'w1' });
    expect(await stage.say({ kind: 'retraction', of: 'nothing' }, 'r0')).toEqual({ ok: false, why: 'stale' });
    expect(await stage.say({ kind: 'retraction', of: 'w1' }, 'r1')).toEqual({ ok: true });
    expect(stage.plan().questions[0]).toMatchObject({ answer: null });
    expect((await stage.facts('preview')).map(({ id }) => id)).toEqual(expect.arrayContaining(['w1', 'r1']));
  });

  it('about an obligation is kept where the popup looks for it, whether said as such or as a step', async () => {
    const words = async () => wordsOf(builtinPack, 'a', await stage.facts('preview'));
    const word = { kind: 'obligation', obligation: 'file-application', answer: 'no' } as const;
    expect(await stage.say(word, 'o1')).toEqual({ ok: true });
    expect(await words()).toMatchObject([{ obligation: 'file-application', answer: 'no', fact: 'o1' }]);
    expect(stage.plan().obligations).toMatchObject([{ answer: 'no', fact: 'o1' }]);
    expect(await stage.say({ kind: 'retraction', of: 'o1' }, 'o2')).toEqual({ ok: true });
    expect(await words()).toEqual([]);
    expect(await stage.say({ ...word, obligation: 'of-another-notice' }, 'o3')).toMatchObject({ ok: false });

    await stage.conductor.preview({ type: 'pages.preview', date: '2023-09-06' }, ownPage);
    const { step } = stage.plan();
    expect(step).toBe('apply-unit');
    expect(await stage.say({ kind: 'step', step }, 'o4')).toEqual({ ok: true });
    expect(await words()).toMatchObject([{ obligation: 'file-application', answer: 'yes', fact: 'o4' }]);
    expect(stage.plan().progress.find((each) => each.step === step)?.progress.state).toBe('said');
  });

  it('says so when it cannot be kept', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    stage.failStore = true;
    const [question] = stage.plan().questions;
    const word = { kind: 'answer', question: `${question?.id}`, answer: 'yes' } as const;
    expect(await stage.say(word, 'w')).toEqual({ ok: false, why: 'storage' });
    error.mockRestore();
  });
});
