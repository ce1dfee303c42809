/** Binding again after a renewal, stride by stride: an everyday unbinding with its own pre-flight. */
import type { CardWish } from './overlay';
import type { Person } from './person';

export interface GuideStride {
  readonly name: string;
  readonly sees: CardWish;
  readonly act: (person: Person) => Promise<void>;
  /** The page the site is on before it, after a restart of the browser and a new login. */
  readonly from: 'login-account' | 'home' | 'ca-list';
}

const step = (name: string, page: string, targetState: string): CardWish => ({
  guide: 'bind-again',
  step: name,
  page,
  targetState,
});

/** From the login page, once the popup has said that it has to be bound again, to the last word on the page. */
export const BIND_AGAIN: readonly GuideStride[] = [
  {
    name: 'log in with account and password',
    from: 'login-account',
    sees: step('log-in', 'login-account', 'found'),
    act: (person) => person.clicksRing('login-submit'),
  },
  {
    name: 'open the list of certificates',
    from: 'home',
    sees: step('open-list', 'home', 'found'),
    act: (person) => person.clicksRing('ca-menu'),
  },
  {
    name: 'answer the everyday pre-flight',
    from: 'ca-list',
    sees: step('unbind-previous', 'ca-list', 'none'),
    act: async (person) => {
      await person.answersAll('yes');
    },
  },
  {
    name: 'unbind the former one',
    from: 'ca-list',
    sees: step('unbind-previous', 'ca-list', 'found'),
    act: async (person) => {
      await person.clicksRing('unbind');
      await person.sees(step('unbind-previous', 'unbind-confirm', 'found'));
      await person.clicksRing('unbind-confirm');
      await person.sees({ guide: 'bind-again', step: 'bind-new' });
      await person.leavesResult();
    },
  },
  {
    name: 'bind the renewed one',
    from: 'ca-list',
    sees: step('bind-new', 'ca-list', 'found'),
    act: async (person) => {
      await person.plugs('new');
      await person.clicksRing('bind');
      await person.sees(step('bind-new', 'bind-form', 'found'));
      await person.choosesCertificate();
      await person.typesPin();
      await person.clicksRing('bind-confirm');
      await person.sees({ guide: 'bind-again', step: 'try-login' });
      await person.leavesResult();
      await person.logsOut();
    },
  },
  {
    name: 'log in with it',
    from: 'login-account',
    sees: step('try-login', 'login-account', 'found'),
    act: async (person) => {
      await person.clicksRing('ca-tab');
      await person.sees(step('try-login', 'login-ca', 'found'));
      await person.typesPinAtLogin();
      await person.clicksRing('login-submit');
      await person.sees({ guide: 'bind-again', step: 'try-seal' });
    },
  },
  {
    name: 'say that seal and dates are done',
    from: 'home',
    sees: { guide: 'bind-again', step: 'try-seal' },
    act: async (person) => {
      await person.saysDone();
      await person.sees({ guide: 'bind-again', step: 'note-date' });
      await person.saysDone();
    },
  },
];

/** Does every stride in turn. @param before called once the card shows what the stride expects */
export async function walkBindAgain(
  person: Person,
  before: (stride: GuideStride, index: number) => Promise<void> = async () => undefined,
): Promise<void> {
  for (const [index, stride] of BIND_AGAIN.entries()) {
    await person.sees(stride.sees);
    await before(stride, index);
    await stride.act(person);
  }
}
