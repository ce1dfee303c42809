/** What is brought to documents besides the plan, and where a rehearsal plays. */
import { beforeEach, describe, expect, it } from 'vitest';
import { builtinPack } from '@/lib/notice/builtin';
import { Stage, sender } from './stage';

let stage: Stage;

beforeEach(() => {
  stage = new Stage();
});

describe('a rehearsal', () => {
  const practice = { kind: 'practice', tab: 3, frame: 0 } as const;
  const report = {
    state: 'ca-list',
    confidence: 1,
    evidence: [],
    unbindVisible: true,
    document: 'p',
    sequence: 1,
    top: true,
    childFrames: 0,
  } as const;

  it('plays in the transition, injects nothing, and leaves the real and previewed data alone', async () => {
    await stage.conductor.seen({ type: 'page.seen', report }, practice);
    expect(stage.injected).toEqual([]);
    expect(stage.card(3)).toMatchObject({ namespace: 'practice', preview: '2023-09-20' });
    expect((await stage.facts('practice')).length).toBeGreaterThan(0);
    expect(await stage.facts('real')).toEqual([]);
    expect(await stage.facts('preview')).toEqual([]);
    expect((await stage.conductor.openTabs()).tabs).toEqual([]);
  });

  it('moves its own date without previewing the real site', async () => {
    await stage.conductor.seen({ type: 'page.seen', report }, practice);
    await stage.conductor.preview({ type: 'pages.preview', date: '2026-01-05' }, practice);
    expect(stage.plan(3).phase?.id).toBe('new-only');
    expect(await (await stage.store('real')).settings.get('preview')).toBeNull();
  });

  it('starts over with an empty ledger', async () => {
    await stage.conductor.seen({ type: 'page.seen', report }, practice);
    const before = await stage.facts('practice');
    await stage.conductor.resetPractice();
    const after = await stage.facts('practice');
    expect(after.map(({ at }) => at)).not.toEqual([]);
    expect(after.length).toBeLessThanOrEqual(before.length);
  });
});

describe('what was taught of a system', () => {
  const taught = { target: 'unbind', name: '更换介质', role: 'button' } as const;
  const pointed = () =>
    stage.shown.flatMap(({ message }) =>
      message.type === 'show.point' && message.target ? [[message.target, message.taught?.name ?? null]] : [],
    );

  async function goToTheList(system: string) {
    stage.pack = { ...builtinPack, siteProfiles: [{ system, controls: [taught] }] };
    stage.startWorker();
    await stage.addSubjects('a');
    await stage.previewTransition();
    await stage.page('home');
    await stage.page('ca-list');
    await stage.answerAllQuestions();
  }

  it('goes to the pointer with its own target, and with no other', async () => {
    await goToTheList(builtinPack.mainSystem);
    expect(pointed()).toEqual([
      ['ca-menu', null],
      ['unbind', '更换介质'],
    ]);
  });

  it('stays away from another system', async () => {
    await goToTheList('another');
    expect(pointed().every(([, name]) => name === null)).toBe(true);
  });
});

describe('a module that comes late', () => {
  const asked = () => stage.shown.filter(({ message }) => message.type === 'show.point' && message.target);
  /** It runs after all, and says so; the machine stays as slow as it was. */
  const arrives = (module: 'guide' | 'pointer', document = 'doc-1-0') =>
    stage.conductor.arrived({ type: 'page.arrived', module, document }, sender(1, 0));

  beforeEach(async () => {
    await stage.addSubjects('a');
    await stage.previewTransition();
  });

  it('is told what there is to show once it listens, on a page at rest', async () => {
    stage.slow.add('guide');
    await stage.page('ca-list');
    expect(stage.card()).toBeUndefined();
    await arrives('guide');
    expect(stage.plan().page).toBe('ca-list');
  });

  it('is asked for the control once it listens', async () => {
    stage.slow.add('pointer');
    await stage.page('home');
    expect(asked()).toEqual([]);
    await arrives('pointer');
    expect(asked()).toHaveLength(1);
  });

  it('is known in a document that it came into before anything was reported of that', async () => {
    stage.slow.add('guide').add('pointer');
    await stage.page('home', { document: 'doc-left' });
    await arrives('guide');
    await arrives('pointer');
    expect(stage.card()).toBeUndefined();
    await stage.page('home');
    expect(stage.plan().page).toBe('home');
    expect(asked()).toHaveLength(1);
  });

  it('is no card of the tab where it says so in a frame', async () => {
    stage.slow.add('guide');
    await stage.page('home');
    const message = { type: 'page.arrived', module: 'guide', document: 'doc-1-1' } as const;
    await stage.conductor.arrived(message, sender(1, 1));
    await stage.page('ca-list');
    expect(stage.card()).toBeUndefined();
    await arrives('guide');
    await stage.conductor.arrived(message, sender(1, 1));
    expect(stage.plan().page).toBe('ca-list');
    await stage.page('home');
    expect(stage.plan().page).toBe('home');
  });

  it('changes nothing where it came in time', async () => {
    await stage.page('home');
    const { length } = stage.shown;
    await arrives('guide');
    await arrives('pointer');
    expect(stage.shown).toHaveLength(length);
  });
});

