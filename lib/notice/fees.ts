import { fits, isValidOn } from './condition';
import type { BusinessType, FeeAnswer, KeyPriceAnswer, NoticeCase, PriceAnswer } from './explanation';
import type { Charge, NoticePack } from './model';

/** Clauses whose own words, kept as statements, write an amount: prices a pack has no fields for. */
function pricesInWords(pack: NoticePack, asked: NoticeCase): readonly string[] {
  const told = pack.statements.filter(
    ({ text, when, ...sourced }) =>
      /\d\s*元/.test(text.zh) && fits(when, asked) !== 'no' && isValidOn(sourced, asked.today),
  );
  return [...new Set(told.map(({ cite }) => cite))];
}

/**
 * The fee for one business type: yuan for one CA and one seal, and who pays. The first charge of
 * the pack that may fit the case counts; `conditional` says that it may only, and its note names the
 * condition. Prices of single keys and of further sets stand by themselves (`byKey`): none of them is the price of a set.
 * Nothing fits: not stated, and where the notice writes amounts in words of its own, where that is.
 */
export function feeFor(pack: NoticePack, asked: NoticeCase, business: BusinessType): FeeAnswer {
  const fee = chargedFee(pack, asked, business);
  const inWords = fee.total === null && !fee.byKey ? pricesInWords(pack, asked) : [];
  return inWords.length > 0 ? { ...fee, inWords } : fee;
}

/** What a charge is the price of: charges of the same are alternatives, of which the first that fits counts. */
const thingOf = ({ certificates = [], set }: Charge) =>
  [...certificates, ...(set ? [set] : [])].sort().join(' ');

function chargedFee(pack: NoticePack, asked: NoticeCase, business: BusinessType): FeeAnswer {
  const fitting = pack.fees.charges.filter(
    (each) => each.business === business && fits(each.when, asked) !== 'no' && isValidOn(each, asked.today),
  );
  const first = new Map<string, Charge>();
  for (const each of fitting) if (!first.has(thingOf(each))) first.set(thingOf(each), each);
  const whole = first.get('');
  const byKey = [...first.values()]
    .filter((each) => each !== whole)
    .map((each) => keyPriceOf(pack, asked, each));
  const fee = whole ? priceOf(pack, asked, whole) : commonOf(pack, byKey);
  return byKey.length > 0 ? { ...fee, byKey } : fee;
}

/** Where only single keys have prices: what they agree on. */
function commonOf(pack: NoticePack, byKey: readonly KeyPriceAnswer[]): PriceAnswer {
  const [payer, another] = new Set(byKey.map((each) => each.payer));
  const cites = [...new Set(byKey.map(({ cite }) => cite))];
  return {
    total: null,
    ca: null,
    seal: null,
    payer: payer !== undefined && another === undefined ? payer : 'not-stated',
    note: null,
    cite: cites.length > 0 ? cites.join('；') : pack.documentNumber,
  };
}

function keyPriceOf(pack: NoticePack, asked: NoticeCase, charge: Charge): KeyPriceAnswer {
  const names = (charge.certificates ?? []).flatMap(
    (id) => pack.certificates.find((each) => each.id === id)?.name ?? [],
  );
  return { names, ...(charge.set && { set: charge.set }), ...priceOf(pack, asked, charge) };
}

function priceOf(pack: NoticePack, asked: NoticeCase, charge: Charge): PriceAnswer {
  const tariff = pack.fees.tariffs.find((each) => each.id === charge.tariff && isValidOn(each, asked.today));
  const asOf = charge.asOf ?? tariff?.asOf;
  return {
    total: tariff?.total ?? null,
    ca: tariff?.ca ?? null,
    seal: tariff?.seal ?? null,
    ...(tariff?.per === 'once' && { per: 'once' as const }),
    payer: charge.payer,
    note: charge.note ?? null,
    ...(fits(charge.when, asked) === 'maybe' && { conditional: true }),
    ...(asOf !== undefined && { asOf }),
    cite: charge.cite,
  };
}

/** The fees for all business types. */
export function feesFor(pack: NoticePack, asked: NoticeCase): Record<BusinessType, FeeAnswer> {
  return {
    issue: feeFor(pack, asked, 'issue'),
    replace: feeFor(pack, asked, 'replace'),
    renew: feeFor(pack, asked, 'renew'),
    reissue: feeFor(pack, asked, 'reissue'),
  };
}
