import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certificateOf } from './certificates';
import {
  afterReload,
  FAULTS,
  hasFault,
  judgePin,
  newPractice,
  PIN_TRIES,
  type PracticeEvent,
  type PracticeState,
  reducePractice,
} from './system';

const TODAY = '2023-09-20';

function play(state: PracticeState, ...events: PracticeEvent[]): PracticeState {
  return events.reduce(reducePractice, state);
}

const fresh = () => newPractice(TODAY);
const inside = () => play(fresh(), { type: 'login-account' }, { type: 'open', page: 'ca-list' });
const unbound = () => play(inside(), { type: 'ask-unbind' }, { type: 'confirm-unbind' }, { type: 'dismiss' });
const bindNew: readonly PracticeEvent[] = [
  { type: 'plug', key: 'new' },
  { type: 'ask-bind', reads: true },
  { type: 'submit-bind', pin: 'right' },
];

describe('the rebind', () => {
  it('goes from the old certificate to the new one, and CA login follows', () => {
    const unboundState = play(inside(), { type: 'ask-unbind' }, { type: 'confirm-unbind' });
    expect(unboundState.account.bound).toBeNull();
    expect(unboundState.tab.outcome).toBe('unbind-done');

    const bound = play(unboundState, ...bindNew);
    expect(bound.account.bound).toBe('new');
    expect(bound.tab).toMatchObject({ outcome: 'bind-done', dialog: null });

    const again = play(bound, { type: 'logout' }, { type: 'login-ca', pin: 'right' });
    expect(again.tab).toMatchObject({ session: 'login-ca', page: 'home' });

    const withOldKey = play(
      bound,
      { type: 'logout' },
      { type: 'plug', key: 'old' },
      { type: 'login-ca', pin: 'right' },
    );
    expect(withOldKey.tab).toMatchObject({ session: null, outcome: 'not-bound' });
  });

  it('lets the account in by password at every point, and by certificate only while it is bound', () => {
    const out = play(unbound(), { type: 'logout' });
    expect(play(out, { type: 'login-account' }).tab.session).toBe('login-account');
    for (const key of ['old', 'new'] as const) {
      const tried = play(out, { type: 'plug', key }, { type: 'login-ca', pin: 'right' });
      expect(tried.tab).toMatchObject({ session: null, outcome: 'not-bound' });
    }
  });

  it('binds one certificate an account: the second is refused, at the first click and at the last', () => {
    expect(play(inside(), { type: 'ask-bind', reads: false }).tab.outcome).toBe('account-bound');
    const stale = play(unbound(), { type: 'plug', key: 'new' }, { type: 'ask-bind', reads: false });
    const meanwhile: PracticeState = { ...stale, account: { ...stale.account, bound: 'old' } };
    const refused = play(meanwhile, { type: 'submit-bind', pin: 'right' });
    expect(refused.account.bound).toBe('old');
    expect(refused.tab.outcome).toBe('account-bound');
  });

  it('asks before it unbinds, and a cancelled question changes nothing', () => {
    const asked = play(inside(), { type: 'ask-unbind' });
    expect(asked.tab.dialog).toBe('unbind');
    expect(asked.account.bound).toBe('old');
    expect(play(asked, { type: 'cancel' })).toEqual(inside());
    expect(play(inside(), { type: 'confirm-unbind' }).account.bound).toBe('old');
  });

  it('binds nothing where no form is open', () => {
    const state = play(unbound(), { type: 'plug', key: 'new' }, { type: 'submit-bind', pin: 'right' });
    expect(state.account.bound).toBeNull();
  });
});

