import { expectTargets, type SkinExpectations } from '@/components/practice/states';

const top = expectTargets.bind(null, 'top');
const content = expectTargets.bind(null, 'content');
const MENU = expectTargets('menu', 'ca-menu');
const LOGIN = top('account-tab', 'ca-tab', 'login-submit');

export const CLASSIC_EXPECTED: SkinExpectations = {
  'login-account': LOGIN,
  'login-ca': LOGIN,
  home: MENU,
  'ca-list': { ...MENU, ...content('unbind') },
  'ca-list-empty': { ...MENU, ...content('bind') },
  'ca-list-new': { ...MENU, ...content('unbind') },
  'unbind-confirm': content('unbind-confirm'),
  'bind-form': content('certificate-choice', 'pin-field', 'bind-confirm'),
  seal: MENU,
  password: MENU,
  loading: MENU,
};
