import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rounds } from '@/lib/notice/testing/rounds';
import { CORNERS } from '@/lib/overlay/card-place';
import { PAGE_STATES, TARGET_NAMES } from '@/lib/page/model';
import type { Message, MessageOf, MessageType } from './contract';
import { parseMessage } from './schemas';

const RUNS = rounds(100);

const id = fc.string({ minLength: 1, maxLength: 60 });
const word = fc.string({ maxLength: 60 });
const count = fc.nat();
const yesOrNo = fc.constantFrom('yes', 'no');
const state = fc.constantFrom(...PAGE_STATES);
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** One arbitrary a message type: a type left out does not compile. */
const ARBITRARIES: { readonly [T in MessageType]: fc.Arbitrary<MessageOf<T>> } = {
  'page.seen': fc.record({
    type: fc.constant('page.seen'),
    report: fc.record({
      state,
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
      evidence: fc.array(
        fc.record({
          rule: id,
          state,
          weight: fc.double({ noNaN: true, noDefaultInfinity: true }),
          saw: word,
          where: word,
        }),
        { maxLength: 5 },
      ),
      unbindVisible: fc.boolean(),
      document: id,
      sequence: count,
      top: fc.boolean(),
      childFrames: count,
    }),
  }),
  'page.wants-recogniser': fc.record({ type: fc.constant('page.wants-recogniser') }),
  'page.arrived': fc.record({
    type: fc.constant('page.arrived'),
    module: fc.constantFrom('guide', 'pointer'),
    document: id,
  }),
  'page.target': fc.record({
    type: fc.constant('page.target'),
    document: id,
    request: id,
    report: fc.record({
      target: fc.constantFrom(...TARGET_NAMES),
      state: fc.constantFrom('found', 'ambiguous', 'missing'),
      label: fc.option(fc.string({ unit: 'grapheme-composite', maxLength: 10 })),
      candidates: count,
      reasons: fc.array(word, { maxLength: 5 }),
    }),
  }),
  'page.acted': fc.record({
    type: fc.constant('page.acted'),
    document: id,
    request: id,
    pressed: fc.boolean(),
  }),
  'page.card': fc.record({
    type: fc.constant('page.card'),
    state: fc.constantFrom('shown', 'closed', 'lost'),
    warnsOn: fc.option(state),
  }),
  'page.place-card': fc.record({
    type: fc.constant('page.place-card'),
    place: fc.record({ corner: fc.constantFrom(...CORNERS), minimised: fc.boolean() }),
  }),
  'page.bring-target': fc.record({ type: fc.constant('page.bring-target') }),
  'page.troubles': fc.record({ type: fc.constant('page.troubles') }),
  'page.check-environment': fc.record({ type: fc.constant('page.check-environment') }),
  'pages.read-environment': fc.record({ type: fc.constant('pages.read-environment'), tab: count }),
  'page.number': fc.record({ type: fc.constant('page.number'), on: fc.boolean() }),
  'page.numbered': fc.record({
    type: fc.constant('page.numbered'),
    document: id,
    request: id,
    count,
    labels: fc.array(fc.string({ maxLength: 40 }), { maxLength: 99 }),
  }),
  'page.said': fc.record({
    type: fc.constant('page.said'),
    id,
    word: fc.oneof(
      fc.record({ kind: fc.constant('step'), step: id }),
      fc.record({ kind: fc.constant('answer'), question: id, answer: yesOrNo }),
      fc.record({ kind: fc.constant('holds-new'), answer: yesOrNo }),
      fc.record({ kind: fc.constant('obligation'), obligation: id, answer: yesOrNo }),
      fc.record({ kind: fc.constant('trouble'), trouble: id, answer: yesOrNo }),
      fc.record({ kind: fc.constant('retraction'), of: id }),
    ),
    guide: id,
    step: id,
  }),
  'page.open-popup': fc.record({ type: fc.constant('page.open-popup') }),
  'pages.tabs': fc.record({ type: fc.constant('pages.tabs') }),
  'pages.choose-subject': fc.record({ type: fc.constant('pages.choose-subject'), tab: count, subject: id }),
  'pages.changed': fc.record({ type: fc.constant('pages.changed') }),
  'pages.preview': fc.record({ type: fc.constant('pages.preview'), date: fc.option(day) }),
  'pages.check-feed': fc.record({ type: fc.constant('pages.check-feed') }),
  'pages.reset-practice': fc.record({ type: fc.constant('pages.reset-practice') }),
};

const anyMessage = fc.oneof(...(Object.values(ARBITRARIES) as fc.Arbitrary<Message>[]));

type Json = Record<string, unknown>;
/** Every object inside a message, the message first. */
function objectsIn(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Json, ...Object.values(value).flatMap(objectsIn)];
}

const overTheWire = (message: Message) => JSON.parse(JSON.stringify(message)) as Message;

