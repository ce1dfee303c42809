/** Lists name several people: whom to ring up is who does the work (经办人), never who represents the unit in law. Pure. */
import { keyOf } from './plain';
import { columnOf, type Mapping } from './words';

/** The head of a unit is asked where nobody else is named. */
const HEAD = /^(?:ca)?负责人(?:姓名)?$/;
/** Others, whose telephone is none to ring up. */
const OTHERS = /法定代表人|法人|负责人|领导|局长|主任|校长|院长|财务|会计|出纳|填表人|审核人|领取人|代领人/;
const BARE = /^(?:联系)?(?:电话|手机号?|手机号码|电话号码|方式)$/;
const TAKEN_ANYWHERE = /^联系/;

const isOther = (key: string) => OTHERS.test(key) && !/联系人|经办/.test(key);

/**
 * The contact and the telephone that goes with it. 「负责人」 is the contact only where no 经办人 or 联系人 is; of several
 * columns called 「电话」 the one right of the contact is its own, and one right of somebody else is not taken.
 */
export function withRightPerson(mapping: Mapping, names: readonly string[]): Mapping {
  const keys = names.map((name) => keyOf(name).replace(/[()（）].*$/, ''));
  const result = [...mapping];
  const isNamed = result.includes('contact') || result.includes('contactAndPhone');
  const head = isNamed ? -1 : keys.findIndex((key, at) => result[at] === null && HEAD.test(key));
  if (head >= 0) result[head] = 'contact';
  const contact = result.indexOf('contact');
  const isOwn = (at: number): boolean => {
    const key = keys[at] ?? '';
    if (isOther(key)) return head >= 0 && key.startsWith('负责人');
    const before = keys[at - 1] ?? '';
    return !BARE.test(key) || at - 1 === contact || !isOther(before);
  };
  const phones = names.flatMap((name, at) => {
    const key = keys[at] ?? '';
    return columnOf(name)?.column === 'phone' && (result[at] === 'phone' || BARE.test(key) || isOther(key))
      ? [at]
      : [];
  });
  const chosen = result.indexOf('phone');
  if (chosen < 0) return result;
  const best =
    phones.find((at) => contact >= 0 && at === contact + 1) ??
    (isOwn(chosen) ? chosen : phones.find(isOwn)) ??
    (TAKEN_ANYWHERE.test(keys[chosen] ?? '') ? chosen : -1);
  result[chosen] = null;
  if (best >= 0) result[best] = 'phone';
  return result;
}
