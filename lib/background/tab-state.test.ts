import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GuidePlan, Tone } from '@/lib/guide/model';
import type { FrameReport, TargetReport } from '@/lib/page/model';
import {
  mayRing,
  newTabState,
  type PointRequest,
  settleTarget,
  type TabState,
  withoutFrames,
  withReport,
} from './tab-state';

const report = (
  document: string,
  sequence: number,
  state: FrameReport['state'] = 'ca-list',
): FrameReport => ({
  state,
  confidence: 1,
  evidence: [],
  unbindVisible: false,
  document,
  sequence,
  top: true,
  childFrames: 0,
});

const answer = (state: TargetReport['state'], label: string | null = null): TargetReport => ({
  target: 'unbind',
  state,
  label,
  candidates: state === 'found' ? 1 : 0,
  reasons: [],
});

const asked = (
  answers: Record<number, TargetReport>,
  frames = Object.keys(answers).map(Number),
): PointRequest => ({
  request: 'r',
  key: 'k',
  target: 'unbind',
  isShown: true,
  frames,
  answers,
});

describe('withReport', () => {
  it('passes over a late report of the same document', () => {
    const state = withReport(newTabState(1, false), 0, report('a', 2));
    expect(withReport(state, 0, report('a', 1, 'home'))).toBe(state);
    expect(withReport(state, 0, report('a', 2, 'home'))).toBe(state);
  });

  it('takes a new document, whatever its count', () => {
    const state = withReport(newTabState(1, false), 0, report('a', 9));
    expect(withReport(state, 0, report('b', 1, 'home')).frames[0]?.state).toBe('home');
  });
});

describe('withoutFrames', () => {
  it('forgets reports and pointers of frames that are gone, and no others', () => {
    let state = withReport(newTabState(1, false), 0, report('a', 1));
    state = { ...withReport(state, 5, report('b', 1)), pointers: { 0: 'a', 5: 'b' } };
    const left = withoutFrames(state, [5]);
    expect(Object.keys(left.frames)).toEqual(['0']);
    expect(left.pointers).toEqual({ 0: 'a' });
  });
});

describe('settleTarget (design.md §3.3)', () => {
  it('draws in the one frame that found it', () => {
    expect(settleTarget(asked({ 0: answer('missing'), 4: answer('found', '解除绑定') }))).toMatchObject({
      card: { state: 'found', label: '解除绑定', place: 'inner' },
      ring: 4,
    });
  });

  it('says nothing and draws nothing before every frame has answered', () => {
    expect(settleTarget(asked({ 0: answer('found', '解绑') }, [0, 4]))).toEqual({
      card: { state: 'none', label: null, place: null },
      ring: null,
    });
  });

  it('passes on why a control that is there cannot be shown', () => {
    const covered = { ...answer('missing'), reasons: ['covered'] };
    expect(settleTarget(asked({ 0: answer('missing'), 4: covered })).card).toMatchObject({
      state: 'missing',
      reasons: ['covered'],
    });
  });

  it('never draws unless exactly one frame found exactly one control', () => {
    const state = fc.constantFrom<TargetReport['state']>('found', 'ambiguous', 'missing');
    fc.assert(
      fc.property(fc.array(state, { minLength: 1, maxLength: 6 }), (states) => {
        const settled = settleTarget(
          asked(Object.fromEntries(states.map((each, frame) => [frame, answer(each)]))),
        );
        const found = states.filter((each) => each === 'found').length;
        const mayDraw = found === 1 && !states.includes('ambiguous');
        expect(settled.ring).toBe(mayDraw ? states.indexOf('found') : null);
        expect(settled.card.state === 'found').toBe(mayDraw);
      }),
    );
  });
});

describe('mayRing (docs/decisions/012)', () => {
  const planWith = (...tones: readonly Tone[]) =>
    ({
      kind: 'guide',
      notes: tones.map((tone) => ({ tone, text: { zh: '注意' }, cite: null })),
    }) as unknown as GuidePlan;
  /** An unbind control was found, and the card in the document that is there now has painted its warning. */
  const warned: TabState = {
    ...withReport(newTabState(1, false), 0, report('a', 1)),
    page: 'ca-list',
    point: asked({ 0: answer('found', '解除绑定') }),
    plan: planWith('info', 'stop'),
    cardDocument: 'a',
    card: 'shown',
    warnsOn: 'ca-list',
  };

  it('once the warning about this page was painted by the card that is there now', () => {
    expect(mayRing(warned)).toBe(true);
  });

  it.each<[string, Partial<TabState>]>([
    ['the warning was not painted', { warnsOn: null }],
    ['what was painted is about another page', { warnsOn: 'home' }],
    ['there is no card', { cardDocument: null, card: 'none' }],
    ['the page has won against the card', { card: 'lost' }],
    ['the card is closed', { card: 'closed' }],
    ['the card is in a document that is gone', { cardDocument: 'before' }],
    ['the top document is not known', { frames: {}, cardDocument: null }],
  ])('not where %s', (_, other) => {
    expect(mayRing({ ...warned, ...other })).toBe(false);
  });

  it('needs the card itself where the plan has no warning of its own', () => {
    const plain = { ...warned, plan: planWith('info'), warnsOn: null };
    expect(mayRing(plain)).toBe(true);
    expect(mayRing({ ...plain, card: 'lost' })).toBe(false);
    expect(mayRing({ ...plain, cardDocument: 'before' })).toBe(false);
    expect(mayRing({ ...plain, frames: {}, cardDocument: null })).toBe(false);
  });

  it('waits for nothing where the step can be undone', () => {
    const point = warned.point && { ...warned.point, target: 'login-submit' as const };
    expect(mayRing({ ...newTabState(1, false), point })).toBe(true);
  });
});
