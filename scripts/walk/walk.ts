/** Walks the guide from the login page to its end as a person would, headlessly, with a picture of each step. */
import type { Page } from '@playwright/test';
import type { Audience, Level } from '@/lib/notice/explanation';
import { ExtensionBrowser } from '@/tests/e2e/harness/extension-browser';
import { REBIND } from '@/tests/e2e/harness/journeys/table';
import { walkStrides } from '@/tests/e2e/harness/journeys/walk';
import { readFacts } from '@/tests/e2e/harness/ledger';
import { type Card, type CardWish, clickInCard, waitForCard } from '@/tests/e2e/harness/overlay';
import { type SubjectEntry, sentences } from '@/tests/e2e/harness/own-pages';
import { Person, SKINS, type SkinName } from '@/tests/e2e/harness/person';
import { prepare, siteAddress } from '@/tests/e2e/harness/scene';
import { waitUntil } from '@/tests/e2e/harness/wait-until';
import { WalkRecorder } from './recorder';

export interface WalkOptions {
  readonly sitePort: number;
  readonly date: string;
  readonly role: Audience;
  readonly level: Level;
  readonly skin: SkinName;
  readonly language: 'zh' | 'en';
  /** Where pictures and transcript go; emptied first. */
  readonly folder: string;
}

/** One walk's way through one of the notice's phases. */
type Way = (person: Person, record: WalkRecorder, finished: string) => Promise<void>;

/** A popup's own 400 pixels and its scroll bar. */
const POPUP_VIEWPORT = { width: 416, height: 600 };

/** Says "done" to every step that only the person's word can end, with a picture of each. */
async function sayEachStepDone(person: Person, record: WalkRecorder, finished: string): Promise<void> {
  let card = await person.sees({});
  while (!card.text.includes(finished)) {
    const { step } = card;
    await record.picture(person.page, `say-${step}`, `Step ${step}: say that it is done`);
    await person.saysDone();
    // The last step stays in its place, under the word that all is done. One wait, not two at once: the
    // slower would go on reading the card while the next picture is taken.
    const next = await waitUntil(
      `the card to go on from ${step}`,
      () => person.card(),
      (shown) => shown !== null && (shown.step !== step || shown.text.includes(finished)),
    );
    if (next) card = next;
  }
}

/** The transition: unbind the old CA, bind the new one, try login and seal. */
const throughTransition: Way = async (person, record, finished) => {
  await walkStrides(person, REBIND, (stride) =>
    record.picture(person.page, stride.name.replaceAll(/[^a-z]+/gi, '-'), `Next: ${stride.name}`),
  );
  await person.sees({ says: finished });
  await record.picture(person.page, 'finished', 'Every step is done');
};

/** Before it: the pages as they are, and what can be prepared. */
const throughPreparation: Way = async (person, record, finished) => {
  await person.sees({ page: 'login-account' });
  await record.picture(person.page, 'login', 'At the login page');
  await person.clicksControl('login-submit');
  await person.sees({ page: 'home' });
  await record.picture(person.page, 'home', 'Logged in');
  await person.clicksControl('ca-menu');
  await person.sees({ page: 'ca-list' });
  await record.picture(person.page, 'ca-list', 'The list of certificates: not yet');
  await sayEachStepDone(person, record, finished);
  await record.picture(person.page, 'finished', 'Everything is prepared');
};

