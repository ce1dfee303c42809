import { expectTargets, type SkinExpectations } from '@/components/practice/states';

const top = expectTargets.bind(null, 'top');
const BOUND_LIST = top('ca-menu', 'bind', 'unbind');

export const ELEMENT_EXPECTED: SkinExpectations = {
  'login-account': top('account-tab', 'ca-tab', 'login-submit'),
  'login-ca': top('account-tab', 'ca-tab', 'pin-field', 'login-submit'),
  home: top('ca-menu'),
  'ca-list': BOUND_LIST,
  'ca-list-empty': top('ca-menu', 'bind'),
  'ca-list-new': BOUND_LIST,
  'unbind-confirm': top('unbind-confirm'),
  'bind-form': top('certificate-choice', 'pin-field', 'bind-confirm'),
  seal: top('ca-menu'),
  password: top('ca-menu'),
  loading: top('ca-menu'),
};