describe('the simulated key', () => {
  it('takes any six digits for a right PIN and anything else for a wrong one', () => {
    expect(['123456', '00000000'].map(judgePin)).toEqual(['right', 'right']);
    expect(['', '12345', 'abcdef', '12 3456', '１２３４５６'].map(judgePin)).toEqual(Array(5).fill('wrong'));
  });

  it('counts wrong PINs down to the lock, and a right one in between starts over', () => {
    const form = play(unbound(), { type: 'plug', key: 'new' }, { type: 'ask-bind', reads: true });
    let state = form;
    for (let left = PIN_TRIES - 1; left > 0; left -= 1) {
      state = play(state, { type: 'submit-bind', pin: 'wrong' });
      expect(state.tab).toMatchObject({ outcome: 'pin-wrong', dialog: 'bind' });
      expect(state.account.tries).toEqual({ old: PIN_TRIES, new: left });
    }
    expect(play(state, { type: 'submit-bind', pin: 'right' }).account).toMatchObject({
      bound: 'new',
      tries: { old: PIN_TRIES, new: PIN_TRIES },
    });
    state = play(state, { type: 'submit-bind', pin: 'wrong' });
    expect(state.tab.outcome).toBe('pin-locked');
    expect(play(state, { type: 'submit-bind', pin: 'right' }).tab.outcome).toBe('pin-locked');
    expect(play(state, { type: 'submit-bind', pin: 'right' }).account.bound).toBeNull();
    const unlocked = play(state, { type: 'lock', key: 'new', locked: false });
    expect(play(unlocked, { type: 'submit-bind', pin: 'right' }).account.bound).toBe('new');
  });

  it('locks one key without the other', () => {
    const locked = play(fresh(), { type: 'lock', key: 'old', locked: true });
    expect(play(locked, { type: 'login-ca', pin: 'right' }).tab.outcome).toBe('pin-locked');
    const other = play(unbound(), { type: 'lock', key: 'old', locked: true }, ...bindNew);
    expect(other.account.bound).toBe('new');
  });
});

describe('faults', () => {
  const on = (fault: (typeof FAULTS)[number]): PracticeEvent => ({ type: 'fault', fault, on: true });

  it.each([
    ['driver-missing', 'driver-missing'],
    ['certificate-expired', 'certificate-expired'],
    ['pin-wrong', 'pin-wrong'],
  ] as const)('%s is met at CA login', (fault, outcome) => {
    const state = play(fresh(), on(fault), { type: 'login-ca', pin: 'right' });
    expect(state.tab).toMatchObject({ outcome, session: null });
  });

  it('says that the key is missing, before the form or after it as the skin has it', () => {
    const none = play(unbound(), { type: 'plug', key: null });
    expect(play(none, { type: 'ask-bind', reads: true }).tab).toMatchObject({
      outcome: 'key-missing',
      dialog: null,
    });
    const form = play(none, { type: 'ask-bind', reads: false });
    expect(form.tab).toMatchObject({ outcome: null, dialog: 'bind' });
    expect(play(form, { type: 'submit-bind', pin: 'right' }).tab.outcome).toBe('key-missing');
  });

  it('refuses a certificate that another account holds', () => {
    const state = play(unbound(), on('already-bound'), ...bindNew);
    expect(state.tab.outcome).toBe('already-bound');
    expect(state.account.bound).toBeNull();
  });

  it('loses the session once, leaves the binding as it was, and leads back to the login', () => {
    const lost = play(inside(), { type: 'ask-unbind' }, on('session-expired'), { type: 'confirm-unbind' });
    expect(lost.tab).toMatchObject({ outcome: 'session-expired', session: null, dialog: null });
    expect(lost.account.bound).toBe('old');
    const login = play(lost, { type: 'dismiss' });
    expect(login.tab).toMatchObject({ page: 'login', outcome: null });
    expect(hasFault(login, 'session-expired')).toBe(false);
    expect(play(login, { type: 'login-account' }).tab.page).toBe('home');
  });

  it('stays busy until switched off, and does nothing meanwhile', () => {
    const busy = play(inside(), on('system-busy'));
    expect(play(busy, { type: 'ask-unbind' }).tab).toMatchObject({ outcome: 'system-busy', dialog: null });
    const well = play(busy, { type: 'fault', fault: 'system-busy', on: false }, { type: 'ask-unbind' });
    expect(well.tab).toMatchObject({ outcome: null, dialog: 'unbind' });
  });

  it('unbinds at once, or throws out after unbinding, where told to', () => {
    expect(play(inside(), on('unbind-at-once'), { type: 'ask-unbind' }).account.bound).toBeNull();
    const out = play(inside(), on('logout-after-unbind'), { type: 'ask-unbind' }, { type: 'confirm-unbind' });
    expect(out.tab).toMatchObject({ session: null, page: 'login', outcome: 'unbind-done' });
  });
});

