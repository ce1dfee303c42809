import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { troublesOf } from '@/lib/guide/troubles';
import { builtinPack } from '@/lib/notice/builtin';
import { Stage, sender } from './stage';

let stage: Stage;

beforeEach(async () => {
  stage = new Stage();
  await stage.addSubjects('a');
  await stage.previewTransition();
  await stage.page('ca-list');
});

afterEach(() => vi.restoreAllMocks());

const check = async (tab = 1) => (await stage.desk.check(sender(tab, 0))).findings;
const finding = async (id: string) => (await check()).find((each) => each.id === id);

describe('a trouble chosen in the card', () => {
  it('is recorded, shown in place of the step, and taken back', async () => {
    expect(await stage.say({ kind: 'trouble', trouble: 'pin-locked', answer: 'yes' }, 'w1')).toEqual({
      ok: true,
    });
    expect(stage.plan().trouble).toMatchObject({ id: 'pin-locked', known: 'said', word: { fact: 'w1' } });
    expect(await stage.say({ kind: 'retraction', of: 'w1' }, 'w2')).toEqual({ ok: true });
    expect(stage.plan().trouble).toBeNull();
  });

  it('is there after the worker was stopped, and for another tab of the same subject', async () => {
    await stage.say({ kind: 'trouble', trouble: 'pin-locked', answer: 'yes' }, 'w1');
    stage.startWorker();
    await stage.page('home', { tab: 2 });
    expect(stage.plan(2).trouble).toMatchObject({ id: 'pin-locked', known: 'said' });
  });

  it('is recorded once, however often it is delivered', async () => {
    for (let time = 0; time < 3; time += 1) {
      expect(await stage.say({ kind: 'trouble', trouble: 'cancelled', answer: 'yes' }, 'w1')).toEqual({
        ok: true,
      });
    }
    const { ledger } = await stage.store('preview');
    const facts = await Promise.all((await ledger.journeys('a')).map(({ id }) => ledger.facts(id)));
    expect(facts.flat().filter(({ body }) => body.kind === 'trouble')).toHaveLength(1);
  });

  it('is refused where nobody knows of it', async () => {
    expect(await stage.say({ kind: 'trouble', trouble: 'invented', answer: 'yes' }, 'w1')).toMatchObject({
      ok: false,
      why: 'stale',
    });
  });
});

describe('what the card asks for', () => {
  it('is every known trouble with its texts, and nothing of a subject', async () => {
    const { troubles } = await stage.desk.troubles();
    expect(troubles.map(({ id }) => id)).toEqual(troublesOf(builtinPack).map(({ id }) => id));
    expect(JSON.stringify(troubles)).toContain('非招标锁');
  });

  it('tells browser, address and access, and whether it was the page that was read', async () => {
    expect(await finding('access')).toMatchObject({ known: 'seen', tone: 'caution' });
    stage.gone.add('1/0');
    expect(await finding('access')).toMatchObject({ known: 'unknown' });
  });

  it('counts what the person said about this computer today, and no longer tomorrow', async () => {
    expect(await finding('keys')).toMatchObject({ known: 'unknown' });
    await stage.say({ kind: 'answer', question: 'environment-keys', answer: 'no' }, 'k1');
    expect(await finding('keys')).toMatchObject({ known: 'said', question: { said: { fact: 'k1' } } });
    await stage.conductor.preview({ type: 'pages.preview', date: '2023-09-21' }, sender(1, 0));
    expect(await finding('keys')).toMatchObject({ known: 'unknown' });
  });

  it('says what can be seen where the ledger cannot be read', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    stage.failStore = true;
    expect(await finding('browser')).toMatchObject({ known: 'seen' });
    expect(await finding('keys')).toMatchObject({ known: 'unknown' });
  });
});
