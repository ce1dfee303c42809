import { describe, expect, it } from 'vitest';
import { builtinPack as pack } from '@/lib/notice/builtin';
import type { PageState, TabPage } from '@/lib/page/model';
import { beginJourney, findGuide } from './journey';
import { assertionOf } from './ledger';
import type { Fact, FactBody, LoginKind } from './model';
import { observe } from './observe';
import { IN_TRANSITION, subjectCase, tabPage } from './testing/walk';

const subject = subjectCase();
const journey = beginJourney({
  pack,
  subject: subject.id,
  guide: findGuide(pack, 'rebind'),
  startedAt: '2023-09-20T02:00:00Z',
});

function ledgerOf(...bodies: readonly FactBody[]): readonly Fact[] {
  return bodies.map((body, order) => ({
    id: `fact-${order}`,
    journey: journey.id,
    assertion: assertionOf(body),
    body,
    at: '2023-09-20T02:00:00Z',
    order,
    tab: 1,
    frame: 0,
    document: 'document-1',
  }));
}

function look(
  page: TabPage,
  facts: readonly Fact[] = [],
  rest: { via?: LoginKind; previousPage?: PageState; warningShown?: boolean } = {},
): readonly FactBody[] {
  const { via = null, ...others } = rest;
  const situation = { page, via, subject, subjectCount: 1, today: IN_TRANSITION };
  return observe({ pack, situation, journey, facts, ...others });
}

const HOME: FactBody = { kind: 'page', state: 'home' };
const LIST: FactBody = { kind: 'page', state: 'ca-list' };
const list = tabPage('ca-list', { unbindVisible: true });

describe('what a page adds', () => {
  it('is the page, with the login it came from', () => {
    expect(look(tabPage('home'))).toEqual([HOME]);
    expect(look(tabPage('home'), [], { via: 'login-ca' })).toEqual([{ ...HOME, via: 'login-ca' }]);
  });

  it('is nothing for a page already on record, however often it is reported', () => {
    expect(look(tabPage('home'), ledgerOf(HOME))).toEqual([]);
    expect(look(tabPage('home'), ledgerOf(HOME), { previousPage: 'home' })).toEqual([]);
    expect(look(tabPage('home'), ledgerOf(HOME), { previousPage: 'unknown' })).toEqual([]);
  });

  it('is the page again after another one, in another document, or after another login', () => {
    expect(look(tabPage('home'), ledgerOf(HOME, LIST))).toEqual([HOME]);
    expect(look(tabPage('home'), ledgerOf(HOME), { previousPage: 'login-ca' })).toEqual([HOME]);
    expect(look(tabPage('home', { document: 'document-2' }), ledgerOf(HOME))).toEqual([HOME]);
    expect(look(tabPage('home'), ledgerOf(HOME), { via: 'login-ca' })).toHaveLength(1);
    expect(look(tabPage('home'), ledgerOf({ ...HOME, via: 'login-ca' }))).toEqual([]);
  });

  it('is nothing where the page is not recognised', () => {
    for (const state of ['other', 'unknown'] as const) {
      expect(look(tabPage(state, { unbindVisible: true }))).toEqual([]);
    }
  });

  it('is nothing for somebody else’s journey', () => {
    const situation = { page: list, via: null, subjectCount: 2, today: IN_TRANSITION };
    for (const other of [null, subjectCase({ id: 'subject-2' })]) {
      expect(observe({ pack, situation: { ...situation, subject: other }, journey, facts: [] })).toEqual([]);
    }
  });

  it('is never a word', () => {
    const all = look(list, ledgerOf({ kind: 'step', step: 'unbind-old' }));
    expect(all.map(assertionOf)).toEqual(['seen', 'seen']);
  });
});

describe('that the warning was shown', () => {
  const WARNED: FactBody = { kind: 'warned' };

  it('is on record once for each time the control comes into sight', () => {
    expect(look(list)).toEqual([LIST, WARNED]);
    expect(look(list, ledgerOf(LIST))).toEqual([WARNED]);
    expect(look(list, ledgerOf(LIST, WARNED))).toEqual([]);
    expect(look(list, ledgerOf(LIST, WARNED, HOME))).toEqual([LIST, WARNED]);
    expect(look(tabPage('unbind-confirm'), ledgerOf(LIST, WARNED))).toHaveLength(2);
  });

  it('is not claimed while the card is not up', () => {
    expect(look(list, [], { warningShown: false })).toEqual([LIST]);
    expect(look(list, ledgerOf(LIST), { warningShown: true })).toEqual([WARNED]);
  });

  it('is not claimed of a page without such a control', () => {
    expect(look(tabPage('ca-list'))).toEqual([LIST]);
  });
});
