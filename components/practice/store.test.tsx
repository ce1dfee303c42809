import { describe, expect, it } from 'vitest';
import { addressOf, readAddress, withoutOnce } from './address';
import { SCENARIO_NAMES, setScene } from './scenarios';
import { createPracticeStore, type KeyValues, type PracticeStoreOptions } from './store';
import { newPractice } from './system';

function memory(start: Record<string, string> = {}): KeyValues & { readonly map: Map<string, string> } {
  const map = new Map(Object.entries(start));
  return {
    map,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  };
}

const refusing: KeyValues = {
  getItem() {
    throw new Error('refused');
  },
  setItem() {
    throw new Error('refused');
  },
  removeItem() {
    throw new Error('refused');
  },
};

function storeOn(options: Partial<PracticeStoreOptions> = {}) {
  return createPracticeStore({
    local: memory(),
    session: memory(),
    usualDay: '2026-11-22',
    forgetsDialogs: true,
    ...options,
  });
}

describe('the practice store', () => {
  it('keeps the binding over a closed browser, and forgets the session with the tab', () => {
    const local = memory();
    const first = storeOn({ local });
    first.dispatch({ type: 'login-account' });
    first.dispatch({ type: 'ask-unbind' });
    first.dispatch({ type: 'confirm-unbind' });
    const next = storeOn({ local });
    expect(next.get().account.bound).toBeNull();
    expect(next.get().tab).toMatchObject({ session: null, page: 'login' });
  });

  it('stays logged in through a reload; a single page loses its dialog, a document keeps it', () => {
    const parts = { local: memory(), session: memory() };
    const before = storeOn(parts);
    before.dispatch({ type: 'login-account' });
    before.dispatch({ type: 'open', page: 'ca-list' });
    before.dispatch({ type: 'ask-unbind' });
    expect(storeOn({ ...parts, forgetsDialogs: false }).get().tab.dialog).toBe('unbind');
    expect(storeOn(parts).get().tab).toMatchObject({
      session: 'login-account',
      page: 'ca-list',
      dialog: null,
    });
  });

  it('keeps two accounts apart, whichever tab they are in', () => {
    const local = memory();
    const one = storeOn({ local });
    const two = storeOn({ local });
    two.switchAccount('b');
    one.dispatch({ type: 'login-account' });
    one.dispatch({ type: 'ask-unbind' });
    one.dispatch({ type: 'confirm-unbind' });
    two.refresh();
    expect(two.get().account.bound).toBe('old');
    two.switchAccount('a');
    expect(two.get().account.bound).toBeNull();
  });

  it('takes up what another document of the tab wrote, and tells its listeners', () => {
    const parts = { local: memory(), session: memory() };
    const menu = storeOn(parts);
    const content = storeOn(parts);
    let heard = 0;
    const stop = content.subscribe(() => {
      heard += 1;
    });
    menu.dispatch({ type: 'plug', key: 'new' });
    content.refresh();
    expect(content.get().account.plugged).toBe('new');
    expect(heard).toBe(1);
    stop();
    content.refresh();
    expect(heard).toBe(1);
  });

  it('does not undo what another document did and it has not heard of yet', () => {
    const parts = { local: memory(), session: memory() };
    const top = storeOn(parts);
    const content = storeOn(parts);
    content.dispatch({ type: 'login-account' });
    content.dispatch({ type: 'ask-unbind' });
    content.dispatch({ type: 'confirm-unbind' });
    top.dispatch({ type: 'plug', key: 'new' });
    expect(storeOn(parts).get().account).toMatchObject({ bound: null, plugged: 'new' });
  });

  it('begins afresh on storage it cannot read, and runs on where storage is refused', () => {
    const odd = memory({ 'practice-account-a': '{"bound":"third"}', 'practice-day': '"tomorrow"' });
    const torn = memory({ 'practice-tab': '{not json' });
    expect(storeOn({ local: odd, session: torn }).get()).toEqual(newPractice('2026-11-22'));
    const store = storeOn({ local: refusing, session: refusing });
    store.dispatch({ type: 'login-account' });
    // Nothing to write, and so nothing refused: no reason to trust the storage again.
    store.dispatch({ type: 'confirm-unbind' });
    store.dispatch({ type: 'open', page: 'ca-list' });
    expect(store.get().tab).toMatchObject({ session: 'login-account', page: 'ca-list' });
  });

  it('never writes a PIN or a password', () => {
    const parts = { local: memory(), session: memory() };
    const store = storeOn(parts);
    for (const name of SCENARIO_NAMES) store.put(setScene(name, store.get()));
    store.dispatch({ type: 'login-ca', pin: 'right' });
    const written = [...parts.local.map.values(), ...parts.session.map.values()].join();
    expect(written).not.toMatch(/right|password":|pin":/);
  });
});

describe('practice addresses', () => {
  it('reads what it knows and passes over the rest', () => {
    const address = readAddress(
      '?skin=classic&part=menu&frames=frameset&state=ca-list&account=b&key=none&faults=pin-wrong,made-up&date=2023-09-20',
    );
    expect(address).toEqual({
      skin: 'classic',
      part: 'menu',
      frames: 'frameset',
      view: null,
      once: {
        state: 'ca-list',
        account: 'b',
        key: 'none',
        faults: ['pin-wrong'],
        date: '2023-09-20',
      },
    });
    expect(readAddress('?part=x&frames=y&state=toString&account=c&key=third&date=20.9.').once).toEqual({
      state: null,
      account: null,
      key: null,
      faults: null,
      date: null,
    });
  });

  it('takes out what is to be applied once, so that a reload goes on', () => {
    expect(withoutOnce('?skin=classic&state=home&date=2023-09-20&key=new')).toBe('?skin=classic');
    expect(withoutOnce('?state=home')).toBe('');
  });

  it('gives each document of a site an address that reads back', () => {
    const address = readAddress(addressOf('classic', 'content', 'frameset', 'ca-list'));
    expect(address).toMatchObject({ skin: 'classic', part: 'content', frames: 'frameset', view: 'ca-list' });
  });
});
