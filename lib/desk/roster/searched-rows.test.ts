import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rounds } from '@/lib/notice/testing/rounds';
import { hasInitials, initialsIn, soundsOf } from './pinyin';
import { SearchedRows } from './searched-rows';

const text = fc.string({ unit: fc.constantFrom('武', '进', '中', '重', 'a', 'w', '1', '\n'), maxLength: 6 });
const word = fc.string({
  unit: fc.constantFrom('武', '进', '中', '重', 'a', 'w', '1'),
  minLength: 1,
  maxLength: 3,
});

const entryOf = (of: string) => ({ text: of, sounds: soundsOf(of), initials: initialsIn(soundsOf(of)) });

it('marks the rows that hold a word, as one row after the other would be looked at', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 12 }), word, fc.nat(3), (texts, asked, from) => {
      const entries = texts.map(entryOf);
      const marks = new Uint8Array(texts.length + from);
      const initials = /^[a-z]+$/.test(asked) ? initialsIn(soundsOf(asked)) : 0;
      new SearchedRows(entries).mark({ text: asked, initials }, marks, from);
      const expected = entries.map((entry) =>
        entry.text.includes(asked) || (initials !== 0 && hasInitials(entry.sounds, asked)) ? 1 : 0,
      );
      expect([...marks]).toEqual([...new Array(from).fill(0), ...expected]);
    }),
    rounds(300),
  );
});
