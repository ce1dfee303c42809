/**
 * One journey through each guide of the notice: who, on which day, and what the person does page by page.
 * The quick suite walks each with one interruption, the full one with every kind before every stride
 * (tests/e2e/journeys.spec.ts).
 */

import { clickInCard } from '../overlay';
import { type SubjectEntry, sentences } from '../own-pages';
import type { Journey, Stride } from './model';
import {
  answerAll,
  askUnbind,
  bindNew,
  confirmUnbind,
  logIn,
  openList,
  skipped,
  startBind,
  tryLogin,
  word,
  words,
} from './strides';

const FINISHED = sentences('zh')('card.finished.title');

/** Days of the notice: applications run; unbinding is open; over; over for years, holidays known. */
const [APPLYING, TRANSITION, AFTER, NOW] = ['2023-09-04', '2023-09-20', '2023-10-16', '2026-11-20'];

const BUDGET_UNIT: SubjectEntry = { name: '演练单位甲', audience: 'budget-unit', level: 'city' };
const FRAMEWORK: SubjectEntry = { name: '演练单位乙', audience: 'framework-supplier', level: 'city' };

/** Nothing is bound, and the new key is in the slot. */
const UNBOUND = 'ca-list-empty';

const ends = (guide: string) => ({ guide, targetState: 'none', says: FINISHED });

/** The swap, from the login page to the last word. */
export const REBIND: readonly Stride[] = [
  logIn('rebind'),
  openList('rebind'),
  answerAll('rebind', 'unbind-old'),
  askUnbind('rebind', 'unbind-old'),
  confirmUnbind('rebind', 'confirm-unbind', 'start-bind'),
  startBind('rebind', 'start-bind'),
  bindNew('rebind', 'bind-new', 'try-login'),
  ...tryLogin('rebind', 'try-seal'),
  word('rebind', 'try-seal', { from: 'home' }),
];

/** The word that the new CA has come: the facts lead on to the guide that binds it. */
const receives = (guide: string): Stride =>
  word(guide, 'receive-new', {
    name: 'say: the new CA is in hand',
    act: (person) => clickInCard(person.page, '[data-action="holds-new-yes"]'),
  });

