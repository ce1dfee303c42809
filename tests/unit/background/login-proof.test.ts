import { beforeEach, describe, expect, it } from 'vitest';
import { Stage } from './stage';

let stage: Stage;

const progress = (step: string) => stage.plan().progress.find((each) => each.step === step)?.progress.state;

/** Bound in a session that goes on, and now in front of the login page's tab for the CA. */
async function standBeforeCaLogin(document: string): Promise<void> {
  await stage.page('home', { document: 'session' });
  await stage.page('ca-list', { document: 'session' });
  await stage.answerAllQuestions();
  for (const state of ['unbind-done', 'bind-form', 'bind-done'] as const) {
    await stage.page(state, { document: 'session' });
  }
  await stage.page('login-account', { document });
  await stage.page('login-ca', { document });
  expect(stage.plan()).toMatchObject({ step: 'try-login', target: 'login-submit' });
}

beforeEach(async () => {
  stage = new Stage();
  await stage.addSubjects('a');
  await stage.previewTransition();
});

describe('the login with the new CA is seen', () => {
  it('when the login control was pressed and the next document is of the session', async () => {
    await standBeforeCaLogin('login');
    await stage.act(true, { document: 'login' });
    await stage.page('unknown', { document: 'next' });
    await stage.page('home', { document: 'next' });
    expect(progress('try-login')).toBe('seen');
  });

  it('when it was pressed and the same document shows the session', async () => {
    await standBeforeCaLogin('session');
    await stage.act(true, { document: 'session' });
    await stage.page('home', { document: 'session' });
    expect(progress('try-login')).toBe('seen');
  });

  it('when it was pressed again after a wrong PIN', async () => {
    await standBeforeCaLogin('login');
    await stage.act(true, { document: 'login' });
    await stage.page('pin-wrong', { document: 'login' });
    await stage.page('login-ca', { document: 'login' });
    await stage.act(true, { document: 'login' });
    await stage.page('home', { document: 'next' });
    expect(progress('try-login')).toBe('seen');
  });

  it('after the worker was stopped between press and page', async () => {
    await standBeforeCaLogin('login');
    await stage.act(true, { document: 'login' });
    stage.startWorker();
    await stage.page('home', { document: 'next' });
    expect(progress('try-login')).toBe('seen');
  });
});

describe('the login with the new CA stays open', () => {
  it('when the person only looked at the tab for the CA and went back', async () => {
    await standBeforeCaLogin('login');
    await stage.page('home', { document: 'session' });
    expect(progress('try-login')).toBe('open');
    await stage.page('login-ca', { document: 'login-2' });
    await stage.page('home', { document: 'home-2' });
    expect(progress('try-login')).toBe('open');
  });

  it('when something else was done after the press', async () => {
    await standBeforeCaLogin('login');
    await stage.act(true, { document: 'login' });
    await stage.act(false, { document: 'login' });
    await stage.page('home', { document: 'next' });
    expect(progress('try-login')).toBe('open');
  });

  it('when the press failed and the person went on by the account', async () => {
    await standBeforeCaLogin('login');
    await stage.act(true, { document: 'login' });
    await stage.page('login-account', { document: 'login' });
    await stage.page('home', { document: 'next' });
    expect(progress('try-login')).toBe('open');
  });

  it('when the press failed with words of trouble, and nothing was pressed since', async () => {
    await standBeforeCaLogin('login');
    await stage.act(true, { document: 'login' });
    await stage.page('key-missing', { document: 'login' });
    await stage.page('home', { document: 'next' });
    expect(progress('try-login')).toBe('open');
  });

  it('when the page is one from before, back from the cache', async () => {
    await standBeforeCaLogin('login');
    await stage.act(true, { document: 'login' });
    await stage.page('home', { document: 'session' });
    expect(progress('try-login')).toBe('open');
  });

  it.each([
    ['by the back button', { by: 'traverse', fromSite: true, acted: false }],
    ['by its typed address', { by: 'navigate', fromSite: false, acted: false }],
    ['by an act in the new document', { by: 'navigate', fromSite: true, acted: true }],
    ['nobody knows how', null],
  ] as const)('when the page came %s', async (_, arrival) => {
    await standBeforeCaLogin('login');
    await stage.act(true, { document: 'login' });
    stage.arrival = arrival;
    await stage.page('home', { document: 'next' });
    expect(progress('try-login')).toBe('open');
  });

  it('when another document came between', async () => {
    await standBeforeCaLogin('login');
    await stage.act(true, { document: 'login' });
    await stage.page('other', { document: 'error-page' });
    await stage.page('home', { document: 'next' });
    expect(progress('try-login')).toBe('open');
  });

  it('when the press was told about another request, or where no control was found', async () => {
    await standBeforeCaLogin('login');
    await stage.answer({ state: 'missing', label: null }, { document: 'login' });
    const { conductor } = stage;
    await conductor.acted(
      { type: 'page.acted', document: 'login', request: 'forged', pressed: true },
      { kind: 'document', tab: 1, frame: 0 },
    );
    await stage.page('home', { document: 'next' });
    expect(progress('try-login')).toBe('open');
  });

  it('when one login is shown by two pages: the second is not another', async () => {
    await stage.page('login-ca', { document: 'login' });
    // Before the binding the guide points at the other tab, and the CA's control is not even asked for.
    await stage.act(true, { document: 'login' });
    await stage.page('home', { document: 'session' });
    for (const state of ['unbind-done', 'bind-done', 'home'] as const) {
      await stage.page(state, { document: 'session' });
    }
    expect(progress('try-login')).toBe('open');
  });
});

describe('of several subjects', () => {
  it('the one chosen after the login gets it, and only on the page it led to', async () => {
    await stage.addSubjects('b');
    await stage.conductor.preview(
      { type: 'pages.preview', date: null },
      { kind: 'own-page', tab: null, frame: 0 },
    );
    await stage.previewTransition();
    const choose = (subject: string) =>
      stage.conductor.chooseSubject({ type: 'pages.choose-subject', tab: 1, subject });
    await stage.page('home', { document: 'session' });
    await choose('a');
    for (const state of ['unbind-done', 'bind-done'] as const)
      await stage.page(state, { document: 'session' });
    await stage.page('login-ca', { document: 'login' });
    expect(stage.anyPlan()).toMatchObject({ kind: 'choose-subject' });
    await stage.act(true, { document: 'login' });
    // Watched for, not pointed at.
    expect(stage.rings()).toEqual([]);
    expect(stage.card()?.target.state).toBe('none');
    await stage.page('home', { document: 'next' });
    await choose('a');
    expect(progress('try-login')).toBe('seen');
  });
});
