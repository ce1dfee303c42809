/** Which words name a field: its own attributes, its label, or the words that stand before it. */
import { attributeOf, tagOf } from './dom';
import { Kind, type Part } from './snapshot';
import { normalise } from './text';
import { Sense } from './words';

interface Waiting {
  readonly part: Part;
  /** Words of the same part that stand before it: 密码：<input>. */
  readonly beside: string;
  readonly before: Part | null;
  readonly keep: (part: Part) => void;
}

/** How far up the words before a field may stand: a cell of its row, a label of its form item. */
const REACH = 3;

export interface Labels {
  /** A field was met, with words of the same part before it. Its label may follow later, so it is read and kept when the walk ends. */
  addField(part: Part, beside: string, labelFollows: boolean, keep: (part: Part) => void): void;
  /** A part was closed that may be a label. */
  hear(part: Part, text: string): void;
  settle(read: (text: string) => number): void;
}

export function createLabels(): Labels {
  const byId = new Map<string, string>();
  const waiting: Waiting[] = [];
  let last: Part | null = null;
  const texts = new Map<Part, string>();

  function isBeside(label: Part, field: Part): boolean {
    let at = field.parent;
    for (let up = 0; at && up <= REACH; up += 1, at = at.parent) {
      if (at === label.parent || at === label) return true;
    }
    return false;
  }

  function ownWords(element: Element): string {
    const names = ['aria-label', 'placeholder', 'title'].map((name) => attributeOf(element, name) ?? '');
    const ids = `${attributeOf(element, 'aria-labelledby') ?? ''} ${attributeOf(element, 'id') ?? ''}`;
    const labels = ids.split(/\s+/).map((id) => (id ? (byId.get(id) ?? '') : ''));
    return [...labels, ...names].join(' ');
  }

  function wrapping(part: Part): string {
    let at = part.parent;
    for (let up = 0; at && up <= REACH; up += 1, at = at.parent) {
      if (tagOf(at.element) === 'label') return texts.get(at) ?? '';
    }
    return '';
  }

  return {
    addField(part, beside, labelFollows, keep) {
      waiting.push({ part, beside: labelFollows ? '' : beside, before: labelFollows ? null : last, keep });
      last = null;
    },
    hear(part, text) {
      const { element } = part;
      if (tagOf(element) === 'label') {
        texts.set(part, text);
        const target = attributeOf(element, 'for');
        if (target) byId.set(target, text);
      }
      const id = attributeOf(element, 'id');
      if (id && text.length <= 40) byId.set(id, text);
      if (part.kind & (Kind.button | Kind.tab | Kind.tabOn | Kind.menu)) return;
      texts.set(part, text);
      last = text.length <= 24 ? part : null;
    },
    settle(read) {
      for (const { part, beside, before, keep } of waiting) {
        let words = normalise(`${ownWords(part.element)} ${wrapping(part)}`);
        if (words === '') words = normalise(beside);
        if (words === '' && before && isBeside(before, part)) {
          const over = normalise(texts.get(before) ?? '');
          // A heading over a form names the form.
          if (!(read(over) & (Sense.login | Sense.bind | Sense.unbind))) words = over;
        }
        part.text = words.slice(0, 80);
        part.senses = read(part.text);
        if (part.senses & (Sense.password | Sense.pin) && !(part.kind & Kind.choice))
          part.kind |= Kind.secret;
        if (part.kind & Kind.secret && part.senses === 0) part.kind |= Kind.bare;
        keep(part);
      }
    },
  };
}