describe('a message of ours', () => {
  test.each(Object.keys(ARBITRARIES) as MessageType[])('%s comes through as it was sent', (type) => {
    fc.assert(
      fc.property(ARBITRARIES[type], (message) => {
        const sent = overTheWire(message as Message);
        expect(parseMessage(sent)).toEqual(sent);
      }),
      RUNS,
    );
  });
});

describe('what is refused', () => {
  const samples = () => fc.tuple(anyMessage.map(overTheWire), fc.nat(), fc.nat());

  test('a message with one field more, anywhere', () => {
    fc.assert(
      fc.property(samples(), fc.string(), fc.jsonValue(), ([message, at], key, extra) => {
        const objects = objectsIn(message);
        const object = objects[at % objects.length] as Json;
        fc.pre(!Object.hasOwn(object, key));
        Object.defineProperty(object, key, { value: extra, enumerable: true });
        expect(parseMessage(message)).toBeNull();
      }),
      RUNS,
    );
  });

  test('a message with one field less, anywhere', () => {
    fc.assert(
      fc.property(samples(), ([message, at, field]) => {
        const objects = objectsIn(message);
        const object = objects[at % objects.length] as Json;
        const keys = Object.keys(object);
        delete object[keys[field % keys.length] as string];
        expect(parseMessage(message)).toBeNull();
      }),
      RUNS,
    );
  });

  test('a message with one value of another type, anywhere', () => {
    const strangers = fc.constantFrom<unknown>(
      Symbol('x'),
      10n,
      () => 0,
      new Date(0),
      new Map(),
      undefined,
      {},
    );
    fc.assert(
      fc.property(samples(), strangers, ([message, at, field], stranger) => {
        const objects = objectsIn(message);
        const object = objects[at % objects.length] as Json;
        const keys = Object.keys(object);
        object[keys[field % keys.length] as string] = stranger;
        expect(parseMessage(message)).toBeNull();
      }),
      RUNS,
    );
  });

  test.each<[string, unknown]>([
    ['another type', { type: 'page.click' }],
    ['a message of the other direction', { type: 'show.look-again' }],
    ['a day that does not exist', { type: 'pages.preview', date: '2023-02-29' }],
    ['an instant for a day', { type: 'pages.preview', date: '2023-09-20T00:00:00Z' }],
    ['an empty id', { type: 'pages.choose-subject', tab: 1, subject: '' }],
    ['an id without end', { type: 'pages.choose-subject', tab: 1, subject: 'x'.repeat(201) }],
    ['a tab below zero', { type: 'pages.choose-subject', tab: -1, subject: 's' }],
    ['half a tab', { type: 'pages.choose-subject', tab: 1.5, subject: 's' }],
    [
      'a page that says',
      { type: 'page.said', id: 'i', guide: 'g', step: 's', word: { kind: 'page', state: 'home' } },
    ],
    ['nothing', undefined],
    ['null', null],
    ['an array', [{ type: 'pages.tabs' }]],
    ['text', '{"type":"pages.tabs"}'],
  ])('%s', (_, value) => {
    expect(parseMessage(value)).toBeNull();
  });

  const seen = (change: Json) => ({
    type: 'page.seen',
    report: {
      state: 'home',
      confidence: 0.5,
      evidence: [],
      unbindVisible: false,
      document: 'd',
      sequence: 1,
      top: true,
      childFrames: 0,
      ...change,
    },
  });

  test.each<[string, Json]>([
    ['confidence over one', { confidence: 1.01 }],
    ['confidence that is no number', { confidence: Number.NaN }],
    ['a sequence that is no whole number', { sequence: 0.5 }],
    ['a state of no page', { state: 'elsewhere' }],
    [
      'a flood of evidence',
      { evidence: Array(201).fill({ rule: 'r', state: 'home', weight: 1, saw: '', where: '' }) },
    ],
    [
      'evidence that carries a page along',
      { evidence: [{ rule: 'r', state: 'home', weight: 1, saw: '字'.repeat(201), where: '' }] },
    ],
  ])('a report with %s', (_, change) => {
    expect(parseMessage(seen({}))).not.toBeNull();
    expect(parseMessage(seen(change))).toBeNull();
  });
});

test('nothing makes it throw', () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }), (value) => {
      expect(parseMessage(value)).toBeNull();
    }),
    RUNS,
  );
  const trap = new Proxy(
    {},
    {
      get: () => {
        throw new Error('trap');
      },
    },
  );
  expect(parseMessage(trap)).toBeNull();
  expect(parseMessage({ type: 'page.said', id: 'i', guide: 'g', step: 's', word: trap })).toBeNull();
  const loop: Json = { type: 'page.seen' };
  loop.report = loop;
  expect(parseMessage(loop)).toBeNull();
});
