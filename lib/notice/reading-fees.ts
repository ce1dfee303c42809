/** 「费用」: what each kind of business costs the case, key by key where the notice says so, and who pays. */
import { keyPart } from '@/lib/locale/key-part';
import { BUSINESS_TYPES, type KeyPriceAnswer, type PriceAnswer } from './explanation';
import type { Reading, ReadingLine } from './reading-line';
import { sayCode } from './say-value';

function sayAmount({ ca, seal, per }: PriceAnswer, total: number, { voice: { t } }: Reading): string {
  const amount = t(per === 'once' ? 'noticeWords.reading.feeOnce' : 'noticeWords.reading.feeYear', { total });
  return ca === null || seal === null ? amount : t('noticeWords.reading.feeParted', { amount, ca, seal });
}

function readPrice(business: string, price: PriceAnswer, reading: Reading): ReadingLine {
  const { voice, say } = reading;
  const { t } = voice;
  const payer = sayCode(price.payer, voice) ?? price.payer;
  const fee =
    price.total === null
      ? t('noticeWords.reading.feeUnstated', { business, payer })
      : t('noticeWords.reading.fee', { business, amount: sayAmount(price, price.total, reading), payer });
  const text = price.note ? t('noticeWords.reading.feeNote', { fee, note: say(price.note) }) : fee;
  return { text, cite: price.cite };
}

function readKeyPrice(business: string, price: KeyPriceAnswer, reading: Reading): ReadingLine {
  const { voice, say } = reading;
  const { t } = voice;
  const set =
    price.set && t(price.set === 'first' ? 'noticeWords.reading.setFirst' : 'noticeWords.reading.setFurther');
  const names = price.names.map(say).join(t('noticeWords.difference.between'));
  const keys = set && names !== '' ? t('noticeWords.reading.setOf', { set, keys: names }) : set || names;
  return readPrice(t('noticeWords.reading.feeOf', { business, keys }), price, reading);
}

export function readFees(reading: Reading): readonly ReadingLine[] {
  const { told, voice } = reading;
  const { t } = voice;
  return BUSINESS_TYPES.flatMap((type) => {
    const fee = told.fees[type];
    const business = t(`noticeWords.values.${keyPart(type)}`);
    const byKey = (fee.byKey ?? []).map((each) => readKeyPrice(business, each, reading));
    if (fee.total === null && byKey.length > 0) return byKey;
    if (fee.total !== null || fee.payer !== 'not-stated' || fee.note !== null) {
      return [readPrice(business, fee, reading), ...byKey];
    }
    return [
      fee.inWords
        ? { text: t('noticeWords.reading.feeInWords', { business }), cite: fee.inWords.join('；') }
        : { text: t('noticeWords.reading.feeNothing', { business }), cite: null },
    ];
  });
}
