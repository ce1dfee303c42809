/** Several subjects: whose session a tab shows is asked again wherever it cannot be known. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Evidence, PageState } from '@/lib/page/model';
import { Stage } from './stage';

let stage: Stage;

const evidence = (state: PageState, saw: string): Evidence[] => [
  { rule: `${state}/0`, state, weight: 2, saw, where: 'page a' },
];
/** A page we cannot name, inside the session: the way out stands on it. */
const INSIDE = evidence('home', '退出');

const choose = (subject: string, tab = 1) =>
  stage.conductor.chooseSubject({ type: 'pages.choose-subject', tab, subject });
const subjectOf = async (tab = 1) =>
  (await stage.conductor.openTabs()).tabs.find((each) => each.tab === tab)?.subject;

beforeEach(async () => {
  stage = new Stage();
  await stage.addSubjects('a', 'b');
  await stage.previewTransition();
  await stage.page('login-account', { document: 'login' });
  await stage.page('home', { document: 'home' });
  await choose('a');
});

describe('the choice holds', () => {
  it('while the site leads from page to page of one session', async () => {
    await stage.page('ca-list', { document: 'list' });
    await stage.page('other', { document: 'orders', evidence: INSIDE });
    await stage.page('ca-list', { document: 'list-2' });
    expect(await subjectOf()).toBe('a');
  });

  it('while one document is between two views', async () => {
    await stage.page('unknown', { document: 'home' });
    await stage.page('ca-list', { document: 'home' });
    expect(await subjectOf()).toBe('a');
  });

  it('while a page is still loading', async () => {
    await stage.page('other', { document: 'list' });
    await stage.page('ca-list', { document: 'list' });
    expect(await subjectOf()).toBe('a');
  });

  it.each([
    ['a reload', { by: 'reload', fromSite: false, acted: true }],
    ['the back button, in the first session of the tab', { by: 'traverse', fromSite: true, acted: false }],
  ] as const)('after %s', async (_, arrival) => {
    stage.arrival = arrival;
    await stage.page('home', { document: 'again' });
    expect(await subjectOf()).toBe('a');
  });

  it('while a page in frames loads anew, frame by frame', async () => {
    stage.arrival = { by: 'reload', fromSite: true, acted: false };
    await stage.page('other', { document: 'frames', childFrames: 2 });
    await stage.page('other', { frame: 5, document: 'content' });
    await stage.page('unknown', { frame: 6, document: 'menu', evidence: INSIDE });
    await stage.page('ca-list', { frame: 5, document: 'content' });
    expect(await subjectOf()).toBe('a');
  });

  it('when another tab acts for the same subject', async () => {
    await stage.page('home', { tab: 2, document: 'other-tab' });
    await choose('a', 2);
    await stage.page('ca-list', { document: 'list' });
    expect(await subjectOf(1)).toBe('a');
    await stage.page('ca-list', { tab: 2, document: 'other-list' });
    expect(await subjectOf(2)).toBe('a');
  });

  it('whatever is not known, where there is only one subject', async () => {
    await (await stage.store('preview')).subjects.remove('b');
    stage.arrival = null;
    await stage.page('unknown', { document: 'who-knows', evidence: evidence('login-account', '密码') });
    await stage.page('home', { document: 'again' });
    expect(await subjectOf()).toBe('a');
  });
});

describe('the person is asked again', () => {
  it('after a page we cannot name that asks for what a login page asks for, even in one document', async () => {
    await stage.page('unknown', { document: 'home', evidence: evidence('login-account', '密码') });
    await stage.page('home', { document: 'home' });
    expect(await subjectOf()).toBeNull();
    expect(stage.anyPlan()).toMatchObject({ kind: 'choose-subject', subjects: 2 });
  });

  it('after a document we know nothing of, on which no session showed', async () => {
    await stage.page('other', { document: 'blank' });
    await stage.page('home', { document: 'again' });
    expect(await subjectOf()).toBeNull();
  });

  it('after a page whose frames are closed to us: another site’s login may stand in one', async () => {
    await stage.page('other', { document: 'home', childFrames: 1 });
    expect(await subjectOf()).toBeNull();
  });

  it.each([
    ['a typed address, a bookmark, or another site', { by: 'navigate', fromSite: false, acted: false }],
    ['a way the browser does not tell', null],
  ] as const)('after %s', async (_, arrival) => {
    stage.arrival = arrival;
    await stage.page('home', { document: 'again' });
    expect(await subjectOf()).toBeNull();
  });

  it('when a page of an earlier session comes back, from the cache or by the back button', async () => {
    const logsInAs = async (subject: string, document: string) => {
      await stage.page('login-account', { document: `login-${document}` });
      await stage.page('home', { document });
      await choose(subject);
    };
    await stage.page('unbind-done', { document: 'done-a' });
    await logsInAs('b', 'home-b');
    await stage.page('unbind-done', { document: 'done-a' });
    expect(await subjectOf()).toBeNull();
    await logsInAs('b', 'home-b-2');
    stage.arrival = { by: 'traverse', fromSite: true, acted: false };
    await stage.page('unbind-done', { document: 'done-a-2' });
    expect(await subjectOf()).toBeNull();
    // Nothing that A's pages showed is on B's record.
    const facts = (await stage.facts('preview')).filter(({ journey }) => journey.startsWith('b/'));
    expect(facts.some(({ body }) => body.kind === 'page' && body.state === 'unbind-done')).toBe(false);
  });

  it('at the next document, once somebody logged in or was chosen in another tab', async () => {
    await stage.page('login-account', { tab: 2, document: 'login-2' });
    await stage.page('home', { tab: 2, document: 'home-2' });
    expect(await subjectOf(1)).toBe('a');
    await stage.page('ca-list', { document: 'list' });
    expect(await subjectOf(1)).toBeNull();
    await choose('a');
    await choose('b', 2);
    await stage.page('home', { document: 'home-3' });
    expect(await subjectOf(1)).toBeNull();
  });

  it('after the worker was stopped, too: what was seen outlives it', async () => {
    await stage.page('other', { document: 'blank' });
    stage.startWorker();
    await stage.page('home', { document: 'again' });
    expect(await subjectOf()).toBeNull();
  });
});
