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
import { BUTTON, CHOICE, FIELD as FIELD_KIND, SECRET } from './kinds';
import { FIELD, PICKER, WIDGET } from './markup';
import { textIn } from './name';
import { readable } from './readable';
import { ACCOUNT, CERTISH, FETCH, PASSWORD, PIN } from './senses';
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
  const own = lastWords(field);
  if (own) return own;
  for (const around of chainOf(field).slice(1, REACH)) {
    const fields = findAllIn(around, FIELD).filter((each) => attributeOf(each, 'type') !== 'hidden');
    if (fields.some((each) => each !== field && !holds(each, field) && !holds(field, each))) return '';
    const words = wordsBefore(around, field);
    if (words) return words.length > LONGEST ? '' : words;
  }
  return '';
}

/** A label that stands without an element of its own, directly before its field: 证书：<select>. */
function lastWords(field: Element): string {
  const before = field.previousSibling;
  const words = before && typeOf(before) === 3 ? dataOf(before).trim() : '';
  return /[：:]$/.test(words) && words.length < LONGEST ? words : '';
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
/** The key or its certificate itself, none of its particulars. */
const NAMES_KEY =
  /(^|\n)\*?(请?选择|当前|用户|单位|身份|数字|电子|可用|登录|ca|usb-?key|ukey|\s)*(证书|ca|ca锁|usb-?key|ukey|介质)(列表)?:?\*?$/;

function addMadeUpChoices({ page, dialogs }: Snapshot): void {
  for (const element of findAllIn(page.element, MADE_UP)) {
    if (matches(element, FIELD) || findIn(element, `${FIELD},${MADE_UP}`) || !isSeen(element)) continue;
    const words = readable(textIn(element));
    const label = readable(labelOf(element));
    // What was chosen says nothing: the words before it do.
    const text = CHOOSES.test(words) ? `${words}\n${label}` : NAMES_KEY.test(label) ? label : '';
    const region = dialogs.filter((each) => holds(each.element, element)).at(-1) ?? page;
    if (text && !region.parts.some((part) => part.element === element))
      region.parts.push({ element, region, kind: FIELD_KIND | CHOICE, text, senses: sensesOf(text) });
  }
}

/** Text boxes that open a list. */
const LISTING = 'input[role=combobox],input[aria-haspopup=listbox]';
const opensList = (element: Element): boolean => matches(element, LISTING);

/** A box that shows the key's certificate, and takes no typing, is where another is chosen. */
function markShown(part: Part, parts: readonly Part[]): void {
  const { element, text, kind } = part;
  if (tagOf(element) !== 'input' || !matches(element, '[readonly]') || kind & SECRET) return;
  if (!NAMES_KEY.test(text) && !CHOOSES.test(text)) return;
  // Beside a button that fetches, it only shows what was fetched.
  const line = nearest(element, 'tr') ?? chainOf(element, 3).at(-1) ?? element;
  const fetches = pick(parts, BUTTON, FETCH).some((each) => holds(line, each.element));
  if (!fetches) part.kind |= CHOICE;
}

/** Adds to each field what stands before it, where nothing else says what it is for. */
export function labelFields(snapshot: Snapshot): void {
  const { page, dialogs } = snapshot;
  addMadeUpChoices(snapshot);
  for (const { parts } of [page, ...dialogs]) {
    for (const part of pickFields(parts)) {
      if (opensList(part.element) && part.senses & CERTISH) part.kind |= CHOICE;
      // 证书：<select> 口令：<input> is one line of words and two labels.
      const own = part.kind & CHOICE && part.senses & PIN && readable(lastWords(part.element));
      if (own) {
        part.text = own;
        part.senses = sensesOf(own);
      }
      if (part.senses & SAYS_WHAT) {
        markShown(part, parts);
        continue;
      }
      const words = isBox(part.element) ? (part.text ? '' : rowOf(part)) : labelOf(part.element);
      if (!words) continue;
      part.text = `${part.text}\n${readable(words)}`.trim();
      part.senses |= sensesOf(part.text);
      if (part.senses & (PASSWORD | PIN) && !(part.kind & CHOICE)) part.kind |= SECRET;
      markShown(part, parts);
    }
  }
}

const pickFields = (parts: readonly Part[]): Part[] => parts.filter(({ kind }) => kind & FIELD_KIND);
