/** Whoever has unbound and not bound is told so, whatever guide is in front and whatever notice is followed. */
import { beforeEach, describe, expect, it } from 'vitest';
import { obligationJourney } from '@/lib/guide/obligation-words';
import { builtinPack } from '@/lib/notice/builtin';
import { loadPack } from '@/lib/notice/load';
import { makePack } from '@/lib/notice/testing/make-pack';
import { Stage } from './stage';

let stage: Stage;
let picks = 0;

beforeEach(async () => {
  stage = new Stage();
  await stage.addSubjects('a');
});

const notes = () => stage.plan().notes.map(({ tone, text }) => `${tone}: ${text.zh}`);
const on = (day: string) => {
  stage.now = new Date(`${day}T02:00:00Z`);
};

/** As the popup keeps it. */
async function pick(guide: string): Promise<void> {
  const { ledger } = await stage.store('real');
  const at = stage.now.toISOString();
  const { id: journey } = await ledger.begin(obligationJourney(builtinPack, 'a', at));
  const place = { tab: null, frame: null, document: null };
  picks += 1;
  await ledger.append([
    { id: `pick-${picks}`, journey, assertion: 'said', body: { kind: 'chosen', guide }, at, ...place },
  ]);
  await stage.conductor.replanAll();
}

describe('unbound in one guide, with another in front', () => {
  it.each(['hand-over', 'which-key', 'apply'])('%s says so until a binding is seen', async (guide) => {
    await pick('bind-again');
    await stage.page('unbind-done');
    await pick(guide);
    expect(stage.plan().guide).toBe(guide);
    expect(notes()).toContain('caution: 已解绑，还没有看到绑定。请先绑定：在助手窗口的“我要办”里选。');
    await stage.page('bind-done');
    expect(notes().join()).not.toContain('已解绑');
  });

  it('says nothing of it once a binding was said', async () => {
    await pick('bind-again');
    await stage.page('unbind-done');
    await stage.say({ kind: 'step', step: 'bind-new' }, 'bound');
    await pick('which-key');
    expect(notes().join()).not.toContain('已解绑');
    // Taken back, it is open again.
    await pick('bind-again');
    await stage.say({ kind: 'retraction', of: 'bound' }, 'not-bound');
    await pick('which-key');
    expect(notes().join()).toContain('已解绑');
  });

  it('says nothing of it to another subject', async () => {
    await pick('bind-again');
    await stage.page('unbind-done');
    await stage.addSubjects('b');
    await stage.conductor.chooseSubject({ type: 'pages.choose-subject', tab: 1, subject: 'b' });
    await stage.page('home', { document: 'later' });
    await stage.conductor.chooseSubject({ type: 'pages.choose-subject', tab: 1, subject: 'b' });
    expect(stage.plan().guide).not.toBe('');
    expect(notes().join()).not.toContain('已解绑');
  });
});

describe('unbound, with no new CA in hand', () => {
  it('is told to get one, not to wait with the unbinding', async () => {
    on('2023-09-20');
    await stage.page('home');
    await stage.say({ kind: 'holds-new', answer: 'no' }, 'none');
    expect(stage.plan()).toMatchObject({
      guide: 'await-new',
      say: { zh: expect.stringContaining('先不解绑') },
    });
    await stage.page('unbind-done');
    const { say, contacts } = stage.plan();
    expect(say.zh).toBe('请打电话问清新CA什么时候能领。领到后，马上绑定。');
    expect(notes().join()).toContain('stop: 已解绑，新CA还没到手。');
    expect(contacts.length).toBeGreaterThan(0);
  });
});

describe('unbound under a notice that is replaced', () => {
  it('is still urgent under the next one, which has no such guide', async () => {
    const loaded = loadPack(
      makePack({
        id: 'next',
        region: builtinPack.region,
        mainSystem: builtinPack.mainSystem,
        signedOn: '2023-09-15',
        publishedOn: '2023-09-15',
        validity: { from: '2023-09-21' },
        replaces: [builtinPack.id],
        systems: builtinPack.systems.map((system) => ({ ...system, accepts: [] })),
      }),
    );
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    stage.otherPacks = [loaded.pack];
    stage.startWorker();
    on('2023-09-20');
    await stage.page('unbind-done');
    on('2023-09-21');
    await stage.page('home', { document: 'next-day' });
    expect(stage.plan().pack.id).toBe('next');
    expect(notes().join()).toContain('stop: 已解绑，新CA还没绑定。');
  });
});

describe('an application to unbind handed in before every question was answered', () => {
  it('has the questions asked all the same, until each is a yes', async () => {
    await pick('unbind-by-application');
    await stage.page('home');
    for (const step of ['ask-form', 'fill-form', 'hand-in']) await stage.say({ kind: 'step', step }, step);
    expect(stage.plan()).toMatchObject({ step: 'wait', held: false });
    expect(stage.plan().questions.length).toBeGreaterThan(0);
    expect(notes().join()).toContain('stop: 解绑申请已交，还有问题没确认。');
    await stage.answerAllQuestions();
    expect(notes().join()).not.toContain('还有问题没确认');
    expect(stage.plan().questions).toEqual([]);
  });
});
