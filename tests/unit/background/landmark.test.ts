/** A taught way to the certificates on a page that nobody recognises (docs/decisions/024-taught-way.md). */
import { beforeEach, describe, expect, it } from 'vitest';
import { builtinPack } from '@/lib/notice/builtin';
import type { TaughtControl } from '@/lib/page/taught';
import { Stage } from './stage';

const WAY: TaughtControl = { target: 'ca-menu', name: '我的小屋', role: 'button' };
const FOUND = { state: 'found', label: WAY.name, reasons: ['profile'] } as const;

let stage: Stage;

async function open(...controls: readonly TaughtControl[]): Promise<void> {
  stage.pack = { ...builtinPack, siteProfiles: [{ system: builtinPack.mainSystem, controls }] };
  stage.startWorker();
  await stage.addSubjects('a');
  await stage.previewTransition();
}

const asked = () =>
  stage.shown.flatMap(({ message }) => (message.type === 'show.point' ? [message.target] : []));
const kindOf = () => stage.anyPlan(1)?.kind ?? 'silent';

beforeEach(() => {
  stage = new Stage();
});

describe('a taught way to the certificates', () => {
  it('brings the card to a page that is not recognised, and records nothing of it', async () => {
    await open(WAY);
    await stage.page('unknown');
    expect(asked()).toEqual(['ca-menu']);
    expect(kindOf()).toBe('silent');
    await stage.answer(FOUND);
    expect(stage.plan(1)).toMatchObject({ page: 'home', target: 'ca-menu' });
    // Asked for anew, now to be pointed at.
    await stage.answer(FOUND);
    await stage.paint();
    expect(stage.card()?.target).toMatchObject({ state: 'found', label: WAY.name });
    expect((await stage.facts('preview')).filter(({ assertion }) => assertion === 'seen')).toEqual([]);
    // What the page itself was recognised as is what the tab goes on by.
    expect((await stage.conductor.openTabs()).tabs.map(({ page }) => page)).toEqual(['unknown']);
  });

  it('takes the card away with itself, or with its page', async () => {
    await open(WAY);
    await stage.page('unknown');
    await stage.answer(FOUND);
    await stage.answer(FOUND);
    expect(kindOf()).toBe('guide');
    await stage.answer({ state: 'missing', label: null, reasons: ['profile-name'] });
    expect(kindOf()).toBe('silent');
    await stage.answer(FOUND);
    expect(kindOf()).toBe('guide');
    const cards = () => stage.injected.filter((module) => module.endsWith('/guide')).length;
    const before = cards();
    await stage.page('unknown', { document: 'another', isPainted: false });
    expect(cards()).toBe(before);
    await stage.answer(FOUND, { document: 'another' });
    expect(cards()).toBe(before + 1);
  });

  it.each([
    ['found by the built-in rules alone', { ...FOUND, reasons: [] }],
    ['not found', { state: 'missing', label: null, reasons: ['profile-name'] } as const],
    ['one of several', { state: 'ambiguous', label: null, reasons: ['profile-several'] } as const],
  ])('says nothing when %s', async (_, report) => {
    await open(WAY);
    await stage.page('unknown');
    await stage.answer(report);
    expect(kindOf()).toBe('silent');
  });

  it('says nothing when two frames have it, or one has not answered', async () => {
    await open(WAY);
    await stage.page('unknown', { childFrames: 1 });
    await stage.page('unknown', { frame: 4 });
    await stage.answer(FOUND);
    expect(kindOf()).toBe('silent');
    await stage.answer(FOUND, { frame: 4 });
    expect(kindOf()).toBe('silent');
  });

  it.each([
    ['a page with nothing of ours', WAY, 'other'],
    ['another control', { ...WAY, target: 'bind', name: '办结' } as const, 'unknown'],
    ['what unbinds', { ...WAY, target: 'unbind', name: '办结' } as const, 'unknown'],
  ] as const)('is not looked for: %s', async (_, taught, page) => {
    await open(taught);
    await stage.page(page);
    expect(asked()).toEqual([]);
    expect(stage.injected).toEqual([]);
  });

  it('is not looked for where frames say two things that contradict each other', async () => {
    await open(WAY);
    await stage.page('bind-done', { childFrames: 1 });
    const before = asked().length;
    await stage.page('pin-wrong', { frame: 4 });
    expect(
      asked()
        .slice(before)
        .filter((target) => target === 'ca-menu'),
    ).toEqual([]);
    expect(kindOf()).toBe('silent');
  });
});