/** After it: the first binding of a new CA that is in hand. */
const throughFirstBinding: Way = async (person, record, finished) => {
  const { page } = person;
  const asked = await person.sees({ page: 'login-account' });
  await record.picture(page, 'asked', 'Asked whether the new CA is in hand');
  if (asked.controls.some(({ attributes }) => attributes['data-action'] === 'holds-new-yes')) {
    await clickInCard(page, '[data-action="holds-new-yes"]');
  }
  const follow = async (name: string, wish: CardWish, act: () => Promise<void>) => {
    await person.sees({ targetState: 'found', ...wish });
    await record.picture(page, name, `Next: ${name.replaceAll('-', ' ')}`);
    await act();
  };
  await follow('log-in', { step: 'log-in', page: 'login-account' }, () => person.clicksRing('login-submit'));
  await follow('open-the-list', { step: 'open-list', page: 'home' }, () => person.clicksRing('ca-menu'));
  await follow('start-binding', { step: 'start-bind', page: 'ca-list' }, () => person.clicksRing('bind'));
  await follow('bind-the-new-ca', { step: 'bind-new', page: 'bind-form' }, async () => {
    await person.choosesCertificate();
    await person.typesPin();
    await person.clicksRing('bind-confirm');
    await person.sees({ step: 'try-login' });
    await person.leavesResult();
    await person.logsOut();
  });
  await follow('choose-the-ca-login', { step: 'try-login', page: 'login-account' }, () =>
    person.clicksRing('ca-tab'),
  );
  await follow('log-in-with-the-new-ca', { step: 'try-login', page: 'login-ca' }, async () => {
    await person.typesPinAtLogin();
    await person.clicksRing('login-submit');
  });
  await person.sees({ page: 'home', step: 'try-seal' });
  await sayEachStepDone(person, record, finished);
  await record.picture(page, 'finished', 'Every step is done');
};

/** Opens the site at the login page, so that this walk's guide can begin there. */
async function openLogin(browser: ExtensionBrowser, options: WalkOptions, guide: string): Promise<Person> {
  const { skin, date } = options;
  if (guide !== 'first-binding') {
    return new Person(await browser.openSite(siteAddress(skin, { date })), SKINS[skin]);
  }
  // An account whose old CA was unbound before: the state a first binding starts from.
  const address = siteAddress(skin, { date, state: 'ca-list-empty', key: 'new' });
  const person = new Person(await browser.openSite(address), SKINS[skin]);
  await person.sees({ page: 'ca-list' });
  await person.logsOut();
  return person;
}

const WAYS: Readonly<Record<string, Way>> = {
  prepare: throughPreparation,
  rebind: throughTransition,
  'first-binding': throughFirstBinding,
};

/** The guide that the card offers on this day before anything was done. */
async function askGuide(browser: ExtensionBrowser, { skin, date }: WalkOptions): Promise<string> {
  const page = await browser.openSite(siteAddress(skin, { date }));
  const card: Card = await waitForCard(page, { page: 'login-account' });
  await page.close();
  // "No new CA yet" is what is said until the person says that one is in hand.
  return card.guide === 'late-comer' ? 'first-binding' : (card.guide ?? '');
}

async function pictureOfPopup(page: Page, record: WalkRecorder, what: string): Promise<void> {
  await page.reload();
  await page.locator('[data-part="subjects"]').waitFor();
  await record.picture(page, 'popup', what);
}

/** @returns how many pictures were taken */
export async function walk(options: WalkOptions): Promise<number> {
  const { date, role, level, skin, language, sitePort, folder } = options;
  const record = new WalkRecorder(folder);
  const browser = await ExtensionBrowser.launch({ sitePort, language, reducedMotion: true });
  try {
    const subject: SubjectEntry = { name: '演练单位甲', audience: role, level };
    const popup = await prepare(browser, { date, subjects: [subject], language });
    await popup.setViewportSize(POPUP_VIEWPORT);
    await pictureOfPopup(popup, record, 'The popup before anything was done');

    const guide = await askGuide(browser, options);
    const way = WAYS[guide];
    if (!way) throw new Error(`No walk is known for the guide "${guide}" that is offered on ${date}.`);
    const person = await openLogin(browser, options, guide);
    await way(person, record, sentences(language)('card.finished.title'));

    await pictureOfPopup(popup, record, 'The popup afterwards');
    const head = [
      `date previewed: ${date}`,
      `role: ${role}, level: ${level}`,
      `skin of the practice site: ${skin}`,
      `guide: ${guide}`,
    ];
    record.finish(head, await readFacts(popup, 'preview'));
    return record.count;
  } finally {
    await browser.discard();
  }
}
