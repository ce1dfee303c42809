import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rounds } from '@/lib/notice/testing/rounds';
import { readHelpCode, readJumpCode, writeHelpCode, writeJumpCode } from './codes';
import { isChecked, readDigits, withCheck } from './digits';
import { capacityOf } from './packing';
import { FIELD_NAMES, FIELDS, type HelpState, hashPack, placesOf } from './state';

const states = fc.record(
  Object.fromEntries(
    FIELD_NAMES.map((name) => [name, fc.constantFrom(...(FIELDS[name].values as readonly unknown[]))]),
  ),
) as unknown as fc.Arbitrary<HelpState>;

const plain = (code: string) => code.replaceAll(' ', '');

test('the table holds: everything fits into fourteen digits', () => {
  expect(capacityOf(placesOf(FIELD_NAMES))).toBe(99_234_201_600_000);
  expect(capacityOf(placesOf(FIELD_NAMES))).toBeLessThan(10 ** 14);
  expect(FIELD_NAMES.map((name) => FIELDS[name].size)).toEqual([
    997, 9, 3, 16, 20, 20, 25, 4, 40, 4, 3, 4, 3,
  ]);
});

test('states go round', () => {
  fc.assert(
    fc.property(states, (state) => {
      const code = writeHelpCode(state);
      expect(code).toMatch(/^1\d{3} \d{4} \d{4} \d{4}$/);
      expect(readHelpCode(code)).toEqual({ ok: true, state });
    }),
    rounds(2000),
  );
});

/** A generator of whole numbers below `size`, the same every run: mulberry32. */
function numbers(seed: number): (size: number) => number {
  let state = seed;
  return (size) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % size;
  };
}

test('a million states go round', () => {
  const draw = numbers(20261125);
  let wrong = 0;
  for (let round = 0; round < 1_000_000; round++) {
    const state: Record<string, unknown> = {};
    for (const name of FIELD_NAMES) state[name] = FIELDS[name].values[draw(FIELDS[name].values.length)];
    const read = readHelpCode(writeHelpCode(state as unknown as HelpState));
    if (!read.ok || FIELD_NAMES.some((name) => read.state[name] !== state[name])) wrong++;
  }
  expect(wrong).toBe(0);
}, 600_000);

test('every pair of values of every two fields goes round', () => {
  const first = Object.fromEntries(FIELD_NAMES.map((name) => [name, FIELDS[name].values[0]]));
  let wrong = 0;
  let pairs = 0;
  FIELD_NAMES.forEach((one, at) => {
    for (const other of FIELD_NAMES.slice(at + 1)) {
      for (const a of FIELDS[one].values) {
        for (const b of FIELDS[other].values) {
          pairs++;
          const state = { ...first, [one]: a, [other]: b } as unknown as HelpState;
          const read = readHelpCode(writeHelpCode(state));
          if (!read.ok || read.state[one] !== a || read.state[other] !== b) wrong++;
        }
      }
    }
  });
  expect({ wrong, pairs: pairs > 100_000 }).toEqual({ wrong: 0, pairs: true });
}, 600_000);

test('every single wrong digit and every swap of neighbours is caught, in both kinds of code', {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(states, (state) => {
      const jump = writeJumpCode({ pack: state.pack, guide: state.guide, step: state.step });
      for (const [code, read] of [
        [plain(writeHelpCode(state)), readHelpCode],
        [plain(jump), readJumpCode],
      ] as const) {
        for (let at = 0; at < code.length; at++) {
          for (let digit = 0; digit < 10; digit++) {
            if (String(digit) === code[at]) continue;
            const wrong = code.slice(0, at) + digit + code.slice(at + 1);
            expect(read(wrong)).toMatchObject({ ok: false, problem: 'check' });
          }
          const [a, b] = [code[at], code[at + 1]];
          if (b === undefined || a === b) continue;
          const swapped = code.slice(0, at) + b + a + code.slice(at + 2);
          expect(read(swapped)).toMatchObject({ ok: false, problem: 'check' });
        }
      }
    }),
    rounds(100),
  );
});

test('the proof: from every interim digit, no wrong digit and no swap ends where the right one does', () => {
  // Row 0 is a permutation, so that one digit leads to each of the ten interim digits; the rest of a code only permutes.
  const digits = [...'0123456789'];
  const end = (code: string) => withCheck(code).at(-1) ?? '';
  expect(new Set(digits.map(end)).size).toBe(10);
  for (const before of digits) {
    // Whatever digit follows, another end: a single wrong digit stays wrong to the last one.
    expect(new Set(digits.map((digit) => end(before + digit))).size).toBe(10);
    for (const one of digits) {
      // The check itself, wrong or swapped with the digit before it.
      const checks = digits.filter((check) => isChecked(before + one + check));
      expect(checks).toHaveLength(1);
      if (checks[0] !== one) expect(isChecked(before + checks[0] + one)).toBe(false);
      for (const other of digits)
        if (one !== other) expect(end(before + one + other)).not.toBe(end(before + other + one));
    }
  }
});

