/** What a field is for, where its own attributes do not say: the words before it in its row or form item. */
import {
  attributeOf,
  chainOf,
  dataOf,
  findAllIn,
  findIn,
  holds,
  matches,
  nearest,
  ownerOf,
  parentOf,
  tagOf,
  typeOf,
  walkerOf,
} from './dom';
import { CHOICE, FIELD as FIELD_KIND, SECRET } from './kinds';
import { FIELD, PICKER, WIDGET } from './markup';
import { textIn } from './name';
import { readable } from './readable';
import { ACCOUNT, CERTISH, PASSWORD, PIN } from './senses';
import { type Part, pick, type Snapshot } from './snapshot';
import { isSeen } from './visibility';
import { sensesOf } from './words';

const SAYS_WHAT = CERTISH | PIN | PASSWORD | ACCOUNT;
/** A cell of its row, a label of its form item. */
const REACH = 5;
const LONGEST = 40;

/** Words that can be seen in an element before a field of it. */
function wordsBefore(around: Element, field: Element): string {
  const walker = walkerOf(ownerOf(around), around);
  let words = '';
  for (let node = walker.nextNode(); node && node !== field; node = walker.nextNode()) {
    const owner = parentOf(node);
    if (typeOf(node) === 3 && owner && /\S/.test(dataOf(node)) && !nearest(owner, WIDGET) && isSeen(owner)) {
      words += dataOf(node).slice(0, LONGEST);
    }
  }
  return words.trim();
}

/** The words before a field in its row or form item; empty where another field stands there too. */
export function labelOf(field: Element): string {
  for (const around of chainOf(field).slice(1, REACH)) {
    const fields = findAllIn(around, FIELD).filter((each) => attributeOf(each, 'type') !== 'hidden');
    if (fields.some((each) => each !== field && !holds(each, field) && !holds(field, each))) return '';
    const words = wordsBefore(around, field);
    if (words) return words.length > LONGEST ? '' : words;
  }
  return '';
}

const isBox = (element: Element): boolean => /radio|checkbox/.test(attributeOf(element, 'type'));

/** A box to tick in a row of keys is for that key. */
function rowOf(part: Part): string {
  const row = nearest(part.element, 'tr,[role=row]');
  const table = row && nearest(row, 'table,[role=grid]');
  if (!table) return '';
  const inside = part.region.parts.filter(({ element }) => holds(table, element));
  return pick(inside, -1, CERTISH)
    .map(({ text }) => text)
    .join('\n');
}

/** Lists made of a `div`, that begin by telling to choose, become choices with their labels. */
const MADE_UP = `${PICKER},[class*=Select],[aria-haspopup=listbox]`;
const CHOOSES = /^-*请?选择.{0,10}$/;

function addMadeUpChoices({ page, dialogs }: Snapshot): void {
  for (const element of findAllIn(page.element, MADE_UP)) {
    if (matches(element, FIELD) || findIn(element, `${FIELD},${MADE_UP}`) || !isSeen(element)) continue;
    const words = readable(textIn(element));
    const text = CHOOSES.test(words) ? `${words}\n${readable(labelOf(element))}` : '';
    const region = dialogs.filter((each) => holds(each.element, element)).at(-1) ?? page;
    if (text && !region.parts.some((part) => part.element === element))
      region.parts.push({ element, region, kind: FIELD_KIND | CHOICE, text, senses: sensesOf(text) });
  }
}

/** Adds to each field what stands before it, where nothing else says what it is for. */
export function labelFields(snapshot: Snapshot): void {
  const { page, dialogs } = snapshot;
  addMadeUpChoices(snapshot);
  for (const { parts } of [page, ...dialogs]) {
    for (const part of pickFields(parts)) {
      if (part.senses & SAYS_WHAT) continue;
      const words = isBox(part.element) ? (part.text ? '' : rowOf(part)) : labelOf(part.element);
      if (!words) continue;
      part.text = `${part.text}\n${readable(words)}`.trim();
      part.senses |= sensesOf(part.text);
      if (part.senses & (PASSWORD | PIN) && !(part.kind & CHOICE)) part.kind |= SECRET;
      // A box that opens a list of keys is a choice, whatever it is made of.
      if (tagOf(part.element) === 'input' && matches(part.element, '[readonly]') && part.senses & CERTISH)
        part.kind |= CHOICE;
    }
  }
}

const pickFields = (parts: readonly Part[]): Part[] => parts.filter(({ kind }) => kind & FIELD_KIND);