describe('the card', () => {
  beforeEach(async () => {
    await stage.addSubjects('a');
    await stage.previewTransition();
    await stage.page('ca-list');
  });

  it('comes up where the person left it, after a restart too', async () => {
    const place = { corner: 'top-left', minimised: true } as const;
    expect(stage.card()?.place).toBeNull();
    expect(await stage.conductor.placeCard({ type: 'page.place-card', place }, sender(1, 0))).toEqual({
      ok: true,
    });
    stage.startWorker();
    await stage.page('ca-list', { tab: 2 });
    expect(stage.card(2)?.place).toEqual(place);
  });

  it('is reached by the shortcut; without one, the popup opens', async () => {
    await stage.conductor.reachCard(1);
    expect(stage.shown.at(-1)).toMatchObject({ tab: 1, frame: 0, message: { type: 'show.reach-card' } });
    const before = stage.shown.length;
    await stage.conductor.reachCard(7);
    expect(stage.shown).toHaveLength(before);
    expect(stage.popupsOpened).toBe(1);
  });

  it('lets only the frame that holds the control scroll, and only for the request in force', async () => {
    await stage.answerAllQuestions();
    expect(await stage.conductor.bringTarget(sender(1, 0))).toEqual({ ok: false });
    await stage.answer({ reasons: ['off-screen'] });
    expect(await stage.conductor.bringTarget(sender(1, 0))).toEqual({ ok: true });
    expect(stage.shown.at(-1)).toMatchObject({ frame: 0, message: { type: 'show.bring-target' } });
  });
});

describe('numbers on the controls', () => {
  beforeEach(async () => {
    await stage.addSubjects('a');
    await stage.previewTransition();
    await stage.page('home');
    await stage.page('other', { frame: 3 });
  });

  const asked = () =>
    stage.shown.flatMap(({ frame, message }) =>
      message.type === 'show.numbers' ? [{ frame, first: message.first, request: message.request }] : [],
    );
  const numbered = (frame: number, count: number, request = asked().at(-1)?.request ?? '') =>
    stage.conductor.numbered(
      {
        type: 'page.numbered',
        document: `doc-1-${frame}`,
        request,
        count,
        labels: Array.from({ length: count }, (_, at) => `${frame}-${at}`),
      },
      sender(1, frame),
    );

  it('go on from frame to frame, and the card tells how many there are', async () => {
    await stage.conductor.number({ type: 'page.number', on: true }, sender(1, 0));
    expect(asked()).toMatchObject([{ frame: 0, first: 1 }]);
    await numbered(0, 4);
    expect(asked().at(-1)).toMatchObject({ frame: 3, first: 5 });
    await numbered(0, 9);
    await numbered(3, 2);
    expect(stage.card()?.numbered).toBe(6);
    expect(stage.card()?.marks).toEqual(['0-0', '0-1', '0-2', '0-3', '3-0', '3-1']);
  });

  it('pass over a frame that is gone', async () => {
    stage.gone.add('1/0');
    await stage.conductor.number({ type: 'page.number', on: true }, sender(1, 0));
    expect(asked()).toMatchObject([{ frame: 3, first: 1 }]);
  });

  it('come off with the page they were asked for: a number never means two controls', async () => {
    await stage.conductor.number({ type: 'page.number', on: true }, sender(1, 0));
    await numbered(0, 4);
    await stage.page('home');
    expect(asked().at(-1)?.first).not.toBeNull();
    await stage.page('ca-list');
    expect(asked().slice(-2)).toMatchObject([
      { frame: 0, first: null },
      { frame: 3, first: null },
    ]);
    expect(stage.card()?.numbered).toBeNull();
  });
});
