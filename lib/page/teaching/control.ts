/** Which control a person points at, and what can be said of it: name, role, what stands around. No value is read. */
import { attributeOf, chainOf, findAllIn, findIn, holds, matches, ownerOf, tagOf } from '@/lib/page/dom';
import { labelOf } from '@/lib/page/fields';
import { ACTING, BOX, CONTROL, DIALOG, FIELD, HEADING } from '@/lib/page/markup';
import { controlName, textIn } from '@/lib/page/name';
import { readable } from '@/lib/page/readable';
import { taughtRoleOf } from '@/lib/page/site-profile';
import { MASK, maskText } from '@/lib/page/still/mask-still';
import { isPlainSelector, type TaughtRole } from '@/lib/page/taught';
import { isLit, isSeen } from '@/lib/page/visibility';
import { sensesOf } from '@/lib/page/words';

/** What a control would be taught by. */
export interface ControlReading {
  /** Empty: it has no words, and cannot be taught. */
  readonly name: string;
  /** null: nothing that is pressed or filled in. */
  readonly role: TaughtRole | null;
  /** Words around it that may be taught with it, the nearest first. */
  readonly near: readonly string[];
  /** Names this one alone on the page now; null: no plain selector does. */
  readonly css: string | null;
  /** It stands where pages greet the person or name the unit: its words may be a name. */
  readonly mayBePersonal: boolean;
}

const REACH = 6;
const LONGEST_NEAR = 20;
const MOST_NEAR = 8;
/** Rows, dialogs and sections: their first words say what they are about. */
const AROUND = `tr,[role=row],li,form,fieldset,section,${DIALOG},${BOX},[class*=row],[class*=card],[class*=panel],[class*=box]`;
const HEADED = `${HEADING},th,td,dt,label,[role=columnheader]`;
/** Beside these, pages write who somebody is. */
const GREETING =
  /欢迎|[您你]好|当前(用户|登录|账号|单位|操作员)|(用户|登录|单位|企业|姓)名称?[:：]|账号[:：]|welcome|\bhello\b|signed in as/i;
/** What pages offer beside a greeting: nobody is called so. */
const EVERYDAY =
  /^(?:(?:安全)?退出(?:登录|系统)?|登出|注销(?:登录)?|返回(?:首页)?|首页|帮助|修改密码|个人中心|log ?out|sign ?out|exit|home|help)$/i;
/** A number that may be somebody's: a key's, a telephone's, an account's. */
const NUMBER = /\d{4}/;

/** The control that an element belongs to: the words of a button are often in a `span` of it. */
export function controlAt(hit: Element): Element {
  const around = chainOf(hit, REACH);
  const control = around.find((each) => matches(each, `${CONTROL},${FIELD}`));
  if (control) return control;
  const acting = around.find((each) => matches(each, ACTING) && textIn(each).trim().length <= LONGEST_NEAR);
  return (
    acting ??
    around.findLast((each) => isLit(each) && readable(textIn(each)) === readable(textIn(hit))) ??
    hit
  );
}

/** What it is called and what it is, without looking around it: quick enough for every control in sight. */
export function nameControl(element: Element): Pick<ControlReading, 'name' | 'role' | 'mayBePersonal'> {
  const role = taughtRoleOf(element);
  const label =
    matches(element, FIELD) && role !== 'button' ? labelOf(element).replace(/[:：*\s]+$/u, '') : '';
  const name = (label || controlName(element)).trim();
  return {
    name,
    role,
    mayBePersonal: NUMBER.test(name) || isBesideGreeting(element, name),
  };
}

export function readControl(element: Element): ControlReading {
  const named = nameControl(element);
  return { ...named, near: nearOf(element, named.name), css: selectorOf(element) };
}

function isBesideGreeting(element: Element, name: string): boolean {
  if (EVERYDAY.test(readable(name))) return false;
  if (GREETING.test(name)) return true;
  return chainOf(element)
    .slice(1, 4)
    .some((around) => {
      const said = textIn(around).replace(/\s+/g, ' ');
      return said.length <= name.length + LONGEST_NEAR && GREETING.test(said);
    });
}

/** Titles of what surrounds it, and words of its own row that mean something to us. */
function nearOf(element: Element, name: string): string[] {
  const found: string[] = [];
  for (const around of chainOf(element).slice(1, 12)) {
    if (!matches(around, AROUND)) continue;
    for (const each of findAllIn(around, HEADED).slice(0, 40)) {
      if (holds(each, element) || findIn(each, CONTROL)) continue;
      const words = textIn(each).replace(/\s+/g, ' ').trim();
      if (isFitToKeep(words) && words !== name && isSeen(each)) found.push(words);
    }
    if (found.length >= MOST_NEAR) break;
  }
  return [...new Set(found)].slice(0, MOST_NEAR);
}

/** Words of ours, short, without a number, and nobody's greeting. */
const isFitToKeep = (words: string): boolean =>
  words.length > 1 &&
  words.length <= LONGEST_NEAR &&
  !NUMBER.test(words) &&
  !GREETING.test(words) &&
  sensesOf(readable(words)) !== 0;

/**
 * Whether every word is the recogniser's own. Cells and headings may hold what is somebody's (「张三的CA证书」) beside it; such
 * words are offered, and never proposed.
 */
export const isAllOurs = (words: string): boolean => !maskText(words).includes(MASK);

/** A name that a person gave, not a program: no digits, since those count things or are somebody's. */
const STEADY = /^[A-Za-z][A-Za-z_-]{1,30}$/;

/** Of id, classes and tag on the way up, the shortest selector that names the element alone. */
function selectorOf(element: Element): string | null {
  const document = ownerOf(element);
  const steps: string[] = [];
  for (const each of chainOf(element, 4)) {
    const id = attributeOf(each, 'id');
    const classes = attributeOf(each, 'class')
      .split(/\s+/)
      .filter((name) => STEADY.test(name));
    const step = STEADY.test(id)
      ? `#${id}`
      : `${tagOf(each)}${classes
          .slice(0, 3)
          .map((name) => `.${name}`)
          .join('')}`;
    steps.unshift(step);
    const selector = steps.join(' > ');
    if (!isPlainSelector(selector)) return null;
    try {
      const matching = [...document.querySelectorAll(selector)];
      if (matching.length === 1 && matching[0] === element) return selector;
    } catch {
      return null;
    }
  }
  return null;
}