describe('reload, logout and start over', () => {
  it('keeps the session and the place through a reload, without dialogs or messages', () => {
    const asked = play(inside(), { type: 'ask-unbind' });
    expect(afterReload(asked)).toEqual(inside());
    const expired = play(
      inside(),
      { type: 'fault', fault: 'session-expired', on: true },
      { type: 'ask-unbind' },
    );
    expect(afterReload(expired).tab.page).toBe('login');
  });

  it('starts over with the day and the account it had', () => {
    const state = play(newPractice(TODAY, 'b'), { type: 'today', date: '2023-10-12' }, { type: 'reset' });
    expect(state).toEqual(newPractice('2023-10-12', 'b'));
  });

  it('lets nobody act without a session', () => {
    const actions: PracticeEvent[] = [
      { type: 'open', page: 'ca-list' },
      { type: 'ask-unbind' },
      { type: 'ask-bind', reads: true },
    ];
    for (const action of actions) {
      const state = play(fresh(), action);
      expect(state.tab.outcome).toBe('session-expired');
      expect(state.account).toEqual(fresh().account);
    }
  });
});

describe('any sequence of events', () => {
  const key = fc.constantFrom('old', 'new');
  const pin = fc.constantFrom('right', 'wrong', 'not-asked');
  const event: fc.Arbitrary<PracticeEvent> = fc.oneof(
    fc.record({ type: fc.constant('choose-way'), way: fc.constantFrom('login-account', 'login-ca') }),
    fc.record({
      type: fc.constantFrom('login-account', 'logout', 'ask-unbind', 'confirm-unbind', 'cancel', 'dismiss'),
    }),
    fc.record({ type: fc.constantFrom('login-ca', 'submit-bind'), pin }),
    fc.record({ type: fc.constant('open'), page: fc.constantFrom('home', 'ca-list', 'seal', 'password') }),
    fc.record({ type: fc.constant('ask-bind'), reads: fc.boolean() }),
    fc.record({ type: fc.constant('plug'), key: fc.option(key) }),
    fc.record({ type: fc.constant('lock'), key, locked: fc.boolean() }),
    fc.record({ type: fc.constant('fault'), fault: fc.constantFrom(...FAULTS), on: fc.boolean() }),
  ) as fc.Arbitrary<PracticeEvent>;

  it('keeps the rules of the system', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        let state = fresh();
        for (const each of events) {
          const before = state;
          state = reducePractice(before, each);
          const { old, new: next } = state.account.tries;
          expect(Math.min(old, next)).toBeGreaterThanOrEqual(0);
          expect(Math.max(old, next)).toBeLessThanOrEqual(PIN_TRIES);
          // The binding changes only with a session, and says so.
          if (state.account.bound !== before.account.bound) {
            expect(before.tab.session).not.toBeNull();
            expect(state.tab.outcome).toBe(state.account.bound === null ? 'unbind-done' : 'bind-done');
            expect(before.account.bound === null || state.account.bound === null).toBe(true);
          }
          // A certificate opens the door only if it is the one that is bound.
          if (each.type === 'login-ca' && state.tab.session === 'login-ca' && before.tab.session === null) {
            expect(state.account.plugged).toBe(state.account.bound);
          }
          if (state.tab.dialog !== null) expect(state.tab.session).not.toBeNull();
        }
      }),
    );
  });
});

describe('certificates', () => {
  it('are valid on the day of the rehearsal, across the end of a year', () => {
    for (const today of ['2023-09-20', '2023-12-30', '2024-02-29']) {
      for (const account of ['a', 'b'] as const) {
        for (const key of ['old', 'new'] as const) {
          const { validFrom, validUntil } = certificateOf(account, key, today);
          expect(validFrom < today && today < validUntil).toBe(true);
        }
      }
      expect(certificateOf('a', 'new', today, true).validUntil < today).toBe(true);
    }
  });

  it('differ by account and key', () => {
    const serials = (['a', 'b'] as const).flatMap((account) =>
      (['old', 'new'] as const).map((key) => certificateOf(account, key, TODAY).serial),
    );
    expect(new Set(serials).size).toBe(4);
  });
});
