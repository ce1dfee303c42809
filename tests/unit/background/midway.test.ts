/**
 * What changes under a guide that stands on a page: its subject removed, its pack replaced, renewed, taken away or
 * blocked, its window closed at midnight. It stops with the reason and the way forward (issue 5 "The plan").
 */
import { beforeEach, describe, expect, it } from 'vitest';
import { builtinPack } from '@/lib/notice/builtin';
import { loadPack } from '@/lib/notice/load';
import type { NoticePack } from '@/lib/notice/model';
import { makePack } from '@/lib/notice/testing/make-pack';
import { tabBadgeFor } from '@/lib/reminder/badge';
import { Stage } from './stage';

let stage: Stage;

const notes = (tab = 1) =>
  stage
    .plan(tab)
    .notes.map(({ text: { zh } }) => zh)
    .join('\n');
const owners = async () =>
  new Set((await stage.facts('real')).map(({ journey, tab }) => `${tab}:${journey.split('/')[0]}`));
const choose = (tab: number, subject: string) =>
  stage.conductor.chooseSubject({ type: 'pages.choose-subject', tab, subject });
const remove = async (id: string) => {
  await (await stage.store('real')).subjects.remove(id);
  await stage.conductor.replanAll();
};

/** The list of certificates in front, every question answered: the ring stands at 解绑. */
async function readyToUnbind(tab = 1): Promise<void> {
  await stage.page('ca-list', { tab });
  await stage.answerAllQuestions(tab);
  expect(stage.plan(tab)).toMatchObject({ guide: 'rebind', target: 'unbind' });
}

beforeEach(async () => {
  stage = new Stage();
  stage.now = new Date('2023-09-20T02:00:00Z');
});

describe('a subject removed while its guide is on a page', () => {
  it('that was the only one: the card points at nothing and asks for one, with a number to call', async () => {
    await stage.addSubjects('a');
    await readyToUnbind();
    await remove('a');
    const plan = stage.anyPlan();
    expect(plan).toMatchObject({ kind: 'choose-subject', subjects: 0 });
    if (plan?.kind !== 'choose-subject') throw new Error('no choice');
    const said = plan.notes.map(({ tone, text }) => `${tone} ${text.zh}`).join('\n');
    expect(said).toMatch(/stop 先别点解绑/);
    expect(said).toContain('先添加办理主体');
    expect(plan.contacts.length).toBeGreaterThan(0);
    expect(stage.rings()).toEqual([]);
    expect(await stage.facts('real')).toEqual([]);
    const [tab] = (await stage.conductor.openTabs()).tabs;
    expect(tab).toMatchObject({ subject: null, waiting: false });
  });

  it('in two tabs of two: its own asks, the other goes on; what its session shows next is not the other’s', async () => {
    await stage.addSubjects('a', 'b');
    for (const [tab, id] of [
      [1, 'a'],
      [2, 'b'],
    ] as const) {
      await stage.page('home', { tab });
      await choose(tab, id);
    }
    await readyToUnbind(1);
    await remove('a');
    expect(stage.anyPlan(1)).toMatchObject({ kind: 'choose-subject', subjects: 1 });
    expect(stage.plan(2).guide).toBe('rebind');
    // The site's session is still that of the unit removed.
    await stage.page('unbind-done', { tab: 1 });
    await stage.page('home', { tab: 1, document: 'next' });
    expect(stage.anyPlan(1)).toMatchObject({ kind: 'choose-subject', subjects: 1 });
    expect(stage.plan(2).progress.find(({ step }) => step === 'unbind-old')?.progress.state).toBe('open');
    expect(await owners()).toEqual(new Set(['2:b']));
    const [first] = (await stage.conductor.openTabs()).tabs.filter(({ tab }) => tab === 1);
    expect(first).toMatchObject({ waiting: true });
    expect(first && tabBadgeFor(first)).not.toBeNull();
  });

  it('leaves the session to the remaining one only by a word or a login', async () => {
    await stage.addSubjects('a', 'b');
    await stage.page('home');
    await choose(1, 'a');
    await remove('a');
    expect(stage.anyPlan()).toMatchObject({ kind: 'choose-subject' });
    // A new tab of the same session is no other's either.
    await stage.page('home', { tab: 3 });
    expect(stage.anyPlan(3)).toMatchObject({ kind: 'choose-subject' });
    stage.startWorker();
    await stage.page('ca-list');
    expect(stage.anyPlan()).toMatchObject({ kind: 'choose-subject' });
    expect(await choose(1, 'b')).toEqual({ ok: true });
    expect(stage.plan().guide).toBe('rebind');

    await stage.page('login-ca', { tab: 3 });
    await stage.page('home', { tab: 3, document: 'after-login' });
    expect(stage.plan(3).guide).toBe('rebind');
  });
});

