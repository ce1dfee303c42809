import { describe, expect, it } from 'vitest';
import type { Fact } from '@/lib/guide/model';
import { bindingsOf, seenBindings } from './bindings';
import { addEvent, type CertificateEvent, MOST_EVENTS, NO_DETAILS } from './details';
import { checkDetailsEntry, type DetailsEntry } from './details-entry';

const empty: DetailsEntry = { look: '', keeper: '', keptBecause: '', notes: '', bindings: [] };

describe('checkDetailsEntry', () => {
  it('keeps nothing of what is empty, and bindings only where a state is said', () => {
    const bindings = [
      { system: 'a', state: 'unknown', since: '2026-01-01' },
      { system: 'b', state: 'bound', since: '' },
      { system: 'c', state: 'unbound', since: '2023-09-20' },
    ] as const;
    expect(checkDetailsEntry({ ...empty, look: '  蓝色　锁 ', bindings })).toEqual({
      ok: true,
      value: {
        look: '蓝色 锁',
        keeper: null,
        keptBecause: null,
        notes: null,
        bindings: [
          { system: 'b', state: 'bound', since: null },
          { system: 'c', state: 'unbound', since: '2023-09-20' },
        ],
      },
    });
  });

  it.each([
    [{ notes: '口令是123456' }, { notes: 'pin' }],
    [{ keeper: '张三320402199001011234' }, { keeper: 'id-number' }],
    [{ look: '锁'.repeat(61) }, { look: 'too-long' }],
    [
      { bindings: [{ system: 'a', state: 'bound', since: '2023-02-30' } as const] },
      { 'since:a': 'not-a-day' },
    ],
  ])('%j', (over, problems) => {
    expect(checkDetailsEntry({ ...empty, ...over })).toEqual({ ok: false, problems });
  });
});

describe('addEvent', () => {
  it('keeps the first and the last of a very long history', () => {
    const event = (n: number): CertificateEvent => ({
      at: new Date(n * 1000).toISOString(),
      kind: 'changed',
      by: 'hand',
      validUntil: '2026-12-29',
    });
    let history: readonly CertificateEvent[] = [];
    for (let n = 0; n < MOST_EVENTS + 5; n += 1) history = addEvent(history, event(n));
    expect(history).toHaveLength(MOST_EVENTS);
    expect(history[0]).toEqual(event(0));
    expect(history.at(-1)).toEqual(event(MOST_EVENTS + 4));
  });
});

describe('bindingsOf', () => {
  const journeys = [{ id: 's/sucaiyun/rebind', system: 'sucaiyun' }];
  const page = (state: 'bind-done' | 'unbind-done' | 'home', at: string, journey = 's/sucaiyun/rebind') =>
    ({ journey, body: { kind: 'page', state }, at }) as unknown as Fact;
  const seen = seenBindings(
    journeys,
    [
      page('home', '2023-09-20T01:00:00.000Z'),
      page('unbind-done', '2023-09-20T02:00:00.000Z'),
      page('bind-done', '2023-09-20T17:00:00.000Z'),
      page('bind-done', '2024-09-20T17:00:00.000Z', 'other/sucaiyun/rebind'),
    ],
    'Asia/Shanghai',
  );
  const ca = (generation: 'old' | 'new', since?: string | null) => ({
    kind: 'ca' as const,
    generation,
    details:
      since === undefined
        ? null
        : { ...NO_DETAILS, bindings: [{ system: 'sucaiyun', state: 'unbound' as const, since }] },
  });

  it('takes what pages showed, by Shanghai’s day, of the subject’s own journeys', () => {
    expect(bindingsOf(ca('new'), ['sucaiyun'], seen, true)).toEqual([
      { system: 'sucaiyun', state: 'bound', word: 'seen', since: '2023-09-21' },
    ]);
    expect(bindingsOf(ca('old'), ['sucaiyun'], seen, true)).toMatchObject([
      { state: 'unbound', word: 'seen' },
    ]);
  });

  it('takes the person’s word where it is later, and never mixes the two', () => {
    expect(bindingsOf(ca('new', '2024-01-01'), ['sucaiyun'], seen, true)).toEqual([
      { system: 'sucaiyun', state: 'unbound', word: 'said', since: '2024-01-01' },
    ]);
    expect(bindingsOf(ca('new', '2023-09-01'), ['sucaiyun'], seen, true)).toMatchObject([{ word: 'seen' }]);
  });

  it('says nothing where nobody did, and gives no page’s word to one of two', () => {
    const unknown = { state: 'unknown', word: null, since: null };
    expect(bindingsOf(ca('new'), ['other'], seen, true)).toMatchObject([unknown]);
    expect(bindingsOf(ca('new'), ['sucaiyun'], seen, false)).toMatchObject([unknown]);
    expect(bindingsOf({ ...ca('new'), kind: 'seal' }, ['sucaiyun'], seen, true)).toMatchObject([unknown]);
  });
});
