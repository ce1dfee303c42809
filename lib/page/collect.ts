/**
 * One look at a document and its open shadow roots, in pieces (a generator, so that a large page can be
 * read in idle slices): what was gathered becomes parts, each in its region, with what it is and means.
 */
import {
  attributeOf,
  chainOf,
  childCountOf,
  findIn,
  holds,
  isRecord,
  matches,
  nearest,
  parentOf,
  rootOf,
  tagOf,
  titleOf,
} from './dom';
import * as K from './kinds';
import { LONGEST } from './listen';
import { ACTING, COLUMN, CONTROL, DIALOG, ERROR, HEADING, PICKER, ROW } from './markup';
import {
  ABSENT,
  ACCOUNT,
  ADVICE,
  ASK,
  BIND,
  BOUND,
  BUSY,
  CANCEL,
  CERTISH,
  CORE,
  DRIVER,
  FETCH,
  INSTALL,
  LOGIN,
  OTHER,
  PASSWORD,
  PIN,
  PROCEED,
  SUCCESS,
  UNBIND,
} from './senses';
import { leadsElsewhere, markAnswer, type Part, pick, type Region, type Snapshot } from './snapshot';
import { rememberSurroundings } from './surroundings';
import { normalise } from './text';
import { type Gathered, gather, SHORT, type Unit } from './units';
import { isDrawn, isLit } from './visibility';
import { leadsWithAbsence, rememberSenses, withoutAdvice } from './words';

/** Characters of a heading, of a label. */
const HEADLINE = 40;
const LABEL = 24;
/** Characters of a link that does something; a longer one leads to something to read. */
const LINK = 18;
const READ = 'a:not([role=button],[onclick])';
/** Characters of a text that tells how things go, rather than what happened. */
const TALE = 60;
const SENTENCE_END = /[。！!]/;
/** The first clause of a text is a question. */
const QUESTION_FIRST = /^[^，,。；;！!\n]*[？?]/;
const COMES_BACK = /[忙护][\s\S]*稍[后候]|稍[后候][\s\S]*[忙护]/;
/** How far up the words before a field may stand: a cell of its row, a label of its form item. */
const REACH = 5;
/** How far up a question's answers may stand, and how many buttons are answers and no more. */
const QUESTION = 9;
const ANSWERS = 4;
/** Questions for which that is looked up, and parts of one region that are kept: a page of more is no form. */
const QUESTIONS = 20;
const PARTS = 4000;

/**
 * Pauses by yielding nothing; yields the snapshot at the end.
 *
 * @param address where the document is from; its path may say what the page is
 */
