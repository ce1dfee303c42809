/** What a control is about, where the resolver has to be sure: more exact than the recogniser needs. */
import { chainOf, holds } from './dom';
import { BUTTON, COLUMN, DOCUMENT, HEADING, MENU, TABS } from './kinds';
import { KEY, OTHER } from './senses';
import { type Part, pick, type Snapshot } from './snapshot';

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
  const around = region === page ? chainOf(element).slice(0, REACH) : chainOf(element);
  const said = [
    senses,
    ...around.map((each) =>
      parts.reduce((sum, other) => (holds(each, other.element) ? sum | other.senses : sum), 0),
    ),
  ];
  const told = said.find((each) => each & (KEY | OTHER));
  return told
    ? !!(told & KEY)
    : pick(page.parts, HEADING | DOCUMENT | COLUMN | BUTTON | TABS, KEY).length > 0;
}
