/** The whole rebind in the transition, stride by stride, so that tests can interrupt between any two. */
import { type CardWish, waitForRing } from './overlay';
import type { Person } from './person';

export interface Stride {
  readonly name: string;
  /** What the card must show before it. */
  readonly sees: CardWish;
  /** The card warns here not to go on yet: once it is painted, the ledger says so. */
  readonly warns?: true;
  /** What the person then does. */
  readonly act: (person: Person) => Promise<void>;
}

const rebind = (step: string, page: string, targetState: string): CardWish => ({
  guide: 'rebind',
  step,
  page,
  targetState,
});

/**
 * From the login page to the last step. Between two strides the site has settled, and the card shows what
 * the next stride `sees`.
 */
export const REBIND: readonly Stride[] = [
  {
    name: 'log in with account and password',
    sees: rebind('log-in', 'login-account', 'found'),
    act: (person) => person.clicksRing('login-submit'),
  },
  {
    name: 'open the list of certificates',
    sees: rebind('open-list', 'home', 'found'),
    act: (person) => person.clicksRing('ca-menu'),
  },
  {
    name: 'answer the pre-flight questions',
    sees: rebind('unbind-old', 'ca-list', 'none'),
    warns: true,
    act: async (person) => {
      await person.answersAll('yes');
    },
  },
  {
    name: 'unbind the old CA',
    sees: rebind('unbind-old', 'ca-list', 'found'),
    act: (person) => person.clicksRing('unbind'),
  },
  {
    name: 'confirm the unbinding',
    sees: rebind('confirm-unbind', 'unbind-confirm', 'found'),
    act: async (person) => {
      await person.clicksRing('unbind-confirm');
      await person.sees({ guide: 'rebind', step: 'start-bind' });
      await person.leavesResult();
    },
  },
  {
    name: 'plug in the new key and start binding',
    sees: rebind('start-bind', 'ca-list', 'found'),
    act: async (person) => {
      await person.plugs('new');
      await person.clicksRing('bind');
    },
  },
  {
    name: 'bind the new CA',
    sees: rebind('bind-new', 'bind-form', 'found'),
    act: async (person) => {
      // The ring goes before the person, from one control of the form to the next.
      await waitForRing(person.page, 'certificate-choice');
      await person.choosesCertificate();
      await person.typesPin();
      await person.clicksRing('bind-confirm');
      await person.sees({ guide: 'rebind', step: 'try-login' });
      await person.leavesResult();
      await person.logsOut();
    },
  },
  {
    name: 'choose the login with the CA',
    sees: rebind('try-login', 'login-account', 'found'),
    act: (person) => person.clicksRing('ca-tab'),
  },
  {
    name: 'log in with the new CA',
    sees: rebind('try-login', 'login-ca', 'found'),
    act: async (person) => {
      await person.typesPinAtLogin();
      await person.clicksRing('login-submit');
    },
  },
  {
    name: 'say that the new seal was tried',
    sees: { guide: 'rebind', step: 'try-seal' },
    act: (person) => person.saysDone(),
  },
];

/** Does every stride in turn. @param before called once the card shows what the stride expects */
export async function walkRebind(
  person: Person,
  before: (stride: Stride, index: number) => Promise<void> = async () => undefined,
): Promise<void> {
  for (const [index, stride] of REBIND.entries()) {
    await person.sees(stride.sees);
    await before(stride, index);
    await stride.act(person);
  }
}
