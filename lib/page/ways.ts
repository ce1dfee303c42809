/** The ways to log in that a page offers, as its tabs, radio buttons or links: which is which. */
import { isOn } from './arrange';
import { chainOf, childCountOf, findIn, holds, matches, nearest, parentOf, tagOf } from './dom';
import * as K from './kinds';
import { FIELD } from './markup';
import { textIn } from './name';
import { readable } from './readable';
import { ACCOUNT, BIND, CERTISH, CHANGE, FETCH, LOGIN, OTHER, PASSWORD, PIN, UNBIND } from './senses';
import type { Part, Snapshot } from './snapshot';
import { NO_SUBMIT } from './targets';
import { isSeen } from './visibility';
import { sensesOf } from './words';

export type Way = 'account' | 'key' | 'other';

/** Characters of a tab: 数字证书(usbkey)登录 is a long one. */
const LONGEST = 18;
/** How many wrappers a tab may have of its own. */
const WRAPPERS = 4;
/** Most ways that a page offers. */
const MOST = 6;
/** A page that speaks of keys and accounts more often than this is no login page. */
const MOST_NAMED = 60;
/** Logging in as everybody does. */
const ORDINARY = /普通|传统|常规|账密|用户登录|会员登录/;
/** The way in for others, another door. */
const DOOR = /.(入口|门户)$/;
const TABBED = 'li,[role=tab],[class*=tab],[class*=Tab],[class*=segment]';

/** Which way a short text names; null: none. */
export function wayOf({ text, senses }: Part): Way | null {
  // A sentence, or one who asks for something, is no tab.
  if (text.length > LONGEST || senses & CHANGE || /[\n请击]/.test(text)) return null;
  if (senses & CERTISH) return 'key';
  if (senses & OTHER) return 'other';
  if (senses & (ACCOUNT | PASSWORD | PIN) || (senses & LOGIN && ORDINARY.test(text))) return 'account';
  return null;
}

/** The outermost element around a part that shows nothing but the part. */
function ownWrapper({ element }: Part): Element {
  const shown = readable(textIn(element));
  // Buttons of `input` and images hold no text.
  if (!shown) return element;
  const chain = chainOf(element, WRAPPERS);
  const other = chain.findIndex((each) => readable(textIn(each)) !== shown);
  return chain[(other < 0 ? chain.length : other) - 1] ?? element;
}

/**
 * Marks the tabs of a switch between ways to log in, also where each has wrappers of its own, or is a
 * radio button's label, or names its way without 登录. Two ways side by side, and nothing else with them.
 */
export function arrangeWays({ page, dialogs }: Snapshot): void {
  for (const { parts } of [page, ...dialogs]) {
    splitLines(parts);
    const named = parts.filter((part) => {
      const isKind = part.kind & (K.BUTTON | K.TEXT | K.HEADING | K.TABS | K.MENU) && !(part.kind & K.FIELD);
      // What a menu offers is no way in, unless it says so.
      if (part.kind & K.MENU && !(part.senses & LOGIN)) return false;
      // 切换账号登录 is a link of its own beside a button.
      const isDeed = part.senses & (BIND | UNBIND) || (part.senses & FETCH && !(part.senses & LOGIN));
      return isKind && wayOf(part) !== null && !isDeed && !NO_SUBMIT.test(part.text) && !DOOR.test(part.text);
    });
    if (named.length > MOST_NAMED) continue;
    const groups = new Map<Element, Part[]>();
    for (const part of named) {
      const around = parentOf(ownWrapper(part));
      if (around) groups.set(around, [...(groups.get(around) ?? []), part]);
    }
    for (const group of groups.values()) {
      markTabs(group, parts);
      markBesideOpen(group, parts);
    }
  }
}

