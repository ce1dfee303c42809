/**
 * What is searched of many rows, laid side by side. Going from one row's object to the next took most of a search among a
 * hundred thousand: here a word is looked for in one long text, and the letters of all rows are numbers in a row. Pure.
 */
import { hasInitials } from './pinyin';

/** What of one unit is searched. */
export interface Searched {
  /** All its texts, plain and in lower case, a line each. */
  readonly text: string;
  /** Initials of its name and its supervising unit, as `soundsOf` writes them. */
  readonly sounds: string;
  /** All of them in one number: what is not in it need not be looked for. */
  readonly initials: number;
}

/** One word of a search, which holds no white space. */
export interface SearchedWord {
  readonly text: string;
  /** Its letters in one number; 0: it is no word of letters alone. */
  readonly initials: number;
}

/** Rows one after the other, of which no word reaches from one into the next. */
export class SearchedRows {
  readonly length: number;
  private readonly texts: string;
  /** Where the text of each begins, and the end of the last. */
  private readonly starts: Uint32Array;
  private readonly sounds: string;
  private readonly soundStarts: Uint32Array;
  private readonly initials: Int32Array;

  constructor(rows: readonly Searched[]) {
    this.length = rows.length;
    this.texts = rows.map(({ text }) => `${text}\n`).join('');
    this.sounds = rows.map(({ sounds }) => sounds).join('');
    this.starts = startsOf(rows, ({ text }) => text.length + 1);
    this.soundStarts = startsOf(rows, ({ sounds }) => sounds.length);
    this.initials = Int32Array.from(rows, ({ initials }) => initials);
  }

  /** Sets `marks[from + n]` of each row n that holds the word, as it is written or as initials. */
  mark(word: SearchedWord, marks: Uint8Array, from: number): void {
    if (word.initials !== 0) this.markInitials(word, marks, from);
    let row = 0;
    let at = this.texts.indexOf(word.text);
    while (at !== -1) {
      row = this.rowAt(at, row);
      marks[from + row] = 1;
      at = this.texts.indexOf(word.text, this.starts[row + 1]);
    }
  }

  private markInitials({ text, initials }: SearchedWord, marks: Uint8Array, from: number): void {
    const { initials: all, sounds, soundStarts } = this;
    for (let row = 0; row < this.length; row += 1) {
      if (((all[row] ?? 0) & initials) !== initials) continue;
      // One letter is found by the number alone.
      const holds = text.length === 1 || hasInitials(sounds, text, soundStarts[row], soundStarts[row + 1]);
      if (holds) marks[from + row] = 1;
    }
  }

  /** The row a place in the texts belongs to: `first` or one after it; the next is looked at first, since words that are common stand in each. */
  private rowAt(place: number, first: number): number {
    const { starts } = this;
    let step = 1;
    let low = first;
    while (low + step < this.length && (starts[low + step] ?? 0) <= place) {
      low += step;
      step *= 2;
    }
    let high = Math.min(low + step, this.length);
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= place) low = middle;
      else high = middle;
    }
    return low;
  }
}

function startsOf(rows: readonly Searched[], lengthOf: (row: Searched) => number): Uint32Array {
  const starts = new Uint32Array(rows.length + 1);
  let end = 0;
  for (const [at, row] of rows.entries()) {
    end += lengthOf(row);
    starts[at + 1] = end;
  }
  return starts;
}
