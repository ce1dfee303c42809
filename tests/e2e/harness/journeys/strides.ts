/** Strides that several guides share. */
import { expect } from '@playwright/test';
import type { Fault } from '@/components/practice/system';
import { type CardWish, clickInCard, readRings, waitForRing } from '../overlay';
import type { Person } from '../person';
import type { Mishap, Place, Stride } from './model';

export const wish = (guide: string, step: string, page: string, targetState: string): CardWish => ({
  guide,
  step,
  page,
  targetState,
});

type Act = Stride['act'];

const BUSY = ['system-busy', 'system-busy'] as const;
const NO_ASSISTANT = ['driver-missing', 'assistant-missing'] as const;

/** A fault of the site, switched on once all is `ready` and met by acting. */
export function fault(
  name: Fault,
  [page, trouble]: readonly [page: string, trouble: string],
  act: Act,
  ready: Act = async () => undefined,
): Mishap {
  return {
    name,
    begins: async (person) => {
      await ready(person);
      await person.setsFault(name, true);
      await act(person);
    },
    sees: { page, trouble, targetState: 'none' },
    ends: (person) => person.setsFault(name, false),
    leadsAway: true,
  };
}

/** A native alert box: chosen by its text, and called over. */
export function alertBox(trouble: string): Mishap {
  return {
    name: `alert: ${trouble}`,
    begins: (person) => person.choosesTrouble(trouble),
    sees: { trouble, targetState: 'none' },
    ends: (person) => clickInCard(person.page, '[data-action="trouble-over"]'),
    leadsAway: false,
  };
}

/** A step away from the page, said done in the card. */
export function word(guide: string, step: string, more: Partial<Stride> = {}): Stride {
  return {
    name: `say: ${step}`,
    from: 'login-account',
    sees: { guide, step, targetState: 'none' },
    act: (person) => person.saysDone(),
    byWord: true,
    mishaps: [alertBox('wrong-key')],
    ...more,
  };
}

export function skipped(guide: string, step: string, more: Partial<Stride> = {}): Stride {
  return word(guide, step, { name: `not needed: ${step}`, act: (person) => person.skips(), ...more });
}

/** Words that end one step after the other, given on one page. */
export const words = (guide: string, steps: readonly string[], from: Place = 'login-account') =>
  steps.map((step) => word(guide, step, { from }));

export const logIn = (guide: string): Stride => ({
  name: 'log in with account and password',
  from: 'login-account',
  sees: wish(guide, 'log-in', 'login-account', 'found'),
  act: (person) => person.clicksRing('login-submit'),
  mishaps: [fault('system-busy', BUSY, (person) => person.clicksControl('login-submit'))],
});

export const openList = (guide: string): Stride => ({
  name: 'open the list of certificates',
  from: 'home',
  sees: wish(guide, 'open-list', 'home', 'found'),
  act: (person) => person.clicksRing('ca-menu'),
});

/** @param says what the card has to tell beside its questions */
export const answerAll = (guide: string, step: string, says?: RegExp): Stride => ({
  name: 'answer the pre-flight questions',
  from: 'ca-list',
  sees: { ...wish(guide, step, 'ca-list', 'none'), ...(says && { says }) },
  warns: true,
  act: async (person) => {
    // Nothing is pointed at before the answers.
    expect(await readRings(person.page)).toEqual([]);
    await person.answersAll('yes');
  },
});

export const askUnbind = (guide: string, step: string): Stride => ({
  name: 'unbind',
  from: 'ca-list',
  sees: wish(guide, step, 'ca-list', 'found'),
  act: (person) => person.clicksRing('unbind'),
  mishaps: [
    fault('session-expired', ['session-expired', 'session-expired'], (person) =>
      person.clicksControl('unbind'),
    ),
  ],
});

export const confirmUnbind = (guide: string, step: string, next: string): Stride => ({
  name: 'confirm the unbinding',
  from: 'unbind-confirm',
  sees: wish(guide, step, 'unbind-confirm', 'found'),
  act: async (person) => {
    await person.clicksRing('unbind-confirm');
    await person.sees({ guide, step: next });
    await person.leavesResult();
  },
  mishaps: [fault('system-busy', BUSY, (person) => person.clicksControl('unbind-confirm'))],
});

async function fillsForm(person: Person): Promise<void> {
  await person.choosesCertificate();
  await person.typesPin();
}

const sendsForm: Act = (person) => person.clicksControl('bind-confirm');

const KEY_OUT: Mishap = {
  name: 'key unplugged',
  begins: async (person) => {
    await fillsForm(person);
    await person.plugs(null);
    await sendsForm(person);
  },
  sees: { page: 'key-missing', trouble: 'key-missing', targetState: 'none', says: '先看插的是不是对的那把' },
  ends: (person) => person.plugs('new'),
  leadsAway: true,
};

export const startBind = (guide: string, step: string): Stride => ({
  name: 'plug in the new key and start binding',
  from: 'ca-list',
  sees: wish(guide, step, 'ca-list', 'found'),
  act: async (person) => {
    await person.plugs('new');
    await person.clicksRing('bind');
  },
});

export const bindNew = (guide: string, step: string, next: string): Stride => ({
  name: 'bind the new CA',
  from: 'bind-form',
  sees: wish(guide, step, 'bind-form', 'found'),
  act: async (person) => {
    // The ring goes before the person, from one control of the form to the next.
    await waitForRing(person.page, 'certificate-choice');
    await fillsForm(person);
    await person.clicksRing('bind-confirm');
    await person.sees({ guide, step: next });
    await person.leavesResult();
    await person.logsOut();
  },
  mishaps: [
    KEY_OUT,
    fault('driver-missing', NO_ASSISTANT, sendsForm, fillsForm),
    fault('pin-wrong', ['pin-wrong', 'pin-wrong'], sendsForm, fillsForm),
    fault('certificate-expired', ['certificate-expired', 'certificate-expired'], sendsForm, fillsForm),
    fault('already-bound', ['already-bound', 'already-bound'], sendsForm, fillsForm),
  ],
});

/** The login with the CA, in two strides. */
export const tryLogin = (guide: string, next: string, step = 'try-login'): readonly Stride[] => [
  {
    name: 'choose the login with the CA',
    from: 'login-account',
    sees: wish(guide, step, 'login-account', 'found'),
    act: (person) => person.clicksRing('ca-tab'),
  },
  {
    name: 'log in with the CA',
    from: 'login-ca',
    sees: wish(guide, step, 'login-ca', 'found'),
    act: async (person) => {
      await person.typesPinAtLogin();
      await person.clicksRing('login-submit');
      // Past this step, or at the end of the guide.
      await person.sees(next === 'finished' ? { guide, page: 'home' } : { guide, step: next });
    },
    mishaps: [
      fault(
        'driver-missing',
        NO_ASSISTANT,
        (person) => person.clicksControl('login-submit'),
        (person) => person.typesPinAtLogin(),
      ),
    ],
  },
];
