/** What a control is about, where the resolver has to be sure: more exact than the recogniser needs. */
import { chainOf, findIn, follows, holds, matches, parentOf } from './dom';
import { BUTTON, COLUMN, DOCUMENT, HEADING, MENU, TABS } from './kinds';
import { KEY, OTHER } from './senses';
import { type Part, pick, type Snapshot } from './snapshot';

const HEADINGS = 'h1,h2,h3,h4,h5,h6,legend,[role=heading]';
/** What holds words and buttons that belong together. */
const ROW = 'tr,li,[role=row]';
/** How far up another's words still say what a control of the page is about. */
const REACH = 9;

/**
 * Whether a control is about a certificate key: by its own words, or those of its row, its table's head,
 * its card, its dialog, its page's heading. What other controls beside it say is about them. A nearer word
 * for something else (微信, 银行) settles that it is not.
 */
export function isAboutKey(part: Part, { page }: Snapshot): boolean {
  const { element, region, senses } = part;
  const parts = region.parts.filter(
    (each) =>
      each === part ||
      !(each.kind & (BUTTON | MENU)) ||
      holds(each.element, element) ||
      holds(element, each.element),
  );
  const around = region === page ? chainOf(element, REACH) : chainOf(element);
  if (senses & (KEY | OTHER)) return !!(senses & KEY);
  const headings = pick(page.parts, HEADING, KEY).map((heading) => heading.element);
  for (const each of around) {
    const inside = parts.filter((other) => holds(each, other.element) && other.senses & (KEY | OTHER));
    const sum = inside.reduce((all, other) => all | other.senses, 0);
    if (sum & KEY && sum & OTHER && region === page && !matches(each, ROW)) {
      const buttons = region.parts.filter((other) => other.kind & BUTTON && holds(each, other.element));
      return isInTurn(inside, buttons) && isKey(nearestBefore(part, inside));
    }
    if (sum & (KEY | OTHER)) return !!(sum & KEY);
    // A section with a heading of its own, where another section's heading names the key.
    const isSection = findIn(each, HEADINGS) !== null && each !== region.element;
    if (isSection && headings.some((heading) => !holds(each, heading) && !nests(heading, each))) return false;
  }
  return pick(page.parts, HEADING | DOCUMENT | COLUMN | BUTTON | TABS, KEY).length > 0;
}

const isBefore = (one: Part, other: Part): boolean => follows(other.element, one.element);
const isKey = (part: Part | null): boolean => !!part && !!(part.senses & KEY);

/**
 * Whether words and buttons stand in turn, in no rows, and the words first: 微信 解绑 数字证书 解绑. Then each button belongs to the
 * words before it; where a button comes first, or words last, nobody knows whose it is.
 */
function isInTurn(inside: readonly Part[], buttons: readonly Part[]): boolean {
  const words = inside.filter(({ kind }) => !(kind & HEADING));
  return (
    buttons.every((button) => words.some((word) => isBefore(word, button))) &&
    words.every((word) => buttons.some((button) => isBefore(word, button)))
  );
}

function nearestBefore(part: Part, words: readonly Part[]): Part | null {
  return words.reduce<Part | null>((near, word) => {
    if (!isBefore(word, part)) return near;
    return near && isBefore(word, near) ? near : word;
  }, null);
}

/** Whether what a heading stands over holds an element as well. */
function nests(heading: Element, element: Element): boolean {
  const section = parentOf(heading);
  return section !== null && holds(section, element);
}
