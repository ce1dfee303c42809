/** What a part of a page is about: a certificate key, something else, or nothing that is said anywhere near it. */
import { chainOf, holds } from './dom';
import * as K from './kinds';
import { KEY, OTHER, UNBIND } from './senses';
import { leadsElsewhere, type Part, pick, type Snapshot } from './snapshot';

/** How far up another's words still say what a button is about. */
const REACH = 9;

const SUBJECT = KEY | OTHER;

/** What the nearest words around a part are about: KEY, OTHER, both, or nothing of these. */
function subjectOf({ element, senses, region }: Part, { page, sums }: Snapshot): number {
  const isInPage = region === page;
  const around = chainOf(element, isInPage ? REACH : 99).filter(
    (each) => isInPage || holds(region.element, each),
  );
  return (
    ([senses, ...around.map((each) => sums.get(each) ?? 0)].find((each) => each & SUBJECT) ?? 0) & SUBJECT
  );
}

/** Where a page says what it is about. */
const TELLS = K.HEADING | K.DOCUMENT | K.COLUMN | K.BUTTON | K.TABS;

/** Whether each thing that can be unbound here is a key by words of its own: then so is what a question names nothing of. */
function unbindsKeys({ page, sums }: Snapshot): boolean {
  const buttons = pick(page.parts, K.BUTTON, UNBIND);
  const subjectIn = (each: Element) => (sums.get(each) ?? 0) & SUBJECT;
  const isKey = ({ element }: Part) => {
    const own = chainOf(element, REACH).find(subjectIn);
    return own && subjectIn(own) === KEY && buttons.filter((each) => holds(own, each.element)).length < 2;
  };
  return !!buttons[0] && buttons.every(isKey);
}

/**
 * Whether a part is about a certificate key: by its own words, or those of its row, its table's head, its
 * card, its dialog, its page's heading. A nearer word for something else (微信, 银行) settles that it is not.
 */
export function isNearKey(part: Part, snapshot: Snapshot): boolean {
  const subject = subjectOf(part, snapshot);
  if (subject) return !!(subject & KEY);
  const { page } = snapshot;
  return (
    pick(page.parts, TELLS, KEY).some((each) => !leadsElsewhere(each)) ||
    (part.region !== page && unbindsKeys(snapshot))
  );
}

/** Whether a part is about something else, by the same words. */
export function isAboutElse(part: Part, snapshot: Snapshot): boolean {
  const subject = subjectOf(part, snapshot) || pick(snapshot.page.parts, TELLS, OTHER)[0]?.senses || 0;
  return (subject & SUBJECT) === OTHER;
}
