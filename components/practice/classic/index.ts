import { CLASSIC_WORDS } from '@/components/practice/skins/classic';
import { expectTargets } from '@/components/practice/skins/expect';
import type { Arrival, Skin } from '@/components/practice/skins/model';
import { layFrameset, resizeConsole } from './frameset';
import { ClassicSite } from './site';
import { CLASSIC_ID, plainView, viewOf } from './views';

const top = expectTargets.bind(null, 'top');
const content = expectTargets.bind(null, 'content');
const MENU = expectTargets('menu', 'ca-menu');

function arrive({ page, part, frames, view, store }: Arrival): 'render' | 'done' {
  const asked = part === 'content' ? plainView(view) : null;
  if (asked !== null && viewOf(store.get()) !== asked) store.dispatch({ type: 'open', page: asked });
  if (part !== 'top' || frames !== 'frameset' || store.get().tab.page === 'login') return 'render';
  layFrameset(page, viewOf(store.get()));
  return 'done';
}

/** Tables, frames, buttons with a value, and a new document for every answer. */
export const classicSkin: Skin = {
  id: CLASSIC_ID,
  documents: 'many',
  Site: ClassicSite,
  title: CLASSIC_WORDS.title,
  arrive,
  resizeConsole,
  expected: {
    'login-account': top('account-tab', 'ca-tab', 'login-submit'),
    'login-ca': top('account-tab', 'ca-tab', 'login-submit'),
    home: MENU,
    'ca-list': { ...MENU, ...content('unbind') },
    'ca-list-empty': { ...MENU, ...content('bind') },
    'ca-list-new': { ...MENU, ...content('unbind') },
    'unbind-confirm': content('unbind-confirm'),
    'unbind-done': content('result'),
    'unbind-done-out': top('result'),
    'bind-form': content('certificate-choice', 'pin-field', 'bind-confirm'),
    'bind-done': content('result'),
    'driver-missing': {},
    'key-missing': {},
    'pin-wrong': {},
    'pin-locked': {},
    'certificate-expired': {},
    'already-bound': {},
    'account-bound': {},
    'session-expired': {},
    'system-busy': {},
    'login-driver-missing': {},
    'login-key-missing': {},
    'login-pin-wrong': {},
    'login-pin-locked': {},
    'login-certificate-expired': {},
    'login-not-bound': {},
    'login-system-busy': {},
    seal: MENU,
    password: MENU,
    loading: {},
  },
};
