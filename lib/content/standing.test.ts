import { describe, expect, it } from 'vitest';
import { rememberStanding } from './standing';

/** A document whose address and acts the test sets. */
function visit() {
  const at = { address: 'https://site/login', acts: 0 };
  const find = rememberStanding(
    () => at.address,
    () => at.acts,
  );
  return { at, see: (texts: readonly string[], form = '') => find({ asks: 'pin', form }, texts) };
}

describe('what stood before the person did something', () => {
  it('is no answer; what comes after an act in the same view is one, also where there is no form', () => {
    const { at, see } = visit();
    expect(see(['口令为6位'])).toEqual([]);
    at.acts += 1;
    expect(see(['口令为6位', '口令错误'])).toEqual(['口令错误']);
  });

  it('is remembered of one address alone', () => {
    const { at, see } = visit();
    see(['口令为6位']);
    at.acts += 1;
    at.address = 'https://site/other';
    expect(see(['口令为8位'])).toEqual([]);
  });

  it('is remembered of the form that is back, and of no more forms than a page has', () => {
    const { at, see } = visit();
    const leaveAndComeBack = (forms: number) => {
      see(['口令为6位'], 'login');
      at.acts += 1;
      for (let form = 0; form < forms; form += 1) see([], `other-${form}`);
      // Another view lies between, so that it is by the form alone.
      at.address = 'https://site/between';
      see([]);
      at.address = 'https://site/login';
      return see(['口令为6位', '口令错误'], 'login');
    };
    expect(leaveAndComeBack(3)).toEqual(['口令错误']);
    expect(leaveAndComeBack(40)).toEqual([]);
  });
});
