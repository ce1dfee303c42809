import { ELEMENT_WORDS } from '@/components/practice/skins/element';
import { expectTargets } from '@/components/practice/skins/expect';
import type { Skin } from '@/components/practice/skins/model';
import { ElementSite } from './site';

const top = expectTargets.bind(null, 'top');
const ACCOUNT_PANE = top('account-tab', 'ca-tab', 'login-submit');
const CA_PANE = top('account-tab', 'ca-tab', 'pin-field', 'login-submit');
const UNBOUND_LIST = top('ca-menu', 'bind');
const BOUND_LIST = top('ca-menu', 'bind', 'unbind');
const BIND_FORM = top('certificate-choice', 'pin-field', 'bind-confirm');

/** Element-UI-like markup: spans for tabs, div dialogs, one document, a hash that follows. */
export const elementSkin: Skin = {
  id: 'element',
  documents: 'one',
  Site: ElementSite,
  title: ELEMENT_WORDS.title,
  expected: {
    'login-account': ACCOUNT_PANE,
    'login-ca': CA_PANE,
    home: top('ca-menu'),
    'ca-list': BOUND_LIST,
    'ca-list-empty': UNBOUND_LIST,
    'ca-list-new': BOUND_LIST,
    'unbind-confirm': top('unbind-confirm'),
    'unbind-done': top('result'),
    'unbind-done-out': top('result'),
    'bind-form': BIND_FORM,
    'bind-done': top('result'),
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
    seal: top('ca-menu'),
    password: top('ca-menu'),
    loading: {},
  },
};
