/** What a colleague would say of prices and who pays them: whose price it is, paid how often, and what goes beyond the first set. Pure. */
import type { Advice } from './advice-model';
import { amends } from './base';
import type { Draft } from './draft';
import type { Entry } from './sections';

const ONE_KEY = /[主副]锁/;

/** Whether people of one of them may be of the other too: none named is everybody. */
const shares = (one: readonly string[], other: readonly string[]) =>
  one.length === 0 || other.length === 0 || one.some((each) => other.includes(each));

/** The share beyond what one charge pays for the first set. */
function isBeyond(first: Entry<'charges'>, other: Entry<'charges'>): boolean {
  return (
    other.set === 'further' &&
    other.business === first.business &&
    shares(first.keys, other.keys) &&
    shares(first.audiences, other.audiences)
  );
}

function* onCharges({ entries }: Draft): Generator<Advice> {
  const { charges, tariffs, keys } = entries;
  const hasRole = (role: string) => keys.some((key) => key.generation === 'new' && key.role === role);
  const isOfKinds = hasRole('main') && hasRole('sub');
  for (const charge of charges) {
    const entry = { section: 'charges', id: charge.id } as const;
    const price = tariffs.find(({ id }) => id === charge.tariff);
    // A price of one kind of key that says of none is told as the price of a whole set.
    if (price && charge.keys.length === 0 && price.per !== 'once') {
      if (isOfKinds || ONE_KEY.test(price.name))
        yield { code: 'chargeWhose', params: { name: price.name }, entry };
    }
    if (charge.set === 'first' && !charges.some((other) => isBeyond(charge, other))) {
      yield { code: 'firstAlone', params: {}, entry };
    }
  }
}

export function* onPrices(draft: Draft): Generator<Advice> {
  const { tariffs, charges } = draft.entries;
  for (const { id, name, per } of tariffs) {
    const entry = { section: 'tariffs', id } as const;
    if (per !== 'once' && /工本费|补办|遗失|损坏/.test(name))
      yield { code: 'oncePrice', params: { name }, entry };
    // What no charge names is shown to nobody: the old price stays where a new one was meant to take its place.
    if (!charges.some(({ tariff }) => tariff === id)) {
      yield { code: amends(draft) ? 'priceBeside' : 'priceNotUsed', params: { name }, entry };
    }
  }
  yield* onCharges(draft);
}