export const JOURNEYS: readonly Journey[] = [
  {
    guide: 'prepare',
    date: APPLYING,
    subject: BUDGET_UNIT,
    picks: null,
    strides: words('prepare', [
      'apply-unit',
      'receive-new',
      'try-pin',
      'check-account',
      'settle-contracts',
      'keep-old',
    ]),
    ends: ends('prepare'),
  },
  {
    guide: 'apply',
    date: APPLYING,
    subject: FRAMEWORK,
    picks: 'apply',
    strides: words('apply', ['form-framework', 'stamp-licence', 'go-on-site', 'receive']),
    ends: ends('apply'),
  },
  {
    guide: 'await-new',
    date: TRANSITION,
    subject: BUDGET_UNIT,
    picks: 'await-new',
    strides: [word('await-new', 'ask-progress'), receives('await-new')],
    ends: { guide: 'rebind', step: 'log-in' },
  },
  {
    guide: 'rebind',
    date: TRANSITION,
    subject: BUDGET_UNIT,
    picks: null,
    strides: REBIND,
    ends: ends('rebind'),
  },
  {
    guide: 'late-comer',
    date: AFTER,
    subject: BUDGET_UNIT,
    picks: 'late-comer',
    strides: [...words('late-comer', ['ask-first', 'get-new-unit']), receives('late-comer')],
    ends: { guide: 'first-binding', step: 'log-in' },
  },
  {
    guide: 'first-binding',
    date: NOW,
    subject: FRAMEWORK,
    picks: null,
    account: UNBOUND,
    strides: [
      logIn('first-binding'),
      openList('first-binding'),
      startBind('first-binding', 'start-bind'),
      bindNew('first-binding', 'bind-new', 'try-login'),
      ...tryLogin('first-binding', 'try-seal'),
      word('first-binding', 'try-seal', { from: 'home' }),
    ],
    ends: ends('first-binding'),
  },
  {
    guide: 'bind-again',
    date: NOW,
    subject: BUDGET_UNIT,
    picks: 'bind-again',
    strides: [
      word('bind-again', 'check-needed'),
      logIn('bind-again'),
      openList('bind-again'),
      answerAll('bind-again', 'unbind-previous', /不是按通知换新CA/),
      askUnbind('bind-again', 'unbind-previous'),
      confirmUnbind('bind-again', 'unbind-previous', 'bind-new'),
      startBind('bind-again', 'bind-new'),
      bindNew('bind-again', 'bind-new', 'try-login'),
      ...tryLogin('bind-again', 'try-seal'),
      ...words('bind-again', ['try-seal', 'note-date'], 'home'),
    ],
    ends: ends('bind-again'),
  },
  {
    guide: 'hand-over',
    date: NOW,
    subject: BUDGET_UNIT,
    picks: 'hand-over',
    strides: [
      ...words('hand-over', ['check-holder', 'settle-contracts', 'hand-keys', 'change-pin', 'hand-account']),
      logIn('hand-over'),
      openList('hand-over'),
      // The account stays: nothing has to be unbound.
      skipped('hand-over', 'unbind-previous', { from: 'ca-list' }),
      skipped('hand-over', 'bind-new', {
        from: 'ca-list',
        // Something is bound: some skins show no control to bind then, so nothing is said of where it is.
        sees: { guide: 'hand-over', step: 'bind-new' },
        act: async (person) => {
          await person.skips();
          await person.sees({ guide: 'hand-over', step: 'try-login' });
          await person.logsOut();
        },
        // What follows is done on this very page.
        byWord: undefined,
      }),
      ...tryLogin('hand-over', 'try-seal'),
      word('hand-over', 'try-seal', { from: 'home' }),
    ],
    ends: ends('hand-over'),
  },
  {
    guide: 'unbind-by-application',
    date: NOW,
    subject: FRAMEWORK,
    picks: 'unbind-by-application',
    account: UNBOUND,
    strides: [
      ...words('unbind-by-application', ['ask-form', 'fill-form']),
      {
        ...word('unbind-by-application', 'hand-in'),
        name: 'answer the questions and hand in',
        act: async (person) => {
          await person.answersAll('yes');
          await person.saysDone();
        },
        byWord: undefined,
      },
      word('unbind-by-application', 'wait'),
      logIn('unbind-by-application'),
      openList('unbind-by-application'),
      startBind('unbind-by-application', 'bind-new'),
      bindNew('unbind-by-application', 'bind-new', 'try-login'),
      ...tryLogin('unbind-by-application', 'try-seal'),
      word('unbind-by-application', 'try-seal', { from: 'home' }),
    ],
    ends: ends('unbind-by-application'),
  },
  {
    guide: 'which-key',
    date: NOW,
    subject: BUDGET_UNIT,
    picks: 'which-key',
    strides: words('which-key', ['see-keys', 'tell-apart', 'one-key', 'keep-old']),
    ends: ends('which-key'),
  },
  {
    guide: 'key-recognised',
    date: NOW,
    subject: BUDGET_UNIT,
    picks: 'key-recognised',
    strides: [
      ...words('key-recognised', ['right-key', 'one-key', 'assistant']),
      skipped('key-recognised', 'one-assistant'),
      word('key-recognised', 'browser'),
      ...tryLogin('key-recognised', 'finished'),
    ],
    ends: ends('key-recognised'),
  },
  {
    guide: 'after-binding',
    date: NOW,
    subject: BUDGET_UNIT,
    picks: 'after-binding',
    account: 'ca-list-new',
    strides: [
      ...tryLogin('after-binding', 'try-seal'),
      ...words('after-binding', ['try-seal', 'keep-old', 'note-date'], 'home'),
    ],
    ends: ends('after-binding'),
  },
];
