import { fits, isValidOn } from './condition';
import type { BusinessType, FeeAnswer, NoticeCase } from './explanation';
import type { NoticePack } from './model';

/** Clauses whose own words, kept as statements, write an amount: prices a pack has no fields for. */
function pricesInWords(pack: NoticePack, asked: NoticeCase): readonly string[] {
  const told = pack.statements.filter(
    ({ text, when, ...sourced }) =>
      /\d\s*元/.test(text.zh) && fits(when, asked) !== 'no' && isValidOn(sourced, asked.today),
  );
  return [...new Set(told.map(({ cite }) => cite))];
}

/**
 * The fee for one business type: yuan a year for one CA and one seal, and who pays. The first charge of
 * the pack that may fit the case counts; `conditional` says that it may only, and its note names the
 * condition. Nothing fits: not stated, and where the notice writes amounts in words of its own, where that is.
 */
export function feeFor(pack: NoticePack, asked: NoticeCase, business: BusinessType): FeeAnswer {
  const fee = chargedFee(pack, asked, business);
  const inWords = fee.total === null ? pricesInWords(pack, asked) : [];
  return inWords.length > 0 ? { ...fee, inWords } : fee;
}

function chargedFee(pack: NoticePack, asked: NoticeCase, business: BusinessType): FeeAnswer {
  const charge = pack.fees.charges.find(
    (each) => each.business === business && fits(each.when, asked) !== 'no' && isValidOn(each, asked.today),
  );
  if (!charge) {
    return { total: null, ca: null, seal: null, payer: 'not-stated', note: null, cite: pack.documentNumber };
  }
  const tariff = pack.fees.tariffs.find((each) => each.id === charge.tariff && isValidOn(each, asked.today));
  const asOf = charge.asOf ?? tariff?.asOf;
  return {
    total: tariff?.total ?? null,
    ca: tariff?.ca ?? null,
    seal: tariff?.seal ?? null,
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
