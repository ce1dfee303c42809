import { expectTargets, type SkinExpectations } from '@/components/practice/states';

const top = expectTargets.bind(null, 'top');

export const UNSEEN_EXPECTED: SkinExpectations = {
  'login-account': top('account-tab', 'ca-tab', 'login-submit'),
  'login-ca': top('account-tab', 'ca-tab', 'pin-field', 'login-submit'),
  home: top('ca-menu'),
  'ca-list': top('ca-menu', 'unbind'),
  'ca-list-empty': top('ca-menu', 'bind'),
  'ca-list-new': top('ca-menu', 'unbind'),
  'unbind-confirm': top('unbind-confirm'),
  'bind-form': top('certificate-choice', 'pin-field', 'bind-confirm'),
  seal: top('ca-menu'),
  password: top('ca-menu'),
  loading: top('ca-menu'),
};
