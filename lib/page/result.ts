/** Where a page says how something ended: the target `result`. */
import { findIn, holds, ownerOf, typeOf, walkerOf } from './dom';
import { BUTTON, FIELD, MENU, SAID, TABS } from './kinds';
import { CONTROL, FIELD as FIELDS } from './markup';
import type { PageState } from './model';
import { textIn } from './name';
import { readable } from './readable';
import { fits } from './recognise';
import { RULES, type Rule, THRESHOLD } from './rules';
import { ADVICE, BUSY, EXPIRED, LOCKED, OTHER, SESSION, SUCCESS, WRONG } from './senses';
import type { Part, Snapshot } from './snapshot';
import { sensesOf } from './words';

type ResultRule = readonly [none: number, rule: Rule];

/** What a message is not: something that can be pressed or filled, or a word about other things that are bound. */
const isMessage = ({ kind, senses, text }: Part): boolean =>
  !(kind & (BUTTON | FIELD | MENU | TABS)) && !(senses & OTHER && senses & SUCCESS) && !LATER.test(text);
/** What holds from now on says what to do, not how it ended; unless it follows what ended well. */
const LATER = /^(?:(?!成功)[\s\S])*(下次|今后|以后)/;
/** Says how something ended; what is absent or to be done may stand there as help. */
const ENDED = SUCCESS | WRONG | LOCKED | EXPIRED | SESSION | BUSY;

/** Where the words stand that the state was recognised by: in what was said last, else on the page. */
export function findResult({ page, dialogs, toasts }: Snapshot, state: PageState): readonly Element[] {
  const rules: ResultRule[] = RULES.flatMap(([name, none, ...all]) =>
    name === state
      ? all.filter(([weight]) => weight >= THRESHOLD).map((rule): ResultRule => [none, rule])
      : [],
  );
  // What stands there now may have appeared after an action, which only the sentinel has seen.
  const appeared = rules
    .filter(([, [, , all]]) => all & ENDED)
    .map(([none, [weight, where, ...senses]]): ResultRule => {
      return [none | ADVICE, [weight, where | SAID, ...senses]];
    });
  for (const wanted of [rules, appeared]) {
    for (const regions of [toasts, dialogs, [page]]) {
      const parts = regions.flatMap((region) => region.parts).filter(isMessage);
      const telling = parts.flatMap((part) => {
        const rule = wanted.find(([none, each]) => !(part.senses & none) && fits(part, each));
        const element = rule && messageIn(part, rule);
        return element ? [element] : [];
      });
      if (telling.length > 0) return [...new Set(telling)];
    }
  }
  return [];
}

/** The smallest element of a part that says enough for the rule; null where that holds controls as well. */
function messageIn(part: Part, [none, [, , all, any = 0, never = 0]]: ResultRule): Element | null {
  const says = (element: Element) => {
    const senses = sensesOf(readable(textIn(element)));
    return (senses & all) === all && !(senses & (none | never)) && (!any || (senses & any) !== 0);
  };
  let found = part.element;
  const walker = walkerOf(ownerOf(found), found);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (typeOf(node) === 1 && holds(found, node) && says(node as Element)) found = node as Element;
  }
  return findIn(found, `${CONTROL},${FIELDS}`) ? null : found;
}