export function* collect(address: string, document: Document): Generator<Snapshot | undefined, void> {
  const regions = new Map<Element, Region>();
  const sums = new Map<Element, number>();
  /** Words by the id they are `for`, or by their element: `labels` searches the tree for each field anew. */
  const captions = new Map<unknown, Part>();
  const aroundOf = rememberSurroundings();
  const read = rememberSenses();
  const root = rootOf(document);
  const page = regionFor(root, 'page', true);

  keep(root, K.DOCUMENT, titleOf(document), page);
  keep(root, K.ADDRESS, address.replace(/^\w+:\/+[^/]*/, ''), page);
  let gathered: Gathered | undefined;
  for (const piece of gather(document, aroundOf, read)) {
    gathered = piece;
    yield undefined;
  }
  const { units, all, length, shadows } = gathered as Gathered;
  // Fields after all words: their labels may follow them.
  for (const readOne of [readUnit, readField]) {
    for (const unit of units.values()) {
      // Each: what stands a hundred thousand deep takes milliseconds.
      yield undefined;
      if (!unit.pieces.length === (readOne === readField)) readOne(unit);
    }
  }
  const questions = pick(page.parts, -1, ASK).filter(({ senses }) => senses & UNBIND);
  for (const question of questions.slice(0, QUESTIONS)) {
    yield undefined;
    frameQuestion(question);
  }
  for (const region of regions.values()) {
    // A class name alone made it a dialog: without any control in it, it is none.
    if (region.explicit || region.parts.some(({ kind }) => kind & K.BUTTON)) continue;
    for (const part of [...region.parts]) move(part, page);
  }
  const ofType = (type: string) =>
    [...regions.values()].filter((region) => region.type === type && region.parts.length > 0);
  yield { page, length, dialogs: ofType('dialog'), toasts: ofType('toast'), sums, shadows };

  function regionFor(element: Element, type: Region['type'], explicit: boolean): Region {
    const region = regions.get(element) ?? { type, element, explicit, parts: [] };
    regions.set(element, region);
    return region;
  }

  function isInSight(element: Element): boolean {
    return !aroundOf(element).isWithheld && isDrawn(element);
  }

  function regionOf(element: Element): Region {
    const { toast, dialog, box } = aroundOf(element);
    if (toast) return regionFor(toast, 'toast', true);
    if (dialog) return regionFor(dialog, 'dialog', true);
    return box ? regionFor(box, 'dialog', false) : page;
  }

  function keep(element: Element, kind: number, words: string, region: Region): Part {
    const part = { element, kind, text: normalise(words.slice(0, LONGEST)), senses: read(words), region };
    if (region.parts.length < PARTS) region.parts.push(part);
    if (leadsElsewhere(part)) return part; // what it offers says nothing about the page around it
    for (let around: Element | null = element; around; around = parentOf(around)) {
      const sum = sums.get(around) ?? 0;
      // A dialog's words say nothing about the page around it; and what was said before is known above.
      if ((sum | part.senses) === sum) break;
      sums.set(around, sum | part.senses);
      if (around === region.element) break;
    }
    return part;
  }

  function readUnit(unit: Unit) {
    const { element, pieces } = unit;
    const join = (each: typeof pieces) => each.map(({ text }) => text).join('');
    const senses = read(join(pieces));
    if (!senses) return;
    const isControl = matches(element, CONTROL);
    const acts = isControl || matches(element, ACTING);
    // Most words say nothing alone: other things are told apart where something is bound, and a button's
    // 确定 matters where there is a certificate.
    const isAboutIt = all & (BIND | UNBIND | CERTISH);
    const telling = isAboutIt ? (acts ? -1 : CORE | OTHER) : CORE;
    const { isMute, isInMenu } = aroundOf(element);
    if (!(senses & telling) || isMute) return;
    const seen = join(pieces.filter((piece) => isInSight(piece.element))).trim();
    const advises = !isControl && read(seen) & ADVICE;
    const { said: words, isAdvice } = advises ? withoutAdvice(seen) : { said: seen, isAdvice: true };
    if (!words) return;
    const region = regionOf(element);
    const looksIt = (acts || isLit(element)) && words.length < SHORT && !findIn(element, CONTROL);
    let kind = isInMenu ? K.MENU : K.TEXT;
    if (matches(element, '[role=tab]')) kind = K.TAB;
    else if (matches(element, PICKER) && read(words) & FETCH) kind = K.FIELD | K.CHOICE;
    else if ((isControl && (words.length < LINK || !matches(element, READ))) || looksIt)
      kind = K.BUTTON | (kind & K.MENU) | (nearest(element, ROW) ? K.ROW : 0);
    else if (matches(element, COLUMN) && !isAlone(element)) kind = K.COLUMN;
    else if (words.length < HEADLINE && matches(element, `${HEADING},${DIALOG},${COLUMN}`)) {
      kind = region.type === 'dialog' ? K.TITLE : K.HEADING;
    }
    if (kind === K.TEXT && region === page && isRecord(element)) kind = K.CELL;
    const part = keep(element, kind, words, region);
    // Advice says nothing about now, but what it is about.
    part.senses |= read(seen) & (CERTISH | PIN | OTHER);
    if (!isAdvice) part.senses &= ~ADVICE;
    unit.part = part;
    captions.set(attributeOf(element, 'for') || element, part);
    // What a long text tells is a tale, unless it begins by saying in short what happened.
    const [opening = ''] = words.split(SENTENCE_END);
    const isShort = opening.length <= TALE && read(opening) & SUCCESS && read(opening) & BOUND;
    const isTale = words.length > TALE && !isShort;
    if (kind === K.TEXT && isTale && region === page) {
      part.senses &= part.senses & SUCCESS ? ~(SUCCESS | BOUND) : -1;
    }
    // 证书服务繁忙，请稍后再试: a server is busy, whatever it serves.
    if (part.senses & BUSY && COMES_BACK.test(part.text)) part.senses &= ~(CERTISH | DRIVER);
    // 登录失败 over a message is no login.
    if (kind === K.TITLE && /失败$/.test(part.text)) part.senses &= ~(LOGIN | BIND | UNBIND);
    if (region.type === 'toast' && !(kind & K.BUTTON)) markAnswer(part);
    if (kind !== K.TEXT) return;
    const [first = ''] = part.text.split('\n');
    // 没有读到证书？请刷新。 asks, and does not say so.
    const leads =
      read(first) & (ABSENT | INSTALL) &&
      !(read(first) & ADVICE) &&
      leadsWithAbsence(first) &&
      !isOption(element) &&
      !QUESTION_FIRST.test(seen);
    if (leads || nearest(element, ERROR) || pieces.some((piece) => isColoured(piece.element)))
      part.kind |= K.NOTE;
  }

  /** A question with its two answers is a dialog, even without a role or a class name that says so. */
  function frameQuestion({ element }: Part) {
    for (const around of chainOf(element, QUESTION).slice(1)) {
      const inside = page.parts.filter((part) => holds(around, part.element));
      const [no] = pick(inside, K.BUTTON, CANCEL);
      const [yes] = pick(inside, K.BUTTON, PROCEED | UNBIND);
      if (!no || !yes || pick(inside, K.BUTTON, -1).length > ANSWERS) continue;
      const region = regionFor(around, 'dialog', true);
      for (const part of inside) move(part, region);
      return;
    }
  }

  function move(part: Part, region: Region) {
    part.region.parts.splice(part.region.parts.indexOf(part), 1);
    part.region = region;
    region.parts.push(part);
  }

  function readField({ element, before }: Unit) {
    const tag = tagOf(element);
    const type = attributeOf(element, 'type');
    if (type === 'hidden' || !isInSight(element)) return;
    const words = [
      ...[attributeOf(element, 'id'), nearest(element, 'label')].map((each) => captions.get(each)?.text),
      ...['aria-label', 'placeholder', 'title'].map((name) => attributeOf(element, name)),
    ]
      .join(' ')
      .trim();
    const isBox = /radio|checkbox/.test(type);
    const isChoice = isBox || tag === 'select' || type === 'file';
    const around = chainOf(element, REACH);
    const said = before?.part;
    const isBeside = said && around.some((each) => each === said.element || each === parentOf(said.element));
    // A heading over a form names the form, not its first field; the words about a box follow it.
    const isLabel =
      isBeside &&
      !isBox &&
      said.text.length < LABEL &&
      !(said.senses & (BIND | UNBIND)) &&
      !/登录$/.test(said.text);
    // 6-16位字母或数字 says nothing of what a field is for.
    const isTold = words && (!isLabel || read(words) & (CERTISH | PIN | PASSWORD | ACCOUNT));
    const label = isTold ? words : isLabel ? said.text : words;
    const part = keep(element, K.FIELD | (isChoice ? K.CHOICE : 0), label, regionOf(element));
    // A box in a row of a table chooses what the row, or its table's head, speaks of.
    const row = isBox && !label && nearest(element, 'tr');
    if (row) part.senses |= CERTISH & ((sums.get(row) ?? 0) | (sums.get(nearest(row, 'table') ?? row) ?? 0));
    if (type === 'password' || (part.senses & (PASSWORD | PIN) && !isChoice)) part.kind |= K.SECRET;
  }
}

/** An answer to choose, as a survey lists them: nothing that happened. */
function isOption(element: Element): boolean {
  const label = nearest(element, 'label');
  return !!label && !!findIn(label, 'input');
}

/** Whether a table's head has but one cell: then it is the heading of a box. */
const isAlone = (cell: Element): boolean => childCountOf(parentOf(cell) ?? cell) === 1;

/** Red or green, as a message is, not black, grey or a link's blue. */
function isColoured(element: Element): boolean {
  const [red = 0, green = 0, blue = 0] = (getComputedStyle(element).color.match(/\d+/g) ?? []).map(Number);
  return Math.max(red, green) - blue > 30 && Math.abs(red - green) > 50;
}

/** The whole walk in one go. */
export function collectAtOnce(address: string, document: Document): Snapshot {
  return [...collect(address, document)].at(-1) as Snapshot;
}
