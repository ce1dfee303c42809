import type { SubjectRow } from '@/lib/store/model';
import { expect, test } from './harness/fixtures';
import { readFacts, readTable } from './harness/ledger';
import { Popup } from './harness/own-pages';
import { OTHER_UNIT, prepare, UNIT, visit } from './harness/scene';

test('without a subject the card asks for one and says nothing about a step', async ({
  browserWithExtension,
}) => {
  await prepare(browserWithExtension, { subjects: [] });
  const person = await visit(browserWithExtension, 'element');
  const card = await person.sees({ step: 'choose-subject', guide: '', targetState: 'none' });
  expect(card.controls.some(({ attributes }) => attributes['data-action'] === 'open-popup')).toBe(true);
});

test('two subjects in two tabs never mix', async ({ browserWithExtension }) => {
  const popupPage = await prepare(browserWithExtension, { subjects: [UNIT, OTHER_UNIT] });
  const popup = new Popup(popupPage);

  const first = await visit(browserWithExtension, 'element', { account: 'a' });
  await first.clicksControl('login-submit');
  const asked = await first.sees({ step: 'choose-subject', page: 'home' });
  // Names are for the popup; the page could read them in the card (design.md §3.10).
  expect(asked.text).not.toContain(UNIT.name);
  await popupPage.reload();
  await popup.choosesSubject(UNIT.name);
  await first.sees({ guide: 'rebind', step: 'open-list', page: 'home' });

  const second = await visit(browserWithExtension, 'element', { account: 'b' });
  await second.clicksControl('login-submit');
  await second.sees({ step: 'choose-subject', page: 'home' });
  await popupPage.reload();
  await popup.choosesSubject(OTHER_UNIT.name);
  await second.sees({ guide: 'rebind', step: 'open-list', page: 'home' });

  // A tab behind another is not painted; the person looks at it first.
  await first.page.bringToFront();
  await first.clicksRing('ca-menu');
  await first.sees({ step: 'unbind-old', page: 'ca-list' });
  await first.answersAll('yes');
  await first.sees({ step: 'unbind-old', targetState: 'found' });

  // The other tab stands where it stood, and its subject has answered nothing.
  await second.sees({ guide: 'rebind', step: 'open-list', page: 'home' });
  await second.page.bringToFront();
  await second.clicksRing('ca-menu');
  await second.sees({ step: 'unbind-old', page: 'ca-list', targetState: 'none' });

  const subjects = await readTable<SubjectRow>(popupPage, 'preview', 'subjects');
  const unit = subjects.find(({ name }) => name === UNIT.name);
  const facts = await readFacts(popupPage, 'preview');
  const answers = facts.filter(({ body }) => body.kind === 'answer');
  expect(answers.length).toBeGreaterThanOrEqual(5);
  expect(answers.every(({ journey }) => journey.startsWith(`${unit?.id}/`))).toBe(true);
});

test('after the next login the subject is asked again', async ({ browserWithExtension }) => {
  const popupPage = await prepare(browserWithExtension, { subjects: [UNIT, OTHER_UNIT] });
  const popup = new Popup(popupPage);
  const person = await visit(browserWithExtension, 'element');
  const logsIn = async () => {
    await person.sees({ step: 'choose-subject', page: 'login-account' });
    await person.clicksControl('login-submit');
    await person.sees({ step: 'choose-subject', page: 'home' });
  };
  await logsIn();
  await popupPage.reload();
  await popup.choosesSubject(UNIT.name);
  await person.sees({ guide: 'rebind', page: 'home' });
  await person.logsOut();
  await logsIn();
});

test('a subject removed in the popup while its guide is on a page: that session is nobody’s until it is said', async ({
  browserWithExtension,
}) => {
  const popupPage = await prepare(browserWithExtension, { subjects: [UNIT, OTHER_UNIT] });
  const popup = new Popup(popupPage);
  const person = await visit(browserWithExtension, 'element', { account: 'a' });
  await person.clicksControl('login-submit');
  await person.sees({ step: 'choose-subject', page: 'home' });
  await popupPage.reload();
  await popup.choosesSubject(UNIT.name);
  await person.page.bringToFront();
  await person.clicksRing('ca-menu');
  await person.sees({ guide: 'rebind', step: 'unbind-old', page: 'ca-list' });

  await popupPage.bringToFront();
  await popup.removesSubject(UNIT.name);
  // Only the other unit is left, and this is not its session.
  const asked = await person.sees({
    step: 'choose-subject',
    guide: '',
    page: 'ca-list',
    targetState: 'none',
  });
  expect(asked.text).toContain('先别点解绑');
  await popupPage.reload();
  await popup.choosesSubject(OTHER_UNIT.name);
  await person.sees({ guide: 'rebind', page: 'ca-list' });
});
