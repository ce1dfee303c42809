/** Whom a tab acts for, and in which guide. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { obligationJourney } from '@/lib/guide/obligation-words';
import { builtinPack } from '@/lib/notice/builtin';
import { Stage } from './stage';

let stage: Stage;

beforeEach(() => {
  stage = new Stage();
});

describe('two subjects', () => {
  beforeEach(async () => {
    await stage.addSubjects('a', 'b');
    await stage.previewTransition();
  });

  it('are asked for after each login, and nothing is recorded before', async () => {
    await stage.page('login-account');
    await stage.page('home');
    expect(stage.anyPlan()).toMatchObject({ kind: 'choose-subject', subjects: 2 });
    expect(await stage.facts('preview')).toEqual([]);
    expect((await stage.conductor.openTabs()).tabs).toMatchObject([{ tab: 1, waiting: true }]);

    await stage.conductor.chooseSubject({ type: 'pages.choose-subject', tab: 1, subject: 'a' });
    expect(stage.plan().guide).toBe('rebind');
    await stage.page('login-ca');
    await stage.page('home');
    expect(stage.anyPlan()).toMatchObject({ kind: 'choose-subject' });
  });

  it('never mix in two tabs', async () => {
    for (const [tab, id] of [
      [1, 'a'],
      [2, 'b'],
    ] as const) {
      await stage.page('home', { tab });
      await stage.conductor.chooseSubject({ type: 'pages.choose-subject', tab, subject: id });
    }
    await stage.page('ca-list', { tab: 1 });
    await stage.answerAllQuestions(1);
    await stage.page('unbind-done', { tab: 1 });
    expect(stage.plan(1).progress.find(({ step }) => step === 'unbind-old')?.progress.state).toBe('seen');
    await stage.conductor.replanAll();
    expect(stage.plan(2).progress.find(({ step }) => step === 'unbind-old')?.progress.state).toBe('open');
    const owners = new Set(
      (await stage.facts('preview')).map(({ journey, tab }) => `${tab}:${journey.split('/')[0]}`),
    );
    expect([...owners].sort()).toEqual(['1:a', '2:b']);
  });

  it('do not inherit what the page showed to the other', async () => {
    await stage.page('home');
    await stage.conductor.chooseSubject({ type: 'pages.choose-subject', tab: 1, subject: 'b' });
    await stage.page('bind-done');
    await stage.conductor.chooseSubject({ type: 'pages.choose-subject', tab: 1, subject: 'a' });
    await (await stage.store('preview')).subjects.remove('b');
    await stage.conductor.replanAll();
    const states = (await stage.facts('preview')).map(({ body }) =>
      body.kind === 'page' ? body.state : body.kind,
    );
    expect(states).not.toContain('bind-done');
  });

  it('cannot be chosen when unknown, nor for a tab that is not there', async () => {
    await stage.page('home');
    const choose = (tab: number, id: string) =>
      stage.conductor.chooseSubject({ type: 'pages.choose-subject', tab, subject: id });
    expect(await choose(1, 'nobody')).toEqual({ ok: false });
    expect(await choose(9, 'a')).toEqual({ ok: false });
  });
});

describe('a guide the person picks', () => {
  const pick = async (guide: string | null) => {
    const store = await stage.store('real');
    const at = stage.now.toISOString();
    const { id } = await store.ledger.begin(obligationJourney(builtinPack, 'a', at));
    const body = { kind: 'chosen', guide, again: true } as const;
    await store.ledger.append([
      {
        id: `pick-${guide}`,
        journey: id,
        assertion: 'said',
        body,
        at,
        tab: null,
        frame: null,
        document: null,
      },
    ]);
    await stage.conductor.replanAll();
  };

  it('is what the card follows from then on, on the page that is open', async () => {
    await stage.addSubjects('a');
    await stage.page('home');
    expect(stage.plan()).toMatchObject({ guide: 'first-binding' });
    await pick('hand-over');
    expect(stage.plan()).toMatchObject({ guide: 'hand-over', isPicked: true });
  });

  it('takes nothing from a “done” that stood on the page before it was picked, however often that is reported', async () => {
    await stage.addSubjects('a');
    await stage.page('bind-done');
    await pick('bind-again');
    await stage.page('bind-done');
    const step = () => stage.plan().progress.find((each) => each.step === 'bind-new')?.progress.state;
    expect(stage.plan()).toMatchObject({ guide: 'bind-again' });
    expect(step()).toBe('open');
    // Left and come to again, it is another binding.
    await stage.page('ca-list');
    await stage.page('bind-done');
    expect(step()).toBe('seen');
  });

  it('records “not needed” as the person’s word', async () => {
    await stage.addSubjects('a');
    await stage.page('home');
    await pick('bind-again');
    await stage.page('ca-list');
    expect(stage.plan()).toMatchObject({ step: 'unbind-previous', canSkip: true });
    await stage.say({ kind: 'skip', step: 'unbind-previous' }, 'skip-1');
    expect(stage.plan()).toMatchObject({ step: 'bind-new', target: 'bind' });
  });
});

describe('two tabs of one subject', () => {
  it('know of each other: what is seen or said in one, the other’s card shows', async () => {
    await stage.addSubjects('a');
    await stage.previewTransition();
    await stage.page('ca-list', { tab: 1 });
    await stage.page('home', { tab: 2 });
    expect(stage.plan(2).progress.find(({ step }) => step === 'unbind-old')?.progress.state).toBe('open');
    await stage.answerAllQuestions();
    await stage.page('unbind-done', { tab: 1 });
    await vi.waitFor(() => expect(stage.plan(2)).toMatchObject({ step: 'open-list', page: 'home' }));
    await vi.waitFor(() =>
      expect(stage.plan(2).notes.some(({ text }) => text.zh.includes('请尽快绑定新CA'))).toBe(true),
    );
    // Once only: the same page in the other tab is no second unbinding.
    await stage.page('unbind-done', { tab: 2 });
    await vi.waitFor(() => expect(stage.plan(2).page).toBe('unbind-done'));
    expect(stage.plan(2).notes.some(({ text }) => text.zh.includes('页面又显示了解绑'))).toBe(false);
  });

  it('of two subjects hear nothing of each other', async () => {
    await stage.addSubjects('a', 'b');
    await stage.previewTransition();
    await stage.page('home', { tab: 1 });
    await stage.conductor.chooseSubject({ type: 'pages.choose-subject', tab: 1, subject: 'a' });
    await stage.page('home', { tab: 2 });
    await stage.conductor.chooseSubject({ type: 'pages.choose-subject', tab: 2, subject: 'b' });
    await stage.page('unbind-done', { tab: 1 });
    await stage.page('home', { tab: 2, document: 'again' });
    expect(stage.plan(2).notes.some(({ text }) => text.zh.includes('已解绑'))).toBe(false);
  });
});
