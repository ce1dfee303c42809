import { describe, expect, it } from 'vitest';
import { merge } from './merge';
import type { Evidence, FrameReport, PageState } from './model';

function frame(state: PageState, more: Partial<FrameReport> = {}): FrameReport {
  return {
    state,
    confidence: 0.8,
    evidence: [{ rule: `${state}/0`, state, weight: 6, saw: 'x', where: 'page p' }],
    unbindVisible: false,
    document: `document of ${state}`,
    sequence: 1,
    top: false,
    childFrames: 0,
    ...more,
  };
}
const tab = (...frames: readonly FrameReport[]) => new Map(frames.map((each, at) => [at, each] as const));
const home = (rule: string, weight: number): Evidence => ({
  rule,
  state: 'home',
  weight,
  saw: '',
  where: 'page a',
});

describe('merging frames', () => {
  it.each<[PageState, readonly PageState[]]>([
    ['unbind-confirm', ['ca-list', 'unbind-confirm']],
    ['bind-form', ['home', 'bind-form', 'ca-list']],
    ['key-missing', ['login-ca', 'key-missing']],
    ['bind-done', ['bind-form', 'bind-done', 'other']],
    ['ca-list', ['home', 'ca-list', 'unknown']],
    ['login-ca', ['other', 'login-ca']],
    ['other', ['other', 'other']],
    ['unknown', ['other', 'unknown']],
    ['unknown', ['login-account', 'login-ca']],
    ['unknown', ['bind-done', 'unbind-done', 'bind-form']],
    ['unknown', ['ca-list', 'login-ca', 'home']],
    ['unknown', []],
  ])('is %s for %j', (state, frames) => {
    expect(merge(tab(...frames.map((each) => frame(each)))).state).toBe(state);
  });

  it('does not depend on the order in which frames reported', () => {
    const frames = [frame('ca-list'), frame('bind-form'), frame('home')];
    const there = new Map(frames.map((each, at) => [at, each] as const));
    const back = new Map([...there].reverse());
    expect(merge(back)).toEqual(merge(there));
  });

  it('names the frame that decided, the surest of those that agree, and only its evidence', () => {
    const page = merge(
      tab(
        frame('home'),
        frame('ca-list', { confidence: 0.5, document: 'a' }),
        frame('ca-list', { document: 'b' }),
      ),
    );
    expect(page).toMatchObject({ state: 'ca-list', confidence: 0.8, frame: 2, document: 'b' });
    expect(page.evidence).toEqual([
      { rule: 'ca-list/0', state: 'ca-list', weight: 6, saw: 'x', where: 'page p', frame: 2 },
    ]);
  });

  it('adds up what frames say for home, each rule once', () => {
    const menu = frame('unknown', { evidence: [home('home/1', 2)], document: 'menu' });
    const bar = frame('unknown', { evidence: [home('home/3', 2)] });
    const content = frame('unknown', { evidence: [home('home/0', 3)], document: 'content' });
    expect(merge(tab(menu, bar, content))).toMatchObject({ state: 'home', frame: 2, document: 'content' });
    expect(merge(tab(menu, bar, menu, bar)).state).toBe('unknown');
  });

  it('warns of an unbind control in any frame, whatever else it sees', () => {
    expect(merge(tab(frame('login-account'), frame('other', { unbindVisible: true }))).unbindVisible).toBe(
      true,
    );
    expect(merge(tab(frame('login-account'), frame('login-ca', { unbindVisible: true })))).toMatchObject({
      state: 'unknown',
      unbindVisible: true,
    });
    expect(merge(tab(frame('home'))).unbindVisible).toBe(false);
  });
});
