/** A price and who pays it, in the words of card, desk and popup. Pure. */
import { keyPart } from '@/lib/locale/key-part';
import type { Text } from '@/lib/locale/text';
import type { BusinessType, KeyPriceAnswer, PriceAnswer } from '@/lib/notice/explanation';
import { joinSentences, joinWords, write } from './wording';

type Amount = Pick<PriceAnswer, 'total' | 'ca' | 'seal' | 'per'>;

/** 「每年192元（CA 97元，签章 95元）」; null where the notice names no amount. */
export function writeAmount({ total, ca, seal, per }: Amount): Text | null {
  if (total === null) return null;
  const amount = write(per === 'once' ? 'fee.once' : 'fee.year', { total });
  return ca === null || seal === null ? amount : write('fee.parted', { amount, ca, seal });
}

/** 「更换：每年115.2元（CA 58.2元，签章 57元）。」 */
export function writeBusinessAmount(business: BusinessType, price: Amount): Text | null {
  const amount = writeAmount(price);
  return amount && write(`fee.${business}`, { amount });
}

/** What a price is of: 「加办的单位副锁」. */
export function writePriced({ names, set }: Pick<KeyPriceAnswer, 'names' | 'set'>): Text {
  const keys = joinWords(names);
  const sets = set && write(set === 'first' ? 'fee.onlyFirst' : 'fee.onlyFurther');
  if (!keys) return sets ?? { zh: '' };
  return sets ? write('fee.ofKeys', { set: sets, keys }) : keys;
}

/** 「单位副锁：每年60元。费用自行承担。」 */
export function writeKeyPrice(price: KeyPriceAnswer, who: Text): Text {
  const amount = writeAmount(price) ?? write('fee.unknownAmount');
  const payer = price.note ?? write(`fee.${keyPart(price.payer)}`, { who });
  return joinSentences(write('fee.keyPrice', { keys: writePriced(price), amount }), payer);
}
