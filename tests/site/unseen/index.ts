import { expectTargets } from '@/components/practice/skins/expect';
import type { Skin } from '@/components/practice/skins/model';
import { UnseenSite } from './site';
import { UNSEEN_WORDS } from './words';

const top = expectTargets.bind(null, 'top');

/** Cards and layers, anchors and `b` for buttons, another vocabulary, a native modal dialog. */
export const unseenSkin: Skin = {
  id: 'unseen',
  documents: 'one',
  Site: UnseenSite,
  title: UNSEEN_WORDS.title,
  expected: {
    'login-account': top('account-tab', 'ca-tab', 'login-submit'),
    'login-ca': top('account-tab', 'ca-tab', 'pin-field', 'login-submit'),
    home: top('ca-menu'),
    'ca-list': top('ca-menu', 'unbind'),
    'ca-list-empty': top('ca-menu', 'bind'),
    'ca-list-new': top('ca-menu', 'unbind'),
    'unbind-confirm': top('unbind-confirm'),
    'unbind-done': top('result'),
    'unbind-done-out': top('result'),
    'bind-form': top('certificate-choice', 'pin-field', 'bind-confirm'),
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