/** Words side by side of which one is marked as the open one: 账户密码 | CA锁 in spans is one line of text. */
function splitLines(parts: Part[]): void {
  const lines = parts.filter(
    ({ kind, senses }) => kind & (K.TEXT | K.HEADING) && senses & CERTISH && senses & (ACCOUNT | PASSWORD),
  );
  for (const { element, region } of lines.slice(0, MOST)) {
    const items = [...element.children].filter((each) => /[^|/·\s]/.test(textIn(each)));
    const said = items.map((each) => readable(textIn(each)));
    const isSwitch =
      items.length > 1 &&
      items.length <= MOST &&
      items.filter(isOn).length === 1 &&
      items.every((each) => childCountOf(each) === 0 && isSeen(each)) &&
      readable(textIn(element)).replace(/[|/·]/g, '') === said.join('');
    if (!isSwitch) continue;
    const split = items.map((each, at): Part => {
      const text = said[at] ?? '';
      const kind = K.BUTTON | (isOn(each) ? K.TAB_ON : K.TAB);
      return { element: each, region, kind, text, senses: sensesOf(text) };
    });
    const ways = split.map(wayOf);
    if (ways.includes('key') && ways.includes('account')) parts.push(...split);
  }
}

/**
 * The key's way among tabs whose other names say nothing to us: 单位用户 | 证书用户 over a form for an account.
 * Of two, the open one is the account's.
 */
function markBesideOpen(group: readonly Part[], parts: Part[]): void {
  const [part, another] = group;
  if (!part || another || part.kind & K.TABS || wayOf(part) !== 'key') return;
  const wrapper = ownWrapper(part);
  const list = parentOf(wrapper);
  if (!list || !matches(list, '[role=tablist],[class*=tab],[class*=Tab]')) return;
  const items = [...list.children];
  const [open, second] = items.filter(isOn);
  const isSwitch =
    open &&
    !second &&
    open !== wrapper &&
    items.length <= MOST &&
    items.every((each) => isSeen(each) && /^.{2,18}$/.test(readable(textIn(each)))) &&
    !items.some((each) => findIn(each, FIELD));
  const hasAccountForm =
    parts.some(({ kind, senses }) => kind & K.FIELD && senses & ACCOUNT) &&
    parts.some(({ kind, senses }) => kind & K.SECRET && senses & PASSWORD && !(senses & CERTISH));
  if (!isSwitch || !hasAccountForm) return;
  part.kind = (part.kind & ~K.MENU) | K.TAB;
  const text = readable(textIn(open));
  if (items.length === 2 && !parts.some(({ element }) => holds(open, element)))
    parts.push({
      element: open,
      region: part.region,
      kind: K.TAB_ON,
      text,
      senses: sensesOf(text) | ACCOUNT,
    });
}

/** Another label names a field, and is no tab. */
function isRadioLabel(element: Element): boolean {
  const label = nearest(element, 'label');
  const control = label && (label as HTMLLabelElement).control;
  return control ? matches(control, '[type=radio]') : false;
}

function markTabs(group: readonly Part[], parts: readonly Part[]): void {
  const ways = new Set(group.map(wayOf));
  if (group.length > MOST || !ways.has('key')) return;
  if (!ways.has('account') && !group.every(({ senses }) => senses & LOGIN && ways.size > 1)) return;
  const isTabbed = ({ element, kind }: Part) =>
    kind & K.BUTTON || nearest(element, TABBED) !== null || tagOf(element) === 'img' || isRadioLabel(element);
  if (!group.every((part) => part.senses & LOGIN || isTabbed(part))) return;
  // Columns with a form each are no tabs: nothing is switched.
  const wrappers = group.map(ownWrapper);
  const isForm = parts.some(
    ({ element, kind }) =>
      kind & K.FIELD && !matches(element, '[type=radio]') && wrappers.some((each) => holds(each, element)),
  );
  if (isForm) return;
  for (const part of group) if (!(part.kind & K.TABS)) part.kind = (part.kind & ~K.MENU) | K.TAB;
}