describe('a window that closes while the page is open', () => {
  it('stops at midnight of Shanghai: no unbinding pointed at, no word taken, why, and whom to call', async () => {
    await stage.addSubjects('a');
    stage.now = new Date('2023-10-11T15:59:59Z');
    await readyToUnbind();
    await stage.answer({});
    expect(stage.rings()).toEqual([0]);
    const { step } = stage.plan();
    stage.now = new Date('2023-10-11T16:00:00Z');
    // The click came before the card was told.
    expect(await stage.say({ kind: 'step', step }, 'too-late')).toEqual({ ok: false, why: 'stale' });
    await stage.conductor.replanAll();
    const plan = stage.plan();
    // The new CA was said to be in hand: from now on it may only be bound.
    expect(plan).toMatchObject({ guide: 'first-binding', target: 'bind' });
    expect(stage.rings()).toEqual([]);
    expect(
      plan.notes
        .filter(({ tone }) => tone === 'stop')
        .map(({ text }) => text.zh)
        .join(),
    ).toMatch(/先别点解绑/);
    expect(plan.contacts.length).toBeGreaterThan(0);
    expect((await stage.facts('real')).some(({ id }) => id === 'too-late')).toBe(false);
  });
});

describe('packs that change in the middle of a guide', () => {
  function checked(parts: Partial<NoticePack>): NoticePack {
    const loaded = loadPack(
      makePack({ region: builtinPack.region, mainSystem: builtinPack.mainSystem, ...parts }),
    );
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    return loaded.pack;
  }
  const [contact] = builtinPack.contacts;
  if (!contact) throw new Error('no contact');
  const next = checked({
    id: 'changzhou-2023-20',
    documentNumber: '常财购〔2023〕20号',
    signedOn: '2023-09-19',
    publishedOn: '2023-09-19',
    replaces: [builtinPack.id],
    contacts: [{ ...contact, cite: '一' }],
    systems: builtinPack.systems.map((system) => ({ ...system, accepts: [] })),
  });

  async function bring(...packs: readonly NoticePack[]) {
    stage.otherPacks = packs;
    stage.startWorker();
    await stage.conductor.replanAll();
  }

  beforeEach(async () => {
    await stage.addSubjects('a');
    await readyToUnbind();
  });

  it('replaced: it stops with the reason, points at nothing, and names whom to call; taken away again, it goes on', async () => {
    const before = (await stage.facts('real')).length;
    stage.now = new Date('2023-09-21T02:00:00Z');
    await bring(next);
    expect(stage.plan()).toMatchObject({ pack: { id: next.id }, target: null });
    expect(notes()).toContain('通知包已更换');
    expect(stage.plan().contacts.length).toBeGreaterThan(0);
    expect(stage.rings()).toEqual([]);

    await bring();
    expect(stage.plan()).toMatchObject({ guide: 'rebind', target: 'unbind' });
    expect(notes()).not.toContain('通知包已更换');
    expect(notes()).toContain('按它办过的还算数');
    expect((await stage.facts('real')).length).toBeGreaterThanOrEqual(before);
  });

  it('renewed: the steps are the newer version’s, what was done counts, and the card says so', async () => {
    stage.pack = { ...builtinPack, version: '2.0.0' };
    await bring();
    expect(stage.plan()).toMatchObject({ guide: 'rebind', target: 'unbind', pack: { version: '2.0.0' } });
    expect(notes()).toContain('通知包已从');
  });
});