test('the check is Damm’s: his own example, and no digit may be left unread', () => {
  expect(withCheck('572')).toBe('5724');
  expect(isChecked('5724')).toBe(true);
  expect(isChecked('5734')).toBe(false);
});

test.each([
  ['', 'empty', {}],
  ['  － ', 'empty', {}],
  ['3071 4482 90b6 1234', 'stray', { character: 'b' }],
  ['求助码', 'stray', { character: '求' }],
  ['3071 4482', 'length', { count: 8, expected: 16 }],
  ['3071 4482 9056 12345', 'length', { count: 17, expected: 16 }],
  [withCheck(`2${'0'.repeat(14)}`), 'newer', { version: '2' }],
  [withCheck(`0${'0'.repeat(14)}`), 'foreign', { version: '0' }],
  [withCheck(`9${'0'.repeat(14)}`), 'foreign', { version: '9' }],
  [withCheck(`1${'9'.repeat(14)}`), 'no_state', {}],
])('%s is refused as %s', (typed, problem, params) => {
  expect(readHelpCode(typed)).toEqual({ ok: false, problem, params });
});

test('one kind of code typed where the other belongs is told so', () => {
  const jump = writeJumpCode({ pack: 42, guide: 2, step: 3 });
  expect(jump).toMatch(/^8\d{3} \d{4}$/);
  expect(readHelpCode(jump)).toMatchObject({ ok: false, problem: 'jump_here' });
  expect(readJumpCode(jump)).toEqual({ ok: true, state: { pack: 42, guide: 2, step: 3 } });
  const state = Object.fromEntries(FIELD_NAMES.map((name) => [name, FIELDS[name].values[0]]));
  expect(readJumpCode(writeHelpCode(state as unknown as HelpState))).toMatchObject({
    ok: false,
    problem: 'help_here',
  });
});

test.each([
  '　３０７１-4482–９０５６ 12 34 ',
  '3071/4482_9056|1234',
  '求助码：3071 4482 9056 1234',
  '我的求助码是 3071，4482，9056，1234。',
  'Help code: 3071 4482 9056 1234',
  // As contacts and chats hand digits on: directions and joiners nobody sees.
  '\u202d3071\u200b4482\ufeff9056\u20601234\u202c',
  '三零七幺 四四八两 九〇五六 一二三四',
  '叁洞拐壹 肆肆捌贰 勾零伍陆 幺两叁肆',
  '③０⑦① 4482 9056 1234',
  '３０７１４４８２９０５６１２３４\n',
])('%s is read as its digits', (typed) => {
  expect(readDigits(typed)).toEqual({ digits: '3071448290561234', stray: null });
});

test.each([
  ['3O71 4482', 'O'],
  ['三十七', '十'],
  ['求助码 abc', 'a'],
  ['1234a', 'a'],
  ['📞1234', '📞'],
])('in %s the sign that is none is named', (typed, stray) => {
  expect(readDigits(typed).stray).toBe(stray);
});

test('half a help code is never taken for a jump code while it is typed', () => {
  fc.assert(
    fc.property(states, (state) => {
      const code = plain(writeHelpCode(state));
      for (let count = 1; count < code.length; count++)
        expect(readHelpCode(code.slice(0, count))).toMatchObject({ ok: false, problem: 'length' });
    }),
    rounds(300),
  );
});

test('a position further down than the table reaches is told as such', () => {
  const first = Object.fromEntries(FIELD_NAMES.map((name) => [name, FIELDS[name].values[0]]));
  const code = writeHelpCode({ ...first, step: 23, guide: 17 } as unknown as HelpState);
  expect(readHelpCode(code)).toMatchObject({ state: { step: 'beyond', guide: 17 } });
  expect(() => writeHelpCode({ ...first, step: -1 } as unknown as HelpState)).toThrow(RangeError);
});

test('whatever is typed is answered', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (typed) => {
      const read = readHelpCode(typed);
      expect(read.ok === false || typeof read.state.pack === 'number').toBe(true);
    }),
    rounds(1000),
  );
});

test('the hash of a pack is the table’s: reckoned by hand in another language', () => {
  expect(hashPack({ id: 'a', version: '1.0.0' })).toBe(927);
});
